/** The contract: every route's request and response, shared by server and app. */
import { z } from 'zod';
import {
  Counts,
  DocumentDetail as DocumentAnswer,
  DocumentId,
  DocumentSummary,
  EntitiesAnswer,
  EntityDetail as EntityAnswer,
  EntityId,
  RelationEvidence as EvidenceAnswer,
  Json,
  PartialScene,
  PathRank,
  PathsAnswer,
  QueryAnswer,
  RelationId,
  SchemaSummary,
  SearchAnswer,
} from '../graph/model.ts';

/** A list given as repeated or comma-separated query values: `types=Person,Country`; `%2C` inside one is a comma. */
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    (value === undefined ? [] : Array.isArray(value) ? value : [value])
      .flatMap((part) => part.split(','))
      .filter((part) => part !== '')
      .map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%')),
  );
/** Entities that a trace may pass on the way, at most. */
export const MOST_STOPS = 5;
const limit = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);

export const Health = {
  response: Counts.extend({ status: z.literal('ok'), version: z.string() }),
};

export const Schema = { response: SchemaSummary };

export const Search = {
  query: z.object({ q: z.string().trim().min(1).max(200), types: list, limit: limit(20, 100) }),
  response: SearchAnswer,
};

export const Graph = {
  query: z.object({ limit: limit(300, 2000) }),
  response: PartialScene,
};

/** The given entities and the relations among them: how a scene comes back from a URL. */
export const Entities = {
  body: z.object({ ids: z.array(EntityId).max(5000) }),
  response: EntitiesAnswer,
};

export const EntityDetail = { params: z.object({ id: EntityId }), response: EntityAnswer };

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
  response: PartialScene,
};

export const RelationEvidence = { params: z.object({ id: RelationId }), response: EvidenceAnswer };

export const Documents = { response: z.object({ documents: z.array(DocumentSummary) }) };

export const DocumentDetail = { params: z.object({ id: DocumentId }), response: DocumentAnswer };

/** Largest file sent, in bytes; smaller limits apply to what is plain text. */
export const maxUploadBytes = 20 * 1024 * 1024;

/** A file to read into the graph. It is judged by its content; `name` serves messages and as the last resort for a title. */
export const AddDocument = {
  body: z.object({
    /** What {@link Uploads} lists its progress under: the sender's choice. */
    key: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(255),
    content: z
      .string()
      .max(Math.ceil(maxUploadBytes / 3) * 4, 'a file may have 20 MB')
      .refine((text) => !/[^A-Za-z0-9+/=]/.test(text), 'not base64'),
  }),
  response: z.object({
    document: DocumentSummary,
    /** true where the graph held the document already: it was read again. */
    known: z.boolean(),
  }),
};

export const UploadStage = z.enum(['waiting', 'reading', 'extracting', 'storing']);
export type UploadStage = z.infer<typeof UploadStage>;

/** Files being read now, in their order. */
export const Uploads = {
  response: z.object({
    uploads: z.array(z.object({ key: z.string(), name: z.string(), stage: UploadStage })),
  }),
};

export const RemoveDocument = {
  params: z.object({ id: DocumentId }),
  response: z.object({ removed: DocumentId }),
};

/** A date, a year or a month, or nothing. */
export const Day = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'not a date such as 2022-09-14')
  .default('');

export const Paths = {
  query: z.object({
    from: EntityId,
    to: EntityId,
    /** Entities to pass on the way, in this order. */
    via: list.pipe(z.array(EntityId).max(MOST_STOPS)),
    limit: limit(5, 50),
    rank: PathRank.default('specific'),
    /** Relation types and documents that a step may be of; none means all. */
    types: list,
    documents: list,
    /** The least confidence of a step. */
    confidence: z.coerce.number().min(0).max(1).default(0),
    /** ISO dates, or years or months: steps that end before or begin after are left out. */
    after: Day,
    before: Day,
    /** `false` leaves out what no document says. */
    background: z
      .enum(['true', 'false'])
      .default('true')
      .transform((text) => text === 'true'),
  }),
  response: PathsAnswer,
};

export const Cypher = {
  body: z.object({
    query: z.string().trim().min(1).max(100_000),
    parameters: z.record(z.string(), Json).default({}),
  }),
  response: QueryAnswer,
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
  addDocument: { method: 'POST', path: '/api/documents', ...AddDocument },
  removeDocument: { method: 'DELETE', path: '/api/documents/:id', ...RemoveDocument },
  uploads: { method: 'GET', path: '/api/uploads', ...Uploads },
  paths: { method: 'GET', path: '/api/paths', ...Paths },
  cypher: { method: 'POST', path: '/api/cypher', ...Cypher },
} as const;

/** Files of the whole graph, streamed: `GET /api/export/<name>`. The CSV is a zip of the tables that Neo4j's importer reads. */
export const EXPORT_FILES = ['graph.jsonl', 'graph.graphml', 'graph.csv.zip', 'graph.cypher'] as const;
export const exportPath = (file: (typeof EXPORT_FILES)[number] | ':file') => `/api/export/${file}`;
