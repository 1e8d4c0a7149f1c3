/** The API on a large graph in a real Neo4j, beside the same Cypher through the bare driver, and traces beside SHORTEST. */
import neo4j, { type Driver } from 'neo4j-driver';
import { EntityId } from '../graph/model.ts';
import { readOntology } from '../graph/ontology-file.ts';
import { entityDetail } from '../graph/queries/entity.ts';
import { neighbours } from '../graph/queries/scene.ts';
import { search } from '../graph/queries/search.ts';
import { openNeo4j } from '../graph/store/neo4j.ts';
import { encodeMap } from '../graph/store/neo4j-values.ts';
import type { GraphStore, Parameters } from '../graph/store.ts';
import { loadExtraction } from '../ingest/load.ts';
import { startServer, type TestServer } from '../test/neo4j/server.ts';
import { hubsAndCommunities, random } from './graph.ts';
import { largeGraph } from './large.ts';
import { type Figure, percentile } from './report.ts';
import { serve } from './server.ts';

const WARM = 30;
const REQUESTS = 300;
/** Some SHORTEST take a second. */
const TRACES = 100;
const SHORTEST = 'MATCH p = SHORTEST 5 (a:Entity {id: $from})-[r]-{1,6}(b:Entity {id: $to}) RETURN p';

interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

/** What a question asks of its store: statements that run side by side are one wave. */
async function wavesOf(
  store: GraphStore,
  ask: (store: GraphStore) => Promise<unknown>,
): Promise<Statement[][]> {
  const waves: Statement[][] = [];
  let running = 0;
  const recording: GraphStore = {
    ...{
      kind: store.kind,
      content: store.content,
      typedWrites: store.typedWrites,
      transfer: store.transfer,
      close: () => store.close(),
    },
    write: (statements) => store.write(statements),
    nodesById: (ids) => store.nodesById(ids),
    schema: () => store.schema(),
    state: () => store.state(),
    textIndexes: () => store.textIndexes(),
    read: async (text, parameters = {}, options = {}) => {
      if (running === 0) waves.push([]);
      waves.at(-1)?.push({ text, parameters });
      running += 1;
      try {
        return await store.read(text, parameters, options);
      } finally {
        running -= 1;
      }
    },
  };
  await ask(recording);
  return waves;
}

/** Runs one statement as a program of its own would: a managed read, every record taken in. */
async function bare(driver: Driver, { text, parameters }: Statement): Promise<void> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    await session.executeRead(
      async (transaction) => (await transaction.run(text, encodeMap(parameters))).records,
    );
  } finally {
    await session.close();
  }
}

async function replay(driver: Driver, waves: readonly (readonly Statement[])[]): Promise<void> {
  for (const wave of waves) await Promise.all(wave.map((statement) => bare(driver, statement)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function get(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

function figures(what: string, peer: string, ours: readonly number[], theirs: readonly number[]): Figure[] {
  return (
    [
      ['median', 0.5],
      ['95%', 0.95],
    ] as const
  ).map(([name, share]) => ({
    what: `${what}, ${name}`,
    unit: 'ms',
    ours: percentile(ours, share),
    peer: { name: peer, value: percentile(theirs, share) },
  }));
}

/** Both sides take turns, so that what else the machine does falls on both alike. */
async function beside(
  turns: number,
  ours: (turn: number) => Promise<unknown>,
  theirs: (turn: number) => Promise<unknown>,
): Promise<{ ours: number[]; theirs: number[] }> {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn < WARM + turns; turn += 1) {
    const [mine, peer] = [await timed(() => ours(turn)), await timed(() => theirs(turn))];
    if (turn < WARM) continue;
    samples.ours.push(mine);
    samples.theirs.push(peer);
  }
  return samples;
}

interface Bench {
  readonly store: GraphStore;
  readonly driver: Driver;
  /** The address of a path of our server. */
  readonly at: (path: string) => string;
  readonly pick: () => { readonly id: string; readonly name: string };
}

async function latencies({ store, driver, at, pick }: Bench): Promise<Figure[]> {
  const routes: [
    string,
    (of: { id: string; name: string }) => string,
    (s: GraphStore, of: { id: string; name: string }) => Promise<unknown>,
  ][] = [
    [
      'neighbours',
      ({ id }) => `/api/entities/${encodeURIComponent(id)}/neighbours`,
      (s, { id }) => neighbours(s, EntityId.parse(id)),
    ],
    [
      'entity',
      ({ id }) => `/api/entities/${encodeURIComponent(id)}`,
      (s, { id }) => entityDetail(s, EntityId.parse(id)),
    ],
    [
      'search',
      ({ name }) => `/api/search?q=${encodeURIComponent(name)}`,
      (s, { name }) => search(s, { q: name }),
    ],
  ];
  const found: Figure[] = [];
  for (const [name, path, ask] of routes) {
    const targets = Array.from({ length: WARM + REQUESTS }, pick);
    const waves: Statement[][][] = [];
    for (const target of targets) waves.push(await wavesOf(store, (recording) => ask(recording, target)));
    const samples = await beside(
      REQUESTS,
      (turn) => get(at(path(targets[turn] ?? pick()))),
      (turn) => replay(driver, waves[turn] ?? []),
    );
    found.push(...figures(name, 'same Cypher, bare driver', samples.ours, samples.theirs));
  }
  return found;
}

async function traces({ driver, at, pick }: Bench): Promise<Figure[]> {
  const pairs = Array.from({ length: WARM + TRACES }, () => ({ from: pick().id, to: pick().id }));
  const pathOf = (turn: number, rank: string) => {
    const { from = '', to = '' } = pairs[turn] ?? {};
    return at(`/api/paths?${new URLSearchParams({ from, to, rank, limit: '5' })}`);
  };
  const first = await timed(() => get(pathOf(0, 'specific')));
  const found: Figure[] = [{ what: 'first trace, reading the network', unit: 'ms', ours: first }];
  for (const [rank, name] of [
    ['short', 'fewest hops'],
    ['specific', 'most specific'],
    ['evidenced', 'best evidenced'],
  ] as const) {
    const samples = await beside(
      TRACES,
      (turn) => get(pathOf(turn, rank)),
      (turn) => bare(driver, { text: SHORTEST, parameters: { ...pairs[turn] } }),
    );
    found.push(...figures(`five paths, ${name}`, 'SHORTEST 5', samples.ours, samples.theirs));
  }
  return found;
}

async function measure(server: TestServer, store: GraphStore, pick: Bench['pick']): Promise<Figure[]> {
  const { uri, username, password } = server;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { useBigInt: true });
  const env = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const ours = await serve(['scripts/start.mjs', '--port', '0'], env);
  const bench = { store, driver, pick, at: (path: string) => new URL(path, ours.address).href };
  try {
    return [...(await latencies(bench)), ...(await traces(bench))];
  } finally {
    await Promise.all([ours.stop(), driver.close()]);
  }
}

/** 50,000 entities and 250,000 relations. */
export async function onNeo4j(): Promise<Figure[]> {
  const server = await startServer({ measured: true });
  const store = await openNeo4j(server);
  try {
    // One small document through the usual door makes the database ours, indexes and all.
    await loadExtraction(store, hubsAndCommunities(20), readOntology());
    const { entities, batches } = largeGraph();
    for (const batch of batches()) await store.write(batch);
    const next = random(23);
    const pick = () => {
      const entity = entities[Math.floor(next() * entities.length)];
      if (!entity) throw new RangeError('the graph is empty');
      return entity;
    };
    return await measure(server, store, pick);
  } finally {
    await store.close();
    await server.stop();
  }
}
