/**
 * What a full-text index is asked so that it misses nothing that a search for substrings would find: the index narrows
 * the candidates down, the search itself judges them. Query syntax: Lucene's classic parser. Pure.
 */
import { fold } from './fold.ts';

/** An index over nodes that can be asked now: `fulltext` for words, `property` for how a property begins. */
export interface TextIndex {
  readonly kind: 'fulltext' | 'property';
  readonly name: string;
  readonly labels: readonly string[];
  readonly properties: readonly string[];
}

/** The indexes over the folded words of our own nodes, where the store has them. */
export const OWN_INDEXES = {
  entities: 'threadline_entity_search',
  sentences: 'threadline_sentence_search',
} as const;

/** What the names of all our indexes begin with. */
export const OWN_INDEX_NAMES = 'threadline_';

/** Words that the analyser `cjk` leaves out: nothing can be narrowed down by a part of one of them. */
const STOP_WORDS =
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  );

/** Letters and digits that the tokeniser keeps together, in scripts that every version of it knows. */
const PIECES =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}0-9]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const isWordLike = /^[\p{L}\p{Nd}]+$/u;

/** The parts of folded words that must stand inside tokens of a text which holds the words. */
function pieces(words: readonly string[]): string[] {
  const found = words.flatMap((word) => word.match(PIECES) ?? []).filter((piece) => isWordLike.test(piece));
  return [...new Set(found)].filter((piece) => !STOP_WORDS.some((word) => word.includes(piece)));
}

/**
 * The question to an index of ours whose answers include every text that holds all of these folded words anywhere;
 * null where the index cannot tell.
 */
export function narrowing(words: readonly string[]): string | null {
  const required = pieces(words).map((piece) => `+*${piece}*`);
  return required.length === 0 ? null : required.join(' ');
}

/** The question to somebody's own index, whatever its analyser: each word as it is, or as part of another. */
export function asking(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const required = words.map((word) => {
    const folded = fold(word);
    const forms = [...new Set([word, `*${word}*`, folded, `*${folded}*`])];
    return `+(${forms.join(' ')})`;
  });
  return required.length === 0 ? null : required.join(' ');
}

/** How a text may be written where it begins a property: indexes on properties tell capitals from small letters. */
export function beginnings(text: string): string[] {
  const capitals = (each: string) =>
    each.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  const lower = text.toLowerCase();
  const first = lower.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [...new Set([text, lower, first, capitals(lower), text.toUpperCase()])];
}

/** Precomposed Latin letters by the letter they fold to, for a search in texts that nobody has folded. */
const VARIANTS: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const [first, last] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const base = fold(letter);
      if (/^[a-z]$/.test(base)) found.set(base, `${found.get(base) ?? ''}${letter}`);
    }
  }
  return found;
})();

/** A folded word as a regular expression (Java's) that finds it in any text, whatever its case and accents. */
export function patternOf(word: string): string {
  const parts = [...word].map((character) => {
    const variants = VARIANTS.get(character);
    if (variants !== undefined) return `[${character}${variants}]\\p{M}*`;
    return /[\p{L}\p{N}]/u.test(character) ? `${character}\\p{M}*` : `\\Q${character}\\E`;
  });
  return `(?sui).*${parts.join('')}.*`;
}
