/** The lines of a picture: straight, or bent where several run between the same two nodes. */
import { captionsThatFit } from './edge-captions.ts';
import type { Point, SceneEdge } from './elements.ts';
import { DASHES, type Placed, type Stroke, type Text } from './marks.ts';
import { grounds, type Theme } from './palette.ts';

/** Lines, their ends and, where there is room, their captions. */
export function edgeMarks(
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
    const place = captioned.get(edge.key);
    if (place) texts.push(captionOf(edge, moved(course.at(place.share), place.aside), theme));
  }
  return [...lines, ...texts];
}

/** The first line between two nodes runs straight, the others to either side of it. */
const bend = (turn: number): number =>
  turn === 0 ? 0 : Math.ceil(turn / 2) * 34 * (turn % 2 === 1 ? 1 : -1);

interface Course {
  readonly path: string;
  /** The point at a share of the way, 0 to 1. */
  readonly at: (share: number) => Point;
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
    at: (share) => ({
      x: bezier(share, start.x, bendAt.x, tip.x),
      y: bezier(share, start.y, bendAt.y, tip.y),
    }),
    tip,
    angle: Math.atan2(tip.y - bendAt.y, tip.x - bendAt.x),
  };
}

const moved = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });

/** One coordinate of a quadratic curve. */
const bezier = (share: number, from: number, by: number, to: number): number =>
  (1 - share) ** 2 * from + 2 * share * (1 - share) * by + share ** 2 * to;

function loopOf({ position: { x, y }, size }: Placed): Course {
  const [top, reach] = [y - size / 2, size / 2 + 26];
  const tip = { x: x + 6, y: top };
  return {
    path: `M${round(x - 6)} ${round(top)}C${round(x - reach)} ${round(top - reach)} ${round(x + reach)} ${round(top - reach)} ${round(tip.x)} ${round(tip.y)}`,
    at: () => ({ x, y: top - reach * 0.75 }),
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

function captionOf(edge: SceneEdge, at: Point, theme: Theme): Text {
  const ground = grounds[theme];
  return {
    kind: 'text',
    text: edge.caption,
    at: { x: at.x, y: at.y + 3.5 },
    size: 10,
    bold: edge.bundle,
    colour: edge.negative ? ground.negative : ground.caption,
    align: 'middle',
    halo: ground.background,
  };
}
