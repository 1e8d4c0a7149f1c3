/** Entities by their words, and by the words of sentences. */
import { z } from 'zod';
import type { EntityCypher } from '../cypher-entities.ts';
import { name } from '../cypher-text.ts';
import { OWN_INDEXES } from '../text-index.ts';
import { count, node, query, text } from './query.ts';

const searching = z.object({ words: z.array(text), types: z.array(text), narrowed: text });
const found = {
  id: text,
  name: text,
  aliases: z.array(text).nullable(),
  description: text.nullable(),
  degree: count,
};
const ofTypes = (entity: string) =>
  `(size($types) = 0 OR any(label IN labels(${entity}) WHERE label IN $types))`;

/** Entities whose own words hold all of the words, among those that `from` binds. */
const entitiesWithWords = (from: string, e: EntityCypher) =>
  `${from}
   WHERE all(word IN $words WHERE e.search CONTAINS word) AND ${ofTypes('e')}
   RETURN e.id AS id, e.name AS name, e.aliases AS aliases, e.description AS description, ${e.degree('e')} AS degree`;

export const searchEntities = query(
  'search entities',
  (e) => entitiesWithWords('MATCH (e:Entity)', e),
  searching,
  found,
);

/** The same, narrowed down by the store's full-text index. */
export const searchEntityIndex = query(
  'search entities by index',
  (e) => entitiesWithWords(`${candidates(OWN_INDEXES.entities, 'e')} WITH e`, e),
  searching,
  found,
);

/** Entities named in sentences that hold all of the words, with the first of these sentences. */
const entitiesInSentences = (from: string, e: EntityCypher) =>
  `${from}
   WHERE all(word IN $words WHERE s.search CONTAINS word)
   MATCH (s)-[:MENTIONS]->(e:Entity)
   WHERE ${ofTypes('e')}
   WITH e.id AS id, min(s.id) AS sentence
   MATCH (e:Entity {id: id})
   MATCH (s:Sentence {id: sentence})
   RETURN id, s.text AS text, ${e.degree('e')} AS degree`;

export const searchSentences = query(
  'search sentences',
  (e) => entitiesInSentences('MATCH (s:Sentence)', e),
  searching,
  { id: text, text, degree: count },
);

export const searchSentenceIndex = query(
  'search sentences by index',
  (e) => entitiesInSentences(`${candidates(OWN_INDEXES.sentences, 's')} WITH s`, e),
  searching,
  { id: text, text, degree: count },
);

function candidates(index: string, variable: string): string {
  return `CALL db.index.fulltext.queryNodes('${index}', $narrowed) YIELD node AS ${variable}`;
}

/** What somebody's own full-text index finds. */
export const askTextIndex = query(
  'ask a full-text index',
  (e) => `CALL db.index.fulltext.queryNodes($index, $question) YIELD node AS n
   WITH n WHERE ${ofTypes('n')}
   WITH n LIMIT $most
   RETURN n AS entity, ${e.degree('n')} AS degree`,
  z.object({ index: text, question: text, types: z.array(text), most: count }),
  { entity: node, degree: count },
);

/** Nodes of a label with a property that begins in one of some ways. */
export const askPropertyIndex = (label: string, property: string) =>
  query(
    'ask an index on a property',
    (e) => `UNWIND $beginnings AS beginning
     MATCH (n:${name(label)}) WHERE n.${name(property)} STARTS WITH beginning AND ${ofTypes('n')}
     WITH DISTINCT n LIMIT $most
     RETURN n AS entity, ${e.degree('n')} AS degree`,
    z.object({ beginnings: z.array(text), types: z.array(text), most: count }),
    { entity: node, degree: count },
  );

const scanning = z.object({ words: z.array(text), types: z.array(text), scan: count, most: count });

/**
 * Nodes that are not ours, among the first of them or of a label, whose properties hold all of the words: in small
 * letters, or as regular expressions.
 */
export const searchNodes = (label: string | null, words: 'plain' | 'patterns') =>
  query(
    `search nodes by ${words}`,
    (e) => `MATCH ${e.other('n')}${label === null ? '' : ` WHERE n:${name(label)}`}
     WITH n LIMIT $scan
     WHERE ${ofTypes('n')} AND all(word IN $words WHERE any(key IN keys(n) WHERE ${
       words === 'plain' ? 'toLower(toStringOrNull(n[key])) CONTAINS word' : 'toStringOrNull(n[key]) =~ word'
     }))
     WITH n LIMIT $most
     RETURN n AS entity, ${e.degree('n')} AS degree`,
    scanning,
    { entity: node, degree: count },
  );
