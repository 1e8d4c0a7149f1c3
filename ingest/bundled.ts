/** The document the product ships with, so that a first start has something to show. */
import { readFileSync } from 'node:fs';
import type { SourceDocument } from './source-document.ts';

const TEXT = new URL('./data/documents/2022-09-15-japan-us-defense-ministerial.txt', import.meta.url);

/** Japan-U.S. Defense Ministerial Meeting (Summary), Ministry of Defense of Japan, 2022-09-15, byte for byte. */
export function bundledDocument(): SourceDocument {
  return {
    text: readFileSync(TEXT, 'utf8'),
    name: '2022-09-15-japan-us-defense-ministerial.txt',
    title: 'Japan-U.S. Defense Ministerial Meeting (Summary)',
    publisher: 'Ministry of Defense of Japan',
    published: '2022-09-15',
    language: 'en',
  };
}
