/** The contract: every route's request and response, shared by server and app. */
import { z } from 'zod';
import {
  Claim,
  Document,
  DocumentId,
  Entity,
  EntityId,
  Evidence,
  Json,
  Mention,
  Path,
  PathRank,
  Relation,
  RelationId,
  Sentence,
  Subgraph,
} from '../graph/model.ts';

/** A list given as repeated or comma-separated query values: `types=Person,Country`. */
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    (value === undefined ? [] : Array.isArray(value) ? value : [value])
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  );
const limit = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);

export const DocumentSummary = Document.omit({ text: true }).extend({
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
const Scene = Subgraph.extend({ degrees: z.record(z.string(), z.number()) });

export const Health = {
  response: z.object({
    status: z.literal('ok'),
    store: z.enum(['embedded', 'neo4j']),
    version: z.string(),
    documents: z.number(),
    entities: z.number(),
    relations: z.number(),
  }),
};

export const Schema = {
  response: z.object({
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
  }),
};

export const Search = {
  query: z.object({ q: z.string().trim().min(1).max(200), types: list, limit: limit(20, 100) }),
  response: z.object({
    results: z.array(
      z.object({
        entity: Entity,
        degree: z.number(),
        /** Where the words were found, and the text around them. */
        matched: z.enum(['name', 'alias', 'description', 'sentence']),
        excerpt: z.string(),
      }),
    ),
    total: z.number(),
  }),
};

export const Graph = {
  query: z.object({ limit: limit(300, 2000) }),
  response: Scene.extend({ shown: z.number(), total: z.number() }),
};

/** The given entities and the relations among them: how a scene comes back from a URL. */
export const Entities = {
  body: z.object({ ids: z.array(EntityId).max(5000) }),
  response: Scene.extend({ missing: z.array(EntityId) }),
};

export const EntityDetail = {
  params: z.object({ id: EntityId }),
  response: z.object({
    entity: Entity,
    degree: z.number(),
    degrees: z.array(Degree),
    documents: z.array(DocumentSummary),
    mentions: z.array(z.object({ mention: Mention, sentence: Sentence })),
  }),
};

export const Neighbours = {
  params: z.object({ id: EntityId }),
  query: z.object({
    /** Relation types to follow; none means all. */
    types: list,
    direction: z.enum(['out', 'in', 'both']).default('both'),
    limit: limit(25, 1000),
    order: z.enum(['most', 'least']).default('most'),
    /** Entities already on the canvas: they do not count against the limit, and relations to them come along. */
    present: list,
  }),
  response: Scene.extend({ shown: z.number(), total: z.number() }),
};

export const RelationEvidence = {
  params: z.object({ id: RelationId }),
  response: z.object({ relation: Relation, subject: Entity, object: Entity, evidence: z.array(Evidence) }),
};

export const Documents = { response: z.object({ documents: z.array(DocumentSummary) }) };

export const DocumentDetail = {
  params: z.object({ id: DocumentId }),
  response: z.object({
    document: Document,
    sentences: z.array(Sentence),
    mentions: z.array(Mention),
    /** With the id of the relation each claim is drawn as. */
    claims: z.array(Claim.extend({ relation: RelationId })),
    entities: z.array(Entity),
  }),
};

export const Paths = {
  query: z.object({
    from: EntityId,
    to: EntityId,
    limit: limit(5, 50),
    rank: PathRank.default('specific'),
  }),
  response: Subgraph.extend({
    paths: z.array(Path),
    degrees: z.record(z.string(), z.number()),
    /** Where there is no path: the entity closest to `to` that `from` reaches, or null. */
    nearest: Entity.nullable(),
  }),
};

/** A cell that stands for a node, relationship or path refers to `graph` by id. */
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
export type Cell =
  | { $entity: EntityId }
  | { $relation: RelationId }
  | { $path: { entities: EntityId[]; relations: RelationId[] } }
  | Json
  | Cell[]
  | { [key: string]: Cell };

export const Cypher = {
  body: z.object({
    query: z.string().trim().min(1).max(100_000),
    parameters: z.record(z.string(), Json).default({}),
  }),
  response: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(Cell)),
    graph: Scene,
    truncated: z.boolean(),
    total: z.number().optional(),
    milliseconds: z.number(),
  }),
};

/** Every error of the API, whatever the route. */
export const ApiError = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    line: z.number().optional(),
    column: z.number().optional(),
  }),
});
export type ApiError = z.infer<typeof ApiError>;

/** Method and path of every route; `:id` is URI-encoded. */
export const routes = {
  health: { method: 'GET', path: '/api/health', ...Health },
  schema: { method: 'GET', path: '/api/schema', ...Schema },
  search: { method: 'GET', path: '/api/search', ...Search },
  graph: { method: 'GET', path: '/api/graph', ...Graph },
  entities: { method: 'POST', path: '/api/entities', ...Entities },
  entity: { method: 'GET', path: '/api/entities/:id', ...EntityDetail },
  neighbours: { method: 'GET', path: '/api/entities/:id/neighbours', ...Neighbours },
  evidence: { method: 'GET', path: '/api/relations/:id/evidence', ...RelationEvidence },
  documents: { method: 'GET', path: '/api/documents', ...Documents },
  document: { method: 'GET', path: '/api/documents/:id', ...DocumentDetail },
  paths: { method: 'GET', path: '/api/paths', ...Paths },
  cypher: { method: 'POST', path: '/api/cypher', ...Cypher },
} as const;
