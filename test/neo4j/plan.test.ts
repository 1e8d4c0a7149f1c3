import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GraphStore, ReadOnlyError } from '../../graph/store.ts';
import { describeNeo4j, directly, emptyDatabase, open, server } from './database.ts';

const CSV = "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line";

/** Each reaches beyond the graph, or writes; many of them are not refused by READ access mode. */
const REFUSED: readonly string[] = [
  // Writes, in every spelling.
  'CREATE (n)',
  'INSERT (n:X)',
  'MERGE (n:X {id: 1})',
  'MATCH (n) SET n.seen = true',
  'MATCH (n) SET n:Seen',
  'MATCH (n) SET n = {}',
  'MATCH (n) SET n += {a: 1}',
  'MATCH (n) REMOVE n.name',
  'MATCH (n) REMOVE n:Entity',
  'MATCH (n) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  'FOREACH (x IN [1] | CREATE ())',
  'UNWIND [1] AS x CALL (x) { CREATE (n) }',
  'CALL { CREATE (n) RETURN n } RETURN n',
  'MATCH (n) CALL (n) { CREATE (m) } IN TRANSACTIONS RETURN n',
  'CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x',
  'CREATE (n) RETURN n UNION MATCH (n) RETURN n',
  '/* MATCH */ CREATE /* (n) */ (n)',
  '// MATCH (n) RETURN n\nCREATE (n)',
  'CR\\u0045ATE (n)',
  'PROFILE CREATE (n)',
  'profile\n\tCREATE (n)',
  '/* a */ PROFILE /* b */ MATCH (n) DETACH DELETE n',
  'CYPHER 5 CREATE (n)',
  'CYPHER 5 runtime=slotted PROFILE CREATE (n)',
  'cypher planner=cost MATCH (n) DELETE n',
  "CALL db.createLabel('X')",
  // Schema.
  'CREATE INDEX made IF NOT EXISTS FOR (n:X) ON (n.a)',
  'CREATE CONSTRAINT made IF NOT EXISTS FOR (n:X) REQUIRE n.a IS UNIQUE',
  'CREATE FULLTEXT INDEX made IF NOT EXISTS FOR (n:X) ON EACH [n.a]',
  'DROP INDEX threadline_entity_name',
  'DROP CONSTRAINT threadline_entity_id IF EXISTS',
  // Files and addresses.
  CSV,
  "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x' AS line RETURN line",
  'LOAD CSV FROM $x AS line RETURN line',
  'LO\\u0041D CSV FROM $x AS line RETURN line',
  `RETURN COLLECT { ${CSV} }`,
  `MATCH (n) WHERE EXISTS { ${CSV} } RETURN n`,
  // In a list expression the plan has no operator for it.
  `RETURN [x IN [1] | COLLECT { ${CSV} }]`,
  `RETURN [x IN [1] WHERE EXISTS { ${CSV} } | x]`,
  `RETURN all(x IN [1] WHERE COUNT { ${CSV} } > 0)`,
  `RETURN reduce(sum = 0, x IN [1] | sum + COUNT { ${CSV} })`,
  `RETURN CASE WHEN rand() > 2 THEN 1 ELSE COLLECT { ${CSV} } END`,
  `MATCH p = shortestPath((a)-[*..4]-(b)) WHERE all(n IN nodes(p) WHERE EXISTS { ${CSV} }) RETURN p`,
  `MATCH ANY SHORTEST (a) ((x)-->(y WHERE EXISTS { ${CSV} }))+ (b) RETURN a`,
  `MATCH (a) RETURN [x IN [1] | [(a)-->(b) | COLLECT { ${CSV} }]]`,
  `MATCH (n) WHERE n.\`\`\`\` = 1 RETURN [x IN [1] | COLLECT { ${CSV} }] AS l, n.\`\`\`\` AS b`,
  // The server itself.
  'SHOW USERS',
  'SHOW CURRENT USER',
  'SHOW DATABASES',
  'SHOW HOME DATABASE',
  'SHOW SETTINGS',
  "SHOW SETTINGS YIELD name, value WHERE name CONTAINS 'bolt' RETURN value",
  'SHOW TRANSACTIONS',
  'SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbb'",
  "CREATE USER mallory SET PASSWORD 'abcdefgh'",
  'DROP USER neo4j',
  'CALL dbms.listConfig()',
  'CALL dbms.listConnections()',
  'CALL dbms.killConnections([])',
  'CALL dbms.info()',
  'CALL db.clearQueryCaches()',
  'CALL db.prepareForReplanning()',
  'CALL tx.setMetaData({a: 1})',
  'CALL `dbms`.`listConfig`()',
  'CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name',
  'RETURN COUNT { CALL dbms.listConfig() YIELD name RETURN name }',
  'RETURN [x IN [1] | COLLECT { CALL db.prepareForReplanning() RETURN 1 AS one }]',
  'RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD name RETURN name }]',
];

/** Reads that look like something else. */
const ALLOWED: readonly string[] = [
  'MATCH (n) RETURN n LIMIT 1',
  'MATCH (n:Merge) RETURN n',
  'MATCH (n:`LOAD CSV`) RETURN n',
  "RETURN 'CREATE (n)' AS text",
  "RETURN 'LOAD CSV FROM x', 'dbms.listConfig('",
  "MATCH (n) WHERE n.name CONTAINS 'LOAD CSV FROM' RETURN n",
  'MATCH (n) RETURN n.set, n.delete, n.call',
  'MATCH (n) WITH n AS create RETURN create',
  '// CREATE (n)\nMATCH (n) RETURN n',
  "WITH 'DETACH DELETE' AS x RETURN [y IN [1] | COLLECT { MATCH (n {name: x}) RETURN n }] AS found",
  'CALL db.labels()',
  'CALL db.labels() YIELD label RETURN count(label)',
  'CALL db.schema.visualization()',
  "CALL db.index.fulltext.queryNodes('threadline_entity_search', 'mage*') YIELD node RETURN node",
  'RETURN [x IN [1] | COLLECT { CALL db.labels() YIELD label RETURN label }] AS labels',
  "RETURN date.truncate('month', date('2022-08-04')), point.distance(point({x: 0, y: 0}), point({x: 3, y: 4}))",
  'SHOW INDEXES',
  'SHOW CONSTRAINTS YIELD name RETURN name',
  'CYPHER 5 MATCH (n) RETURN n',
  'EXPLAIN MATCH (n) RETURN n',
  'PROFILE MATCH (n) RETURN n',
  'EXPLAIN CYPHER 5 MATCH (n) RETURN n',
  'MATCH (n) RETURN n;',
];

const GRAPH = `
  RETURN COLLECT { MATCH (n) RETURN [elementId(n), labels(n), properties(n)] } AS nodes,
         COLLECT { MATCH ()-[r]->() RETURN [elementId(r), type(r), properties(r)] } AS relationships`;
const AROUND = [
  'SHOW INDEXES YIELD name, labelsOrTypes, properties RETURN name, labelsOrTypes, properties ORDER BY name',
  'SHOW USERS YIELD user RETURN user',
];

async function everything(): Promise<unknown> {
  return Promise.all([GRAPH, ...AROUND].map((text) => directly(text)));
}

describeNeo4j('statements that people type', () => {
  let store: GraphStore;
  beforeAll(async () => {
    await emptyDatabase();
    store = await open();
    const text = `
      CREATE (a:Entity {id: 'place:mageshima', name: 'Mageshima', aliases: ['馬毛島']}),
             (b:Entity {id: 'country:japan', name: 'Japan'}), (a)-[:IN {id: 'r1'}]->(b)`;
    await store.write([{ text, parameters: {} }]);
  });
  afterAll(() => store?.close());

  test.each(REFUSED)('refused: %s', async (text) => {
    await expect(store.read(text, { x: 'file:///etc/passwd' }, { untrusted: true })).rejects.toThrow(
      ReadOnlyError,
    );
  });

  test('none of the refused statements changed anything', async () => {
    const before = await everything();
    for (const text of REFUSED) {
      const read = store.read(text, { x: 'file:///etc/passwd' }, { untrusted: true });
      await read.catch((error: unknown) => expect(error).toBeInstanceOf(ReadOnlyError));
    }
    expect(await everything()).toEqual(before);
  });

  test.each(ALLOWED)('allowed: %s', async (text) => {
    const { columns } = await store.read(text, {}, { untrusted: true });
    expect(columns.length).toBeGreaterThan(0);
  });

  test.each(['MATCH (n) RETURN n; MATCH (n) DETACH DELETE n', '; CREATE (n)', ''])(
    'not understood by the engine: %s',
    async (text) => {
      const read = store.read(text, {}, { untrusted: true });
      await expect(read).rejects.toMatchObject({ code: 'query_syntax' });
    },
  );

  test('a word that begins with an escape: the long-term line cannot read it, later versions judge it', async () => {
    const read = store.read('\\u0043REATE (n)', {}, { untrusted: true });
    await expect(read).rejects.toMatchObject({ code: expect.stringMatching(/^(query_syntax|read_only)$/) });
  });

  test('the refusal names what was refused', async () => {
    const refusal = (text: string) => store.read(text, {}, { untrusted: true });
    await expect(refusal(CSV)).rejects.toThrow(/LOAD CSV/);
    await expect(refusal('CALL dbms.listConfig()')).rejects.toThrow(/dbms\.listConfig/);
    await expect(refusal('SHOW SETTINGS')).rejects.toThrow(/SHOW SETTINGS/);
    await expect(refusal('MATCH (n) SET n.a = 1')).rejects.toThrow(/SET PROPERTY/);
  });

  test('configuration can allow more procedures that read', async () => {
    const extended = await open({ allowedProcedures: ['db.pi*', 'dbms.*'] });
    try {
      const { rows } = await extended.read('CALL db.ping()', {}, { untrusted: true });
      expect(rows).toEqual([{ success: true }]);
      // But not one that changes the server, whatever the list says.
      const kill = extended.read('CALL dbms.killConnections([])', {}, { untrusted: true });
      await expect(kill).rejects.toThrow(ReadOnlyError);
    } finally {
      await extended.close();
    }
    await expect(store.read('CALL db.ping()', {}, { untrusted: true })).rejects.toThrow(ReadOnlyError);
  });

  test('our own reads cannot write either', async () => {
    await expect(store.read('CREATE (n)')).rejects.toThrow(ReadOnlyError);
    await expect(store.read('MATCH (n) DETACH DELETE n')).rejects.toThrow(ReadOnlyError);
  });

  test('EXPLAIN and PROFILE give the plan as rows', async () => {
    const explained = await store.read('EXPLAIN MATCH (n:Entity) RETURN n', {}, { untrusted: true });
    expect(explained.columns).toEqual(['operator', 'details', 'estimated rows']);
    expect(explained.rows.map((row) => row.operator)).toEqual(['ProduceResults', '  NodeByLabelScan']);
    const profiled = await store.read('PROFILE MATCH (n:Entity) RETURN n', {}, { untrusted: true });
    expect(profiled.rows[0]).toMatchObject({ operator: 'ProduceResults', rows: 2 });
  });

  test('positions in errors are those of the text that was typed', async () => {
    const wrong = store.read('MATCH (n)\nRETURN n.name,, 1', {}, { untrusted: true });
    await expect(wrong).rejects.toMatchObject({ code: 'query_syntax', line: 2, column: 15 });
    const explained = store.read('EXPLAIN RETURN nope', {}, { untrusted: true });
    await expect(explained).rejects.toMatchObject({ code: 'query_syntax', line: 1, column: 16 });
  });

  test('the password is in no message', async () => {
    const { password } = server();
    for (const text of ['SHOW USERS', 'RETURN nope', 'CALL dbms.listConfig()']) {
      const error: unknown = await store.read(text, {}, { untrusted: true }).catch((thrown) => thrown);
      expect(String(error)).not.toContain(password);
    }
  });
});
