/** A shorter run on the newest calendar version, which reads Cypher 25 as well; it needs Java 21 or newer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { health } from '../../graph/queries/overview.ts';
import { neighbours } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import { openNeo4j } from '../../graph/store/neo4j.ts';
import { type GraphStore, ReadOnlyError } from '../../graph/store.ts';
import { loadExtraction, removeDocument } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { graphHash, wholeGraph } from '../graph/whole-graph.ts';
import { describeNeo4j } from './database.ts';
import { CALENDAR, findJava, NoServerError } from './jars.ts';
import { startServer, type TestServer } from './server.ts';

const reason = await findJava(CALENDAR).then(
  () => null,
  (error: unknown) => {
    if (error instanceof NoServerError) return error.message;
    throw error;
  },
);
if (reason !== null) console.warn(`Tests on Neo4j ${CALENDAR.version} skipped: ${reason}`);

const CSV = "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line";
const REFUSED = [
  'CREATE (n)',
  '\\u0043REATE (n)',
  'MATCH (n) SET n.a = 1',
  'MATCH (n) SET n[$key] = 1',
  'WHEN true THEN { CREATE (n) RETURN n } ELSE { RETURN 1 AS n }',
  CSV,
  `RETURN COLLECT { ${CSV} }`,
  `RETURN [x IN [1] | COLLECT { ${CSV} }]`,
  `WHEN false THEN { RETURN 1 AS line } ELSE { ${CSV} }`,
  'SHOW SETTINGS',
  'SHOW TRANSACTIONS',
  'SHOW USERS',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  'CALL dbms.listConfig()',
  'RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD name RETURN name }]',
  'RETURN [x IN [1] | COLLECT { CALL db.prepareForReplanning() RETURN 1 AS one }]',
];
const ALLOWED = [
  'MATCH (n:Asset) RETURN n',
  'LET x = 1 RETURN x',
  'MATCH (n:Entity) FILTER n.name = "Japan" RETURN n',
  'RETURN [x IN [1] | COLLECT { CALL db.labels() YIELD label RETURN label }] AS labels',
];

const suite = reason === null ? describeNeo4j : describe.skip;

suite(`Neo4j ${CALENDAR.version}`, () => {
  let server: TestServer;
  let store: GraphStore;
  beforeAll(async () => {
    server = await startServer({ release: CALENDAR });
    store = await openNeo4j(server);
    await loadExtraction(store, ministerial, ontology);
  }, 400_000);
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  const typed = (text: string) => store.read(text, { key: 'a' }, { untrusted: true });

  test.each(['', 'CYPHER 5 ', 'CYPHER 25 ', 'PROFILE CYPHER 25 '])(
    'statements are judged: "%s"',
    async (prefix) => {
      const before = await graphHash(store);
      for (const text of REFUSED) {
        const error: unknown = await typed(prefix + text).then(
          () => `accepted: ${text}`,
          (thrown) => thrown,
        );
        // What one language version does not know is a mistake in the statement, and does not run either.
        if ((error as { code?: string }).code !== 'query_syntax') expect(error).toBeInstanceOf(ReadOnlyError);
      }
      expect(await graphHash(store)).toBe(before);
    },
  );

  test.each(ALLOWED)('read with Cypher 25: %s', async (text) => {
    expect((await typed(`CYPHER 25 ${text}`)).rows.length).toBeGreaterThan(0);
  });

  test('the document, its questions, and its removal', async () => {
    expect(await health(store)).toMatchObject({ documents: 1, entities: 79, relations: 137 });
    const { results } = await search(store, { q: 'kanoya' });
    const id = results[0]?.entity.id;
    if (id === undefined) throw new Error('Kanoya was not found.');
    expect((await neighbours(store, id)).total).toBeGreaterThan(1);
    await loadExtraction(store, ministerial, ontology);
    await removeDocument(store, ministerial.document.id, ontology);
    expect(await wholeGraph(store)).toEqual([]);
  });
});
