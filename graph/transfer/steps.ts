/** Elements → steps of an import: each one transaction, those of a round on nodes of their own. Pure and the same every time. */

import {
  createNodes,
  createRelationships,
  mergeNodes,
  mergeRelationships,
} from '../store/transfer-cypher.ts';
import { type GraphElement, type NodeElement, naturalKey, type RelationshipElement } from './element.ts';
import type { LoadStatement } from './transfer.ts';

/** How elements get into the store. */
export interface Manner {
  /** Nodes of ours are found by their id; else all are found by the import's own key. */
  readonly byId: boolean;
  /** What is there already is replaced; else everything is new. */
  readonly merge: boolean;
}

/** Elements of one transaction. */
export const STEP_SIZE = 4000;

/** Numbers 0 … lanes − 1, paired so that the pairs of a round share none and every pair comes once (circle method). */
export function rounds(parts: number): [number, number][][] {
  const ring = Array.from({ length: parts - 1 }, (_, index) => index + 1);
  return ring.map((_, turn) => {
    const turned = [0, ...ring.slice(turn), ...ring.slice(0, turn)];
    return Array.from({ length: parts / 2 }, (_unused, index): [number, number] => [
      turned[index] ?? 0,
      turned[parts - 1 - index] ?? 0,
    ]);
  });
}

/** FNV-1a: spreads keys over the parts. */
function partOf(key: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % parts;
}

/**
 * Relationships in rounds of groups; groups of one round touch different nodes, so that loading them at the same time
 * neither waits nor deadlocks.
 */
export function disjointRounds(
  relationships: readonly RelationshipElement[],
  lanes: number,
): RelationshipElement[][][] {
  if (lanes < 2) return [[[...relationships]]];
  const parts = 2 * lanes;
  const blocks = new Map<number, RelationshipElement[]>();
  for (const relationship of relationships) {
    const [a, b] = [partOf(relationship.start, parts), partOf(relationship.end, parts)];
    const block = Math.min(a, b) * parts + Math.max(a, b);
    const group = blocks.get(block);
    if (group) group.push(relationship);
    else blocks.set(block, [relationship]);
  }
  const take = (low: number, high: number): RelationshipElement[] => {
    const block = Math.min(low, high) * parts + Math.max(low, high);
    const group = blocks.get(block) ?? [];
    blocks.delete(block);
    return group;
  };
  return rounds(parts)
    .map((round) => round.map(([a, b]) => [...take(a, b), ...take(a, a), ...take(b, b)]))
    .map((round) => round.filter((group) => group.length > 0));
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

type Encode = (element: GraphElement) => unknown;
const ownKey = (key: string, { byId }: Manner) => (byId ? naturalKey(key) : undefined);

/** Statements that write nodes: one for each set of labels. */
export function nodeStatements(
  nodes: readonly NodeElement[],
  manner: Manner,
  encode: Encode,
): LoadStatement[] {
  const kind = ({ key, labels }: NodeElement) =>
    JSON.stringify([ownKey(key, manner)?.label ?? null, ...labels]);
  return grouped(nodes, kind).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const own = ownKey(first.key, manner);
    const rows = group.map((node) => {
      const properties = encode(node);
      return own === undefined
        ? { key: node.key, properties }
        : manner.merge
          ? { id: ownKey(node.key, manner)?.id, properties }
          : { properties };
    });
    const text =
      own !== undefined && manner.merge
        ? mergeNodes(own.label, first.labels)
        : createNodes(first.labels, own === undefined);
    return [{ text, parameters: { rows }, expected: rows.length }];
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
  encode: Encode,
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
    const rows = group.map((one) => ({
      start: ownKey(one.start, manner)?.id ?? one.start,
      end: ownKey(one.end, manner)?.id ?? one.end,
      properties: encode(one),
    }));
    const text = mergeable(first)
      ? mergeRelationships(first.type, ...ends, identityOf(first))
      : createRelationships(first.type, ...ends);
    return [{ text, parameters: { rows }, expected: rows.length }];
  });
}
