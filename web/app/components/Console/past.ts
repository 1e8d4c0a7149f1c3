/** The statements run before, newest first, kept in the browser. */
import { z } from 'zod';

const KEY = 'threadline.console.past';
/** Statements kept; older ones are forgotten. */
export const KEPT = 50;
/** A statement longer than this, in UTF-16 units, is not kept: storage is small. */
const LONGEST = 20_000;

const Past = z.array(z.string().min(1));

/** The list with `statement` first; a statement run again moves up instead of standing twice. */
export function remembered(past: readonly string[], statement: string): string[] {
  const text = statement.trim();
  if (text === '' || text.length > LONGEST) return [...past];
  return [text, ...past.filter((each) => each !== text)].slice(0, KEPT);
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** What was kept; empty where nothing was, or where what is there is not ours. */
export function readPast(storage: () => Shelf): string[] {
  try {
    const read = Past.safeParse(JSON.parse(storage().getItem(KEY) ?? '[]'));
    return read.success ? read.data.slice(0, KEPT) : [];
  } catch {
    return []; // storage switched off or holding something else: the session begins without a past
  }
}

/** Keeps the list; false where the browser refuses (storage full or switched off). */
export function keepPast(past: readonly string[], storage: () => Shelf): boolean {
  try {
    storage().setItem(KEY, JSON.stringify(past));
    return true;
  } catch {
    return false;
  }
}
