/** Statements with the shapes of what goes in and what comes out, and what the topics share. */
import { z } from 'zod';
import { type EntityCypher, entityCypher } from '../cypher-entities.ts';
import { type Content, Json } from '../model.ts';
import type { NodeValue, RelationshipValue, WriteStatement } from '../store.ts';

/** A reading statement with what goes in and what each row is. */
export interface Query<P, R> {
  readonly name: string;
  readonly mode: 'read';
  /** As it is for a database of ours. */
  readonly text: string;
  /** As it is for a database with this content. */
  textIn(content: Content): string;
  /** Asks of documents, sentences and claims, of which a foreign database has none, whatever its labels are called. */
  readonly ownOnly: boolean;
  readonly parameters: z.ZodType<P>;
  readonly row: z.ZodType<R>;
}

/** A writing statement with what goes in. */
export interface Command<P> {
  readonly name: string;
  readonly mode: 'write';
  readonly text: string;
  readonly parameters: z.ZodType<P>;
}

/** A command with its parameters, ready for {@link GraphStore.write}. */
export function statement<P extends { [key: string]: Json }>(
  command: Command<P>,
  parameters: P,
): WriteStatement {
  return { text: command.text, parameters };
}

export const text = z.string();
export const count = z.number().int();
export const record = z.record(text, Json);
export const ids = z.object({ ids: z.array(text) });
export const one = z.object({ id: text });
export const none = z.object({});

export const node = z.custom<NodeValue>(
  (value) => (value as NodeValue | null)?.kind === 'node',
  'not a node',
);
export const relationship = z.custom<RelationshipValue>(
  (value) => (value as RelationshipValue | null)?.kind === 'relationship',
  'not a relationship',
);

/** `cypher` as a function: the query asks of entities, which each kind of database tells in its own way. */
export function query<P extends z.ZodType, R extends z.ZodRawShape>(
  queryName: string,
  cypher: string | ((entities: EntityCypher) => string),
  parameters: P,
  row: R,
): Query<z.infer<P>, z.infer<z.ZodObject<R>>> {
  const shape: unknown = z.object(row);
  const textIn = (content: Content) => (typeof cypher === 'string' ? cypher : cypher(entityCypher[content]));
  return {
    name: queryName,
    mode: 'read',
    text: textIn('ours'),
    textIn,
    ownOnly: typeof cypher === 'string',
    parameters: parameters as z.ZodType<z.infer<P>>,
    row: shape as z.ZodType<z.infer<z.ZodObject<R>>>,
  };
}

/** A statement that writes. */
export function command<P extends z.ZodType>(
  commandName: string,
  cypher: string,
  parameters: P,
): Command<z.infer<P>> {
  return {
    name: commandName,
    mode: 'write',
    text: cypher,
    parameters: parameters as z.ZodType<z.infer<P>>,
  };
}
