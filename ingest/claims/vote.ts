/** A claim as one extractor sees it; agreement of several makes a claim of the document. */
import type { Modality, Polarity } from '../../graph/model.ts';
import type { Located } from '../concepts.ts';
import type { Reading } from '../reading.ts';

export type Vote = {
  extractor: string;
  /** Which rule fired, for the explanation. */
  rule: string;
  subject: string;
  type: string;
  object: string;
  polarity: Polarity;
  modality: Modality;
  /** Token range of the quote. */
  from: number;
  to: number;
  speakers: readonly string[];
  act: string | null;
  /** How far this rule is to be trusted alone, 0–1. */
  weight: number;
};

/** Mentions that reading the claims brought up, besides the names. */
export type Touched = Located[];

/** Same signature for all: independent of one another, they see only the sentence and what came before. */
export type ClaimExtractor = (reading: Reading, touched: Touched) => Vote[];

/** The entity types that the ontology allows as the object of a relation. */
export function objectTypes(type: string, { knowledge }: Reading): readonly string[] {
  return knowledge.ontology.relationTypes.get(type)?.to ?? [];
}

/** The entity types that it allows as the subject. */
export function subjectTypes(type: string, { knowledge }: Reading): readonly string[] {
  return knowledge.ontology.relationTypes.get(type)?.from ?? [];
}

/** A state may act through a body or a person before it is named itself. */
function draftOf({ registry, knowledge }: Reading, id: string) {
  return (
    registry.get(id) ?? (knowledge.entries.get(id)?.type === 'Country' ? registry.known(id, null) : undefined)
  );
}

/** What a body does to another state than its own. */
const AGAINST = /^(?:CONDEMNS|ATTACKS|SUPPORTS|PROTECTS|COOPERATES_WITH|CONSULTS_WITH)$/;

/** Whether the ontology allows the relation between these entities; what it does not is remembered for the explanation. */
export function allowed(reading: Reading, subject: string, type: string, object: string): boolean {
  const relation = reading.knowledge.ontology.relationTypes.get(type);
  const from = draftOf(reading, subject);
  const to = draftOf(reading, object);
  const fits =
    relation !== undefined &&
    from !== undefined &&
    to !== undefined &&
    subject !== object &&
    !(AGAINST.test(type) && from.country === object) &&
    relation.from.includes(from.type) &&
    relation.to.includes(to.type);
  if (!fits && subject !== object)
    reading.refused.set([subject, type, object].join(' '), { subject, type, object });
  return fits;
}
