import { describe, expect, it } from 'vitest';
import type { EntityId, Subgraph } from '../../../../graph/model.ts';
import { captionBox, overlaps, wrapCaption } from '../../../../web/app/scene/captions.ts';
import { captionsThatFit } from '../../../../web/app/scene/edge-captions.ts';
import { elementsOf, MOST, type Point, type SceneInput, tierOf } from '../../../../web/app/scene/elements.ts';
import { emphasisOf } from '../../../../web/app/scene/emphasis.ts';
import { lookOf } from '../../../../web/app/scene/look.ts';
import { contrast, grounds, palette } from '../../../../web/app/scene/palette.ts';
import { entity, relation } from '../samples.ts';
import { degreesOf, measure, twoHubs } from './fixture.ts';

function input(subgraph: Subgraph, overrides: Partial<SceneInput> = {}): SceneInput {
  return {
    subgraph,
    degrees: degreesOf(subgraph),
    missing: new Map(),
    positions: new Map(),
    pinned: new Set(),
    apart: new Set(),
    look: lookOf(null),
    measure,
    ...overrides,
  };
}

describe('elementsOf', () => {
  const entities = [entity('a'), entity('b'), entity('c')];

  it('bundles relations between the same two entities, whichever way they run, and counts them', () => {
    const relations = [
      relation('a', 'OPPOSES', 'b'),
      relation('b', 'ATTACKS', 'a'),
      relation('b', 'ABOUT', 'c'),
    ];
    const { edges } = elementsOf(input({ entities, relations }));
    expect(edges.map(({ caption, bundle }) => [caption, bundle])).toEqual([
      ['×2', true],
      ['about', false],
    ]);
  });

  it('spreads a bundle out when one of its relations is selected', () => {
    const relations = [relation('a', 'OPPOSES', 'b'), relation('b', 'ATTACKS', 'a')];
    const [first] = relations;
    const apart = new Set(first ? [first.id] : []);
    expect(elementsOf(input({ entities, relations }, { apart })).edges).toHaveLength(2);
  });

  it('marks what is denied, weak, background knowledge, and says denied in words', () => {
    const relations = [
      relation('a', 'OPPOSES', 'b', { polarity: '-', confidence: 0.4 }),
      relation('b', 'LOCATED_IN', 'c', { origin: 'gazetteer' }),
    ];
    const [denied, background] = elementsOf(input({ entities, relations })).edges;
    expect(denied).toMatchObject({ caption: 'not opposes', negative: true, weak: true, background: false });
    expect(background).toMatchObject({ negative: false, weak: false, background: true });
  });

  it('sizes by degree in the whole graph, and makes hubs bold', () => {
    const degrees = new Map([['a', 50] as const, ['b', 1] as const].map(([id, n]) => [id as EntityId, n]));
    const [a, b] = elementsOf(input({ entities, relations: [] }, { degrees })).nodes;
    expect(a?.size).toBeGreaterThan(2 * (b?.size ?? 0));
    expect([a?.font.bold, b?.font.bold]).toEqual([true, false]);
  });

  it('draws the best-connected of too many, and says how many are left out', () => {
    const { nodes, left } = elementsOf(input(twoHubs(MOST + 40)));
    expect([nodes.length, left]).toEqual([MOST, 40]);
    expect(nodes.slice(0, 2).map(({ id }) => id)).toEqual(['japan', 'us']);
  });

  it('chooses how much to draw by size', () => {
    expect([tierOf(80, 140), tierOf(301, 600), tierOf(1600, 3000)]).toEqual(['full', 'straight', 'haystack']);
    expect([tierOf(310, 600, 'full'), tierOf(400, 600, 'full')]).toEqual(['full', 'straight']);
  });
});

describe('captions', () => {
  const font = { size: 12, bold: false };
  const fits = (line: string) => measure(line, 12, false) <= 112;

  it.each([
    'Japan',
    "Japan's defense capabilities (and their reinforcement) and whatever else stands in a long name",
    'safe and environment-friendly operations of the U.S. forces',
    'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
    '安全保障協力の強化に関する共同声明の実施状況について',
  ])('are at most three lines that fit: %s', (name) => {
    const lines = wrapCaption(name, measure, font, 112, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.every(fits)).toBe(true);
    const whole = lines.join('').replaceAll(/\s/g, '');
    const text = name.replaceAll(/\s/g, '');
    expect(whole === text || (whole.endsWith('…') && text.startsWith(whole.slice(0, -1)))).toBe(true);
  });

  it('take a box below the node', () => {
    const box = captionBox(['ab', 'abcd'], measure, font, 20);
    expect(box.right - box.left).toBeCloseTo(measure('abcd', 12, false));
    expect(box.top).toBeGreaterThanOrEqual(10);
  });

  it('overlap is found pair by pair', () => {
    const box = (left: number, top: number) => ({ left, right: left + 10, top, bottom: top + 10 });
    expect(overlaps([box(0, 0), box(5, 5), box(20, 0), box(11, 11)])).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });
});

describe('captionsThatFit', () => {
  it('moves aside where a node lies on the middle, and leaves out what is longer than its line', () => {
    const entities = [
      ...Array.from({ length: 15 }, (_, index) => entity(`n${index}`)),
      entity('between'),
      entity('near'),
    ];
    const chain = Array.from({ length: 13 }, (_, index) => relation(`n${index}`, 'ABOUT', `n${index + 1}`));
    const blocked = relation('n0', 'CONTRIBUTES_TO', 'n14');
    const short = relation('n14', 'COOPERATES_WITH', 'near');
    const positions = new Map(
      entities.map(({ id }, index): [EntityId, Point] => [id, { x: 0, y: index * 400 }]),
    );
    positions.set('n14' as EntityId, { x: 600, y: 0 });
    positions.set('between' as EntityId, { x: 300, y: 0 });
    positions.set('near' as EntityId, { x: 660, y: 0 });
    const relations = [...chain, blocked, short];
    const elements = elementsOf(input({ entities, relations }, { positions }));
    const shown = captionsThatFit(elements);
    expect(shown.get(`r:${chain[0]?.id}`)?.distance).toBeNull();
    const { share = 0.5, distance } = shown.get(`r:${blocked.id}`) ?? {};
    const box = elements.nodes.find(({ id }) => id === 'between')?.box;
    expect(Math.abs(share - 0.5) * 600).toBeGreaterThan(box?.right ?? Number.POSITIVE_INFINITY);
    expect(distance).toBeGreaterThan(0);
    expect(shown.has(`r:${short.id}`)).toBe(false);
  });

  it('puts a caption beside a short line between wide names, where lines are few', () => {
    const entities = [entity('an air base of a long name'), entity('an air force of a long name')];
    const [from, to] = entities.map(({ id }) => id) as [EntityId, EntityId];
    const line = relation(from, 'OPERATES', to);
    const positions = new Map([
      [from, { x: 0, y: 0 }],
      [to, { x: 115, y: 75 }],
    ]);
    const elements = elementsOf(input({ entities, relations: [line] }, { positions }));
    const place = captionsThatFit(elements).get(`r:${line.id}`);
    expect(Math.hypot(place?.aside.x ?? 0, place?.aside.y ?? 0)).toBeGreaterThan(5);
    expect((place?.aside.x ?? 1) * 115 + (place?.aside.y ?? 1) * 75).toBeCloseTo(0);
  });

  it('numbers a bundle where the number lies over nothing, of hubs too', () => {
    const entities = Array.from({ length: 16 }, (_, index) => entity(`n${index}`));
    const chain = Array.from({ length: 13 }, (_, index) => relation(`n${index}`, 'ABOUT', `n${index + 1}`));
    const twice = (a: string, b: string) => [relation(a, 'OPPOSES', b), relation(a, 'ATTACKS', b)];
    const relations = [...chain, ...twice('n0', 'n14'), ...twice('n14', 'n15')];
    const positions = new Map(
      entities.map(({ id }, index): [EntityId, Point] => [id, { x: 0, y: index * 400 }]),
    );
    positions.set('n14' as EntityId, { x: 600, y: 0 });
    positions.set('n15' as EntityId, { x: 630, y: 0 });
    const degrees = new Map([['n14' as EntityId, 40]]);
    const elements = elementsOf(input({ entities, relations }, { positions, degrees }));
    const [free, squeezed] = elements.edges.filter(({ bundle }) => bundle);
    expect(free?.quiet).toBe(true);
    const shown = captionsThatFit(elements);
    expect([free, squeezed].map((edge) => shown.has(edge?.key ?? ''))).toEqual([true, false]);
  });
});

describe('emphasisOf', () => {
  const relations = [relation('a', 'ABOUT', 'b'), relation('b', 'ABOUT', 'c'), relation('c', 'ABOUT', 'd')];
  const none = { entities: new Set<EntityId>(), relations: new Set<never>() };

  it('is nothing when nothing is selected or hovered', () => {
    expect(emphasisOf({ relations, selected: none, path: null, hover: null })).toBeNull();
  });

  it('keeps the neighbourhood of what is hovered, and what is selected', () => {
    const selected = { entities: new Set(['d' as EntityId]), relations: none.relations };
    const found = emphasisOf({ relations, selected, path: null, hover: { kind: 'entity', id: 'b' } });
    expect([...(found?.entities ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(found?.relations.size).toBe(2);
    expect([...(found?.strongEntities ?? [])].sort()).toEqual(['b', 'd']);
  });

  it('keeps the ends of a hovered relation', () => {
    const hover = { kind: 'relation', id: relations[2]?.id ?? '' } as const;
    const found = emphasisOf({ relations, selected: none, path: null, hover });
    expect([...(found?.entities ?? [])].sort()).toEqual(['c', 'd']);
  });
});

describe('palette', () => {
  it.each(['light', 'dark'] as const)(
    '%s: borders, lines and captions stand out from the background',
    (theme) => {
      const ground = grounds[theme];
      for (const { border } of Object.values(palette[theme])) {
        expect(contrast(border, ground.background)).toBeGreaterThanOrEqual(3);
      }
      expect(contrast(ground.edge, ground.background)).toBeGreaterThanOrEqual(3);
      expect(contrast(ground.negative, ground.background)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ground.text, ground.background)).toBeGreaterThanOrEqual(7);
      expect(contrast(ground.caption, ground.background)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
