/** Typed statements that write, where the server was started to let them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { userQuery } from '../../graph/queries/console.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { entitiesById, openingScene } from '../../graph/queries/scene.ts';
import { type GraphStore, QueryTimeoutError, ReadOnlyError } from '../../graph/store.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { describeNeo4j, directly, emptyDatabase, open } from './database.ts';

/** None of these is a change of nodes and relationships alone. */
const STILL_REFUSED = [
  'CREATE INDEX made IF NOT EXISTS FOR (n:X) ON (n.a)',
  'CREATE CONSTRAINT made IF NOT EXISTS FOR (n:X) REQUIRE n.a IS UNIQUE',
  'DROP INDEX threadline_entity_name',
  "CREATE USER mallory SET PASSWORD 'abcdefgh'",
  'SHOW USERS',
  'SHOW SETTINGS',
  'SHOW TRANSACTIONS',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  "LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Line {text: line[0]})",
  "CREATE (n:X) WITH n RETURN [x IN [1] | COLLECT { LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l }]",
  'MATCH (n) CALL (n) { SET n.seen = true } IN TRANSACTIONS',
  'CALL dbms.killConnections([])',
  "CALL db.createLabel('X')",
  'CREATE (n:X) WITH n CALL tx.setMetaData({a: 1}) RETURN n',
  'PROFILE CREATE (n:X)',
];

describeNeo4j('statements that may write', () => {
  let store: GraphStore;
  beforeAll(async () => {
    await emptyDatabase();
    store = await open({ allowWrite: true });
    await loadExtraction(store, ministerial, ontology);
  });
  afterAll(() => store.close());

  test('it is told', async () => {
    expect(await health(store)).toMatchObject({ writes: true, content: 'ours' });
  });

  test.each(STILL_REFUSED)('still refused: %s', async (text) => {
    const before = await directly('MATCH (n) RETURN count(n) AS nodes');
    await expect(store.read(text, {}, { untrusted: true })).rejects.toThrow(ReadOnlyError);
    expect(await directly('MATCH (n) RETURN count(n) AS nodes')).toEqual(before);
  });

  test('EXPLAIN of a write gives its plan and changes nothing', async () => {
    const { rows } = await store.read('EXPLAIN CREATE (:X)', {}, { untrusted: true });
    expect(rows.map((row) => String(row.operator).trim())).toContain('Create');
    expect(await directly('MATCH (n:X) RETURN n')).toEqual([]);
    expect(store.content).toBe('ours');
  });

  test('our own reads still cannot write', async () => {
    await expect(store.read('CREATE (n:X)')).rejects.toThrow(ReadOnlyError);
  });

  test('a write that takes too long is undone', async () => {
    const slow = 'UNWIND range(1, 100000000) AS x CREATE (:Slow {x: x})';
    await expect(store.read(slow, {}, { untrusted: true, timeoutMs: 300 })).rejects.toThrow(
      QueryTimeoutError,
    );
    expect(await directly('MATCH (n:Slow) RETURN count(n) AS n')).toEqual([{ n: 0 }]);
  });

  test('what reads and changes nothing is no change', async () => {
    const { changes } = await userQuery(store, 'MATCH (n:Nothing) SET n.x = 1 RETURN n');
    expect(changes).toEqual({});
    expect(store.content).toBe('ours');
  });

  test('data is changed, counted and returned, and the graph is then read as it is', async () => {
    const { entities: before } = await health(store);
    const made = await userQuery(
      store,
      `MATCH (japan:Country {name: 'Japan'})
       CREATE (note:Note {title: 'Mine', stars: $stars})-[about:JOTTED_ABOUT {since: 2022}]->(japan)
       RETURN note, about, japan`,
      { stars: 3 },
    );
    expect(made.changes).toEqual({
      nodesCreated: 1,
      relationshipsCreated: 1,
      propertiesSet: 3,
      labelsAdded: 1,
    });
    expect(made.graph.entities.map(({ name }) => name).toSorted()).toEqual(['Japan', 'Mine']);
    expect(made.graph.relations).toHaveLength(1);
    // A node that no document stands behind: from now on everything is drawn, ours as it was.
    expect(await health(store)).toMatchObject({ content: 'mixed', entities: before + 1 });
    const { entityTypes, relationTypes } = await schema(store, ontology);
    expect(entityTypes.find(({ type }) => type === 'Note')?.count).toBe(1);
    expect(relationTypes.find(({ type }) => type === 'JOTTED_ABOUT')?.count).toBe(1);
    const note = made.graph.entities.find(({ name }) => name === 'Mine');
    const again = await entitiesById(
      store,
      made.graph.entities.map(({ id }) => id),
    );
    expect(again.entities.find(({ id }) => id === note?.id)).toEqual(note);
    expect(again.relations.map(({ id }) => id)).toEqual(made.graph.relations.map(({ id }) => id));
  });

  test('entities and relations without what ours carry are drawn too', async () => {
    await userQuery(
      store,
      `MATCH (japan:Country {name: 'Japan'})
       CREATE (e:Entity {name: 'No id'}), (e)-[:KNOWS]->(japan), (e)-[:KNOWS]->(japan), (:Entity {id: 7})`,
    );
    const { entities, relations, shown, total } = await openingScene(store, { limit: 1000 });
    expect(shown).toBe(total);
    const bare = entities.find(({ name }) => name === 'No id');
    expect(relations.filter(({ subject }) => subject === bare?.id)).toHaveLength(2);
  });

  test('and it is still known after a start anew', async () => {
    const again = await open();
    try {
      expect(again).toMatchObject({ content: 'mixed', typedWrites: false });
      await expect(again.read('CREATE (n)', {}, { untrusted: true })).rejects.toThrow(
        /--allow-write|writes to the/,
      );
    } finally {
      await again.close();
    }
  });
});
