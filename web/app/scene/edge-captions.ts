/** Which relations have room for their caption: on a line long enough, over no node, caption or other caption. */
import { type Box, moved, overlap } from './captions.ts';
import type { Point, SceneEdge, SceneElements } from './elements.ts';
import { Field } from './layout/separate.ts';

const SIZE = 10;
/** Width of a character of the caption's font, on average. */
const CHARACTER = 0.56 * SIZE;
/** Scenes up to this many relations show every caption. */
const ALL_UP_TO = 12;

/**
 * Keys of the edges whose caption is shown. Without hovering, relations of hubs show none: `hubs` false.
 */
export function captionsThatFit(
  { nodes, edges }: Pick<SceneElements, 'nodes' | 'edges'>,
  hubs = false,
): Set<string> {
  if (edges.length <= ALL_UP_TO) return new Set(edges.map(({ key }) => key));
  const places = new Map(nodes.flatMap(({ id, position }) => (position ? [[id, position]] : [])));
  const field = new Field(nodes.flatMap(({ box, position }) => (position ? [moved(box, position)] : [])));
  const fitting = new Set<string>();
  for (const edge of edges) {
    const [from, to] = [places.get(edge.source), places.get(edge.target)];
    if ((edge.quiet && !hubs) || edge.bundle || !from || !to) continue;
    const boxes = boxesAlong(edge, from, to);
    if (boxes === null || boxes.some((box) => !field.isFree(box, 1))) continue;
    for (const box of boxes) field.occupy(box);
    fitting.add(edge.key);
  }
  return fitting;
}

/** The caption lies along the line: a chain of small boxes; null where the line is too short. */
function boxesAlong({ caption }: SceneEdge, from: Point, to: Point): Box[] | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const width = caption.length * CHARACTER;
  if (length < width + 30) return null;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const boxes: Box[] = [];
  for (let along = -width / 2; along <= width / 2; along += SIZE) {
    const box = moved(
      { left: -SIZE / 2, right: SIZE / 2, top: -SIZE / 2, bottom: SIZE / 2 },
      { x: middle.x + dx * along, y: middle.y + dy * along },
    );
    if (!boxes.some((other) => overlap(box, other, -SIZE))) boxes.push(box);
  }
  return boxes;
}
