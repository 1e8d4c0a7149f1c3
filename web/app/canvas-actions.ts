/** What menus, legend and canvas do: the actions that no other panel needs. */
import type { EntityId } from '../../graph/model.ts';
import { addSubgraph, attempt, change, notify, openReader, report, scene, select } from './actions.ts';
import { client } from './client.ts';
import { type ExpandOptions, expand } from './graph-actions.ts';
import * as exploring from './state/exploration.ts';
import * as selecting from './state/selection.ts';
import { stores } from './state/store.ts';

/** Adds every relation of the graph among the entities of the scene. */
export async function relateVisible(): Promise<void> {
  await attempt('The relations could not be loaded', async () => {
    const before = scene().relations.size;
    const found = await client.entities({ ids: [...scene().entities.keys()] });
    addSubgraph(found, found.degrees);
    const added = scene().relations.size - before;
    const message = added === 0 ? 'All relations among them are shown.' : `${added} relations were added.`;
    notify({ kind: 'info', title: 'Relations among the visible', message });
  });
}

export function dismissUnconnected(): void {
  change(exploring.dismissUnconnected);
}

/** The user has put entities somewhere. */
export function move(positions: ReadonlyMap<EntityId, exploring.Position>): void {
  change((state) => exploring.place(state, positions));
}

/** Selects every entity that is drawn. */
export function selectAll(): void {
  select({ entities: exploring.visible(scene()).entities.map(({ id }) => id) });
}

/** Adds what is not selected, takes out what is. */
export function toggleSelection(picked: selecting.Picked): void {
  stores.selection.setState((state) => selecting.toggle(state, picked), true);
}

/** Opens the reader where the entity is first mentioned. */
export async function openInReader(id: EntityId): Promise<void> {
  await attempt('The document could not be opened', async () => {
    const { mentions, entity } = await client.entity(id);
    const [first] = mentions;
    if (first) {
      const { mention, sentence } = first;
      openReader(sentence.document, sentence.id, { start: mention.start, end: mention.end });
    } else {
      const message = `${entity.name} is background knowledge: no document mentions it.`;
      notify({ kind: 'info', title: 'Nothing to read', message });
    }
  });
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'info', title: 'Copied', message: text });
  } catch (cause) {
    report('The browser refused to copy', cause);
  }
}

export function showTypes(types: Iterable<string>, shown: boolean): void {
  change((state) => exploring.showTypes(state, types, shown));
}

export function showRelationTypes(types: Iterable<string>, shown: boolean): void {
  change((state) => exploring.showRelationTypes(state, types, shown));
}

export function showBackground(shown: boolean): void {
  change((state) => exploring.showBackground(state, shown));
}

/** Answers the question an expansion asked: expand as chosen, or `null` to leave it. */
export function answerQuestion(id: EntityId, options: ExpandOptions | null): void {
  stores.ui.setState({ question: null });
  if (options) void expand(id, options);
}
