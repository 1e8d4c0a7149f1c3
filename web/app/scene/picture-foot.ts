/** What stands below a picture: the signs in it, and the documents it rests on. */
import type { Measure } from './captions.ts';
import type { Point, SceneElements } from './elements.ts';
import { DASHES, MARGIN, type PictureInput, type Stroke, type Text } from './marks.ts';
import { grounds, swatch } from './palette.ts';
import { shapePath } from './shapes.ts';

const ROW = 20;
const SMALL = 11;

/** Legend and sources, in rows below the graph. */
export function footOf(
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
