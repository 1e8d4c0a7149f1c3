/** Marks and small words inside a noun phrase, and whether a phrase goes on behind them: `Chinese and Russian bombers`, `air and missile defence`. */
import type { Span, Token } from '../text/token.ts';
import type { Name } from './tree.ts';

export const NOT_NOMINAL = new Set('that which who whom whose if whether while as than etc'.split(' '));

export type NameAt = (index: number) => Name | null;
export type GlueAt = (index: number) => Span | null;
export type Known = (index: number) => unknown;

export function isNoun(token: Token): boolean {
  return (
    (token.tag === 'NOUN' ||
      token.tag === 'PROPN' ||
      (token.tag === 'X' && /^[\p{L}\p{N}]/u.test(token.text))) &&
    !NOT_NOMINAL.has(token.lower)
  );
}

export function modifierAfter(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  return (
    next !== undefined &&
    (next.tag === 'ADJ' || (next.tag === 'VERB' && /(?:ed|ing)$/.test(next.lower)) || next.tag === 'NUM')
  );
}

/** Whether the words from `i` go on as a noun phrase up to a noun. */
export function nominalAfter(tokens: readonly Token[], i: number, nameAt: Known): boolean {
  for (let k = i; k < tokens.length && k < i + 7; k += 1) {
    const token = tokens[k];
    if (!token) return false;
    if (nameAt(k) || isNoun(token)) return true;
    const quote = /^["“”'‘’]$/.test(token.text);
    const joins =
      (token.tag === 'CCONJ' || token.text === ',') &&
      tokens[k - 1]?.tag === 'ADJ' &&
      (tokens[k + 1]?.tag === 'ADJ' || tokens[k + 1]?.tag === 'CCONJ');
    if (
      token.tag === 'ADJ' ||
      token.tag === 'NUM' ||
      quote ||
      joins ||
      (token.tag === 'VERB' && /(?:ed|ing)$/.test(token.lower) && k > i - 1 && tokens[k + 1]?.tag === 'NOUN')
    )
      continue;
    if (token.tag === 'ADV' && modifierAfter(tokens, k + 1)) continue;
    return false;
  }
  return false;
}

/** Hyphens and slashes between names, quote marks before a noun, commas and conjunctions between adjectives of one head. */
export function isInnerMark(
  tokens: readonly Token[],
  i: number,
  head: number,
  nameAt: Known,
  glueAt: GlueAt,
): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (!token || !next || !before) return false;
  if (/^[-‐‑–/&]$/.test(token.text))
    return head >= 0 && token.start === before.end && next.start === token.end;
  if (token.text === '+') return before.tag === 'NUM' && next.tag === 'NUM';
  if (/^["“‘]$/.test(token.text)) return head < 0 && nominalAfter(tokens, i + 1, nameAt);
  const link = token.text === ',' || token.lower === 'and' || token.lower === 'or';
  if (!link) return false;
  const adjective = (t: Token | undefined) =>
    t?.tag === 'ADJ' || (t?.tag === 'VERB' && /(?:ed|ing)$/.test(t.lower));
  if (head < 0 || before.tag === 'ADJ') {
    if (adjective(before) && adjective(next))
      return nominalAfter(tokens, i + 1, nameAt) && (token.text !== ',' || listOfAdjectives(tokens, i));
    // `is essential, and voiced concern`: the form in -ed begins a clause of its own.
    if (before.text === ',' && adjective(next)) return next.tag === 'ADJ' || tokens[i - 3]?.text === ',';
    if (adjective(before) && token.text === ',' && (next.lower === 'and' || next.lower === 'or'))
      return adjective(tokens[i + 2]);
    // "Japan-U.S. bilateral and Japan-U.S.-ROK trilateral cooperation"
    if (before.tag === 'ADJ' && token.lower === 'and' && nameAt(i + 1) && !glueAt(i + 1))
      return adjectiveThenNoun(tokens, i + 1);
  }
  return false;
}

/** Whether an adjective list begun before this comma ends in `and ADJ NOUN`. */
function listOfAdjectives(tokens: readonly Token[], comma: number): boolean {
  for (let k = comma + 1; k < comma + 8 && k < tokens.length; k += 1) {
    const token = tokens[k];
    if (token?.lower === 'and' || token?.lower === 'or') return true;
    if (token?.tag !== 'ADJ' && token?.text !== ',' && !(token?.tag === 'VERB' && /ed$/.test(token.lower)))
      return token?.tag === 'NOUN';
  }
  return false;
}

function adjectiveThenNoun(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 8 && k < tokens.length; k += 1) {
    if (tokens[k]?.tag === 'ADJ') return tokens[k + 1]?.tag === 'NOUN';
    if (!/^(?:PROPN|PUNCT)$/.test(tokens[k]?.tag ?? '') || tokens[k]?.text === ',')
      return tokens[k]?.tag === 'NOUN' && tokens[k + 1]?.tag === 'NOUN';
  }
  return false;
}

/** `Chinese and Russian bombers`: two adjectives of countries with one head. */
export function sharesHead(tokens: readonly Token[], i: number, name: Name, namedAt: NameAt): boolean {
  const next = namedAt(i + 1);
  if (!/^(?:and|or|,)$/.test(tokens[i]?.lower ?? '') || name.to !== i || !next) return false;
  if (!isAdjectival(name, tokens) || !isAdjectival(next, tokens)) return false;
  for (let k = next.to; k < next.to + 3; k += 1) {
    const named = namedAt(k);
    if (named) return named.type === 'EquipmentType' || named.type === 'Office';
    const token = tokens[k];
    if (token?.tag === 'NOUN') return true;
    // `Chinese, Russian and Iranian ships`.
    if (/^(?:and|or|,)$/.test(token?.lower ?? '') && k === next.to)
      return sharesHead(tokens, k, next, namedAt);
    if (token?.tag !== 'ADJ') return false;
  }
  return false;
}

/** A country named by its adjective. */
function isAdjectival(name: Name, tokens: readonly Token[]): boolean {
  const word = tokens[name.from]?.lower ?? '';
  return (
    name.type === 'Country' &&
    name.to === name.from + 1 &&
    /(?:ese|an|ish|i|ch|ic|ss|sh|ek|one)$/.test(word) &&
    !name.entity.endsWith(`:${word}`)
  );
}

export function joinsName(tokens: readonly Token[], at: number, head: number): boolean {
  return (
    tokens[at]?.tag !== 'DET' &&
    (head === at - 1 ||
      /^[-‐‑–/&]$/.test(tokens[at - 1]?.text ?? '') ||
      /^["“]$/.test(tokens[at - 1]?.text ?? '') ||
      tokens[at - 1]?.tag === 'ADJ' ||
      tokens[at - 2]?.text === '-' ||
      tokens[at - 1]?.tag === 'NUM' ||
      tokens[at - 1]?.text === ')')
  );
}

export function bracketed(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.text === '(' &&
    tokens[i + 2]?.text === ')' &&
    /^[\p{Lu}\p{N}][\p{L}\p{N}-]*$/u.test(tokens[i + 1]?.text ?? '')
  );
}
