/** Keeps the reader at what is pointed at elsewhere. */
import { type RefObject, useEffect } from 'react';
import type { SentenceId } from '../../../../graph/model.ts';
import type { Selection } from '../../state/selection.ts';
import { stores } from '../../state/store.ts';
import type { ReaderText } from './text.ts';

/** The sentences that show what the pointer is on elsewhere, or what was just selected. */
export function sentencesToShow(
  text: ReaderText,
  now: Selection,
  before: Selection | null,
): readonly SentenceId[] {
  const { hover } = now;
  if (hover && hover !== before?.hover && hover.from !== 'reader') {
    const where = hover.kind === 'entity' ? text.mentionedIn.get(hover.id) : text.claimedIn.get(hover.id);
    return where ?? [];
  }
  if (now.relations !== before?.relations) {
    const [relation] = now.relations;
    const where = relation === undefined ? undefined : text.claimedIn.get(relation);
    if (where) return where;
  }
  if (now.entities !== before?.entities && now.relations.size === 0) {
    const [entity] = now.entities;
    return (entity === undefined ? undefined : text.mentionedIn.get(entity)) ?? [];
  }
  return [];
}

export function sentenceElement(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(id)}"]`);
}

/** The part of the page the text scrolls in. */
function scroller(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY !== 'visible') return at;
  }
  return document.documentElement;
}

function isVisible(element: HTMLElement, within: DOMRect): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= within.top && bottom <= within.bottom;
}

/** Scrolls to the first of these sentences, unless one of them is in view already. */
function reveal(root: HTMLElement, ids: readonly SentenceId[]): void {
  const frame = scroller(root).getBoundingClientRect();
  const elements = ids.map((id) => sentenceElement(root, id)).filter((element) => element !== null);
  if (elements.some((element) => isVisible(element, frame))) return;
  elements[0]?.scrollIntoView({ block: 'center' });
}

/** Follows hover and selection: one look-up and at most one scroll per animation frame. */
export function useFollow(root: RefObject<HTMLElement | null>, text: ReaderText): void {
  useEffect(() => {
    let before: Selection | null = null;
    let frame = 0;
    const look = () => {
      frame = 0;
      const now = stores.selection.getState();
      const ids = sentencesToShow(text, now, before);
      before = now;
      if (root.current && ids.length > 0) reveal(root.current, ids);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    const stop = stores.selection.subscribe(soon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [root, text]);
}
