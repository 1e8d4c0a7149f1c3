/** Elements → steps of an import, each one transaction. The same every time. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Columns,
  createNodes,
  createRelationships,
  mergeNodes,
  mergeRelationships,
} from '../store/transfer-cypher.ts';
import { type GraphElement, type NodeElement, naturalKey, type RelationshipElement } from './element.ts';
import type { LoadStatement, Transfer } from './transfer.ts';

/** How elements get into the store. */
export interface Manner {
  /** Nodes of ours are found by their id; else all are found by the import's own key. */
  readonly byId: boolean;
  /** What is there already is replaced; else everything is new. */
  readonly merge: boolean;
}

/** Elements of one transaction. */
export const STEP_SIZE = 2500;
/** Parts that the nodes are spread over: an even number. More of them run side by side, and keep more in memory. */
export const PARTS = 8;

/** FNV-1a: spreads keys over the parts. */
function partOf(key: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % parts;
}

/** Relationships of one step, and the parts that their nodes are in. */
export interface RelationshipGroup {
  readonly parts: readonly number[];
  readonly relationships: readonly RelationshipElement[];
}

/**
 * Gathers relationships into steps by the parts that their two ends are in. Steps on different parts share no node, so
 * that loading them at the same time neither waits nor deadlocks.
 */
export class Groups {
  readonly #parts: number;
  readonly #size: number;
  readonly #open = new Map<number, RelationshipElement[]>();

  constructor(parts: number, size: number) {
    this.#parts = parts;
    this.#size = size;
  }

  /** Takes one in; gives the step that it fills. */
  add(relationship: RelationshipElement): RelationshipGroup | undefined {
    const parts = this.#parts;
    const [a, b] = [partOf(relationship.start, parts), partOf(relationship.end, parts)];
    // Both ends in one part: with those that go to the part beside it.
    const other = a === b ? Math.min(a ^ 1, parts - 1) : b;
    const block = Math.min(a, other) * parts + Math.max(a, other);
    const group = this.#open.get(block) ?? [];
    if (group.push(relationship) === 1) this.#open.set(block, group);
    if (group.length < this.#size) return undefined;
    this.#open.delete(block);
    return this.#group(block, group);
  }

  /** What is left. */
  rest(): RelationshipGroup[] {
    return [...this.#open].map(([block, group]) => this.#group(block, group));
  }

  #group(block: number, relationships: RelationshipElement[]): RelationshipGroup {
    const parts = [Math.floor(block / this.#parts), block % this.#parts];
    return { parts, relationships };
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** How a store takes rows. */
export type RowForm = Pick<Transfer, 'encode' | 'rows'>;
const ownKey = (key: string, { byId }: Manner) => (byId ? naturalKey(key) : undefined);

/** Properties of one statement at most that get a column each; rows of more are sent as maps. */
const MOST_COLUMNS = 100;

interface Row {
  /** What stands before the properties, by its name. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly element: GraphElement;
}

/** Rows of one statement from which on it is planned for what they have in common; fewer are alike by chance. */
const MANY_ROWS = 500;

/** What a statement is given, and where it finds the properties in it; without `columns` in maps. */
interface Given {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly columns?: Columns;
}

/** Rows and the columns in them, as a store takes them: lists where it can, maps else. */
function rowsFor(items: readonly Row[], { encode, rows }: RowForm, listed: boolean): Given {
  const count = items.length;
  const encoded = items.map(({ head, element }) => ({ head, properties: encode(element) }));
  const names = [...new Set(encoded.flatMap(({ properties }) => Object.keys(properties)))];
  if (rows === 'maps' || !listed || names.length > MOST_COLUMNS) {
    return { count, parameters: { rows: encoded.map(({ head, properties }) => ({ ...head, properties })) } };
  }
  const { varying, same, values } = columnsOf(
    names,
    encoded.map(({ properties }) => properties),
  );
  const list = encoded.map(({ head, properties }) => [
    ...Object.values(head),
    ...varying.map((column) => propertyOf(properties, column) ?? null),
  ]);
  return { count, parameters: { rows: list, same: values }, columns: { varying, same } };
}

/** Own ones: a column may be called `constructor`. */
const propertyOf = (properties: Readonly<Record<string, unknown>>, column: string): unknown =>
  Object.hasOwn(properties, column) ? properties[column] : undefined;

/** Columns, and the values of those that are the same in every row, which are sent once. */
function columnsOf(names: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]) {
  const [first] = rows;
  const isSame = (column: string): boolean => {
    if (first === undefined || rows.length < MANY_ROWS) return false;
    const value = propertyOf(first, column);
    return value !== undefined && rows.every((row) => isDeepStrictEqual(propertyOf(row, column), value));
  };
  const same = names.filter(isSame);
  const varying = names.filter((name) => !same.includes(name));
  return { varying, same, values: same.map((column) => first?.[column]) };
}

/** Statements that write nodes: one for each set of labels. */
export function nodeStatements(
  nodes: readonly NodeElement[],
  manner: Manner,
  form: RowForm,
): LoadStatement[] {
  const kind = ({ key, labels }: NodeElement) =>
    JSON.stringify([ownKey(key, manner)?.label ?? null, ...labels]);
  return grouped(nodes, kind).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const own = ownKey(first.key, manner);
    const merged = own !== undefined && manner.merge;
    const items = group.map((element): Row => {
      if (own === undefined) return { head: { key: element.key }, element };
      return { head: merged ? { id: ownKey(element.key, manner)?.id } : {}, element };
    });
    const { parameters, columns, count } = rowsFor(items, form, !merged);
    const text = merged
      ? mergeNodes(own.label, first.labels)
      : createNodes(first.labels, own === undefined, columns);
    return [{ text, parameters, expected: count }];
  });
}

/** What tells relationships of ours between the same two nodes apart, where they have no id. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = { MENTIONS: ['start', 'end'] };

function identityOf({ type, properties }: RelationshipElement): readonly string[] {
  return IDENTITY[type] ?? (typeof properties.id === 'string' ? ['id'] : []);
}

/** Statements that write relationships: one for each type and kind of ends. */
export function relationshipStatements(
  relationships: readonly RelationshipElement[],
  manner: Manner,
  form: RowForm,
): LoadStatement[] {
  const labelOf = (key: string) => ownKey(key, manner)?.label;
  const mergeable = (one: RelationshipElement) =>
    manner.merge && labelOf(one.start) !== undefined && labelOf(one.end) !== undefined;
  const kind = (one: RelationshipElement) =>
    JSON.stringify([one.type, labelOf(one.start), labelOf(one.end), mergeable(one) ? identityOf(one) : null]);
  return grouped(relationships, kind).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ends = [labelOf(first.start), labelOf(first.end)] as const;
    const idOf = (key: string) => ownKey(key, manner)?.id ?? key;
    const items = group.map(
      (element): Row => ({ head: { start: idOf(element.start), end: idOf(element.end) }, element }),
    );
    const merged = mergeable(first);
    const { parameters, columns, count } = rowsFor(items, form, !merged);
    const text = merged
      ? mergeRelationships(first.type, ...ends, identityOf(first))
      : createRelationships(first.type, ...ends, columns);
    return [{ text, parameters, expected: count }];
  });
}
