import type { Relation } from '../../../../graph/model.ts';

/** The other relations between the same two entities, in either direction. */
export function parallels(relation: Relation, relations: Iterable<Relation>): Relation[] {
  const { id, subject, object } = relation;
  return [...relations].filter(
    (each) =>
      each.id !== id &&
      ((each.subject === subject && each.object === object) ||
        (each.subject === object && each.object === subject)),
  );
}
