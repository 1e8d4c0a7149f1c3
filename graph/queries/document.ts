/** Documents and what was read in them. */
import { decodeClaim, decodeDocument, decodeEntity, decodeSentence } from '../codec.ts';
import * as cypher from '../cypher.ts';
import { type DocumentDetail, type DocumentId, DocumentSummary, Mention, type RelationId } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';

type Dated = Pick<DocumentSummary, 'published' | 'title' | 'id'>;

/** Newest first, then by title; documents without a date last. */
export function newestFirst(a: Dated, b: Dated): number {
  return (
    (b.published ?? '').localeCompare(a.published ?? '') ||
    a.title.localeCompare(b.title) ||
    a.id.localeCompare(b.id)
  );
}

/** All documents, newest first. */
export async function documents(store: GraphStore): Promise<{ documents: DocumentSummary[] }> {
  const rows = await rowsOf(store, cypher.allDocuments, {});
  return { documents: rows.map((row) => DocumentSummary.parse(row)).toSorted(newestFirst) };
}

/** A document's text with its sentences, mentions and claims in the order of the text, and the entities they name. @throws NotFoundError */
export async function documentDetail(store: GraphStore, id: DocumentId): Promise<DocumentDetail> {
  const [found, sentences, mentions, claims, entities] = await Promise.all([
    rowsOf(store, cypher.documentById, { id }),
    rowsOf(store, cypher.documentSentences, { id }),
    rowsOf(store, cypher.documentMentions, { id }),
    rowsOf(store, cypher.documentClaims, { id }),
    rowsOf(store, cypher.documentEntities, { id }),
  ]);
  const [row] = found;
  if (!row) throw new NotFoundError(`No document has the id ${id}.`);
  const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start - b.start || b.end - a.end;
  return {
    document: decodeDocument(row.document.properties),
    sentences: sentences
      .map(({ sentence }) => decodeSentence(sentence.properties))
      .toSorted((a, b) => a.index - b.index),
    mentions: mentions
      .map(({ startsAt, endsAt, ...rest }) => Mention.parse({ ...rest, start: startsAt, end: endsAt }))
      .toSorted((a, b) => inOrder(a, b) || a.entity.localeCompare(b.entity)),
    claims: claims
      .map(({ claim }) => ({
        ...decodeClaim(claim.properties),
        relation: claim.properties.relation as RelationId,
      }))
      .toSorted((a, b) => inOrder(a, b) || a.id.localeCompare(b.id)),
    entities: entities
      .map(({ entity }) => decodeEntity(entity.properties))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  };
}
