/** What the embedded store and its child process say to each other. Carried by structured clone. */
import type { Parameters, Result, StoreSchema, WriteStatement } from '../store.ts';

export type Request =
  | { readonly kind: 'open'; readonly file: string }
  | {
      readonly kind: 'read';
      readonly text: string;
      readonly parameters: Parameters;
      readonly maxRows: number | null;
      /** Judge the statement by its plan first, and run it in a transaction that is rolled back. */
      readonly guarded: boolean;
    }
  | { readonly kind: 'write'; readonly statements: readonly WriteStatement[] }
  | { readonly kind: 'schema' }
  | { readonly kind: 'close' };

export interface Answers {
  open: null;
  read: Result;
  write: null;
  schema: StoreSchema;
  close: null;
}

/** An error as it crosses: classes do not survive the way, so the kind names one. */
export interface Failure {
  readonly kind: 'syntax' | 'read_only' | 'unsupported' | 'locked' | 'unavailable' | 'failed';
  readonly message: string;
  readonly hint?: string;
  readonly line?: number;
  readonly column?: number;
}

export type Envelope<T> = { readonly call: number } & T;
export type Reply = Envelope<
  { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly failure: Failure }
>;

/** The child ends itself with this code when a statement would need more memory than allowed. */
export const MEMORY_EXIT_CODE = 77;
