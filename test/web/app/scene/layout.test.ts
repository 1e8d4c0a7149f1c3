import { describe, expect, it } from 'vitest';
import type { EntityId, Subgraph } from '../../../../graph/model.ts';
import { moved, overlaps } from '../../../../web/app/scene/captions.ts';
import { elementsOf, type Point, type SceneNode } from '../../../../web/app/scene/elements.ts';
import { arrange, place } from '../../../../web/app/scene/layout/arrange.ts';
import type { LayoutGraph, Positions } from '../../../../web/app/scene/layout/graph.ts';
import { layoutNames } from '../../../../web/app/scene/layout/names.ts';
import { lookOf } from '../../../../web/app/scene/look.ts';
import { degreesOf, entity, measure, relation, twoHubs } from './fixture.ts';

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
  it.each(layoutNames)('%s: places every node, no node or caption over another', (name) => {
    const graph = graphOf(twoHubs(80));
    const positions = arrange(graph, name);
    expect(positions.size).toBe(80);
    expect([...positions.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
  });

  it('keeps a large scene free of overlaps', () => {
    const graph = graphOf(twoHubs(700));
    expect(overlaps(boxes(graph, arrange(graph)))).toEqual([]);
  });

  it('leaves pinned nodes exactly where they are', () => {
    const at = { x: 123.456, y: -78.9 };
    const graph = graphOf(twoHubs(40), new Map([['t7', at]]));
    const positions = arrange(graph);
    expect(positions.get('t7')).toEqual(at);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
  });

  it('fills the shape of the canvas closely enough to be read without zooming', () => {
    const graph = graphOf(twoHubs(80));
    const placed = boxes(graph, arrange(graph));
    const width = Math.max(...placed.map((box) => box.right)) - Math.min(...placed.map((box) => box.left));
    const height = Math.max(...placed.map((box) => box.bottom)) - Math.min(...placed.map((box) => box.top));
    expect(width * height).toBeLessThan(1_700_000);
    expect(width / height).toBeGreaterThan(0.9);
    expect(width / height).toBeLessThan(2.2);
  });
});

describe('place', () => {
  it('moves nothing that stands and puts the new near their parent, free of overlaps', () => {
    const base = twoHubs(60);
    const fresh = Array.from({ length: 12 }, (_, index) => entity(`new${index}`));
    const grown = {
      entities: [...base.entities, ...fresh],
      relations: [...base.relations, ...fresh.map(({ id }) => relation('t3', 'INCLUDES', id))],
    };
    const standing = arrange(graphOf(base, new Map(), degreesOf(grown)));
    const graph = graphOf(grown, standing);
    const positions = place(graph);
    for (const [id, at] of standing) expect(positions.get(id)).toEqual(at);
    expect(overlaps(boxes(graph, positions))).toEqual([]);
    const parent = positions.get('t3') as Point;
    const span = Math.max(...[...standing.values()].map(({ x }) => Math.abs(x)));
    for (const { id } of fresh) {
      const at = positions.get(id) as Point;
      expect(Math.hypot(at.x - parent.x, at.y - parent.y)).toBeLessThan(span);
    }
  });

  it('places a stranger beside the scene', () => {
    const standing = arrange(graphOf(twoHubs(30)));
    const base = twoHubs(30);
    const graph = graphOf({ ...base, entities: [...base.entities, entity('stranger')] }, standing);
    const right = Math.max(...[...standing.values()].map(({ x }) => x));
    expect((place(graph).get('stranger') as Point).x).toBeGreaterThan(right);
  });
});
