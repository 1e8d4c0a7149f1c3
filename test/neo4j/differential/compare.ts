/** Runs statements on both stores and compares: Neo4j's answer is the right one. */
import { type GraphStore, StoreError } from '../../../graph/store.ts';

/** Significant digits in which sums of floats may be expected to agree. */
const DIGITS = 12;

/** A value with the order of keys and labels, and the last digits of floats, taken out. */
function canonical(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
}

/** The answer as text, or the error. Rows keep their order only where the statement ends with one. */
async function answer(store: GraphStore, statement: string): Promise<string | StoreError> {
  try {
    const { columns, rows } = await store.read(statement, {}, { untrusted: true });
    const lines = rows.map((row) => JSON.stringify(columns.map((column) => canonical(row[column]))));
    const ordered = /\bORDER BY\b(?!.*\bRETURN\b)/.test(statement);
    return JSON.stringify([columns, ...(ordered ? lines : lines.toSorted())]);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

/** The answers to all statements, each store at its own pace. */
async function answersOf(store: GraphStore, statements: readonly string[]): Promise<(string | StoreError)[]> {
  const answers: (string | StoreError)[] = [];
  for (const statement of statements) answers.push(await answer(store, statement));
  return answers;
}

export interface Comparison {
  /** Statements answered alike, or refused by both. */
  readonly same: number;
  /** What only the embedded store refuses, with its error. */
  readonly refused: readonly { readonly statement: string; readonly error: StoreError }[];
  readonly different: readonly {
    readonly statement: string;
    readonly neo4j: string;
    readonly embedded: string;
  }[];
}

/** How the embedded store answers statements beside Neo4j; both hold the same graph. */
export async function compareStores(
  neo4j: GraphStore,
  embedded: GraphStore,
  statements: readonly string[],
): Promise<Comparison> {
  const [rights, owns] = await Promise.all([answersOf(neo4j, statements), answersOf(embedded, statements)]);
  let same = 0;
  const refused: Comparison['refused'][number][] = [];
  const different: Comparison['different'][number][] = [];
  for (const [index, statement] of statements.entries()) {
    const [right, ours] = [rights[index], owns[index]];
    const bothFail = right instanceof StoreError && ours instanceof StoreError;
    if (bothFail || right === ours) same += 1;
    else if (ours instanceof StoreError) refused.push({ statement, error: ours });
    else different.push({ statement, neo4j: String(right), embedded: String(ours) });
  }
  return { same, refused, different };
}
