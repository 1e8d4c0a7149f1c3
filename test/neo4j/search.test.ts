/** Search on our own graph: the full-text index narrows down, and never takes away what a look through all would find. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as cypher from '../../graph/cypher.ts';
import { fold, searchWords } from '../../graph/fold.ts';
import { search } from '../../graph/queries/search.ts';
import { rowsOf } from '../../graph/run.ts';
import type { GraphStore } from '../../graph/store.ts';
import { narrowing } from '../../graph/text-index.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { describeNeo4j, directly, emptyDatabase, open } from './database.ts';

/** Pieces of names as people write them, and signs that tokenisers treat in their own ways. */
const PIECES = [
  ...[
    'Mageshima',
    'MQ-9',
    'Kānoya',
    'é',
    'Ｆ-Ｘ',
    'the',
    'A',
    'co-operation',
    "can't",
    'U.S.',
    '3.14',
    'foo_bar',
    'x2',
  ],
  ...[
    '馬毛島',
    '普天間飛行場',
    'カー',
    'ガ',
    'の',
    '々',
    '대한민국',
    'Ελλάς',
    'Шойгу',
    'القاهرة',
    'ירושלים',
    'दिल्ली',
    'ไทย',
  ],
  ...[' ', ' ', '-', '/', '’', '_', '.', '\u{20000}', '🚁', '²', 'Ⅷ', 'ß', 'İ', '\n'],
];
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((all) => all.join(''));

/** A part of a text, as somebody would type it. */
const typed = fc.tuple(text, fc.nat(), fc.integer({ min: 1, max: 12 })).map(([whole, at, length]) => {
  const characters = [...whole];
  return characters.slice(at % characters.length, (at % characters.length) + length).join('');
});

describeNeo4j('search by the full-text index', () => {
  let store: GraphStore;

  async function bothWays(words: string[]): Promise<[string[], string[]] | null> {
    const narrowed = narrowing(words);
    if (narrowed === null) return null;
    const parameters = { words, types: [], narrowed };
    const [all, indexed] = await Promise.all([
      rowsOf(store, cypher.searchEntities, parameters),
      rowsOf(store, cypher.searchEntityIndex, parameters),
    ]);
    return [all.map(({ id }) => id).toSorted(), indexed.map(({ id }) => id).toSorted()];
  }

  beforeAll(async () => {
    await emptyDatabase();
    store = await open();
    await loadExtraction(store, ministerial, ontology);
  });
  afterAll(() => store.close());

  test('the indexes are there to be asked', async () => {
    await directly('CALL db.awaitIndexes(60)');
    expect(
      (await store.textIndexes()).flatMap(({ kind, name }) => (kind === 'fulltext' ? [name] : [])),
    ).toEqual(['threadline_entity_search', 'threadline_sentence_search']);
  });

  test('every part of every name finds the same with and without it', async () => {
    const names = ministerial.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const name of names) {
      const [all = [], indexed] = (await bothWays(searchWords(name))) ?? [];
      expect(indexed ?? all, name).toEqual(all);
    }
  });

  test('any text in any script finds the same with and without it', async () => {
    const texts = fc.sample(text, { numRuns: 400, seed: 7 });
    const rows = texts.map((each, at) => ({ id: `e${at}`, name: each, search: fold(each) }));
    await directly('UNWIND $rows AS row CREATE (e:Entity) SET e = row', { rows });
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        const words = searchWords(q);
        const both = words.length === 0 ? null : await bothWays(words);
        if (both === null) return;
        narrowed += 1;
        expect(both[1], JSON.stringify(words)).toEqual(both[0]);
      }),
      { numRuns: 250, seed: 11 },
    );
    expect(narrowed).toBeGreaterThan(150);
    await directly('MATCH (e:Entity) WHERE e.type IS NULL DELETE e');
  });

  test('the index is what is asked', async () => {
    const asked: string[] = [];
    const watched: GraphStore = new Proxy(store, {
      get: (target, key) => {
        if (key === 'read') {
          return (...all: Parameters<GraphStore['read']>) => {
            asked.push(all[0]);
            return target.read(...all);
          };
        }
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const { results } = await search(watched, { q: 'mage' });
    expect(results[0]?.entity.name).toMatch(/^Mageshima/);
    const searching = asked.filter((statement) => statement.includes('.search CONTAINS'));
    expect(searching).toHaveLength(2);
    for (const statement of searching) expect(statement).toContain('db.index.fulltext.queryNodes');
  });
});
