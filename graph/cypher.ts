/**
 * Every Cypher text of the product. Right on Neo4j 5 and on the embedded engine alike. Values are always parameters;
 * labels and relationship types come from the ontology or the live schema, through `name` of `cypher-text.ts`.
 */
import { z } from 'zod';
import { type EntityCypher, entityCypher } from './cypher-entities.ts';
import { name } from './cypher-text.ts';
import { type Content, Json, OWN_LABELS } from './model.ts';
import type { NodeValue, RelationshipValue, WriteStatement } from './store.ts';
import { OWN_INDEXES } from './text-index.ts';

/** A reading statement with what goes in and what each row is. */
export interface Query<P, R> {
  readonly name: string;
  readonly mode: 'read';
  /** As it is for a database of ours. */
  readonly text: string;
  /** As it is for a database with this content. */
  textIn(content: Content): string;
  /** Asks of documents, sentences and claims, of which a foreign database has none, whatever its labels are called. */
  readonly ownOnly: boolean;
  readonly parameters: z.ZodType<P>;
  readonly row: z.ZodType<R>;
}

/** A writing statement with what goes in. */
export interface Command<P> {
  readonly name: string;
  readonly mode: 'write';
  readonly text: string;
  readonly parameters: z.ZodType<P>;
}

/** A command with its parameters, ready for {@link GraphStore.write}. */
export function statement<P extends { [key: string]: Json }>(
  command: Command<P>,
  parameters: P,
): WriteStatement {
  return { text: command.text, parameters };
}

const text = z.string();
const count = z.number().int();
const record = z.record(text, Json);
const ids = z.object({ ids: z.array(text) });
const one = z.object({ id: text });
const none = z.object({});

const node = z.custom<NodeValue>((value) => (value as NodeValue | null)?.kind === 'node', 'not a node');
const relationship = z.custom<RelationshipValue>(
  (value) => (value as RelationshipValue | null)?.kind === 'relationship',
  'not a relationship',
);

/** `cypher` as a function: the query asks of entities, which each kind of database tells in its own way. */
function query<P extends z.ZodType, R extends z.ZodRawShape>(
  queryName: string,
  cypher: string | ((entities: EntityCypher) => string),
  parameters: P,
  row: R,
): Query<z.infer<P>, z.infer<z.ZodObject<R>>> {
  const shape: unknown = z.object(row);
  const textIn = (content: Content) => (typeof cypher === 'string' ? cypher : cypher(entityCypher[content]));
  return {
    name: queryName,
    mode: 'read',
    text: textIn('ours'),
    textIn,
    ownOnly: typeof cypher === 'string',
    parameters: parameters as z.ZodType<z.infer<P>>,
    row: shape as z.ZodType<z.infer<z.ZodObject<R>>>,
  };
}

function command<P extends z.ZodType>(
  commandName: string,
  cypher: string,
  parameters: P,
): Command<z.infer<P>> {
  return {
    name: commandName,
    mode: 'write',
    text: cypher,
    parameters: parameters as z.ZodType<z.infer<P>>,
  };
}

// ── Overview ──

export const countNodes = (label: string) =>
  query(`count ${label}`, `MATCH (n:${name(label)}) RETURN count(n) AS count`, none, { count });

export const countEntities = query('count entities', ({ countEntities: text }) => text, none, { count });

export const countRelations = query('count relations', ({ countRelations: text }) => text, none, { count });

export const countByType = query(
  'entities by type',
  'MATCH (e:Entity) RETURN e.type AS type, count(e) AS count',
  none,
  { type: text.nullable(), count },
);

export const countByRelationType = query(
  'relations by type',
  'MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(r) AS count',
  none,
  { type: text, count },
);

/** How many nodes have each of some labels, in their order. */
export const countLabels = (labels: readonly string[]) =>
  query(
    'nodes by label',
    () => `RETURN [${labels.map((label) => `COUNT { (:${name(label)}) }`).join(', ')}] AS counts`,
    none,
    { counts: z.array(count) },
  );

/** How many relations there are of each of some types, in their order. */
export const countTypes = (types: readonly string[]) =>
  query(
    'relations by given types',
    (e) => `RETURN [${types.map((type) => e.ofType(type, name(type))).join(', ')}] AS counts`,
    none,
    { counts: z.array(count) },
  );

// ── Search ──

const searching = z.object({ words: z.array(text), types: z.array(text), narrowed: text });
const found = {
  id: text,
  name: text,
  aliases: z.array(text).nullable(),
  description: text.nullable(),
  degree: count,
};
const ofTypes = (entity: string) =>
  `(size($types) = 0 OR any(label IN labels(${entity}) WHERE label IN $types))`;

/** Entities whose own words hold all of the words, among those that `from` binds. */
const entitiesWithWords = (from: string, e: EntityCypher) =>
  `${from}
   WHERE all(word IN $words WHERE e.search CONTAINS word) AND ${ofTypes('e')}
   RETURN e.id AS id, e.name AS name, e.aliases AS aliases, e.description AS description, ${e.degree('e')} AS degree`;

export const searchEntities = query(
  'search entities',
  (e) => entitiesWithWords('MATCH (e:Entity)', e),
  searching,
  found,
);

/** The same, narrowed down by the store's full-text index. */
export const searchEntityIndex = query(
  'search entities by index',
  (e) => entitiesWithWords(`${candidates(OWN_INDEXES.entities, 'e')} WITH e`, e),
  searching,
  found,
);

/** Entities named in sentences that hold all of the words, with the first of these sentences. */
const entitiesInSentences = (from: string, e: EntityCypher) =>
  `${from}
   WHERE all(word IN $words WHERE s.search CONTAINS word)
   MATCH (s)-[:MENTIONS]->(e:Entity)
   WHERE ${ofTypes('e')}
   WITH e.id AS id, min(s.id) AS sentence
   MATCH (e:Entity {id: id})
   MATCH (s:Sentence {id: sentence})
   RETURN id, s.text AS text, ${e.degree('e')} AS degree`;

export const searchSentences = query(
  'search sentences',
  (e) => entitiesInSentences('MATCH (s:Sentence)', e),
  searching,
  { id: text, text, degree: count },
);

export const searchSentenceIndex = query(
  'search sentences by index',
  (e) => entitiesInSentences(`${candidates(OWN_INDEXES.sentences, 's')} WITH s`, e),
  searching,
  { id: text, text, degree: count },
);

function candidates(index: string, variable: string): string {
  return `CALL db.index.fulltext.queryNodes('${index}', $narrowed) YIELD node AS ${variable}`;
}

/** What somebody's own full-text index finds. */
export const askTextIndex = query(
  'ask a full-text index',
  (e) => `CALL db.index.fulltext.queryNodes($index, $question) YIELD node AS n
   WITH n WHERE ${ofTypes('n')}
   WITH n LIMIT $most
   RETURN n AS entity, ${e.degree('n')} AS degree`,
  z.object({ index: text, question: text, types: z.array(text), most: count }),
  { entity: node, degree: count },
);

/** Nodes of a label with a property that begins in one of some ways. */
export const askPropertyIndex = (label: string, property: string) =>
  query(
    'ask an index on a property',
    (e) => `UNWIND $beginnings AS beginning
     MATCH (n:${name(label)}) WHERE n.${name(property)} STARTS WITH beginning AND ${ofTypes('n')}
     WITH DISTINCT n LIMIT $most
     RETURN n AS entity, ${e.degree('n')} AS degree`,
    z.object({ beginnings: z.array(text), types: z.array(text), most: count }),
    { entity: node, degree: count },
  );

const scanning = z.object({ words: z.array(text), types: z.array(text), scan: count, most: count });

/**
 * Nodes that are not ours, among the first of them or of a label, whose properties hold all of the words: in small
 * letters, or as regular expressions.
 */
export const searchNodes = (label: string | null, words: 'plain' | 'patterns') =>
  query(
    `search nodes by ${words}`,
    (e) => `MATCH ${e.other('n')}${label === null ? '' : ` WHERE n:${name(label)}`}
     WITH n LIMIT $scan
     WHERE ${ofTypes('n')} AND all(word IN $words WHERE any(key IN keys(n) WHERE ${
       words === 'plain' ? 'toLower(toStringOrNull(n[key])) CONTAINS word' : 'toStringOrNull(n[key]) =~ word'
     }))
     WITH n LIMIT $most
     RETURN n AS entity, ${e.degree('n')} AS degree`,
    scanning,
    { entity: node, degree: count },
  );

// ── Scenes ──

export const entitiesByIds = query(
  'entities by id',
  (e) => `UNWIND $ids AS id ${e.byId('e', 'id')} RETURN e AS entity, ${e.degree('e')} AS degree`,
  ids,
  { entity: node, degree: count },
);

export const degreesByIds = query(
  'degrees by id',
  (e) => `UNWIND $ids AS id ${e.byId('e', 'id')} RETURN ${e.idOf('e')} AS id, ${e.degree('e')} AS degree`,
  ids,
  { id: text, degree: count },
);

export const relationsAmong = query(
  'relations among entities',
  (e) => `UNWIND $ids AS id
   ${e.from('a', 'id')}-[r]->${e.node('b')}
   WHERE ${e.idOf('b')} IN $ids
   RETURN r AS relation`,
  ids,
  { relation: relationship },
);

/** The relations that begin at some entities and end at others. */
export const relationsOut = query(
  'relations out of entities',
  (e) => `UNWIND $from AS id
   ${e.from('a', 'id')}-[r]->${e.node('b')}
   WHERE ${e.idOf('b')} IN $to
   RETURN r AS relation`,
  z.object({ from: z.array(text), to: z.array(text) }),
  { relation: relationship },
);

/** The same, read from where they end. */
export const relationsInto = query(
  'relations into entities',
  (e) => `UNWIND $to AS id
   ${e.from('b', 'id')}<-[r]-${e.node('a')}
   WHERE ${e.idOf('a')} IN $from
   RETURN r AS relation`,
  z.object({ from: z.array(text), to: z.array(text) }),
  { relation: relationship },
);

/** The relations among entities, pair by pair: for few that have very many relations. */
export const relationsBetweenAll = query(
  'relations between hubs',
  (e) => `UNWIND $ids AS one
   ${e.byId('a', 'one')}
   WITH a UNWIND $ids AS other
   ${e.byId('b', 'other')}
   MATCH (a)-[r]->(b)
   RETURN r AS relation`,
  ids,
  { relation: relationship },
);

/** The first relations of a type, as the engine has them, with the degrees of their ends. */
export const firstLinks = (type: string) =>
  query(
    'first relations of a type',
    (e) => `MATCH ${e.node('a')}-[r:${name(type)}]->${e.node('b')}
     WITH a, b LIMIT $limit
     RETURN ${e.idOf('a')} AS subject, ${e.degree('a')} AS ofSubject,
            ${e.idOf('b')} AS object, ${e.degree('b')} AS ofObject`,
    z.object({ limit: count }),
    { subject: text, ofSubject: count, object: text, ofObject: count },
  );

/** The first entities, as the engine has them. */
export const firstEntities = query(
  'first entities',
  (e) => `MATCH ${e.node('e')}
   WITH e LIMIT $limit
   RETURN ${e.idOf('e')} AS id, ${e.degree('e')} AS degree`,
  z.object({ limit: count }),
  { id: text, degree: count },
);

export const bestConnected = query(
  'best connected entities',
  (e) => `MATCH ${e.node('e')}
   WITH ${e.idOf('e')} AS id, ${e.degree('e')} AS degree
   ORDER BY degree DESC, id
   LIMIT $limit
   RETURN id, degree`,
  z.object({ limit: count }),
  { id: text, degree: count },
);

/** Ends of the relations among entities, without the relations' own data. */
export const linksAmong = query(
  'links among entities',
  (e) => `UNWIND $ids AS id
   ${e.from('a', 'id')}-[r]->${e.node('b')}
   WHERE ${e.idOf('b')} IN $ids
   RETURN ${e.idOf('a')} AS subject, ${e.idOf('b')} AS object`,
  ids,
  { subject: text, object: text },
);

/** Neighbours of an entity, once for each of its first relations to them. `out`: the entity is the subject. */
export const neighbourLinks = query(
  'neighbours',
  (e) => `${e.from('e', '$id')}-[r]-${e.node('n')}
   WHERE size($types) = 0 OR type(r) IN $types
   ${e.first('r, n', '$limit')}
   RETURN ${e.idOf('n')} AS id, ${e.idOf('startNode(r)')} = $id AS out, ${e.symmetric('r')} AS symmetric,
          ${e.degree('n')} AS degree`,
  z.object({ id: text, types: z.array(text), limit: count }),
  { id: text, out: z.boolean(), symmetric: z.boolean(), degree: count },
);

export const entityExists = query(
  'entity exists',
  (e) => `${e.byId('e', '$id')} RETURN ${e.idOf('e')} AS id`,
  one,
  { id: text },
);

// ── One entity, one relation ──

export const degreesOut = query(
  'degrees out',
  (e) => `${e.from('e', '$id')}-[r]->${e.node()}
   RETURN type(r) AS type, ${e.symmetric('r')} AS symmetric, count(r) AS count`,
  one,
  { type: text, symmetric: z.boolean(), count },
);

export const degreesIn = query(
  'degrees in',
  (e) => `${e.from('e', '$id')}<-[r]-${e.node()}
   RETURN type(r) AS type, ${e.symmetric('r')} AS symmetric, count(r) AS count`,
  one,
  { type: text, symmetric: z.boolean(), count },
);

export const entityMentions = query(
  'mentions of an entity',
  `MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(s:Sentence)
   RETURN s AS sentence, m.kind AS kind, m.start AS startsAt, m.end AS endsAt, m.text AS text`,
  one,
  { sentence: node, kind: text, startsAt: count, endsAt: count, text },
);

/** What a document is known by. */
const referenceColumns = `d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.url AS url,
          d.language AS language`;
const reference = {
  id: text,
  title: text,
  publisher: text.nullable(),
  published: text.nullable(),
  url: text.nullable(),
  language: text,
};

/** A document without its text, with the counts of what was read in it. */
const summaryColumns = `${referenceColumns}, d.characters AS characters,
          COUNT { (d)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
          COUNT { (d)-[:HAS_SENTENCE]->(:Sentence)<-[:EVIDENCE]-(:Claim) } AS claims`;
const summary = { ...reference, characters: count, sentences: count, claims: count };

export const entityDocuments = query(
  'documents of an entity',
  `MATCH (e:Entity {id: $id})<-[:NAMES]-(d:Document) RETURN ${summaryColumns}`,
  one,
  summary,
);

/** A relation that has claims, found through one of them. */
export const relationOfClaims = query(
  'relation by its claims',
  `MATCH (c:Claim {relation: $id})
   WITH c.subject AS id LIMIT 1
   MATCH (a:Entity {id: id})-[r]-(b:Entity)
   WHERE r.id = $id
   RETURN r AS relation`,
  one,
  { relation: relationship },
);

export const relationById = query('relation by id', (e) => `${e.relation('$id')} RETURN r AS relation`, one, {
  relation: relationship,
});

/** Claims of relations with the sentence each stands in and its document. */
export const claimsOfRelations = query(
  'claims of relations',
  `UNWIND $ids AS id
   MATCH (c:Claim {relation: id})-[:EVIDENCE]->(s:Sentence)
   MATCH (d:Document {id: c.document})
   RETURN id AS relation, c AS claim, s AS sentence, ${referenceColumns}`,
  ids,
  { relation: text, claim: node, sentence: node, ...reference },
);

// ── Documents ──

export const allDocuments = query('documents', `MATCH (d:Document) RETURN ${summaryColumns}`, none, summary);

export const documentById = query('document', 'MATCH (d:Document {id: $id}) RETURN d AS document', one, {
  document: node,
});

export const documentSentences = query(
  'sentences of a document',
  'MATCH (s:Sentence {document: $id}) RETURN s AS sentence',
  one,
  { sentence: node },
);

export const documentMentions = query(
  'mentions of a document',
  `MATCH (s:Sentence {document: $id})-[m:MENTIONS]->(e:Entity)
   RETURN s.id AS sentence, e.id AS entity, m.kind AS kind, m.start AS startsAt, m.end AS endsAt, m.text AS text`,
  one,
  { sentence: text, entity: text, kind: text, startsAt: count, endsAt: count, text },
);

export const documentClaims = query(
  'claims of a document',
  'MATCH (c:Claim {document: $id}) RETURN c AS claim',
  one,
  { claim: node },
);

export const documentEntities = query(
  'entities of a document',
  'MATCH (d:Document {id: $id})-[n:NAMES]->(e:Entity) RETURN e AS entity, n.version AS version',
  one,
  { entity: node, version: text },
);

// ── Paths ──

export const entityIds = query(
  'ids of entities',
  (e) => `MATCH ${e.node('e')} RETURN collect(${e.idOf('e')}) AS ids`,
  none,
  { ids: z.array(text) },
);

/** Which relations a trace may go along; empty lists and texts, and 0, leave all in. */
const linkFilter = {
  types: z.array(text),
  documents: z.array(text),
  confidence: z.number(),
  after: text,
  before: text,
  background: z.boolean(),
};

/** A relation without dates is in no span of time. Dates may be years or months: `~` comes after all that may follow. */
const passesFilter = (e: EntityCypher) => `(size($types) = 0 OR type(r) IN $types)
     AND (size($documents) = 0 OR any(document IN ${e.own('r.documents')} WHERE document IN $documents))
     AND ($confidence = 0 OR ${e.own('r.confidence')} >= $confidence)
     AND ($after = '' OR ${e.own('r.lastDate')} + '~' >= $after)
     AND ($before = '' OR ${e.own('r.firstDate')} <= $before)
     AND ($background OR coalesce(${e.own('r.origin')}, '') <> 'gazetteer')`;

/**
 * The drawn relations that begin at some entities, one row an entity. `strengths` weigh their evidence: 4 for claims,
 * 2 for what is not denied, and the confidence.
 */
export const linksOf = query(
  'links of entities',
  (e) => `UNWIND $ids AS id
   ${e.from('a', 'id')}-[r]->${e.node('b')}
   WHERE ${passesFilter(e)}
   RETURN id AS subject, collect(${e.idOf('b')}) AS objects,
          collect(CASE WHEN ${e.own('r.claimCount')} > 0 THEN 4.0 ELSE 0.0 END
                  + CASE WHEN ${e.own('r.polarity')} = '-' THEN 0.0 ELSE 2.0 END
                  + coalesce(${e.own('r.confidence')}, 0.0)) AS strengths`,
  z.object({ ids: z.array(text), ...linkFilter }),
  { subject: text, objects: z.array(text), strengths: z.array(z.number()) },
);

/** The relations between the two entities of pairs, in either direction. */
export const relationsBetween = query(
  'relations between pairs in either direction',
  (e) => `UNWIND $pairs AS pair
   ${e.pair('pair.one', 'pair.other')}
   WITH r WHERE ${passesFilter(e)}
   RETURN r AS relation`,
  z.object({ pairs: z.array(z.object({ one: text, other: text })), ...linkFilter }),
  { relation: relationship },
);

export const relationsByEnds = query(
  'relations between pairs',
  (e) => `UNWIND $pairs AS pair
   ${e.relationBetween('pair.subject', 'pair.object', 'pair.id')}
   RETURN r AS relation`,
  z.object({ pairs: z.array(z.object({ id: text, subject: text, object: text })) }),
  { relation: relationship },
);

/** Entities that stand in a sentence with the given one, and in how many. */
export const namedTogether = query(
  'entities named together',
  `MATCH (e:Entity {id: $id})<-[:MENTIONS]-(s:Sentence)-[:MENTIONS]->(o:Entity)
   WHERE o.id <> $id
   RETURN o.id AS id, count(DISTINCT s) AS count`,
  one,
  { id: text, count },
);

/** Entities that stand in a document with the given one, and in how many. */
export const documentedTogether = query(
  'entities of the same documents',
  `MATCH (e:Entity {id: $id})<-[:NAMES]-(d:Document)-[:NAMES]->(o:Entity)
   WHERE o.id <> $id
   RETURN o.id AS id, count(DISTINCT d) AS count`,
  one,
  { id: text, count },
);

/** Degrees of nodes of any label of ours that is not drawn by the projection. */
export const degreesOfLabel = (label: string) =>
  query(
    `degrees of ${label}`,
    `UNWIND $ids AS id MATCH (n:${name(label)} {id: id}) RETURN n.id AS id, COUNT { (n)--() } AS degree`,
    ids,
    { id: text, degree: count },
  );

// ── What loading reads ──

/** What other documents say of entities: their versions, each once. */
export const otherVersions = query(
  'versions of entities in other documents',
  `UNWIND $ids AS id
   MATCH (e:Entity {id: id})<-[n:NAMES]-(d:Document)
   WHERE d.id <> $document
   RETURN DISTINCT e.id AS id, n.version AS version`,
  z.object({ ids: z.array(text), document: text }),
  { id: text, version: text },
);

export const storedEntities = query(
  'stored entities',
  'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e AS entity',
  ids,
  { entity: node },
);

/** Claims of relations with the day their document was published. */
export const claimsForProjection = query(
  'claims for the projection',
  `UNWIND $ids AS id
   MATCH (c:Claim {relation: id})
   MATCH (d:Document {id: c.document})
   RETURN c AS claim, d.published AS published`,
  ids,
  { claim: node, published: text.nullable() },
);

/** Background relations that a document brought. */
export const backgroundOfDocument = query(
  'background of a document',
  `MATCH (d:Document {id: $id})-[:NAMES]->(a:Entity)
   MATCH (a)-[r]->(b:Entity)
   WHERE $id IN r.backgroundDocuments
   RETURN DISTINCT r AS relation`,
  one,
  { relation: relationship },
);

// ── What loading writes ──

const rows = z.object({ rows: z.array(record) });

/** Creates or replaces nodes by id; `labels` are all labels they get. */
export const putNodes = (labels: readonly string[]) => {
  const [key = 'Entity', ...more] = labels;
  const further = more.length > 0 ? ` SET n${more.map((label) => `:${name(label)}`).join('')}` : '';
  return command(
    `put ${labels.join(', ')}`,
    `UNWIND $rows AS row MERGE (n:${name(key)} {id: row.id}) SET n = row.properties${further}`,
    rows,
  );
};

export const dropLabel = (label: string) =>
  command(`drop label ${label}`, `UNWIND $ids AS id MATCH (n:Entity {id: id}) REMOVE n:${name(label)}`, ids);

export const linkSentences = command(
  'link sentences',
  `UNWIND $rows AS row
   MATCH (d:Document {id: row.document})
   MATCH (s:Sentence {id: row.sentence})
   MERGE (d)-[:HAS_SENTENCE]->(s)`,
  rows,
);

export const putNames = command(
  'put names',
  `UNWIND $rows AS row
   MATCH (d:Document {id: row.document})
   MATCH (e:Entity {id: row.entity})
   MERGE (d)-[n:NAMES]->(e)
   SET n.version = row.version`,
  rows,
);

export const putMentions = command(
  'put mentions',
  `UNWIND $rows AS row
   MATCH (s:Sentence {id: row.sentence})
   MATCH (e:Entity {id: row.entity})
   MERGE (s)-[m:MENTIONS {start: row.start, end: row.end}]->(e)
   SET m.kind = row.kind, m.text = row.text`,
  rows,
);

export const linkClaims = command(
  'link claims',
  `UNWIND $rows AS row
   MATCH (c:Claim {id: row.id})
   MATCH (s:Sentence {id: row.sentence})
   MATCH (a:Entity {id: row.subject})
   MATCH (b:Entity {id: row.object})
   MERGE (c)-[:EVIDENCE]->(s)
   MERGE (c)-[:SUBJECT]->(a)
   MERGE (c)-[:OBJECT]->(b)`,
  rows,
);

export const linkSpeakers = command(
  'link speakers',
  `UNWIND $rows AS row
   MATCH (c:Claim {id: row.claim})
   MATCH (e:Entity {id: row.speaker})
   MERGE (c)-[:SAID_BY]->(e)`,
  rows,
);

export const putRelations = (type: string) =>
  command(
    `put relations ${type}`,
    `UNWIND $rows AS row
     MATCH (a:Entity {id: row.subject})
     MATCH (b:Entity {id: row.object})
     MERGE (a)-[r:${name(type)} {id: row.id}]->(b)
     SET r = row.properties`,
    rows,
  );

export const dropRelations = (type: string) =>
  command(
    `drop relations ${type}`,
    `UNWIND $rows AS row
     MATCH (a:Entity {id: row.subject})-[r:${name(type)} {id: row.id}]->(b:Entity {id: row.object})
     DELETE r`,
    rows,
  );

/** Nodes of a label with all their relationships. */
export const dropNodes = (label: string) =>
  command(`drop ${label}`, `UNWIND $ids AS id MATCH (n:${name(label)} {id: id}) DETACH DELETE n`, ids);

export const dropMentions = command(
  'drop mentions',
  'MATCH (s:Sentence {document: $id})-[m:MENTIONS]->() DELETE m',
  one,
);

export const dropNames = command(
  'drop names',
  `UNWIND $ids AS id
   MATCH (d:Document {id: $document})-[n:NAMES]->(e:Entity {id: id})
   DELETE n`,
  z.object({ ids: z.array(text), document: text }),
);

/** Nodes of ours by id, one query for each label that has an index on it. */
export const nodesByIds = OWN_LABELS.map((label) =>
  query(
    `nodes :${label} by id`,
    `UNWIND $ids AS id MATCH (n:${name(label)} {id: id}) RETURN n AS node`,
    ids,
    { node },
  ),
);

/** What nodes are found by. A constraint alone makes loading quadratic on the embedded engine, so there is an index too. */
export const embeddedIndexes: readonly string[] = [
  ...OWN_LABELS.flatMap((label) => [
    `CREATE INDEX ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
    `CREATE CONSTRAINT ${label.toLowerCase()}_id_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ]),
  'CREATE INDEX claim_relation IF NOT EXISTS FOR (n:Claim) ON (n.relation)',
  'CREATE INDEX claim_document IF NOT EXISTS FOR (n:Claim) ON (n.document)',
  'CREATE INDEX sentence_document IF NOT EXISTS FOR (n:Sentence) ON (n.document)',
];
