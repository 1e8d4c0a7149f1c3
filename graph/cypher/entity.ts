/** One entity and one relation, with the claims behind them. */
import { z } from 'zod';
import { reference, referenceColumns, summary, summaryColumns } from './document-columns.ts';
import { count, ids, node, one, query, relationship, text } from './query.ts';

const degreesAlong = (name: string, arrow: '-[r]->' | '<-[r]-') =>
  query(
    name,
    (e) => `${e.from('e', '$id')}${arrow}${e.node()}
     RETURN type(r) AS type, ${e.symmetric('r')} AS symmetric, count(r) AS count`,
    one,
    { type: text, symmetric: z.boolean(), count },
  );

export const degreesOut = degreesAlong('degrees out', '-[r]->');
export const degreesIn = degreesAlong('degrees in', '<-[r]-');

export const entityMentions = query(
  'mentions of an entity',
  `MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(s:Sentence)
   RETURN s AS sentence, m.kind AS kind, m.start AS startsAt, m.end AS endsAt, m.text AS text`,
  one,
  { sentence: node, kind: text, startsAt: count, endsAt: count, text },
);

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
