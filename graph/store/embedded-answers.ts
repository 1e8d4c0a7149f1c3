/**
 * Expressions to which the embedded engine (0.6.0) gives another answer than Neo4j without saying so, found by running
 * both. A person's statement with one of them is refused: no answer is better than a wrong one.
 */
import { closing, isSymbol, isWord, type Token, tokensOf } from './embedded-tokens.ts';

type Rule = (tokens: readonly Token[], index: number) => boolean;

const isAny = (token: Token | undefined, ...symbols: readonly string[]): boolean =>
  symbols.some((symbol) => isSymbol(token, symbol));
const isTruth = (token: Token | undefined): boolean => isWord(token, 'TRUE', 'FALSE');

/** A bracket that opens a list, not an index, a slice or a relationship. */
function opensList(tokens: readonly Token[], index: number): boolean {
  if (!isSymbol(tokens[index], '[')) return false;
  const before = tokens[index - 1];
  const isValue =
    before?.kind === 'word' &&
    !isWord(
      before,
      'IN',
      'RETURN',
      'WITH',
      'UNWIND',
      'AND',
      'OR',
      'NOT',
      'WHEN',
      'THEN',
      'ELSE',
      'DISTINCT',
      'WHERE',
      'XOR',
      'BY',
    );
  return (
    !isValue &&
    before?.kind !== 'quoted' &&
    before?.kind !== 'parameter' &&
    !isAny(before, ')', ']', '}', '-')
  );
}

/** Index of the bracket that the one at `index` closes; -1 where there is none. */
function opening(tokens: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    if (isAny(tokens[at], '(', '[', '{') && closing(tokens, at) === index + 1) return at;
  }
  return -1;
}

const endsList: Rule = (tokens, index) =>
  isSymbol(tokens[index], ']') && opensList(tokens, opening(tokens, index));

/** The tokens inside the bracket at an index. */
const within = (tokens: readonly Token[], index: number): readonly Token[] =>
  tokens.slice(index + 1, closing(tokens, index) - 1);

const isArrow: Rule = (tokens, index) =>
  isAny(tokens[index - 1], '-') || (isSymbol(tokens[index], '<') && isAny(tokens[index + 1], '-'));

const ordersUnordered: Rule = (tokens, index) => {
  if (!isAny(tokens[index], '<', '>', '<=', '>=') || isArrow(tokens, index)) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return (
    isTruth(before) ||
    isTruth(after) ||
    opensList(tokens, index + 1) ||
    endsList(tokens, index - 1) ||
    (before?.kind === 'word' &&
      after?.kind === 'word' &&
      before.text === after.text &&
      !isAny(tokens[index - 2], '.'))
  );
};

const chainsPowers: Rule = (tokens, index) => {
  if (!isSymbol(tokens[index], '^')) return false;
  const rest = tokens.slice(index + 1);
  const stop = rest.findIndex(
    (token) => isAny(token, ',', '^', '=', '<', '>') || isWord(token, 'AND', 'OR', 'AS', 'ORDER', 'LIMIT'),
  );
  return stop >= 0 && isSymbol(rest[stop], '^');
};

const slicesFromEnd: Rule = (tokens, index) => {
  if (!isSymbol(tokens[index], '[') || opensList(tokens, index)) return false;
  const inside = within(tokens, index);
  const range = inside.findIndex((token) => isSymbol(token, '..'));
  if (range < 0 || inside.some((token) => isSymbol(token, '*'))) return false;
  return [inside[0], inside[range + 1]].some((token) => isSymbol(token, '-') || isWord(token, 'NULL'));
};

const listWithNull: Rule = (tokens, index) =>
  opensList(tokens, index) &&
  within(tokens, index).some(
    (token, at, inside) => isWord(token, 'NULL') && !isWord(inside[at - 1], 'IS', 'NOT'),
  );

const quantifies = (token: Token | undefined) => isWord(token, 'ANY', 'ALL', 'NONE', 'SINGLE');

/** Lists with null in them, where they are compared, searched or quantified over. */
const comparesNulls: Rule = (tokens, index) => {
  if (isWord(tokens[index], 'NULL') && isWord(tokens[index + 1], 'IN')) return true;
  if (!listWithNull(tokens, index)) return false;
  return tokens.some(
    (token, at) => (quantifies(token) && isSymbol(tokens[at + 1], '(')) || isAny(token, '=', '<>'),
  );
};

/** `none(x IN list WHERE x.key …)`: a missing property makes the answer null, which the engine takes for false. */
const quantifiesMissing: Rule = (tokens, index) => {
  if (!isWord(tokens[index], 'NONE', 'SINGLE') || !isSymbol(tokens[index + 1], '(')) return false;
  const inside = within(tokens, index + 1);
  const variable = inside[0]?.text;
  return inside.some((token, at) => at > 0 && token.text === variable && isSymbol(inside[at + 1], '.'));
};

const isNumeric = (token: Token | undefined): boolean =>
  token?.kind === 'string' &&
  token.text.length > 2 &&
  Number.isFinite(Number(token.text.slice(1, -1).trim() || 'x'));

/** `CASE x WHEN 1`, which compares; not `CASE WHEN x`. */
const isSimpleCase: Rule = (tokens, index) =>
  isWord(tokens[index], 'CASE') && !isWord(tokens[index + 1], 'WHEN');

/** Properties of ours that hold text, some of it a year. */
const TEXTS = [
  'id',
  'name',
  'title',
  'published',
  'eventDate',
  'firstDate',
  'lastDate',
  'date',
  'text',
  'quote',
];

/** Text compared with a number: the engine reads the text as a number. */
const comparesTextWithNumber: Rule = (tokens, index) => {
  const token = tokens[index];
  const compares = isAny(token, '=', '<>') || isWord(token, 'IN') || isSimpleCase(tokens, index);
  if (!compares) return false;
  if (tokens.some(isNumeric) && tokens.some(({ kind }) => kind === 'number')) return true;
  const literal = opensList(tokens, index + 1)
    ? within(tokens, index + 1)
    : tokens.slice(index + 1, index + 2);
  const property = isSymbol(tokens[index - 2], '.') && TEXTS.includes(tokens[index - 1]?.text ?? '');
  return property && literal.some(({ kind }) => kind === 'number');
};

/** Properties of ours that hold numbers. */
const NUMBERS = ['claimCount', 'confidence', 'start', 'end', 'index', 'latitude', 'longitude', 'characters'];
const COUNTS = ['size', 'count', 'length', 'sum', 'avg', 'abs', 'round', 'tointeger', 'tofloat'];

/** `3 + ' claims'`, `[1] + 2`: the engine gives null. */
const addsUnlike: Rule = (tokens, index) => {
  if (!isSymbol(tokens[index], '+')) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const call = isSymbol(before, ')') ? tokens[opening(tokens, index - 1) - 1]?.text.toLowerCase() : undefined;
  const number =
    before?.kind === 'number' ||
    COUNTS.includes(call ?? '') ||
    (isSymbol(tokens[index - 2], '.') && NUMBERS.includes(before?.text ?? ''));
  const startsList = opensList(tokens, index + 1);
  if (after?.kind === 'string') return number || isTruth(before) || endsList(tokens, index - 1);
  if (startsList && isSymbol(tokens[closing(tokens, index + 1)], '[')) return true;
  const literal = (token: Token | undefined) =>
    token?.kind === 'number' || token?.kind === 'string' || isTruth(token);
  if (endsList(tokens, index - 1))
    return literal(after) || (after?.kind === 'word' && isSymbol(tokens[index + 2], '['));
  return startsList && literal(before);
};

const reversedBounds: Rule = (tokens, index) =>
  isSymbol(tokens[index], '*') &&
  isSymbol(tokens[index + 2], '..') &&
  Number(tokens[index + 1]?.text) > Number(tokens[index + 3]?.text);

const calls = (tokens: readonly Token[], index: number, name: string) =>
  isWord(tokens[index], name) && isSymbol(tokens[index + 1], '(');

const convertsParts: Rule = (tokens, index) =>
  (calls(tokens, index, 'TOINTEGER') &&
    tokens[index + 2]?.kind === 'string' &&
    tokens[index + 2]?.text.includes('.') === true) ||
  (calls(tokens, index, 'TOSTRING') &&
    within(tokens, index + 1).some(({ kind, text }) => kind === 'number' && /[.eE]/.test(text)));

const RULES: readonly (readonly [string, Rule])[] = [
  ['comparing the order of booleans or lists', ordersUnordered],
  ['powers of powers (a ^ b ^ c)', chainsPowers],
  ['list slices that count from the end or from null', slicesFromEnd],
  ['comparing with or quantifying over lists with null', comparesNulls],
  ['none() and single() over properties that may be missing', quantifiesMissing],
  ['comparing text with numbers', comparesTextWithNumber],
  ['adding text, numbers and lists to each other', addsUnlike],
  ['path lengths whose bounds are the wrong way round', reversedBounds],
  ['conversions between text and numbers with a fraction', convertsParts],
  [
    'rounding of negative numbers',
    (tokens, index) => calls(tokens, index, 'ROUND') && isSymbol(tokens[index + 2], '-'),
  ],
  [
    'split() by nothing',
    (tokens, index) =>
      calls(tokens, index, 'SPLIT') &&
      within(tokens, index + 1).some(({ text }) => text === "''" || text === '""'),
  ],
];

/** What of a statement the engine would answer otherwise than Neo4j; undefined where nothing is known. */
export function answeredOtherwise(text: string): string | undefined {
  const tokens = tokensOf(text);
  return RULES.find(([, holds]) => tokens.some((_, index) => holds(tokens, index)))?.[0];
}
