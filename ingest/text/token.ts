/** Words of a sentence with their places in the document. */

/** Universal part-of-speech tags, as far as the parser tells them apart. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'VERB'
  | 'X';

/** `start` and `end` are UTF-16 offsets into the document, end exclusive. */
export type Word = { text: string; start: number; end: number };

export type Token = Word & { lower: string; lemma: string; tag: Tag };

/** Token indexes `from` (inclusive) to `to` (exclusive) of one sentence. */
export type Span = { from: number; to: number };

const ABBREVIATIONS =
  'Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Adm|Maj|Capt|Cmdr|Brig|Sgt|Sen|Rep|Gov|St|No|Jr|Sr|Hon|Amb|Vice|Min|Sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec';

/** Single letters with stops (`U.S.`, initials), titles, numbers, words with inner hyphens and apostrophes, and whatever is left. */
const PART = '(?:(?:\\p{L}\\.){2,}|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*)';
const WORD = new RegExp(
  [
    `(?:${ABBREVIATIONS})\\.(?=\\s)`,
    '\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}]|[-‐‑]\\p{L})',
    `${PART}(?:(?:[-‐‑&]${PART})|(?:['’](?!s(?![\\p{L}\\p{N}]))[\\p{L}\\p{N}\\p{M}]+))*`,
    '\\S',
  ].join('|'),
  'gu',
);

const NEGATIVE_CONTRACTION = /^(.*\p{L})(n['’]t)$/iu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/uy;

/**
 * Splits a sentence into words. `text` is the sentence, `offset` its place in the document. Possessive `'s` and `n't` are words of
 * their own; a hyphenated word is taken apart where `isName` knows its first part (`Japan-U.S.-ROK` → Japan - U.S. - ROK), else kept.
 */
export function words(text: string, offset: number, isName: (part: string) => boolean): Word[] {
  const found: Word[] = [];
  const push = (from: number, to: number) => {
    if (to > from) found.push({ text: text.slice(from, to), start: offset + from, end: offset + to });
  };
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    let from = match.index;
    const to = from + match[0].length;
    POSSESSIVE.lastIndex = from;
    const possessive = POSSESSIVE.exec(text);
    if (possessive) {
      push(from, from + possessive[0].length);
      WORD.lastIndex = from + possessive[0].length;
      continue;
    }
    const initial =
      /^\p{Lu}$/u.test(match[0]) && text[to] === '.' && /^\.\s+\p{Lu}/u.test(text.slice(to, to + 8));
    if (initial && from > 0) {
      push(from, to + 1);
      WORD.lastIndex = to + 1;
      continue;
    }
    const negative = NEGATIVE_CONTRACTION.exec(match[0]);
    if (negative) {
      const cut = from + (negative[1] ?? '').length;
      push(from, cut);
      push(cut, to);
      continue;
    }
    for (let dash = nextDash(text, from, to); dash >= 0; dash = nextDash(text, from, to)) {
      // "Guinea-Bissau" is one name.
      if (isName(text.slice(from, to)) || !isName(text.slice(from, dash))) break;
      push(from, dash);
      push(dash, dash + 1);
      from = dash + 1;
    }
    push(from, to);
  }
  return found;
}

function nextDash(text: string, from: number, to: number): number {
  for (let i = from + 1; i < to - 1; i += 1) if (/[-‐‑–]/.test(text[i] ?? '')) return i;
  return -1;
}
