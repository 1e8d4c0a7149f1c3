import type { DocumentDetail, DocumentId, DocumentSummary } from '../model.ts';
import type { GraphStore } from '../store.ts';

/** All documents, newest first. */
export async function documents(_store: GraphStore): Promise<{ documents: DocumentSummary[] }> {
  throw new Error('not written yet');
}

/** A document's text with its sentences, mentions, claims and the entities they name. @throws NotFoundError */
export async function documentDetail(_store: GraphStore, _id: DocumentId): Promise<DocumentDetail> {
  throw new Error('not written yet');
}
