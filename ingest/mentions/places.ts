/** Unknown capitalised names after a preposition of place: `in Suva`, `near Vatia`, `at Rabaul`. */
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';
import { isCapital } from './runs.ts';

const STRONG = new Set(['in', 'near', 'outside', 'around', 'off', 'inside', 'at']);
const NEVER = new Set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday English French Parliament Congress God Phase Article Annex Section Resolution Christmas Ramadan Easter Islam'.split(
    ' ',
  ),
);

/** Single names or `X City` that nothing else explains; only directly after the preposition, and not where a title or body begins. */
export function places(tokens: readonly Token[], taken: (index: number) => boolean): Found[] {
  const found: Found[] = [];
  const moves = tokens.some((token) =>
    /^(?:deploy|send|sent|mov(?:e|ed|ing)|relocat|transfer|station|dispatch|br(?:ing|ought)|plac(?:ed|ing)|travel|visit|arriv)/.test(
      token.lower,
    ),
  );
  tokens.forEach((token, i) => {
    const at = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
    if (
      !(
        STRONG.has(token.lower) ||
        (moves && token.lower === 'to') ||
        (token.lower === 'on' && tokens[i - 1]?.tag === 'PROPN')
      ) ||
      !isCapital(tokens[at]) ||
      taken(at) ||
      NEVER.has(tokens[at]?.text ?? '')
    )
      return;
    if (
      /^(?:part|participate|participates|participated|participation|interest|interested|believe|force)$/.test(
        tokens[i - 1]?.lower ?? '',
      )
    )
      return;
    if (/^\p{Lu}{2,}$/u.test(tokens[at]?.text ?? '') || at > i + 1) return;
    let to = at + 1;
    while (isCapital(tokens[to]) && !taken(to) && to < at + 3 && !NEVER.has(tokens[to]?.text ?? '')) to += 1;
    if (tokens[to]?.lower === "'s" || taken(to)) return;
    found.push({ from: at, to, type: 'Place', rank: 1 });
    // "in Suva and Nadi"
    if (
      tokens[to]?.lower === 'and' &&
      isCapital(tokens[to + 1]) &&
      !taken(to + 1) &&
      !isCapital(tokens[to + 2])
    )
      found.push({ from: to + 1, to: to + 2, type: 'Place', rank: 1 });
  });
  return found;
}
