/** Undo and redo for any immutable state: keep the old values. */

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Steps that can be undone; older ones are forgotten. */
export const DEPTH = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A change the user made: undo goes back to before it. The same value again is no step. */
export function commit<T>(history: History<T>, present: T): History<T> {
  if (Object.is(present, history.present)) return history;
  return { past: [...history.past, history.present].slice(-DEPTH), present, future: [] };
}

/** A change that belongs to the last step (the layout's positions, say): no step of its own, and redo stays possible. */
export function amend<T>(history: History<T>, present: T): History<T> {
  return Object.is(present, history.present) ? history : { ...history, present };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (history.past.length === 0 || present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (history.future.length === 0 || present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
