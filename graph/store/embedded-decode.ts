/** The embedded engine's values → ours. The only place that knows the engine's shapes and number rules. */
import { createHash } from 'node:crypto';
import type { Json } from '../model.ts';
import type { NodeValue, PathValue, RelationshipValue, Value } from '../store.ts';
import type { Type } from './embedded-types.ts';

/** A value that the engine returned and that cannot be shown without being wrong. */
export class UndecodableError extends Error {}

/** What the engine knows of its internal numbers. */
export interface Internals {
  /** The stable id of a node. */
  readonly idOf: (node: number) => string;
  /** A node, or a relationship, in the shape in which results hold them; undefined where there is none. */
  readonly node: (node: number) => Plain | undefined;
  readonly relationship: (relationship: number) => Plain | undefined;
}

export type Plain = { readonly [key: string]: unknown };
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isNode = (value: Plain): boolean => typeof value._id === 'number' && Array.isArray(value._labels);
const isRelationship = (value: Plain): boolean =>
  typeof value._id === 'number' && typeof value._type === 'string' && typeof value._source === 'number';
const isPath = (value: Plain): boolean =>
  Object.keys(value).length === 2 &&
  Array.isArray(value.nodes) &&
  Array.isArray(value.edges) &&
  value.nodes.length === value.edges.length + 1 &&
  value.nodes.every((node) => isPlain(node) && isNode(node)) &&
  value.edges.every((edge) => isPlain(edge) && isRelationship(edge));

/** Whole numbers beyond 2^53 become strings, so that no digit is lost. */
function decodeInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Our id of a node: its own `id`, or its internal number for nodes that have none. */
export function nodeId(own: unknown, internal: number): string {
  return typeof own === 'string' && own !== '' ? own : `node:${internal}`;
}

function decodeProperties(value: Plain): Record<string, Json> {
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('_'));
  return Object.fromEntries(entries.map(([key, item]) => [key, decodeScalar(item)]));
}

/** Property values: scalars and lists and maps of them. */
function decodeScalar(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return decodeInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(decodeScalar);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value))
    return Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeScalar(item)]));
  throw new UndecodableError(`a value of kind ${typeof value}`);
}

export function decodeNode(value: Plain): NodeValue {
  return {
    kind: 'node',
    id: nodeId(value.id, value._id as number),
    labels: (value._labels as string[]).toSorted(),
    properties: decodeProperties(value),
  };
}

/** Relationships without an id of their own get one from what they are: type, ends and properties. */
function decodeRelationship(value: Plain, internals: Internals): RelationshipValue {
  const type = value._type as string;
  const start = internals.idOf(value._source as number);
  const end = internals.idOf(value._target as number);
  const properties = decodeProperties(value);
  const own = properties.id;
  const facts = JSON.stringify([type, start, end, Object.entries(properties).toSorted()]);
  const id =
    typeof own === 'string' && own !== ''
      ? own
      : createHash('sha256').update(facts).digest('hex').slice(0, 32);
  return { kind: 'relationship', id, type, start, end, properties };
}

function decodePath(value: Plain, internals: Internals): PathValue {
  return {
    kind: 'path',
    nodes: (value.nodes as Plain[]).map(decodeNode),
    relationships: (value.edges as Plain[]).map((edge) => decodeRelationship(edge, internals)),
  };
}

/**
 * Decodes one cell.
 * @throws UndecodableError where a map of the user's looks like a node, relationship or path of ours
 */
export function decodeValue(value: unknown, internals: Internals): Value {
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, internals));
  if (!isPlain(value)) return decodeScalar(value);
  if (isNode(value)) return decodeNode(value);
  if (isRelationship(value)) return decodeRelationship(value, internals);
  if (isPath(value)) return decodePath(value, internals);
  if (value.kind === 'node' || value.kind === 'relationship' || value.kind === 'path') {
    throw new UndecodableError(`a map whose 'kind' is '${value.kind}'`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeValue(item, internals)]));
}

function holdsNumber(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  if (Array.isArray(value)) return value.some(holdsNumber);
  if (!isPlain(value) || isNode(value) || isRelationship(value) || isPath(value)) return false;
  return Object.values(value).some(holdsNumber);
}

/**
 * Decodes one cell of which the statement tells the type: where a node or relationship is due and the engine gave its
 * internal number, the number is looked up.
 * @throws UndecodableError where a number may be a number or stand for a node
 */
export function decodeTyped(value: unknown, type: Type, internals: Internals): Value {
  if (type.is === 'list' && Array.isArray(value)) {
    return value.map((item) => decodeTyped(item, type.of, internals));
  }
  if (type.is === 'map' && isPlain(value) && !isNode(value) && !isRelationship(value)) {
    const entries = Object.entries(value).map(([key, item]): [string, Value] => {
      const own = type.of[key];
      return [key, own ? decodeTyped(item, own, internals) : decodeValue(item, internals)];
    });
    return entries.some(([key]) => key === 'kind')
      ? decodeValue(value, internals)
      : Object.fromEntries(entries);
  }
  if (type.is === 'scalar' || type.is === 'null') return decodeValue(value, internals);
  if ((type.is === 'node' || type.is === 'relationship') && typeof value === 'number') {
    const found = type.is === 'node' ? internals.node(value) : internals.relationship(value);
    if (found) return decodeValue(found, internals);
  }
  if (holdsNumber(value)) throw new UndecodableError('a number that may stand for a node or relationship');
  return decodeValue(value, internals);
}
