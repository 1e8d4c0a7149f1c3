/**
 * Deterministic ids from natural keys: the same input gives the same id on every store and every run.
 * Entity ids are readable (`country:japan`, `asset:mq-9`); the rest are hashes of what identifies them.
 */
import { createHash } from 'node:crypto';
import type { ClaimId, DocumentId, EntityId, Polarity, RelationId, SentenceId } from './model.ts';

const SEPARATOR = '\u0000';

/** 128 bits of SHA-256 over the parts, hex. Parts are separated by NUL, so `['a','bc']` and `['ab','c']` differ. */
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(SEPARATOR)).digest('hex').slice(0, 32);
}

/** Lower case, accents folded, everything that is neither letter nor number a hyphen: `Henoko-saki` → `henoko-saki`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Id of an entity from a prefix (usually its type in lower case) and its natural key. Never empty: a key without letters is hashed. */
export function entityId(prefix: string, key: string): EntityId {
  return `${prefix}:${slug(key) || hash([key])}` as EntityId;
}

/** Id of a document: a hash of its text, so the same text is the same document whatever its file is called. */
export function documentId(text: string): DocumentId {
  return hash(['document', text]) as DocumentId;
}

export function sentenceId(document: DocumentId, index: number): SentenceId {
  return `${document}#${index}` as SentenceId;
}

/** Id of a claim: one triple said by one sentence, with its polarity. */
export function claimId(
  sentence: SentenceId,
  subject: EntityId,
  type: string,
  object: EntityId,
  polarity: Polarity,
): ClaimId {
  return hash(['claim', sentence, subject, type, object, polarity]) as ClaimId;
}

/** Id of a drawn relation. A claim and its denial are two relations; ends of symmetric types come in canonical order. */
export function relationId(
  subject: EntityId,
  type: string,
  object: EntityId,
  polarity: Polarity,
): RelationId {
  return hash(['relation', subject, type, object, polarity]) as RelationId;
}
