/** Pure functions on subgraphs. */
import type { EntityId, Relation, RelationId, Scene } from './model.ts';

/** Both scenes as one; what `b` says of an entity or relation stands. */
export function mergeScenes(a: Scene, b: Scene): Scene {
  const byId = <T extends { id: EntityId | RelationId }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    entities: [...byId([...a.entities, ...b.entities]).values()],
    relations: [...byId([...a.relations, ...b.relations]).values()],
    degrees: { ...a.degrees, ...b.degrees },
  };
}

/** The part of a scene with these entities and the relations among them. */
export function restrictScene(scene: Scene, keep: ReadonlySet<string>): Scene {
  return {
    entities: scene.entities.filter(({ id }) => keep.has(id)),
    relations: scene.relations.filter(({ subject, object }) => keep.has(subject) && keep.has(object)),
    degrees: Object.fromEntries(Object.entries(scene.degrees).filter(([id]) => keep.has(id))),
  };
}

/** How many of these relations each entity has. A relation to itself counts once. */
export function degreesWithin(
  relations: readonly Pick<Relation, 'subject' | 'object'>[],
): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { subject, object } of relations) {
    for (const id of new Set([subject, object])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}

function adjacency(links: readonly (readonly [string, string])[]): Map<string, string[]> {
  const around = new Map<string, string[]>();
  const add = (a: string, b: string) => around.set(a, [...(around.get(a) ?? []), b]);
  for (const [a, b] of links) {
    add(a, b);
    add(b, a);
  }
  return around;
}

/**
 * At most `limit` of `candidates` that hang together: the best connected one, then always the best connected
 * neighbour of what is chosen; where nothing is left beside it, the best connected of the rest. Candidates come
 * sorted, best first; the answer is in the order of choice.
 */
export function connectedSelection(
  candidates: readonly { readonly id: string; readonly degree: number }[],
  links: readonly (readonly [string, string])[],
  limit: number,
): string[] {
  const rank = new Map(candidates.map(({ id }, index) => [id, index]));
  const around = adjacency(links);
  const chosen = new Set<string>();
  const frontier = new Set<number>();
  let rest = 0;
  while (chosen.size < Math.min(limit, candidates.length)) {
    while (chosen.has(candidates[rest]?.id ?? '')) rest += 1;
    const best = frontier.size > 0 ? Math.min(...frontier) : rest;
    frontier.delete(best);
    const id = candidates[best]?.id;
    if (id === undefined) break;
    chosen.add(id);
    for (const next of around.get(id) ?? []) {
      const index = rank.get(next);
      if (index !== undefined && !chosen.has(next)) frontier.add(index);
    }
  }
  return [...chosen];
}
