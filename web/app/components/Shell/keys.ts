/** The keys of the whole page, and the list of them that the help shows. */
import { useEffect } from 'react';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { stores } from '../../state/store.ts';
import { closeTop } from '../../state/ui.ts';

export interface Key {
  /** As `KeyboardEvent.key` has it, lower case for letters. */
  readonly key: string;
  readonly shift?: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly control?: boolean;
  readonly caption: string;
  /** false: not offered in the palette, where it would do nothing. */
  readonly palette?: false;
  readonly run: () => void;
}

/** A key as people write it: `Shift+Ctrl/⌘+Z`. */
export function keyName({ key, shift, control }: Key): string {
  const name = key === 'Escape' ? 'Esc' : key.toUpperCase();
  return [...(shift ? ['Shift'] : []), ...(control ? ['Ctrl/⌘'] : []), name].join('+');
}

const selected = () => [...stores.selection.getState().entities];
const ui = () => stores.ui.getState();

/** Keys of letters work where nobody is typing; those with Ctrl everywhere. */
export const keys: readonly Key[] = [
  { key: '/', caption: 'Search', run: focusSearch },
  {
    key: 'k',
    control: true,
    caption: 'Palette: every command and entity, from anywhere',
    palette: false,
    run: () => actions.showPanels({ palette: !ui().palette }),
  },
  { key: 'z', control: true, caption: 'Undo', run: actions.undo },
  { key: 'z', control: true, shift: true, caption: 'Redo', run: actions.redo },
  {
    key: 'e',
    caption: 'Expand what is selected',
    run: () => {
      for (const id of selected()) void graphActions.expand(id);
    },
  },
  {
    key: 'c',
    caption: 'Collapse what is selected',
    run: () => {
      for (const id of selected()) actions.collapse(id);
    },
  },
  { key: 'h', caption: 'Hide what is selected', run: () => actions.hide(selected()) },
  {
    key: 'h',
    shift: true,
    caption: 'Hide everything else',
    run: () => {
      if (selected().length > 0) actions.hideOthers(selected());
    },
  },
  { key: 'p', caption: 'Pin or unpin what is selected', run: togglePins },
  { key: 'f', caption: 'Fit everything into view', run: () => actions.fit() },
  { key: 'a', control: true, caption: 'Select everything on the canvas', run: selectAll },
  { key: 'l', caption: 'List of what is on the canvas', run: () => actions.showPanels({ list: !ui().list }) },
  { key: 'i', caption: 'Inspector', run: () => actions.showPanels({ inspector: !ui().inspector }) },
  {
    key: 'r',
    caption: 'Reader',
    run: () => actions.showPanels({ left: ui().left === 'reader' ? null : 'reader' }),
  },
  {
    key: 't',
    caption: 'Trace',
    run: () => actions.showPanels({ left: ui().left === 'trace' ? null : 'trace' }),
  },
  { key: 'd', caption: 'Documents: add, remove', run: () => actions.showPanels({ documents: true }) },
  { key: 'q', caption: 'Console (Cypher)', run: () => actions.showPanels({ console: !ui().console }) },
  { key: '+', caption: 'Zoom in', run: () => actions.zoomBy(1.3) },
  { key: '-', caption: 'Zoom out', run: () => actions.zoomBy(1 / 1.3) },
  { key: '?', caption: 'This list', run: () => actions.showPanels({ help: !ui().help }) },
  { key: 'Escape', palette: false, caption: 'Close what is open, then select nothing', run: stepBack },
];

export function useKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = keys.find(
    ({ key, shift, control: wanted }) =>
      key === letter &&
      (wanted ?? false) === control &&
      (!/^[a-z]$/.test(key) || (shift ?? false) === event.shiftKey),
  );
  if (!found) return;
  const typing = isTyping(event.target);
  // Escape leaves a field, so that keys are keys again.
  if (typing && letter === 'Escape' && !insideDialog(event.target)) event.target.blur();
  if (typing && (letter !== 'k' || !control)) return;
  if (insideDialog(event.target) && letter !== '?') return;
  event.preventDefault();
  found.run();
}

/** In a field keys are text, and Ctrl+Z is the field's own. */
function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}

/** Dialogs and menus have their own keys. */
function insideDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null;
}

function focusSearch(): void {
  document.getElementById('search')?.focus();
}

function togglePins(): void {
  const ids = selected();
  const { pinned } = actions.scene();
  if (ids.length > 0 && ids.every((id) => pinned.has(id))) actions.unpin(ids);
  else actions.pin(ids);
}

function selectAll(): void {
  canvasActions.selectAll();
}

function stepBack(): void {
  const before = ui();
  const after = closeTop(before);
  if (after !== before) stores.ui.setState(after, true);
  else if (stores.selection.getState().highlight) actions.clearHighlight();
  else actions.select({});
}
