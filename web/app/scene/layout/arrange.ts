/**
 * Where everything goes. Layouts are records; {@link arrange} composes them: run one, fit it to the shape of
 * the canvas, then take every overlap out. With some nodes standing already, only the new ones are placed.
 */
import { fcoseLayout } from './fcose.ts';
import { forceLayout } from './force.ts';
import type { LayoutGraph, Positions } from './graph.ts';
import type { LayoutName } from './names.ts';
import { ringsLayout, typesLayout } from './plain.ts';
import { separate } from './separate.ts';
import { settle } from './settle.ts';

/** fCoSE's cost grows steeply: 0.45 s at 100 nodes, 25 s at 1,000. */
const FCOSE_UP_TO = 300;
/** Share of the scene's area that boxes take before overlaps are removed. */
const DENSITY = 0.5;

interface Layout {
  readonly run: (graph: LayoutGraph) => Positions;
  /** Whether the result is stretched to the shape and density of the canvas. */
  readonly stretch: boolean;
}

const layouts: Record<LayoutName, Layout> = {
  automatic: {
    run: (graph) => (graph.nodes.length <= FCOSE_UP_TO ? fcoseLayout(graph) : forceLayout(graph)),
    stretch: true,
  },
  force: { run: forceLayout, stretch: true },
  rings: { run: ringsLayout, stretch: false },
  types: { run: typesLayout, stretch: false },
};

/** Positions of every node, no two boxes overlapping (fixed ones among themselves may). Fixed nodes do not move. */
export function arrange(graph: LayoutGraph, name: LayoutName = 'automatic'): Positions {
  if (graph.nodes.length === 0) return new Map();
  const layout = layouts[name];
  const found = layout.run(graph);
  const anchored = graph.nodes.some(({ fixed }) => fixed !== null);
  const shaped = layout.stretch && !anchored ? stretched(graph, found) : found;
  for (const { id, fixed } of graph.nodes) if (fixed) shaped.set(id, fixed);
  return separate(graph.nodes, shaped);
}

/** Places what has no place: everything by a layout when nothing stands yet, else near its relatives. */
export function place(graph: LayoutGraph): Positions {
  return graph.nodes.some(({ fixed }) => fixed !== null) ? settle(graph) : arrange(graph);
}

/** Scales to the density wanted, and part of the way to the canvas's proportions. Around the origin. */
function stretched({ nodes, aspect }: LayoutGraph, positions: Positions): Positions {
  if (nodes.length < 3) return positions;
  const points = [...positions.values()];
  const range = (values: number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  const [x, y] = [range(points.map((point) => point.x)), range(points.map((point) => point.y))];
  const [width, height] = [Math.max(1, x.high - x.low), Math.max(1, y.high - y.low)];
  const boxes = nodes.reduce((sum, { box }) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  const wanted = boxes / DENSITY;
  const scaleX = Math.sqrt(wanted * aspect) / width;
  const scaleY = Math.sqrt(wanted / aspect) / height;
  return new Map(
    [...positions].map(([id, point]) => [
      id,
      { x: (point.x - (x.low + x.high) / 2) * scaleX, y: (point.y - (y.low + y.high) / 2) * scaleY },
    ]),
  );
}
