/** What a store already holds of a reviewer's decisions. */
import { decodeClaim } from '../../graph/codec.ts';
import * as cypher from '../../graph/cypher.ts';
import type { DocumentId } from '../../graph/model.ts';
import { rowsOf } from '../../graph/run.ts';
import type { GraphStore } from '../../graph/store.ts';

/** Who reviewed a document that is stored; null where nobody did, or where it is not stored. Reading it again without the review would undo that. */
export async function reviewerOf(store: GraphStore, id: DocumentId): Promise<string | null> {
  const claims = await rowsOf(store, cypher.documentClaims, { id });
  return claims.map(({ claim }) => decodeClaim(claim.properties).reviewer).find((by) => by !== null) ?? null;
}
