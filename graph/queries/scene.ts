/** Parts of the graph that the canvas draws: the opening scene, a scene from its ids, and what lies around an entity. */
import { entityIn, relationIn } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type { EntitiesAnswer, EntityId, PartialScene, Relation, Scene } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';
import { connectedSelection } from '../subgraph.ts';
import { isLarge, MOST_OF_A_HUB, relationsAmong, sampleOf } from './large.ts';
import { relationTypesIn } from './overview.ts';

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

const sorted = (relations: readonly Relation[]) => relations.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function sceneOf(store: GraphStore, ids: readonly string[]): Promise<Scene> {
  if (store.content !== 'ours') return anySceneOf(store, ids);
  const [{ entities, degrees }, relations] = await Promise.all([
    entitiesOf(store, ids),
    rowsOf(store, cypher.relationsAmong, { ids: [...new Set(ids)] }),
  ]);
  return {
    entities,
    degrees,
    relations: sorted(relations.map(({ relation }) => relationIn(store.content, relation))),
  };
}

/** The same where an entity may have millions of relations. */
async function anySceneOf(store: GraphStore, ids: readonly string[]): Promise<Scene> {
  const { entities, degrees } = await entitiesOf(store, ids);
  const found = await relationsAmong(
    store,
    entities.map(({ id }) => id),
    degrees,
  );
  return {
    entities,
    degrees,
    relations: sorted(found.relations),
    ...(found.note === undefined ? {} : { note: found.note }),
  };
}

/** Notes as one; none where there is nothing to say. */
function noted(...notes: readonly (string | undefined)[]): { note?: string } {
  const said = notes.filter((note) => note !== undefined);
  return said.length > 0 ? { note: said.join(' ') } : {};
}

/**
 * Everything up to `limit` entities; beyond that the best connected ones that hang together, and the relations among
 * them. Of a very large database they are chosen from a sample, and that is said.
 */
export async function openingScene(
  store: GraphStore,
  { limit }: { readonly limit: number },
): Promise<PartialScene> {
  const [counted] = await rowsOf(store, cypher.countEntities, {});
  const total = counted?.count ?? 0;
  if (await isLarge(store, total)) return sampledScene(store, limit, total);
  const candidates = await rowsOf(store, cypher.bestConnected, { limit: limit * CANDIDATES });
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

async function sampledScene(store: GraphStore, limit: number, total: number): Promise<PartialScene> {
  const { candidates, links } = await sampleOf(store, await relationTypesIn(store), limit);
  const scene = await sceneOf(store, connectedSelection(candidates, links, limit));
  const amount = (number: number) => number.toLocaleString('en-US');
  const sample = `A sample of a large database: ${amount(scene.entities.length)} of ${amount(total)} entities, chosen among the ends of the first relations of each type.`;
  return { ...scene, shown: scene.entities.length, total, ...noted(sample, scene.note) };
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

interface Neighbourhood {
  readonly ids: readonly string[];
  readonly note?: string;
}

async function neighbourIds(
  store: GraphStore,
  id: EntityId,
  request: NeighboursRequest,
): Promise<Neighbourhood> {
  const { types = [], direction = 'both', order = 'most' } = request;
  const most = store.content === 'ours' ? Number.MAX_SAFE_INTEGER : MOST_OF_A_HUB;
  const links = await rowsOf(store, cypher.neighbourLinks, { id, types: [...types], limit: most });
  const followed = links.filter(
    ({ out, symmetric }) => direction === 'both' || symmetric || out === (direction === 'out'),
  );
  const degrees = new Map(followed.map((link) => [link.id, link.degree]));
  degrees.delete(id);
  const sign = order === 'most' ? -1 : 1;
  const ids = [...degrees]
    .toSorted(([a, degreeA], [b, degreeB]) => sign * (degreeA - degreeB) || (a < b ? -1 : 1))
    .map(([neighbour]) => neighbour);
  if (links.length < most) return { ids };
  const amount = most.toLocaleString('en-US');
  return { ids, note: `Chosen among the first ${amount} relations of this entity, which has more.` };
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
  const added = found.ids.filter((neighbour) => !there.has(neighbour));
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
    ...noted(found.note, scene.note),
  };
}
