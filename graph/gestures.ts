/**
 * What a person does on the canvas, as Cypher that gives the same elements: texts to read, to change and to run in the
 * console. Ids and types stand in the text as literals, so that a statement can be taken elsewhere.
 */
import { entityCypher } from './cypher-entities.ts';
import { name, stringLiteral } from './cypher-text.ts';
import type { Content, EntityId } from './model.ts';

export interface Expansion {
  readonly id: EntityId;
  /** Relation types to follow; none means all. */
  readonly types?: readonly string[];
  readonly direction?: 'out' | 'in' | 'both';
}

/** One step of a path, in the order it is walked. */
export interface Step {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly type: string;
  /** Whether the relation points from `from` to `to`. */
  readonly forward: boolean;
}

const anyOf = (types: readonly string[]) => (types.length === 0 ? '' : `:${types.map(name).join('|')}`);

/** A relationship pattern between two nodes, read from left to right. */
const arrow = (inner: string, direction: 'out' | 'in' | 'both') =>
  `${direction === 'in' ? '<' : ''}-[${inner}]-${direction === 'out' ? '>' : ''}`;

/** Gives one entity, as `a`. */
export function entityStatement(content: Content, id: EntityId): string {
  return `${entityCypher[content].byId('a', stringLiteral(id))}\nRETURN a`;
}

/** Gives an entity `a`, its neighbours `b` and the relations `r` between: what expanding it brings. */
export function expansionStatement(
  content: Content,
  { id, types = [], direction = 'both' }: Expansion,
): string {
  const { from, node } = entityCypher[content];
  return `${from('a', stringLiteral(id))}${arrow(`r${anyOf(types)}`, direction)}${node('b')}\nRETURN a, r, b`;
}

/** Gives entities and all relations among them: a scene, or what is selected in it. */
export function sceneStatement(content: Content, ids: readonly EntityId[]): string {
  const { node, idOf } = entityCypher[content];
  const list = ids.map((id) => `  ${stringLiteral(id)}`).join(',\n');
  return [
    `WITH [\n${list}\n] AS ids`,
    `MATCH ${node('a')}`,
    `WHERE ${idOf('a')} IN ids`,
    `OPTIONAL MATCH (a)-[r]->${node('b')}`,
    `WHERE ${idOf('b')} IN ids`,
    'RETURN a, r, b',
  ].join('\n');
}

/** Gives the entities and relations of one path, each step a row in the order walked. No statement for a path of no steps. */
export function pathStatement(content: Content, steps: readonly Step[]): string {
  const { from, node, idOf } = entityCypher[content];
  return steps
    .map(({ from: start, to, type, forward }) => {
      const relation = arrow(`r:${name(type)}`, forward ? 'out' : 'in');
      return `${from('a', stringLiteral(start))}${relation}${node('b')}\nWHERE ${idOf('b')} = ${stringLiteral(to)}\nRETURN a, r, b`;
    })
    .join('\nUNION ALL\n');
}
