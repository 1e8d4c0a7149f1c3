/** The embedded engine's values → ours. The only place that knows the engine's shapes and number rules. */
import { createHash } from 'node:crypto';
import type { Json } from '../model.ts';
import type { NodeValue, PathValue, RelationshipValue, Value } from '../store.ts';

/** A value that the engine returned and that cannot be shown without being wrong. */
export class UndecodableError extends Error {}

/** Gives the stable id of a node from the engine's internal number. */
export type NodeIds = (internal: number) => string;

type Plain = { readonly [key: string]: unknown };
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
function decodeRelationship(value: Plain, ids: NodeIds): RelationshipValue {
  const type = value._type as string;
  const start = ids(value._source as number);
  const end = ids(value._target as number);
  const properties = decodeProperties(value);
  const own = properties.id;
  const facts = JSON.stringify([type, start, end, Object.entries(properties).toSorted()]);
  const id =
    typeof own === 'string' && own !== ''
      ? own
      : createHash('sha256').update(facts).digest('hex').slice(0, 32);
  return { kind: 'relationship', id, type, start, end, properties };
}

function decodePath(value: Plain, ids: NodeIds): PathValue {
  return {
    kind: 'path',
    nodes: (value.nodes as Plain[]).map(decodeNode),
    relationships: (value.edges as Plain[]).map((edge) => decodeRelationship(edge, ids)),
  };
}

/**
 * Decodes one cell.
 * @throws UndecodableError where a map of the user's looks like a node, relationship or path of ours
 */
export function decodeValue(value: unknown, ids: NodeIds): Value {
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, ids));
  if (!isPlain(value)) return decodeScalar(value);
  if (isNode(value)) return decodeNode(value);
  if (isRelationship(value)) return decodeRelationship(value, ids);
  if (isPath(value)) return decodePath(value, ids);
  if (value.kind === 'node' || value.kind === 'relationship' || value.kind === 'path') {
    throw new UndecodableError(`a map whose 'kind' is '${value.kind}'`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeValue(item, ids)]));
}
