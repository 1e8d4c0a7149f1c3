/** What the server says about the whole graph: schema and counts. */
import type { z } from 'zod';
import type { Health, Schema } from '../../api.ts';

export type SchemaInfo = z.infer<typeof Schema.response>;
export type HealthInfo = z.infer<typeof Health.response>;
export type EntityTypeInfo = SchemaInfo['entityTypes'][number];
export type RelationTypeInfo = SchemaInfo['relationTypes'][number];

export interface Catalogue {
  /** `empty`: the server answers and its store has no entities. */
  readonly status: 'loading' | 'ready' | 'empty' | 'failed';
  /** Why loading failed, in plain words, with what to do. */
  readonly failure: { readonly message: string; readonly hint?: string } | null;
  readonly schema: SchemaInfo | null;
  readonly health: HealthInfo | null;
  /** Counts up when documents were added or removed in this page. */
  readonly revision: number;
}

export const initialCatalogue: Catalogue = {
  status: 'loading',
  failure: null,
  schema: null,
  health: null,
  revision: 0,
};

/** What the schema says of an entity type; undefined for one it does not know, and before it is there. */
export function entityTypeIn(
  schema: SchemaInfo | null,
  type: string | undefined,
): EntityTypeInfo | undefined {
  return schema?.entityTypes.find((each) => each.type === type);
}

/** The same of a relation type. */
export function relationTypeIn(schema: SchemaInfo | null, type: string): RelationTypeInfo | undefined {
  return schema?.relationTypes.find((each) => each.type === type);
}

/** How an entity type reads for one entity: `EquipmentType` → `Equipment type`; labels of other graphs as they are. */
export function typeWords(catalogue: Catalogue, type: string): string {
  const known = entityTypeIn(catalogue.schema, type);
  if (known === undefined || known.caption === type) return type;
  return type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** How a relation type reads between two names: the schema's caption, or the type itself in words. */
export function relationCaption(catalogue: Catalogue, type: string): string {
  return relationTypeIn(catalogue.schema, type)?.caption ?? type.replaceAll('_', ' ').toLowerCase();
}
