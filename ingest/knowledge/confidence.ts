/** The table by which a claim's confidence is reckoned. Data, counted by `test/golden/calibrate.ts`. */
import { z } from 'zod';
import { readData } from '../data-file.ts';

const Model = z.strictObject({
  /** Log-odds of a claim for or against which nothing speaks. */
  base: z.number(),
  /** What each ground adds to or takes from them. */
  grounds: z.record(z.string(), z.number()),
  /** Rules that were seen at work in several documents. All others are rare. */
  rules: z.array(z.string()),
  /** Score and the share of right claims that it stood for on documents not counted, a lower bound; between two rows in proportion. */
  scale: z.array(z.tuple([z.number(), z.number().min(0).max(1)])).min(1),
});
export type ConfidenceModel = z.infer<typeof Model>;

/** Reads confidence.yaml. Throws DataFileError with the line of the first fault. */
export function readConfidence(): ConfidenceModel {
  return readData('confidence.yaml', Model);
}
