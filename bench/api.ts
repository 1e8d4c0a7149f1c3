/** API latencies on a graph of 2,000 entities, beside a server that answers a constant. */
import { readOntology } from '../graph/ontology-file.ts';
import { openStore } from '../graph/store/open.ts';
import { loadExtraction } from '../ingest/load.ts';
import { hubsAndCommunities } from './graph.ts';
import { type Figure, percentile } from './report.ts';
import { serve } from './server.ts';

const WARM = 5;
const REQUESTS = 40;

async function latencies(url: string, body?: unknown): Promise<number[]> {
  const samples: number[] = [];
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  for (let turn = 0; turn < WARM + REQUESTS; turn++) {
    const started = performance.now();
    const response = await fetch(url, request);
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    if (turn >= WARM) samples.push(performance.now() - started);
  }
  return samples;
}

/** Fills a store at `data` with the synthetic graph of `nodes` entities. */
export async function fill(data: string, nodes: number): Promise<void> {
  const store = await openStore({ dataDir: data });
  await loadExtraction(store, hubsAndCommunities(nodes), readOntology());
  await store.close();
}

/** `data` is a folder that does not exist yet. */
export async function api(data: string): Promise<Figure[]> {
  await fill(data, 2000);
  const ours = await serve(['scripts/start.mjs', '--port', '4738', '--data', data]);
  const bare = await serve(['--import', 'tsx', 'bench/bare.ts']);
  const at = (path: string): string => new URL(path, ours.address).href;
  const cypher = { query: 'MATCH (a:Country)-[r]->(b) RETURN a, r, b LIMIT 100', parameters: {} };
  const routes: [string, string, unknown?][] = [
    ['health', at('/api/health')],
    ['search', at('/api/search?q=topic%20123')],
    ['opening scene, 300 of 2,000', at('/api/graph')],
    ['entity', at('/api/entities/country%3Acountry-0')],
    ['neighbours', at('/api/entities/country%3Acountry-0/neighbours')],
    ['five paths', at('/api/paths?from=topic:topic-100-of-community-2&to=topic:topic-1900-of-community-47')],
    ['Cypher, 100 rows', at('/api/cypher'), cypher],
  ];
  const figures: Figure[] = [];
  try {
    const constant = percentile(await latencies(bare.address), 0.5);
    for (const [name, url, body] of routes) {
      const samples = await latencies(url, body);
      const peer = { name: 'constant answer', value: constant };
      figures.push({ what: `${name}, median`, unit: 'ms', ours: percentile(samples, 0.5), peer });
      figures.push({ what: `${name}, 95%`, unit: 'ms', ours: percentile(samples, 0.95), peer });
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
  return figures;
}
