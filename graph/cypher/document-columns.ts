/** What is told of a document without its text. */
import { count, text } from './query.ts';

/** What a document is known by. */
export const referenceColumns = `d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.url AS url,
          d.language AS language`;
/** The same as a row. */
export const reference = {
  id: text,
  title: text,
  publisher: text.nullable(),
  published: text.nullable(),
  url: text.nullable(),
  language: text,
};

/** A document without its text, with the counts of what was read in it. */
export const summaryColumns = `${referenceColumns}, d.characters AS characters,
          COUNT { (d)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
          COUNT { (d)-[:HAS_SENTENCE]->(:Sentence)<-[:EVIDENCE]-(:Claim) } AS claims`;
/** The same as a row. */
export const summary = { ...reference, characters: count, sentences: count, claims: count };
