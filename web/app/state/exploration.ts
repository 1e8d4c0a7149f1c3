/**
 * The scene: what is on the canvas. Every change is a pure `state => state` transition, so that undo is
 * keeping the old value and a view is writing the value down.
 *
 * Every relation's ends are among the entities. A position missing means: not placed yet (the canvas places
 * it and reports back with `place`).
 */
import type { Entity, EntityId, Relation, RelationId, Subgraph } from '../../../graph/model.ts';

/** In model units: those of the canvas at zoom 1. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Filters {
  readonly hiddenTypes: ReadonlySet<string>;
  readonly hiddenRelationTypes: ReadonlySet<string>;
  /** Whether background knowledge (`origin: 'gazetteer'` relations) is drawn. */
  readonly background: boolean;
}

export interface Exploration {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** Number of relations each entity has in the whole graph, whatever is on the canvas. */
  readonly degrees: ReadonlyMap<EntityId, number>;
  readonly positions: ReadonlyMap<EntityId, Position>;
  readonly pinned: ReadonlySet<EntityId>;
  /** Which entities came by expanding which one, so that collapse can take them back. */
  readonly expansions: ReadonlyMap<EntityId, ReadonlySet<EntityId>>;
  readonly filters: Filters;
}

/** Degrees as the API gives them: entity id → number of relations in the whole graph. */
export type Degrees = Readonly<Record<string, number>>;

export const noFilters: Filters = {
  hiddenTypes: new Set(),
  hiddenRelationTypes: new Set(),
  background: true,
};

export const emptyExploration: Exploration = {
  entities: new Map(),
  relations: new Map(),
  degrees: new Map(),
  positions: new Map(),
  pinned: new Set(),
  expansions: new Map(),
  filters: noFilters,
};

/** Whether all of these are in the scene. */
export function holds(state: Exploration, { entities, relations }: Subgraph): boolean {
  return (
    entities.every(({ id }) => state.entities.has(id)) && relations.every(({ id }) => state.relations.has(id))
  );
}

/** Adds entities and relations; what is there already stays as it is, its position above all. */
export function add(state: Exploration, subgraph: Subgraph, degrees: Degrees = {}): Exploration {
  const entities = new Map(state.entities);
  for (const entity of subgraph.entities) entities.set(entity.id, entity);
  const relations = new Map(state.relations);
  for (const relation of subgraph.relations) {
    if (entities.has(relation.subject) && entities.has(relation.object)) relations.set(relation.id, relation);
  }
  const known = new Map(state.degrees);
  for (const { id } of subgraph.entities) {
    const degree = degrees[id];
    if (degree !== undefined) known.set(id, degree);
  }
  return { ...state, entities, relations, degrees: known };
}

/** Adds what expanding `parent` gave, and remembers which entities came by it; the same state when it gave nothing new. */
export function addExpansion(
  state: Exploration,
  parent: EntityId,
  subgraph: Subgraph,
  degrees: Degrees = {},
): Exploration {
  const brought = new Set(state.expansions.get(parent));
  for (const { id } of subgraph.entities) if (!state.entities.has(id)) brought.add(id);
  if (holds(state, subgraph)) return state;
  const next = add(state, subgraph, degrees);
  return brought.size === 0 ? next : { ...next, expansions: new Map(state.expansions).set(parent, brought) };
}

/** A new scene in place of the old one. Filters stay; entities that were there keep their place. */
export function replace(state: Exploration, subgraph: Subgraph, degrees: Degrees = {}): Exploration {
  const next = add({ ...emptyExploration, filters: state.filters }, subgraph, degrees);
  return {
    ...next,
    positions: pick(state.positions, next.entities),
    pinned: new Set([...state.pinned].filter((id) => next.entities.has(id))),
  };
}

/** Takes entities away, with their relations. */
export function remove(state: Exploration, ids: Iterable<EntityId>): Exploration {
  const gone = new Set([...ids].filter((id) => state.entities.has(id)));
  if (gone.size === 0) return state;
  const entities = new Map([...state.entities].filter(([id]) => !gone.has(id)));
  return {
    ...state,
    entities,
    relations: new Map(
      [...state.relations].filter(([, { subject, object }]) => entities.has(subject) && entities.has(object)),
    ),
    degrees: pick(state.degrees, entities),
    positions: pick(state.positions, entities),
    pinned: new Set([...state.pinned].filter((id) => entities.has(id))),
    expansions: new Map(
      [...state.expansions]
        .filter(([id]) => entities.has(id))
        .map(([id, brought]) => [id, new Set([...brought].filter((each) => entities.has(each)))]),
    ),
  };
}

/** Takes everything else away. */
export function keepOnly(state: Exploration, ids: Iterable<EntityId>): Exploration {
  const kept = new Set(ids);
  return remove(
    state,
    [...state.entities.keys()].filter((id) => !kept.has(id)),
  );
}

/**
 * Takes back what expanding `id` brought; where nothing is remembered (after a reload, or in the opening
 * scene) its neighbours that hang on it alone. Pinned entities and those expanded further stay.
 */
export function collapse(state: Exploration, id: EntityId): Exploration {
  const gone = collapsible(state, id);
  const next = remove(state, gone);
  if (!next.expansions.has(id)) return next;
  const expansions = new Map(next.expansions);
  expansions.delete(id);
  return { ...next, expansions };
}

/** The entities that collapsing `id` would take away. */
export function collapsible(state: Exploration, id: EntityId): EntityId[] {
  const brought = state.expansions.get(id);
  const candidates =
    brought ?? [...neighboursOf(state, id)].filter((each) => neighboursOf(state, each).size === 1);
  return [...candidates].filter(
    (each) => each !== id && !state.pinned.has(each) && (state.expansions.get(each)?.size ?? 0) === 0,
  );
}

/** Takes away entities without a relation that is drawn. */
export function dismissUnconnected(state: Exploration): Exploration {
  const connected = new Set<EntityId>();
  for (const { subject, object } of visible(state).relations) {
    if (subject !== object) connected.add(subject).add(object);
  }
  return keepOnly(state, connected);
}

/** Records positions, of entities in the scene only. */
export function place(state: Exploration, positions: ReadonlyMap<EntityId, Position>): Exploration {
  const next = new Map(state.positions);
  for (const [id, { x, y }] of positions) if (state.entities.has(id)) next.set(id, { x, y });
  return { ...state, positions: next };
}

export function pin(state: Exploration, ids: Iterable<EntityId>): Exploration {
  const pinned = new Set(state.pinned);
  for (const id of ids) if (state.entities.has(id)) pinned.add(id);
  return { ...state, pinned };
}

export function unpin(state: Exploration, ids: Iterable<EntityId>): Exploration {
  const pinned = new Set(state.pinned);
  for (const id of ids) pinned.delete(id);
  return { ...state, pinned };
}

/** Shows or hides entity types. */
export function showTypes(state: Exploration, types: Iterable<string>, shown: boolean): Exploration {
  return withFilters(state, { hiddenTypes: toggled(state.filters.hiddenTypes, types, shown) });
}

/** Shows or hides relation types. */
export function showRelationTypes(state: Exploration, types: Iterable<string>, shown: boolean): Exploration {
  return withFilters(state, {
    hiddenRelationTypes: toggled(state.filters.hiddenRelationTypes, types, shown),
  });
}

export function showBackground(state: Exploration, background: boolean): Exploration {
  return withFilters(state, { background });
}

export function withFilters(state: Exploration, filters: Partial<Filters>): Exploration {
  return { ...state, filters: { ...state.filters, ...filters } };
}

/** What the filters let through: the subgraph that is drawn. */
export function visible(state: Exploration): Subgraph {
  const { hiddenTypes, hiddenRelationTypes, background } = state.filters;
  const shown = (id: EntityId) => {
    const entity = state.entities.get(id);
    return entity !== undefined && !hiddenTypes.has(entity.type);
  };
  return {
    entities: [...state.entities.values()].filter(({ id }) => shown(id)),
    relations: [...state.relations.values()].filter(
      ({ type, origin, subject, object }) =>
        !hiddenRelationTypes.has(type) &&
        (background || origin !== 'gazetteer') &&
        shown(subject) &&
        shown(object),
    ),
  };
}

/** Entities one relation away on the canvas, filters aside. */
export function neighboursOf(state: Exploration, id: EntityId): Set<EntityId> {
  const neighbours = new Set<EntityId>();
  for (const { subject, object } of state.relations.values()) {
    if (subject === id && object !== id) neighbours.add(object);
    if (object === id && subject !== id) neighbours.add(subject);
  }
  return neighbours;
}

/** For each entity in the scene, how many of its relations in the whole graph are not in the scene. */
export function hiddenDegrees(state: Exploration): Map<EntityId, number> {
  const here = new Map<EntityId, number>();
  for (const { subject, object } of state.relations.values()) {
    here.set(subject, (here.get(subject) ?? 0) + 1);
    if (object !== subject) here.set(object, (here.get(object) ?? 0) + 1);
  }
  const missing = new Map<EntityId, number>();
  for (const [id, degree] of state.degrees) {
    const count = degree - (here.get(id) ?? 0);
    if (count > 0) missing.set(id, count);
  }
  return missing;
}

function toggled(set: ReadonlySet<string>, values: Iterable<string>, shown: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const value of values) {
    if (shown) next.delete(value);
    else next.add(value);
  }
  return next;
}

function pick<V>(map: ReadonlyMap<EntityId, V>, kept: ReadonlyMap<EntityId, unknown>): Map<EntityId, V> {
  return new Map([...map].filter(([id]) => kept.has(id)));
}

/** The same scene with its entities under other names; the same object where no name changes. */
export function renamed(state: Exploration, rename: (entity: Entity) => Entity): Exploration {
  const changed = [...state.entities.values()].map(rename).filter((entity) => {
    return entity !== state.entities.get(entity.id);
  });
  if (changed.length === 0) return state;
  return {
    ...state,
    entities: new Map([...state.entities, ...changed.map((entity) => [entity.id, entity] as const)]),
  };
}

/** The scene as the graph is now: what is gone is taken away, what is left has its present names and degrees. */
export function refreshed(state: Exploration, now: Subgraph, degrees: Degrees): Exploration {
  const present = new Set(now.entities.map(({ id }) => id));
  const kept = keepOnly(state, present);
  const relations = now.relations.filter(({ id }) => kept.relations.has(id));
  return add({ ...kept, relations: new Map() }, { entities: now.entities, relations }, degrees);
}
