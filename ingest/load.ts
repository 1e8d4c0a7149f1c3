/** Writes extractions into a store: one document, one transaction. */
import {
  decodeClaim,
  decodeDocument,
  decodeEntity,
  decodeRelation,
  decodeSentence,
  decodeSupport,
} from '../graph/codec.ts';
import * as cypher from '../graph/cypher.ts';
import { type Document, type DocumentId, Entity, type Extraction, Mention } from '../graph/model.ts';
import type { Ontology } from '../graph/ontology.ts';
import { symmetricTypes } from '../graph/projection.ts';
import { rowsOf } from '../graph/run.ts';
import { type GraphStore, NotFoundError } from '../graph/store.ts';
import { checkExtraction } from './load-check.ts';
import { nothingOf, planDocument, type Stored, type StoredRelation, triplesOf } from './load-plan.ts';

/** What the store holds of the document itself. */
async function readDocument(store: GraphStore, id: DocumentId) {
  const [documents, sentences, mentions, claims, names, background] = await Promise.all([
    rowsOf(store, cypher.documentById, { id }),
    rowsOf(store, cypher.documentSentences, { id }),
    rowsOf(store, cypher.documentMentions, { id }),
    rowsOf(store, cypher.documentClaims, { id }),
    rowsOf(store, cypher.documentEntities, { id }),
    rowsOf(store, cypher.backgroundOfDocument, { id }),
  ]);
  const [found] = documents;
  return {
    document: found ? decodeDocument(found.document.properties) : null,
    sentences: sentences.map(({ sentence }) => decodeSentence(sentence.properties)),
    mentions: mentions.map(({ startsAt, endsAt, ...rest }) =>
      Mention.parse({ ...rest, start: startsAt, end: endsAt }),
    ),
    claims: claims.map(({ claim }) => decodeClaim(claim.properties)),
    names: new Map(names.map(({ entity, version }) => [entity.id, version])),
    background: background.map(({ relation }) => decodeRelation(relation)),
  };
}

/** What the store holds of everything that the document's old and new state touch. */
async function readAround(
  store: GraphStore,
  own: Awaited<ReturnType<typeof readDocument>>,
  next: Extraction,
  symmetric: ReadonlySet<string>,
): Promise<Stored> {
  const document = next.document.id;
  const ids = [...new Set([...own.names.keys(), ...next.entities.map(({ id }) => id)])];
  const triples = triplesOf(
    [...own.claims, ...next.claims],
    [...own.background, ...next.background],
    symmetric,
  );
  const pairs = triples.map(({ id, subject, object }) => ({ id, subject, object }));
  const [entities, versions, claims, relations] = await Promise.all([
    rowsOf(store, cypher.storedEntities, { ids }),
    rowsOf(store, cypher.otherVersions, { ids, document }),
    rowsOf(store, cypher.claimsForProjection, { ids: triples.map(({ id }) => id) }),
    rowsOf(store, cypher.relationsByEnds, { pairs }),
  ]);
  const otherVersions = new Map<string, Entity[]>();
  for (const { id, version } of versions) {
    otherVersions.set(id, [...(otherVersions.get(id) ?? []), Entity.parse(JSON.parse(version))]);
  }
  const others = claims
    .map(({ claim, published }) => ({ claim: decodeClaim(claim.properties), published }))
    .filter(({ claim }) => claim.document !== document);
  return {
    ...own,
    otherVersions,
    entities: new Map(
      entities.map(({ entity }) => [
        entity.id,
        { entity: decodeEntity(entity.properties), labels: entity.labels.toSorted() },
      ]),
    ),
    otherClaims: others.map(({ claim }) => claim),
    otherDocuments: others.map(({ claim, published }) => ({ id: claim.document, published })),
    relations: new Map(
      relations.map(({ relation }): [string, StoredRelation] => [
        relation.id,
        { relation: decodeRelation(relation), support: decodeSupport(relation.properties) },
      ]),
    ),
  };
}

/** Loads run one after the other: each reads what the one before it wrote. */
const queues = new WeakMap<GraphStore, Promise<unknown>>();

function inTurn<T>(store: GraphStore, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(store) ?? Promise.resolve()).then(work);
  queues.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

async function bring(
  store: GraphStore,
  next: Extraction,
  ontology: Ontology,
  remove: boolean,
): Promise<void> {
  const own = await readDocument(store, next.document.id);
  const stored = await readAround(store, own, next, symmetricTypes(ontology));
  const statements = planDocument(stored, next, ontology, remove);
  if (statements.length > 0) await store.write(statements);
}

/** Text around a quote without the half of a character that a cut may leave: no store keeps such halves. */
const wholeCharacters = (text: string) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

/**
 * Loads one document with everything read in it, all or nothing. Loading the same extraction again changes nothing; a
 * new extraction of the same document replaces the old one. Entities are merged by id; the drawn relations of every
 * affected triple are recomputed from all claims in the store.
 * @throws InvalidExtractionError where the extraction contradicts itself
 */
export async function loadExtraction(
  store: GraphStore,
  extraction: Extraction,
  ontology: Ontology,
): Promise<void> {
  checkExtraction(extraction);
  const claims = extraction.claims.map((claim) => ({
    ...claim,
    prefix: wholeCharacters(claim.prefix),
    suffix: wholeCharacters(claim.suffix),
  }));
  await inTurn(store, () => bring(store, { ...extraction, claims }, ontology, false));
}

/** Removes a document with its sentences and claims, and what only they supported. @throws NotFoundError */
export async function removeDocument(store: GraphStore, id: DocumentId, ontology: Ontology): Promise<void> {
  await inTurn(store, async () => {
    const [found] = await rowsOf(store, cypher.documentById, { id });
    if (!found) throw new NotFoundError(`No document has the id ${id}.`);
    const document: Document = decodeDocument(found.document.properties);
    await bring(store, nothingOf(document), ontology, true);
  });
}

/**
 * Draws a document's relations, and merges its entities, from everything that the store now holds: for documents that
 * came in beside the ingest, from another graph.
 */
export async function settleDocument(store: GraphStore, id: DocumentId, ontology: Ontology): Promise<void> {
  await inTurn(store, async () => {
    const { document, sentences, mentions, claims, names } = await readDocument(store, id);
    if (document === null) return;
    const entities = [...names.values()].map((version) => Entity.parse(JSON.parse(version)));
    const brought = await rowsOf(store, cypher.backgroundOfDocument, { id });
    const background = brought.flatMap(({ relation }) => decodeSupport(relation.properties).background ?? []);
    await bring(store, { document, sentences, mentions, claims, entities, background }, ontology, false);
  });
}
