/** What loading a document has to know of the graph. */
import { z } from 'zod';
import { ids, node, one, query, relationship, text } from './query.ts';

/** What other documents say of entities: their versions, each once. */
export const otherVersions = query(
  'versions of entities in other documents',
  `UNWIND $ids AS id
   MATCH (e:Entity {id: id})<-[n:NAMES]-(d:Document)
   WHERE d.id <> $document
   RETURN DISTINCT e.id AS id, n.version AS version`,
  z.object({ ids: z.array(text), document: text }),
  { id: text, version: text },
);

export const storedEntities = query(
  'stored entities',
  'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e AS entity',
  ids,
  { entity: node },
);

/** Claims of relations with the day their document was published. */
export const claimsForProjection = query(
  'claims for the projection',
  `UNWIND $ids AS id
   MATCH (c:Claim {relation: id})
   MATCH (d:Document {id: c.document})
   RETURN c AS claim, d.published AS published`,
  ids,
  { claim: node, published: text.nullable() },
);

/** Background relations that a document brought. */
export const backgroundOfDocument = query(
  'background of a document',
  `MATCH (d:Document {id: $id})-[:NAMES]->(a:Entity)
   MATCH (a)-[r]->(b:Entity)
   WHERE $id IN r.backgroundDocuments
   RETURN DISTINCT r AS relation`,
  one,
  { relation: relationship },
);
