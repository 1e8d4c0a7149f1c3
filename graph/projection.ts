/** Claims → drawn relations. Pure, and independent of the order of its inputs. */
import { relationId } from './id.ts';
import type { Claim, Document, DocumentId, EntityId, Polarity, Relation, RelationId } from './model.ts';
import { Modality } from './model.ts';

/** However many sentences say a thing, it stays short of certain. */
const MOST_CONFIDENT = 0.99;

/** Subject, type, object and polarity with the ends of symmetric types in canonical order (smaller id first). */
export interface Triple {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: string;
  readonly object: EntityId;
  readonly polarity: Polarity;
}

/** The relation that a claim is drawn as. */
export function tripleOf(
  claim: { subject: EntityId; type: string; object: EntityId; polarity: Polarity },
  symmetric: ReadonlySet<string>,
): Triple {
  const { type, polarity } = claim;
  const swap = symmetric.has(type) && claim.object < claim.subject;
  const subject = swap ? claim.object : claim.subject;
  const object = swap ? claim.subject : claim.object;
  return { id: relationId(subject, type, object, polarity), subject, type, object, polarity };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const distinct = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].toSorted();

/**
 * Noisy-or over sentences: the chance that at least one of them is right, each sentence counted once with its
 * strongest claim, capped at {@link MOST_CONFIDENT} and rounded to six digits.
 */
export function combinedConfidence(claims: readonly Pick<Claim, 'sentence' | 'confidence'>[]): number {
  const best = new Map<string, number>();
  for (const { sentence, confidence } of claims) {
    best.set(sentence, Math.max(best.get(sentence) ?? 0, confidence));
  }
  const doubt = [...best.values()].toSorted((a, b) => a - b).reduce((rest, sure) => rest * (1 - sure), 1);
  const strongest = Math.max(0, ...best.values());
  const combined = Math.min(1 - doubt, Math.max(MOST_CONFIDENT, strongest));
  return Math.round(combined * 1e6) / 1e6;
}

function relationOf(
  triple: Triple,
  claims: readonly Claim[],
  dates: ReadonlyMap<DocumentId, string | null>,
): Relation {
  const days = claims
    .map((claim) => claim.eventDate ?? dates.get(claim.document) ?? null)
    .filter((day) => day !== null)
    .toSorted();
  return {
    ...triple,
    modalities: Modality.options.filter((modality) => claims.some((claim) => claim.modality === modality)),
    confidence: combinedConfidence(claims),
    claimCount: claims.length,
    claims: distinct(claims.map(({ id }) => id)),
    documents: distinct(claims.map(({ document }) => document)),
    firstDate: days[0] ?? null,
    lastDate: days.at(-1) ?? null,
    origin: 'document',
  };
}

/**
 * All relations that the claims support, sorted by id: one per subject, type, object and polarity. A relation's dates
 * are those of its events, or where a claim has none, the day its document was published.
 */
export function project(
  claims: readonly Claim[],
  documents: readonly Pick<Document, 'id' | 'published'>[],
  symmetric: ReadonlySet<string>,
): Relation[] {
  const dates = new Map(documents.map(({ id, published }) => [id, published]));
  const groups = new Map<RelationId, { triple: Triple; claims: Map<string, Claim> }>();
  for (const claim of claims) {
    const triple = tripleOf(claim, symmetric);
    const group = groups.get(triple.id) ?? { triple, claims: new Map<string, Claim>() };
    group.claims.set(claim.id, claim);
    groups.set(triple.id, group);
  }
  return [...groups.values()]
    .map((group) => relationOf(group.triple, [...group.claims.values()].toSorted(byId), dates))
    .toSorted(byId);
}

/**
 * Background knowledge and what the documents say, as one list: where both say the same, the documents' relation
 * stands. Ends of symmetric types are brought into canonical order; several of one id become one.
 */
export function mergeBackground(
  relations: readonly Relation[],
  background: readonly Relation[],
  symmetric: ReadonlySet<string>,
): Relation[] {
  const all = new Map(relations.map((relation) => [relation.id, relation]));
  for (const relation of background) {
    const known = { ...relation, ...tripleOf(relation, symmetric) };
    if (!all.has(known.id)) all.set(known.id, known);
  }
  return [...all.values()].toSorted(byId);
}

/** The types of an ontology whose relations have no direction. */
export function symmetricTypes(ontology: {
  relationTypes: ReadonlyMap<string, { symmetric: boolean }>;
}): ReadonlySet<string> {
  return new Set([...ontology.relationTypes].filter(([, { symmetric }]) => symmetric).map(([type]) => type));
}
