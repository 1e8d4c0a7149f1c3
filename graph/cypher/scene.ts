/** Entities and relations as they are drawn, with their degrees. */
import { z } from 'zod';
import type { EntityCypher } from '../cypher-entities.ts';
import { name } from '../cypher-text.ts';
import { count, ids, node, one, query, relationship, text } from './query.ts';

export const entitiesByIds = query(
  'entities by id',
  (e) => `UNWIND $ids AS id ${e.byId('e', 'id')} RETURN e AS entity, ${e.degree('e')} AS degree`,
  ids,
  { entity: node, degree: count },
);

export const degreesByIds = query(
  'degrees by id',
  (e) => `UNWIND $ids AS id ${e.byId('e', 'id')} RETURN ${e.idOf('e')} AS id, ${e.degree('e')} AS degree`,
  ids,
  { id: text, degree: count },
);

/** Relations from each of the `given` entities, along the arrow, to one that is `wanted`: both lists of ids. */
const relationsAlong =
  (given: string, arrow: '-[r]->' | '<-[r]-', wanted: string) =>
  (e: EntityCypher): string =>
    `UNWIND $${given} AS id
   ${e.from('a', 'id')}${arrow}${e.node('b')}
   WHERE ${e.idOf('b')} IN $${wanted}
   RETURN r AS relation`;
const ends = z.object({ from: z.array(text), to: z.array(text) });

export const relationsAmong = query('relations among entities', relationsAlong('ids', '-[r]->', 'ids'), ids, {
  relation: relationship,
});

/** The relations that begin at some entities and end at others. */
export const relationsOut = query('relations out of entities', relationsAlong('from', '-[r]->', 'to'), ends, {
  relation: relationship,
});

/** The same, read from where they end. */
export const relationsInto = query('relations into entities', relationsAlong('to', '<-[r]-', 'from'), ends, {
  relation: relationship,
});

/** The relations among entities, pair by pair: for few that have very many relations. */
export const relationsBetweenAll = query(
  'relations between hubs',
  (e) => `UNWIND $ids AS one
   ${e.byId('a', 'one')}
   WITH a UNWIND $ids AS other
   ${e.byId('b', 'other')}
   MATCH (a)-[r]->(b)
   RETURN r AS relation`,
  ids,
  { relation: relationship },
);

/** The first relations of a type, as the engine has them, with the degrees of their ends. */
export const firstLinks = (type: string) =>
  query(
    'first relations of a type',
    (e) => `MATCH ${e.node('a')}-[r:${name(type)}]->${e.node('b')}
     WITH a, b LIMIT $limit
     RETURN ${e.idOf('a')} AS subject, ${e.degree('a')} AS ofSubject,
            ${e.idOf('b')} AS object, ${e.degree('b')} AS ofObject`,
    z.object({ limit: count }),
    { subject: text, ofSubject: count, object: text, ofObject: count },
  );

/** The first entities, as the engine has them. */
export const firstEntities = query(
  'first entities',
  (e) => `MATCH ${e.node('e')}
   WITH e LIMIT $limit
   RETURN ${e.idOf('e')} AS id, ${e.degree('e')} AS degree`,
  z.object({ limit: count }),
  { id: text, degree: count },
);

export const bestConnected = query(
  'best connected entities',
  (e) => `MATCH ${e.node('e')}
   WITH ${e.idOf('e')} AS id, ${e.degree('e')} AS degree
   ORDER BY degree DESC, id
   LIMIT $limit
   RETURN id, degree`,
  z.object({ limit: count }),
  { id: text, degree: count },
);

/** Ends of the relations among entities, without the relations' own data. */
export const linksAmong = query(
  'links among entities',
  (e) => `UNWIND $ids AS id
   ${e.from('a', 'id')}-[r]->${e.node('b')}
   WHERE ${e.idOf('b')} IN $ids
   RETURN ${e.idOf('a')} AS subject, ${e.idOf('b')} AS object`,
  ids,
  { subject: text, object: text },
);

/** Neighbours of an entity, once for each of its first relations to them. `out`: the entity is the subject. */
export const neighbourLinks = query(
  'neighbours',
  (e) => `${e.from('e', '$id')}-[r]-${e.node('n')}
   WHERE size($types) = 0 OR type(r) IN $types
   ${e.first('r, n', '$limit')}
   RETURN ${e.idOf('n')} AS id, ${e.idOf('startNode(r)')} = $id AS out, ${e.symmetric('r')} AS symmetric,
          ${e.degree('n')} AS degree`,
  z.object({ id: text, types: z.array(text), limit: count }),
  { id: text, out: z.boolean(), symmetric: z.boolean(), degree: count },
);

export const entityExists = query(
  'entity exists',
  (e) => `${e.byId('e', '$id')} RETURN ${e.idOf('e')} AS id`,
  one,
  { id: text },
);

/** Degrees of nodes of any label of ours that is not drawn by the projection. */
export const degreesOfLabel = (label: string) =>
  query(
    `degrees of ${label}`,
    `UNWIND $ids AS id MATCH (n:${name(label)} {id: id}) RETURN n.id AS id, COUNT { (n)--() } AS degree`,
    ids,
    { id: text, degree: count },
  );
