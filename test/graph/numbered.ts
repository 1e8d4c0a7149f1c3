/** Documents like the bundled one, each with a text of its own. */
import { claimId, documentId, sentenceId } from '../../graph/id.ts';
import type { Extraction, SentenceId } from '../../graph/model.ts';
import { ministerial } from './fixtures.ts';

/** The bundled document with a line after its end: another text, the same entities and claims. */
export function numberedDocument(number: number): Extraction {
  const text = `${ministerial.document.text}\nCopy ${number}`;
  const id = documentId(text);
  const moved = new Map<SentenceId, SentenceId>(
    ministerial.sentences.map((sentence) => [sentence.id, sentenceId(id, sentence.index)]),
  );
  const at = (sentence: SentenceId) => moved.get(sentence) ?? sentence;
  return {
    ...ministerial,
    document: { ...ministerial.document, id, text, title: `Copy ${number}` },
    sentences: ministerial.sentences.map((sentence) => ({ ...sentence, id: at(sentence.id), document: id })),
    mentions: ministerial.mentions.map((mention) => ({ ...mention, sentence: at(mention.sentence) })),
    claims: ministerial.claims.map((claim) => ({
      ...claim,
      id: claimId(at(claim.sentence), claim.subject, claim.type, claim.object, claim.polarity),
      document: id,
      sentence: at(claim.sentence),
    })),
  };
}
