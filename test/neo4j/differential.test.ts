/** What people ask of our graph, on both stores: Neo4j's answer is the right one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import { type GraphStore, StoreError, UnsupportedError } from '../../graph/store.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { describeNeo4j, emptyDatabase, open } from './database.ts';
import { CORPUS } from './differential/corpus.ts';
import { EXPLORATION } from './differential/exploration.ts';

/** Significant digits in which sums of floats may be expected to agree. */
const DIGITS = 12;

/** A value with the order of keys and labels, and the last digits of floats, taken out. */
function canonical(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
}

/** The answer as text, or the error. Rows keep their order only where the statement ends with one. */
async function answer(store: GraphStore, statement: string): Promise<string | StoreError> {
  try {
    const { columns, rows } = await store.read(statement, {}, { untrusted: true });
    const lines = rows.map((row) => JSON.stringify(columns.map((column) => canonical(row[column]))));
    const ordered = /\bORDER BY\b(?!.*\bRETURN\b)/.test(statement);
    return JSON.stringify([columns, ...(ordered ? lines : lines.toSorted())]);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

/** The answers to the whole corpus, each store at its own pace. */
async function answersOf(store: GraphStore): Promise<(string | StoreError)[]> {
  const answers: (string | StoreError)[] = [];
  for (const statement of CORPUS) answers.push(await answer(store, statement));
  return answers;
}

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
    const counts = { same: 0, refused: 0, different: 0 };
    const refused: string[] = [];
    const differences: { statement: string; neo4j: string; embedded: string }[] = [];
    const [rights, owns] = await Promise.all([answersOf(neo4j), answersOf(embedded)]);
    for (const [index, statement] of CORPUS.entries()) {
      const [right, ours] = [rights[index], owns[index]];
      const bothFail = right instanceof StoreError && ours instanceof StoreError;
      if (bothFail || right === ours) counts.same++;
      else if (ours instanceof StoreError) {
        counts.refused++;
        refused.push(statement);
        // It names what it does not run, and where the statement runs.
        expect(ours, statement).toBeInstanceOf(UnsupportedError);
        expect(`${ours.message} ${ours.hint}`, statement).toContain('Neo4j');
      } else {
        counts.different++;
        differences.push({ statement, neo4j: String(right), embedded: String(ours) });
      }
    }
    console.log(`${CORPUS.length} statements: ${JSON.stringify(counts)}`);
    expect(differences).toEqual([]);
    const explored = new Set(EXPLORATION);
    const missed = refused.filter((statement) => explored.has(statement));
    expect(missed.length, missed.join('\n')).toBeLessThan(EXPLORATION.length / 10);
  });

  test('the corpus is large, and a good part of it is what people ask', async () => {
    expect(CORPUS.length).toBeGreaterThan(900);
    expect(EXPLORATION.length).toBeGreaterThan(70);
  });
});
