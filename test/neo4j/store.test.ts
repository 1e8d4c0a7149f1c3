import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type GraphStore,
  QueryStoppedError,
  QueryTimeoutError,
  ReadOnlyError,
  StoreUnavailableError,
  UnsupportedError,
} from '../../graph/store.ts';
import { describeNeo4j, directly, emptyDatabase, open, server } from './database.ts';

const ENDLESS = 'UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y) AS endless';
const RUNNING = `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS endless'
  AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery`;

/** Whether an endless query still runs on the server a second after it was to stop. */
async function stillRunning(): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    if ((await directly(RUNNING)).length === 0) return false;
    await sleep(100);
  }
  return true;
}

describeNeo4j('the Neo4j store', () => {
  let store: GraphStore;
  beforeAll(async () => {
    await emptyDatabase();
    store = await open();
    const text = `
      CREATE (a:Entity:Place {id: 'place:mageshima', name: 'Mageshima', search: 'mageshima\n馬毛島'}),
             (b:Entity:Country {id: 'country:japan', name: 'Japan', aliases: []}),
             (a)-[:IN {id: 'r1', claimCount: 2}]->(b), (s:Sentence {id: 'd#1', search: '普天間飛行場'}),
             (s)-[:MENTIONS {start: 0}]->(a), (x:Town {name: 'Yonabaru'}), (x)-[:NEAR]->(a)`;
    await store.write([{ text, parameters: {} }]);
  });
  afterAll(() => store?.close());

  const value = async (expression: string, parameters = {}) =>
    (await store.read(`RETURN ${expression} AS v`, parameters)).rows[0]?.v;

  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['1.5', 1.5],
    ['0.0 / 0.0', 'NaN'],
    ['1.0 / 0.0', 'Infinity'],
    ['[1, null, [true]]', [1, null, [true]]],
    ["{a: {b: date('2022-08-04')}}", { a: { b: '2022-08-04' } }],
    ["datetime('2022-08-04T09:30:00.120Z')", '2022-08-04T09:30:00.12Z'],
    ["datetime('2022-08-04T09:30:00[Asia/Tokyo]')", '2022-08-04T09:30:00+09:00[Asia/Tokyo]'],
    ["localdatetime('2022-08-04T09:30:00')", '2022-08-04T09:30:00'],
    ["localtime('12:00')", '12:00:00'],
    ["time('12:00:10+09:00')", '12:00:10+09:00'],
    ["duration('P1Y2M3DT4.5S')", 'P1Y2M3DT4.5S'],
    ["duration('P1D')", 'P1D'],
    ["date('-0044-03-15')", '-000044-03-15'],
    ['point({longitude: 130.8, latitude: 31.4})', { srid: 4326, x: 130.8, y: 31.4 }],
    ['point({x: 1, y: 2, z: 3})', { srid: 9157, x: 1, y: 2, z: 3 }],
  ])('decodes %s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test('whole numbers go in as integers', async () => {
    expect(await value("$n / 2 + $m.a + $l[0] + ' '", { n: 7, m: { a: 1 }, l: [2] })).toBe('6 ');
    expect(await value('$f / 2', { f: 2.5 })).toBe(1.25);
  });

  test('nodes and relationships carry our ids, also where their ends are not in the row', async () => {
    const { rows } = await store.read('MATCH ()-[r:IN]->(b) RETURN r, b, {list: [b]} AS m');
    const japan = {
      kind: 'node',
      id: 'country:japan',
      labels: ['Country', 'Entity'],
      properties: { id: 'country:japan', name: 'Japan', aliases: [] },
    };
    expect(rows).toEqual([
      {
        r: {
          kind: 'relationship',
          id: 'r1',
          type: 'IN',
          start: 'place:mageshima',
          end: 'country:japan',
          properties: { id: 'r1', claimCount: 2 },
        },
        b: japan,
        m: { list: [japan] },
      },
    ]);
    const mentions = await store.read('MATCH ()-[r:MENTIONS]->() RETURN r');
    expect(mentions.rows[0]?.r).toMatchObject({ start: 'd#1', end: 'place:mageshima' });
  });

  test('nodes that are not ours get the engine’s id, which finds them again', async () => {
    const { rows } = await store.read('MATCH p = (x:Town)-[:NEAR]->() RETURN x, p, elementId(x) AS e');
    const { x, p, e } = rows[0] ?? {};
    const id = (x as { id: string }).id;
    expect(id).toBe(e);
    expect(p).toMatchObject({ nodes: [{ id }, { id: 'place:mageshima' }], relationships: [{ start: id }] });
    const found = await store.nodesById([id, 'country:japan', 'nowhere', '4:none:1']);
    expect(found.map((node) => node.id).toSorted()).toEqual(['country:japan', id].toSorted());
  });

  test('a map that looks like a node is refused', async () => {
    await expect(value("{kind: 'node'}")).rejects.toThrow(UnsupportedError);
  });

  test('rows beyond the cap are cut and announced', async () => {
    const text = 'UNWIND range(1, 5) AS x RETURN x';
    expect(await store.read(text, {}, { maxRows: 5 })).toMatchObject({ truncated: false, total: 5 });
    const cut = await store.read('UNWIND range(1, 100000000) AS x RETURN x', {}, { maxRows: 2 });
    expect(cut).toEqual({ columns: ['x'], rows: [{ x: 1 }, { x: 2 }], truncated: true });
  });

  test('a query past its limit ends on the server too', async () => {
    await expect(store.read(ENDLESS, {}, { timeoutMs: 300 })).rejects.toThrow(QueryTimeoutError);
    expect(await stillRunning()).toBe(false);
    expect(await value('1')).toBe(1);
  });

  test('an aborted query ends on the server too', async () => {
    const controller = new AbortController();
    const read = store.read(ENDLESS, {}, { signal: controller.signal, untrusted: true });
    setTimeout(() => controller.abort(), 300);
    await expect(read).rejects.toThrow(QueryStoppedError);
    expect(await stillRunning()).toBe(false);
    await expect(store.read('RETURN 1', {}, { signal: controller.signal })).rejects.toThrow(
      QueryStoppedError,
    );
  });

  test('a write is all or nothing', async () => {
    const statements = ["CREATE (:Entity {id: 'half'})", "CREATE (:Entity {id: 'country:japan'})"];
    const write = store.write(statements.map((text) => ({ text, parameters: {} })));
    await expect(write).rejects.toMatchObject({ code: 'query_syntax' });
    expect((await store.read("MATCH (n {id: 'half'}) RETURN n")).rows).toEqual([]);
  });

  test('what others write changes the state of the graph, and their reading does not', async () => {
    const state = await store.state();
    await directly('MATCH (n) RETURN count(n) AS n');
    expect(await store.state()).toBe(state);
    await directly('MATCH (x:Town) SET x.visited = true');
    expect(await store.state()).not.toBe(state);
  });

  test('the full-text index finds CJK substrings and prefixes', async () => {
    const search = async (index: string, words: string) => {
      const text = 'CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id';
      return (await store.read(text, { index, words })).rows.map((row) => row.id);
    };
    expect(await search('threadline_entity_search', '毛島')).toEqual(['place:mageshima']);
    expect(await search('threadline_entity_search', 'mage*')).toEqual(['place:mageshima']);
    expect(await search('threadline_sentence_search', '天間')).toEqual(['d#1']);
  });

  test('the schema names what the graph holds and nothing of the store’s own', async () => {
    const { labels, relationshipTypes, propertyKeys } = await store.schema();
    expect(labels).toEqual(expect.arrayContaining(['Country', 'Entity', 'Place', 'Sentence', 'Town']));
    expect(labels).not.toContain('ThreadlineSchema');
    expect(relationshipTypes).toEqual(['IN', 'MENTIONS', 'NEAR']);
    expect(propertyKeys).toEqual(expect.arrayContaining(['aliases', 'claimCount', 'name']));
  });
});

describeNeo4j('opening Neo4j', () => {
  test('setting up the schema twice changes nothing', async () => {
    await emptyDatabase();
    const schema = () => directly('SHOW INDEXES YIELD name, type, properties RETURN * ORDER BY name');
    await (await open()).close();
    const first = await schema();
    await (await open()).close();
    expect(await schema()).toEqual(first);
    expect(first.map((index) => index.name)).toContain('threadline_entity_id');
    expect(await directly('MATCH (s:ThreadlineSchema) RETURN s.version AS version')).toEqual([
      { version: 1 },
    ]);
  });

  test('a database with other data can be read and is never written to', async () => {
    await emptyDatabase();
    await directly("CREATE (:Movie {title: 'Ran'})");
    const store = await open();
    try {
      expect((await store.read('MATCH (n) RETURN n.title AS title')).rows).toEqual([{ title: 'Ran' }]);
      await expect(store.write([{ text: 'CREATE (n)', parameters: {} }])).rejects.toThrow(ReadOnlyError);
      expect(await directly('MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 1 }]);
    } finally {
      await store.close();
    }
  });

  test('data of a newer version is refused', async () => {
    await emptyDatabase();
    await directly("CREATE (:ThreadlineSchema {id: 'schema', version: 99})");
    await expect(open()).rejects.toThrow(/newer version/);
    await emptyDatabase();
  });

  test.each([
    ['a wrong password', { password: 'nope' }, /refused the password of the user "neo4j"/],
    ['a missing database', { database: 'nowhere' }, /has no database "nowhere"/],
    ['a server that is away', { uri: 'bolt://127.0.0.1:9' }, /127\.0\.0\.1:9 does not answer/],
    ['an address of something else', { uri: 'http://127.0.0.1' }, /not an address of a Neo4j server/],
    ['a password in the address', { uri: 'bolt://neo4j:secret@127.0.0.1' }, /must not hold/],
  ])('%s has its own message', async (_name, options, message) => {
    const error: unknown = await open(options).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w/),
    });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|nope/);
  });

  test('connections that are all in use have their own message, and limits of the pool hold', async () => {
    const store = await open({ maxConnections: 1, acquisitionTimeoutMs: 200, connectionTimeoutMs: 150 });
    try {
      const controller = new AbortController();
      const slow = store.read(ENDLESS, {}, { signal: controller.signal });
      const ended = expect(slow).rejects.toThrow(QueryStoppedError);
      const second = await store.read('RETURN 1').catch((error: unknown) => error);
      expect(second).toBeInstanceOf(StoreUnavailableError);
      expect(second).toMatchObject({ message: expect.stringMatching(/are in use/) });
      controller.abort();
      await ended;
    } finally {
      await store.close();
    }
  });

  test('routing addresses work as well', async () => {
    const store = await open({ uri: server().uri.replace('bolt:', 'neo4j:'), database: 'neo4j' });
    try {
      await store.write([{ text: "CREATE (:Entity {id: 'routed'})", parameters: {} }]);
      expect((await store.read('MATCH (n:Entity) RETURN n.id AS id')).rows).toEqual([{ id: 'routed' }]);
    } finally {
      await store.close();
    }
  });

  test('a server that is not there yet is waited for, and the wait is told', async () => {
    const notices: string[] = [];
    const late = open({
      uri: 'bolt://127.0.0.1:9',
      waitMs: 1200,
      onNotice: (message) => notices.push(message),
    });
    await expect(late).rejects.toThrow(StoreUnavailableError);
    expect(notices[0]).toMatch(/does not answer yet/);
  });
});
