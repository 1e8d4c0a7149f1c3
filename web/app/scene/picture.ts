/**
 * A scene as a picture: a list of strokes and texts that SVG and a canvas draw alike, with the legend of what is in it
 * and the documents it rests on below. Pure; knows no renderer.
 */
import { type Box, moved as boxAt, CAPTION_GAP, LINE_HEIGHT } from './captions.ts';
import { MARGIN, type Picture, type PictureInput, type Placed, type Stroke, type Text } from './marks.ts';
import { grounds, swatch, type Theme } from './palette.ts';
import { edgeMarks } from './picture-edges.ts';
import { footOf } from './picture-foot.ts';
import { shapePath } from './shapes.ts';

const LEAST_WIDTH = 420;

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
