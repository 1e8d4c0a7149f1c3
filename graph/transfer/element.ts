/** What moves between stores and files: nodes and relationships with exact values, and where they cannot be exact, an error. */
import { OWN_LABELS } from '../model.ts';
import { StoreError, UnsupportedError } from '../store.ts';

/** Kinds of dates, times and lengths of time that Cypher knows. */
export const TEMPORAL_TYPES = ['date', 'time', 'localtime', 'datetime', 'localdatetime', 'duration'] as const;
export type TemporalType = (typeof TEMPORAL_TYPES)[number];

/** A date, time or duration in ISO 8601, as Cypher's function of the same name reads it. */
export interface Temporal {
  readonly type: TemporalType;
  readonly iso: string;
}

/** A point; `srid` names the coordinate system (4326: longitude and latitude). */
export interface Point {
  readonly type: 'point';
  readonly srid: number;
  readonly x: number;
  readonly y: number;
  readonly z?: number;
}

/** One value: a bigint is an integer, a number a float. */
export type Scalar = string | boolean | bigint | number | Temporal | Point;
/** What a property can hold. Lists are of one type. */
export type Exact = Scalar | Uint8Array | readonly Scalar[];
export type Properties = Readonly<Record<string, Exact>>;

/**
 * A node. `key` tells it from all others of the same graph: `Label:id` where the label and `id` are ours, else `#` and
 * a number that means nothing outside.
 */
export interface NodeElement {
  readonly kind: 'node';
  readonly key: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** A relationship; `start` and `end` are keys of nodes. */
export interface RelationshipElement {
  readonly kind: 'relationship';
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}

export type GraphElement = NodeElement | RelationshipElement;

export interface ElementCounts {
  readonly nodes: number;
  readonly relationships: number;
}

/** Whose graph a store holds: nobody's, this product's, or somebody else's. */
export type Ownership = 'empty' | 'ours' | 'foreign';

/** The key of a node with these labels and `id`; `internal` is the engine's own, for nodes that are not ours. */
export function keyOf(labels: readonly string[], id: unknown, internal: string | number): string {
  const label =
    typeof id === 'string' && id !== '' ? OWN_LABELS.find((own) => labels.includes(own)) : undefined;
  return label === undefined ? `#${internal}` : `${label}:${id}`;
}

/** Label and id of a key of ours; undefined for `#…`. */
export function naturalKey(key: string): { readonly label: string; readonly id: string } | undefined {
  const colon = key.indexOf(':');
  if (key.startsWith('#') || colon < 1) return undefined;
  return { label: key.slice(0, colon), id: key.slice(colon + 1) };
}

/** How messages name an element. */
export const nameOf = (element: GraphElement): string =>
  element.kind === 'node'
    ? `the node ${element.key}`
    : `the relationship ${element.type} from ${element.start} to ${element.end}`;

/** A property that the store or format it is on its way to has no form for. */
export class PropertyError extends UnsupportedError {
  constructor(property: string, owner: string, reason: string, hint?: string) {
    super(`The property '${property}' of ${owner} ${reason}.`, hint === undefined ? {} : { hint });
  }
}

/** A file that cannot be imported: cut short, altered, or not of this format. */
export class GraphFileError extends StoreError {
  readonly code = 'graph_file';
}

/** An import that would mix two graphs, or two halves of them. */
export class MixRefusedError extends StoreError {
  readonly code = 'mix_refused';
}

/** The graph was written to while it was read. */
export class ChangedMeanwhileError extends StoreError {
  readonly code = 'changed_meanwhile';
}
