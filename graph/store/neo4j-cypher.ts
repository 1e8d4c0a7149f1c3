/**
 * What the adapter itself asks of Neo4j: its schema, whose database it is, and which nodes stand behind ids.
 * The product's own queries are in `graph/cypher.ts`; nothing here is visible above the adapter.
 */

/** Raised whenever {@link SCHEMA} changes in a way that older data does not fit. */
export const SCHEMA_VERSION = 1;

/** The label of the one node that says whose database this is. */
export const SCHEMA_LABEL = 'ThreadlineSchema';

const KEYED = ['Entity', 'Document', 'Sentence', 'Claim'];

/** Constraints and indexes of Neo4j Community; each statement changes nothing when it has been run before. */
export const SCHEMA: readonly string[] = [
  ...[...KEYED, SCHEMA_LABEL].map(
    (label) =>
      `CREATE CONSTRAINT threadline_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  'CREATE INDEX threadline_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)',
  'CREATE INDEX threadline_claim_relation IF NOT EXISTS FOR (n:Claim) ON (n.relation)',
  'CREATE INDEX threadline_claim_document IF NOT EXISTS FOR (n:Claim) ON (n.document)',
  'CREATE INDEX threadline_sentence_document IF NOT EXISTS FOR (n:Sentence) ON (n.document)',
  // The analyser `cjk` indexes pairs of CJK characters, so that 天間 finds 普天間飛行場; it folds Latin words to lower case.
  fullText('threadline_entity_text', 'Entity', ['name', 'aliases', 'description']),
  fullText('threadline_sentence_text', 'Sentence', ['text']),
];

function fullText(name: string, label: string, properties: readonly string[]): string {
  const each = properties.map((property) => `n.${property}`).join(', ');
  const options = "{indexConfig: {`fulltext.analyzer`: 'cjk'}}";
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [${each}] OPTIONS ${options}`;
}

export const MARK_SCHEMA = `MERGE (s:${SCHEMA_LABEL} {id: 'schema'}) SET s.version = $version`;

export const DATABASE_STATE = `
  RETURN COLLECT { MATCH (s:${SCHEMA_LABEL}) RETURN s.version } AS versions,
         EXISTS { MATCH (n) WHERE NOT n:${SCHEMA_LABEL} } AS used`;

export const NAMES = {
  labels: 'CALL db.labels() YIELD label RETURN collect(label) AS names',
  relationshipTypes:
    'CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS names',
  propertyKeys: 'CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS names',
} as const;

/** The keys of nodes by the engine's ids. */
export const NODE_KEYS = `
  MATCH (n) WHERE elementId(n) IN $elementIds
  RETURN elementId(n) AS elementId, labels(n) AS labels, n.id AS id`;

/** Nodes by our ids, through their indexes, and by the engine's. */
export const NODES_BY_ID = [
  ...KEYED.map((label) => `MATCH (n:${label}) WHERE n.id IN $ids RETURN n`),
  'MATCH (n) WHERE elementId(n) IN $elementIds RETURN n',
].join(' UNION ');
