/** What the commands of the command line have in common: where files are, which store, and how an error is told. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storeConfig } from '../graph/store/config.ts';
import { openStore } from '../graph/store/open.ts';
import { type GraphStore, StoreError, StoreLockedError } from '../graph/store.ts';
import { UsageError } from './arguments.ts';
import { DataFileError } from './data-file.ts';
import { ModelConfigError } from './model/config.ts';
import { SourceError } from './source-error.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Reads the project's `.env`; variables of the shell win over it. */
export function loadEnvironment(): void {
  const env = resolve(home, '.env');
  if (existsSync(env)) process.loadEnvFile(env);
}

const SCRIPTS: ReadonlySet<unknown> = new Set(['ingest', 'extract', 'export', 'import']);

/** npm starts scripts in the project's folder; files are named from where the person stands. */
export function userFolder(env: NodeJS.ProcessEnv): string {
  return (SCRIPTS.has(env.npm_lifecycle_event) && env.INIT_CWD) || process.cwd();
}

/** Errors whose message says all. */
const PLAIN = [SourceError, UsageError, DataFileError, ModelConfigError];

/** One line for what went wrong; a fault of ours keeps its stack. */
export function explain(error: unknown): string {
  if (error instanceof StoreLockedError)
    return `${error.message} If Threadline is running, do it in its page, or stop it first.`;
  if (error instanceof StoreError) return [error.message, error.hint].filter(Boolean).join(' ');
  if (error instanceof Error && PLAIN.some((kind) => error instanceof kind)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The folder of what is kept on this machine: the one given, else that of the environment. */
export function dataFolder(given: string | undefined): string {
  return resolve(home, given ?? (process.env.THREADLINE_DATA || 'data'));
}

export interface StoreWish {
  /** Folder of the embedded store, as given. */
  readonly data: string | undefined;
  /** Write into a Neo4j database that holds other data. */
  readonly intoExisting: boolean;
}

/** Opens the store that the environment asks for, does the work with it and closes it. */
export async function withStore<T>(
  { data, intoExisting }: StoreWish,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const config = storeConfig(process.env, dataFolder(data));
  const store = await openStore(config, { onNotice: console.error, intoExisting });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
