/** A review beside a document: what a person accepts, rejects, merges, splits and adds. YAML, checked with line numbers. */
import { z } from 'zod';
import {
  ClaimId,
  DocumentId,
  EntityId,
  MentionKind,
  Modality,
  PartialDate,
  Polarity,
} from '../../graph/model.ts';
import { type Located, parseLocated } from '../data-file.ts';

/** A piece of the text: the `occurrence`-th time (from 1) it stands there. It may be left out where it stands once. */
const Span = z.strictObject({ quote: z.string().min(1), occurrence: z.number().int().min(1).optional() });
export type Span = z.infer<typeof Span>;

/** Who decided and why, where the file's own `by` and `note` do not say. */
const Why = { by: z.string().min(1).optional(), note: z.string().min(1).optional() };

const EntityDecision = z.strictObject({
  id: EntityId,
  decision: z.enum(['accept', 'reject']).default('accept'),
  type: z.string().optional(),
  name: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  date: PartialDate.optional(),
  /** Ids that the extractor gives to the same thing: they are merged into this one. */
  sameAs: z.array(EntityId).default([]),
  /** Where the text speaks of it. A span taken from another entity splits that one. */
  mentions: z.array(Span.extend({ kind: MentionKind.optional() })).default([]),
  ...Why,
});
export type EntityDecision = z.infer<typeof EntityDecision>;

const ClaimDecision = z
  .strictObject({
    decision: z.enum(['accept', 'reject']),
    /** Content id of a claim the extractor made. Without it, subject, type and object say which. */
    id: ClaimId.optional(),
    subject: EntityId.optional(),
    type: z.string().optional(),
    object: EntityId.optional(),
    polarity: Polarity.optional(),
    modality: Modality.optional(),
    quote: z.string().min(1).optional(),
    occurrence: z.number().int().min(1).optional(),
    speakers: z.array(EntityId).optional(),
    act: z.string().optional(),
    date: PartialDate.optional(),
    ...Why,
  })
  .refine(({ id, subject, type, object }) => id !== undefined || (subject && type && object), {
    message: 'give an id, or subject, type and object',
  });
export type ClaimDecision = z.infer<typeof ClaimDecision>;

const File = z.strictObject({
  /** Id of the document: a review of one text is not applied to another. */
  document: DocumentId.optional(),
  by: z.string().min(1),
  note: z.string().min(1).optional(),
  /** What the review covers whole: entities or claims that it does not accept are rejected. */
  complete: z.array(z.enum(['entities', 'claims'])).default([]),
  entities: z.array(EntityDecision).default([]),
  claims: z.array(ClaimDecision).default([]),
});

/** A checked review; `name` is its file, for messages. */
export type Review = Located<z.infer<typeof File>> & { readonly name: string };

/** @throws DataFileError with the line of the first fault */
export function readReview(text: string, name: string): Review {
  return { ...parseLocated(text, name, File), name };
}
