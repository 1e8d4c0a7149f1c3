/** Documents, and what was read in them. */

import { summary, summaryColumns } from './document-columns.ts';
import { count, node, none, one, query, text } from './query.ts';

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
