/** How types look: from the schema, and for labels of a database the schema does not know, from their name. */
import type { z } from 'zod';
import { lookOfLabel } from '../../../graph/labels.ts';
import type { Schema } from '../../api.ts';

export interface TypeLook {
  readonly colour: string;
  readonly shape: string;
  /** Plural, for legends. */
  readonly caption: string;
}

export interface RelationLook {
  /** As it reads between two names. */
  readonly caption: string;
  readonly symmetric: boolean;
}

export interface Look {
  type(type: string): TypeLook;
  relation(type: string): RelationLook;
}

/** `schema` null: before the schema has come, everything looks like an unknown type. */
export function lookOf(schema: z.infer<typeof Schema.response> | null): Look {
  const types = new Map(schema?.entityTypes.map((each) => [each.type, each]));
  const relations = new Map(schema?.relationTypes.map((each) => [each.type, each]));
  return {
    type: (type) => types.get(type) ?? { ...lookOfLabel(type), caption: type },
    relation: (type) =>
      relations.get(type) ?? { caption: type.replaceAll('_', ' ').toLowerCase(), symmetric: false },
  };
}
