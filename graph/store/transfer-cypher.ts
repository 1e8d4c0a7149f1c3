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

/** Where the properties of rows that are lists stand. */
export interface Columns {
  /** Those that follow the key or the ends in a row, in order; null for none. */
  readonly varying: readonly string[];
  /** Those that are the same in all rows: their values are the parameter `same`. */
  readonly same: readonly string[];
}

/** `{a: row[2], b: $same[0]}`: each property from its place, in a row behind what stands before the properties. */
const fromColumns = ({ varying, same }: Columns, before: number): string => {
  const places = [
    ...varying.map((column, index) => `${name(column)}: row[${before + index}]`),
    ...same.map((column, index) => `${name(column)}: $same[${index}]`),
  ];
  return `{${places.join(', ')}}`;
};

/**
 * Rows of `properties`, and where nodes are found by the import's own key, `key`. With `columns` rows are lists: the
 * key, if any, then properties.
 */
export function createNodes(labels: readonly string[], keyed: boolean, columns?: Columns): string {
  const all = labelled(keyed ? [...labels, IMPORT_LABEL] : labels);
  const named = columns === undefined ? '' : ` ${fromColumns(columns, keyed ? 1 : 0)}`;
  const set = columns === undefined ? ' SET n = row.properties' : '';
  const key = keyed ? ` SET n.${IMPORT_KEY} = ${columns === undefined ? 'row.key' : 'row[0]'}` : '';
  return `UNWIND $rows AS row CREATE (n${all}${named})${set}${key} RETURN count(n) AS count`;
}

/** Rows of `id` and `properties`; `key` is the label whose ids are unique. */
export const mergeNodes = (key: string, labels: readonly string[]): string =>
  `UNWIND $rows AS row MERGE (n:${name(key)} {id: row.id}) SET n = row.properties SET n${labelled([key, ...labels])} RETURN count(n) AS count`;

/** A label of ours, found by `id`; undefined: the import's own label and key. */
type End = string | undefined;

const matchEnds = (start: End, end: End, [from, to] = ['row.start', 'row.end']): string =>
  (
    [
      ['a', start, from],
      ['b', end, to],
    ] as const
  )
    .map(([variable, label, id]) =>
      label === undefined
        ? `MATCH (${variable}:${IMPORT_LABEL} {${IMPORT_KEY}: ${id}})`
        : `MATCH (${variable}:${name(label)} {id: ${id}})`,
    )
    .join(' ');

/** Rows of `start`, `end` and `properties`; with `columns` lists, as in {@link createNodes}. */
export function createRelationships(type: string, start: End, end: End, columns?: Columns): string {
  if (columns === undefined) {
    return `UNWIND $rows AS row ${matchEnds(start, end)} CREATE (a)-[r:${name(type)}]->(b) SET r = row.properties RETURN count(r) AS count`;
  }
  const ends = matchEnds(start, end, ['row[0]', 'row[1]']);
  return `UNWIND $rows AS row ${ends} CREATE (a)-[r:${name(type)} ${fromColumns(columns, 2)}]->(b) RETURN count(r) AS count`;
}

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
