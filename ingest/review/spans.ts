/** Quotes of a review at their places in the text. */
import type { Extraction, Sentence } from '../../graph/model.ts';
import { DataFileError } from '../data-file.ts';
import type { Review, Span } from './review-file.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
}

/** @throws DataFileError where the text does not have the quote, has it more than once without a word which, or not in one sentence */
export function placeOf(
  { quote, occurrence }: Span,
  { document, sentences }: Extraction,
  { name, lineOf }: Review,
  path: readonly PropertyKey[],
): Place {
  const fail = (message: string) => new DataFileError(name, lineOf(path), `"${quote}" ${message}`);
  const places: number[] = [];
  for (let at = document.text.indexOf(quote); at >= 0; at = document.text.indexOf(quote, at + 1))
    places.push(at);
  if (places.length === 0) throw fail('does not stand in the text.');
  if (occurrence === undefined && places.length > 1)
    throw fail(`stands ${places.length} times in the text: say which with occurrence.`);
  const start = places[(occurrence ?? 1) - 1];
  if (start === undefined) throw fail(`stands only ${places.length} times in the text.`);
  const end = start + quote.length;
  const sentence = sentences.find((each) => each.start <= start && end <= each.end);
  if (!sentence) throw fail('does not stand within one sentence.');
  return { start, end, sentence };
}
