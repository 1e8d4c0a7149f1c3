/**
 * d3-force: velocity Verlet integration with Barnes–Hut repulsion (Barnes and Hut 1986), from a rough stress layout.
 * For scenes too large for stress alone. From there 90 ticks leave fewer crossings than 300 from random places did (at
 * 1,000 and 2,000 nodes), at a quarter of the cost.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { adjacency, type LayoutGraph, type Positions } from './graph.ts';
import { sparseStressLayout } from './stress.ts';

const TICKS = 90;
/** How coarsely far nodes are taken together; d3's own is 0.9. */
const THETA = 1.5;

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

/** Positions for every node; fixed nodes are kept at theirs. */
export function forceLayout(graph: LayoutGraph): Positions {
  const neighbours = adjacency(graph);
  const start = sparseStressLayout(graph);
  const bodies: Body[] = graph.nodes.map(({ id, box, fixed }) => ({
    id,
    radius: Math.sqrt((box.right - box.left) * (box.bottom - box.top)) / 2,
    ...start.get(id),
    ...(fixed ? { fx: fixed.x, fy: fixed.y } : {}),
  }));
  const links: SimulationLinkDatum<Body>[] = graph.edges.map(({ source, target }) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(({ id }) => -160 - 30 * Math.sqrt(neighbours.get(id)?.size ?? 0))
        .theta(THETA),
    )
    .force('collide', forceCollide<Body>(({ radius }) => radius * 0.8).iterations(1))
    .force('x', forceX<Body>(0).strength(0.05 / graph.aspect))
    .force('y', forceY<Body>(0).strength(0.05 * graph.aspect))
    .stop();
  // Cooled down by the last tick.
  simulation.alphaDecay(1 - simulation.alphaMin() ** (1 / TICKS)).tick(TICKS);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
