import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentId, EntityId, PathRank, RelationId, SentenceId } from '../../../../graph/model.ts';
import { add, emptyExploration, pin, place } from '../../../../web/app/state/exploration.ts';
import { nothingSelected, select } from '../../../../web/app/state/selection.ts';
import { initialUi, type ReaderTarget } from '../../../../web/app/state/ui.ts';
import {
  decodeView,
  encodeView,
  fingerprint,
  type View,
  ViewError,
  viewOf,
} from '../../../../web/app/state/url.ts';
import { twoHubs } from '../scene/fixture.ts';

/** Ids as any database may have them: separators, percent signs, quotes, other scripts. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
/** As Neo4j has them, of one database or another. */
const engineId = fc
  .tuple(
    fc.constantFrom('4:d47d23ef-9a34-4f80-9de2-dd998a9b2528:', '4:00000000-0000-4000-8000-000000000000:'),
    fc.nat(),
  )
  .map(([database, at]) => `${database}${at}`);
const entityId = fc.oneof(text, engineId).map((value) => EntityId.parse(value));
const whole = fc.integer({ min: -100_000, max: 100_000 });
const reader: fc.Arbitrary<ReaderTarget | null> = fc.oneof(
  fc.constant(null),
  fc.record({ document: text.map((value) => DocumentId.parse(value)) }),
  fc.record({
    document: text.map((value) => DocumentId.parse(value)),
    sentence: text.map((value) => SentenceId.parse(value)),
    start: fc.nat(),
    end: fc.nat(),
  }),
);
const day = fc.constantFrom('', '2022', '2022-09', '2022-09-14');
const view: fc.Arbitrary<View> = fc.record({
  entities: fc.array(
    fc.record({
      id: entityId,
      position: fc.option(fc.record({ x: whole, y: whole })),
      pinned: fc.boolean(),
    }),
  ),
  relations: fc.array(text.map((value) => fingerprint(RelationId.parse(value)))).map((all) => new Set(all)),
  hiddenTypes: fc.array(text),
  hiddenRelationTypes: fc.array(text),
  background: fc.boolean(),
  selectedEntities: fc.array(entityId),
  selectedRelations: fc.array(text.map((value) => RelationId.parse(value))),
  ui: fc.record({
    left: fc.constantFrom(null, 'reader', 'trace'),
    inspector: fc.boolean(),
    console: fc.boolean(),
    list: fc.boolean(),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    reader,
    trace: fc.record({
      from: fc.option(entityId),
      to: fc.option(entityId),
      via: fc.array(entityId, { maxLength: 5 }),
      rank: fc.constantFrom(...PathRank.options),
      background: fc.boolean(),
      filter: fc.record({
        types: fc.array(text),
        documents: fc.array(text.map((value) => DocumentId.parse(value))),
        confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
        after: day,
        before: day,
      }),
    }),
    statement: fc.string({ unit: 'grapheme', maxLength: 60 }),
    captions: fc.array(fc.tuple(text, text)).map((pairs) => Object.fromEntries(pairs)),
  }),
});

describe('view in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(view, (each) => {
        const back = decodeView(encodeView(each));
        expect(back).toEqual({ ...each, relations: new Set([...each.relations].sort()) });
      }),
    );
  });

  it('says once what the ids of one database have in common', () => {
    const ids = Array.from({ length: 300 }, (_, at) => `4:d47d23ef-9a34-4f80-9de2-dd998a9b2528:${at}`);
    const entities = ids.map((id) => ({ id: EntityId.parse(id), position: null, pinned: false }));
    const [first] = fc.sample(view, { numRuns: 1, seed: 1 });
    if (!first) throw new Error('no view');
    const encoded = encodeView({ ...first, entities, selectedEntities: [] });
    expect(encoded.split('dd998a9b2528')).toHaveLength(2);
    expect(decodeView(encoded).entities).toEqual(entities);
  });

  it('holds nothing that an address would change', () => {
    fc.assert(
      fc.property(view, (each) => {
        const encoded = encodeView(each);
        expect(new URL(`http://localhost/#${encoded}`).hash).toBe(`#${encoded}`);
      }),
    );
  });

  it('survives whatever stands in the address: a view or a ViewError', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.boolean(), (noise, versioned) => {
        try {
          decodeView(versioned ? `v=1&${noise}` : noise);
        } catch (cause) {
          expect(cause).toBeInstanceOf(ViewError);
        }
      }),
    );
  });

  it.each([
    ['another version', 'v=2&e=a'],
    ['a bad position', 'v=1&e=a~!~3'],
    ['a bad percent sign', 'v=1&s=%E0%A4%A'],
    ['an unknown theme', 'v=1&theme=pink'],
    ['an empty id', 'v=1&e=a,,b'],
    ['more stops than a trace may have', 'v=1&via=a,b,c,d,e,f'],
    ['an empty stop', 'v=1&via=a,,b'],
    ['a confidence over 100%', 'v=1&sure=101'],
    ['a date that is none', 'v=1&after=soon'],
    ['an empty sentence', 'v=1&doc=d&at=x~y'],
  ])('refuses %s', (_, address) => {
    expect(() => decodeView(address)).toThrow(ViewError);
  });

  it('is taken from the state, compact, with rounded places', () => {
    const subgraph = twoHubs(80);
    const positions = new Map(subgraph.entities.map(({ id }, index) => [id, { x: index * 10.4, y: -0.2 }]));
    const [first] = subgraph.entities;
    if (!first) throw new Error('The scene has entities.');
    const scene = pin(place(add(emptyExploration, subgraph), positions), [first.id]);
    const made = viewOf(scene, select(nothingSelected, { entities: [first.id] }), initialUi);
    expect(made.entities[3]?.position).toEqual({ x: 31, y: 0 });
    expect(made.entities[0]?.pinned).toBe(true);
    expect(encodeView(made).length).toBeLessThan(3000);
    expect(decodeView(encodeView(made)).selectedEntities).toEqual([first.id]);
  });
});
