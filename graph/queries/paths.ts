/** Traces: ranked paths between two entities, with the sentence behind every hop. */
import { relationIn } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type {
  Entity,
  EntityId,
  Evidence,
  Hop,
  Path,
  PathRank,
  PathsAnswer,
  Relation,
  RelationId,
} from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';
import {
  distancesFrom,
  type Link,
  MOST_HOPS,
  type Network,
  networkOf,
  type Trail,
  trails,
} from '../trails.ts';
import { evidenceOf } from './evidence.ts';
import { entitiesOf } from './scene.ts';

export interface PathsRequest {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Default 5. */
  readonly limit?: number;
  /** Default `specific`. */
  readonly rank?: PathRank;
}

async function readNetwork(store: GraphStore): Promise<Network> {
  const rows = await rowsOf(store, cypher.allLinks, {});
  const links = rows.map(
    (row): Link => ({
      ...row,
      claimCount: row.claimCount ?? 0,
      confidence: row.confidence ?? 0,
      polarity: row.polarity ?? '+',
    }),
  );
  return networkOf(links);
}

function closest(
  candidates: readonly { id: string; count: number }[],
  reach: ReadonlyMap<string, number>,
): string | undefined {
  return candidates
    .filter(({ id }) => (reach.get(id) ?? 0) > 0)
    .toSorted(
      (a, b) =>
        b.count - a.count || (reach.get(a.id) ?? 0) - (reach.get(b.id) ?? 0) || a.id.localeCompare(b.id),
    )[0]?.id;
}

/**
 * Where no path is short enough: the entity on the way to `to` after the most hops allowed; where none leads there at
 * all, the entity that `from` reaches and that stands most often in a sentence, or else a document, with `to`.
 */
async function nearestTo(
  store: GraphStore,
  network: Network,
  from: EntityId,
  to: EntityId,
): Promise<Entity | null> {
  const reach = distancesFrom(network, from);
  let id: string | undefined;
  if (reach.has(to)) {
    const back = distancesFrom(network, to);
    const whole = reach.get(to) ?? 0;
    id = [...reach.keys()]
      .filter((node) => reach.get(node) === MOST_HOPS && back.get(node) === whole - MOST_HOPS)
      .toSorted()[0];
  } else {
    id =
      closest(await rowsOf(store, cypher.namedTogether, { id: to }), reach) ??
      closest(await rowsOf(store, cypher.documentedTogether, { id: to }), reach);
  }
  if (id === undefined) return null;
  const { entities } = await entitiesOf(store, [id]);
  return entities[0] ?? null;
}

function pathOf(
  { nodes, links, cost }: Trail,
  relations: ReadonlyMap<string, Relation>,
  claims: ReadonlyMap<RelationId, readonly Evidence[]>,
): Path {
  const hops = links.flatMap((link, index): Hop[] => {
    const relation = relations.get(link.id);
    const from = nodes[index] as EntityId;
    const to = nodes[index + 1] as EntityId;
    if (!relation) return [];
    return [
      {
        relation,
        from,
        to,
        forward: relation.subject === from,
        evidence: claims.get(relation.id)?.[0] ?? null,
      },
    ];
  });
  return { hops, cost };
}

/**
 * The best simple paths of at most six hops between two entities over the drawn relations, direction ignored, each hop
 * with its strongest claim. `short` ranks by hops; `specific` makes hubs cost: the sum of log2(1 + degree) of the
 * entities between the ends.
 * @throws NotFoundError
 */
export async function paths(store: GraphStore, request: PathsRequest): Promise<PathsAnswer> {
  const { from, to, limit = 5, rank = 'specific' } = request;
  const [ends, network] = await Promise.all([entitiesOf(store, [from, to]), readNetwork(store)]);
  for (const id of [from, to]) {
    if (!(id in ends.degrees)) throw new NotFoundError(`No entity has the id ${id}.`);
  }
  const found = trails(network, from, to, { limit, rank });
  const used = new Map(found.flatMap(({ links }) => links.map((link) => [link.id, link])));
  const pairs = [...used.values()].map(({ id, subject, object }) => ({ id, subject, object }));
  const [rows, scene, claims] = await Promise.all([
    rowsOf(store, cypher.relationsByEnds, { pairs }),
    entitiesOf(store, [from, to, ...found.flatMap(({ nodes }) => nodes)]),
    evidenceOf(
      store,
      pairs.map(({ id }) => id as RelationId),
    ),
  ]);
  const relations = new Map<string, Relation>(
    rows.map(({ relation }) => [relation.id, relationIn(store.content, relation)]),
  );
  return {
    ...scene,
    relations: [...relations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    paths: found.map((trail) => pathOf(trail, relations, claims)),
    nearest: found.length > 0 || from === to ? null : await nearestTo(store, network, from, to),
  };
}
