/** A database too large to look at as a whole: what is asked of it stays bounded, and what is left out is said. */
import type { ProfiledPlan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as cypher from '../../graph/cypher.ts';
import type { EntityId } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { entityDetail } from '../../graph/queries/entity.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { entitiesById, neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import type { GraphStore } from '../../graph/store.ts';
import { bareDatabase, describeNeo4j, directly, open, profiled } from './database.ts';

const PEOPLE = 30_000;

/** Two hubs that everybody is related to, a relation between them, and rings of people. */
const LARGE = [
  `UNWIND range(1, ${PEOPLE}) AS at CREATE (:Customer {name: 'Customer ' + at, at: at})`,
  "CREATE (a:Shop {name: 'North'})-[:TWIN_OF]->(:Shop {name: 'South'}), (a)-[:TWIN_OF]->(a)",
  "MATCH (s:Shop {name: 'North'}) MATCH (c:Customer) CREATE (c)-[:BUYS_AT]->(s)",
  "MATCH (s:Shop {name: 'South'}) MATCH (c:Customer) WHERE c.at <= 12000 CREATE (s)-[:WRITES_TO]->(c)",
  'CREATE INDEX customers FOR (c:Customer) ON (c.at)',
  'CREATE INDEX customer_names FOR (c:Customer) ON (c.name)',
  'CALL db.awaitIndexes(60)',
  'MATCH (c:Customer) MATCH (d:Customer {at: c.at % 100 + 1}) CREATE (c)-[:KNOWS]->(d)',
];

describeNeo4j('a large database of others', () => {
  let store: GraphStore;
  beforeAll(async () => {
    await bareDatabase();
    for (const statement of LARGE) await directly(statement);
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await bareDatabase();
  });

  const shop = async (name: string): Promise<EntityId> => {
    const [row] = await directly('MATCH (s:Shop {name: $name}) RETURN elementId(s) AS id', { name });
    return String(row?.id) as EntityId;
  };

  test('opens with a sample, and says of how many', async () => {
    const { entities, relations, shown, total, note, degrees } = await openingScene(store, { limit: 60 });
    expect({ shown, total }).toEqual({ shown: 60, total: PEOPLE + 2 });
    expect(note).toMatch(/^A sample of a large database: 60 of 30,002 entities/);
    expect(new Set(entities.map(({ type }) => type))).toEqual(new Set(['Shop', 'Customer']));
    expect(new Set(relations.map(({ type }) => type)).size).toBe(4);
    expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length);
    expect(degrees[await shop('North')]).toBe(PEOPLE + 2);
  });

  test('is counted', async () => {
    expect(await health(store)).toMatchObject({ entities: PEOPLE + 2, relations: 2 * PEOPLE + 12_002 });
    const { entityTypes, relationTypes } = await schema(store, readOntology());
    expect(entityTypes.map(({ type, count }) => [type, count])).toEqual([
      ['Customer', PEOPLE],
      ['Shop', 2],
    ]);
    expect(relationTypes.find(({ type }) => type === 'BUYS_AT')?.count).toBe(PEOPLE);
  });

  test('relations among hubs and others are all there', async () => {
    const people = await directly('MATCH (c:Customer) WHERE c.at IN [1, 2, 20000] RETURN elementId(c) AS id');
    const ids = [await shop('North'), await shop('South'), ...people.map(({ id }) => String(id) as EntityId)];
    const { relations } = await entitiesById(store, ids);
    const [{ expected } = {}] = await directly(
      'MATCH (a)-[r]->(b) WHERE elementId(a) IN $ids AND elementId(b) IN $ids RETURN count(r) AS expected',
      { ids },
    );
    expect(relations).toHaveLength(Number(expected));
  });

  test('neighbours of a hub are chosen among the first of them, and that is said', async () => {
    const id = await shop('North');
    const around = await neighbours(store, id, { limit: 10 });
    expect(around.shown).toBe(10);
    expect(around.note).toMatch(/first 5,000 relations of this entity/);
    const { degree, degrees } = await entityDetail(store, id);
    expect(degree).toBe(PEOPLE + 2);
    expect(degrees[0]).toEqual({ type: 'BUYS_AT', direction: 'in', count: PEOPLE });
  });

  test('a search says that it looked through all, or through how many', async () => {
    const shops = await search(store, { q: 'nort' });
    expect(shops.results.map(({ entity }) => entity.name)).toEqual(['North']);
    expect(shops.searched).toBe(
      'Searched: index customer_names, index customers, the text of 10,002 of 30,002 nodes.',
    );
    // Beyond what is looked through, but indexed.
    const { results } = await search(store, { q: 'customer 29999' });
    expect(results[0]?.entity.name).toBe('Customer 29999');
  });

  /** Records and properties that the engine touches for a query. */
  async function work(text: string, parameters: Record<string, unknown>): Promise<number> {
    const hits = ({ dbHits, children }: ProfiledPlan): number =>
      children.reduce((sum, child) => sum + hits(child), Number(dbHits));
    return hits(await profiled(text, parameters));
  }

  test.each([
    ['all entities', cypher.countEntities, {}],
    ['all relations', cypher.countRelations, {}],
    ['labels', cypher.countLabels(['Customer', 'Shop']), {}],
    ['types', cypher.countTypes(['KNOWS', 'BUYS_AT']), {}],
    ['the first relations of a type', cypher.firstLinks('BUYS_AT'), { limit: 20 }],
    ['the first entities', cypher.firstEntities, { limit: 20 }],
  ])('asking for %s touches no more than it returns', async (_name, query, parameters) => {
    expect(await work(query.textIn('foreign'), parameters)).toBeLessThan(500);
  });
});
