/** Writes extractions into a store: one document, one transaction. */
import type { DocumentId, Extraction } from '../graph/model.ts';
import type { Ontology } from '../graph/ontology.ts';
import type { GraphStore } from '../graph/store.ts';

/**
 * Loads one document with everything read in it, all or nothing. Loading the same extraction again changes nothing.
 * Entities are merged by id; the drawn relations of every affected triple are recomputed from all claims in the store.
 */
export async function loadExtraction(
  _store: GraphStore,
  _extraction: Extraction,
  _ontology: Ontology,
): Promise<void> {
  throw new Error('not written yet');
}

/** Removes a document with its sentences and claims, and what only they supported. @throws NotFoundError */
export async function removeDocument(
  _store: GraphStore,
  _id: DocumentId,
  _ontology: Ontology,
): Promise<void> {
  throw new Error('not written yet');
}
