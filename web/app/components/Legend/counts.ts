/** What the legend counts: by type in the scene, whatever the filters hide. */
import type { Exploration } from '../../state/exploration.ts';

export interface Count {
  readonly type: string;
  readonly count: number;
}

/** Entity types of the scene, the most frequent first. */
export function entityCounts(scene: Pick<Exploration, 'entities'>): Count[] {
  return tally([...scene.entities.values()].map(({ type }) => type));
}

/** Relation types of the scene, the most frequent first. */
export function relationCounts(scene: Pick<Exploration, 'relations'>): Count[] {
  return tally([...scene.relations.values()].map(({ type }) => type));
}

function tally(types: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
}
