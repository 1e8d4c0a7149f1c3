/** A review applied to what was extracted: entities first, then the claims about them. Pure. */

import type { Extraction } from '../../graph/model.ts';
import type { Ontology } from '../../graph/ontology.ts';
import { DataFileError } from '../data-file.ts';
import { reviewClaims } from './claims.ts';
import { reviewEntities } from './entities.ts';
import type { Review } from './review-file.ts';

/** What came of a review. */
export interface Outcome {
  accepted: number;
  /** Accepted claims that the extractor had not made. */
  added: number;
  rejected: number;
  /** Decisions about what the extractor does not make (any more), with their lines: `line 12: …`. */
  readonly unmatched: string[];
}
export interface Reviewed {
  readonly extraction: Extraction;
  readonly outcome: Outcome;
}

/**
 * The extraction as the reviewer wants it. Accepted claims get full confidence and name the review among their
 * extractors; rejected ones are gone.
 * @throws DataFileError for a review of another document, a quote that is not in the text, ends the ontology does not
 * allow, and entities that nobody made
 */
export function applyReview(extraction: Extraction, review: Review, ontology: Ontology): Reviewed {
  const { data, lineOf, name } = review;
  if (data.document !== undefined && data.document !== extraction.document.id) {
    const message = `this is a review of document ${data.document}; the text read is ${extraction.document.id}.`;
    throw new DataFileError(name, lineOf(['document']), message);
  }
  const outcome: Outcome = { accepted: 0, added: 0, rejected: 0, unmatched: [] };
  const entities = reviewEntities(extraction, review, ontology, outcome);
  return { extraction: reviewClaims(entities, review, ontology, outcome), outcome };
}

/** The outcome in a line, and a line for each decision without a counterpart. */
export function tell(outcome: Outcome, name: string): string[] {
  const { accepted, added, rejected, unmatched } = outcome;
  const own = added > 0 ? ` (${added} of them the reviewer's own)` : '';
  return [
    `${name}: ${accepted} claims accepted${own}, ${rejected} rejected`,
    ...unmatched.map((line) => `${name}, ${line}`),
  ];
}
