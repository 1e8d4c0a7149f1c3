/** Which store the environment asks for. Pure: each program's main passes its own environment in. */
import { z } from 'zod';
import { StoreUnavailableError } from '../store.ts';
import type { StoreConfig } from './open.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Numbers that a store can be told, with the least and most that make sense. */
const LIMITS = {
  NEO4J_MAX_POOL_SIZE: [1, 10_000],
  NEO4J_ACQUISITION_TIMEOUT_MS: [1, 3_600_000],
  NEO4J_CONNECTION_TIMEOUT_MS: [1, 3_600_000],
  QUERY_TIMEOUT_MS: [1, 3_600_000],
} as const;

/** The whole number of a variable; undefined where it is not set. @throws StoreUnavailableError naming the variable */
function limit(env: Environment, name: keyof typeof LIMITS): number | undefined {
  const text = env[name];
  if (text === undefined || text.trim() === '') return undefined;
  const [least, most] = LIMITS[name];
  const parsed = z.coerce.number().int().min(least).max(most).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new StoreUnavailableError(
    `${name} is '${text}', which is not a whole number from ${least} to ${most}.`,
    {
      hint: 'Correct it, or leave it out for the default.',
    },
  );
}

/** The same without what is not set. */
function given<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export interface StoreFlags {
  /** Typed statements may change nodes and relationships (`--allow-write`, `ALLOW_WRITE`). */
  readonly allowWrite?: boolean;
}

/**
 * Neo4j where `NEO4J_URI` is set, else the folder. `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`; `NEO4J_ALLOW`:
 * more procedures and functions that people's statements may call (names, `*` at the end stands for more);
 * `NEO4J_MAX_POOL_SIZE`, `NEO4J_ACQUISITION_TIMEOUT_MS`, `NEO4J_CONNECTION_TIMEOUT_MS`; for both stores
 * `QUERY_TIMEOUT_MS`, the time limit of a read.
 * @throws StoreUnavailableError a value that cannot be used, or writing asked for where it cannot be right
 */
export function storeConfig(
  env: Environment,
  dataDir: string,
  { allowWrite = false }: StoreFlags = {},
): StoreConfig {
  const timeout = given({ timeoutMs: limit(env, 'QUERY_TIMEOUT_MS') });
  if (!env.NEO4J_URI) {
    if (allowWrite) throw noEmbeddedWrites();
    return { dataDir, ...timeout };
  }
  const procedures = (env.NEO4J_ALLOW ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return {
    neo4j: {
      uri: env.NEO4J_URI,
      ...given({
        username: env.NEO4J_USERNAME || undefined,
        password: env.NEO4J_PASSWORD || undefined,
        database: env.NEO4J_DATABASE || undefined,
        allowedProcedures: procedures.length > 0 ? procedures : undefined,
        maxConnections: limit(env, 'NEO4J_MAX_POOL_SIZE'),
        acquisitionTimeoutMs: limit(env, 'NEO4J_ACQUISITION_TIMEOUT_MS'),
        connectionTimeoutMs: limit(env, 'NEO4J_CONNECTION_TIMEOUT_MS'),
        allowWrite: allowWrite || undefined,
      }),
    },
    ...timeout,
  };
}

/** Why the embedded engine takes no typed writes: what it would get wrong could not be taken back. */
function noEmbeddedWrites(): StoreUnavailableError {
  return new StoreUnavailableError(
    'Typed statements can write on Neo4j only: the embedded engine evaluates some expressions otherwise than Cypher says, and a wrong write could not be taken back.',
    { hint: 'Set NEO4J_URI, or leave --allow-write and ALLOW_WRITE out.' },
  );
}
