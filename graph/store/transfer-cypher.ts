/** Cypher of moving whole graphs, for both adapters: what an import writes, and what it keeps for itself meanwhile. */
import { name } from '../cypher-text.ts';

/** The one label of the nodes that say which steps of an unfinished import are in. */
export const STEP_LABEL = 'ThreadlineStep';
/** Label and property by which an import finds nodes that have no id of ours; both are gone when it is done. */
export const IMPORT_LABEL = 'ThreadlineImport';
export const IMPORT_KEY = 'threadlineKey';
/** The id of the step that begins an import. */
export const BEGIN = 'begin';
/** Nodes that are cleaned up in one transaction. */
export const CLEANING = 10_000;

const labelled = (labels: readonly string[]): string => labels.map((label) => `:${name(label)}`).join('');

/** Rows of `properties`, and where nodes are found by the import's own key, `key`. */
export const createNodes = (labels: readonly string[], keyed: boolean): string =>
  keyed
    ? `UNWIND $rows AS row CREATE (n${labelled([...labels, IMPORT_LABEL])}) SET n = row.properties SET n.${IMPORT_KEY} = row.key RETURN count(n) AS count`
    : `UNWIND $rows AS row CREATE (n${labelled(labels)}) SET n = row.properties RETURN count(n) AS count`;

/** Rows of `id` and `properties`; `key` is the label whose ids are unique. */
export const mergeNodes = (key: string, labels: readonly string[]): string =>
  `UNWIND $rows AS row MERGE (n:${name(key)} {id: row.id}) SET n = row.properties SET n${labelled([key, ...labels])} RETURN count(n) AS count`;

/** A label of ours, found by `id`; undefined: the import's own label and key. */
type End = string | undefined;

const matchEnds = (start: End, end: End): string =>
  (
    [
      ['a', start, 'start'],
      ['b', end, 'end'],
    ] as const
  )
    .map(([variable, label, field]) =>
      label === undefined
        ? `MATCH (${variable}:${IMPORT_LABEL} {${IMPORT_KEY}: row.${field}})`
        : `MATCH (${variable}:${name(label)} {id: row.${field}})`,
    )
    .join(' ');

/** Rows of `start`, `end` and `properties`. */
export const createRelationships = (type: string, start: End, end: End): string =>
  `UNWIND $rows AS row ${matchEnds(start, end)} CREATE (a)-[r:${name(type)}]->(b) SET r = row.properties RETURN count(r) AS count`;

/** Rows as above; `identity`: the properties that tell relationships of this type between the same nodes apart. */
export function mergeRelationships(type: string, start: End, end: End, identity: readonly string[]): string {
  const told = identity.map((key) => `${name(key)}: row.properties.${name(key)}`).join(', ');
  const merged = `[r:${name(type)}${told === '' ? '' : ` {${told}}`}]`;
  return `UNWIND $rows AS row ${matchEnds(start, end)} MERGE (a)-${merged}->(b) SET r = row.properties RETURN count(r) AS count`;
}

export const MARK_STEP = `CREATE (s:${STEP_LABEL} {id: $id}) SET s.file = $file, s.plan = $plan RETURN count(s) AS count`;
export const STEPS = `MATCH (s:${STEP_LABEL}) RETURN s.id AS id, s.file AS file, s.plan AS plan`;
export const FORGET_STEPS = `MATCH (s:${STEP_LABEL}) WITH s LIMIT ${CLEANING} DELETE s RETURN count(s) AS count`;
export const FORGET_KEYS = `MATCH (n:${IMPORT_LABEL}) WITH n LIMIT ${CLEANING} REMOVE n.${IMPORT_KEY} REMOVE n:${IMPORT_LABEL} RETURN count(n) AS count`;
export const COUNT_KEYS = `MATCH (n:${IMPORT_LABEL}) RETURN count(n) AS count`;

export const IMPORT_CONSTRAINTS = [
  `CREATE CONSTRAINT threadline_step IF NOT EXISTS FOR (n:${STEP_LABEL}) REQUIRE n.id IS UNIQUE`,
  `CREATE CONSTRAINT threadline_import IF NOT EXISTS FOR (n:${IMPORT_LABEL}) REQUIRE n.${IMPORT_KEY} IS UNIQUE`,
] as const;
export const DROP_IMPORT_CONSTRAINTS = [
  'DROP CONSTRAINT threadline_step IF EXISTS',
  'DROP CONSTRAINT threadline_import IF EXISTS',
] as const;
