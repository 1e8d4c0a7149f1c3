import { describe, expect, it } from 'vitest';
import type { EntityId, Subgraph } from '../../../../graph/model.ts';
import { moved, overlaps } from '../../../../web/app/scene/captions.ts';
import { elementsOf, type Point, type SceneNode } from '../../../../web/app/scene/elements.ts';
import { arrange, place } from '../../../../web/app/scene/layout/arrange.ts';
import type { LayoutGraph, Positions } from '../../../../web/app/scene/layout/graph.ts';
import { layoutNames } from '../../../../web/app/scene/layout/names.ts';
import { crossings, effort } from '../../../../web/app/scene/layout/quality.ts';
import { sparseStressLayout, stressLayout } from '../../../../web/app/scene/layout/stress.ts';
import { lookOf } from '../../../../web/app/scene/look.ts';
import { entity, relation } from '../samples.ts';
import { degreesOf, measure, twoHubs } from './fixture.ts';

function graphOf(
  subgraph: Subgraph,
  positions: Positions = new Map(),
  degrees = degreesOf(subgraph),
): LayoutGraph & { nodes: readonly SceneNode[] } {
  const { nodes, edges } = elementsOf({
    subgraph,
    degrees,
    missing: new Map(),
    positions: new Map([...positions].map(([id, at]) => [id as EntityId, at])),
    pinned: new Set(),
    apart: new Set(),
    look: lookOf(null),
    measure,
  });
  return {
    nodes: nodes.map((node) => ({ ...node, type: node.colour, fixed: node.position })),
    edges: edges.map(({ source, target }) => ({ source, target })),
    aspect: 1.4,
  } as LayoutGraph & { nodes: readonly SceneNode[] };
}

function boxes(graph: { nodes: readonly SceneNode[] }, positions: ReadonlyMap<string, Point>) {
  return graph.nodes.map(({ id, box }) => moved(box, positions.get(id) ?? { x: Number.NaN, y: Number.NaN }));
}

describe('arrange', () => {
  it.each(layoutNames)('%s: places every node, no node or caption over another', async (name) => {
    const graph = graphOf(twoHubs(80));
    const positions = await arrange(graph, name);
    expect(positions.size).toBe(80);
    expect([...positions.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
  });

  it('keeps a large scene free of overlaps', async () => {
    const graph = graphOf(twoHubs(700));
    expect(overlaps(boxes(graph, await arrange(graph)))).toEqual([]);
  });

  it('leaves pinned nodes exactly where they are', async () => {
    const at = { x: 123.456, y: -78.9 };
    const graph = graphOf(twoHubs(40), new Map([['t7', at]]));
    const positions = await arrange(graph);
    expect(positions.get('t7')).toEqual(at);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
  });

  it('fills the shape of the canvas closely enough to be read without zooming', async () => {
    const graph = graphOf(twoHubs(80));
    const placed = boxes(graph, await arrange(graph));
    const width = Math.max(...placed.map((box) => box.right)) - Math.min(...placed.map((box) => box.left));
    const height = Math.max(...placed.map((box) => box.bottom)) - Math.min(...placed.map((box) => box.top));
    expect(width * height).toBeLessThan(1_700_000);
    expect(width / height).toBeGreaterThan(0.9);
    expect(width / height).toBeLessThan(2.2);
  });
});

describe('place', () => {
  it('moves nothing that stands and puts the new near their parent, free of overlaps', async () => {
    const base = twoHubs(60);
    const fresh = Array.from({ length: 12 }, (_, index) => entity(`new${index}`));
    const grown = {
      entities: [...base.entities, ...fresh],
      relations: [...base.relations, ...fresh.map(({ id }) => relation('t3', 'INCLUDES', id))],
    };
    const standing = await arrange(graphOf(base, new Map(), degreesOf(grown)));
    const graph = graphOf(grown, standing);
    const positions = await place(graph);
    for (const [id, at] of standing) expect(positions.get(id)).toEqual(at);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
    const parent = positions.get('t3') as Point;
    const span = Math.max(...[...standing.values()].map(({ x }) => Math.abs(x)));
    for (const { id } of fresh) {
      const at = positions.get(id) as Point;
      expect(Math.hypot(at.x - parent.x, at.y - parent.y)).toBeLessThan(span);
    }
  });

  it('places a stranger beside the scene', async () => {
    const standing = await arrange(graphOf(twoHubs(30)));
    const base = twoHubs(30);
    const graph = graphOf({ ...base, entities: [...base.entities, entity('stranger')] }, standing);
    const right = Math.max(...[...standing.values()].map(({ x }) => x));
    expect(((await place(graph)).get('stranger') as Point).x).toBeGreaterThan(right);
  });
});

const chain = (length: number) => {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  const relations = ids.slice(1).map((id, index) => relation(ids[index] ?? '', 'INCLUDES', id));
  return graphOf({ entities: ids.map((id) => entity(id)), relations });
};
const apart = (positions: Positions, one: string, other: string) => {
  const [a, b] = [positions.get(one) as Point, positions.get(other) as Point];
  return Math.hypot(a.x - b.x, a.y - b.y);
};

describe('stressLayout', () => {
  it('puts what is further apart in the graph further apart in the plane', () => {
    const positions = stressLayout(chain(6));
    const distances = [1, 2, 3, 4, 5].map((index) => apart(positions, 'n0', `n${index}`));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('keeps parts that do not hang together in sight of each other', () => {
    const { nodes, ...rest } = chain(3);
    const other = chain(1).nodes.map((node) => ({ ...node, id: 'alone' }));
    const positions = stressLayout({ ...rest, nodes: [...nodes, ...other] });
    expect(apart(positions, 'n0', 'alone')).toBeGreaterThan(apart(positions, 'n0', 'n1'));
    expect(apart(positions, 'n0', 'alone')).toBeLessThan(1000);
  });

  it('leaves fixed nodes where they are', () => {
    const at = { x: -40.5, y: 12 };
    const graph = chain(5);
    const nodes = graph.nodes.map((node) => (node.id === 'n2' ? { ...node, fixed: at } : node));
    expect(stressLayout({ ...graph, nodes }).get('n2')).toEqual(at);
  });
});

describe('sparseStressLayout', () => {
  it('puts neighbours of a large scene next to each other, and what is further apart further away', () => {
    const positions = sparseStressLayout(chain(400));
    const mean = (steps: number) => {
      const lengths = Array.from({ length: 400 - steps }, (_, at) =>
        apart(positions, `n${at}`, `n${at + steps}`),
      );
      return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    };
    expect(mean(1)).toBeLessThan(mean(2));
    expect(mean(2)).toBeLessThan(mean(4));
  });

  it('leaves fixed nodes where they are, and takes a scene with fewer nodes than it looks from', () => {
    const at = { x: 5, y: -7.5 };
    const { nodes, ...rest } = graphOf(twoHubs(12));
    const fixed = nodes.map((node, index) => (index === 3 ? { ...node, fixed: at } : node));
    const positions = sparseStressLayout({ ...rest, nodes: fixed });
    expect(positions.size).toBe(12);
    expect(positions.get(nodes[3]?.id ?? '')).toEqual(at);
  });
});

describe('quality', () => {
  const square = graphOf({
    entities: ['a', 'b', 'c', 'd'].map((id) => entity(id)),
    relations: [relation('a', 'INCLUDES', 'b'), relation('c', 'INCLUDES', 'd')],
  });
  const corners = (order: string) =>
    new Map([...order].map((id, index) => [id, { x: (index % 2) * 200, y: Math.floor(index / 2) * 200 }]));

  it('counts lines that cross', () => {
    expect(crossings(square, corners('abcd'))).toBe(0);
    expect(crossings(square, corners('acdb'))).toBe(1);
  });

  it('prefers fewer crossings on the same area, and less area with the same crossings', () => {
    const plain = effort(square, corners('abcd'));
    expect(plain).toBeLessThan(effort(square, corners('acdb')));
    const wide = new Map([...corners('abcd')].map(([id, { x, y }]) => [id, { x: x * 3, y: y * 3 }]));
    expect(plain).toBeLessThan(effort(square, wide));
  });
});
