/**
 * What an entity is in a database, as the pieces of Cypher that `cypher/` builds its queries from. A database of ours
 * has `:Entity` nodes found by their `id`; in anyone else's every node is an entity, found by the engine's own id; one
 * that holds both has both.
 */
import type { Content } from './model.ts';

/** Labels of our nodes that are not entities: what documents, sentences and claims are kept in. */
const MACHINERY = ['Document', 'Sentence', 'Claim', 'ThreadlineSchema'] as const;

/** Pieces of Cypher; variables and id expressions are given by the query. */
export interface EntityCypher {
  /** A node pattern that only entities fit: `(e:Entity)`. */
  node(variable?: string): string;
  /** A node pattern that only nodes fit which are not ours. */
  other(variable: string): string;
  /** Clauses that bind the variable to the entity with an id; no row where there is none. */
  byId(variable: string, id: string): string;
  /** The same as the beginning of a path: a relationship pattern may follow. */
  from(variable: string, id: string): string;
  /** The id that the adapter gives the node out with. */
  idOf(node: string): string;
  /** The id that the adapter gives the relationship out with. */
  relationIdOf(relationship: string): string;
  /** Clauses that bind `r` to the relation with an id. */
  relation(id: string): string;
  /** The same where its ends are known as well. */
  relationBetween(subject: string, object: string, id: string): string;
  /** Clauses that bind `r` to each of the relations between two entities, in either direction. */
  pair(one: string, other: string): string;
  /** Whether a relationship has no direction. */
  symmetric(relationship: string): string;
  /** How many relations to entities a node has. */
  degree(node: string): string;
  /** A property only where our own relations carry it: others may mean anything by the name. */
  own(property: string): string;
  /** A clause that keeps the first rows only, where the database may be of any size. */
  first(variables: string, limit: string): string;
  /** One number: all entities. */
  readonly countEntities: string;
  /** One number: all relations between entities. */
  readonly countRelations: string;
  /** An expression: the relations of a type, given as it is and as an escaped name. */
  ofType(type: string, escaped: string): string;
}

const ours: EntityCypher = {
  node: (variable = '') => `(${variable}:Entity)`,
  other: (variable) => `(${variable}:!(Entity|${MACHINERY.join('|')}))`,
  byId: (variable, id) => `MATCH (${variable}:Entity {id: ${id}})`,
  from: (variable, id) => `MATCH (${variable}:Entity {id: ${id}})`,
  idOf: (node) => `${node}.id`,
  relationIdOf: (relationship) => `${relationship}.id`,
  relation: (id) => `MATCH (:Entity)-[r]->(:Entity) WHERE r.id = ${id}`,
  relationBetween: (subject, object, id) =>
    `MATCH (:Entity {id: ${subject}})-[r]->(:Entity {id: ${object}}) WHERE r.id = ${id}`,
  pair: (one, other) => `MATCH (:Entity {id: ${one}})-[r]-(:Entity {id: ${other}})`,
  symmetric: (relationship) => `coalesce(${relationship}.symmetric, false)`,
  degree: (node) => `COUNT { (${node})--(:Entity) }`,
  own: (property) => property,
  first: () => '',
  countEntities: 'MATCH (e:Entity) RETURN count(e) AS count',
  countRelations: 'MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count',
  ofType: (_type, escaped) => `COUNT { (:Entity)-[:${escaped}]->(:Entity) }`,
};

/** The counts of a foreign database come from the engine's statistics, however large it is. */
const foreign: EntityCypher = {
  node: (variable = '') => `(${variable})`,
  other: (variable) => `(${variable})`,
  byId: (variable, id) => `MATCH (${variable}) WHERE elementId(${variable}) = ${id}`,
  from: (variable, id) => `MATCH (${variable}) WHERE elementId(${variable}) = ${id} MATCH (${variable})`,
  idOf: (node) => `elementId(${node})`,
  relationIdOf: (relationship) => `elementId(${relationship})`,
  relation: (id) => `MATCH ()-[r]->() WHERE elementId(r) = ${id}`,
  relationBetween: (_subject, _object, id) => foreign.relation(id),
  pair: (one, other) => `MATCH (a)-[r]-(b) WHERE elementId(a) = ${one} AND elementId(b) = ${other}`,
  symmetric: () => 'false',
  degree: (node) => `COUNT { (${node})--() }`,
  own: () => 'null',
  first: (variables, limit) => `WITH ${variables} LIMIT ${limit}`,
  countEntities: 'MATCH (e) RETURN count(e) AS count',
  countRelations: 'MATCH ()-[r]->() RETURN count(r) AS count',
  ofType: (_type, escaped) => `COUNT { ()-[:${escaped}]->() }`,
};

const other = `!(${MACHINERY.join('|')})`;
/** Relationships that begin at a node of ours which is no entity; none ends at one without beginning at one. */
const without = (type: string) =>
  ['Document', 'Sentence', 'Claim'].map((label) => ` - COUNT { (:${label})-[${type}]->() }`).join('');
const OWN_TYPES: ReadonlySet<string> = new Set(
  'HAS_SENTENCE NAMES MENTIONS EVIDENCE SUBJECT OBJECT SAID_BY'.split(' '),
);
/** The text that a property is, else null: in a mixed database `id` may be a number. */
const isText = (property: string) => `${property} = toStringOrNull(${property})`;

const mixed: EntityCypher = {
  node: (variable = '') => `(${variable}:${other})`,
  other: ours.other,
  byId: (variable, id) =>
    `OPTIONAL MATCH (${variable}Own:Entity {id: ${id}})
     OPTIONAL MATCH (${variable}Other:${other}) WHERE elementId(${variable}Other) = ${id}
     WITH *, coalesce(${variable}Own, ${variable}Other) AS ${variable} WHERE ${variable} IS NOT NULL`,
  from: (variable, id) => `${mixed.byId(variable, id)} MATCH (${variable})`,
  idOf: (node) =>
    `CASE WHEN ${node}:Entity AND ${isText(`${node}.id`)} THEN ${node}.id ELSE elementId(${node}) END`,
  relationIdOf: (relationship) =>
    `CASE WHEN startNode(${relationship}):Entity AND endNode(${relationship}):Entity
       AND ${isText(`${relationship}.id`)} THEN ${relationship}.id ELSE elementId(${relationship}) END`,
  relation: (id) =>
    `OPTIONAL MATCH ()-[other]->() WHERE elementId(other) = ${id}
     OPTIONAL MATCH (:Entity)-[own]->(:Entity) WHERE own.id = ${id}
     WITH *, coalesce(other, own) AS r WHERE r IS NOT NULL`,
  relationBetween: (subject, object, id) =>
    `${mixed.from('a', subject)}-[r]->(b)
     WHERE ${mixed.idOf('b')} = ${object} AND ${mixed.relationIdOf('r')} = ${id}`,
  pair: (one, other) => `${mixed.byId('a', one)} ${mixed.byId('b', other)} MATCH (a)-[r]-(b)`,
  symmetric: (relationship) => `coalesce(${relationship}.symmetric = true, false)`,
  degree: (node) => `COUNT { (${node})--(:${other}) }`,
  own: (property) =>
    `CASE WHEN ${property.split('.')[0]}.origin IN ['document', 'gazetteer'] THEN ${property} END`,
  first: foreign.first,
  countEntities: `RETURN COUNT { (n) } ${MACHINERY.map((label) => `- COUNT { (:${label}) }`).join(' ')} AS count`,
  countRelations: `RETURN COUNT { ()-->() } ${without('')} AS count`,
  ofType: (type, escaped) =>
    `COUNT { ()-[:${escaped}]->() }${OWN_TYPES.has(type) ? without(`:${escaped}`) : ''}`,
};

/** The pieces for a database with this content. */
export const entityCypher: Readonly<Record<Content, EntityCypher>> = { ours, foreign, mixed };
