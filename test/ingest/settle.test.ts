/** Two graphs brought together by a file are the graph that reading all their documents into one store gives. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentId } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { exportGraph } from '../../graph/transfer/export.ts';
import { FORMATS } from '../../graph/transfer/formats.ts';
import { importGraph } from '../../graph/transfer/import.ts';
import { checkFile } from '../../graph/transfer/jsonl-file.ts';
import { loadExtraction, settleDocument } from '../../ingest/load.ts';
import { extractions } from '../graph/arbitrary.ts';
import { allOf, comparable } from '../graph/transfer/graphs.ts';

const ontology = readOntology();
let folder: string;
let stores: GraphStore[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-settle-'));
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
});

async function opened(): Promise<GraphStore> {
  const store = await openStore({ dataDir: await mkdtemp(join(folder, 'data-')) });
  stores = [...stores, store];
  return store;
}

test('a file into a graph that is not empty', { timeout: 120_000 }, async () => {
  // Opening stores takes most of the time: one pair of documents that share entities, relations and claims.
  const [pair] = fc.sample(fc.tuple(extractions('one'), extractions('two')), { numRuns: 1, seed: 12 });
  if (!pair) throw new Error('There is no sample.');
  const [here, there, together] = await Promise.all([opened(), opened(), opened()]);
  const [one, two] = pair;
  await loadExtraction(here, one, ontology);
  await loadExtraction(there, two, ontology);
  for (const each of pair) await loadExtraction(together, each, ontology);
  const path = join(folder, 'graph.jsonl');
  await exportGraph(there, FORMATS.jsonl, path);
  const settle = async (documents: readonly string[]) => {
    for (const id of documents) await settleDocument(here, DocumentId.parse(id), ontology);
  };
  expect(await importGraph(here, await checkFile(path), { settle })).toMatchObject({ merged: true });
  const graph = comparable(await allOf(together.transfer));
  expect(comparable(await allOf(here.transfer))).toEqual(graph);
  expect(graph.length).toBeGreaterThan(comparable(await allOf(there.transfer)).length);
});
