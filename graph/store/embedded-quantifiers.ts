/** any(), all(), none() and single() where the embedded engine takes null for false, though that shows in the answer. */
import {
  after,
  type Bound,
  before,
  elementKinds,
  type Kinds,
  kindsOf,
  opening,
} from './embedded-operands.ts';
import { closing, isSymbol, isWord, type Token } from './embedded-tokens.ts';

const isAny = (token: Token | undefined, ...symbols: readonly string[]): boolean =>
  symbols.some((symbol) => isSymbol(token, symbol));

/**
 * Whether null and false are the same where an expression stands: it is one of the conditions of a WHERE or WHEN, and
 * not negated.
 */
function onlyFilters(tokens: readonly Token[], index: number): boolean {
  let joined = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (isWord(token, 'WHERE', 'WHEN')) return true;
    if (isAny(token, ')', ']', '}')) at = opening(tokens, at);
    else if (isSymbol(token, '(')) {
      if (tokens[at - 1]?.kind === 'word' && !isWord(tokens[at - 1], 'AND', 'OR', 'NOT', 'WHERE', 'WHEN'))
        return false;
      joined = false;
    } else if (isWord(token, 'AND', 'OR')) joined = true;
    else if (isWord(token, 'XOR') || isAny(token, ',', '[', '{')) return false;
    else if (!joined && (token?.kind === 'symbol' || isWord(token, 'NOT', 'IS'))) return false;
  }
  return false;
}

/** Properties that all nodes of ours have. */
const ALWAYS = ['id'];

/** Whether a property of the variable is compared that may be missing. */
function readsMissing(variable: string, list: readonly Token[], condition: readonly Token[]): boolean {
  const ofNodes = isWord(list[0], 'NODES');
  return condition.some((token, at) => {
    if (token.text !== variable || !isSymbol(condition[at + 1], '.')) return false;
    if (isAny(condition[at - 1], '.') || isWord(condition[at + 3], 'IS')) return false;
    return !(ofNodes && ALWAYS.includes(condition[at + 2]?.text ?? ''));
  });
}

const family = (kinds: Kinds): string =>
  [
    ...new Set(
      [...kinds].map((kind) => (kind === 'float' ? 'number' : /numeric|decimal/.test(kind) ? 'text' : kind)),
    ),
  ]
    .toSorted()
    .join();

/** Elements of other types than what they are ordered against: that is null. */
function ordersMixed(kinds: Kinds, variable: string, condition: readonly Token[], bound: Bound): boolean {
  return condition.some((token, at) => {
    if (!isAny(token, '<', '>', '<=', '>=')) return false;
    const sides = [before(condition, at), after(condition, at)];
    const others = sides.filter((side) => !(side.length === 1 && side[0]?.text === variable));
    return others.length === 1 && family(kinds) !== family(kindsOf(others[0] ?? [], bound));
  });
}

/** Whether the engine would answer a quantifier that begins at an index otherwise than Neo4j. */
export function quantifiesOtherwise(tokens: readonly Token[], index: number, bound: Bound): boolean {
  if (!isWord(tokens[index], 'ANY', 'ALL', 'NONE', 'SINGLE') || !isSymbol(tokens[index + 1], '('))
    return false;
  const inside = tokens.slice(index + 2, closing(tokens, index + 1) - 1);
  const variable = inside[0]?.text;
  if (variable === undefined || !isWord(inside[1], 'IN')) return false;
  const list = after(inside, 1);
  const condition = inside.slice(2 + list.length);
  const kinds = elementKinds(list, bound);
  const mixed = kinds.has('null') || (kinds.size > 0 && ordersMixed(kinds, variable, condition, bound));
  if (mixed) return !(condition.length === 4 && isWord(condition[2], 'IS') && isWord(condition[3], 'NULL'));
  const positive = isWord(tokens[index], 'ANY', 'ALL') && onlyFilters(tokens, index);
  return !positive && readsMissing(variable, list, condition);
}
