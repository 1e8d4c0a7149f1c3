/** Where the words that were searched for stand in a text. */
import type { Mark } from './segments.ts';

/** Lower case without accents, one output unit per input unit so that offsets stay true. */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index);
    const plain = unit.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === 1 ? plain : unit;
  }).join('');
}

/** The places in `text` where a word of `query` is found, accents and case aside; in order, not overlapping. */
export function found(text: string, query: string): Mark[] {
  const folded = fold(text);
  const words = [query, ...query.split(/\s+/)]
    .map((word) => fold(word.normalize('NFC').trim()))
    .filter((word) => word !== '');
  const marks: Mark[] = [];
  for (let at = 0; at < folded.length; ) {
    const length = Math.max(
      0,
      ...words.filter((word) => folded.startsWith(word, at)).map((word) => word.length),
    );
    if (length > 0) marks.push({ start: at, end: at + length });
    at += Math.max(1, length);
  }
  return marks;
}
