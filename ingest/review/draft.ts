/** What the extractor made of a document as a review to edit. */
import { userInfo } from 'node:os';
import { stringify } from 'yaml';
import type { Extraction } from '../../graph/model.ts';

const line = (value: object) => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** YAML: every claim accepted, with its id and its words; the names of entities in the comments. */
export function draftReview({ document, entities, claims }: Extraction): string {
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return [
    '# accept or reject each claim; add what is missing as { decision: accept, subject, type, object, quote }.',
    '# Merge entities with { id, sameAs: [id] }; split one by giving mentions: [{ quote, occurrence }] to another.',
    `document: ${document.id}`,
    line({ by: userInfo().username }).replace(/^\{ ?| ?\}$/g, ''),
    '# complete: [claims]   # what is not accepted here is rejected',
    'entities:',
    ...entities
      .filter(({ origin }) => origin === 'document')
      .map(({ id, type, name: own }) => `  - ${line({ id, type, name: own })}`),
    'claims:',
    ...claims.flatMap(({ id, subject, type, object, polarity, modality, quote, start }) => [
      `  # ${[name.get(subject), type, name.get(object)].join(' ').replace(/\s+/g, ' ')}`,
      `  - ${line({ decision: 'accept', id, subject, type, object, polarity, modality, quote, ...which(document.text, quote, start) })}`,
    ]),
    '',
  ].join('\n');
}

/** The how-manieth time the text has the quote, where it has it more than once. */
function which(text: string, quote: string, start: number): { occurrence?: number } {
  let [count, own] = [0, 0];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    count += 1;
    if (at === start) own = count;
  }
  return count > 1 ? { occurrence: own } : {};
}
