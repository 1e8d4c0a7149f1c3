import type { EntityId, PathRank, PathsAnswer } from '../model.ts';
import type { GraphStore } from '../store.ts';

export interface PathsRequest {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly limit?: number;
  readonly rank?: PathRank;
}

/** The best simple paths between two entities over the drawn relations, with the best claim behind each hop. @throws NotFoundError */
export async function paths(_store: GraphStore, _request: PathsRequest): Promise<PathsAnswer> {
  throw new Error('not written yet');
}
