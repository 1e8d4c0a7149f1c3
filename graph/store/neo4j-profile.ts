/** The plan of a statement as a table, for a person's own `EXPLAIN` and `PROFILE`. Pure. */
import type { Result, Row } from '../store.ts';

/** An operator as the driver gives it; the measured fields come with `PROFILE` only. */
export interface MeasuredOperator {
  readonly operatorType: string;
  readonly identifiers: readonly string[];
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly MeasuredOperator[];
  readonly rows?: unknown;
  readonly dbHits?: unknown;
}

/** One row an operator, the last step of the work first; inner operators stand indented under the one they feed. */
export function planTable(plan: MeasuredOperator, profiled: boolean): Result {
  const measured = profiled ? ['rows', 'database hits'] : [];
  return {
    columns: ['operator', 'details', 'estimated rows', ...measured],
    rows: [...tableRows(plan, profiled, 0)],
    truncated: false,
  };
}

function* tableRows(operator: MeasuredOperator, profiled: boolean, depth: number): Generator<Row> {
  const { Details: details, EstimatedRows: estimate } = operator.arguments;
  yield {
    operator: '  '.repeat(depth) + operator.operatorType.replace(/@.*$/, ''),
    details: typeof details === 'string' ? details : operator.identifiers.join(', '),
    'estimated rows': count(estimate),
    ...(profiled ? { rows: count(operator.rows), 'database hits': count(operator.dbHits) } : {}),
  };
  for (const child of operator.children) yield* tableRows(child, profiled, depth + 1);
}

function count(value: unknown): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}
