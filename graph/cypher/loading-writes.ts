/** What loading a document writes, and what taking one out deletes. */
import { z } from 'zod';
import { name } from '../cypher-text.ts';
import { command, ids, one, record, text } from './query.ts';

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
