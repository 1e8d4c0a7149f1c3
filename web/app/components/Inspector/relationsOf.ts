import type { EntityId, Relation } from '../../../../graph/model.ts';

/** The relations an entity is an end of: what documents say before background knowledge, most claims first. */
export function relationsOf(id: EntityId, relations: Iterable<Relation>): Relation[] {
  const background = ({ origin }: Relation) => (origin === 'gazetteer' ? 1 : 0);
  return [...relations]
    .filter(({ subject, object }) => subject === id || object === id)
    .sort((a, b) => background(a) - background(b) || b.claimCount - a.claimCount);
}
