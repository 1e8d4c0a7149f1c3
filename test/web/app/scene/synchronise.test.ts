/** What the renderer holds, kept equal to the scene: nothing lost, nothing styled twice. */
import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import type { EntityId, Subgraph } from '../../../../graph/model.ts';
import { elementsOf } from '../../../../web/app/scene/elements.ts';
import { lookOf } from '../../../../web/app/scene/look.ts';
import { type Drawn, synchronise } from '../../../../web/app/scene/synchronise.ts';
import { degreesOf, measure, twoHubs } from './fixture.ts';

const scene = twoHubs(20);

function elements(subgraph: Subgraph, pinned: readonly string[] = []) {
  return elementsOf({
    subgraph,
    degrees: degreesOf(scene),
    missing: new Map(),
    positions: new Map(scene.entities.map(({ id }, index) => [id, { x: index * 50, y: 0 }])),
    pinned: new Set(pinned as EntityId[]),
    apart: new Set(),
    look: lookOf(null),
    measure,
  });
}

function renderer() {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  const drawn: Drawn = { nodes: new Map(), edges: new Map() };
  const written: string[] = [];
  cy.on('data', ({ target }) => written.push(target.id()));
  return { cy, written, show: (next: ReturnType<typeof elements>) => synchronise(cy, next, drawn) };
}

describe('synchronise', () => {
  it('writes nothing where nothing differs', () => {
    const { cy, written, show } = renderer();
    show(elements(scene));
    expect(cy.nodes()).toHaveLength(20);
    show(elements(scene));
    expect(written).toEqual([]);
  });

  it('writes what differs, and only that', () => {
    const { cy, written, show } = renderer();
    show(elements(scene));
    show(elements(scene, ['japan']));
    expect(written).toEqual(['n:japan']);
    expect(cy.getElementById('n:japan').data('pinned')).toBe(true);
  });

  it('takes away what is no longer in the scene, with its relations, and brings it back', () => {
    const { cy, show } = renderer();
    const whole = elements(scene);
    show(whole);
    show(elements({ ...scene, entities: scene.entities.filter(({ id }) => id !== 'us') }));
    expect(cy.nodes()).toHaveLength(19);
    expect(cy.edges('[source = "n:us"], [target = "n:us"]')).toHaveLength(0);
    show(whole);
    expect(cy.elements()).toHaveLength(whole.nodes.length + whole.edges.length);
  });
});
