/**
 * A scene as a picture: a list of strokes and texts that SVG and a canvas draw alike, with the legend of what is in it
 * and the documents it rests on below. Pure; knows no renderer.
 */
import { type Box, moved as boxAt, CAPTION_GAP, LINE_HEIGHT, type Measure } from './captions.ts';
import { captionsThatFit } from './edge-captions.ts';
import type { Point, SceneEdge, SceneElements, SceneNode } from './elements.ts';
import { grounds, swatch, type Theme } from './palette.ts';
import { shapePath } from './shapes.ts';

/** A path, in its own units: `scale` and `at` say where its origin lies and how large it is. */
export interface Stroke {
  readonly kind: 'stroke';
  /** SVG path data. */
  readonly path: string;
  readonly at: Point;
  readonly scale: number;
  readonly fill: string | null;
  readonly line: string | null;
  /** In the picture's units. */
  readonly width: number;
  readonly dashes: readonly number[];
  readonly opacity: number;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly align: 'start' | 'middle';
  /** Drawn around the letters, so that lines do not run through them. */
  readonly halo: string | null;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  readonly marks: readonly (Stroke | Text)[];
}

export interface LegendEntry {
  readonly colour: string;
  readonly shape: string;
  readonly caption: string;
}

export interface PictureInput {
  readonly elements: SceneElements;
  readonly legend: readonly LegendEntry[];
  /** One line each. */
  readonly sources: readonly string[];
  readonly title: string;
  readonly theme: Theme;
  readonly measure: Measure;
}

const MARGIN = 24;
const ROW = 20;
const SMALL = 11;
const LEAST_WIDTH = 420;
/** Dashes of lines, as the canvas draws them. */
const DASHES = { dotted: [1.5, 3], dashed: [7, 4], plain: [] } as const;

type Placed = SceneNode & { readonly position: Point };

/** The picture of what has a place; texts are laid out with the widths that `measure` gives. */
export function pictureOf(input: PictureInput): Picture {
  const { elements, theme, title } = input;
  const nodes = elements.nodes.filter((node): node is Placed => node.position !== null);
  const around = boundsOf(nodes);
  const origin = { x: MARGIN - around.left, y: MARGIN - around.top };
  const width = Math.ceil(Math.max(LEAST_WIDTH, around.right - around.left + 2 * MARGIN));
  const top = around.bottom - around.top + 2 * MARGIN;
  const moved = nodes.map((node) => ({
    ...node,
    position: { x: node.position.x + origin.x, y: node.position.y + origin.y },
  }));
  const foot = footOf(input, width, top);
  return {
    width,
    height: Math.ceil(foot.bottom + MARGIN),
    background: grounds[theme].background,
    title,
    marks: [
      ...edgeMarks({ ...elements, nodes: moved }, theme),
      ...moved.flatMap((node) => nodeMarks(node, theme)),
      ...foot.marks,
    ],
  };
}

/** What the nodes and their captions take up; nothing where there are none. */
function boundsOf(nodes: readonly Placed[]): Box {
  if (nodes.length === 0) return { left: 0, right: 0, top: 0, bottom: 0 };
  const boxes = nodes.map(({ box, position }) => boxAt(box, position));
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function nodeMarks(node: Placed, theme: Theme): (Stroke | Text)[] {
  const { fill, border } = swatch(theme, node.colour);
  const { position, size, font } = node;
  const shape: Stroke = {
    kind: 'stroke',
    path: shapePath(node.shape),
    at: { x: position.x - size / 2, y: position.y - size / 2 },
    scale: size / 20,
    fill,
    line: border,
    width: node.hub ? 3 : 2,
    dashes: [],
    opacity: 1,
  };
  const first = position.y + size / 2 + CAPTION_GAP + font.size * 0.9;
  return [
    shape,
    ...node.label.split('\n').map(
      (text, line): Text => ({
        kind: 'text',
        text,
        at: { x: position.x, y: first + line * font.size * LINE_HEIGHT },
        size: font.size,
        bold: font.bold,
        colour: grounds[theme].text,
        align: 'middle',
        halo: grounds[theme].background,
      }),
    ),
  ];
}

function edgeMarks(
  elements: { readonly nodes: readonly Placed[]; readonly edges: readonly SceneEdge[] },
  theme: Theme,
): (Stroke | Text)[] {
  const places = new Map(elements.nodes.map((node) => [node.id, node]));
  const captioned = captionsThatFit(elements);
  const between = new Map<string, number>();
  const lines: Stroke[] = [];
  const texts: Text[] = [];
  for (const edge of elements.edges) {
    const [from, to] = [places.get(edge.source), places.get(edge.target)];
    if (!from || !to) continue;
    const pair = [edge.source, edge.target].toSorted().join('\u0000');
    const turn = between.get(pair) ?? 0;
    between.set(pair, turn + 1);
    const course = courseOf(from, to, edge.source > edge.target ? -bend(turn) : bend(turn));
    lines.push(...edgeStrokes(edge, course, theme));
    if (edge.bundle || captioned.has(edge.key)) texts.push(captionOf(edge, course.middle, theme));
  }
  return [...lines, ...texts];
}

/** The first line between two nodes runs straight, the others to either side of it. */
const bend = (turn: number): number =>
  turn === 0 ? 0 : Math.ceil(turn / 2) * 34 * (turn % 2 === 1 ? 1 : -1);

interface Course {
  readonly path: string;
  readonly middle: Point;
  readonly tip: Point;
  /** Where the line runs at its end, in radians. */
  readonly angle: number;
}

function courseOf(from: Placed, to: Placed, sideways: number): Course {
  const [a, b] = [from.position, to.position];
  if (from.id === to.id) return loopOf(from);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const bendAt = { x: (a.x + b.x) / 2 - dy * sideways * 2, y: (a.y + b.y) / 2 + dx * sideways * 2 };
  const start = towards(a, bendAt, from.size / 2);
  const tip = towards(b, bendAt, to.size / 2 + 2);
  return {
    path: `M${round(start.x)} ${round(start.y)}Q${round(bendAt.x)} ${round(bendAt.y)} ${round(tip.x)} ${round(tip.y)}`,
    middle: { x: (start.x + 2 * bendAt.x + tip.x) / 4, y: (start.y + 2 * bendAt.y + tip.y) / 4 },
    tip,
    angle: Math.atan2(tip.y - bendAt.y, tip.x - bendAt.x),
  };
}

function loopOf({ position: { x, y }, size }: Placed): Course {
  const [top, reach] = [y - size / 2, size / 2 + 26];
  const tip = { x: x + 6, y: top };
  return {
    path: `M${round(x - 6)} ${round(top)}C${round(x - reach)} ${round(top - reach)} ${round(x + reach)} ${round(top - reach)} ${round(tip.x)} ${round(tip.y)}`,
    middle: { x, y: top - reach * 0.75 },
    tip,
    angle: Math.PI * 0.62,
  };
}

/** The point at a distance from `a` on the way to `b`. */
function towards(a: Point, b: Point, distance: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: a.x + ((b.x - a.x) / length) * distance, y: a.y + ((b.y - a.y) / length) * distance };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function edgeStrokes(edge: SceneEdge, { path, tip, angle }: Course, theme: Theme): Stroke[] {
  const ground = grounds[theme];
  const colour = edge.negative ? ground.negative : ground.edge;
  const opacity = edge.negative ? 0.95 : edge.quiet ? 0.42 : 0.85;
  const dashes = edge.background ? DASHES.dotted : edge.weak ? DASHES.dashed : DASHES.plain;
  const common = { kind: 'stroke', at: { x: 0, y: 0 }, scale: 1, opacity } as const;
  const line: Stroke = { ...common, path, fill: null, line: colour, width: edge.width, dashes };
  if (edge.arrow === 'none') return [line];
  const at = (along: number, aside: number): string =>
    `${round(tip.x + Math.cos(angle) * along - Math.sin(angle) * aside)} ${round(tip.y + Math.sin(angle) * along + Math.cos(angle) * aside)}`;
  const size = 6 + edge.width;
  const end: Stroke = edge.negative
    ? {
        ...common,
        path: `M${at(-1, -size * 0.8)}L${at(-1, size * 0.8)}`,
        fill: null,
        line: colour,
        width: 3,
        dashes: [],
      }
    : {
        ...common,
        path: `M${at(0, 0)}L${at(-size, size * 0.55)}L${at(-size, -size * 0.55)}Z`,
        fill: colour,
        line: null,
        width: 0,
        dashes: [],
      };
  return [line, end];
}

function captionOf(edge: SceneEdge, middle: Point, theme: Theme): Text {
  const ground = grounds[theme];
  return {
    kind: 'text',
    text: edge.caption,
    at: { x: middle.x, y: middle.y + 3.5 },
    size: 10,
    bold: edge.bundle,
    colour: edge.negative ? ground.negative : ground.caption,
    align: 'middle',
    halo: ground.background,
  };
}

/** Legend and sources, in rows below the graph. */
function footOf(
  { elements, legend, sources, title, theme, measure }: PictureInput,
  width: number,
  top: number,
): { marks: (Stroke | Text)[]; bottom: number } {
  const ground = grounds[theme];
  const marks: (Stroke | Text)[] = [];
  let y = top + ROW;
  let x = MARGIN;
  const text = (said: string, at: Point, bold = false, colour = ground.text): Text => ({
    kind: 'text',
    text: said,
    at,
    size: SMALL,
    bold,
    colour,
    align: 'start',
    halo: null,
  });
  const item = (caption: string, sign: (at: Point) => Stroke) => {
    const taken = 24 + measure(caption, SMALL, false) + 18;
    if (x > MARGIN && x + taken > width - MARGIN) {
      x = MARGIN;
      y += ROW;
    }
    marks.push(sign({ x, y }), text(caption, { x: x + 24, y: y + 4 }));
    x += taken;
  };
  marks.push({ ...ruleOf(width, top), line: ground.edge });
  for (const { colour, shape, caption } of legend) {
    const { fill, border } = swatch(theme, colour);
    item(caption, (at) => ({
      ...plainStroke(shapePath(shape), { x: at.x, y: at.y - 7 }, 0.7),
      fill,
      line: border,
      width: 1.2,
    }));
  }
  for (const [caption, kind] of lineKinds(elements)) {
    const line = kind === 'negative' ? ground.negative : ground.edge;
    const dashes = kind === 'dotted' ? DASHES.dotted : kind === 'dashed' ? DASHES.dashed : DASHES.plain;
    item(caption, (at) => ({ ...plainStroke(`M0 0H18`, at, 1), line, width: 2, dashes }));
  }
  y += ROW;
  if (sources.length > 0) {
    y += 4;
    marks.push(text('Sources', { x: MARGIN, y: y + 4 }, true));
    for (const source of sources) {
      for (const line of wrapped(source, width - 2 * MARGIN, measure)) {
        y += SMALL * 1.45;
        marks.push(text(line, { x: MARGIN, y: y + 4 }));
      }
    }
    y += ROW;
  }
  marks.push(text(title, { x: MARGIN, y: y + 4 }, false, ground.caption));
  return { marks, bottom: y + 4 };
}

const plainStroke = (path: string, at: Point, scale: number): Stroke => ({
  kind: 'stroke',
  path,
  at,
  scale,
  fill: null,
  line: null,
  width: 1,
  dashes: [],
  opacity: 1,
});

const ruleOf = (width: number, y: number): Stroke => ({
  ...plainStroke(`M${MARGIN} 0H${width - MARGIN}`, { x: 0, y }, 1),
  opacity: 0.5,
});

function lineKinds({ edges }: SceneElements): [string, 'dotted' | 'dashed' | 'negative'][] {
  const kinds: [string, 'dotted' | 'dashed' | 'negative', boolean][] = [
    ['Background knowledge', 'dotted', edges.some(({ background }) => background)],
    ['Low confidence', 'dashed', edges.some(({ weak }) => weak)],
    ['Denied (“not”)', 'negative', edges.some(({ negative }) => negative)],
  ];
  return kinds.flatMap(([caption, kind, present]) => (present ? [[caption, kind]] : []));
}

function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, SMALL, false) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
