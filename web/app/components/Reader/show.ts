import type { EntityId } from '../../../../graph/model.ts';
import { replaceScene, report, select } from '../../actions.ts';
import { client } from '../../client.ts';
import { showEntity } from '../../graph-actions.ts';

/** Brings what a mention stands for into the scene and selects it: one entity, or several named by the same words. */
export async function showTogether(ids: readonly EntityId[]): Promise<void> {
  for (const id of ids) await showEntity(id);
  if (ids.length > 1) select({ entities: ids });
}

/** Makes these entities and the relations among them the scene, as one step that can be undone. */
export async function showGraphOf(ids: readonly EntityId[]): Promise<void> {
  try {
    const { degrees, entities, relations } = await client.entities({ ids });
    replaceScene({ entities, relations }, degrees);
  } catch (cause) {
    report('The graph of this passage could not be loaded', cause);
  }
}
