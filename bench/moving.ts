/**
 * Moving graphs. Loading into Neo4j beside one MERGE a transaction and beside `neo4j-admin database import full` on the
 * same elements; then `npm run import` and `npm run export` of a million elements, with the most memory they took.
 */
import { spawn } from 'node:child_process';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { encodeEntity, encodeRelation, type Properties } from '../graph/codec.ts';
import { openNeo4j } from '../graph/store/neo4j.ts';
import type { Exact, GraphElement } from '../graph/transfer/element.ts';
import { FORMATS } from '../graph/transfer/formats.ts';
import { importGraph } from '../graph/transfer/import.ts';
import { checkFile } from '../graph/transfer/jsonl-file.ts';
import { partPath } from '../graph/transfer/part-path.ts';
import type { Source } from '../graph/transfer/source.ts';
import { startServer, type TestServer } from '../test/neo4j/server.ts';
import { largeGraph } from './large.ts';
import type { Figure } from './report.ts';
import { home } from './server.ts';

const ENTITIES = 50_000;
const RELATIONS = 250_000;
const SAMPLE = 400;
/** Written before the clock starts. */
const WARMED = 50;
const PAGE = 1000;

const MILLION = { nodes: 200_000, relationships: 800_000 };

/** Stored properties as exact ones: whole numbers are integers there. */
const exact = (properties: Properties): Record<string, Exact> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      (typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value) as Exact,
    ]),
  );

function* pages<T>(items: readonly T[], make: (item: T) => GraphElement): Generator<GraphElement[]> {
  for (let at = 0; at < items.length; at += PAGE) yield items.slice(at, at + PAGE).map(make);
}

/** The large graph as its entities and relations, as the store keeps them. */
function entitiesAndRelations(): Source {
  const { entities, relations } = largeGraph(ENTITIES, RELATIONS, 0);
  const support = { symmetric: false, background: null, backgroundDocuments: [] };
  return {
    ownership: 'ours',
    async *elements() {
      yield* pages(entities, (entity) => ({
        kind: 'node',
        key: `Entity:${entity.id}`,
        labels: ['Entity', entity.type],
        properties: exact(encodeEntity(entity)),
      }));
      yield* pages(relations, (relation) => ({
        kind: 'relationship',
        type: relation.type,
        start: `Entity:${relation.subject}`,
        end: `Entity:${relation.object}`,
        properties: exact(encodeRelation(relation, support)),
      }));
    },
  };
}

/** A million elements, made as they are asked for. */
const million: Source = {
  ownership: 'ours',
  async *elements() {
    const id = (index: number) => `topic:${index % MILLION.nodes}`;
    for (let at = 0; at < MILLION.nodes; at += PAGE) {
      yield Array.from({ length: PAGE }, (_, offset): GraphElement => {
        const index = at + offset;
        const name = `Topic ${index}`;
        const properties = {
          id: id(index),
          type: 'Topic',
          name,
          aliases: [`T${index}`],
          search: name.toLowerCase(),
        };
        return { kind: 'node', key: `Entity:${id(index)}`, labels: ['Entity', 'Topic'], properties };
      });
    }
    for (let at = 0; at < MILLION.relationships; at += PAGE) {
      yield Array.from({ length: PAGE }, (_, offset): GraphElement => {
        const index = at + offset;
        const ends = { start: `Entity:${id(index * 7919)}`, end: `Entity:${id(index * 104_729 + 13)}` };
        const properties = { id: `relation-${index}`, confidence: 0.9, claimCount: 1n, polarity: '+' };
        return { kind: 'relationship', type: 'ABOUT', ...ends, properties };
      });
    }
  },
};

async function write(
  source: Source,
  format: (typeof FORMATS)['jsonl' | 'csv'],
  path: string,
): Promise<string[]> {
  const files = new Set<string>();
  for await (const { part, text } of format.write(source, () => {})) {
    const file = partPath(path, part);
    if (!files.has(file)) await writeFile(file, '');
    files.add(file);
    await appendFile(file, text);
  }
  return [...files];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds of one element, each written by a MERGE in a transaction of its own. */
async function oneByOne({ uri, username, password }: TestServer, source: Source): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  const sample: GraphElement[] = [];
  for await (const page of source.elements()) {
    const of = (kind: GraphElement['kind']) => sample.filter((one) => one.kind === kind).length;
    sample.push(...page.slice(0, of(page[0]?.kind ?? 'node') < SAMPLE ? SAMPLE : 0));
    if (of('node') >= SAMPLE && of('relationship') >= SAMPLE) break;
  }
  const id = (key: string) => key.replace('Entity:', '');
  const plain = (element: GraphElement) =>
    Object.fromEntries(
      Object.entries(element.properties).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v]),
    );
  try {
    const text = (element: GraphElement) =>
      element.kind === 'node'
        ? 'MERGE (n:Entity {id: $start}) SET n = $properties'
        : `MERGE (a:Entity {id: $start}) MERGE (b:Entity {id: $end}) MERGE (a)-[r:${element.type} {id: $id}]->(b) SET r = $properties`;
    const parameters = (element: GraphElement) =>
      element.kind === 'node'
        ? { start: id(element.key), properties: plain(element) }
        : {
            start: id(element.start),
            end: id(element.end),
            id: element.properties.id as string,
            properties: plain(element),
          };
    const run = (element: GraphElement) =>
      session.executeWrite((transaction) => transaction.run(text(element), parameters(element)));
    for (const element of sample.slice(0, WARMED)) await run(element);
    const nodes = sample.filter(({ kind }) => kind === 'node');
    const relationships = sample.filter(({ kind }) => kind === 'relationship');
    const perNode =
      (await timed(async () => {
        for (const one of nodes) await run(one);
      })) / nodes.length;
    const perRelationship =
      (await timed(async () => {
        for (const one of relationships) await run(one);
      })) / relationships.length;
    return (ENTITIES * perNode + RELATIONS * perRelationship) / (ENTITIES + RELATIONS);
  } finally {
    await session.close();
    await driver.close();
  }
}

/** Processor seconds that a process has taken; undefined where the system does not tell (only Linux does). */
async function cpuSeconds(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const TICKS = 100;
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) / TICKS;
}

interface Effort {
  readonly milliseconds: number;
  /** Of this process and the server. */
  readonly cpuSeconds: number;
}

/** What `work` takes: time, and processor seconds of the server and of this process. */
async function effort(server: TestServer, work: () => Promise<unknown>): Promise<Effort> {
  const cpu = async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6 + ((await cpuSeconds(server.pid())) ?? Number.NaN);
  };
  const before = await cpu();
  const milliseconds = await timed(work);
  return { milliseconds, cpuSeconds: (await cpu()) - before };
}

async function load(folder: string): Promise<Figure[]> {
  const source = entitiesAndRelations();
  const [file = ''] = await write(source, FORMATS.jsonl, join(folder, 'load.jsonl'));
  const tables = await write(source, FORMATS.csv, join(folder, 'load.csv'));
  const of = (kind: string) => tables.filter((table) => table.includes(`load-${kind}`));
  const peer = await startServer({
    measured: true,
    imported: { nodes: of('nodes'), relationships: of('relationships') },
  });
  await peer.stop();
  const server = await startServer({ measured: true });
  try {
    let single = Number.NaN;
    const sampled = await effort(server, async () => {
      single = await oneByOne(server, source);
    });
    await emptied(server);
    const store = await openNeo4j(server);
    const ours = await effort(server, async () => importGraph(store, await checkFile(file)));
    await store.close();
    return loadingFigures(ours, peer.imported ?? Number.NaN, sampled, single);
  } finally {
    await server.stop();
  }
}

function loadingFigures(ours: Effort, admin: number, sampled: Effort, single: number): Figure[] {
  const all = ENTITIES + RELATIONS;
  const importer = 'neo4j-admin import full';
  const merging = `one MERGE a transaction, ${2 * SAMPLE} of them`;
  return [
    {
      what: '50,000 entities, 250,000 relations into Neo4j',
      unit: 's',
      ours: ours.milliseconds / 1000,
      peer: { name: importer, value: admin / 1000 },
    },
    {
      what: 'the same',
      unit: 'elements/s',
      ours: (all / ours.milliseconds) * 1000,
      peer: { name: merging, value: 1000 / single },
    },
    {
      what: 'the same, processor time, server included',
      unit: 'elements/s',
      ours: all / ours.cpuSeconds,
      peer: { name: merging, value: (2 * SAMPLE + WARMED) / sampled.cpuSeconds },
    },
  ];
}

async function emptied({ uri, username, password }: TestServer): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  await driver.close();
}

/** A process and those it has started, by number. */
async function family(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(children.map(family))).flat()];
}

/** The most kilobytes that a process has had in memory. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
}

/**
 * Runs the command in a process of its own; gives seconds and the most megabytes that it and the processes it started,
 * the embedded engine among them, had in memory: the sum of their peaks.
 */
async function command(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'ingest/move.ts', ...args], {
    cwd: home,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const peaks = new Map<number, number>();
  const look = setInterval(async () => {
    for (const pid of child.pid === undefined ? [] : await family(child.pid)) {
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, await peakOf(pid)));
    }
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  const most = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { seconds: (performance.now() - started) / 1000, megabytes: most / 1024 };
}

async function moved(folder: string): Promise<Figure[]> {
  const [file = ''] = await write(million, FORMATS.jsonl, join(folder, 'million.jsonl'));
  const figures: Figure[] = [];
  const both = async (where: string, env: Record<string, string>) => {
    const there = await command(['import', file], env);
    const back = await command(['export', join(folder, `${where}.jsonl`)], env);
    for (const [what, { seconds, megabytes }] of [
      ['import', there],
      ['export', back],
    ] as const) {
      figures.push({ what: `1,000,000 elements, ${what}, ${where}`, unit: 's', ours: seconds });
      figures.push({ what: 'the same, most memory of its processes', unit: 'MB', ours: megabytes });
    }
  };
  await both('embedded', { THREADLINE_DATA: join(folder, 'embedded'), NEO4J_URI: '' });
  const server = await startServer({ measured: true });
  try {
    await both('neo4j', {
      NEO4J_URI: server.uri,
      NEO4J_USERNAME: server.username,
      NEO4J_PASSWORD: server.password,
    });
  } finally {
    await server.stop();
  }
  return figures;
}

/** Loading into Neo4j. `data` is a folder that does not exist yet. */
export async function loading(data: string): Promise<Figure[]> {
  await mkdir(data, { recursive: true });
  return load(data);
}

/** A million elements there and back. `data` is a folder that does not exist yet. */
export async function moving(data: string): Promise<Figure[]> {
  await mkdir(data, { recursive: true });
  return moved(data);
}
