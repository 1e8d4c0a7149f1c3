/** Text for the clipboard. */
import type { EntityId } from '../../../../graph/model.ts';

/** A statement for the console that gives this entity; the id as a string literal of Cypher. */
export function cypherFor(id: EntityId): string {
  const literal = id.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `MATCH (a:Entity {id: '${literal}'}) RETURN a`;
}
