/** How well one text answers a search. Pure. */
import { fold } from '../fold.ts';

/** How well a text answers the query: 0 the same, 1 begins with it, 2 holds it from a word's start, 3 holds its words; undefined not at all. */
export function fitness(text: string, whole: string, words: readonly string[]): number | undefined {
  const folded = fold(text);
  if (folded === whole) return 0;
  if (folded.startsWith(whole)) return 1;
  if (!words.every((word) => folded.includes(word))) return undefined;
  const starts = folded.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => starts.some((start) => start.startsWith(word))) ? 2 : 3;
}
