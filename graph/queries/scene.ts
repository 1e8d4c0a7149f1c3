import type { EntitiesAnswer, EntityId, PartialScene } from '../model.ts';
import type { GraphStore } from '../store.ts';

/** Everything up to `limit` entities; beyond that the best connected ones, and the relations among them. */
export async function openingScene(
  _store: GraphStore,
  _request: { readonly limit: number },
): Promise<PartialScene> {
  throw new Error('not written yet');
}

/** The entities with these ids and the relations among them; ids that are not in the store are `missing`. */
export async function entitiesById(_store: GraphStore, _ids: readonly EntityId[]): Promise<EntitiesAnswer> {
  throw new Error('not written yet');
}

export interface NeighboursRequest {
  readonly types?: readonly string[];
  readonly direction?: 'out' | 'in' | 'both';
  readonly limit?: number;
  readonly order?: 'most' | 'least';
  readonly present?: readonly string[];
}

/** An entity's neighbours, best (or least) connected first, with the relations among them, it, and `present`. */
export async function neighbours(
  _store: GraphStore,
  _id: EntityId,
  _request: NeighboursRequest = {},
): Promise<PartialScene> {
  throw new Error('not written yet');
}
