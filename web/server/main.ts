/** Configuration → port → store → bundled document → app. The only place of the server that reads the environment. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Ontology } from '../../graph/ontology.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { health } from '../../graph/queries/overview.ts';
import { openStore } from '../../graph/store/open.ts';
import { type GraphStore, StoreError } from '../../graph/store.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { ListenError, type Listener, type Listening, listen } from './listen.ts';
import { type Pages, readPages } from './pages.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** What must be closed before the process ends, in the order it was opened. */
const opened: (() => Promise<void>)[] = [];
let stopping = false;

/** Ends the process with everything closed; a second signal ends it at once. */
async function stop(code: number): Promise<never> {
  if (stopping) process.exit(130);
  stopping = true;
  for (let close = opened.pop(); close; close = opened.pop()) await close();
  process.exit(code);
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Reads the bundled document into an empty store. The ingest is imported only then: it loads a language model. */
async function ingestBundled(store: GraphStore, ontology: Ontology): Promise<void> {
  const { documents } = await health(store);
  if (documents > 0) return;
  const { bundledDocument } = await import('../../ingest/bundled.ts');
  const { createExtractor } = await import('../../ingest/pipeline.ts');
  const { loadExtraction } = await import('../../ingest/load.ts');
  const source = bundledDocument();
  console.log(`The store is empty: reading the bundled document, ${source.title} …`);
  const extraction = createExtractor().extract(source);
  const { sentences, entities, claims } = extraction;
  console.log(`  ${sentences.length} sentences, ${entities.length} entities, ${claims.length} claims`);
  await loadExtraction(store, extraction, ontology);
  console.log('  stored');
}

/** Everything but the API goes to Vite in development, to the app's own files otherwise. */
async function answer(listening: Listening, api: Listener, dev: boolean, hosts: readonly string[]) {
  if (!dev) return listening.answerWith(api);
  const { createDevServer } = await import('./dev.ts');
  const pages = await createDevServer(listening.server, home, hosts);
  opened.push(() => pages.close());
  listening.answerWith((request, response) => {
    const toApi = request.url?.startsWith('/api/') ?? false;
    return toApi ? api(request, response) : pages.listener(request, response);
  });
}

async function main(): Promise<void> {
  const env = join(home, '.env');
  if (existsSync(env)) process.loadEnvFile(env);
  const config = readConfig(process.argv.slice(2), process.env, home);
  const listening = await listen(config.host, config.port);
  const store = await openStore(config.store, { onNotice: console.log });
  opened.push(() => store.close());
  // Requests end before the store they read from: the connections are closed first.
  opened.push(() => listening.close());
  const ontology = readOntology();
  await ingestBundled(store, ontology);
  const pages: Pages = config.dev ? new Map() : await readPages(join(home, 'dist/web'));
  const app = createApp({ store, ontology, version: readVersion(), pages, hosts: config.hosts });
  const api = getRequestListener(app.fetch);
  await answer(listening, (request, response) => void api(request, response), config.dev, config.hosts);
  console.log(`Threadline is at ${listening.address}`);
}

/** Expected failures are one line; anything else is a fault of ours and shown whole. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof ListenError) return error.message;
  if (error instanceof StoreError) return [error.message, error.hint].filter(Boolean).join(' ');
  return error;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
main().catch((error: unknown) => {
  // Work that a signal cut short rejects; the signal has the say.
  if (stopping) return;
  console.error(explain(error));
  void stop(1);
});
