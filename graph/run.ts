/** Runs a query of cypher.ts and gives its rows, checked. */
import type { Query } from './cypher.ts';
import { type GraphStore, type Parameters, type ReadOptions, RowShapeError } from './store.ts';

/** All rows of a query. @throws RowShapeError where a row is not what the query promises, and whatever the store rejects with */
export async function rowsOf<P extends Parameters, R>(
  store: GraphStore,
  query: Query<P, R>,
  parameters: P,
  options: ReadOptions = {},
): Promise<R[]> {
  if (query.ownOnly && store.content === 'foreign') return [];
  const { rows } = await store.read(query.textIn(store.content), parameters, options);
  return rows.map((row) => {
    const parsed = query.row.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new RowShapeError(`The query '${query.name}' met a row that it does not know.`, {
      cause: parsed.error,
    });
  });
}
