/** How much there is, and of what types. */
import * as cypher from '../cypher.ts';
import type { Counts, SchemaSummary } from '../model.ts';
import type { Ontology } from '../ontology.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore } from '../store.ts';

/** How many documents, entities and drawn relations the store holds. */
export async function health(store: GraphStore): Promise<Counts> {
  const [documents, entities, relations] = await Promise.all(
    [cypher.countNodes('Document'), cypher.countNodes('Entity'), cypher.countRelations].map((query) =>
      rowsOf(store, query, {}),
    ),
  );
  return {
    store: store.kind,
    documents: documents?.[0]?.count ?? 0,
    entities: entities?.[0]?.count ?? 0,
    relations: relations?.[0]?.count ?? 0,
  };
}

/** Looks of types that the ontology does not know. */
const UNKNOWN_TYPE = { families: [], colour: 'grey', shape: 'ellipse', icon: 'bubble' };

/** Types, families and relation types with their counts: those of the ontology first, in its order, then others that the store holds. */
export async function schema(store: GraphStore, ontology: Ontology): Promise<SchemaSummary> {
  const [entities, relations] = await Promise.all([
    rowsOf(store, cypher.countByType, {}),
    rowsOf(store, cypher.countByRelationType, {}),
  ]);
  const entityCounts = new Map(entities.map(({ type, count }) => [type ?? '', count]));
  const relationCounts = new Map(relations.map(({ type, count }) => [type, count]));
  const otherTypes = [...entityCounts.keys()].filter(
    (type) => type !== '' && !ontology.entityTypes.has(type),
  );
  const otherRelations = [...relationCounts.keys()].filter((type) => !ontology.relationTypes.has(type));
  const entityTypes = [
    ...ontology.entityTypes.values(),
    ...otherTypes.toSorted().map((type) => ({ type, caption: type, ...UNKNOWN_TYPE })),
  ].map((entry) => ({ ...entry, count: entityCounts.get(entry.type) ?? 0 }));
  const families = [...new Set(entityTypes.flatMap((entry) => entry.families))];
  const familyCounts = await Promise.all(
    families.map(async (family) => {
      const [row] = await rowsOf(store, cypher.countNodes(family), {});
      return { family, count: row?.count ?? 0 };
    }),
  );
  return {
    entityTypes,
    families: familyCounts,
    relationTypes: [
      ...[...ontology.relationTypes.values()].map(({ mood: _mood, plover: _plover, ...entry }) => entry),
      ...otherRelations.toSorted().map((type) => ({
        type,
        caption: type.toLowerCase().replaceAll('_', ' '),
        inverse: type.toLowerCase().replaceAll('_', ' '),
        symmetric: false,
        auxiliary: false,
        from: [],
        to: [],
      })),
    ].map((entry) => ({ ...entry, count: relationCounts.get(entry.type) ?? 0 })),
  };
}
