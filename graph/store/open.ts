/** Configuration → store. Only the adapter that is asked for is loaded. */
import type { GraphStore } from '../store.ts';
import type { Neo4jOptions } from './neo4j-server.ts';

export interface OpenOptions {
  /** Time limit of a read where the call sets none, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number;
  /** How long to go on trying when the server does not answer at the start. Default 0: one try. */
  readonly waitMs?: number;
  /** Whether to write into a Neo4j database that holds other data. Default false. */
  readonly intoExisting?: boolean;
  /** Told what takes long or could not be prepared, one line each. */
  readonly onNotice?: (message: string) => void;
}

/** Where the graph lives: a folder of ours, or a Neo4j database. */
export type StoreConfig =
  | { readonly dataDir: string; readonly timeoutMs?: number }
  | {
      readonly neo4j: Pick<
        Neo4jOptions,
        | 'uri'
        | 'username'
        | 'password'
        | 'database'
        | 'allowedProcedures'
        | 'maxConnections'
        | 'connectionTimeoutMs'
        | 'acquisitionTimeoutMs'
        | 'retryMs'
        | 'allowWrite'
      >;
      readonly timeoutMs?: number;
    };

/**
 * Opens the store and prepares it (indexes, constraints).
 * @throws StoreLockedError another process holds the folder
 * @throws StoreUnavailableError the folder cannot be written, or the server not reached
 */
export async function openStore(config: StoreConfig, options: OpenOptions = {}): Promise<GraphStore> {
  const limit = config.timeoutMs === undefined ? {} : { timeoutMs: config.timeoutMs };
  if ('neo4j' in config) {
    const { openNeo4j } = await import('./neo4j.ts');
    return openNeo4j({ ...config.neo4j, ...limit, ...options });
  }
  const { openEmbedded } = await import('./embedded.ts');
  const { timeoutMs } = { ...limit, ...options };
  return openEmbedded({ dataDir: config.dataDir, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
}
