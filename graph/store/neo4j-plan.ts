/**
 * Judges a statement by the plan that Neo4j made for it (`EXPLAIN`), before anything runs. Pure.
 *
 * Read access mode refuses writes but not everything that reaches beyond the graph: `LOAD CSV` reads the server's
 * files and fetches addresses, `TERMINATE TRANSACTIONS` and some procedures end other people's work, `SHOW SETTINGS`
 * and `SHOW USERS` tell what is nobody's business. The plan tells them all apart: by its query type, by its operators,
 * and, for subqueries inside list expressions (which have no operators of their own), by the operators' details.
 */
import { bareWords, joinedNames } from './neo4j-text.ts';

/** An operator of a plan, as the driver gives it. */
export interface PlanOperator {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly PlanOperator[];
}

export interface PlannedStatement {
  readonly text: string;
  /** `r`, `rw`, `w`, or `s` (schema and system). */
  readonly queryType: string;
  readonly plan: PlanOperator;
}

/** Procedures that only read the graph or describe it. A name may end with `*`. */
export const READING_PROCEDURES: readonly string[] = [
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
  'db.index.fulltext.listAvailableAnalyzers',
  'db.index.vector.queryNodes',
  'db.index.vector.queryRelationships',
];

/** Namespaces of the functions that come with Neo4j and compute from their arguments alone. */
const COMPUTING_FUNCTIONS: readonly string[] = [
  ...['date', 'time', 'localtime', 'datetime', 'localdatetime', 'duration'].map((name) => `${name}.*`),
  ...['point.*', 'vector.*', 'coll.*', 'string.*'],
];

/** Operators that change nodes and relationships and nothing else: not `CreateIndex`, not `CreateUser`. */
const DATA_WRITES =
  /^(Create|Merge|LockingMerge|Foreach|(Detach)?Delete\w*|Set(Node|Relationship|Dynamic)?(Label|Propert)\w*|RemoveLabels)$/;
const REACHING_OPERATORS =
  /^(Load|Show|Terminate|Administration|Transaction|Create|Insert|Merge|Delete|DetachDelete|Set|Remove|Drop|Alter|Foreach|Grant|Deny|Revoke)/;
const DESCRIBING_OPERATORS: ReadonlySet<string> = new Set([
  'ShowIndexes',
  'ShowConstraints',
  'ShowFunctions',
  'ShowProcedures',
]);

/** What people's statements may do. */
export interface Permissions {
  /** Procedures and functions beside {@link READING_PROCEDURES}, such as `apoc.path.*`. */
  readonly procedures: readonly string[];
  /** Whether they may change nodes and relationships. */
  readonly writes: boolean;
}

/** Whether a statement would change the graph. */
export const writesData = ({ queryType }: PlannedStatement): boolean =>
  queryType === 'rw' || queryType === 'w';

/** What of the statement may not run, in plain words; null when it does no more than what is permitted. */
export function refusal(planned: PlannedStatement, permitted: Permissions): string | null {
  for (const operator of walk(planned.plan)) {
    const found =
      operatorRefusal(operator, permitted) ?? detailRefusal(planned.text, operator, permitted.procedures);
    if (found !== null) return found;
  }
  if (planned.queryType === 'r' || (permitted.writes && writesData(planned))) return null;
  if (planned.queryType === 's') return 'changes the schema or reaches into the server';
  return 'writes to the graph';
}

function* walk(operator: PlanOperator): Generator<PlanOperator> {
  yield operator;
  for (const child of operator.children) yield* walk(child);
}

function operatorRefusal(operator: PlanOperator, { procedures, writes }: Permissions): string | null {
  // Operators carry the database they run on: AdministrationCommand@system.
  const name = operator.operatorType.replace(/@.*$/, '');
  if (name === 'ProcedureCall') {
    const procedure = details(operator).split('(', 1)[0] ?? '';
    return named(procedure, [...READING_PROCEDURES, ...procedures])
      ? null
      : `calls the procedure ${procedure}`;
  }
  if (writes && DATA_WRITES.test(name)) return null;
  if (name === 'LoadCSV') return 'reads a file or an address (LOAD CSV)';
  if (name.startsWith('Transaction')) return 'opens transactions of its own (IN TRANSACTIONS)';
  if (!REACHING_OPERATORS.test(name) || DESCRIBING_OPERATORS.has(name)) return null;
  if (name === 'AdministrationCommand') return 'is an administration command';
  if (/^(Show|Terminate)/.test(name)) return `reaches into the server (${spaced(name)})`;
  return `writes to the graph (${spaced(name)})`;
}

/**
 * Subqueries inside list expressions stand in an operator's details as text, beside column names that may hold
 * anything. So a find there counts only when the statement's own bare words have it too.
 */
function detailRefusal(text: string, operator: PlanOperator, allowed: readonly string[]): string | null {
  const detail = details(operator);
  const bare = (pattern: RegExp) => bareWords(text).some((words) => pattern.test(words));
  if (/\bLOAD\s+CSV\b/i.test(detail) && bare(/\bLOAD\s+CSV\b/i))
    return 'reads a file or an address (LOAD CSV)';
  for (const [, name = ''] of detail.matchAll(/ResolvedCall\(([^()]*)\(/g)) {
    if (!named(name, [...READING_PROCEDURES, ...allowed]) && bare(/\bCALL\b/i)) {
      return `calls the procedure ${name}`;
    }
  }
  for (const [, name = ''] of detail.matchAll(/(?<![\w.])((?:\w+\.)+\w+)\(/g)) {
    if (named(name, [...READING_PROCEDURES, ...COMPUTING_FUNCTIONS, ...allowed])) continue;
    const call = `${name}(`.toLowerCase();
    if (joinedNames(text).some((names) => names.toLowerCase().includes(call))) return `calls ${name}`;
  }
  return null;
}

function details(operator: PlanOperator): string {
  const value = operator.arguments.Details;
  return typeof value === 'string' ? value : '';
}

/** Whether a name is in a list whose entries may end with `*`. Names compare without regard to case. */
function named(name: string, list: readonly string[]): boolean {
  const wanted = name.trim().toLowerCase();
  return list.some((entry) => {
    const pattern = entry.toLowerCase();
    return pattern.endsWith('*') ? wanted.startsWith(pattern.slice(0, -1)) : wanted === pattern;
  });
}

function spaced(operatorName: string): string {
  return operatorName.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
}
