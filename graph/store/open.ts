/** Configuration → store. */
import type { GraphStore } from '../store.ts';

export interface OpenOptions {
  /** Time limit of a read where the call sets none, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number;
}

/** Where the graph lives: a folder of ours, or a Neo4j database. */
export type StoreConfig =
  | { readonly dataDir: string }
  | {
      readonly neo4j: {
        readonly uri: string;
        readonly username?: string;
        readonly password?: string;
        readonly database?: string;
      };
    };

/**
 * Opens the store and prepares it (indexes, constraints).
 * @throws StoreLockedError another process holds the folder
 * @throws StoreUnavailableError the folder cannot be written, or the server not reached
 */
export async function openStore(_config: StoreConfig, _options: OpenOptions = {}): Promise<GraphStore> {
  throw new Error('not written yet');
}
