/** The claims of a review: accepted, added, rejected. */
import { claimId } from '../../graph/id.ts';
import type { Claim, EntityId, Extraction, Polarity } from '../../graph/model.ts';
import type { Ontology } from '../../graph/ontology.ts';
import { DataFileError } from '../data-file.ts';
import type { Outcome } from './apply.ts';
import type { ClaimDecision, Review } from './review-file.ts';
import { type Place, placeOf } from './spans.ts';

/** Text around a quote, as everywhere. */
const CONTEXT = 32;

interface Triple {
  readonly subject: EntityId;
  readonly type: string;
  readonly object: EntityId;
  readonly polarity: Polarity;
}

export function reviewClaims(
  extraction: Extraction,
  review: Review,
  ontology: Ontology,
  outcome: Outcome,
): Extraction {
  const claims = new Map<string, Claim>(extraction.claims.map((claim) => [claim.id, claim]));
  const accepted = new Set<string>();
  review.data.claims.forEach((decision, index) => {
    const found = matching(decision, index, extraction, review, ontology, [...claims.values()]);
    if (decision.decision === 'reject') reject(found.claims, claims, outcome);
    else if (found.place && found.triple) {
      const claim = accept(decision, found.triple, found.place, found.claims[0], extraction, review);
      // The reviewer's quote may stand in another sentence than the extractor's.
      if (found.claims[0]) claims.delete(found.claims[0].id);
      else outcome.added += 1;
      claims.set(claim.id, claim);
      accepted.add(claim.id);
    } else {
      for (const claim of found.claims) {
        claims.set(claim.id, signed(claim, decision, review));
        accepted.add(claim.id);
      }
    }
    if (found.claims.length === 0 && !(decision.decision === 'accept' && found.place))
      outcome.unmatched.push(unmatched(decision, review.lineOf(['claims', index])));
  });
  outcome.accepted = accepted.size;
  const complete = review.data.complete.includes('claims');
  const kept = [...claims.values()].filter(({ id }) => !complete || accepted.has(id));
  outcome.rejected += claims.size - kept.length;
  return { ...extraction, claims: kept };
}

function unmatched({ decision, id, subject, type, object }: ClaimDecision, line: number): string {
  const what = id ?? `${subject} ${type} ${object}`;
  return decision === 'reject'
    ? `line ${line}: the extractor does not make ${what}: nothing to reject`
    : `line ${line}: the extractor does not make ${what} any more; with subject, type, object and quote it would be kept`;
}

interface Match {
  readonly claims: readonly Claim[];
  readonly triple: Triple | null;
  readonly place: Place | null;
}

/** Claims a decision is about, by id, else by what they say (and where, if a quote is given). */
function matching(
  decision: ClaimDecision,
  index: number,
  extraction: Extraction,
  review: Review,
  ontology: Ontology,
  claims: readonly Claim[],
): Match {
  const path = ['claims', index] as const;
  const { id, quote, occurrence } = decision;
  const triple = tripleOf(decision, review, path, extraction, ontology);
  const span = quote === undefined ? null : { quote, ...(occurrence === undefined ? {} : { occurrence }) };
  const place = triple && span ? placeOf(span, extraction, review, [...path, 'quote']) : null;
  const byId = claims.filter((claim) => claim.id === id);
  if (byId.length > 0 || !triple) return { claims: byId, triple, place };
  const same = claims.filter(
    (claim) =>
      claim.subject === triple.subject &&
      claim.type === triple.type &&
      claim.object === triple.object &&
      (decision.polarity === undefined && !place ? true : claim.polarity === triple.polarity) &&
      (!place || claim.sentence === place.sentence.id),
  );
  return { claims: same, triple, place };
}

/** The id that an entity has after the review's merges. */
const nowCalled = (id: EntityId | undefined, { entities }: Review['data']) =>
  id && (entities.find(({ sameAs }) => sameAs.includes(id))?.id ?? id);

/** @throws DataFileError for what the ontology does not allow, and for entities that are not there */
function tripleOf(
  { decision, type, polarity = '+', speakers = [], ...ends }: ClaimDecision,
  { name, lineOf, data }: Review,
  path: readonly PropertyKey[],
  { entities }: Extraction,
  ontology: Ontology,
): Triple | null {
  const [subject, object] = [nowCalled(ends.subject, data), nowCalled(ends.object, data)];
  if (!subject || !type || !object) return null;
  const fail = (part: string, message: string) => new DataFileError(name, lineOf([...path, part]), message);
  const relation = ontology.relationTypes.get(type);
  if (!relation) throw fail('type', `${type} is no relation type of the ontology.`);
  const typeOf = (id: EntityId) => entities.find((entity) => entity.id === id)?.type;
  if (decision === 'accept') {
    for (const [part, id, allowed] of [
      ['subject', subject, relation.from],
      ['object', object, relation.to],
    ] as const) {
      const own = typeOf(id);
      if (own === undefined)
        throw fail(part, `no entity is called ${id}; add it under entities, with type and name.`);
      if (!allowed.includes(own)) throw fail(part, `${type} does not take a ${own} as its ${part}.`);
    }
  }
  const stranger = decision === 'accept' ? speakers.find((id) => typeOf(id) === undefined) : undefined;
  if (stranger) throw fail('speakers', `no entity is called ${stranger}.`);
  const turned = relation.symmetric && subject > object;
  return turned ? { subject: object, type, object: subject, polarity } : { subject, type, object, polarity };
}

function reject(found: readonly Claim[], claims: Map<string, Claim>, outcome: Outcome): void {
  for (const { id } of found) claims.delete(id);
  outcome.rejected += found.length;
}

/** The claim as the reviewer has it; what the review leaves open is as the extractor read it. */
function accept(
  decision: ClaimDecision,
  triple: Triple,
  { start, end, sentence }: Place,
  before: Claim | undefined,
  { document }: Extraction,
  review: Review,
): Claim {
  const { text } = document;
  const claim: Claim = {
    id: claimId(sentence.id, triple.subject, triple.type, triple.object, triple.polarity),
    document: document.id,
    sentence: sentence.id,
    ...triple,
    speakers: decision.speakers ?? before?.speakers ?? [],
    act: decision.act ?? before?.act ?? null,
    modality: decision.modality ?? before?.modality ?? 'asserted',
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
    confidence: 1,
    extractors: before?.extractors ?? ['review'],
    eventDate: decision.date ?? before?.eventDate ?? null,
    reviewer: null,
    reviewNote: null,
  };
  return signed(claim, decision, review);
}

function signed(claim: Claim, { modality, by, note }: ClaimDecision, { data }: Review): Claim {
  return {
    ...claim,
    modality: modality ?? claim.modality,
    confidence: 1,
    extractors: [...new Set([...claim.extractors, 'review'])].sort(),
    reviewer: by ?? data.by,
    reviewNote: note ?? data.note ?? null,
  };
}
