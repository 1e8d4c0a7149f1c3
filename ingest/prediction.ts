/** An extraction in the prediction format of the answer keys, for `npm run extract` and the scorer. */
import type { Extraction, Modality, Polarity } from '../graph/model.ts';

/** The interchange format of the answer keys: offsets in UTF-16 code units, end exclusive. */
export type Prediction = {
  entities: { id: string; name: string; type: string; aliases: string[] }[];
  mentions: { start: number; end: number; entity: string }[];
  relations: {
    subject: string;
    type: string;
    object: string;
    polarity: Polarity;
    modality: Modality;
    evidence: { start: number; end: number; quote: string }[];
    confidence: number;
  }[];
};

/** One relation per claim; what stands only in the gazetteer (background) is no reading of the text and is left out. */
export function toPrediction(extraction: Extraction): Prediction {
  return {
    entities: extraction.entities
      .filter((entity) => entity.origin === 'document')
      .map(({ id, name, type, aliases }) => ({ id, name, type, aliases })),
    mentions: extraction.mentions.map(({ start, end, entity }) => ({ start, end, entity })),
    relations: extraction.claims.map((claim) => ({
      subject: claim.subject,
      type: claim.type,
      object: claim.object,
      polarity: claim.polarity,
      modality: claim.modality,
      evidence: [{ start: claim.start, end: claim.end, quote: claim.quote }],
      confidence: claim.confidence,
    })),
  };
}
