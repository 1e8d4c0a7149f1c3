/** Spans of words that are one noun although commas or conjunctions stand in them. */
import type { Span, Token } from '../text/token.ts';

/**
 * `intelligence, surveillance, and reconnaissance (ISR)` (the bracket spells the initials), listed binomials (`peace and stability`),
 * and two bare nouns that share what follows (`sovereignty and independence of …`).
 */
export function glue(tokens: readonly Token[], binomials: readonly string[][]): Span[] {
  const spans: Span[] = [];
  tokens.forEach((token, i) => {
    const spelled = spelledBefore(tokens, i);
    if (spelled) spans.push(spelled);
    for (const words of binomials) {
      if (words.every((word, k) => tokens[i + k]?.lower === word))
        spans.push({ from: i, to: i + words.length });
    }
    if (
      isBareNoun(token) &&
      tokens[i + 1]?.lower === 'and' &&
      isBareNoun(tokens[i + 2]) &&
      tokens[i + 3]?.lower === 'of'
    ) {
      if (tokens[i - 1]?.tag === 'DET' || tokens[i - 1]?.tag === 'ADP') spans.push({ from: i, to: i + 3 });
    }
  });
  return spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other !== span &&
          other.from <= span.from &&
          other.to >= span.to &&
          other.to - other.from > span.to - span.from,
      ),
  );
}

function isBareNoun(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' && /^\p{Ll}/u.test(token.text);
}

/** Words before `( ACR )` whose initials spell ACR; the span runs to the closing bracket. */
function spelledBefore(tokens: readonly Token[], open: number): Span | null {
  const acronym = tokens[open + 1]?.text ?? '';
  if (tokens[open]?.text !== '(' || tokens[open + 2]?.text !== ')' || !/^\p{Lu}{2,8}s?$/u.test(acronym))
    return null;
  const letters = [...acronym.replace(/s$/, '').toLowerCase()];
  let at = open - 1;
  let commas = false;
  while (at >= 0 && letters.length > 0) {
    const token = tokens[at];
    if (!token) break;
    if (token.tag === 'PUNCT' || token.tag === 'CCONJ') commas = true;
    if (
      token.tag !== 'PUNCT' &&
      token.lower.startsWith(letters.at(-1) ?? '') &&
      !/^(?:and|of|the|for|on)$/.test(token.lower)
    )
      letters.pop();
    else if (token.tag !== 'PUNCT' && !/^(?:and|of|the|for|on)$/.test(token.lower)) return null;
    at -= 1;
  }
  return letters.length === 0 && commas ? { from: at + 1, to: open + 3 } : null;
}
