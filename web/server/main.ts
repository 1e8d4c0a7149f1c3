/** Configuration → port → store → bundled document → app. The only place of the server that reads the environment. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ontology } from '../../graph/ontology.ts';
import { openStore } from '../../graph/store/open.ts';
import { type GraphStore, StoreError } from '../../graph/store.ts';
import { ModelConfigError, modelConfig } from '../../ingest/model/config.ts';
import { createAccess } from './access.ts';
import { ConfigError, readConfig } from './config.ts';
import { ListenError, listen } from './listen.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** How long a server of a database that is still starting is waited for. */
const STORE_WAIT_MS = 30_000;

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
  const { health } = await import('../../graph/queries/overview.ts');
  const { documents } = await health(store);
  if (documents > 0) return;
  if (store.readOnlyReason !== undefined) return console.log(store.readOnlyReason);
  const { bundledDocument, bundledReview } = await import('../../ingest/bundled.ts');
  const source = bundledDocument();
  console.log(`The store is empty: reading the bundled document, ${source.title} …`);
  const { createExtractor } = await import('../../ingest/pipeline.ts');
  const { loadExtraction } = await import('../../ingest/load.ts');
  const { applyReview } = await import('../../ingest/review/apply.ts');
  const { extraction } = applyReview(createExtractor().extract(source), bundledReview(), ontology);
  const { sentences, entities, claims } = extraction;
  console.log(`  ${sentences.length} sentences, ${entities.length} entities, ${claims.length} claims`);
  await loadExtraction(store, extraction, ontology);
  console.log('  stored');
}

async function main(): Promise<void> {
  const env = join(home, '.env');
  if (existsSync(env)) process.loadEnvFile(env);
  const config = readConfig(process.argv.slice(2), process.env, home);
  const model = modelConfig(
    process.env,
    'dataDir' in config.store ? config.store.dataDir : join(home, 'data'),
  );
  const listening = await listen(config.host, config.port);
  // Opening the store waits for another process; most of our own code is imported meanwhile.
  const [store, { serve }, { readOntology }, { createIntake }] = await Promise.all([
    openStore(config.store, { onNotice: console.log, waitMs: STORE_WAIT_MS }),
    import('./serve.ts'),
    import('../../graph/ontology-file.ts'),
    import('./uploads.ts'),
  ]);
  opened.push(() => store.close());
  // Requests end before the store they read from: the connections are closed first.
  opened.push(() => listening.close());
  const ontology = readOntology();
  await ingestBundled(store, ontology);
  const intake = createIntake(store, ontology, { model });
  opened.push(intake.close);
  const access = config.token === undefined ? undefined : createAccess(config.token);
  const services = { home, config, store, ontology, version: readVersion(), intake };
  opened.push(await serve(listening, { ...services, ...(access ? { access: access.middleware } : {}) }));
  console.log(`Threadline is at ${listening.address}${access?.launchPath ?? ''}`);
}

/** Expected failures are one line; anything else is a fault of ours and shown whole. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof ListenError || error instanceof ModelConfigError)
    return error.message;
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
