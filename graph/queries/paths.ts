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
import { distancesFrom, type Network, placeOf } from '../network.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';
import { MOST_HOPS, type Trail, type Trails, trails } from '../trails.ts';
import { evidenceOf } from './evidence.ts';
import { everyLink, type LinkFilter, networkOf, parametersOf } from './network.ts';
import { entitiesOf } from './scene.ts';

export interface PathsRequest {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Entities to pass on the way, in this order. */
  readonly via?: readonly EntityId[];
  /** Default 5. */
  readonly limit?: number;
  /** Default `specific`. */
  readonly rank?: PathRank;
  /** Relations to go along. Default: all. */
  readonly filter?: LinkFilter;
}

/** Hops from an entity, by id; undefined where it does not reach. */
type Reach = (id: string) => number | undefined;

function reachOf(network: Network, from: string): Reach {
  const start = placeOf(network, from);
  const distances = start === undefined ? undefined : distancesFrom(network, start);
  return (id) => {
    const place = placeOf(network, id);
    const hops = place === undefined ? undefined : distances?.[place];
    return hops === -1 ? undefined : hops;
  };
}

function closest(candidates: readonly { id: string; count: number }[], reach: Reach): string | undefined {
  return candidates
    .filter(({ id }) => (reach(id) ?? 0) > 0)
    .toSorted(
      (a, b) => b.count - a.count || (reach(a.id) ?? 0) - (reach(b.id) ?? 0) || a.id.localeCompare(b.id),
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
  const reach = reachOf(network, from);
  const whole = reach(to);
  let id: string | undefined;
  if (whole !== undefined) {
    const back = reachOf(network, to);
    id = network.ids.find((node) => reach(node) === MOST_HOPS && back(node) === whole - MOST_HOPS);
  } else {
    id =
      closest(await rowsOf(store, cypher.namedTogether, { id: to }), reach) ??
      closest(await rowsOf(store, cypher.documentedTogether, { id: to }), reach);
  }
  if (id === undefined) return null;
  const { entities } = await entitiesOf(store, [id]);
  return entities[0] ?? null;
}

/** Best evidenced first: with claims before background, affirmed before denied, then surer, more often said. */
function byEvidence(a: Relation, b: Relation): number {
  return (
    Number(b.claimCount > 0) - Number(a.claimCount > 0) ||
    Number(b.polarity === '+') - Number(a.polarity === '+') ||
    b.confidence - a.confidence ||
    b.claimCount - a.claimCount ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The steps of trails as pairs of entities, each once, whichever way it is gone. */
function stepsOf(found: readonly Trail[]): Map<string, { one: string; other: string }> {
  return new Map(
    found.flatMap(({ nodes }) =>
      nodes.slice(1).map((to, index) => {
        const [one = '', other = ''] = [nodes[index] ?? '', to].toSorted();
        return [stepKey(one, other), { one, other }] as const;
      }),
    ),
  );
}

const stepKey = (one: string, other: string): string => [one, other].toSorted().join('\n');

/** For each step, the best evidenced of the relations between its two entities. */
async function relationsFor(
  store: GraphStore,
  steps: readonly { one: string; other: string }[],
  filter: LinkFilter,
): Promise<Map<string, Relation>> {
  if (steps.length === 0) return new Map();
  const rows = await rowsOf(store, cypher.relationsBetween, { pairs: [...steps], ...parametersOf(filter) });
  const best = new Map<string, Relation>();
  for (const { relation: found } of rows) {
    const relation = relationIn(store.content, found);
    const key = stepKey(relation.subject, relation.object);
    const known = best.get(key);
    if (!known || byEvidence(relation, known) < 0) best.set(key, relation);
  }
  return best;
}

/** The strongest claim of the documents asked for; of all where none is. */
function quoteFrom(documents: readonly string[], evidence: readonly Evidence[]): Evidence | null {
  return evidence.find(({ document }) => documents.includes(document.id)) ?? evidence[0] ?? null;
}

function pathOf(
  { nodes, cost }: Trail,
  relations: ReadonlyMap<string, Relation>,
  claims: ReadonlyMap<RelationId, readonly Evidence[]>,
  { documents }: LinkFilter,
): Path[] {
  const hops = nodes.slice(1).flatMap((node, index): Hop[] => {
    const [from, to] = [nodes[index] as EntityId, node as EntityId];
    const relation = relations.get(stepKey(from, to));
    if (!relation) return [];
    const evidence = quoteFrom(documents, claims.get(relation.id) ?? []);
    return [{ relation, from, to, forward: relation.subject === from, evidence }];
  });
  // A hop is missing only where it was deleted after the network was read: then there is no such path.
  return hops.length === nodes.length - 1 ? [{ hops, cost }] : [];
}

/** How many more trails than asked for are found of each leg of a way: some pairs pass an entity twice. */
const SPARE = 4;

/** The best ways through all the ends in their order, no entity passed twice. Costs add up. */
function through(network: Network, ends: readonly EntityId[], request: TrailRequest): Trails {
  const legs = ends
    .slice(1)
    .map((to, index) => trails(network, ends[index] ?? '', to, legRequest(request, ends.length)));
  const joined = legs.reduce<readonly Trail[]>(
    (before, leg, index) =>
      index === 0 ? leg.trails : joinedLegs(before, leg.trails, request.limit * SPARE),
    [],
  );
  const all = legs.every(({ complete, trails: found }) => complete && found.length < request.limit * SPARE);
  return {
    trails: joined.slice(0, request.limit),
    complete: legs.length === 1 ? legs[0]?.complete === true : all,
  };
}

type TrailRequest = Parameters<typeof trails>[3];

const legRequest = (request: TrailRequest, ends: number): TrailRequest =>
  ends === 2 ? request : { ...request, limit: request.limit * SPARE };

function joinedLegs(before: readonly Trail[], after: readonly Trail[], limit: number): Trail[] {
  return before
    .flatMap((one) =>
      after
        .filter(({ nodes }) => nodes.slice(1).every((node) => !one.nodes.includes(node)))
        .map((other) => ({ nodes: [...one.nodes, ...other.nodes.slice(1)], cost: one.cost + other.cost })),
    )
    .toSorted((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length)
    .slice(0, limit);
}

/** The miss of the first leg that leads nowhere. */
async function nearestMiss(
  store: GraphStore,
  network: Network,
  ends: readonly EntityId[],
): Promise<Entity | null> {
  for (const [index, to] of ends.slice(1).entries()) {
    const from = ends[index] ?? to;
    const found = trails(network, from, to, { limit: 1, rank: 'short' }).trails;
    if (from !== to && found.length === 0) return nearestTo(store, network, from, to);
  }
  return null;
}

/**
 * The best simple paths between two entities over the drawn relations, direction ignored, each hop with its strongest
 * claim: at most six hops from one end or way point to the next. `short` ranks by hops; `specific` makes hubs cost: the
 * sum of log2(1 + degree) of the entities between the ends; `evidenced` makes doubt cost: the sum of −log2 of the hops'
 * confidence.
 * @throws NotFoundError
 * @throws UnsupportedError the graph is too large for a trace through all of it
 */
export async function paths(store: GraphStore, request: PathsRequest): Promise<PathsAnswer> {
  const { from, to, via = [], limit = 5, rank = 'specific', filter = everyLink } = request;
  const ends = [from, ...via, to];
  const [known, network] = await Promise.all([entitiesOf(store, ends), networkOf(store, filter)]);
  for (const id of ends) {
    if (!(id in known.degrees)) throw new NotFoundError(`No entity has the id ${id}.`);
  }
  const { trails: found, complete } = through(network, ends, { limit, rank });
  const [relations, scene] = await Promise.all([
    relationsFor(store, [...stepsOf(found).values()], filter),
    entitiesOf(store, [...ends, ...found.flatMap(({ nodes }) => nodes)]),
  ]);
  const used = [...relations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const claims = await evidenceOf(
    store,
    used.map(({ id }) => id),
  );
  return {
    ...scene,
    relations: used,
    paths: found.flatMap((trail) => pathOf(trail, relations, claims, filter)),
    complete,
    nearest: found.length > 0 ? null : await nearestMiss(store, network, ends),
  };
}
