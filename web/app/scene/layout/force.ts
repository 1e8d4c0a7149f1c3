/**
 * d3-force: velocity Verlet integration with Barnes–Hut repulsion (Barnes and Hut 1986). For scenes too large
 * for fCoSE: 300 ticks took 1.2 s at 1,000 nodes.
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

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

/** Positions for every node; fixed nodes are kept at theirs. */
export function forceLayout(graph: LayoutGraph): Positions {
  const neighbours = adjacency(graph);
  const bodies: Body[] = graph.nodes.map(({ id, box, fixed }) => ({
    id,
    radius: Math.sqrt((box.right - box.left) * (box.bottom - box.top)) / 2,
    ...(fixed ? { fx: fixed.x, fy: fixed.y } : {}),
  }));
  const links: SimulationLinkDatum<Body>[] = graph.edges.map(({ source, target }) => ({ source, target }));
  const many = graph.nodes.length > 1000;
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
        .theta(many ? 1.2 : 0.9),
    )
    .force('collide', forceCollide<Body>(({ radius }) => radius * 0.8).iterations(1))
    .force('x', forceX<Body>(0).strength(0.05 / graph.aspect))
    .force('y', forceY<Body>(0).strength(0.05 * graph.aspect))
    .stop();
  const ticks = many ? 120 : 300;
  // Cooled down by the last tick, however many there are.
  simulation.alphaDecay(1 - simulation.alphaMin() ** (1 / ticks)).tick(ticks);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
