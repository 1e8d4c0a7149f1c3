/** A whole graph as text, to tell whether anything in it differs. */
import { createHash } from 'node:crypto';
import type { GraphStore } from '../../graph/store.ts';

/** Every node and relationship with everything on it, one line each, sorted; the store's own mark is not part of it. */
export async function wholeGraph(store: GraphStore): Promise<string[]> {
  const nodes = await store.read('MATCH (n) WHERE NOT n:ThreadlineSchema RETURN n');
  const relationships = await store.read('MATCH ()-[r]->() RETURN r');
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(canonical);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]): [string, unknown] => [
          key,
          canonical(key === 'labels' ? [...item].toSorted() : item),
        ])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  return [...nodes.rows.map((row) => row.n), ...relationships.rows.map((row) => row.r)]
    .map((value) => JSON.stringify(canonical(value)))
    .toSorted();
}

export async function graphHash(store: GraphStore): Promise<string> {
  return createHash('sha256')
    .update((await wholeGraph(store)).join('\n'))
    .digest('hex');
}
