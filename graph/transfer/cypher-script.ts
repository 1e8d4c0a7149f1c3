/** A Cypher script that makes the graph anew in an empty Neo4j 5 database: `cypher-shell --file graph.cypher`. */

import { name, stringLiteral } from '../cypher-text.ts';
import { SCHEMA_SCRIPT } from '../store/neo4j-cypher.ts';
import {
  CLEANING,
  createNodes,
  createRelationships,
  DROP_IMPORT_CONSTRAINTS,
  FORGET_KEYS,
  IMPORT_CONSTRAINTS,
} from '../store/transfer-cypher.ts';
import {
  type Exact,
  type GraphElement,
  type NodeElement,
  nameOf,
  PropertyError,
  type RelationshipElement,
  type Scalar,
} from './element.ts';
import type { Piece, Source } from './source.ts';
import { isList } from './values.ts';

/** Rows of a statement at most, and characters of it about. */
const ROWS = 200;
const CHARACTERS = 200_000;

/** A float as a Cypher literal: never one that reads as an integer. */
export function floatLiteral(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value).replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function scalarLiteral(value: Scalar): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return floatLiteral(value);
  if (typeof value !== 'object') return String(value);
  if (value.type !== 'point') return `${value.type}(${stringLiteral(value.iso)})`;
  const { srid, x, y, z } = value;
  const height = z === undefined ? '' : `, z: ${floatLiteral(z)}`;
  return `point({srid: ${srid}, x: ${floatLiteral(x)}, y: ${floatLiteral(y)}${height}})`;
}

function literal(value: Exact, property: string, element: GraphElement): string {
  if (value instanceof Uint8Array) {
    throw new PropertyError(
      property,
      nameOf(element),
      'holds bytes, for which Cypher has no literal',
      'Export as jsonl.',
    );
  }
  return isList(value) ? `[${value.map(scalarLiteral).join(', ')}]` : scalarLiteral(value);
}

function propertiesLiteral(element: GraphElement): string {
  const entries = Object.entries(element.properties).map(
    ([property, value]) => `${name(property)}: ${literal(value, property, element)}`,
  );
  return `{${entries.join(', ')}}`;
}

const nodeRow = (node: NodeElement): string =>
  `{key: ${stringLiteral(node.key)}, properties: ${propertiesLiteral(node)}}`;
const relationshipRow = (one: RelationshipElement): string =>
  `{start: ${stringLiteral(one.start)}, end: ${stringLiteral(one.end)}, properties: ${propertiesLiteral(one)}}`;

/** One line of the script. */
const lineOf = (statement: string): string => `${statement};\n`;

/** The statement that `text` is with its rows written out. */
const withRows = (text: string, rows: readonly string[]): string =>
  lineOf(text).replace('$rows', () => `[${rows.join(', ')}]`);

function* statements(page: readonly GraphElement[]): Generator<string> {
  const groups = new Map<string, string[]>();
  for (const element of page) {
    const text =
      element.kind === 'node'
        ? createNodes(element.labels, true)
        : createRelationships(element.type, undefined, undefined);
    const rows = groups.get(text) ?? [];
    groups.set(text, rows);
    rows.push(element.kind === 'node' ? nodeRow(element) : relationshipRow(element));
    if (rows.length < ROWS && rows.reduce((sum, row) => sum + row.length, 0) < CHARACTERS) continue;
    yield withRows(text, rows);
    groups.delete(text);
  }
  for (const [text, rows] of groups) yield withRows(text, rows);
}

/** @throws PropertyError bytes, which have no literal */
export async function* writeCypher(source: Source): AsyncGenerator<Piece> {
  const piece = (text: string): Piece => ({ part: '', text });
  yield piece(
    `// A graph of Threadline's, for an empty database: cypher-shell --file FILE\n${lineOf(IMPORT_CONSTRAINTS[1])}`,
  );
  let nodes = 0;
  for await (const page of source.elements()) {
    nodes += page.filter(({ kind }) => kind === 'node').length;
    yield piece([...statements(page)].join(''));
  }
  for (let left = nodes; left > 0; left -= CLEANING) yield piece(lineOf(FORGET_KEYS));
  yield piece(lineOf(DROP_IMPORT_CONSTRAINTS[1]));
  if (source.ownership === 'ours') yield piece(SCHEMA_SCRIPT.map(lineOf).join(''));
}
