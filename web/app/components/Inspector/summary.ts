import type { Entity, EntityId, Relation, RelationId } from '../../../../graph/model.ts';
import type { Exploration } from '../../state/exploration.ts';

export interface Summary {
  /** The chosen entities by type, the largest group first. */
  readonly chosen: readonly { readonly type: string; readonly members: readonly Entity[] }[];
  /** The chosen relations; where none is chosen, those that run among the chosen entities. */
  readonly among: readonly Relation[];
}

/** What a selection of several things consists of. */
export function summarise(
  scene: Pick<Exploration, 'entities' | 'relations'>,
  entities: ReadonlySet<EntityId>,
  relations: ReadonlySet<RelationId>,
): Summary {
  const groups = new Map<string, Entity[]>();
  for (const id of entities) {
    const entity = scene.entities.get(id);
    if (entity) groups.set(entity.type, [...(groups.get(entity.type) ?? []), entity]);
  }
  const among = [...scene.relations.values()].filter(({ id, subject, object }) =>
    relations.size > 0 ? relations.has(id) : entities.has(subject) && entities.has(object),
  );
  const chosen = [...groups]
    .map(([type, members]) => ({ type, members }))
    .sort((a, b) => b.members.length - a.members.length);
  return { chosen, among };
}
