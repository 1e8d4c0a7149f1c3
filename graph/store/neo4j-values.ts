/** Neo4j's values → the values of the store interface, in this one place. Pure. */
import { createHash } from 'node:crypto';
import neo4j, { type Node, type Path, type PathSegment, type Relationship } from 'neo4j-driver';
import { type Content, type Json, OWN_LABELS } from '../model.ts';
import {
  type NodeValue,
  type PathValue,
  type RelationshipValue,
  UnsupportedError,
  type Value,
} from '../store.ts';

/** The labels of nodes that carry an `id` of ours. */
const OUR_LABELS: ReadonlySet<string> = new Set(OWN_LABELS);
const VALUE_KINDS: ReadonlySet<unknown> = new Set(['node', 'relationship', 'path']);

/** What the id of a node is made of. */
export interface NodeKey {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly id: unknown;
}

/** Our own id where the node is one of ours; otherwise the engine's, which stays the same for good. */
export function nodeId({ elementId, labels, id }: NodeKey, content: Content): string {
  const own =
    content !== 'foreign' && typeof id === 'string' && labels.some((label) => OUR_LABELS.has(label));
  return own ? id : elementId;
}

/** Node ids by element id: a relationship tells its ends only by the engine's ids. */
export interface NodeIds {
  readonly content: Content;
  readonly byElementId: ReadonlyMap<string, string>;
}

/** The nodes that stand in some values, and the ends of relationships whose nodes do not. */
export function nodesIn(
  values: Iterable<unknown>,
  content: Content,
): { byElementId: Map<string, string>; missing: string[] } {
  const byElementId = new Map<string, string>();
  const ends = new Set<string>();
  const visit = (value: unknown): void => {
    if (neo4j.isNode(value)) byElementId.set(value.elementId, nodeId(keyOf(value), content));
    else if (neo4j.isRelationship(value)) ends.add(value.startNodeElementId).add(value.endNodeElementId);
    else if (neo4j.isPath(value)) {
      for (const node of pathNodes(value)) visit(node);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (isPlainMap(value)) Object.values(value).forEach(visit);
  };
  for (const value of values) visit(value);
  return { byElementId, missing: [...ends].filter((end) => !byElementId.has(end)) };
}

/**
 * One value of a result cell. Integers in the safe range become numbers, others strings; so do temporal values (ISO
 * 8601) and the floats that JSON has no word for. Points become maps of `srid`, `x`, `y` and `z`, bytes and
 * vectors lists of numbers.
 * @throws UnsupportedError a type that this driver does not know, or a map that looks like a node of ours
 */
export function decodeValue(value: unknown, ids: NodeIds): Value {
  if (neo4j.isNode(value)) return decodeNode(value, ids.content);
  if (neo4j.isRelationship(value)) return decodeRelationship(value, ids);
  if (neo4j.isPath(value)) return decodePath(value, ids);
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, ids));
  if (isPlainMap(value)) {
    if (VALUE_KINDS.has(value.kind)) {
      throw new UnsupportedError(
        `A map whose 'kind' is '${value.kind}' cannot be told from a graph element.`,
        {
          hint: 'Name that key of the map differently.',
        },
      );
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeValue(item, ids)]));
  }
  return decodeScalar(value);
}

/** A node with its labels in alphabetical order. */
export function decodeNode(node: Node, content: Content): NodeValue {
  return {
    kind: 'node',
    id: nodeId(keyOf(node), content),
    labels: node.labels.toSorted(),
    properties: decodeMap(node.properties),
  };
}

function decodeRelationship(relationship: Relationship, ids: NodeIds): RelationshipValue {
  const { elementId, startNodeElementId, endNodeElementId, type, properties } = relationship;
  const start = ids.byElementId.get(startNodeElementId) ?? startNodeElementId;
  const end = ids.byElementId.get(endNodeElementId) ?? endNodeElementId;
  const decoded = decodeMap(properties);
  const own = start !== startNodeElementId && end !== endNodeElementId;
  const ourId = own ? ourRelationshipId(type, start, end, decoded, ids.content) : undefined;
  return { kind: 'relationship', id: ourId ?? elementId, type, start, end, properties: decoded };
}

/**
 * Between nodes of ours: the id it carries, else one made of what it is, the same on every store. Where others may have
 * written too, there can be several such relationships, so that only the engine's id tells them apart.
 */
function ourRelationshipId(
  type: string,
  start: string,
  end: string,
  properties: Record<string, Json>,
  content: Content,
): string | undefined {
  if (typeof properties.id === 'string' && properties.id !== '') return properties.id;
  if (content === 'mixed') return undefined;
  const facts = JSON.stringify([type, start, end, Object.entries(properties).toSorted()]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 32);
}

function decodePath(path: Path, ids: NodeIds): PathValue {
  const relationships = path.segments.map(({ relationship }) => decodeRelationship(relationship, ids));
  const nodes = pathNodes(path).map((node) => decodeNode(node, ids.content));
  return { kind: 'path', nodes, relationships };
}

function pathNodes(path: Path): Node[] {
  return [path.start, ...path.segments.map((segment: PathSegment) => segment.end)];
}

function keyOf(node: Node): NodeKey {
  return { elementId: node.elementId, labels: node.labels, id: node.properties.id };
}

function decodeMap(map: Readonly<Record<string, unknown>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, decodeProperty(value)]));
}

/** A value inside a node or relationship: never a node itself. */
function decodeProperty(value: unknown): Json {
  return Array.isArray(value) ? value.map(decodeProperty) : decodeScalar(value);
}

function decodeScalar(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Int8Array || value instanceof Uint8Array) return Array.from(value);
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z } = value;
    return { srid: Number(srid), x, y, ...(z === undefined || z === null ? {} : { z }) };
  }
  if (isTemporal(value)) return isoText(String(value));
  if (neo4j.isVector(value)) return Array.from(value.asTypedArray(), Number);
  if (neo4j.isUUID(value)) return value.toString();
  throw new UnsupportedError(
    `The database returned a value of a type that is not known here: ${String(value)}`,
  );
}

/** The driver's text without the zeros and the letter that say nothing: `09:30:00.120000000` → `09:30:00.12`, `P1DT` → `P1D`. */
export function isoText(text: string): string {
  return text
    .replace(/(\.\d*?)0+(?!\d)/, '$1')
    .replace(/\.(?!\d)/, '')
    .replace(/^(P.*\d[A-Z])T$/, '$1');
}

function isTemporal(value: unknown): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Our parameters → the driver's. JavaScript's whole numbers are sent as integers, as JSON's are read everywhere else. */
export function encodeValue(value: Json): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (typeof value === 'object' && value !== null) return encodeMap(value);
  return value;
}

export function encodeMap(map: Readonly<Record<string, Json>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, encodeValue(value)]));
}
