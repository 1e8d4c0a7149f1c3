import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../../graph/model.ts';
import * as exploring from '../../../../web/app/state/exploration.ts';
import { entity, relation } from '../samples.ts';

const id = (text: string) => text as EntityId;
const base = exploring.add(
  exploring.emptyExploration,
  {
    entities: [entity('a', { type: 'Country' }), entity('b'), entity('c')],
    relations: [relation('a', 'DISCUSSES', 'b'), relation('b', 'INCLUDES', 'c', { origin: 'gazetteer' })],
  },
  { a: 9, b: 2, c: 1 },
);
const placed = exploring.place(base, new Map([[id('a'), { x: 1, y: 2 }]]));

describe('add', () => {
  it('keeps places, and refuses relations whose ends are missing', () => {
    const next = exploring.add(placed, {
      entities: [entity('a'), entity('d')],
      relations: [relation('a', 'DISCUSSES', 'nobody'), relation('d', 'INCLUDES', 'a')],
    });
    expect([...next.entities.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(next.positions.get(id('a'))).toEqual({ x: 1, y: 2 });
    expect([...next.relations.values()].map(({ object }) => object)).toEqual(['b', 'c', 'a']);
    expect(placed.entities.size).toBe(3);
  });
});

describe('holds', () => {
  it('asks for every entity and every relation', () => {
    const [first] = base.relations.values();
    if (!first) throw new Error('the sample has relations');
    expect(exploring.holds(base, { entities: [entity('a'), entity('c')], relations: [first] })).toBe(true);
    expect(exploring.holds(base, { entities: [entity('d')], relations: [] })).toBe(false);
    expect(exploring.holds(base, { entities: [], relations: [relation('c', 'INCLUDES', 'a')] })).toBe(false);
  });
});

describe('addExpansion', () => {
  it('is the same state when everything is there', () => {
    const [first] = base.relations.values();
    if (!first) throw new Error('the sample has relations');
    expect(exploring.addExpansion(base, id('a'), { entities: [entity('b')], relations: [first] })).toBe(base);
    const next = exploring.addExpansion(base, id('a'), { entities: [entity('d')], relations: [] });
    expect([...(next.expansions.get(id('a')) ?? [])]).toEqual(['d']);
  });
});

describe('remove', () => {
  it('takes relations, places, pins and degrees along, and leaves the old state alone', () => {
    const before = exploring.pin(placed, [id('a')]);
    const next = exploring.remove(before, [id('a')]);
    expect([...next.entities.keys()]).toEqual(['b', 'c']);
    expect(next.relations.size).toBe(1);
    expect([next.positions.size, next.pinned.size, next.degrees.has(id('a'))]).toEqual([0, 0, false]);
    expect(before.entities.size).toBe(3);
  });

  it('is the same state when nothing of it is there', () => {
    expect(exploring.remove(base, [id('nobody')])).toBe(base);
  });
});

describe('collapse', () => {
  const fresh = {
    entities: [entity('x'), entity('y'), entity('z')],
    relations: [
      relation('b', 'INCLUDES', 'x'),
      relation('b', 'INCLUDES', 'y'),
      relation('b', 'INCLUDES', 'z'),
    ],
  };

  it('takes back exactly what the expansion brought', () => {
    const grown = exploring.addExpansion(placed, id('b'), {
      ...fresh,
      entities: [...fresh.entities, entity('c')],
    });
    const next = exploring.collapse(grown, id('b'));
    expect([...next.entities.keys()]).toEqual(['a', 'b', 'c']);
    expect(next.expansions.size).toBe(0);
  });

  it('leaves what is pinned or was expanded further', () => {
    const grown = exploring.addExpansion(placed, id('b'), fresh);
    const further = exploring.addExpansion(grown, id('y'), {
      entities: [entity('deep')],
      relations: [relation('y', 'INCLUDES', 'deep')],
    });
    const next = exploring.collapse(exploring.pin(further, [id('x')]), id('b'));
    expect([...next.entities.keys()].sort()).toEqual(['a', 'b', 'c', 'deep', 'x', 'y']);
  });

  it('without a remembered expansion takes neighbours that hang on the entity alone', () => {
    expect(exploring.collapsible(base, id('b'))).toEqual(['a', 'c']);
    expect(exploring.collapsible(base, id('a'))).toEqual([]);
  });
});

describe('filters', () => {
  it('hide types with their relations, relation types, and background knowledge', () => {
    const types = exploring.showTypes(base, ['Country'], false);
    expect(exploring.visible(types).entities.map((each) => each.id)).toEqual(['b', 'c']);
    expect(exploring.visible(types).relations).toHaveLength(1);
    expect(exploring.visible(exploring.showRelationTypes(base, ['DISCUSSES'], false)).relations).toHaveLength(
      1,
    );
    expect(exploring.visible(exploring.showBackground(base, false)).relations).toHaveLength(1);
    expect(exploring.visible(exploring.showTypes(types, ['Country'], true))).toEqual(exploring.visible(base));
  });

  it('make entities unconnected that only a hidden relation held', () => {
    const hidden = exploring.showBackground(base, false);
    expect([...exploring.dismissUnconnected(hidden).entities.keys()]).toEqual(['a', 'b']);
  });
});

describe('hiddenDegrees', () => {
  it('counts the relations of the whole graph that are not in the scene', () => {
    expect([...exploring.hiddenDegrees(base)]).toEqual([['a', 8]]);
  });
});

describe('replace', () => {
  it('keeps filters, and the places of those that stay', () => {
    const filtered = exploring.showTypes(placed, ['Person'], false);
    const next = exploring.replace(filtered, { entities: [entity('a'), entity('n')], relations: [] });
    expect([...next.entities.keys()]).toEqual(['a', 'n']);
    expect(next.positions.get(id('a'))).toEqual({ x: 1, y: 2 });
    expect(next.filters.hiddenTypes.has('Person')).toBe(true);
  });
});
