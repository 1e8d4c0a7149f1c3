/** What a store offers for moving whole graphs: its elements one after the other, and loading in steps. */
import type { ElementCounts, GraphElement, Ownership } from './element.ts';

/** A statement of a step. `expected`: the number it returns as `count`; another number undoes the whole step. */
export interface LoadStatement {
  readonly text: string;
  /** Properties in them are as {@link Transfer.encode} made them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly expected?: number;
}

/** What an import leaves in the store until it is done: which file, how it is loaded, and the steps that are in. */
export interface Unfinished {
  readonly file: string;
  readonly plan: string;
  readonly steps: ReadonlySet<string>;
}

/** What an import meets: whether the graph is to be one of this product's, and whether the store was empty. */
export interface Into {
  readonly ours: boolean;
  readonly fresh: boolean;
}

export interface Transfer {
  /** How many steps that touch different nodes may be written at the same time. */
  readonly lanes: number;
  /** Whose graph it is, the leftovers of an unfinished import apart. */
  ownership(): Promise<Ownership>;
  counts(): Promise<ElementCounts>;
  /**
   * All nodes, then all relationships, a few thousand at a time; never more than that is held. The store's own marks
   * are left out.
   * @throws PropertyError a value that has no exact form
   * @throws ChangedMeanwhileError the graph was written to meanwhile
   */
  elements(): AsyncIterable<readonly GraphElement[]>;
  /** The properties of an element in the form that this store's parameters take. @throws PropertyError */
  encode(element: GraphElement): Readonly<Record<string, unknown>>;
  /** How rows of new elements are written fastest: as lists with a column for each property, or as maps. */
  readonly rows: 'lists' | 'maps';
  /** The import that was begun here and not finished. */
  unfinished(): Promise<Unfinished | undefined>;
  /** Begins an import, or goes on with one: indexes that loading needs, and the mark that it is under way. */
  begin(file: string, plan: string, into: Into): Promise<void>;
  /** Runs a step's statements and marks it as done, all in one transaction; done again, it changes nothing. */
  write(step: string, statements: readonly LoadStatement[]): Promise<void>;
  /** All nodes are in: begins what finds them, while relationships are loaded. `ours` as in {@link finish}. */
  indexNodes(ours: boolean): Promise<void>;
  /** Takes away everything that the import needed for itself; `ours` makes the graph one of this product's. */
  finish(ours: boolean, onProgress: (left: number) => void): Promise<void>;
}
