/** Statements that a person types: judged and limited, with whatever they return made drawable. */
import { nodeAsEntity, relationshipAsRelation } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type { Cell, Entity, EntityId, Json, QueryAnswer, Relation, RelationId, Scene } from '../model.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore, NodeValue, PathValue, RelationshipValue, Value } from '../store.ts';

const MAX_ROWS = 1_000;

export interface UserQueryOptions {
  readonly signal?: AbortSignal;
  /** Default: the store's own limit. */
  readonly timeoutMs?: number;
  /** Default 1,000. */
  readonly maxRows?: number;
}

type GraphValue = NodeValue | RelationshipValue | PathValue;

const isGraphValue = (value: Value): value is GraphValue =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'node' || value.kind === 'relationship' || value.kind === 'path');

/** The nodes and relationships met in cells, each once. */
class Finds {
  readonly nodes = new Map<string, NodeValue>();
  readonly relationships = new Map<string, RelationshipValue>();

  node(node: NodeValue): EntityId {
    this.nodes.set(node.id, node);
    return node.id as EntityId;
  }

  relationship(relationship: RelationshipValue): RelationId {
    this.relationships.set(relationship.id, relationship);
    return relationship.id as RelationId;
  }
}

function graphCell(value: GraphValue, finds: Finds): Cell {
  switch (value.kind) {
    case 'node':
      return { $entity: finds.node(value) };
    case 'relationship':
      return { $relation: finds.relationship(value) };
    case 'path':
      return {
        $path: {
          entities: value.nodes.map((node) => finds.node(node)),
          relations: value.relationships.map((relationship) => finds.relationship(relationship)),
        },
      };
  }
}

/** A value in whatever nesting as a cell; what it holds of the graph is noted in `finds`. */
function cellOf(value: Value, finds: Finds): Cell {
  if (value === null || typeof value !== 'object') return value;
  if (isGraphValue(value)) return graphCell(value, finds);
  if (Array.isArray(value)) return value.map((item: Value) => cellOf(item, finds));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cellOf(item as Value, finds)]));
}

const ownLabels = ['Document', 'Sentence', 'Claim'] as const;

function isEntity({ content }: GraphStore, labels: readonly string[]): boolean {
  if (content === 'ours') return labels.includes('Entity');
  return content === 'foreign' || !ownLabels.some((own) => labels.includes(own));
}

/** Degrees: of entities in the drawn graph, of other nodes of ours in the whole one. */
async function degreesOf(store: GraphStore, nodes: readonly NodeValue[]): Promise<Record<string, number>> {
  const entities = nodes.filter(({ labels }) => isEntity(store, labels)).map(({ id }) => id);
  const others = ownLabels.map((label) => ({
    label,
    ids: nodes.filter(({ labels }) => labels.includes(label) && !isEntity(store, labels)).map(({ id }) => id),
  }));
  const rows = await Promise.all([
    entities.length > 0 ? rowsOf(store, cypher.degreesByIds, { ids: entities }) : [],
    ...others.map(({ label, ids }) =>
      ids.length > 0 ? rowsOf(store, cypher.degreesOfLabel(label), { ids }) : [],
    ),
  ]);
  return Object.fromEntries(rows.flat().map(({ id, degree }) => [id, degree]));
}

async function sceneOf(store: GraphStore, finds: Finds): Promise<Scene> {
  const relationships = [...finds.relationships.values()];
  const missing = new Set(relationships.flatMap(({ start, end }) => [start, end]));
  for (const id of finds.nodes.keys()) missing.delete(id);
  const ends = missing.size > 0 ? await store.nodesById([...missing]) : [];
  const nodes = [...finds.nodes.values(), ...ends];
  const entities: Entity[] = nodes.map(nodeAsEntity);
  const present = new Set<string>(entities.map(({ id }) => id));
  const relations: Relation[] = relationships
    .map(relationshipAsRelation)
    .filter(({ subject, object }) => present.has(subject) && present.has(object));
  return { entities, relations, degrees: await degreesOf(store, nodes) };
}

/**
 * Runs a statement that a person typed: judged by the store, with limits. Its nodes, relationships and paths become a scene
 * that the canvas can draw, with both ends of every relationship, and the cells refer to it.
 * Rejects with a {@link StoreError}.
 */
export async function userQuery(
  store: GraphStore,
  text: string,
  parameters: Readonly<Record<string, Json>> = {},
  options: UserQueryOptions = {},
): Promise<QueryAnswer> {
  const { timeoutMs, maxRows = MAX_ROWS, signal } = options;
  const began = performance.now();
  const result = await store.read(text, parameters, {
    maxRows,
    untrusted: true,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal ? { signal } : {}),
  });
  const milliseconds = Math.round(performance.now() - began);
  const finds = new Finds();
  const rows = result.rows.map((row) => result.columns.map((column) => cellOf(row[column] ?? null, finds)));
  return {
    columns: [...result.columns],
    rows,
    graph: await sceneOf(store, finds),
    truncated: result.truncated,
    ...(result.total === undefined ? {} : { total: result.total }),
    ...(result.changes === undefined ? {} : { changes: { ...result.changes } }),
    milliseconds,
  };
}
