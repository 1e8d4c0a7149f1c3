/** The mark of an error in the editor; it goes with the next change of the text. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Place } from './place.ts';

interface Fault {
  readonly place: Place;
  readonly message: string;
}

const setFault = StateEffect.define<Fault | null>();

const fault = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const next = transaction.docChanged ? Decoration.none : marks;
    return transaction.effects.reduce(
      (now, effect) => (effect.is(setFault) ? drawn(effect.value) : now),
      next,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

function drawn(value: Fault | null): DecorationSet {
  if (!value || value.place.from === value.place.to) return Decoration.none;
  const { place, message } = value;
  const mark = Decoration.mark({ class: 'fault', attributes: { title: message } });
  return Decoration.set([mark.range(place.from, place.to)]);
}

export const faultMark: Extension = fault;

/** Marks where the statement is wrong; null takes the mark away. */
export function markFault(view: EditorView, value: Fault | null): void {
  view.dispatch({ effects: setFault.of(value) });
}
