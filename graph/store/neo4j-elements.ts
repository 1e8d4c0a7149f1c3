/** Elements of a Neo4j database, page by page in one transaction. */
import type { Record as DriverRecord, Transaction } from 'neo4j-driver';
import { OWN_LABELS } from '../model.ts';
import {
  ChangedMeanwhileError,
  type ElementCounts,
  type Exact,
  type GraphElement,
  keyOf,
  type NodeElement,
  nameOf,
  PropertyError,
  type RelationshipElement,
} from '../transfer/element.ts';
import { InexactError, toExact } from './neo4j-exact.ts';
import { EXPORT } from './neo4j-transfer-cypher.ts';

/** Elements handed on at a time. */
const PAGE = 1000;

/** @throws ChangedMeanwhileError where counts before, while and after reading differ */
export function requireSame(all: readonly ElementCounts[]): void {
  const [first] = all;
  const same = all.every(
    ({ nodes, relationships }) => nodes === first?.nodes && relationships === first.relationships,
  );
  if (same) return;
  throw new ChangedMeanwhileError('The graph was written to while it was read.', {
    hint: 'Export again when nothing is loading.',
  });
}

export async function countsIn(transaction: Transaction): Promise<ElementCounts> {
  const { records } = await transaction.run(EXPORT.counts);
  return {
    nodes: Number(records[0]?.get('nodes')),
    relationships: Number(records[0]?.get('relationships')),
  };
}

/** The driver asks the server for more only as fast as the pages are taken. */
export async function* pages<T>(
  transaction: Transaction,
  text: string,
  decode: (record: DriverRecord) => T,
): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const record of transaction.run(text, { keyed: [...OWN_LABELS] })) {
    page.push(decode(record));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** `4:…:17` → 17: within one database the last part is enough. */
const internal = (elementId: string): string => /^\d:[^:]*:(\d+)$/.exec(elementId)?.[1] ?? elementId;

export function nodeOf(record: DriverRecord, ours: boolean): NodeElement {
  const { elementId, labels, properties } = record.get('n');
  const key = keyOf(ours ? labels : [], properties.id, internal(elementId));
  return withProperties<NodeElement>(
    { kind: 'node', key, labels: labels.toSorted(), properties: {} },
    properties,
  );
}

export function relationshipOf(record: DriverRecord, ours: boolean): RelationshipElement {
  const { type, properties, startNodeElementId, endNodeElementId } = record.get('r');
  const end = (side: 'start' | 'end', elementId: string): string => {
    const label: string | null = ours ? record.get(`${side}Label`) : null;
    return keyOf(label === null ? [] : [label], record.get(`${side}Id`), internal(elementId));
  };
  const element: RelationshipElement = {
    kind: 'relationship',
    type,
    start: end('start', startNodeElementId),
    end: end('end', endNodeElementId),
    properties: {},
  };
  return withProperties<RelationshipElement>(element, properties);
}

/** Properties in order of their names, so that the same graph gives the same lines. */
function withProperties<E extends GraphElement>(
  element: E,
  properties: Readonly<Record<string, unknown>>,
): E {
  const exact = Object.keys(properties)
    .toSorted()
    .map((name): [string, Exact] => {
      try {
        return [name, toExact(properties[name])];
      } catch (error) {
        if (!(error instanceof InexactError)) throw error;
        throw new PropertyError(name, nameOf(element), error.message);
      }
    });
  return { ...element, properties: Object.fromEntries(exact) };
}
