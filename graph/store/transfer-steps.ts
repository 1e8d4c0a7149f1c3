/** The marks of an unfinished import, as both adapters read them. */
import { GraphFileError } from '../transfer/element.ts';
import type { Unfinished } from '../transfer/transfer.ts';

/** The rows of `STEPS`. */
export function decodeSteps(rows: readonly Readonly<Record<string, unknown>>[]): Unfinished | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    file: String(first.file),
    plan: String(first.plan),
    steps: new Set(rows.map(({ id }) => String(id))),
  };
}

/** A step wrote less than it holds: a relationship's end is not in the store. */
export class MissingRowsError extends GraphFileError {
  constructor() {
    super('A relationship names a node that is not in the file.');
  }
}
