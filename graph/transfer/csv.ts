/**
 * CSV in the form of Neo4j's own importer (`neo4j-admin database import full`): a table of nodes and one of
 * relationships with typed columns. Where one name has values of several types, which a column cannot have, elements
 * with the further types stand in tables of their own.
 */
import { type Columns, type ColumnType, columnsOf, columnType } from './columns.ts';
import { type Exact, type GraphElement, PropertyError, type Scalar } from './element.ts';
import type { Note, Piece, Source } from './source.ts';
import { isList } from './values.ts';

/** Separators of list items, the importer's own first; an item must not hold it. */
const SEPARATORS = [';', '|', '\u001F', '\u001E', '\u001D', '\u0001'];

const ITEM_TYPES: Readonly<Record<string, string>> = { integer: 'long', float: 'double' };
const headType = (type: ColumnType): string => {
  if (type === 'bytes') return 'byte[]';
  if (type === 'empty[]') return 'string[]';
  const item = type.replace('[]', '');
  return `${ITEM_TYPES[item] ?? item}${type.endsWith('[]') ? '[]' : ''}`;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function scalarText(value: Scalar): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value);
  if (typeof value !== 'object') return String(value);
  if (value.type !== 'point') return value.iso;
  const { srid, x, y, z } = value;
  return `{srid:${srid}, x:${x}, y:${y}${z === undefined ? '' : `, z:${z}`}}`;
}

/** The variants of each column that has values of several types, and with them the table an element stands in. */
class Tables {
  readonly #columns: Columns;
  /** Types chosen for each table, by the table's number. */
  readonly #tables: Map<string, { number: number; types: Map<string, ColumnType> }> = new Map();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The type of a column in the first table: the first that is not the empty list, which fits any. */
  #first(name: string): ColumnType {
    const types = this.#columns.get(name) ?? [];
    return types.find((type) => type !== 'empty[]') ?? 'empty[]';
  }

  of(element: GraphElement): { number: number; types: ReadonlyMap<string, ColumnType> } {
    const odd: [string, ColumnType][] = [];
    for (const [name, value] of Object.entries(element.properties)) {
      const [type, first] = [columnType(value), this.#first(name)];
      const fits = type === first || (type === 'empty[]' && first.endsWith('[]'));
      if (!fits) odd.push([name, type]);
    }
    const signature = JSON.stringify(odd.toSorted());
    const known = this.#tables.get(signature);
    if (known) return known;
    const types = new Map([...this.#columns.keys()].map((name) => [name, this.#first(name)]));
    for (const [name, type] of odd) types.set(name, type);
    const table = { number: this.#tables.size + 1, types };
    this.#tables.set(signature, table);
    return table;
  }
}

class Table {
  readonly #kind: 'nodes' | 'relationships';
  readonly #onLeftOut: (property: string) => void;
  readonly #tables: Tables;
  readonly #separator: string;
  readonly #begun = new Set<number>();
  readonly parts: string[] = [];

  constructor(
    kind: 'nodes' | 'relationships',
    columns: Columns,
    separator: string,
    onLeftOut: (property: string) => void,
  ) {
    this.#onLeftOut = onLeftOut;
    this.#kind = kind;
    this.#tables = new Tables(columns);
    this.#separator = separator;
  }

  /** The rows of a page, by the file they stand in. */
  rows(elements: readonly GraphElement[]): Piece[] {
    const texts = new Map<string, string[]>();
    for (const element of elements) {
      const { number, types } = this.#tables.of(element);
      const part = number === 1 ? this.#kind : `${this.#kind}-${number}`;
      const lines = texts.get(part) ?? [];
      texts.set(part, lines);
      if (!this.#begun.has(number)) {
        this.#begun.add(number);
        this.parts.push(part);
        lines.push(this.#head(types));
      }
      lines.push(this.#row(element, types));
    }
    return [...texts].map(([part, lines]) => ({ part, text: lines.join('') }));
  }

  /** An empty table still has its head: the importer wants both files. */
  head(): Piece[] {
    return this.parts.length > 0 ? [] : [{ part: this.#kind, text: this.#head(new Map()) }];
  }

  #head(types: ReadonlyMap<string, ColumnType>): string {
    const own = this.#kind === 'nodes' ? [':ID', ':LABEL'] : [':START_ID', ':END_ID', ':TYPE'];
    const columns = [...types].map(([name, type]) => quoted(`${name}:${headType(type)}`));
    return `${[...own, ...columns].join(',')}\n`;
  }

  #row(element: GraphElement, types: ReadonlyMap<string, ColumnType>): string {
    const own =
      element.kind === 'node'
        ? [element.key, element.labels.join(this.#separator)]
        : [element.start, element.end, element.type];
    const cells = [...types.keys()].map((name) => {
      const value = Object.hasOwn(element.properties, name) ? element.properties[name] : undefined;
      if (value === undefined) return '';
      if (!hasNoCell(value)) return quoted(this.#text(value));
      this.#onLeftOut(name);
      return '';
    });
    return `${[...own.map(quoted), ...cells].join(',')}\n`;
  }

  #text(value: Exact): string {
    if (value instanceof Uint8Array) {
      return Array.from(new Int8Array(value.buffer, value.byteOffset, value.length)).join(this.#separator);
    }
    return isList(value) ? value.map(scalarText).join(this.#separator) : scalarText(value);
  }
}

/** Lists of nothing, or of one empty text: the importer takes an empty cell for no property at all. */
const hasNoCell = (value: Exact): boolean =>
  value instanceof Uint8Array
    ? value.length === 0
    : isList(value) && (value.length === 0 || (value.length === 1 && value[0] === ''));

/** The first separator that no item of a list and no label holds. */
class SeparatorChoice {
  #left = SEPARATORS;

  see(element: GraphElement): void {
    if (element.kind === 'node') for (const label of element.labels) this.#exclude(label);
    for (const value of Object.values(element.properties)) {
      if (value instanceof Uint8Array || !isList(value)) continue;
      for (const item of value) if (typeof item === 'string') this.#exclude(item);
    }
  }

  #exclude(text: string): void {
    if (this.#left.some((separator) => text.includes(separator))) {
      this.#left = this.#left.filter((separator) => !text.includes(separator));
    }
  }

  get chosen(): string | undefined {
    return this.#left[0];
  }
}

/** How the importer is told of a separator other than its own. */
const separatorOption = (separator: string): string =>
  separator === ';'
    ? ''
    : ` --array-delimiter=${separator === '|' ? "'|'" : `U+${separator.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`}`;

/** @throws PropertyError list items that hold every separator */
export async function* writeCsv(source: Source, note: Note): AsyncGenerator<Piece> {
  const choice = new SeparatorChoice();
  const columns = await columnsOf(source, (element) => choice.see(element));
  const separator = choice.chosen;
  if (separator === undefined) {
    throw new PropertyError('labels', 'the graph', 'and list items hold every separator that CSV could use');
  }
  const leftOut = new Map<string, number>();
  const count = (property: string) => leftOut.set(property, (leftOut.get(property) ?? 0) + 1);
  const nodes = new Table('nodes', columns.nodes, separator, count);
  const relationships = new Table('relationships', columns.relationships, separator, count);
  for await (const page of source.elements()) {
    yield* nodes.rows(page.filter(({ kind }) => kind === 'node'));
    yield* relationships.rows(page.filter(({ kind }) => kind === 'relationship'));
  }
  yield* nodes.head();
  yield* relationships.head();
  const files = [
    ...nodes.parts.map((part) => `--nodes=FILE-${part}.csv`),
    ...relationships.parts.map((part) => `--relationships=FILE-${part}.csv`),
  ];
  note(
    `neo4j-admin database import full neo4j --multiline-fields=true${separatorOption(separator)} ${files.join(' ')}`,
  );
  if (leftOut.size > 0) {
    const told = [...leftOut].map(([property, times]) => `${property} (${times})`).join(', ');
    note(`Empty lists are left out, for the importer has no form for them: ${told}`);
  }
}
