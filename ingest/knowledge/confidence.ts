/** The table by which a claim's confidence is reckoned. Data, counted by `test/golden/calibrate.ts`. */
import { z } from 'zod';
import { readData } from '../data-file.ts';

const Model = z.strictObject({
  /** For what no document showed. */
  unknown: z.number(),
  cells: z.record(z.string(), z.number()),
});
export type ConfidenceModel = z.infer<typeof Model>;

/** Reads confidence.yaml. Throws DataFileError with the line of the first fault. */
export function readConfidence(): ConfidenceModel {
  return readData('confidence.yaml', Model);
}
