/**
 * Expressions to which the embedded engine (0.6.0) gives another answer than Neo4j without saying so, found by running
 * both. A person's statement with one of them is refused: no answer is better than a wrong one.
 */
import {
  after,
  type Bound,
  before,
  bindsName,
  boundNames,
  elementKinds,
  elements,
  type Kind,
  type Kinds,
  kindsOf,
} from './embedded-operands.ts';
import { comparesPathNodes } from './embedded-path-nodes.ts';
import { quantifiesOtherwise } from './embedded-quantifiers.ts';
import {
  closing,
  isSymbol,
  isWord,
  outerIndexes,
  splitOuter,
  type Token,
  tokensOf,
} from './embedded-tokens.ts';

type Rule = (tokens: readonly Token[], index: number, bound: Bound) => boolean;

const isAny = (token: Token | undefined, ...symbols: readonly string[]): boolean =>
  symbols.some((symbol) => isSymbol(token, symbol));

const hasAny = (kinds: Kinds, ...wanted: readonly Kind[]): boolean => wanted.some((kind) => kinds.has(kind));
const isNumber = (kinds: Kinds) => hasAny(kinds, 'number', 'float');
const isText = (kinds: Kinds) => hasAny(kinds, 'text', 'numeric', 'decimal');
const readsAsNumber = (kinds: Kinds) => hasAny(kinds, 'numeric', 'decimal');

const isArrow: Rule = (tokens, index) =>
  isAny(tokens[index - 1], '-') || (isSymbol(tokens[index], '<') && isAny(tokens[index + 1], '-'));
const isOrder: Rule = (tokens, index, bound) =>
  isAny(tokens[index], '<', '>', '<=', '>=') && !isArrow(tokens, index, bound);
const calls = (tokens: readonly Token[], index: number, name: string) =>
  isWord(tokens[index], name) && isSymbol(tokens[index + 1], '(');
const argumentsOf = (tokens: readonly Token[], index: number): (readonly Token[])[] =>
  splitOuter(tokens.slice(index + 2, closing(tokens, index + 1) - 1), (token) => isSymbol(token, ','));

const ordersUnordered: Rule = (tokens, index, bound) =>
  isOrder(tokens, index, bound) &&
  [before(tokens, index), after(tokens, index)].some((operand) =>
    hasAny(kindsOf(operand, bound), 'truth', 'list'),
  );

/** Text that reads as a number on one side, a number on the other: the engine takes the text for a number. */
const unlike = (one: Kinds, other: Kinds): boolean =>
  (isNumber(one) && readsAsNumber(other)) || (readsAsNumber(one) && isNumber(other));

/** The kinds of all literals in a list or map that is written out, at any depth. */
const inner = (operand: readonly Token[], bound: Bound): Kinds =>
  isAny(operand[0], '[', '{')
    ? new Set(operand.flatMap((token) => [...kindsOf([token], bound)]))
    : kindsOf(operand, bound);

/** `CASE x WHEN 1`, which compares; not `CASE WHEN x`. */
function caseCompares(tokens: readonly Token[], index: number, bound: Bound): boolean {
  if (!isWord(tokens[index], 'CASE') || isWord(tokens[index + 1], 'WHEN')) return false;
  const rest = tokens.slice(index + 1);
  const value = kindsOf(after(tokens, index), bound);
  const end = rest.findIndex((token) => isWord(token, 'END'));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .some((token, at) => isWord(token, 'WHEN') && unlike(value, kindsOf(after(rest, at), bound)));
}

const comparesTextWithNumber: Rule = (tokens, index, bound) => {
  const token = tokens[index];
  if (caseCompares(tokens, index, bound)) return true;
  if (isWord(token, 'IN')) {
    const list = elementKindsOf(tokens, index, bound);
    return unlike(kindsOf(before(tokens, index), bound), list);
  }
  if (isSymbol(token, ':') && isAny(tokens[index - 2], '{', ',') && tokens[index + 1]?.kind !== 'word') {
    const key = kindsOf([...DOTTED, ...tokens.slice(index - 1, index)], bound);
    return isPattern(tokens, index) && unlike(key, kindsOf(after(tokens, index), bound));
  }
  const compares = isAny(token, '=', '<>') || isOrder(tokens, index, bound);
  return compares && unlike(inner(before(tokens, index), bound), inner(after(tokens, index), bound));
};

const DOTTED = tokensOf('x.');

/** Whether a key stands in the braces of a node or relationship of a pattern: `(n {key: …})`, `[:T {key: …}]`. */
function isPattern(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (at >= 0 && !isSymbol(tokens[at], '{')) at -= 1;
  const bracket = tokens[at - 1];
  return bracket?.kind === 'word' || bracket?.kind === 'quoted' || isAny(bracket, '(', '[');
}

/** The kinds of the elements of what stands after IN; a list of lists holds whatever these hold. */
function elementKindsOf(tokens: readonly Token[], index: number, bound: Bound): Kinds {
  const list = after(tokens, index);
  return new Set(
    (elements(list) ?? [list]).flatMap((item) => [
      ...(item === list ? elementKinds(list, bound) : inner(item, bound)),
    ]),
  );
}

const holdsNull = (operand: readonly Token[]): boolean =>
  isAny(operand[0], '[', '{') && operand.some((token) => isWord(token, 'NULL'));

/** Lists with null in them compared, and null searched in a list: of nothing that is false, and the engine says null. */
const comparesNulls: Rule = (tokens, index) => {
  if (isAny(tokens[index], '=', '<>'))
    return holdsNull(before(tokens, index)) || holdsNull(after(tokens, index));
  if (!isWord(tokens[index], 'IN')) return false;
  const value = before(tokens, index);
  const found = elements(after(tokens, index));
  if (isWord(value[0], 'NULL')) return found === undefined || found.length === 0;
  const literal = value.every(({ kind }) => kind !== 'word') || isWord(value[0], 'TRUE', 'FALSE');
  return !literal && !bindsName(tokens, index) && found?.length === 0;
};

/** `3 + ' claims'`, `[1] + 2`: the engine gives null. */
const addsUnlike: Rule = (tokens, index, bound) => {
  if (!isSymbol(tokens[index], '+')) return false;
  const right = splitOuter(after(tokens, index), (token) => isAny(token, '+', '-'))[0] ?? [];
  const [one, other] = [kindsOf(before(tokens, index), bound), kindsOf(right, bound)];
  if (one.has('list') || other.has('list'))
    return !(one.has('list') && other.has('list')) && !one.has('null') && !other.has('null');
  if (isText(one)) return hasAny(other, 'float', 'truth');
  return isText(other) && hasAny(one, 'number', 'float', 'truth');
};

/** The index after a value: its sign, its brackets, its keys. */
function afterValue(tokens: readonly Token[], index: number): number {
  let at = isAny(tokens[index], '-', '+') ? index + 1 : index;
  at = isAny(tokens[at], '(', '[', '{') ? closing(tokens, at) : at + 1;
  for (;;) {
    if (isAny(tokens[at], '(', '[')) at = closing(tokens, at);
    else if (isSymbol(tokens[at], '.')) at += 2;
    else return at;
  }
}

const chainsPowers: Rule = (tokens, index) =>
  isSymbol(tokens[index], '^') && isSymbol(tokens[afterValue(tokens, index + 1)], '^');

/** A slice by anything but whole numbers: what it is may be negative or null. Negative literals are written otherwise before. */
const slicesFromUnknown: Rule = (tokens, index) => {
  const previous = tokens[index - 1];
  const isValue = previous?.kind === 'word' || previous?.kind === 'quoted' || previous?.kind === 'parameter';
  if (!isSymbol(tokens[index], '[') || !(isValue || isAny(previous, ')', ']', '}'))) return false;
  const inside = tokens.slice(index + 1, closing(tokens, index) - 1);
  const outer = new Set(outerIndexes(inside));
  const range = inside.findIndex((token, at) => outer.has(at) && isSymbol(token, '..'));
  if (range < 0 || inside.some((token) => isSymbol(token, '*') || isSymbol(token, ':'))) return false;
  const isBound = (part: readonly Token[]) =>
    part.length === 0 ||
    part.every(({ kind }, at) => kind === 'number' || (at === 0 && isSymbol(part[0], '-')));
  return !isBound(inside.slice(0, range)) || !isBound(inside.slice(range + 1));
};

const reversedBounds: Rule = (tokens, index) =>
  isSymbol(tokens[index], '*') &&
  isSymbol(tokens[index + 2], '..') &&
  Number(tokens[index + 1]?.text) > Number(tokens[index + 3]?.text);

const convertsParts: Rule = (tokens, index, bound) => {
  if (calls(tokens, index, 'TOINTEGER')) {
    return argumentsOf(tokens, index).some((value) => kindsOf(value, bound).has('decimal'));
  }
  if (calls(tokens, index, 'TOBOOLEAN')) {
    return argumentsOf(tokens, index).some((value) => isNumber(kindsOf(value, bound)));
  }
  if (!calls(tokens, index, 'TOSTRING')) return false;
  return argumentsOf(tokens, index).some((value) => kindsOf(value, bound).has('float'));
};

const text = (operand: readonly Token[] | undefined): string =>
  (operand ?? []).map((token) => token.text).join('');

/** `range(3, 2, 2)` holds 3 on Neo4j: the number of steps is rounded towards nothing. */
const stepsPastEnd: Rule = (tokens, index) => {
  if (!calls(tokens, index, 'RANGE')) return false;
  const [from, to, step] = argumentsOf(tokens, index).map(text);
  if (step === undefined || Math.abs(Number(step)) === 1) return false;
  const steps = (Number(to) - Number(from)) / Number(step);
  return Number.isNaN(steps) || (steps < 0 && steps > -1);
};

const CLAUSES = ['MATCH', 'RETURN', 'WITH', 'UNWIND', 'CALL', 'UNION', 'OPTIONAL', 'ORDER', 'SKIP', 'LIMIT'];

/** A subquery or pattern in the WHERE of OPTIONAL MATCH: rows without a match get lost. */
const optionalSubquery: Rule = (tokens, index) => {
  if (!isWord(tokens[index], 'OPTIONAL') || !isWord(tokens[index + 1], 'MATCH')) return false;
  const rest = tokens.slice(index + 2);
  const outer = outerIndexes(rest).filter((at) => !isAny(rest[at - 1], '.', ':'));
  const end = outer.find(
    (at) =>
      isAny(rest[at], ')', '}') || (isWord(rest[at], ...CLAUSES) && !isWord(rest[at - 1], 'STARTS', 'ENDS')),
  );
  const where = outer.find((at) => isWord(rest[at], 'WHERE') && at < (end ?? rest.length));
  if (where === undefined) return false;
  const condition = rest.slice(where + 1, end);
  return condition.some(
    (token, at) =>
      (isWord(token, 'EXISTS', 'COUNT', 'COLLECT') && isAny(condition[at + 1], '{')) ||
      (isSymbol(token, ')') && isAny(condition[at + 1], '-', '<') && isAny(condition[at + 2], '-', '[')),
  );
};

const RULES: readonly (readonly [string, Rule])[] = [
  ['comparing the order of booleans or lists', ordersUnordered],
  ['powers of powers (a ^ b ^ c)', chainsPowers],
  ['list slices whose bounds are not written as numbers', slicesFromUnknown],
  ['comparing lists with null, or null with lists', comparesNulls],
  ['any(), all(), none() and single() over null, missing properties or mixed types', quantifiesOtherwise],
  ['comparing text with numbers', comparesTextWithNumber],
  ['comparing nodes with those of nodes(p) that have no name of their own', comparesPathNodes],
  ['adding text, numbers and lists to each other', addsUnlike],
  ['path lengths whose bounds are the wrong way round', reversedBounds],
  ['conversions between text and numbers with a fraction', convertsParts],
  ['range() in steps that may lead away from its end', stepsPastEnd],
  ['EXISTS, COUNT or a pattern in the WHERE of OPTIONAL MATCH', optionalSubquery],
  [
    'split() by nothing',
    (tokens, index) =>
      calls(tokens, index, 'SPLIT') && /^(?:''|"")$/.test(text(argumentsOf(tokens, index)[1])),
  ],
];

/** What of a statement the engine would answer otherwise than Neo4j; undefined where nothing is known. */
export function answeredOtherwise(statement: string): string | undefined {
  const tokens = tokensOf(statement);
  const bound = boundNames(tokens);
  return RULES.find(([, holds]) => tokens.some((_, index) => holds(tokens, index, bound)))?.[0];
}
