/** The marks of a text as one stop of the Tab key: arrows move among them (roving tabindex). */

const stopsIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-stop]')];

/** Lets Tab enter at `focused`; without it at the stop it was on, at first the first one. */
export function enterStops(root: HTMLElement, focused?: EventTarget): void {
  const stops = stopsIn(root);
  const current =
    stops.find((stop) => stop === focused) ?? stops.find((stop) => stop.tabIndex === 0) ?? stops[0];
  for (const stop of stops) if (stop.tabIndex === 0 && stop !== current) stop.tabIndex = -1;
  if (current) current.tabIndex = 0;
}

/** Moves the focus with the arrow keys, Home and End; false when the key is another one. */
export function moveStop(root: HTMLElement, key: string): boolean {
  const stops = stopsIn(root);
  const at = stops.indexOf(root.ownerDocument.activeElement as HTMLElement);
  if (at < 0) return false;
  const next = target(key, at, stops.length);
  if (next === null) return false;
  stops[next]?.focus();
  return true;
}

/** The index a key moves to from `at` among `length` stops; null for a key that does not move. */
export function target(key: string, at: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}
