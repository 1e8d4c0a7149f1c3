import type { SearchAnswer } from '../model.ts';
import type { GraphStore } from '../store.ts';

export interface SearchRequest {
  readonly q: string;
  /** Entity types or families to keep; none means all. */
  readonly types?: readonly string[];
  readonly limit?: number;
}

/** Entities whose name, aliases, description or sentences hold the words of `q`, best first. */
export async function search(_store: GraphStore, _request: SearchRequest): Promise<SearchAnswer> {
  throw new Error('not written yet');
}
