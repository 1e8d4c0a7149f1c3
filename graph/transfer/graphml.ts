/** GraphML (http://graphml.graphdrawing.org) with typed keys, as Gephi, networkx and yEd read it. */
import { type Columns, type ColumnType, columnsOf, columnType } from './columns.ts';
import type { Exact, GraphElement, NodeElement, Properties, RelationshipElement } from './element.ts';
import type { Note, Piece, Source } from './source.ts';
import { encodeExact } from './values.ts';

type KeyType = 'string' | 'boolean' | 'long' | 'double';

/** Dates, points, lists and bytes have no type of their own in GraphML: they are text. */
const keyType = (type: ColumnType): KeyType =>
  type === 'boolean' ? 'boolean' : type === 'integer' ? 'long' : type === 'float' ? 'double' : 'string';

/** What is no character of XML 1.0. */
const UNKNOWN_TO_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as content or attribute of XML; what XML cannot hold becomes U+FFFD and is counted by `lost`. */
export function escapeXml(text: string, lost: () => void = () => {}): string {
  return text
    .replace(UNKNOWN_TO_XML, () => {
      lost();
      return '\uFFFD';
    })
    .replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? character);
}

/** A property's text: lists, dates and points as in our JSON, text as it is. */
function textOf(value: Exact): string {
  if (typeof value === 'object' && !Array.isArray(value) && 'iso' in value) return value.iso;
  return typeof value === 'object' ? JSON.stringify(encodeExact(value)) : String(value);
}

/** Names that stand for labels and types, as Neo4j's own exports use them; properties of these names are renamed. */
const RESERVED = { node: 'labels', edge: 'label' } as const;

class Keys {
  readonly #ids = new Map<string, string>();
  readonly declarations: string[] = [];

  constructor(domain: 'node' | 'edge', columns: Columns, escaped: (text: string) => string) {
    this.declarations.push(
      `<key id="${domain}-kind" for="${domain}" attr.name="${RESERVED[domain]}" attr.type="string"/>`,
    );
    for (const [name, types] of columns) {
      const keyTypes = [...new Set(types.map(keyType))];
      for (const type of keyTypes) {
        const id = `${domain}-${this.#ids.size}`;
        this.#ids.set(`${type} ${name}`, id);
        const free = name === RESERVED[domain] ? `property ${name}` : name;
        // One name may have values of several types; readers take two keys of one name for one.
        const told = keyTypes.length > 1 && type !== 'string' ? `${free} (${type})` : free;
        this.declarations.push(
          `<key id="${id}" for="${domain}" attr.name="${escaped(told)}" attr.type="${type}"/>`,
        );
      }
    }
  }

  idOf(name: string, value: Exact): string {
    return this.#ids.get(`${keyType(columnType(value))} ${name}`) ?? '';
  }
}

/** @throws PropertyError never: everything has a text */
export async function* writeGraphml(source: Source, note: Note): AsyncGenerator<Piece> {
  let lost = 0;
  const escaped = (text: string) => escapeXml(text, () => (lost += 1));
  const columns = await columnsOf(source);
  const nodeKeys = new Keys('node', columns.nodes, escaped);
  const edgeKeys = new Keys('edge', columns.relationships, escaped);
  const data = (keys: Keys, properties: Properties): string =>
    Object.entries(properties)
      .map(([name, value]) => `<data key="${keys.idOf(name, value)}">${escaped(textOf(value))}</data>`)
      .join('');
  const node = ({ key, labels, properties }: NodeElement): string => {
    const kind = labels.map((label) => `:${label}`).join('');
    return `<node id="${escaped(key)}"><data key="node-kind">${escaped(kind)}</data>${data(nodeKeys, properties)}</node>\n`;
  };
  let edges = 0;
  const edge = ({ type, start, end, properties }: RelationshipElement): string => {
    edges += 1;
    const ends = `source="${escaped(start)}" target="${escaped(end)}"`;
    return `<edge id="e${edges}" ${ends}><data key="edge-kind">${escaped(type)}</data>${data(edgeKeys, properties)}</edge>\n`;
  };
  const piece = (text: string): Piece => ({ part: '', text });
  yield piece(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...nodeKeys.declarations,
      ...edgeKeys.declarations,
      '<graph id="G" edgedefault="directed">\n',
    ].join('\n'),
  );
  const line = (element: GraphElement) => (element.kind === 'node' ? node(element) : edge(element));
  for await (const page of source.elements()) yield piece(page.map(line).join(''));
  yield piece('</graph>\n</graphml>\n');
  if (lost > 0) note(`${lost} control characters that XML cannot hold were replaced by U+FFFD.`);
}
