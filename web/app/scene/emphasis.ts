/** What stands out while the rest is dimmed: the neighbourhood of what is hovered or selected, or a chosen path. */
import type { EntityId, Relation, RelationId } from '../../../graph/model.ts';

export interface Emphasis {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
  /** Hovered, selected or on the path themselves, rather than next to it. */
  readonly strongEntities: ReadonlySet<EntityId>;
  readonly strongRelations: ReadonlySet<RelationId>;
}

interface Marked {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
}

export interface Attention {
  readonly relations: readonly Relation[];
  readonly selected: Marked;
  /** A chosen path: only it stands out, with what is hovered. */
  readonly path: Marked | null;
  readonly hover: { readonly kind: 'entity' | 'relation'; readonly id: string } | null;
}

/** null: nothing stands out. */
export function emphasisOf({ relations, selected, path, hover }: Attention): Emphasis | null {
  const hovered: Marked = {
    entities: new Set(hover?.kind === 'entity' ? [hover.id as EntityId] : []),
    relations: new Set(hover?.kind === 'relation' ? [hover.id as RelationId] : []),
  };
  const strong = union(selected, hovered);
  if (strong.entities.size + strong.relations.size === 0 && path === null) return null;
  const seeds =
    hover !== null
      ? hovered
      : path === null
        ? selected
        : { entities: new Set<EntityId>(), relations: selected.relations };
  const around = neighbourhood(relations, seeds);
  const shown = union(around, strong, ...(path ? [path] : []));
  return {
    ...shown,
    strongEntities: path ? union(strong, path).entities : strong.entities,
    strongRelations: path ? union(strong, path).relations : strong.relations,
  };
}

/** The seeds, every relation that touches a seed entity, and every end of those. */
function neighbourhood(relations: readonly Relation[], seeds: Marked): Marked {
  const entities = new Set(seeds.entities);
  const touched = new Set(seeds.relations);
  for (const { id, subject, object } of relations) {
    if (!seeds.relations.has(id) && !seeds.entities.has(subject) && !seeds.entities.has(object)) continue;
    touched.add(id);
    entities.add(subject).add(object);
  }
  return { entities, relations: touched };
}

function union(...all: readonly Marked[]): Marked {
  return {
    entities: new Set(all.flatMap(({ entities }) => [...entities])),
    relations: new Set(all.flatMap(({ relations }) => [...relations])),
  };
}
