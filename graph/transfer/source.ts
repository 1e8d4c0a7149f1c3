/** What the formats write: elements that can be read more than once, in pages. */
import type { GraphElement, Ownership } from './element.ts';

export interface Source {
  readonly ownership: Ownership;
  /** All nodes, then all relationships; each call begins anew. */
  elements(): AsyncIterable<readonly GraphElement[]>;
}

/** A piece of the text of one of a format's files; `part` is '' where the format is one file. */
export interface Piece {
  readonly part: string;
  readonly text: string;
}

/** Told what a person should know of the result, one line each time. */
export type Note = (line: string) => void;

/** A format: elements in, text out, never more of it held than a page. */
export type Writer = (source: Source, note: Note) => AsyncGenerator<Piece>;
