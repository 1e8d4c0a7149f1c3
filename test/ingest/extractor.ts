import type { Extraction } from '../../graph/model.ts';
import { createExtractor } from '../../ingest/pipeline.ts';

/** One extractor for all tests of a file: it keeps nothing between documents. */
export const extractor = createExtractor();

/** Claims as `subject TYPE object polarity modality`, by names. */
export function claimsOf(text: string): string[] {
  return readable(extractor.extract({ text }));
}

export function readable({ claims, entities }: Extraction): string[] {
  const name = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
  return claims.map(
    (claim) =>
      `${name(claim.subject)} ${claim.type} ${name(claim.object)} ${claim.polarity} ${claim.modality}`,
  );
}
