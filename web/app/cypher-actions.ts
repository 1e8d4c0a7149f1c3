/** The gestures of the canvas as Cypher: each opens the console with the statement that gives the same elements. */
import type { Expansion } from '../../graph/gestures.ts';
import { entityStatement, expansionStatement, pathStatement, sceneStatement } from '../../graph/gestures.ts';
import type { EntityId, Path } from '../../graph/model.ts';
import { notify, openConsole, scene } from './actions.ts';
import { visible } from './state/exploration.ts';
import { stores } from './state/store.ts';

const content = () => stores.catalogue.getState().health?.content ?? 'ours';

/** The statement that finds one entity. */
export const cypherFor = (id: EntityId): string => entityStatement(content(), id);

export function expansionAsCypher(expansion: Expansion): void {
  openConsole(expansionStatement(content(), expansion));
}

/** These entities with the relations among them. */
export function entitiesAsCypher(ids: Iterable<EntityId>): void {
  openConsole(sceneStatement(content(), [...ids]));
}

/** What is drawn now, filters included: hidden types of entities are left out. */
export function sceneAsCypher(): void {
  const { entities } = visible(scene());
  if (entities.length === 0) {
    notify({ kind: 'info', title: 'The canvas is empty', message: 'There is nothing to ask for.' });
    return;
  }
  entitiesAsCypher(entities.map(({ id }) => id));
}

export function pathAsCypher({ hops }: Path): void {
  openConsole(
    pathStatement(
      content(),
      hops.map(({ from, to, forward, relation }) => ({ from, to, forward, type: relation.type })),
    ),
  );
}
