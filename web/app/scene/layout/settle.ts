/** New nodes in a scene that stands: each near those it is related to, where there is room; nothing else moves. */
import { moved } from '../captions.ts';
import type { Point } from '../elements.ts';
import { adjacency, type LayoutGraph, type LayoutNode, type Positions } from './graph.ts';
import { Field } from './separate.ts';

/** Where there is room, new nodes keep some distance, so that the captions of their relations can be read. */
const AIRY = { gap: 26, apart: 90, within: 380 };

/** Positions of all nodes; the fixed ones exactly as they were. */
export function settle(graph: LayoutGraph): Positions {
  const neighbours = adjacency(graph);
  const positions: Positions = new Map();
  for (const { id, fixed } of graph.nodes) if (fixed) positions.set(id, fixed);
  const field = new Field(graph.nodes.flatMap(({ box, fixed }) => (fixed ? [moved(box, fixed)] : [])));
  const outside = edgeOf(graph);
  let waiting = graph.nodes.filter(({ fixed }) => fixed === null);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ id }) => anchors(neighbours.get(id), positions).length > 0);
    const batch = ready.length > 0 ? ready : waiting.slice(0, 1);
    for (const node of batch) {
      const near = anchors(neighbours.get(node.id), positions);
      const from = near.length > 0 ? around(near, node) : outside;
      const place = field.nearestFree(node.box, from, AIRY) ?? field.nearestFree(node.box, from);
      positions.set(node.id, place);
      field.occupy(moved(node.box, place));
    }
    const placed = new Set(batch);
    waiting = waiting.filter((node) => !placed.has(node));
  }
  return positions;
}

function anchors(neighbours: ReadonlySet<string> | undefined, positions: Positions): Point[] {
  return [...(neighbours ?? [])].flatMap((id) => positions.get(id) ?? []);
}

/** Between several relatives; beside a single one, so that the relation between them can be seen. */
function around(anchors: readonly Point[], { box }: LayoutNode): Point {
  const [only] = anchors;
  const x = anchors.reduce((sum, point) => sum + point.x, 0) / anchors.length;
  const y = anchors.reduce((sum, point) => sum + point.y, 0) / anchors.length;
  return anchors.length === 1 && only ? { x, y: y - (box.bottom - box.top) / 2 } : { x, y };
}

/** A place right of everything, for what is related to nothing here. */
function edgeOf({ nodes }: LayoutGraph): Point {
  const fixed = nodes.flatMap(({ box, fixed: at }) => (at ? [moved(box, at)] : []));
  if (fixed.length === 0) return { x: 0, y: 0 };
  const top = Math.min(...fixed.map((box) => box.top));
  const bottom = Math.max(...fixed.map((box) => box.bottom));
  return { x: Math.max(...fixed.map((box) => box.right)) + 80, y: (top + bottom) / 2 };
}
