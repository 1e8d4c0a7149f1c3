/**
 * The graph model: every type that crosses a stage of the product, declared once.
 *
 * document → sentences → mentions → claims → store → queries → API → scene → canvas.
 * Data from outside (files, HTTP, database rows, URLs) is parsed with these schemas at the edge.
 */
import { z } from 'zod';

export const DocumentId = z.string().min(1).brand<'DocumentId'>();
export const SentenceId = z.string().min(1).brand<'SentenceId'>();
export const EntityId = z.string().min(1).brand<'EntityId'>();
export const ClaimId = z.string().min(1).brand<'ClaimId'>();
export const RelationId = z.string().min(1).brand<'RelationId'>();
export type DocumentId = z.infer<typeof DocumentId>;
export type SentenceId = z.infer<typeof SentenceId>;
export type EntityId = z.infer<typeof EntityId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type RelationId = z.infer<typeof RelationId>;

/** How the text presents a claim: as done, planned, only considered … (never dropped). */
export const Modality = z.enum(['done', 'in_progress', 'planned', 'called_for', 'asserted', 'hypothetical']);
export type Modality = z.infer<typeof Modality>;

/** `-`: the text denies or rules out the relation. It is not the mood of the relation type. */
export const Polarity = z.enum(['+', '-']);
export type Polarity = z.infer<typeof Polarity>;

/** `document`: read in a text. `gazetteer`: background knowledge, has no quote. */
export const Origin = z.enum(['document', 'gazetteer']);
export type Origin = z.infer<typeof Origin>;

/** ISO 8601 date, possibly only a year or a month: `2022`, `2022-08`, `2022-08-04`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** JSON value as it leaves a store adapter: integers beyond 2^53 and temporal values are strings. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]),
);

/** A document as stored. Offsets everywhere are UTF-16 code units into `text`, end exclusive. */
export const Document = z.object({
  id: DocumentId,
  title: z.string(),
  publisher: z.string().nullable(),
  published: PartialDate.nullable(),
  url: z.string().nullable(),
  language: z.string(),
  text: z.string(),
});
export type Document = z.infer<typeof Document>;

export const SentenceKind = z.enum(['title', 'dateline', 'heading', 'sentence', 'bullet']);
export type SentenceKind = z.infer<typeof SentenceKind>;

/** One unit of a document: `text === document.text.slice(start, end)`. `section` is the heading it stands under ('' before the first). */
export const Sentence = z.object({
  id: SentenceId,
  document: DocumentId,
  index: z.number().int().nonnegative(),
  kind: SentenceKind,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  section: z.string(),
});
export type Sentence = z.infer<typeof Sentence>;

export const MentionKind = z.enum(['named', 'nominal', 'role', 'pronoun', 'anaphor']);
export type MentionKind = z.infer<typeof MentionKind>;

/** An entity named in a sentence. A span that stands for two entities is two mentions. */
export const Mention = z.object({
  sentence: SentenceId,
  entity: EntityId,
  kind: MentionKind,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
});
export type Mention = z.infer<typeof Mention>;

/**
 * A node of the graph. `type` is an entity type of the ontology, or, for nodes of a database that is not
 * ours and for Document, Sentence and Claim nodes returned by a query, the label it is shown under.
 */
export const Entity = z.object({
  id: EntityId,
  type: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string().nullable(),
  wikidata: z.string().nullable(),
  iso3: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  origin: Origin,
  /** true while only an unknown noun phrase stands behind it. */
  provisional: z.boolean(),
  /** Families and further labels, e.g. `['Asset']`. */
  labels: z.array(z.string()),
  /** When the occurrence took place, for events and exercises. */
  date: PartialDate.nullable(),
});
export type Entity = z.infer<typeof Entity>;

/** One sentence saying one triple, said by someone, with its exact quote: `document.text.slice(start, end) === quote`. */
export const Claim = z.object({
  id: ClaimId,
  document: DocumentId,
  sentence: SentenceId,
  subject: EntityId,
  type: z.string(),
  object: EntityId,
  speakers: z.array(EntityId),
  /** The verb of the speech act as the text has it (lemma), e.g. `condemn`; null where nobody speaks. */
  act: z.string().nullable(),
  polarity: Polarity,
  modality: Modality,
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  confidence: z.number().min(0).max(1),
  extractors: z.array(z.string()).min(1),
  eventDate: PartialDate.nullable(),
});
export type Claim = z.infer<typeof Claim>;

/**
 * A drawn edge: the projection of all claims with the same subject, type, object and polarity.
 * `origin: 'gazetteer'` relations have no claims. Ends of symmetric types are in canonical order.
 */
export const Relation = z.object({
  id: RelationId,
  type: z.string(),
  subject: EntityId,
  object: EntityId,
  polarity: Polarity,
  modalities: z.array(Modality),
  confidence: z.number().min(0).max(1),
  claimCount: z.number().int().nonnegative(),
  claims: z.array(ClaimId),
  documents: z.array(DocumentId),
  firstDate: PartialDate.nullable(),
  lastDate: PartialDate.nullable(),
  origin: Origin,
});
export type Relation = z.infer<typeof Relation>;

/** Entities and the relations among them. Every relation's ends are among the entities. */
export const Subgraph = z.object({ entities: z.array(Entity), relations: z.array(Relation) });
export type Subgraph = z.infer<typeof Subgraph>;

/** What one document gives: the ingest's last pure stage and the store's input. */
export const Extraction = z.object({
  document: Document,
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  entities: z.array(Entity),
  claims: z.array(Claim),
  /** Relations known from the gazetteer among this document's entities. */
  background: z.array(Relation),
});
export type Extraction = z.infer<typeof Extraction>;

/** A claim with everything a reader needs to judge it. */
export const Evidence = z.object({
  claim: Claim,
  sentence: Sentence,
  document: Document.omit({ text: true }),
  speakers: z.array(Entity),
});
export type Evidence = z.infer<typeof Evidence>;

/** One step of a path. `forward` is false where the path runs against the relation's direction. */
export const Hop = z.object({
  relation: Relation,
  from: EntityId,
  to: EntityId,
  forward: z.boolean(),
  /** The best-evidenced claim behind the step; null for background knowledge. */
  evidence: Evidence.nullable(),
});
export type Hop = z.infer<typeof Hop>;

export const Path = z.object({ hops: z.array(Hop).min(1), cost: z.number().nonnegative() });
export type Path = z.infer<typeof Path>;

export const PathRank = z.enum(['short', 'specific']);
export type PathRank = z.infer<typeof PathRank>;
