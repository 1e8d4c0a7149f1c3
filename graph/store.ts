/** The one door to a database: the interface both adapters implement, the values they return, and their errors. */
import type { Content, Json } from './model.ts';
import type { TextIndex } from './text-index.ts';
import type { Transfer } from './transfer/transfer.ts';

/** A node as it leaves an adapter. `id` is our own id, or a stable id made by the adapter for nodes that are not ours. */
export interface NodeValue {
  readonly kind: 'node';
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Json>>;
}

/** A relationship as it leaves an adapter; `start` and `end` are node ids as in {@link NodeValue}. */
export interface RelationshipValue {
  readonly kind: 'relationship';
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Readonly<Record<string, Json>>;
}

export interface PathValue {
  readonly kind: 'path';
  readonly nodes: readonly NodeValue[];
  readonly relationships: readonly RelationshipValue[];
}

/** Any value of a result cell. Maps that are not one of ours carry no `kind` of these three. */
export type Value =
  | null
  | boolean
  | number
  | string
  | NodeValue
  | RelationshipValue
  | PathValue
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, Json>>;

export interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** true when more rows existed than were asked for. */
  readonly truncated: boolean;
  /** The number of rows before cutting, where the engine could tell. */
  readonly total?: number;
  /** What a typed statement has changed, by what was counted (`nodesCreated`); only where it was let write. */
  readonly changes?: Readonly<Record<string, number>>;
}

export interface ReadOptions {
  /** Ends the query after this many milliseconds with {@link QueryTimeoutError}. Default: the store's own limit. */
  readonly timeoutMs?: number;
  /** Rows to return at most; the rest is cut and announced in `truncated`. */
  readonly maxRows?: number;
  /** Aborting stops the query in the engine and rejects with {@link QueryStoppedError}. */
  readonly signal?: AbortSignal;
  /** true for text that a person typed: it is judged before it runs, and writes only where the store lets it. */
  readonly untrusted?: boolean;
}

export interface WriteStatement {
  readonly text: string;
  readonly parameters: Parameters;
}

export interface StoreSchema {
  readonly labels: readonly string[];
  readonly relationshipTypes: readonly string[];
  readonly propertyKeys: readonly string[];
}

export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j';
  /** Found out when the store is opened; what is written through it may change it. */
  readonly content: Content;
  /** Why nothing is written to this database, in words for a person; undefined where writing is possible. */
  readonly readOnlyReason?: string | undefined;
  /** Whether statements that people type may change nodes and relationships (`--allow-write`). */
  readonly typedWrites: boolean;
  /** Runs one reading statement. Rejects with a {@link StoreError}. */
  read(text: string, parameters?: Parameters, options?: ReadOptions): Promise<Result>;
  /** Runs all statements in one transaction: all or nothing. Acknowledged means durable. */
  write(statements: readonly WriteStatement[]): Promise<void>;
  /** The nodes with these ids, as the adapter gives them out in {@link NodeValue}; unknown ids are left out. */
  nodesById(ids: readonly string[]): Promise<NodeValue[]>;
  schema(): Promise<StoreSchema>;
  /** Names the state of the graph: the same text as before means that nobody has written anything since. */
  state(): Promise<string>;
  /** The full-text indexes over nodes that can be asked now; none where the engine has no such thing. */
  textIndexes(): Promise<readonly TextIndex[]>;
  /** Moves the whole graph, with every value exact. */
  readonly transfer: Transfer;
  close(): Promise<void>;
}

/** Base of everything a store rejects with. `code` is stable and is what the API maps to HTTP. */
export abstract class StoreError extends Error {
  abstract readonly code: string;
  /** What the person can do about it, in plain words. */
  readonly hint: string | undefined;
  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = new.target.name;
    this.hint = options.hint;
  }
}

/** The statement has a syntax or semantic error. `line` and `column` count from 1 where the engine tells them. */
export class QuerySyntaxError extends StoreError {
  readonly code = 'query_syntax';
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(
    message: string,
    options: { cause?: unknown; hint?: string; line?: number; column?: number } = {},
  ) {
    super(message, options);
    this.line = options.line;
    this.column = options.column;
  }
}
/** The statement would write, change the schema, or reach outside the graph. */
export class ReadOnlyError extends StoreError {
  readonly code = 'read_only';
}
/** The engine cannot run this construct, or would answer it wrongly. The message names the construct. */
export class UnsupportedError extends StoreError {
  readonly code = 'unsupported';
}
export class QueryTimeoutError extends StoreError {
  readonly code = 'timeout';
}
export class QueryStoppedError extends StoreError {
  readonly code = 'stopped';
}
/** Another process holds the data folder. */
export class StoreLockedError extends StoreError {
  readonly code = 'locked';
}
/** The store cannot be reached or opened. */
export class StoreUnavailableError extends StoreError {
  readonly code = 'unavailable';
}
/** A row did not have the shape the query promises: a fault of ours or a database that is not ours. */
export class RowShapeError extends StoreError {
  readonly code = 'row_shape';
}
/** No entity, relation or document has this id. */
export class NotFoundError extends StoreError {
  readonly code = 'not_found';
}
