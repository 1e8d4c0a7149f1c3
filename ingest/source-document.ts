/** What comes into the ingest: a text and what its bringer knows about it. */
import { z } from 'zod';
import { PartialDate } from '../graph/model.ts';

/**
 * A document before it is read. Only `text` is needed; offsets of everything that comes out count in its UTF-16 code units.
 * `name` is what the user calls it (a file name), used for messages and as the last resort for a title.
 */
export const SourceDocument = z.object({
  text: z.string(),
  name: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: PartialDate.optional(),
  url: z.string().optional(),
  language: z.string().optional(),
  links: z.array(z.string()).optional(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
