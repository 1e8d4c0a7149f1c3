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
/** Rounds of pushing that should be enough; where they are not, the whole scene gets more room each round. */
const TIGHT = 60;
const MORE_ROOM = 1.02;

/** Positions in which no two boxes overlap (fixed ones among themselves may). Near to those given. */
export function separate(nodes: readonly LayoutNode[], positions: Positions): Positions {
  const places = nodes.map(({ id }) => ({ ...(positions.get(id) ?? { x: 0, y: 0 }) }));
  const boxes = () =>
    nodes.map(({ box }, index) => padded(moved(box, places[index] ?? { x: 0, y: 0 }), GAP / 2));
  const free = nodes.every(({ fixed }) => fixed === null);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (free && round > TIGHT) widen(places, MORE_ROOM);
    const current = boxes();
    const touching = overlaps(current).filter(([a, b]) => !(nodes[a]?.fixed && nodes[b]?.fixed));
    if (touching.length === 0) break;
    for (const [a, b] of touching) push(nodes, places, current, a, b);
  }
  const result: Positions = new Map(nodes.map(({ id }, index) => [id, places[index] ?? { x: 0, y: 0 }]));
  return settleOverlapping(nodes, result);
}

function widen(places: { x: number; y: number }[], factor: number): void {
  for (const place of places) {
    place.x *= factor;
    place.y *= factor;
  }
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

/** Samples of the spiral up to which it is even; beyond, it widens, since what is far need not be exact. */
const EVEN = 400;
/** Distance between samples there, in model units. */
const STEP = 6.4;

/** Distance of the spiral's nth sample from its middle. */
function spiralRadius(sample: number): number {
  return sample <= EVEN ? STEP * Math.sqrt(sample) : STEP * Math.sqrt(EVEN) * (sample / EVEN) ** 0.9;
}

/** Occupied boxes in a grid, and the search for a free place on a spiral around a point. */
export class Field {
  readonly #cells = new Map<number, Box[]>();
  readonly #size = 160;

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.occupy(box);
  }

  occupy(box: Box): void {
    this.#everyCell(box, 0, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return true;
    });
  }

  isFree(box: Box, gap = GAP): boolean {
    return this.#everyCell(box, gap, (key) => {
      for (const other of this.#cells.get(key) ?? []) if (overlap(box, other, gap)) return false;
      return true;
    });
  }

  /**
   * The nearest point, on a spiral around `from` and at least `apart` from it, where the box overlaps nothing.
   * `within`: null when there is none up to that distance.
   */
  nearestFree(box: Box, from: Point): Point;
  nearestFree(box: Box, from: Point, room: { gap: number; apart: number; within: number }): Point | null;
  nearestFree(box: Box, from: Point, room = { gap: GAP, apart: 0, within: Infinity }): Point | null {
    for (let sample = 0; ; sample += 1) {
      const radius = room.apart + spiralRadius(sample);
      if (radius > room.within) return null;
      const angle = sample * 2.399963; // the golden angle: samples spread evenly over the disc
      const place = { x: from.x + radius * Math.cos(angle) * 1.2, y: from.y + radius * Math.sin(angle) };
      if (this.isFree(moved(box, place), room.gap)) return place;
    }
  }

  /** Whether `holds` is true of every cell the box touches; stops at the first where it is not. */
  #everyCell(box: Box, gap: number, holds: (key: number) => boolean): boolean {
    const cell = (value: number) => Math.floor(value / this.#size);
    for (let x = cell(box.left - gap); x <= cell(box.right + gap); x += 1) {
      for (let y = cell(box.top - gap); y <= cell(box.bottom + gap); y += 1) {
        if (!holds(x * 0x200000 + y)) return false;
      }
    }
    return true;
  }
}
