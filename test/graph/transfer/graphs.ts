/** Random graphs with values of every type, and graphs in a form in which two of them can be compared. */
import fc from 'fast-check';
import {
  type Exact,
  type GraphElement,
  type NodeElement,
  naturalKey,
  type RelationshipElement,
  type Scalar,
} from '../../../graph/transfer/element.ts';
import { elementLine } from '../../../graph/transfer/jsonl.ts';
import type { Source } from '../../../graph/transfer/source.ts';

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const date = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
const localtime = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.constantFrom('', '.5', '.123', '.000000001', '.999999999'))
  .map(([hour, minute, second, rest]) => `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${rest}`);
const offset = fc.constantFrom('Z', '+09:00', '-05:30', '+14:00');
const zoned = fc.constantFrom(
  '2022-08-04T09:30:00+09:00[Asia/Tokyo]',
  '1999-12-31T23:59:59.25-05:00[America/New_York]',
);
const durations = fc.constantFrom(
  'P1Y',
  'P1Y2M3DT16H12M',
  'PT0S',
  'P-2M-3DT-1.5S',
  'P1M2DT3.000000001S',
  'PT-0.25S',
);

/** Text that formats and languages trip over. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '"; DROP',
    "d'oh\\",
    '\\u0041',
    '\\\\u0060',
    'a;b|c,d',
    '=1+2',
    'line\r\nbreak\u2028\u2029',
    '\u0000\u0001\u001f\u007f',
    '<script>&amp;]]>',
    '$rows',
    '普天間 🙂',
    ' spaced ',
    '`x`',
    '/* no */ // no',
  ),
);

const temporal = fc.oneof(
  date.map((iso): Scalar => ({ type: 'date', iso })),
  localtime.map((iso): Scalar => ({ type: 'localtime', iso })),
  fc.tuple(localtime, offset).map(([time, zone]): Scalar => ({ type: 'time', iso: `${time}${zone}` })),
  fc.tuple(date, localtime).map(([day, time]): Scalar => ({ type: 'localdatetime', iso: `${day}T${time}` })),
  fc
    .tuple(date, localtime, offset)
    .map((parts): Scalar => ({ type: 'datetime', iso: `${parts[0]}T${parts[1]}${parts[2]}` })),
  zoned.map((iso): Scalar => ({ type: 'datetime', iso })),
  durations.map((iso): Scalar => ({ type: 'duration', iso })),
);
const coordinate = fc.integer({ min: -80, max: 80 }).map((value) => value + 0.5);
const points = fc.oneof(
  fc.tuple(coordinate, coordinate).map(([x, y]): Scalar => ({ type: 'point', srid: 4326, x, y })),
  fc
    .tuple(coordinate, coordinate, coordinate)
    .map(([x, y, z]): Scalar => ({ type: 'point', srid: 9157, x, y, z })),
);
const integers = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(0n, 1n, 2n ** 53n, -(2n ** 63n), 2n ** 63n - 1n),
);
const floats = fc.oneof(
  fc.double(),
  fc.constantFrom(
    0,
    -0,
    1,
    1e21,
    1e300,
    5e-324,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
);

export interface Wishes {
  /** What the format or store at hand has no form for. */
  readonly without?: ReadonlySet<'bytes' | 'empty lists' | 'temporal' | 'odd floats' | 'odd names'>;
}

export function values({ without = new Set() }: Wishes = {}): fc.Arbitrary<Exact> {
  const numbers = without.has('odd floats') ? floats.filter((value) => Number.isFinite(value)) : floats;
  const scalars: fc.Arbitrary<Scalar>[] = [hostileText, fc.boolean(), integers, numbers, points, temporal];
  const list = (item: fc.Arbitrary<Scalar>) =>
    fc.array(item, { minLength: without.has('empty lists') ? 1 : 0, maxLength: 4 });
  const lists = [
    hostileText,
    fc.boolean(),
    integers,
    numbers,
    points.filter((one) => !('z' in (one as object))),
  ].map((item) => list(item as fc.Arbitrary<Scalar>));
  const dates = list(date.map((iso): Scalar => ({ type: 'date', iso })));
  const bytes = without.has('bytes') ? [] : [fc.uint8Array({ maxLength: 5 })];
  return fc.oneof(...scalars, ...lists, dates, ...bytes);
}

const names = (wishes: Wishes) =>
  wishes.without?.has('odd names')
    ? fc.constantFrom('name', 'when', 'a key', '普')
    : fc.constantFrom(
        'name',
        'when',
        'a key',
        '普',
        'odd`key',
        '\\u0060',
        'a:b',
        'labels',
        'label',
        'constructor',
      );

/** A graph of a few nodes; `uid` tells them apart whatever their keys become. */
export function graphs(wishes: Wishes = {}): fc.Arbitrary<GraphElement[]> {
  const name = names(wishes);
  const held = fc.dictionary(name, values(wishes), { maxKeys: 5, noNullPrototype: true });
  const label = wishes.without?.has('odd names')
    ? fc.constantFrom('Movie', 'Person', 'Odd label')
    : fc.constantFrom('Movie', 'Person', 'Odd label', 'tick`ed', '\\u0060', '日本', "'; x");
  const node = fc.tuple(fc.uniqueArray(label, { maxLength: 3 }), held);
  const relationship = fc.tuple(label, fc.nat(), fc.nat(), held);
  return fc
    .tuple(fc.array(node, { minLength: 1, maxLength: 6 }), fc.array(relationship, { maxLength: 8 }))
    .map(([nodes, relationships]) => {
      const made = nodes.map(
        ([labels, properties], index): NodeElement => ({
          kind: 'node',
          key: `#${index}`,
          labels: labels.toSorted(),
          properties: { ...properties, uid: BigInt(index) },
        }),
      );
      const keyAt = (index: number) => made[index % made.length]?.key ?? '';
      return [
        ...made,
        ...relationships.map(
          ([type, start, end, properties]): RelationshipElement => ({
            kind: 'relationship',
            type,
            start: keyAt(start),
            end: keyAt(end),
            properties,
          }),
        ),
      ];
    });
}

export const sourceOfElements = (elements: readonly GraphElement[]): Source => ({
  ownership: 'foreign',
  async *elements() {
    yield elements.filter(({ kind }) => kind === 'node');
    yield elements.filter(({ kind }) => kind === 'relationship');
  },
});

/** All elements of a source. */
export async function allOf(source: Pick<Source, 'elements'>): Promise<GraphElement[]> {
  const all: GraphElement[] = [];
  for await (const page of source.elements()) all.push(...page);
  return all;
}

/** Lines that are the same for the same graph: sorted, with properties in order, and nodes named by what they are. */
export function comparable(elements: readonly GraphElement[]): string[] {
  const named = new Map(
    elements.flatMap((element) => {
      if (element.kind !== 'node') return [];
      const { key, properties } = element;
      return [[key, naturalKey(key) === undefined ? `uid ${String(properties.uid)}` : key] as const];
    }),
  );
  const nameOf = (key: string) => named.get(key) ?? `no node ${key}`;
  return elements
    .map((element): GraphElement => {
      const properties = Object.fromEntries(
        Object.entries(element.properties).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      return element.kind === 'node'
        ? { ...element, key: nameOf(element.key), labels: element.labels.toSorted(), properties }
        : { ...element, start: nameOf(element.start), end: nameOf(element.end), properties };
    })
    .map(elementLine)
    .toSorted();
}

/** A graph of a size, with nodes that are nobody's. */
export function numbered(nodes: number, relationships: number): GraphElement[] {
  const key = (index: number) => `#${index % nodes}`;
  return [
    ...Array.from({ length: nodes }, (_, index): NodeElement => {
      const properties = { uid: BigInt(index), name: `Node ${index}` };
      return { kind: 'node', key: key(index), labels: [index % 2 === 0 ? 'Even' : 'Odd'], properties };
    }),
    ...Array.from({ length: relationships }, (_, index): RelationshipElement => {
      const ends = { start: key(index * 7), end: key(index * 13 + 5) };
      return { kind: 'relationship', type: 'NEXT', ...ends, properties: { uid: BigInt(index), weight: 1 } };
    }),
  ];
}

/** Random graphs, the same each time, side by side in one: for what takes long to begin. */
export function manyAsOne(wishes: Wishes, count: number): GraphElement[] {
  return fc.sample(graphs(wishes), { numRuns: count, seed: 5 }).flatMap((graph, number) =>
    graph.map((element): GraphElement => {
      const key = (own: string) => `${own}-${number}`;
      if (element.kind === 'relationship') {
        return { ...element, start: key(element.start), end: key(element.end) };
      }
      const uid = BigInt(number * 100) + (element.properties.uid as bigint);
      return { ...element, key: key(element.key), properties: { ...element.properties, uid } };
    }),
  );
}
