/** What people ask of our graph, on both stores: Neo4j's answer is the right one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import { type GraphStore, UnsupportedError } from '../../graph/store.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { describeNeo4j, emptyDatabase, open } from './database.ts';
import { compareStores } from './differential/compare.ts';
import { CORPUS } from './differential/corpus.ts';
import { EXPLORATION } from './differential/exploration.ts';

describeNeo4j('the differential corpus', () => {
  let folder: string;
  let neo4j: GraphStore;
  let embedded: GraphStore;
  beforeAll(async () => {
    await emptyDatabase();
    folder = await mkdtemp(join(tmpdir(), 'threadline-differential-'));
    [neo4j, embedded] = await Promise.all([open(), openStore({ dataDir: folder })]);
    for (const store of [neo4j, embedded]) await loadExtraction(store, ministerial, ontology);
  });
  afterAll(async () => {
    await Promise.all([neo4j?.close(), embedded?.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  test('the embedded store gives Neo4j’s answer or refuses', { timeout: 600_000 }, async () => {
    const { same, refused, different } = await compareStores(neo4j, embedded, CORPUS);
    for (const { statement, error } of refused) {
      // It names what it does not run, and where the statement runs.
      expect(error, statement).toBeInstanceOf(UnsupportedError);
      expect(`${error.message} ${error.hint}`, statement).toContain('Neo4j');
    }
    const counts = { same, refused: refused.length, different: different.length };
    console.log(`${CORPUS.length} statements: ${JSON.stringify(counts)}`);
    expect(different).toEqual([]);
    const explored = new Set(EXPLORATION);
    const missed = refused.map(({ statement }) => statement).filter((statement) => explored.has(statement));
    expect(missed.length, missed.join('\n')).toBeLessThan(EXPLORATION.length / 10);
  });

  test('the corpus is large, and a good part of it is what people ask', async () => {
    expect(CORPUS.length).toBeGreaterThan(900);
    expect(EXPLORATION.length).toBeGreaterThan(70);
  });
});
