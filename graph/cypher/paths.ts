/** What a trace goes along, and what stands together. */
import { z } from 'zod';
import type { EntityCypher } from '../cypher-entities.ts';
import { count, none, one, query, relationship, text } from './query.ts';

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

const together = (name: string, link: 'MENTIONS' | 'NAMES', where: 'Sentence' | 'Document') =>
  query(
    name,
    `MATCH (e:Entity {id: $id})<-[:${link}]-(w:${where})-[:${link}]->(o:Entity)
     WHERE o.id <> $id
     RETURN o.id AS id, count(DISTINCT w) AS count`,
    one,
    { id: text, count },
  );

/** Entities that stand in a sentence with the given one, and in how many. */
export const namedTogether = together('entities named together', 'MENTIONS', 'Sentence');

/** Entities that stand in a document with the given one, and in how many. */
export const documentedTogether = together('entities of the same documents', 'NAMES', 'Document');
