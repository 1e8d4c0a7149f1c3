/** What the embedded store and its child process say to each other. Carried by structured clone. */
import type { Parameters, Result, StoreSchema, WriteStatement } from '../store.ts';
import type { LoadStatement } from '../transfer/transfer.ts';
import type { Bounds, RawRange } from './embedded-elements.ts';

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
  | { readonly kind: 'bounds' }
  | {
      readonly kind: 'range';
      readonly what: keyof RawRange;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'load'; readonly statements: readonly LoadStatement[] }
  | { readonly kind: 'close' };

export interface Answers {
  open: null;
  read: Result;
  write: null;
  schema: StoreSchema;
  bounds: Bounds;
  range: RawRange;
  /** false: a statement did not return the number expected of it, and nothing was written. */
  load: boolean;
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
