/** What nodes of ours are found by. */

import { name } from '../cypher-text.ts';
import { OWN_LABELS } from '../model.ts';
import { ids, node, query } from './query.ts';

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
