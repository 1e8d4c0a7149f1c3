/** What reading and loading whole graphs asks of Neo4j alone; `transfer-cypher.ts` has what both adapters run. */
import { OWN_INDEXES } from '../text-index.ts';
import { dropIndex, SCHEMA_LABEL } from './neo4j-cypher.ts';
import { STEP_LABEL } from './transfer-cypher.ts';

const OWN_MARKS = [SCHEMA_LABEL, STEP_LABEL];
const notMarks = (variable: string): string =>
  OWN_MARKS.map((label) => `NOT ${variable}:${label}`).join(' AND ');
const keyedLabel = (variable: string): string => `head([label IN $keyed WHERE label IN labels(${variable})])`;

/** Reading whole graphs. Marks of the product's own are not part of them, and have no relationships. */
export const EXPORT = {
  ownership: `
    RETURN EXISTS { MATCH (n) WHERE ${notMarks('n')} } AS used, EXISTS { MATCH (:${SCHEMA_LABEL}) } AS marked`,
  counts: `
    RETURN COUNT { MATCH (n) WHERE ${notMarks('n')} } AS nodes, COUNT { MATCH ()-->() } AS relationships`,
  nodes: `MATCH (n) WHERE ${notMarks('n')} RETURN n`,
  relationships: `
    MATCH (a)-[r]->(b)
    RETURN r, ${keyedLabel('a')} AS startLabel, a.id AS startId, ${keyedLabel('b')} AS endLabel, b.id AS endId`,
} as const;

export const UNMARK_SCHEMA = `MATCH (s:${SCHEMA_LABEL}) DELETE s`;
export const AWAIT_INDEXES = 'CALL db.awaitIndexes(600)';
/** Drops indexes that only searching needs: nodes go in faster without them. */
export const DROP_LATE_INDEXES: readonly string[] = [
  'threadline_entity_name',
  'threadline_claim_relation',
  'threadline_claim_document',
  'threadline_sentence_document',
  ...Object.values(OWN_INDEXES),
].map(dropIndex);
