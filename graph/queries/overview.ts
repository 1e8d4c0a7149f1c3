/** How much there is, and of what types. */
import * as cypher from '../cypher.ts';
import { lookOfLabel } from '../labels.ts';
import type { Counts, SchemaSummary } from '../model.ts';
import type { Ontology } from '../ontology.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore } from '../store.ts';

/** How many documents, entities and drawn relations the store holds. */
export async function health(store: GraphStore): Promise<Counts> {
  const [documents, entities, relations] = await Promise.all(
    [cypher.countNodes('Document'), cypher.countEntities, cypher.countRelations].map((query) =>
      rowsOf(store, query, {}),
    ),
  );
  return {
    store: store.kind,
    content: store.content,
    writes: store.typedWrites,
    documents: documents?.[0]?.count ?? 0,
    entities: entities?.[0]?.count ?? 0,
    relations: relations?.[0]?.count ?? 0,
  };
}

/** Labels of ours that are not what an entity is shown as. */
const NOT_TYPES: ReadonlySet<string> = new Set(['Entity', 'Document', 'Sentence', 'Claim']);
/** Counts asked for in one statement: planning many at once takes longer than asking several times. */
const AT_ONCE = 10;

type TypeCounts = ReadonlyMap<string, number>;

/** Counts by name, zeros left out. */
async function countsOf(
  store: GraphStore,
  names: readonly string[],
  query: typeof cypher.countLabels,
): Promise<TypeCounts> {
  const parts = Array.from({ length: Math.ceil(names.length / AT_ONCE) }, (_, part) =>
    names.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const rows = await Promise.all(parts.map((some) => rowsOf(store, query(some), {})));
  const counts = rows.flatMap(([row]) => row?.counts ?? []);
  return new Map(names.map((name, at) => [name, counts[at] ?? 0] as const).filter(([, count]) => count > 0));
}

interface Counted {
  readonly entities: TypeCounts;
  readonly relations: TypeCounts;
}

/** Of a database of ours: by the entities' own type. */
async function countOurs(store: GraphStore): Promise<Counted> {
  const [entities, relations] = await Promise.all([
    rowsOf(store, cypher.countByType, {}),
    rowsOf(store, cypher.countByRelationType, {}),
  ]);
  return {
    entities: new Map(entities.map(({ type, count }) => [type ?? '', count])),
    relations: new Map(relations.map(({ type, count }) => [type, count])),
  };
}

/** The labels under which nodes of a database with other data may be shown, with how many have each. */
export async function labelsIn(store: GraphStore): Promise<{ label: string; count: number }[]> {
  const { labels } = await store.schema();
  const shown = store.content === 'foreign' ? labels : labels.filter((label) => !NOT_TYPES.has(label));
  const counts = await countsOf(store, shown, cypher.countLabels);
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** Of a database with other data: by label and relationship type, from what the engine keeps count of. */
async function countAny(store: GraphStore, families: ReadonlySet<string>): Promise<Counted> {
  const { labels, relationshipTypes } = await store.schema();
  const types =
    store.content === 'foreign'
      ? labels
      : labels.filter((label) => !NOT_TYPES.has(label) && !families.has(label));
  const [entities, relations] = await Promise.all([
    countsOf(store, types, cypher.countLabels),
    countsOf(store, relationshipTypes, cypher.countTypes),
  ]);
  return { entities, relations };
}

/** The relationship types of a database with other data, with how many relations there are of each. */
export async function relationTypesIn(store: GraphStore): Promise<{ type: string; count: number }[]> {
  const { relationshipTypes } = await store.schema();
  const counts = await countsOf(store, relationshipTypes, cypher.countTypes);
  return [...counts].map(([type, count]) => ({ type, count }));
}

function entityTypesOf(ontology: Ontology, counts: TypeCounts, all: boolean): SchemaSummary['entityTypes'] {
  const others = [...counts.keys()].filter((type) => type !== '' && !ontology.entityTypes.has(type));
  return [
    ...ontology.entityTypes.values(),
    ...others
      .toSorted()
      .map((type) => ({ type, caption: type, families: [], icon: '', ...lookOfLabel(type) })),
  ]
    .map((entry) => ({ ...entry, count: counts.get(entry.type) ?? 0 }))
    .filter(({ count }) => all || count > 0);
}

function relationTypesOf(
  ontology: Ontology,
  counts: TypeCounts,
  all: boolean,
): SchemaSummary['relationTypes'] {
  const others = [...counts.keys()].filter((type) => !ontology.relationTypes.has(type));
  return [
    ...[...ontology.relationTypes.values()].map(({ mood: _mood, plover: _plover, ...entry }) => entry),
    ...others.toSorted().map((type) => ({
      type,
      caption: type.toLowerCase().replaceAll('_', ' '),
      inverse: `${type.toLowerCase().replaceAll('_', ' ')} (incoming)`,
      symmetric: false,
      auxiliary: false,
      from: [],
      to: [],
    })),
  ]
    .map((entry) => ({ ...entry, count: counts.get(entry.type) ?? 0 }))
    .filter(({ count }) => all || count > 0);
}

/**
 * Types, families and relation types with their counts: those of the ontology first, in its order, then others that the
 * store holds. A foreign database is told by what it holds alone.
 */
export async function schema(store: GraphStore, ontology: Ontology): Promise<SchemaSummary> {
  const families = new Set([...ontology.entityTypes.values()].flatMap((entry) => entry.families));
  const counted = store.content === 'ours' ? await countOurs(store) : await countAny(store, families);
  const whole = store.content !== 'foreign';
  const familyCounts = await Promise.all(
    (whole ? [...families] : []).map(async (family) => {
      const [row] = await rowsOf(store, cypher.countNodes(family), {});
      return { family, count: row?.count ?? 0 };
    }),
  );
  return {
    entityTypes: entityTypesOf(ontology, counted.entities, whole),
    families: familyCounts,
    relationTypes: relationTypesOf(ontology, counted.relations, whole),
  };
}
