/** The scene as data: what is drawn, in the formats that the whole graph is exported in. Pure. */
import type { Entity, EntityId, Relation, Subgraph } from '../../../../graph/model.ts';
import { writeCypher } from '../../../../graph/transfer/cypher-script.ts';
import type { Exact, GraphElement } from '../../../../graph/transfer/element.ts';
import { writeGraphml } from '../../../../graph/transfer/graphml.ts';
import type { Source, Writer } from '../../../../graph/transfer/source.ts';
import { neutral } from '../Console/csv.ts';

export interface SceneData {
  readonly subgraph: Subgraph;
  readonly positions: ReadonlyMap<EntityId, { readonly x: number; readonly y: number }>;
}

type Plain = string | number | boolean | null | undefined | readonly string[];

/** Fields as exact properties: whole numbers of `integers` are integers, all others floats; what is null is left out. */
function properties(
  fields: Readonly<Record<string, Plain>>,
  integers: readonly string[] = [],
): Record<string, Exact> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, Exact][] => {
      if (value === null || value === undefined) return [];
      if (typeof value === 'number' && integers.includes(name)) return [[name, BigInt(value)]];
      return [[name, value]];
    }),
  );
}

function nodeOf(entity: Entity, { positions }: SceneData): GraphElement {
  const { labels, type, ...fields } = entity;
  const at = positions.get(entity.id);
  return {
    kind: 'node',
    key: entity.id,
    labels: [...new Set([type, ...labels])],
    properties: properties({ ...(fields as Record<string, Plain>), label: entity.name, x: at?.x, y: at?.y }),
  };
}

function relationshipOf({ type, subject, object, ...fields }: Relation): GraphElement {
  return {
    kind: 'relationship',
    type,
    start: subject,
    end: object,
    properties: properties(fields as Record<string, Plain>, ['claimCount']),
  };
}

/** What is drawn, as elements; entities have their place in `x` and `y`, where Gephi looks for it. */
export function sceneSource(data: SceneData): Source {
  return {
    ownership: 'foreign',
    async *elements() {
      yield data.subgraph.entities.map((entity) => nodeOf(entity, data));
      yield data.subgraph.relations.map(relationshipOf);
    },
  };
}

async function written(write: Writer, data: SceneData): Promise<string> {
  let text = '';
  for await (const piece of write(sceneSource(data), () => {})) text += piece.text;
  return text;
}

export const sceneGraphml = (data: SceneData): Promise<string> => written(writeGraphml, data);
export const sceneCypher = (data: SceneData): Promise<string> => written(writeCypher, data);

export function sceneJson({ subgraph, positions }: SceneData): string {
  return `${JSON.stringify({ ...subgraph, positions: Object.fromEntries(positions) }, null, 2)}\n`;
}

const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function cell(value: Plain): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return quoted(neutral(Array.isArray(value) ? value.join('; ') : String(value)));
}

const table = (columns: readonly string[], rows: readonly (readonly Plain[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Entities as a table for spreadsheets: cells that these would run are made plain text. */
export function entityTable({ subgraph }: SceneData): string {
  const columns = [
    'id',
    'type',
    'name',
    'aliases',
    'description',
    'wikidata',
    'iso3',
    'origin',
    'date',
  ] as const;
  return table(
    columns,
    subgraph.entities.map((entity) => columns.map((column) => entity[column])),
  );
}

/** Relations as a table for spreadsheets, with the names of their ends. */
export function relationTable({ subgraph }: SceneData): string {
  const names = new Map(subgraph.entities.map(({ id, name }) => [id, name]));
  const columns = [
    'id',
    'type',
    'polarity',
    'modalities',
    'confidence',
    'claimCount',
    'firstDate',
    'lastDate',
    'origin',
  ] as const;
  return table(
    ['subject', 'object', ...columns],
    subgraph.relations.map((relation) => [
      names.get(relation.subject),
      names.get(relation.object),
      ...columns.map((column) => relation[column]),
    ]),
  );
}
