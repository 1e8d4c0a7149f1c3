/**
 * Databases of others may be of any size: what is asked of them stays bounded, whatever they hold. The opening scene is
 * chosen from a sample, and the relations of very well connected nodes are never read as a whole.
 */
import { relationIn } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type { Relation } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, QueryTimeoutError } from '../store.ts';

/** Up to this size every node and relation is looked at for the opening scene. */
const ALL_NODES = 20_000;
const ALL_RELATIONS = 200_000;
/** Relations of one node that are read; a node with more is a hub. */
export const MOST_OF_A_HUB = 5_000;
/** Relationship types that a sample is made of, and relations of each. */
const SAMPLED_TYPES = 60;
const EACH: readonly [least: number, most: number] = [20, 300];
const HUBS_MS = 2_000;

/** Whether the opening scene has to be chosen from a sample. */
export async function isLarge(store: GraphStore, entities: number): Promise<boolean> {
  if (store.content === 'ours') return false;
  if (entities > ALL_NODES) return true;
  const [row] = await rowsOf(store, cypher.countRelations, {});
  return (row?.count ?? 0) > ALL_RELATIONS;
}

export interface Sample {
  /** Best connected first. */
  readonly candidates: readonly { readonly id: string; readonly degree: number }[];
  readonly links: readonly (readonly [string, string])[];
}

/** The ends of the first relations of each of the commonest types, and where they are too few, the first nodes. */
export async function sampleOf(
  store: GraphStore,
  relationTypes: readonly { readonly type: string; readonly count: number }[],
  limit: number,
): Promise<Sample> {
  const types = relationTypes.toSorted((a, b) => b.count - a.count).slice(0, SAMPLED_TYPES);
  const [least, most] = EACH;
  const each = Math.max(least, Math.min(most, Math.ceil((limit * 3) / Math.max(types.length, 1))));
  const rows = await Promise.all(
    types.map(({ type }) => rowsOf(store, cypher.firstLinks(type), { limit: each })),
  );
  const links = rows.flat();
  const degrees = new Map(
    links.flatMap(({ subject, object, ofSubject, ofObject }) => [
      [subject, ofSubject] as const,
      [object, ofObject] as const,
    ]),
  );
  if (degrees.size < limit) {
    const more = await rowsOf(store, cypher.firstEntities, { limit: limit + degrees.size });
    for (const { id, degree } of more) if (degrees.size < limit) degrees.set(id, degree);
  }
  return {
    candidates: [...degrees]
      .map(([id, degree]) => ({ id, degree }))
      .toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)),
    links: links.map(({ subject, object }) => [subject, object] as const),
  };
}

export interface Among {
  readonly relations: readonly Relation[];
  /** What is not there, in words. */
  readonly note?: string;
}

/**
 * The relations among some entities, each read from its less connected end. Between two hubs the engine has to look
 * through the relations of one of them: that is given a time limit.
 */
export async function relationsAmong(
  store: GraphStore,
  ids: readonly string[],
  degrees: Readonly<Record<string, number>>,
): Promise<Among> {
  const hubs = ids.filter((id) => (degrees[id] ?? 0) > MOST_OF_A_HUB);
  const others = ids.filter((id) => (degrees[id] ?? 0) <= MOST_OF_A_HUB);
  const [out, into, between] = await Promise.all([
    rowsOf(store, cypher.relationsOut, { from: others, to: [...ids] }),
    hubs.length > 0 ? rowsOf(store, cypher.relationsInto, { from: hubs, to: others }) : [],
    hubs.length > 0 ? betweenHubs(store, hubs) : [],
  ]);
  const relations = [...out, ...into, ...(between ?? [])].map(({ relation }) =>
    relationIn(store.content, relation),
  );
  if (between !== null) return { relations };
  return {
    relations,
    note: `Relations between the ${hubs.length} entities with more than ${MOST_OF_A_HUB.toLocaleString('en-US')} relations each are left out: finding them takes too long.`,
  };
}

async function betweenHubs(store: GraphStore, hubs: readonly string[]) {
  try {
    return await rowsOf(store, cypher.relationsBetweenAll, { ids: [...hubs] }, { timeoutMs: HUBS_MS });
  } catch (error) {
    if (error instanceof QueryTimeoutError) return null;
    throw error;
  }
}
