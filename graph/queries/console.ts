import type { Json, QueryAnswer } from '../model.ts';
import type { GraphStore } from '../store.ts';

export interface UserQueryOptions {
  readonly signal?: AbortSignal;
  /** Default 15,000. */
  readonly timeoutMs?: number;
  /** Default 1,000. */
  readonly maxRows?: number;
}

/**
 * Runs a statement that a person typed: read-only, with limits. Its nodes, relationships and paths become a scene
 * that the canvas can draw, and the cells refer to it. Rejects with a {@link StoreError}.
 */
export async function userQuery(
  _store: GraphStore,
  _text: string,
  _parameters: Readonly<Record<string, Json>> = {},
  _options: UserQueryOptions = {},
): Promise<QueryAnswer> {
  throw new Error('not written yet');
}
