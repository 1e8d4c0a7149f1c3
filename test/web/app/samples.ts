/** Whole values of the model from the few fields a test is about. */
import {
  Claim,
  type DocumentId,
  Entity,
  type EntityId,
  Evidence,
  Relation,
  type RelationId,
  Sentence,
} from '../../../graph/model.ts';
import { plain } from '../../entity.ts';

export const entityId = (text: string) => text as EntityId;
export const relationId = (text: string) => text as RelationId;
export const documentId = (text: string) => text as DocumentId;

/** A whole entity from the few fields a test is about. */
export function entity(id: string, rest: Partial<Record<keyof Entity, unknown>> = {}): Entity {
  return Entity.parse({
    id,
    type: 'Topic',
    name: id,
    ...plain,
    ...rest,
  });
}

/** A whole relation; one that is denied has an id of its own. */
export function relation(
  subject: string,
  type: string,
  object: string,
  rest: Partial<Record<keyof Relation, unknown>> = {},
): Relation {
  return Relation.parse({
    id: `${subject} ${type} ${object}${rest.polarity === '-' ? ' denied' : ''}`,
    type,
    subject,
    object,
    polarity: '+',
    modalities: ['done'],
    confidence: 0.9,
    claimCount: 1,
    claims: [],
    documents: ['d'],
    firstDate: null,
    lastDate: null,
    origin: 'document',
    ...rest,
  });
}

export function sentence(text: string, rest: Partial<Record<keyof Sentence, unknown>> = {}): Sentence {
  return Sentence.parse({
    id: 'd#0',
    document: 'd',
    index: 0,
    kind: 'sentence',
    start: 0,
    end: text.length,
    text,
    section: '',
    ...rest,
  });
}

export function claim(rest: Partial<Record<keyof Claim, unknown>> = {}): Claim {
  return Claim.parse({
    id: 'c',
    document: 'd',
    sentence: 'd#0',
    subject: 'a',
    type: 'CONDEMNS',
    object: 'b',
    speakers: [],
    act: null,
    polarity: '+',
    modality: 'done',
    quote: 'q',
    prefix: '',
    suffix: '',
    start: 0,
    end: 1,
    confidence: 0.9,
    extractors: ['verb-frames'],
    eventDate: null,
    ...rest,
  });
}

/** Evidence said in one sentence of a document. */
export function evidence(
  text: string,
  document: {
    readonly id?: string;
    readonly title?: string;
    readonly publisher?: string | null;
    readonly published?: string | null;
    readonly url?: string | null;
  } = {},
  about: Partial<Record<keyof Claim, unknown>> = {},
  speakers: readonly Entity[] = [],
): Evidence {
  return Evidence.parse({
    claim: claim({ quote: text, end: text.length, ...about }),
    sentence: sentence(text),
    document: {
      id: 'd',
      title: 'Readout',
      publisher: null,
      published: null,
      url: null,
      language: 'en',
      ...document,
    },
    speakers,
  });
}
