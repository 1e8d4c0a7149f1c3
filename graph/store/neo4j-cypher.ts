/**
 * What the adapter itself asks of Neo4j: its schema, whose database it is, and which nodes stand behind ids.
 * The product's own queries are in `graph/cypher/`; nothing here is visible above the adapter.
 */
import { OWN_LABELS } from '../model.ts';
import { OWN_INDEXES } from '../text-index.ts';

/** Raised whenever {@link SCHEMA} changes in a way that older data does not fit. */
export const SCHEMA_VERSION = 1;

/** The label of the one node that says whose database this is. */
export const SCHEMA_LABEL = 'ThreadlineSchema';

/** Constraints and indexes of Neo4j Community, by name; each statement changes nothing when it has been run before. */
export const SCHEMA: ReadonlyMap<string, string> = new Map([
  ...[...OWN_LABELS, SCHEMA_LABEL].map((label) => unique(`threadline_${label.toLowerCase()}_id`, label)),
  range('threadline_entity_name', 'Entity', 'name'),
  range('threadline_claim_relation', 'Claim', 'relation'),
  range('threadline_claim_document', 'Claim', 'document'),
  range('threadline_sentence_document', 'Sentence', 'document'),
  // The analyser `cjk` indexes pairs of CJK characters, so that 天間 finds 普天間飛行場; it folds Latin words to lower case.
  fullText(OWN_INDEXES.entities, 'Entity', 'search'),
  fullText(OWN_INDEXES.sentences, 'Sentence', 'search'),
]);

/** Indexes of earlier versions: they were over the words as they are written; what is searched is folded. */
const FORMER_INDEXES = ['threadline_entity_text', 'threadline_sentence_text'];

/** The names of all indexes, those of constraints among them. */
export const INDEX_NAMES = 'SHOW INDEXES YIELD name RETURN collect(name) AS names';

export const dropIndex = (index: string): string => `DROP INDEX ${index} IF EXISTS`;

/** What makes the schema of a database that has indexes of these names. */
export function schemaChanges(names: ReadonlySet<string>): string[] {
  const former = FORMER_INDEXES.filter((index) => names.has(index)).map(dropIndex);
  return [...former, ...[...SCHEMA].filter(([index]) => !names.has(index)).map(([, text]) => text)];
}

type Named = readonly [name: string, text: string];

function unique(name: string, label: string): Named {
  return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`];
}

function range(name: string, label: string, property: string): Named {
  return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`];
}

function fullText(name: string, label: string, property: string): Named {
  const options = "{indexConfig: {`fulltext.analyzer`: 'cjk'}}";
  return [
    name,
    `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.${property}] OPTIONS ${options}`,
  ];
}

export const MARK_SCHEMA = `MERGE (s:${SCHEMA_LABEL} {id: 'schema'}) SET s.version = $version`;

/** The same as statements without parameters, for a script that makes a database of ours. */
export const SCHEMA_SCRIPT: readonly string[] = [
  ...SCHEMA.values(),
  MARK_SCHEMA.replace('$version', String(SCHEMA_VERSION)),
];

/** Notes that a typed statement has written: what it made need not carry what our own nodes and relations carry. */
export const MARK_EDITED = `MATCH (s:${SCHEMA_LABEL} {id: 'schema'}) SET s.edited = true`;

/** Whose database it is: our mark, and how many nodes are not ours, both from the engine's statistics. */
export const DATABASE_STATE = `
  RETURN COLLECT { MATCH (s:${SCHEMA_LABEL}) RETURN s.version } AS versions,
         EXISTS { MATCH (s:${SCHEMA_LABEL}) WHERE s.edited } AS edited,
         COUNT { (n) } - COUNT { (:${SCHEMA_LABEL}) } AS used,
         ${OWN_LABELS.map((label) => `COUNT { (:${label}) }`).join(' + ')} AS own`;

/** Which of our labels the nodes of a database have. */
export const LABELS_IN_USE = OWN_LABELS.map(
  (label) => `MATCH (n:${label}) WITH n LIMIT 1 RETURN '${label}' AS label`,
).join(' UNION ');

export const NAMES = {
  labels: 'CALL db.labels() YIELD label RETURN collect(label) AS names',
  relationshipTypes:
    'CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS names',
  propertyKeys: 'CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS names',
} as const;

/** For what comes with an answer. */
export const NOTHING = 'RETURN 1 AS one';

/** Indexes over nodes that can be asked now for words, or for how one property begins. */
export const TEXT_INDEXES = `
  SHOW INDEXES YIELD name, type, entityType, state, labelsOrTypes, properties
  WHERE entityType = 'NODE' AND state = 'ONLINE'
    AND (type = 'FULLTEXT' OR (type IN ['RANGE', 'TEXT'] AND size(properties) = 1))
  RETURN CASE type WHEN 'FULLTEXT' THEN 'fulltext' ELSE 'property' END AS kind,
         name, labelsOrTypes AS labels, properties ORDER BY name`;

/** The keys of nodes by the engine's ids. */
export const NODE_KEYS = `
  MATCH (n) WHERE elementId(n) IN $elementIds
  RETURN elementId(n) AS elementId, labels(n) AS labels, n.id AS id`;

/** Nodes by our ids, through their indexes, and by the engine's. */
export const NODES_BY_ID = [
  ...OWN_LABELS.map((label) => `MATCH (n:${label}) WHERE n.id IN $ids RETURN n`),
  'MATCH (n) WHERE elementId(n) IN $ids RETURN n',
].join(' UNION ');

/** Nodes of a database that is not ours. */
export const NODES_BY_ELEMENT_ID = 'MATCH (n) WHERE elementId(n) IN $ids RETURN n';
