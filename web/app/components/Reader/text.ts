/** A document as the reader shows it: blocks of sentences with their marks, nothing of the text lost. */
import type {
  DocumentDetail,
  Entity,
  EntityId,
  RelationId,
  Sentence,
  SentenceId,
} from '../../../../graph/model.ts';
import type { Mark } from '../Common/segments.ts';

export interface MentionMark extends Mark {
  readonly kind: 'mention';
  readonly entity: EntityId;
}
export interface ClaimMark extends Mark {
  readonly kind: 'claim';
  readonly relation: RelationId;
}
/** The place a link or button led to. */
export interface TargetMark extends Mark {
  readonly kind: 'target';
}
export type ReaderMark = MentionMark | ClaimMark | TargetMark;

export type DocumentClaim = DocumentDetail['claims'][number];

export interface MarkedSentence {
  readonly sentence: Sentence;
  readonly marks: readonly ReaderMark[];
  readonly claims: readonly DocumentClaim[];
}

/** A stretch of text: a sentence, or what stands between two (spaces, bullets, page furniture). */
export type Piece = MarkedSentence | { readonly gap: string; readonly start: number };

export interface Block {
  readonly kind: Sentence['kind'];
  readonly section: string;
  readonly start: number;
  readonly pieces: readonly Piece[];
}

export interface ReaderText {
  readonly blocks: readonly Block[];
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** Where each entity is mentioned and each relation claimed, in the order of the text. */
  readonly mentionedIn: ReadonlyMap<EntityId, readonly SentenceId[]>;
  readonly claimedIn: ReadonlyMap<RelationId, readonly SentenceId[]>;
}

export const isSentence = (piece: Piece): piece is MarkedSentence => 'sentence' in piece;

/** The sentences of a block. */
export const sentencesOf = (blocks: readonly Block[]): MarkedSentence[] =>
  blocks.flatMap(({ pieces }) => pieces.filter(isSentence));

/** Prepares a document for reading. The pieces of all blocks put together are the document's text. */
export function readerText(detail: DocumentDetail): ReaderText {
  const sentences = markedSentences(detail);
  const mentionedIn = new Map<EntityId, SentenceId[]>();
  const claimedIn = new Map<RelationId, SentenceId[]>();
  for (const { sentence, marks } of sentences) {
    for (const mark of marks) {
      if (mark.kind === 'mention') note(mentionedIn, mark.entity, sentence.id);
      else if (mark.kind === 'claim') note(claimedIn, mark.relation, sentence.id);
    }
  }
  return {
    blocks: blocksOf(sentences, detail.document.text),
    entities: new Map(detail.entities.map((entity) => [entity.id, entity])),
    mentionedIn,
    claimedIn,
  };
}

function note<K>(map: Map<K, SentenceId[]>, key: K, sentence: SentenceId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [sentence]);
  else if (known.at(-1) !== sentence) known.push(sentence);
}

function markedSentences({ sentences, mentions, claims }: DocumentDetail): MarkedSentence[] {
  const marks = new Map<SentenceId, ReaderMark[]>(sentences.map(({ id }) => [id, []]));
  const claimsOf = new Map<SentenceId, DocumentClaim[]>(sentences.map(({ id }) => [id, []]));
  for (const { sentence, entity, start, end } of mentions) {
    marks.get(sentence)?.push({ kind: 'mention', entity, start, end });
  }
  for (const claim of claims) {
    const { sentence, relation, start, end } = claim;
    marks.get(sentence)?.push({ kind: 'claim', relation, start, end });
    claimsOf.get(sentence)?.push(claim);
  }
  return [...sentences]
    .sort((a, b) => a.start - b.start)
    .map((sentence) => ({
      sentence,
      marks: marks.get(sentence.id) ?? [],
      claims: claimsOf.get(sentence.id) ?? [],
    }));
}

/** A blank line, or another kind of unit, starts a new block. */
function blocksOf(sentences: readonly MarkedSentence[], text: string): Block[] {
  const blocks: (Block & { pieces: Piece[] })[] = [];
  let at = 0;
  for (const marked of sentences) {
    const { kind, section, start, end } = marked.sentence;
    const gap = text.slice(at, start);
    const last = blocks.at(-1);
    const pieces: Piece[] = gap === '' ? [] : [{ gap, start: at }];
    if (last && last.kind === 'sentence' && kind === 'sentence' && !/\n\s*\n/.test(gap)) {
      last.pieces.push(...pieces, marked);
    } else {
      blocks.push({ kind, section, start: at, pieces: [...pieces, marked] });
    }
    at = Math.max(at, end);
  }
  const rest = text.slice(at);
  if (rest !== '')
    blocks.push({ kind: 'sentence', section: '', start: at, pieces: [{ gap: rest, start: at }] });
  return blocks;
}

/** The entities these sentences name or relate, each once, in the order of the text. */
export function entitiesIn(sentences: readonly MarkedSentence[]): EntityId[] {
  const ids = new Set<EntityId>();
  for (const { marks, claims } of sentences) {
    for (const mark of marks) if (mark.kind === 'mention') ids.add(mark.entity);
    for (const { subject, object } of claims) ids.add(subject).add(object);
  }
  return [...ids];
}

/** One claim per relation: what a sentence's list of relations shows. */
export function relationsIn({ claims }: MarkedSentence): DocumentClaim[] {
  return [...new Map(claims.map((claim) => [claim.relation, claim])).values()];
}
