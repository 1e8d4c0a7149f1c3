/** Cells of a result: what kind of thing each is, and how it reads as text. */
import type { Cell, Entity, EntityId, QueryAnswer, Relation, RelationId } from '../../../../graph/model.ts';

export type CellView =
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'relation'; readonly relation: Relation }
  | { readonly kind: 'path'; readonly entities: readonly Entity[]; readonly relations: readonly Relation[] }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** The graph of an answer, looked up by id. */
export interface Lookup {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
}

export function lookup({ graph }: Pick<QueryAnswer, 'graph'>): Lookup {
  return {
    entities: new Map(graph.entities.map((entity) => [entity.id, entity])),
    relations: new Map(graph.relations.map((relation) => [relation.id, relation])),
  };
}

type PathCell = { $path: { entities: EntityId[]; relations: RelationId[] } };
type ReferenceKey = '$entity' | '$relation' | '$path';

/** What stands under a key of a map, if the cell is one. */
const under = (cell: Cell, key: ReferenceKey): unknown =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && key in cell
    ? Reflect.get(cell, key)
    : undefined;
const isEntity = (cell: Cell): cell is { $entity: EntityId } => typeof under(cell, '$entity') === 'string';
const isRelation = (cell: Cell): cell is { $relation: RelationId } =>
  typeof under(cell, '$relation') === 'string';
const isPath = (cell: Cell): cell is PathCell => {
  const path = under(cell, '$path');
  return typeof path === 'object' && path !== null && 'entities' in path && 'relations' in path;
};
const known = <K, V>(map: ReadonlyMap<K, V>, ids: readonly K[]): V[] =>
  ids.flatMap((id) => map.get(id) ?? []);

/** What a cell is. A reference to something that is not in the graph stays as it was written. */
export function viewOf(cell: Cell, graph: Lookup): CellView {
  if (cell === null) return { kind: 'null' };
  if (isEntity(cell)) {
    const entity = graph.entities.get(cell.$entity);
    return entity ? { kind: 'entity', entity } : { kind: 'text', text: cell.$entity };
  }
  if (isRelation(cell)) {
    const relation = graph.relations.get(cell.$relation);
    return relation ? { kind: 'relation', relation } : { kind: 'text', text: cell.$relation };
  }
  if (isPath(cell)) {
    const { entities, relations } = cell.$path;
    return {
      kind: 'path',
      entities: known(graph.entities, entities),
      relations: known(graph.relations, relations),
    };
  }
  if (Array.isArray(cell)) return { kind: 'list', items: cell };
  if (typeof cell === 'number') return { kind: 'number', text: String(cell) };
  return {
    kind: 'text',
    text: typeof cell === 'object' ? JSON.stringify(plainValue(cell, graph)) : String(cell),
  };
}

/**
 * How a relation in a row reads between the entities beside it: `out` from left to right, `in` from right to
 * left, null where they are not its two ends.
 */
export function directionIn(row: readonly Cell[], at: number, relation: Relation): 'out' | 'in' | null {
  const idAt = (index: number) => {
    const cell = row[index] ?? null;
    return isEntity(cell) ? cell.$entity : null;
  };
  const [left, right] = [idAt(at - 1), idAt(at + 1)];
  if (left === relation.subject && right === relation.object) return 'out';
  return left === relation.object && right === relation.subject ? 'in' : null;
}

/** A path in words: `MQ-9 -[DEPLOYED_TO]-> Kanoya Air Base`, arrows as the relations point. */
export function pathText(entities: readonly Entity[], relations: readonly Relation[]): string {
  return entities
    .map(({ id, name }, index) => {
      const relation = relations[index];
      if (!relation) return name;
      return relation.subject === id ? `${name} -[${relation.type}]-> ` : `${name} <-[${relation.type}]- `;
    })
    .join('');
}

/** A cell as one line of text: names for nodes, types for relations, JSON for what has structure. */
export function cellText(cell: Cell, graph: Lookup): string {
  const view = viewOf(cell, graph);
  switch (view.kind) {
    case 'null':
      return '';
    case 'entity':
      return view.entity.name;
    case 'relation':
      return view.relation.type;
    case 'path':
      return pathText(view.entities, view.relations);
    case 'list':
      return JSON.stringify(view.items.map((item) => plainValue(item, graph)));
    default:
      return view.text;
  }
}

/** A cell as plain data: references replaced by the entities and relations they stand for. */
export function plainValue(cell: Cell, graph: Lookup): unknown {
  if (isEntity(cell)) return graph.entities.get(cell.$entity) ?? cell.$entity;
  if (isRelation(cell)) return graph.relations.get(cell.$relation) ?? cell.$relation;
  if (isPath(cell)) {
    const { entities, relations } = cell.$path;
    return { entities: known(graph.entities, entities), relations: known(graph.relations, relations) };
  }
  if (Array.isArray(cell)) return cell.map((item) => plainValue(item, graph));
  if (typeof cell !== 'object' || cell === null) return cell;
  return Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, plainValue(value, graph)]));
}

/** The rows as objects by column. */
export function rowsAsObjects({ columns, rows, graph }: QueryAnswer): Record<string, unknown>[] {
  const found = lookup({ graph });
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, plainValue(row[index] ?? null, found)])),
  );
}
