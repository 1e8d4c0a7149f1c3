/** `every member except Hungary took part`, `everyone but Kenya attended`: what is said of all is denied of those left out. */
import type { Reading } from '../reading.ts';
import type { Vote } from './vote.ts';

const ALL = /^(?:every|everyone|everybody|all|each|any|anyone|both)$/;
const EXCEPT = /^(?:except|excepting|but|save|bar|barring)$/;
/** `all X, with the exception of Y`. */
const EXCEPTION = /\b(?:exception of|apart from|other than|aside from|except for)$/;

/** Turns the votes of those a universal statement leaves out, in place. */
export function exceptions(votes: readonly Vote[], reading: Reading): Vote[] {
  const apart = new Set(reading.tokens.flatMap((_, i) => leftOut(i, reading)));
  if (apart.size === 0) return [...votes];
  return votes.map((vote) =>
    apart.has(vote.subject) && vote.polarity === '+' && /^(?:frames|happenings)$/.test(vote.extractor)
      ? { ...vote, polarity: '-' as const, rule: `all but: ${vote.rule}` }
      : vote,
  );
}

/** Who stands behind a word of exception that follows a word for all. */
function leftOut(at: number, reading: Reading): string[] {
  const { tokens, names } = reading;
  const before = tokens.slice(Math.max(0, at - 5), at + 1).map((token) => token.lower);
  const cue = EXCEPT.test(tokens[at]?.lower ?? '') || EXCEPTION.test(before.join(' '));
  const all = cue ? tokens.findLastIndex((token, i) => i < at && i >= at - 10 && ALL.test(token.lower)) : -1;
  if (all < 0 || reading.clauses.some(({ verb }) => verb.to <= at && verb.from > all)) return [];
  const found: string[] = [];
  for (let i = at + 1; i < tokens.length; ) {
    const name = names.find((item) => item.from === i && /^(?:Country|Organization)$/.test(item.type));
    if (name) found.push(name.entity);
    else if (!/^(?:the|and|or)$/.test(tokens[i]?.lower ?? '')) break;
    i = name ? name.to : i + 1;
  }
  return found;
}
