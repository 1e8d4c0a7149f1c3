/** Elements of the embedded engine by ranges of its internal numbers, in the child process. */

import { OWN_LABELS } from '../model.ts';
import { keyOf } from '../transfer/element.ts';
import type { LoadStatement } from '../transfer/transfer.ts';
import type { Engine } from './embedded-read.ts';
import { STEP_LABEL } from './transfer-cypher.ts';

/** A node as the engine holds it. */
export interface RawNode {
  readonly key: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface RawRelationship {
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface RawRange {
  readonly nodes: readonly RawNode[];
  readonly relationships: readonly RawRelationship[];
}

/** How many elements there are, and the number below which theirs are. */
export interface Bounds {
  readonly nodes: { readonly count: number; readonly below: number };
  readonly relationships: { readonly count: number; readonly below: number };
}

export async function bounds(engine: Engine & { nodeCount(): number; edgeCount(): number }): Promise<Bounds> {
  const below = async (text: string): Promise<number> => {
    const found = (await engine.executeCypher(text)).scalar();
    return typeof found === 'number' ? found + 1 : 0;
  };
  return {
    nodes: { count: engine.nodeCount(), below: await below('MATCH (n) RETURN max(id(n)) AS highest') },
    relationships: {
      count: engine.edgeCount(),
      below: await below('MATCH ()-[r]->() RETURN max(id(r)) AS highest'),
    },
  };
}

function nodeKey(engine: Engine, internal: number): string {
  const node = engine.getNode(internal);
  return keyOf(node?.labels ?? [], node?.get('id'), internal);
}

/** The elements with numbers from `from` on and below `to`. */
export function range(engine: Engine, what: keyof RawRange, from: number, to: number): RawRange {
  const nodes: RawNode[] = [];
  const relationships: RawRelationship[] = [];
  for (let internal = from; internal < to; internal += 1) {
    if (what === 'nodes') {
      const node = engine.getNode(internal);
      if (node === null || node.labels.includes(STEP_LABEL)) continue;
      const properties = { ...node.properties() };
      nodes.push({ key: keyOf(node.labels, node.get('id'), internal), labels: node.labels, properties });
    } else {
      const edge = engine.getEdge(internal);
      if (edge === null) continue;
      relationships.push({
        type: edge.edgeType,
        start: nodeKey(engine, edge.sourceId),
        end: nodeKey(engine, edge.targetId),
        properties: { ...edge.properties() },
      });
    }
  }
  return { nodes, relationships };
}

/** What a transaction of the engine is used for here. */
interface Writing {
  executeCypher(text: string, parameters?: object): Promise<{ scalar(): unknown }>;
  commit(): void;
  rollback(): void;
  readonly isActive: boolean;
}

/** Runs the statements in one transaction; gives whether each returned the number expected of it. Else nothing is written. */
export async function load(transaction: Writing, statements: readonly LoadStatement[]): Promise<boolean> {
  try {
    for (const { text, parameters, expected } of statements) {
      const count = (await transaction.executeCypher(text, parameters)).scalar();
      if (expected !== undefined && count !== expected) {
        transaction.rollback();
        return false;
      }
    }
    transaction.commit();
    return true;
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

/** Whether there are nodes, and whether one has an id of ours. */
export const OWNERSHIP = {
  used: `MATCH (n) WHERE NOT n:${STEP_LABEL} RETURN n.id AS id LIMIT 1`,
  ours: OWN_LABELS.map((label) => `MATCH (n:${label}) WHERE n.id IS NOT NULL RETURN n.id AS id LIMIT 1`),
  steps: `MATCH (n:${STEP_LABEL}) RETURN count(n) AS count`,
} as const;
