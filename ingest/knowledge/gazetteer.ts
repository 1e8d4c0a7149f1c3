/** The gazetteer: canonical names, identifiers, coordinates and tenure of known entities. */
import { z } from 'zod';
import { readData } from '../data-file.ts';

const Alias = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), context: z.array(z.string()).min(1) }),
]);
const Month = z.string().regex(/^\d{4}-\d{2}$/);

export const GazetteerEntry = z.strictObject({
  id: z.string().regex(/^[a-z]+:[a-z0-9-]+$/),
  type: z.string().regex(/^[A-Z][A-Za-z]+$/),
  name: z.string().min(1),
  aliases: z.array(Alias),
  caseInsensitive: z.boolean().default(false),
  /** Whose it is: the id of a country. */
  country: z.string().optional(),
  /** A house or city that stands for the government of `country`. */
  seat: z.boolean().default(false),
  /** A place that is the site of a military facility. */
  site: z.boolean().default(false),
  /** The facility that the same name means where it stands for the place: `at the Pentagon`. */
  building: z.string().optional(),
  surname: z.string().optional(),
  description: z.string().optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  iso3: z.string().length(3).optional(),
  point: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
  offices: z.array(z.strictObject({ title: z.string(), from: Month, to: Month })).default([]),
  background: z.array(z.strictObject({ type: z.string(), to: z.string() })).default([]),
});
export type GazetteerEntry = z.infer<typeof GazetteerEntry>;

/** Reads `ingest/data/gazetteer.yaml`. Throws DataFileError with the line of the first fault. */
export function readGazetteer(): GazetteerEntry[] {
  return readData('gazetteer.yaml', z.array(GazetteerEntry));
}
