/** Choosing what nodes are called by: on the canvas at once, and kept for the next visit. */
import { z } from 'zod';
import { type ChosenCaptions, called, withChoice } from './state/captions.ts';
import { renamed } from './state/exploration.ts';
import { stores } from './state/store.ts';

const KEPT = 'threadline-captions';
const Kept = z.record(z.string(), z.string());

/** What was chosen on earlier visits; nothing where that cannot be read. */
export function keptCaptions(): ChosenCaptions {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(KEPT) ?? '{}'));
  } catch {
    return {}; // written by hand or by another version: the rule stands
  }
}

/** Calls the nodes of a label by a property from now on; `null` goes back to the rule. */
export function chooseCaption(label: string, property: string | null): void {
  const captions = withChoice(stores.ui.getState().captions, label, property);
  stores.ui.setState((state) => ({ ...state, captions }));
  localStorage.setItem(KEPT, JSON.stringify(captions));
  recall(captions);
}

/** Renames what is on the canvas, and what undo and redo would bring back. */
function recall(captions: ChosenCaptions): void {
  stores.scene.setState(({ past, present, future }) => {
    const rename = (state: typeof present) => renamed(state, (entity) => called(entity, captions));
    return { past: past.map(rename), present: rename(present), future: future.map(rename) };
  }, true);
}
