/** Which properties the elements of a graph have, and of which types: the head that tables and GraphML begin with. */
import type { Exact, GraphElement, Scalar } from './element.ts';
import type { Source } from './source.ts';
import { isList } from './values.ts';

export type ScalarType =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'date'
  | 'time'
  | 'localtime'
  | 'datetime'
  | 'localdatetime'
  | 'duration'
  | 'point';
/** `empty[]` is the empty list: it fits any type of list. */
export type ColumnType = ScalarType | `${ScalarType}[]` | 'empty[]' | 'bytes';

const PRIMITIVE = { string: 'string', boolean: 'boolean', bigint: 'integer', number: 'float' } as const;

export function scalarType(value: Scalar): ScalarType {
  if (typeof value === 'object') return value.type;
  return PRIMITIVE[typeof value as keyof typeof PRIMITIVE];
}

export function columnType(value: Exact): ColumnType {
  if (value instanceof Uint8Array) return 'bytes';
  if (!isList(value)) return scalarType(value);
  const [first] = value;
  return first === undefined ? 'empty[]' : `${scalarType(first)}[]`;
}

/** Names of properties, in order of their first appearance, each with the types of its values. */
export type Columns = Map<string, ColumnType[]>;

export function addColumns(columns: Columns, element: GraphElement): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const type = columnType(value);
    const types = columns.get(name);
    if (types === undefined) columns.set(name, [type]);
    else if (!types.includes(type)) types.push(type);
  }
}

/** The columns of a graph's nodes and of its relationships; `each` sees every element on the way. */
export async function columnsOf(
  source: Source,
  each: (element: GraphElement) => void = () => {},
): Promise<{ nodes: Columns; relationships: Columns }> {
  const nodes: Columns = new Map();
  const relationships: Columns = new Map();
  for await (const page of source.elements()) {
    for (const element of page) {
      addColumns(element.kind === 'node' ? nodes : relationships, element);
      each(element);
    }
  }
  return { nodes, relationships };
}
