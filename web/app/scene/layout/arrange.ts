/**
 * Where everything goes. Layouts are records; {@link arrange} composes them: run one, fit it to the shape of
 * the canvas, then take every overlap out; the best of several starts is kept. With some nodes standing already, only the new ones are placed.
 */

import { type Box, moved } from '../captions.ts';
import { forceLayout } from './force.ts';
import { adjacency, type LayoutGraph, type LayoutNode, type Positions } from './graph.ts';
import type { LayoutName } from './names.ts';
import { ringsLayout, typesLayout } from './plain.ts';
import { effort } from './quality.ts';
import { Field, separate } from './separate.ts';
import { settle } from './settle.ts';
import { stressLayout } from './stress.ts';

/** Stress takes all pairs: 45,000 at 300 nodes. */
const STRESS_UP_TO = 300;
/** fCoSE's cost grows steeply: 0.45 s at 100 nodes, 25 s at 1,000. */
const FCOSE_UP_TO = 300;
/** Most starts that are tried; at 77 nodes one takes 8 ms. */
const STARTS = 4;
/** Share of the scene's area that boxes take before overlaps are removed. */
const DENSITY = 0.7;
/** How far coordinates are moved towards even spacing, 0 to 1. Found by trying: it gave the largest captions. */
const EVENED = 0.6;

interface Layout {
  readonly run: (graph: LayoutGraph) => Positions | Promise<Positions>;
  /** Whether the result is stretched to the shape and density of the canvas. */
  readonly stretch: boolean;
  /** How many random starts are compared. */
  readonly starts?: (nodes: number) => number;
}

const layouts: Record<LayoutName, Layout> = {
  automatic: {
    run: (graph) => (graph.nodes.length <= STRESS_UP_TO ? stressLayout(graph) : forceLayout(graph)),
    stretch: true,
    starts: (nodes) => Math.max(1, Math.min(STARTS, Math.floor(50_000 / nodes ** 2))),
  },
  force: {
    run: async (graph) =>
      graph.nodes.length <= FCOSE_UP_TO
        ? (await import('./fcose.ts')).fcoseLayout(graph)
        : forceLayout(graph),
    stretch: true,
  },
  rings: { run: ringsLayout, stretch: false },
  types: { run: typesLayout, stretch: false },
};

/** Positions of every node, no two boxes overlapping (fixed ones among themselves may). Fixed nodes do not move. */
export async function arrange(graph: LayoutGraph, name: LayoutName = 'automatic'): Promise<Positions> {
  if (graph.nodes.length === 0) return new Map();
  const layout = layouts[name];
  if (!layout.stretch) return separate(graph.nodes, keepFixed(graph, await layout.run(graph)));
  const neighbours = adjacency(graph);
  const strays = graph.nodes.filter(({ id, fixed }) => !fixed && neighbours.get(id)?.size === 0);
  const stray = new Set(strays);
  const nodes = graph.nodes.filter((node) => !stray.has(node));
  if (nodes.length === 0) return separate(graph.nodes, typesLayout(graph));
  return fillCorners(strays, nodes, await bestOf({ ...graph, nodes }, layout));
}

/** The layout from each of its random starts, shaped and free of overlaps; the one that is easiest to read. */
async function bestOf(graph: LayoutGraph, { run, starts }: Layout): Promise<Positions> {
  const { nodes } = graph;
  const anchored = nodes.some(({ fixed }) => fixed !== null);
  const tried: Positions[] = [];
  for (let start = starts?.(nodes.length) ?? 1; start > 0; start -= 1) {
    const found = await run(graph);
    tried.push(separate(nodes, anchored ? keepFixed(graph, found) : stretched(graph, found)));
  }
  const [first = new Map(), ...others] = tried;
  let best = { positions: first, effort: others.length > 0 ? effort(graph, first) : 0 };
  for (const positions of others) {
    const other = effort(graph, positions);
    if (other < best.effort) best = { positions, effort: other };
  }
  return best.positions;
}

function keepFixed({ nodes }: LayoutGraph, positions: Positions): Positions {
  return new Map([...positions, ...nodes.flatMap(({ id, fixed }) => (fixed ? [[id, fixed] as const] : []))]);
}

/** Entities related to nothing go where they widen the picture least: into its corners. */
function fillCorners(
  strays: readonly LayoutNode[],
  nodes: readonly LayoutNode[],
  positions: Positions,
): Positions {
  const boxes = nodes.map(({ id, box }) => moved(box, positions.get(id) ?? { x: 0, y: 0 }));
  const field = new Field(boxes);
  const x = [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))];
  const y = [Math.min(...boxes.map(({ top }) => top)), Math.max(...boxes.map(({ bottom }) => bottom))];
  const [left = 0, right = 0] = x;
  const [top = 0, bottom = 0] = y;
  const outside = (box: Box) =>
    Math.max(0, left - box.left, box.right - right) + Math.max(0, top - box.top, box.bottom - bottom);
  const result = new Map(positions);
  for (const { id, box } of strays) {
    const [best] = x
      .flatMap((cornerX) =>
        y.map((cornerY) => field.nearestFree(box, { x: cornerX * 0.9, y: cornerY * 0.9 })),
      )
      .sort((a, b) => outside(moved(box, a)) - outside(moved(box, b)));
    if (!best) continue;
    field.occupy(moved(box, best));
    result.set(id, best);
  }
  return result;
}

/** Places what has no place: everything by a layout when nothing stands yet, else near its relatives. */
export async function place(graph: LayoutGraph): Promise<Positions> {
  return graph.nodes.some(({ fixed }) => fixed !== null) ? settle(graph) : arrange(graph);
}

/**
 * Scales to the density wanted and the canvas's proportions, around the origin. Along each axis part of the way
 * goes to even spacing: force-directed clouds are dense in the middle and leave the corners empty.
 */
function stretched({ nodes, aspect }: LayoutGraph, positions: Positions): Positions {
  const boxes = nodes.reduce((sum, { box }) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  const wanted = boxes / DENSITY;
  const x = evened(positions, 'x', Math.sqrt(wanted * aspect));
  const y = evened(positions, 'y', Math.sqrt(wanted / aspect));
  return new Map([...positions.keys()].map((id) => [id, { x: x.get(id) ?? 0, y: y.get(id) ?? 0 }]));
}

/** Coordinates along one axis over `length` units: between where they are and where their rank alone would put them. */
function evened(positions: Positions, axis: 'x' | 'y', length: number): Map<string, number> {
  const order = [...positions].sort(([, a], [, b]) => a[axis] - b[axis]);
  const low = order[0]?.[1][axis] ?? 0;
  const range = Math.max(1, (order.at(-1)?.[1][axis] ?? 0) - low);
  const last = Math.max(1, order.length - 1);
  return new Map(
    order.map(([id, point], index) => [
      id,
      (EVENED * (index / last) + (1 - EVENED) * ((point[axis] - low) / range) - 0.5) * length,
    ]),
  );
}
