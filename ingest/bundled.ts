/** The document the product ships with, so that a first start has something to show. */
import { readFileSync } from 'node:fs';
import { type Review, readReview } from './review/review-file.ts';
import type { SourceDocument } from './source-document.ts';

const NAME = '2022-09-15-japan-us-defense-ministerial';
const file = (ending: string) =>
  readFileSync(new URL(`./data/documents/${NAME}${ending}`, import.meta.url), 'utf8');

/** Japan-U.S. Defense Ministerial Meeting (Summary), Ministry of Defense of Japan, 2022-09-15, byte for byte. */
export function bundledDocument(): SourceDocument {
  return {
    text: file('.txt'),
    name: `${NAME}.txt`,
    title: 'Japan-U.S. Defense Ministerial Meeting (Summary)',
    publisher: 'Ministry of Defense of Japan',
    published: '2022-09-15',
    language: 'en',
  };
}

/** What a person found in it: with the review, its graph is right. */
export function bundledReview(): Review {
  return readReview(file('.review.yaml'), `${NAME}.review.yaml`);
}
