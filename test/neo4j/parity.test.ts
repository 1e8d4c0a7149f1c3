/** The same document in both stores: the same graph, element by element, and the same answers to every question. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EntityId, Extraction } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { userQuery } from '../../graph/queries/console.ts';
import { documentDetail, documents } from '../../graph/queries/document.ts';
import { entityDetail, evidence } from '../../graph/queries/entity.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { paths } from '../../graph/queries/paths.ts';
import { entitiesById, neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { loadExtraction, removeDocument } from '../../ingest/load.ts';
import { describeNeo4j, emptyDatabase, open } from './database.ts';

const fixture = new URL('../fixtures/ministerial.json', import.meta.url);
const extraction = Extraction.parse(JSON.parse(readFileSync(fixture, 'utf8')));
const ontology = readOntology();

/** Every node and relationship of ours, in an order that is the same everywhere. */
async function graphOf(store: GraphStore): Promise<string[]> {
  const nodes = ['Entity', 'Document', 'Sentence', 'Claim'].map((label) =>
    store.read(`MATCH (n:${label}) RETURN n AS element`),
  );
  const relationships = store.read('MATCH ()-[r]->() RETURN r AS element');
  const results = await Promise.all([...nodes, relationships]);
  return results.flatMap(({ rows }) => rows.map(({ element }) => canonical(element))).toSorted();
}

/** JSON with keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

type Question = (store: GraphStore) => Promise<unknown>;

describeNeo4j('the same document in both stores', () => {
  let folder: string;
  let embedded: GraphStore;
  let neo4j: GraphStore;

  beforeAll(async () => {
    await emptyDatabase();
    folder = await mkdtemp(join(tmpdir(), 'threadline-parity-'));
    [embedded, neo4j] = await Promise.all([openStore({ dataDir: folder }), open()]);
    for (const store of [embedded, neo4j]) await loadExtraction(store, extraction, ontology);
  });
  afterAll(async () => {
    await Promise.all([embedded?.close(), neo4j?.close()]);
    await rm(folder, { recursive: true });
  });

  test('the graph is the same', async () => {
    const graph = await graphOf(neo4j);
    expect(graph.length).toBeGreaterThan(extraction.sentences.length);
    expect(graph).toEqual(await graphOf(embedded));
  });

  const ids = extraction.entities.map((entity) => entity.id);
  const [from = EntityId.parse('none'), ...others] = ids;
  const ends = others.slice(0, 12);
  const questions: [string, Question][] = [
    ['health', async (store) => ({ ...(await health(store)), store: '' })],
    ['schema', (store) => schema(store, ontology)],
    ['documents', documents],
    ['document', (store) => documentDetail(store, extraction.document.id)],
    ['opening scene', (store) => openingScene(store, { limit: 500 })],
    ['small opening scene', (store) => openingScene(store, { limit: 7 })],
    ['entities', (store) => entitiesById(store, ids)],
    ['search', (store) => search(store, { q: 'mq-9' })],
    ['search of sentences', (store) => search(store, { q: 'security', limit: 50 })],
    ['all entities', (store) => Promise.all(ids.map((id) => entityDetail(store, id)))],
    ['all neighbours', (store) => Promise.all(ids.map((id) => neighbours(store, id)))],
    [
      'evidence of all relations',
      async (store) => {
        const { relations } = await openingScene(store, { limit: 500 });
        return Promise.all(relations.map(({ id }) => evidence(store, id)));
      },
    ],
    ...(['short', 'specific'] as const).map((rank): [string, Question] => [
      `paths by ${rank}`,
      (store) => Promise.all(ends.map((to) => paths(store, { from, to, limit: 5, rank }))),
    ]),
    [
      'assets',
      async (store) => ({
        ...(await userQuery(store, 'MATCH (a:Asset) RETURN a.name AS name, a ORDER BY name')),
        milliseconds: 0,
      }),
    ],
  ];

  test.each(questions)('same answer: %s', async (_name, ask) => {
    const answer = await ask(neo4j);
    expect(canonical(answer).length).toBeGreaterThan(20);
    expect(answer).toEqual(await ask(embedded));
  });

  test('loading again changes nothing, and removing leaves the same', async () => {
    const before = await graphOf(neo4j);
    await loadExtraction(neo4j, extraction, ontology);
    expect(await graphOf(neo4j)).toEqual(before);
    for (const store of [embedded, neo4j]) await removeDocument(store, extraction.document.id, ontology);
    const after = await graphOf(neo4j);
    expect(after).toEqual(await graphOf(embedded));
    expect(after.length).toBeLessThan(before.length);
  });
});
