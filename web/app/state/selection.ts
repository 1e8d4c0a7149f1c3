/** What is selected, under the pointer, or pointed at by a chosen path. Not part of undo. */
import type { EntityId, RelationId } from '../../../graph/model.ts';
import type { Exploration } from './exploration.ts';

/** What the pointer (or focus) is on, and where: a reader does not scroll to what it is itself hovering. */
export type Hover =
  | { readonly kind: 'entity'; readonly id: EntityId; readonly from: HoverSource }
  | { readonly kind: 'relation'; readonly id: RelationId; readonly from: HoverSource };
export type HoverSource = 'canvas' | 'reader' | 'panel';

/** A path or other set that stands out until it is dismissed. */
export interface Highlight {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
}

export interface Selection {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
  readonly hover: Hover | null;
  readonly highlight: Highlight | null;
}

/** Anything that can be selected. */
export interface Picked {
  readonly entities?: Iterable<EntityId>;
  readonly relations?: Iterable<RelationId>;
}

export const nothingSelected: Selection = {
  entities: new Set(),
  relations: new Set(),
  hover: null,
  highlight: null,
};

/** Selects these and nothing else. */
export function select(state: Selection, { entities = [], relations = [] }: Picked): Selection {
  return { ...state, entities: new Set(entities), relations: new Set(relations) };
}

/** Adds to the selection what is not in it and takes out what is: Ctrl/⌘-click. */
export function toggle(state: Selection, { entities = [], relations = [] }: Picked): Selection {
  return {
    ...state,
    entities: symmetricDifference(state.entities, entities),
    relations: symmetricDifference(state.relations, relations),
  };
}

/** Adds to the selection: Shift-drag box. */
export function extend(state: Selection, { entities = [], relations = [] }: Picked): Selection {
  return {
    ...state,
    entities: new Set([...state.entities, ...entities]),
    relations: new Set([...state.relations, ...relations]),
  };
}

export function hover(state: Selection, target: Hover | null): Selection {
  if (state.hover?.id === target?.id && state.hover?.from === target?.from) return state;
  return { ...state, hover: target };
}

/** Points at a path, and lets go what is selected beside it, which would look like a part of it; null: at none any more. */
export function highlight(state: Selection, target: Highlight | null): Selection {
  if (target === null) return { ...state, highlight: null };
  const entities = [...state.entities].filter((id) => target.entities.has(id));
  const relations = [...state.relations].filter((id) => target.relations.has(id));
  return { ...select(state, { entities, relations }), highlight: target };
}

/** Drops what is no longer in the scene: from the selection, under the pointer, and a path that lost a step. */
export function within(state: Selection, scene: Exploration): Selection {
  const here = ({ kind, id }: Hover) =>
    kind === 'entity' ? scene.entities.has(id) : scene.relations.has(id);
  const whole = (path: Highlight) =>
    [...path.entities].every((id) => scene.entities.has(id)) &&
    [...path.relations].every((id) => scene.relations.has(id));
  const hover = state.hover && here(state.hover) ? state.hover : null;
  const highlight = state.highlight && whole(state.highlight) ? state.highlight : null;
  const entities = [...state.entities].filter((id) => scene.entities.has(id));
  const relations = [...state.relations].filter((id) => scene.relations.has(id));
  const same =
    entities.length === state.entities.size &&
    relations.length === state.relations.size &&
    hover === state.hover &&
    highlight === state.highlight;
  return same ? state : { ...select(state, { entities, relations }), hover, highlight };
}

function symmetricDifference<T>(set: ReadonlySet<T>, values: Iterable<T>): Set<T> {
  const next = new Set(set);
  for (const value of values) {
    if (!next.delete(value)) next.add(value);
  }
  return next;
}
