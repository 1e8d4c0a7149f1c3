/** Reads on the embedded engine: trusted ones as they are, a person's judged first and decoded with what their text tells. */
import type { Parameters, Result } from '../store.ts';
import { answeredOtherwise } from './embedded-answers.ts';
import { bridged } from './embedded-bridge.ts';
import { type Column, columnsOf } from './embedded-columns.ts';
import { decodeTyped, decodeValue, type Internals, nodeId, UndecodableError } from './embedded-decode.ts';
import { reservedKey } from './embedded-dialect.ts';
import { RefusedError, UncertainError } from './embedded-failure.ts';
import { refusedOperator } from './embedded-plan.ts';
import { UNKNOWN } from './embedded-types.ts';

/** What of an engine's result is used here. */
export interface EngineResult {
  readonly columns: string[];
  readonly length: number;
  readonly counters: object;
  rows(): unknown[][];
  get(index: number): Record<string, unknown>;
  scalar(): unknown;
}

interface Runs {
  executeCypher(text: string, parameters?: object): Promise<EngineResult>;
}

/** What of the engine is used here. */
export interface Engine extends Runs {
  beginTransaction(): Runs & { rollback(): void };
  getNode(id: number): { readonly labels: string[]; properties(): object; get(key: string): unknown } | null;
  getEdge(id: number): {
    readonly edgeType: string;
    readonly sourceId: number;
    readonly targetId: number;
    properties(): object;
  } | null;
}

function internalsOf(engine: Engine): Internals {
  const known = new Map<number, string>();
  return {
    idOf: (internal) => {
      const id = known.get(internal) ?? nodeId(engine.getNode(internal)?.get('id'), internal);
      known.set(internal, id);
      return id;
    },
    node: (internal) => {
      const found = engine.getNode(internal);
      return found ? { ...found.properties(), _id: internal, _labels: found.labels } : undefined;
    },
    relationship: (internal) => {
      const found = engine.getEdge(internal);
      if (!found) return undefined;
      const { edgeType, sourceId, targetId } = found;
      return { ...found.properties(), _id: internal, _type: edgeType, _source: sourceId, _target: targetId };
    },
  };
}

/** The first rows of a result; all of them at once where that is all. */
function takeRows(result: EngineResult, count: number): unknown[][] {
  if (count === result.length) return result.rows();
  return Array.from({ length: count }, (_, index) => {
    const row = result.get(index);
    return result.columns.map((column) => row[column]);
  });
}

function tableOf(
  result: EngineResult,
  maxRows: number | null,
  columns: readonly string[],
  decode: (cells: readonly unknown[], index: number) => Result['rows'][number][string],
): Result {
  const count = Math.min(result.length, maxRows ?? result.length);
  return {
    columns,
    rows: takeRows(result, count).map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, decode(cells, index)])),
    ),
    truncated: count < result.length,
    total: result.length,
  };
}

/** Runs a statement of the product. */
export async function readTrusted(
  engine: Engine,
  text: string,
  parameters: Parameters,
  maxRows: number | null,
): Promise<Result> {
  const result = await engine.executeCypher(text, parameters);
  const internals = internalsOf(engine);
  return tableOf(result, maxRows, result.columns, (cells, index) => decodeValue(cells[index], internals));
}

/** SHOW is not planned by the engine; these two only tell. */
const SHOW = /^\s*SHOW\s+(?:INDEXES|CONSTRAINTS)\s*;?\s*$/i;

async function judge(engine: Engine, text: string, parameters: Parameters): Promise<void> {
  if (SHOW.test(text)) return;
  const plan = await engine.executeCypher(`EXPLAIN\n${text}`, parameters);
  const refused = refusedOperator(String(plan.scalar()));
  if (refused === undefined) return;
  throw new RefusedError(`This statement ${refused}, and only reading is allowed.`);
}

/** What the statement tells of the columns that the engine returned; columns of which nothing is known are `unknown`. */
function knownColumns(text: string, columns: readonly string[]): (Column & { at: number })[] {
  const known = columnsOf(text);
  if (known?.length !== columns.length) {
    return columns.map((name, at) => ({ name, type: UNKNOWN, starred: false, at }));
  }
  return known.map((column, index) => ({
    ...column,
    at: column.starred ? columns.indexOf(column.name) : index,
  }));
}

/**
 * Runs a statement of a person: planned first, run only when the plan is a read of the graph, in a transaction that is
 * rolled back, its counters looked at besides.
 * @throws RefusedError, UncertainError, UndecodableError
 */
export async function readGuarded(
  engine: Engine,
  text: string,
  parameters: Parameters,
  maxRows: number | null,
): Promise<Result> {
  const reserved = reservedKey(text) ?? reservedKey(Object.keys(parameters).join(' '));
  if (reserved !== undefined)
    throw new UndecodableError(`the name ${reserved}, which the engine keeps for itself`);
  const statement = bridged(text).text;
  await judge(engine, statement, parameters);
  const otherwise = answeredOtherwise(text);
  if (otherwise !== undefined) throw new UncertainError(otherwise);
  const transaction = engine.beginTransaction();
  let result: EngineResult;
  try {
    result = await transaction.executeCypher(statement, parameters);
  } finally {
    transaction.rollback();
  }
  if (Object.values(result.counters).some((count) => count > 0)) {
    throw new RefusedError('This statement writes, and only reading is allowed. Nothing was changed.');
  }
  const internals = internalsOf(engine);
  const columns = knownColumns(text, result.columns);
  const names = columns.map(({ name }) => name);
  return tableOf(result, maxRows, names, (cells, index) => {
    const { name = '', type = UNKNOWN, at = index } = columns[index] ?? {};
    try {
      return decodeTyped(cells[at], type, internals);
    } catch (error) {
      if (!(error instanceof UndecodableError)) throw error;
      throw new UndecodableError(`the column ${name}: ${error.message}`);
    }
  });
}
