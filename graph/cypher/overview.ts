/** What a database holds, counted. */
import { z } from 'zod';
import { name } from '../cypher-text.ts';
import { count, none, query, text } from './query.ts';

export const countNodes = (label: string) =>
  query(`count ${label}`, `MATCH (n:${name(label)}) RETURN count(n) AS count`, none, { count });

export const countEntities = query('count entities', ({ countEntities: text }) => text, none, { count });

export const countRelations = query('count relations', ({ countRelations: text }) => text, none, { count });

export const countByType = query(
  'entities by type',
  'MATCH (e:Entity) RETURN e.type AS type, count(e) AS count',
  none,
  { type: text.nullable(), count },
);

export const countByRelationType = query(
  'relations by type',
  'MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(r) AS count',
  none,
  { type: text, count },
);

/** How many nodes have each of some labels, in their order. */
export const countLabels = (labels: readonly string[]) =>
  query(
    'nodes by label',
    () => `RETURN [${labels.map((label) => `COUNT { (:${name(label)}) }`).join(', ')}] AS counts`,
    none,
    { counts: z.array(count) },
  );

/** How many relations there are of each of some types, in their order. */
export const countTypes = (types: readonly string[]) =>
  query(
    'relations by given types',
    (e) => `RETURN [${types.map((type) => e.ofType(type, name(type))).join(', ')}] AS counts`,
    none,
    { counts: z.array(count) },
  );
