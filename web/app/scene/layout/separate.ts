/**
 * Overlap removal: pushes boxes apart along the shorter way until no two share an area, and takes what is
 * still in the way to the nearest free place. Fixed nodes do not move. Neighbour boxes are found by a sweep.
 */
import { type Box, moved, overlap, overlaps } from '../captions.ts';
import type { Point } from '../elements.ts';
import type { LayoutNode, Positions } from './graph.ts';

/** Free space kept between two boxes, in model units. */
export const GAP = 6;
const ROUNDS = 120;

/** Positions in which no two boxes overlap (fixed ones among themselves may). Near to those given. */
export function separate(nodes: readonly LayoutNode[], positions: Positions): Positions {
  const places = nodes.map(({ id }) => ({ ...(positions.get(id) ?? { x: 0, y: 0 }) }));
  const boxes = () =>
    nodes.map(({ box }, index) => padded(moved(box, places[index] ?? { x: 0, y: 0 }), GAP / 2));
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = boxes();
    const touching = overlaps(current).filter(([a, b]) => !(nodes[a]?.fixed && nodes[b]?.fixed));
    if (touching.length === 0) break;
    for (const [a, b] of touching) push(nodes, places, current, a, b);
  }
  const result: Positions = new Map(nodes.map(({ id }, index) => [id, places[index] ?? { x: 0, y: 0 }]));
  return settleOverlapping(nodes, result);
}

function padded(box: Box, by: number): Box {
  return { left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by };
}

function push(
  nodes: readonly LayoutNode[],
  places: { x: number; y: number }[],
  boxes: readonly Box[],
  a: number,
  b: number,
): void {
  const [one, other, from, to] = [boxes[a], boxes[b], places[a], places[b]];
  if (!one || !other || !from || !to) return;
  const dx = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const dy = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const axis = dx < dy ? 'x' : 'y';
  const depth = Math.min(dx, dy) + 0.01;
  const forward = from[axis] < to[axis] || (from[axis] === to[axis] && a < b) ? 1 : -1;
  const shareOfA = nodes[a]?.fixed ? 0 : nodes[b]?.fixed ? 1 : 0.5;
  from[axis] -= forward * depth * shareOfA;
  to[axis] += forward * depth * (1 - shareOfA);
}

/** Moves whatever still overlaps something to the nearest free place, the smaller box first. */
function settleOverlapping(nodes: readonly LayoutNode[], positions: Positions): Positions {
  const at = (node: LayoutNode) => moved(node.box, positions.get(node.id) ?? { x: 0, y: 0 });
  const clash = new Set<LayoutNode>();
  for (const [a, b] of overlaps(nodes.map(at))) {
    const pair = [nodes[a], nodes[b]].filter((node) => node !== undefined && node.fixed === null);
    const smaller = pair.sort((x, y) => area(x) - area(y))[0];
    if (smaller) clash.add(smaller);
  }
  if (clash.size === 0) return positions;
  const field = new Field(nodes.filter((node) => !clash.has(node)).map(at));
  const result = new Map(positions);
  for (const node of clash) {
    const place = field.nearestFree(node.box, positions.get(node.id) ?? { x: 0, y: 0 });
    field.occupy(moved(node.box, place));
    result.set(node.id, place);
  }
  return result;
}

function area(node: LayoutNode | undefined): number {
  return node ? (node.box.right - node.box.left) * (node.box.bottom - node.box.top) : 0;
}

/** Occupied boxes in a grid, and the search for a free place on a spiral around a point. */
export class Field {
  readonly #cells = new Map<string, Box[]>();
  readonly #size = 160;

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.occupy(box);
  }

  occupy(box: Box): void {
    for (const key of this.#keys(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  isFree(box: Box, gap = GAP): boolean {
    return this.#keys(box, gap).every((key) =>
      (this.#cells.get(key) ?? []).every((other) => !overlap(box, other, gap)),
    );
  }

  /**
   * The nearest point, on a spiral around `from` and at least `apart` from it, where the box overlaps nothing.
   * `within`: null when there is none up to that distance.
   */
  nearestFree(box: Box, from: Point): Point;
  nearestFree(box: Box, from: Point, room: { gap: number; apart: number; within: number }): Point | null;
  nearestFree(box: Box, from: Point, room = { gap: GAP, apart: 0, within: 2000 }): Point | null {
    for (let step = 0; step < 100_000; step += 1) {
      const radius = room.apart + 6.4 * Math.sqrt(step);
      if (radius > room.within && room.gap > GAP) return null;
      const angle = step * 2.399963; // the golden angle: samples spread evenly over the disc
      const place = { x: from.x + radius * Math.cos(angle) * 1.2, y: from.y + radius * Math.sin(angle) };
      if (this.isFree(moved(box, place), room.gap)) return place;
    }
    throw new Error('No free place was found within 2,000 units.');
  }

  #keys(box: Box, gap: number): string[] {
    const keys: string[] = [];
    const cell = (value: number) => Math.floor(value / this.#size);
    for (let x = cell(box.left - gap); x <= cell(box.right + gap); x += 1) {
      for (let y = cell(box.top - gap); y <= cell(box.bottom + gap); y += 1) keys.push(`${x}:${y}`);
    }
    return keys;
  }
}
