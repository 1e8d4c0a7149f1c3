/** The way to a Neo4j server: its address, reaching it, its version, and the schema in its database. */
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type SessionMode } from 'neo4j-driver';
import type { Content } from '../model.ts';
import { ReadOnlyError, StoreUnavailableError } from '../store.ts';
import {
  DATABASE_STATE,
  INDEX_NAMES,
  LABELS_IN_USE,
  MARK_SCHEMA,
  SCHEMA_VERSION,
  schemaChanges,
} from './neo4j-cypher.ts';
import { isAway, storeError, type Target } from './neo4j-errors.ts';

export interface Neo4jOptions {
  /** `neo4j://`, `neo4j+s://`, `neo4j+ssc://`, `bolt://`, `bolt+s://` or `bolt+ssc://`, host and port. */
  readonly uri: string;
  /** Default `neo4j`. */
  readonly username?: string;
  readonly password?: string;
  /** Default: the user's home database. */
  readonly database?: string;
  /** Time limit of a read where the call sets none. Default 15,000. */
  readonly timeoutMs?: number;
  /** How long to go on trying when the server does not answer at the start. Default 0: one try. */
  readonly waitMs?: number;
  /** How long the driver retries a transaction that failed for a passing reason. Default 5,000. */
  readonly retryMs?: number;
  /** How long opening a connection may take. Default 5,000. */
  readonly connectionTimeoutMs?: number;
  /** Connections to each server at most. Default 50. */
  readonly maxConnections?: number;
  /** Procedures and functions that people's statements may call beside the usual ones, e.g. `apoc.path.*`. */
  readonly allowedProcedures?: readonly string[];
  /** How long a transaction waits for one of them. Default: twice as long as opening one may take. */
  readonly acquisitionTimeoutMs?: number;
  /** Whether statements that people type may change nodes and relationships. Default false. */
  readonly allowWrite?: boolean;
  /** Whether to write into a database that holds other data. Default false. */
  readonly intoExisting?: boolean;
  /** Told while waiting for the server, and when the schema could not be set up. */
  readonly onNotice?: (message: string) => void;
}

const SCHEMES: ReadonlySet<string> = new Set(
  ['neo4j', 'bolt'].flatMap((scheme) => [`${scheme}:`, `${scheme}+s:`, `${scheme}+ssc:`]),
);
const DEFAULT_PORT = '7687';
const OLDEST_MAJOR = 5;

/**
 * What a connection is called in messages.
 * @throws StoreUnavailableError the address is not one of Neo4j's, or has a password in it
 */
export function targetOf({ uri, username = 'neo4j', database }: Neo4jOptions): Target {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url === undefined || !SCHEMES.has(url.protocol) || url.hostname === '') {
    throw new StoreUnavailableError('NEO4J_URI is not an address of a Neo4j server.', {
      hint: 'It looks like neo4j://host:7687, neo4j+s://host (encrypted) or bolt://host:7687.',
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new StoreUnavailableError('NEO4J_URI must not hold a user name or password.', {
      hint: 'Set NEO4J_USERNAME and NEO4J_PASSWORD instead.',
    });
  }
  return { address: `${url.hostname}:${url.port || DEFAULT_PORT}`, username, database };
}

/** Makes the driver; nothing is connected yet. */
export function driverFor(options: Neo4jOptions, target: Target): Driver {
  const { uri, password = '', connectionTimeoutMs = 5000, retryMs = 5000, maxConnections = 50 } = options;
  return neo4j.driver(uri, neo4j.auth.basic(target.username, password), {
    useBigInt: true,
    connectionTimeout: connectionTimeoutMs,
    connectionAcquisitionTimeout: options.acquisitionTimeoutMs ?? 2 * connectionTimeoutMs,
    maxTransactionRetryTime: retryMs,
    maxConnectionPoolSize: maxConnections,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
    userAgent: 'threadline',
  });
}

/** `empty`: nothing in it, so it may become ours. */
export type DatabaseState = 'empty' | Content;

/**
 * Connects, trying again with growing pauses while the server is away, and tells whose database it is.
 * @throws StoreUnavailableError not reached in time, refused, or of a version that does not fit
 */
export async function reach(driver: Driver, target: Target, options: Neo4jOptions): Promise<DatabaseState> {
  const deadline = Date.now() + (options.waitMs ?? 0);
  for (let pause = 500; ; pause = Math.min(2 * pause, 5000)) {
    try {
      await requireVersion(driver, target);
      return await databaseState(driver, target);
    } catch (error) {
      if (!isAway(error) || Date.now() + pause > deadline) throw storeError(error, target);
      const left = Math.ceil((deadline - Date.now()) / 1000);
      options.onNotice?.(`Neo4j at ${target.address} does not answer yet; trying again for ${left} s …`);
      await sleep(pause);
    }
  }
}

async function requireVersion(driver: Driver, { address, database }: Target): Promise<void> {
  const { agent = '' } = await driver.getServerInfo(database === undefined ? {} : { database });
  const major = Number(/^Neo4j\/(\d+)\./.exec(agent)?.[1] ?? Number.NaN);
  if (major >= OLDEST_MAJOR) return;
  throw new StoreUnavailableError(`The server at ${address} is ${agent || 'of an unknown kind'}.`, {
    hint: `Threadline needs Neo4j ${OLDEST_MAJOR} or newer; 5.26 is the one it is tested with.`,
  });
}

/** @throws StoreUnavailableError set up by a version newer than this */
export async function databaseState(driver: Driver, target: Target): Promise<DatabaseState> {
  const { records } = await driver.executeQuery(DATABASE_STATE, {}, queryConfig(target, 'READ'));
  const found = records[0]?.toObject() ?? {};
  const version: unknown = Array.isArray(found.versions) ? found.versions[0] : undefined;
  if (version === undefined) return found.used > 0 ? 'foreign' : 'empty';
  if (typeof version === 'bigint' && version <= SCHEMA_VERSION) {
    return found.edited === true || found.used > found.own ? 'mixed' : 'ours';
  }
  throw new StoreUnavailableError(
    `The database was set up by a newer version of Threadline (schema ${String(version)}).`,
    { hint: 'Update Threadline, or use another database.' },
  );
}

/** @throws ReadOnlyError others use a label of ours, so that theirs and ours could not be told apart */
export async function requireFreeLabels(driver: Driver, target: Target): Promise<void> {
  const { records } = await driver.executeQuery(LABELS_IN_USE, {}, queryConfig(target, 'READ'));
  const used = records.map((record) => `:${String(record.get('label'))}`);
  if (used.length === 0) return;
  throw new ReadOnlyError(
    `The Neo4j database uses ${used.join(' and ')} for data of its own, and Threadline keeps its own under these labels.`,
    { hint: 'Set NEO4J_DATABASE, or NEO4J_URI, to another database.' },
  );
}

/** Sets up what is missing of constraints and indexes and marks the database as ours. */
export async function setUpSchema(driver: Driver, target: Target): Promise<void> {
  try {
    const { records } = await driver.executeQuery(INDEX_NAMES, {}, queryConfig(target, 'WRITE'));
    const names = new Set<string>(records[0]?.get('names'));
    for (const text of schemaChanges(names))
      await driver.executeQuery(text, {}, queryConfig(target, 'WRITE'));
    await driver.executeQuery(MARK_SCHEMA, { version: BigInt(SCHEMA_VERSION) }, queryConfig(target, 'WRITE'));
  } catch (error) {
    throw storeError(error, target);
  }
}

/** Sets the schema up where that is possible; a user who may only read is told what that means. */
export async function trySetUpSchema(
  driver: Driver,
  target: Target,
  onNotice?: (message: string) => void,
): Promise<void> {
  try {
    await setUpSchema(driver, target);
  } catch (error) {
    if (!(error instanceof ReadOnlyError)) throw error;
    onNotice?.(`The indexes could not be set up, so searching may be slow. ${error.message}`);
  }
}

function queryConfig({ database }: Target, routing: SessionMode) {
  return { routing, ...(database === undefined ? {} : { database }) };
}
