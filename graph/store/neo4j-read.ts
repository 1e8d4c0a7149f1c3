/** Reading transactions: planning, running with a cap on rows, profiling, and the switch that ends one early. */
import type { Record as DriverRecord, ManagedTransaction, Session } from 'neo4j-driver';
import type { Content } from '../model.ts';
import { QueryTimeoutError, type Result, type Row, type StoreError } from '../store.ts';
import { NODE_KEYS } from './neo4j-cypher.ts';
import type { PlannedStatement } from './neo4j-plan.ts';
import { type MeasuredOperator, planTable } from './neo4j-profile.ts';
import { decodeValue, type NodeIds, nodeId, nodesIn } from './neo4j-values.ts';

/** The time limit that the server keeps as well, in milliseconds. */
export interface Limit {
  readonly timeout: number;
}

type DriverParameters = Readonly<Record<string, unknown>>;

/** Runs a statement in a managed read transaction and decodes up to `maxRows` rows of it. */
export async function readRows(
  session: Session,
  text: string,
  parameters: DriverParameters,
  limit: Limit,
  content: Content,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<Result> {
  return session.executeRead(async (transaction) => {
    const running = transaction.run(text, parameters);
    const records: DriverRecord[] = [];
    let truncated = false;
    for await (const record of running) {
      truncated = records.length >= maxRows;
      if (truncated) break;
      records.push(record);
    }
    const table = await tableOf(transaction, await running.keys(), records, content);
    return { ...table, truncated, ...(truncated ? {} : { total: records.length }) };
  }, limit);
}

/**
 * Runs a statement that a person typed and that may write, then `after` in the same transaction, and gives its rows and
 * what it changed. All rows are read, however many are kept: a statement that writes is run to its end.
 */
export async function writeRows(
  session: Session,
  text: string,
  parameters: DriverParameters,
  limit: Limit,
  {
    content,
    after,
    maxRows = Number.POSITIVE_INFINITY,
  }: { content: Content; after: string; maxRows?: number },
): Promise<Result> {
  return session.executeWrite(async (transaction) => {
    const running = transaction.run(text, parameters);
    const records: DriverRecord[] = [];
    let total = 0;
    for await (const record of running) {
      total += 1;
      if (total <= maxRows) records.push(record);
    }
    const { counters } = await running.summary();
    const counted = Object.entries(counters.updates()).filter(([, count]) => count > 0);
    const table = await tableOf(transaction, await running.keys(), records, content);
    if (counted.length > 0) await transaction.run(after);
    return { ...table, truncated: total > records.length, total, changes: Object.fromEntries(counted) };
  }, limit);
}

async function tableOf(
  transaction: ManagedTransaction,
  columns: readonly string[],
  records: readonly DriverRecord[],
  content: Content,
): Promise<Pick<Result, 'columns' | 'rows'>> {
  const ids = await nodeIdsFor(transaction, records, content);
  return { columns, rows: records.map((record) => decodeRow(record, columns, ids)) };
}

/** The ids of all nodes that the rows name; the ends of lone relationships are looked up in the same transaction. */
async function nodeIdsFor(
  transaction: ManagedTransaction,
  records: readonly DriverRecord[],
  content: Content,
): Promise<NodeIds> {
  const cells = records.flatMap((record) => [...record.values()]);
  const { byElementId, missing } = nodesIn(cells, content);
  if (missing.length === 0 || content === 'foreign') return { content, byElementId };
  const { records: found } = await transaction.run(NODE_KEYS, { elementIds: missing });
  for (const node of found) {
    const elementId: string = node.get('elementId');
    const key = { elementId, labels: node.get('labels'), id: node.get('id') };
    byElementId.set(elementId, nodeId(key, content));
  }
  return { content, byElementId };
}

function decodeRow(record: DriverRecord, columns: readonly string[], ids: NodeIds): Row {
  return Object.fromEntries(columns.map((column, index) => [column, decodeValue(record.get(index), ids)]));
}

/** A statement's plan; nothing runs. The word stands on a line of its own, so that columns in errors stay right. */
export async function explain(
  session: Session,
  text: string,
  parameters: DriverParameters,
  limit: Limit,
): Promise<PlannedStatement & { readonly plan: MeasuredOperator }> {
  return session.executeRead(async (transaction) => {
    const { summary } = await transaction.run(`EXPLAIN\n${text}`, parameters);
    if (!summary.plan) throw new Error('Neo4j gave no plan for an EXPLAIN.');
    return { text, queryType: summary.queryType, plan: summary.plan };
  }, limit);
}

/** Runs a statement for the work it does and gives that, not its rows. */
export async function profile(
  session: Session,
  text: string,
  parameters: DriverParameters,
  limit: Limit,
): Promise<Result> {
  return session.executeRead(async (transaction) => {
    const { summary } = await transaction.run(`PROFILE\n${text}`, parameters);
    if (!summary.profile) throw new Error('Neo4j gave no profile for a PROFILE.');
    return planTable(summary.profile, true);
  }, limit);
}

/** Ends a session's work on the server before it is done, for a reason that is then what the work rejects with. */
export class StopSwitch {
  readonly stopped: Promise<never>;
  readonly #session: Session;
  #reject: (reason: StoreError) => void = () => {};
  #reason: StoreError | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.stopped = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
  }

  get reason(): StoreError | undefined {
    return this.#reason;
  }

  /** Closing the session resets its connection, and that terminates the transaction. */
  stop(reason: StoreError): void {
    this.#reason ??= reason;
    this.#reject(this.#reason);
    // A server that is gone cannot be told to stop; its own time limit does it.
    this.#session.close().catch(() => {});
  }

  /** Gives the session back. A stopped one is already on its way, and a hanging server must not hold the answer up. */
  async close(): Promise<void> {
    if (this.#reason === undefined) await this.#session.close();
  }
}

export function tooLong(limitMs: number): QueryTimeoutError {
  return new QueryTimeoutError(`The query took longer than ${limitMs / 1000} s and was stopped.`, {
    hint: 'Narrow the pattern, bound its length, or add LIMIT.',
  });
}
