/** Which relations have room for their caption: on a line long enough, over no node, caption or other caption. */
import { type Box, moved, overlap } from './captions.ts';
import type { SceneEdge, SceneElements, SceneNode } from './elements.ts';
import { Field } from './layout/separate.ts';

const SIZE = 10;
/** Width of a character of the caption's font, on average. */
const CHARACTER = 0.56 * SIZE;
/** Kept free around a caption, in model units. */
const FREE = 2;
/** Scenes up to this many relations show every caption. */
const ALL_UP_TO = 12;

/**
 * Keys of the edges whose caption is shown. Without hovering, single relations of hubs show none: `hubs` false.
 */
export function captionsThatFit(
  { nodes, edges }: Pick<SceneElements, 'nodes' | 'edges'>,
  hubs = false,
): Set<string> {
  if (edges.length <= ALL_UP_TO) return new Set(edges.map(({ key }) => key));
  const placed = new Map(nodes.flatMap((node) => (node.position ? [[node.id, node]] : [])));
  const field = new Field(nodes.flatMap(takenBy));
  const fitting = new Set<string>();
  // How many relations a line stands for is short, and nowhere else to be read: it chooses first.
  const order = [...edges.filter(({ bundle }) => bundle), ...edges.filter(({ bundle }) => !bundle)];
  for (const edge of order) {
    const [from, to] = [placed.get(edge.source), placed.get(edge.target)];
    if ((edge.quiet && !hubs && !edge.bundle) || !from || !to) continue;
    const boxes = boxesOf(edge, courseOf(from, to));
    if (boxes === null || boxes.some((box) => !field.isFree(box, FREE))) continue;
    for (const box of boxes) field.occupy(box);
    fitting.add(edge.key);
  }
  return fitting;
}

/** Shape and caption each for itself: beside a narrow shape there is room over a wide caption. */
function takenBy({ size, caption, position }: SceneNode): Box[] {
  const half = size / 2;
  const shape = { left: -half, right: half, top: -half, bottom: half };
  return position ? [moved(shape, position), moved(caption, position)] : [];
}

/** The line between two nodes, from border to border. */
interface Course {
  readonly middle: { readonly x: number; readonly y: number };
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

function courseOf(from: SceneNode, to: SceneNode): Course {
  const [a, b] = [from.position ?? ORIGIN, to.position ?? ORIGIN];
  const between = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / between, (b.y - a.y) / between];
  const along = (between + (from.size - to.size) / 2) / 2;
  const length = between - (from.size + to.size) / 2;
  return { middle: { x: a.x + dx * along, y: a.y + dy * along }, dx, dy, length };
}

const ORIGIN = { x: 0, y: 0 };

/** A number lies flat; another caption along the line, a chain of small boxes: null where the line is too short. */
function boxesOf({ caption, bundle }: SceneEdge, { middle, dx, dy, length }: Course): Box[] | null {
  const width = caption.length * CHARACTER;
  if (bundle)
    return [moved({ left: -width / 2, right: width / 2, top: -SIZE / 2, bottom: SIZE / 2 }, middle)];
  if (length < width) return null;
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
