/** Parts of the graph that the canvas draws: the opening scene, a scene from its ids, and what lies around an entity. */
import { entityIn, relationIn } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type { EntitiesAnswer, EntityId, PartialScene, Scene } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';
import { connectedSelection } from '../subgraph.ts';

/** How many times as many candidates as wanted are read, to find those that are connected to each other. */
const CANDIDATES = 3;

/** The entities with these ids, in this order, with their degrees; unknown ids are left out. */
export async function entitiesOf(
  store: GraphStore,
  ids: readonly string[],
): Promise<Pick<Scene, 'entities' | 'degrees'>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return { entities: [], degrees: {} };
  const rows = await rowsOf(store, cypher.entitiesByIds, { ids: wanted });
  const found = new Map(rows.map(({ entity, degree }) => [entity.id, { entity, degree }]));
  const present = wanted.flatMap((id) => found.get(id) ?? []);
  return {
    entities: present.map(({ entity }) => entityIn(store.content, entity)),
    degrees: Object.fromEntries(present.map(({ entity, degree }) => [entity.id, degree])),
  };
}

async function sceneOf(store: GraphStore, ids: readonly string[]): Promise<Scene> {
  const [{ entities, degrees }, relations] = await Promise.all([
    entitiesOf(store, ids),
    rowsOf(store, cypher.relationsAmong, { ids: [...new Set(ids)] }),
  ]);
  return {
    entities,
    degrees,
    relations: relations
      .map(({ relation }) => relationIn(store.content, relation))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Everything up to `limit` entities; beyond that the best connected ones that hang together, and the relations among them. */
export async function openingScene(
  store: GraphStore,
  { limit }: { readonly limit: number },
): Promise<PartialScene> {
  const [counted, candidates] = await Promise.all([
    rowsOf(store, cypher.countEntities, {}),
    rowsOf(store, cypher.bestConnected, { limit: limit * CANDIDATES }),
  ]);
  const total = counted[0]?.count ?? 0;
  let ids = candidates.map(({ id }) => id);
  if (ids.length > limit) {
    const links = await rowsOf(store, cypher.linksAmong, { ids });
    ids = connectedSelection(
      candidates,
      links.map(({ subject, object }) => [subject, object]),
      limit,
    );
  }
  const scene = await sceneOf(store, ids);
  return { ...scene, shown: scene.entities.length, total };
}

/** The entities with these ids and the relations among them; ids that are not in the store are `missing`. */
export async function entitiesById(store: GraphStore, ids: readonly EntityId[]): Promise<EntitiesAnswer> {
  const scene = await sceneOf(store, ids);
  const found = new Set(scene.entities.map(({ id }) => id));
  return { ...scene, missing: [...new Set(ids)].filter((id) => !found.has(id)) };
}

export interface NeighboursRequest {
  /** Relation types to follow; none means all. */
  readonly types?: readonly string[];
  readonly direction?: 'out' | 'in' | 'both';
  /** Neighbours to show at most. Default 25. */
  readonly limit?: number;
  /** Best or least connected first. */
  readonly order?: 'most' | 'least';
  /** Entities already on the canvas: they do not count, and relations to them come along. */
  readonly present?: readonly string[];
}

async function neighbourIds(store: GraphStore, id: EntityId, request: NeighboursRequest): Promise<string[]> {
  const { types = [], direction = 'both', order = 'most' } = request;
  const links = await rowsOf(store, cypher.neighbourLinks, { id, types: [...types] });
  const followed = links.filter(
    ({ out, symmetric }) => direction === 'both' || symmetric || out === (direction === 'out'),
  );
  const degrees = new Map(followed.map((link) => [link.id, link.degree]));
  degrees.delete(id);
  const sign = order === 'most' ? -1 : 1;
  return [...degrees]
    .toSorted(([a, degreeA], [b, degreeB]) => sign * (degreeA - degreeB) || (a < b ? -1 : 1))
    .map(([neighbour]) => neighbour);
}

/**
 * An entity's neighbours, best (or least) connected first, with the relations among them and to what is `present`.
 * `shown` and `total` count the neighbours that are not present.
 * @throws NotFoundError
 */
export async function neighbours(
  store: GraphStore,
  id: EntityId,
  request: NeighboursRequest = {},
): Promise<PartialScene> {
  const { limit = 25, present = [] } = request;
  const [known, found] = await Promise.all([
    rowsOf(store, cypher.entityExists, { id }),
    neighbourIds(store, id, request),
  ]);
  if (known.length === 0) throw new NotFoundError(`No entity has the id ${id}.`);
  const there = new Set(present);
  const added = found.filter((neighbour) => !there.has(neighbour));
  const chosen = added.slice(0, limit);
  const core = new Set([id, ...chosen]);
  const scene = await sceneOf(store, [...core, ...present]);
  const relations = scene.relations.filter(({ subject, object }) => core.has(subject) || core.has(object));
  const touched = new Set([...core, ...relations.flatMap(({ subject, object }) => [subject, object])]);
  return {
    entities: scene.entities.filter((entity) => touched.has(entity.id)),
    relations,
    degrees: Object.fromEntries(Object.entries(scene.degrees).filter(([key]) => touched.has(key))),
    shown: chosen.length,
    total: added.length,
  };
}
