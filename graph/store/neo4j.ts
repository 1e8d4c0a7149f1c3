/** The Neo4j store: one server, a cluster or Aura, through the official driver. */

import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Content } from '../model.ts';
import {
  type GraphStore,
  type NodeValue,
  type Parameters,
  QueryStoppedError,
  ReadOnlyError,
  type ReadOptions,
  type Result,
  type StoreSchema,
  type WriteStatement,
} from '../store.ts';
import type { TextIndex } from '../text-index.ts';
import {
  MARK_EDITED,
  NAMES,
  NODES_BY_ELEMENT_ID,
  NODES_BY_ID,
  NOTHING,
  SCHEMA_LABEL,
  TEXT_INDEXES,
} from './neo4j-cypher.ts';
import { storeError, type Target } from './neo4j-errors.ts';
import { indexesOf, KnownIndexes } from './neo4j-indexes.ts';
import { type PlannedStatement, refusal, writesData } from './neo4j-plan.ts';
import { type MeasuredOperator, planTable } from './neo4j-profile.ts';
import { explain, type Limit, profile, readRows, StopSwitch, tooLong, writeRows } from './neo4j-read.ts';
import {
  type DatabaseState,
  databaseState,
  driverFor,
  type Neo4jOptions,
  reach,
  requireFreeLabels,
  setUpSchema,
  targetOf,
  trySetUpSchema,
} from './neo4j-server.ts';
import { splitPrefix } from './neo4j-text.ts';
import { Neo4jTransfer } from './neo4j-transfer.ts';
import { decodeNode, encodeMap } from './neo4j-values.ts';

const TIMEOUT_MS = 15_000;
/** Records that the driver asks for at a time. */
const FETCH_SIZE = 1000;

/**
 * Connects to Neo4j and sets up constraints and indexes where the database is empty or ours.
 * @throws StoreUnavailableError not reached, wrong password, no such database, or a version that does not fit
 */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphStore> {
  const target = targetOf(options);
  const driver = driverFor(options, target);
  try {
    const state = await reach(driver, target, options);
    if (state !== 'foreign') await trySetUpSchema(driver, target, options.onNotice);
    return new Neo4jStore(driver, target, state, options);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

type Work<T> = (session: Session, limit: Limit) => Promise<T>;

class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j';
  readonly typedWrites: boolean;
  readonly transfer: Neo4jTransfer;
  readonly #driver: Driver;
  readonly #target: Target;
  readonly #timeoutMs: number;
  readonly #allowed: readonly string[];
  readonly #intoExisting: boolean;
  /** Shared by all sessions: a read that follows a write waits, on whichever server, until it sees it. */
  readonly #bookmarkManager = neo4j.bookmarkManager();
  #state: DatabaseState;
  readonly #indexes = new KnownIndexes(() =>
    this.#reading({}, async (session, timeout) =>
      indexesOf((await readRows(session, TEXT_INDEXES, {}, timeout, this.content)).rows),
    ),
  );

  constructor(driver: Driver, target: Target, state: DatabaseState, options: Neo4jOptions) {
    this.#driver = driver;
    this.#target = target;
    this.#state = state;
    this.typedWrites = options.allowWrite ?? false;
    this.#intoExisting = options.intoExisting ?? false;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#allowed = options.allowedProcedures ?? [];
    this.transfer = new Neo4jTransfer({ driver, target, session: (mode) => this.#session(mode) });
  }

  read(text: string, parameters: Parameters = {}, options: ReadOptions = {}): Promise<Result> {
    const values = encodeMap(parameters);
    return this.#reading(options, async (session, timeout) => {
      if (options.untrusted !== true)
        return readRows(session, text, values, timeout, this.content, options.maxRows);
      const { mode, statement } = splitPrefix(text);
      const planned = await this.#judged(session, statement, values, timeout, mode !== 'profile');
      if (mode === 'explain') return planTable(planned.plan, false);
      if (mode === 'profile') return profile(session, statement, values, timeout);
      if (writesData(planned)) return this.#typedWrite(statement, values, options);
      return readRows(session, statement, values, timeout, this.content, options.maxRows);
    });
  }

  get content(): Content {
    return this.#state === 'empty' ? 'ours' : this.#state;
  }

  get readOnlyReason(): string | undefined {
    if (this.#state !== 'foreign' || this.#intoExisting) return undefined;
    const but = this.typedWrites ? ' but by typed statements' : '';
    return `The Neo4j database holds data of others, so nothing is written to it${but}.`;
  }

  async write(statements: readonly WriteStatement[]): Promise<void> {
    await this.#claim();
    const session = this.#session('WRITE');
    try {
      await session.executeWrite(async (transaction) => {
        for (const { text, parameters } of statements) await transaction.run(text, encodeMap(parameters));
      });
    } catch (error) {
      throw storeError(error, this.#target);
    } finally {
      await session.close();
    }
  }

  nodesById(ids: readonly string[]): Promise<NodeValue[]> {
    const { content } = this;
    const text = content === 'foreign' ? NODES_BY_ELEMENT_ID : NODES_BY_ID;
    return this.#reading({}, (session, timeout) =>
      session.executeRead(async (transaction) => {
        const { records } = await transaction.run(text, { ids });
        return records.map((record) => decodeNode(record.get('n'), content));
      }, timeout),
    );
  }

  schema(): Promise<StoreSchema> {
    return this.#reading({}, async (session, timeout) => {
      const names = async (text: string): Promise<string[]> => {
        const { rows } = await readRows(session, text, {}, timeout, this.content);
        const found = rows[0]?.names;
        return Array.isArray(found) ? found.map(String).toSorted() : [];
      };
      const labels = (await names(NAMES.labels)).filter((label) => label !== SCHEMA_LABEL);
      const relationshipTypes = await names(NAMES.relationshipTypes);
      return { labels, relationshipTypes, propertyKeys: await names(NAMES.propertyKeys) };
    });
  }

  /** The bookmark that a reading transaction ends with: the last transaction that its server had seen, whoever made it. */
  state(): Promise<string> {
    return this.#reading({}, async (session, timeout) => {
      await readRows(session, NOTHING, {}, timeout, this.content);
      return session.lastBookmarks().join(' ');
    });
  }

  textIndexes(): Promise<readonly TextIndex[]> {
    return this.#indexes.now();
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** Before the first write: a database with other data is left alone unless asked for, an empty one becomes ours. */
  async #claim(): Promise<void> {
    if (this.#state === 'ours' || this.#state === 'mixed') return;
    if (this.readOnlyReason !== undefined) {
      throw new ReadOnlyError(this.readOnlyReason, {
        hint: 'Set NEO4J_DATABASE, or NEO4J_URI, to an empty database, or add documents to this one with --into-existing.',
      });
    }
    if (this.#state === 'foreign') await requireFreeLabels(this.#driver, this.#target);
    await setUpSchema(this.#driver, this.#target);
    this.#state = await databaseState(this.#driver, this.#target);
    this.#indexes.forget();
  }

  #session(defaultAccessMode: 'READ' | 'WRITE'): Session {
    const { database } = this.#target;
    return this.#driver.session({
      defaultAccessMode,
      fetchSize: FETCH_SIZE,
      bookmarkManager: this.#bookmarkManager,
      ...(database === undefined ? {} : { database }),
    });
  }

  /** Runs a statement that was judged to write, and finds out what the database holds after it. */
  async #typedWrite(text: string, values: Record<string, unknown>, options: ReadOptions): Promise<Result> {
    const { maxRows } = options;
    const result = await this.#working('WRITE', options, (session, timeout) =>
      writeRows(session, text, values, timeout, {
        content: this.content,
        after: MARK_EDITED,
        ...(maxRows === undefined ? {} : { maxRows }),
      }),
    );
    if (Object.keys(result.changes ?? {}).length > 0) {
      this.#state = await databaseState(this.#driver, this.#target);
    }
    return result;
  }

  /** Has the engine plan a statement and refuses it when the plan is more than it may do. */
  async #judged(
    session: Session,
    statement: string,
    parameters: Record<string, unknown>,
    timeout: Limit,
    mayWrite: boolean,
  ): Promise<PlannedStatement & { readonly plan: MeasuredOperator }> {
    const planned = await explain(session, statement, parameters, timeout).catch((error: unknown) => {
      throw storeError(error, this.#target, 1);
    });
    const writes = this.typedWrites && mayWrite;
    const reason = refusal(planned, { procedures: this.#allowed, writes });
    if (reason === null) return planned;
    if (writes)
      throw new ReadOnlyError(`This statement ${reason}; only nodes and relationships can be changed here.`);
    throw new ReadOnlyError(`This statement ${reason}; only reading the graph is possible here.`, {
      hint: this.typedWrites
        ? 'PROFILE runs statements that read. Run this one without it, or EXPLAIN it.'
        : 'Threadline started with --allow-write lets typed statements change nodes and relationships.',
    });
  }

  #reading<T>(options: ReadOptions, work: Work<T>): Promise<T> {
    return this.#working('READ', options, work);
  }

  /** Runs work with its time limit. A timeout and an abort both end the query on the server. */
  async #working<T>(access: 'READ' | 'WRITE', { signal, timeoutMs }: ReadOptions, work: Work<T>): Promise<T> {
    if (signal?.aborted) throw new QueryStoppedError('The query was stopped before it began.');
    const limit = timeoutMs ?? this.#timeoutMs;
    const session = this.#session(access);
    const stopping = new StopSwitch(session);
    const timer = setTimeout(() => stopping.stop(tooLong(limit)), limit);
    const onAbort = () => stopping.stop(new QueryStoppedError('The query was stopped.'));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([work(session, { timeout: limit }), stopping.stopped]);
    } catch (error) {
      throw stopping.reason ?? storeError(error, this.#target);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      await stopping.close();
    }
  }
}
