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

/** Labels whose nodes are ours: each of our nodes has one of them, and an `id` that is unique under it. */
export const OWN_LABELS = ['Entity', 'Document', 'Sentence', 'Claim'] as const;

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
  /** Web addresses that the source links to in its text, in their order. Never fetched. */
  links: z.array(z.string()).default([]),
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
  /** Of a node that is not ours: what it could be called instead, by property; the first is what it is called. */
  captions: z.record(z.string(), z.string()).optional(),
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
  /** Who accepted the claim in a review, and the reviewer's note; null where nobody did. */
  reviewer: z.string().nullable().default(null),
  reviewNote: z.string().nullable().default(null),
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
  document: Document.omit({ text: true, links: true }),
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

export const PathRank = z.enum(['short', 'specific', 'evidenced']);
export type PathRank = z.infer<typeof PathRank>;

// What the queries answer: shared by graph/queries and the API contract.

/**
 * Whose data a database holds, and with that what an entity is in it: `ours`, `:Entity` nodes with an `id` of our own;
 * `foreign`, every node, by the engine's id; `mixed`, ours as they are and every node of others besides.
 */
export const Content = z.enum(['ours', 'foreign', 'mixed']);
export type Content = z.infer<typeof Content>;

/** How much there is in a store. */
export const Counts = z.object({
  store: z.enum(['embedded', 'neo4j']),
  content: Content,
  /** Whether typed statements may change it. */
  writes: z.boolean(),
  documents: z.number(),
  entities: z.number(),
  relations: z.number(),
});
export type Counts = z.infer<typeof Counts>;

export const DocumentSummary = Document.omit({ text: true, links: true }).extend({
  characters: z.number(),
  sentences: z.number(),
  claims: z.number(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** Degree of an entity in one relation type and direction. `out`: the entity is the subject; `both`: symmetric types. */
export const Degree = z.object({
  type: z.string(),
  direction: z.enum(['out', 'in', 'both']),
  count: z.number().int(),
});
export type Degree = z.infer<typeof Degree>;

/** A subgraph with, for each of its entities, the number of relations it has in the whole graph (`degrees`). */
export const Scene = Subgraph.extend({
  degrees: z.record(z.string(), z.number()),
  /** What of a very large database it was chosen from, or leaves out, in words. */
  note: z.string().optional(),
});
export type Scene = z.infer<typeof Scene>;

/** A scene that may be a part of something larger: `shown` of `total` entities (neighbours, where one was expanded). */
export const PartialScene = Scene.extend({ shown: z.number(), total: z.number() });
export type PartialScene = z.infer<typeof PartialScene>;

/** The types of the ontology and those found in the store besides, with how many of each there are. */
export const SchemaSummary = z.object({
  entityTypes: z.array(
    z.object({
      type: z.string(),
      families: z.array(z.string()),
      caption: z.string(),
      colour: z.string(),
      shape: z.string(),
      icon: z.string(),
      count: z.number(),
    }),
  ),
  families: z.array(z.object({ family: z.string(), count: z.number() })),
  relationTypes: z.array(
    z.object({
      type: z.string(),
      caption: z.string(),
      inverse: z.string(),
      symmetric: z.boolean(),
      auxiliary: z.boolean(),
      from: z.array(z.string()),
      to: z.array(z.string()),
      count: z.number(),
    }),
  ),
});
export type SchemaSummary = z.infer<typeof SchemaSummary>;

/** An entity found by its words; `matched` says where they were found, `excerpt` is the text around them. */
export const SearchHit = z.object({
  entity: Entity,
  degree: z.number(),
  matched: z.enum(['name', 'alias', 'description', 'sentence', 'property']),
  excerpt: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const SearchAnswer = z.object({
  results: z.array(SearchHit),
  total: z.number(),
  /** What was looked through, in words, where that is not all there is to know: a database that is not ours. */
  searched: z.string().optional(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const EntitiesAnswer = Scene.extend({ missing: z.array(EntityId) });
export type EntitiesAnswer = z.infer<typeof EntitiesAnswer>;

export const EntityDetail = z.object({
  entity: Entity,
  degree: z.number(),
  degrees: z.array(Degree),
  documents: z.array(DocumentSummary),
  mentions: z.array(z.object({ mention: Mention, sentence: Sentence })),
  /** All that the node holds, where it is not one of ours. */
  properties: z.record(z.string(), Json).optional(),
});
export type EntityDetail = z.infer<typeof EntityDetail>;

export const RelationEvidence = z.object({
  relation: Relation,
  subject: Entity,
  object: Entity,
  evidence: z.array(Evidence),
  /** All that the relationship holds, where it is not one of ours. */
  properties: z.record(z.string(), Json).optional(),
});
export type RelationEvidence = z.infer<typeof RelationEvidence>;

export const DocumentDetail = z.object({
  document: Document,
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  /** With the id of the relation each claim is drawn as. */
  claims: z.array(Claim.extend({ relation: RelationId })),
  entities: z.array(Entity),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const PathsAnswer = Scene.extend({
  paths: z.array(Path),
  /** false where the search was ended before it could tell that there are no more. */
  complete: z.boolean(),
  /** Where there is no path: the entity closest to `to` that `from` reaches, or null. */
  nearest: Entity.nullable(),
});
export type PathsAnswer = z.infer<typeof PathsAnswer>;

/** A cell that stands for a node, relationship or path refers to the answer's `graph` by id. */
export type Cell =
  | { $entity: EntityId }
  | { $relation: RelationId }
  | { $path: { entities: EntityId[]; relations: RelationId[] } }
  | Json
  | Cell[]
  | { [key: string]: Cell };
export const Cell: z.ZodType<Cell> = z.lazy(() =>
  z.union([
    z.object({ $entity: EntityId }),
    z.object({ $relation: RelationId }),
    z.object({ $path: z.object({ entities: z.array(EntityId), relations: z.array(RelationId) }) }),
    Json,
    z.array(Cell),
    z.record(z.string(), Cell),
  ]),
);

/** What a statement of the user's gives: a table whose nodes, relationships and paths stand in `graph`. */
export const QueryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Cell)),
  graph: Scene,
  truncated: z.boolean(),
  total: z.number().optional(),
  /** What the statement changed, by what was counted (`nodesCreated`), where it was let write. */
  changes: z.record(z.string(), z.number()).optional(),
  milliseconds: z.number(),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;
