/** Whether an extraction holds together, before any of it is stored. */
import type { Extraction } from '../graph/model.ts';

/** An extraction contradicts itself. The message names the part. */
export class InvalidExtractionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidExtractionError';
  }
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new InvalidExtractionError(message);
}

function checkUnique(ids: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    check(!seen.has(id), `The ${what} ${id} is there twice.`);
    seen.add(id);
  }
}

/**
 * Checks that ids are unique, that everything refers to what is there, and that every quote is the text's own slice.
 * @throws InvalidExtractionError
 */
export function checkExtraction({
  document,
  sentences,
  mentions,
  entities,
  claims,
  background,
}: Extraction): void {
  const known = new Set<string>(entities.map(({ id }) => id));
  const spoken = new Set<string>(sentences.map(({ id }) => id));
  const slice = (start: number, end: number) => document.text.slice(start, end);
  checkUnique(
    entities.map(({ id }) => id),
    'entity',
  );
  checkUnique(
    sentences.map(({ id }) => id),
    'sentence',
  );
  checkUnique(
    claims.map(({ id }) => id),
    'claim',
  );
  for (const { id, document: owner, start, end, text } of sentences) {
    check(owner === document.id, `Sentence ${id} belongs to another document.`);
    check(slice(start, end) === text, `Sentence ${id} is not the text's own slice.`);
  }
  for (const { sentence, entity, start, end, text } of mentions) {
    check(spoken.has(sentence), `A mention of ${entity} stands in an unknown sentence ${sentence}.`);
    check(known.has(entity), `A mention at ${start} is of an unknown entity ${entity}.`);
    check(slice(start, end) === text, `The mention of ${entity} at ${start} is not the text's own slice.`);
  }
  for (const claim of claims) {
    check(claim.document === document.id, `Claim ${claim.id} belongs to another document.`);
    check(spoken.has(claim.sentence), `Claim ${claim.id} stands in an unknown sentence ${claim.sentence}.`);
    for (const entity of [claim.subject, claim.object, ...claim.speakers]) {
      check(known.has(entity), `Claim ${claim.id} is about an unknown entity ${entity}.`);
    }
    check(
      slice(claim.start, claim.end) === claim.quote,
      `The quote of claim ${claim.id} is not the text's own slice.`,
    );
  }
  for (const { type, subject, object } of background) {
    check(
      known.has(subject) && known.has(object),
      `Background ${subject} ${type} ${object} has an unknown end.`,
    );
  }
}
