/** Which relations have room for their caption: on a line long enough, over no node, caption or other caption. */
import { type Box, moved, overlap } from './captions.ts';
import type { Point, SceneEdge, SceneElements, SceneNode } from './elements.ts';
import { Field } from './layout/separate.ts';

const SIZE = 10;
/** Width of a character of the caption's font, on average. */
const CHARACTER = 0.56 * SIZE;
/** Kept free around a caption, in model units. */
const FREE = 2;
/** Scenes up to this many relations show every caption, in the middle where nothing else is free. */
const ALL_UP_TO = 12;
/** Where on its line a caption may stand, as a share of the way from border to border, the best first. */
const MIDDLE = 0.5;
const SHARES = [MIDDLE, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

/** Where a caption stands on its line. */
export interface CaptionPlace {
  /** Of the way from the border of the source to that of the target, 0 to 1. */
  readonly share: number;
  /** From the border of the source, in model units; null: the middle of the line, however it runs. */
  readonly distance: number | null;
  /** From there to where it stands beside the line, in model units. */
  readonly aside: Point;
  /** Not turned into the line's direction. */
  readonly flat: boolean;
}

const ORIGIN: Point = { x: 0, y: 0 };
export const IN_THE_MIDDLE: CaptionPlace = { share: MIDDLE, distance: null, aside: ORIGIN, flat: false };
/** Beside its line a caption still belongs to it where lines are few. */
const BESIDE = [11, -11];
/** Where that is not free either it stands flat, so far to the side of the line. */
const GAPS = [4, 14, 24, 34];

/**
 * The edges whose caption is shown, by key. Without hovering, single relations of hubs show none: `hubs` false.
 */
export function captionsThatFit(
  { nodes, edges }: Pick<SceneElements, 'nodes' | 'edges'>,
  hubs = false,
): Map<string, CaptionPlace> {
  const placed = new Map(nodes.flatMap((node) => (node.position ? [[node.id, node]] : [])));
  const field = new Field(nodes.flatMap(takenBy));
  const every = edges.length <= ALL_UP_TO;
  const fitting = new Map<string, CaptionPlace>();
  // How many relations a line stands for is short, and nowhere else to be read: it chooses first.
  const order = [...edges.filter(({ bundle }) => bundle), ...edges.filter(({ bundle }) => !bundle)];
  for (const edge of order) {
    if (edge.quiet && !hubs && !edge.bundle && !every) continue;
    const [from, to] = [placed.get(edge.source), placed.get(edge.target)];
    const place = from && to ? freePlace(edge, courseOf(from, to), field, every) : null;
    if (place || every) fitting.set(edge.key, place ?? IN_THE_MIDDLE);
  }
  return fitting;
}

/** The best place that is free, taken; null where none is. `beside`: also off the line. */
function freePlace(edge: SceneEdge, course: Course, field: Field, beside: boolean): CaptionPlace | null {
  for (const place of candidates(edge, course, beside)) {
    const boxes = boxesOf(edge, course, place);
    if (boxes.some((box) => !field.isFree(box, FREE))) continue;
    for (const box of boxes) field.occupy(box);
    return place.share === MIDDLE && place.aside === ORIGIN ? { ...place, distance: null } : place;
  }
  return null;
}

/** Every place a caption may take, the best first: on its line, along it, flat beside it. */
function* candidates(edge: SceneEdge, course: Course, beside: boolean): Generator<CaptionPlace> {
  const at = (share: number, aside: Point, flat = edge.bundle): CaptionPlace => ({
    ...{ share, aside, flat },
    distance: share * course.length,
  });
  const half = widthOf(edge) / 2;
  const long = SHARES.filter((share) => Math.min(share, 1 - share) * course.length >= half);
  for (const share of long) yield at(share, ORIGIN);
  if (!beside || edge.bundle) return;
  for (const off of BESIDE) {
    for (const share of long) yield at(share, { x: -course.dy * off, y: course.dx * off });
  }
  for (const gap of GAPS) {
    for (const share of SHARES) {
      yield at(share, { x: half + gap, y: 0 }, true);
      yield at(share, { x: -half - gap, y: 0 }, true);
    }
  }
}

/** Shape and caption each for itself: beside a narrow shape there is room over a wide caption. */
function takenBy({ size, caption, position }: SceneNode): Box[] {
  const half = size / 2;
  const shape = { left: -half, right: half, top: -half, bottom: half };
  return position ? [moved(shape, position), moved(caption, position)] : [];
}

/** The line between two nodes, from border to border. */
interface Course {
  readonly start: Point;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

function courseOf(from: SceneNode, to: SceneNode): Course {
  const [a, b] = [from.position ?? ORIGIN, to.position ?? ORIGIN];
  const between = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / between, (b.y - a.y) / between];
  const start = { x: a.x + (dx * from.size) / 2, y: a.y + (dy * from.size) / 2 };
  return { start, dx, dy, length: between - (from.size + to.size) / 2 };
}

const widthOf = ({ caption }: SceneEdge): number => caption.length * CHARACTER;

/** One box where it lies flat; along the line a chain of small ones. */
function boxesOf(edge: SceneEdge, course: Course, { share, aside, flat }: CaptionPlace): Box[] {
  const { start, dx, dy, length } = course;
  const half = widthOf(edge) / 2;
  const spot = (along: number) => ({
    x: start.x + dx * (share * length + along) + aside.x,
    y: start.y + dy * (share * length + along) + aside.y,
  });
  if (flat) return [moved({ left: -half, right: half, top: -SIZE / 2, bottom: SIZE / 2 }, spot(0))];
  const boxes: Box[] = [];
  for (let along = -half; along <= half; along += SIZE) {
    const box = moved({ left: -SIZE / 2, right: SIZE / 2, top: -SIZE / 2, bottom: SIZE / 2 }, spot(along));
    if (!boxes.some((other) => overlap(box, other, -SIZE))) boxes.push(box);
  }
  return boxes;
}
