/** Text folded for search: case and accents do not count, and full-width letters are like their narrow ones. */

/** Folds one string: `Kānoya` → `kanoya`, `ＭＱ-9` → `mq-9`. CJK text stays whole, so its substrings are found. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search: folded, split at white space, without repeats. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Folded text with, for each of its code units, the offset in `text` it comes from. */
function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = fold(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(offset);
    offset += character.length;
  }
  return { folded, offsets };
}

/** The part of `text` around the first of `words` in it, at word boundaries, at most about `length` code units, with ellipses where cut. */
export function excerptAround(text: string, words: readonly string[], length = 120): string {
  if (text.length <= length) return text;
  const { folded, offsets } = foldWithOffsets(text);
  const found = words.map((word) => folded.indexOf(word)).filter((index) => index >= 0);
  const at = offsets[Math.min(...found)] ?? 0;
  const from = Math.max(0, Math.min(at - Math.floor(length / 3), text.length - length));
  const start = from === 0 ? 0 : Math.min(at, text.slice(0, at).indexOf(' ', from) + 1 || from);
  const cut = start + length;
  const end = cut >= text.length ? text.length : Math.max(text.lastIndexOf(' ', cut), start + length / 2);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}
