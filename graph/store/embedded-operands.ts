/** What the operands of an expression are, as far as the statement's text tells: texts, numbers, lists, nothing known. */
import { closing, isSymbol, isWord, splitOuter, type Token } from './embedded-tokens.ts';

/**
 * `float` may be whole and then loses its point in text; `numeric` is text that reads as a number, `decimal` one with a
 * fraction.
 */
export type Kind = 'number' | 'float' | 'text' | 'numeric' | 'decimal' | 'truth' | 'list' | 'null';
/** All that a value may be; empty where nothing is known. */
export type Kinds = ReadonlySet<Kind>;
/** What names stand for, and what the elements are of names that stand for lists. */
export interface Bound {
  readonly kinds: ReadonlyMap<string, Kinds>;
}

const NOTHING: Kinds = new Set();
const of = (...kinds: Kind[]): Kinds => new Set(kinds);
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const TEXT_PROPERTIES = words('id name title published eventDate firstDate lastDate date text quote');
const NUMBER_PROPERTIES = words('claimCount start end index characters');
const FLOAT_PROPERTIES = words('confidence latitude longitude');
const TRUTH_PROPERTIES = words('provisional symmetric');
const LIST_PROPERTIES = words('aliases labels modalities backgroundDocuments');
const TEXT_FUNCTIONS = words(
  'type tostring toupper tolower upper lower trim ltrim rtrim left right replace substring elementid',
);
const NUMBER_FUNCTIONS = words('size count length tointeger id sign timestamp');
const FLOAT_FUNCTIONS = words(
  'tofloat avg round floor ceil sqrt exp log log10 stdev stdevp percentilecont rand sin cos tan pi e',
);
const LIST_FUNCTIONS = words('collect labels keys nodes relationships split range tail');

const isAny = (token: Token | undefined, ...symbols: readonly string[]): boolean =>
  symbols.some((symbol) => isSymbol(token, symbol));

/** Index of the bracket that the one at `index` closes; -1 where there is none. */
export function opening(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at >= 0; at -= 1) {
    if (isAny(tokens[at], ')', ']', '}')) depth += 1;
    else if (isAny(tokens[at], '(', '[', '{')) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

const ENDS =
  'AND OR XOR NOT WHERE RETURN WITH UNWIND WHEN THEN ELSE CASE END AS IN DISTINCT BY ORDER SKIP LIMIT MATCH OPTIONAL CALL UNION STARTS ENDS CONTAINS IS ASC DESC'.split(
    ' ',
  );

/** Where an operand of a comparison ends: a keyword, a comma, another comparison. `+` and the like are part of it. */
const separates = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind === 'word') return isWord(token, ...ENDS) && !isSymbol(tokens[index - 1], '.');
  return isAny(token, ',', '=', '<>', '<', '>', '<=', '>=', '=~', '|', ':', ';', '..');
};

/** The tokens of the operand that ends before an index; `stops` ends it besides. */
export function before(tokens: readonly Token[], index: number): readonly Token[] {
  let at = index - 1;
  while (at >= 0 && !separates(tokens, at) && !isAny(tokens[at], '(', '[', '{')) {
    if (isAny(tokens[at], ')', ']', '}')) at = opening(tokens, at);
    if (at < 0) break;
    at -= 1;
  }
  return tokens.slice(at + 1, index);
}

/** The tokens of the operand that begins after an index. */
export function after(tokens: readonly Token[], index: number): readonly Token[] {
  let at = index + 1;
  while (at < tokens.length && !separates(tokens, at) && !isAny(tokens[at], ')', ']', '}')) {
    at = isAny(tokens[at], '(', '[', '{') ? closing(tokens, at) : at + 1;
  }
  return tokens.slice(index + 1, at);
}

/** The elements of a list that is written out; undefined for anything else. */
export function elements(operand: readonly Token[]): (readonly Token[])[] | undefined {
  if (!isSymbol(operand[0], '[') || closing(operand, 0) !== operand.length) return undefined;
  const inside = operand.slice(1, -1);
  if (isWord(inside[1], 'IN') || inside.some((token) => isSymbol(token, '|'))) return undefined;
  return inside.length === 0 ? [] : splitOuter(inside, (token) => isSymbol(token, ','));
}

function textKind(text: string): Kind {
  const inside = text.slice(1, -1).trim();
  if (inside === '' || !Number.isFinite(Number(inside))) return 'text';
  return /[.eE]/.test(inside) ? 'decimal' : 'numeric';
}

function namedKinds(name: string): Kinds {
  if (TEXT_PROPERTIES.has(name)) return of('text', 'numeric');
  if (NUMBER_PROPERTIES.has(name)) return of('number');
  if (FLOAT_PROPERTIES.has(name)) return of('float');
  if (TRUTH_PROPERTIES.has(name)) return of('truth');
  return LIST_PROPERTIES.has(name) ? of('list') : NOTHING;
}

function calledKinds(name: string): Kinds {
  if (TEXT_FUNCTIONS.has(name)) return of('text', 'numeric');
  if (NUMBER_FUNCTIONS.has(name)) return of('number');
  if (FLOAT_FUNCTIONS.has(name)) return of('float');
  return LIST_FUNCTIONS.has(name) ? of('list') : NOTHING;
}

/** The kinds of a value without operators. */
function valueKinds(operand: readonly Token[], bound: Bound): Kinds {
  const [first, second] = operand;
  const last = operand.at(-1);
  if (isSymbol(first, '(') && closing(operand, 0) === operand.length)
    return kindsOf(operand.slice(1, -1), bound);
  if (isSymbol(first, '[') && closing(operand, 0) === operand.length) return of('list');
  if (first?.kind === 'word' && isAny(second, '(', '{') && closing(operand, 1) === operand.length)
    return calledKinds(first.text.toLowerCase());
  if (isSymbol(operand.at(-2), '.') && (last?.kind === 'word' || last?.kind === 'quoted'))
    return namedKinds(last.text);
  if (operand.length !== 1 || first === undefined) return NOTHING;
  if (first.kind === 'string') return of(textKind(first.text));
  if (first.kind === 'number')
    return of(/[.eE]/.test(first.text) && Number.isInteger(Number(first.text)) ? 'float' : 'number');
  if (isWord(first, 'TRUE', 'FALSE')) return of('truth');
  if (isWord(first, 'NULL')) return of('null');
  return bound.kinds.get(first.text) ?? NOTHING;
}

/** The kinds of an expression without comparisons. */
export function kindsOf(operand: readonly Token[], bound: Bound): Kinds {
  const given = isSymbol(operand[0], '-') ? operand.slice(1) : operand;
  const signed = given.length !== operand.length;
  const sums = splitOuter(given, (token) => isSymbol(token, '+'));
  if (sums.length > 1) {
    const kinds = sums.map((term) => kindsOf(term, bound));
    if (kinds.some((kind) => kind.has('list'))) return of('list');
    if (kinds.some((kind) => kind.has('text') || kind.has('numeric'))) return of('text', 'numeric');
    if (kinds.some((kind) => kind.size === 0)) return NOTHING;
    return of(kinds.some((kind) => kind.has('float')) ? 'float' : 'number');
  }
  const terms = splitOuter(given, (token) => isAny(token, '-', '*', '/', '%', '^'));
  if (terms.length > 1) {
    const kinds = terms.map((term) => kindsOf(term, bound));
    const fraction = given.some((token) => isSymbol(token, '^') || /^\d*\.\d/.test(token.text));
    return of(fraction || kinds.some((kind) => kind.has('float')) ? 'float' : 'number');
  }
  const kinds = valueKinds(given, bound);
  return signed && kinds.size === 0 ? of('number') : kinds;
}

const union = (all: readonly Kinds[]): Kinds =>
  all.some(({ size }) => size === 0) ? NOTHING : new Set(all.flatMap((kinds) => [...kinds]));

/** The kinds of the elements of a list. */
export function elementKinds(list: readonly Token[], bound: Bound): Kinds {
  const items = elements(list);
  if (items !== undefined) return union(items.map((item) => kindsOf(item, bound)));
  const name = list.at(-1);
  if (isSymbol(list.at(-2), '.') && LIST_PROPERTIES.has(name?.text ?? '')) return of('text', 'numeric');
  return isWord(list[0], 'RANGE') && isSymbol(list[1], '(') ? of('number') : NOTHING;
}

/** `[x IN list …]`, `any(x IN list …)`: IN gives a name to the elements there. */
export const bindsName = (tokens: readonly Token[], index: number): boolean =>
  isSymbol(tokens[index - 2], '[') ||
  (isSymbol(tokens[index - 2], '(') && isWord(tokens[index - 3], 'ANY', 'ALL', 'NONE', 'SINGLE'));

/** What the names of a statement stand for: `… AS name`, `UNWIND list AS name`, `(name IN list`, `[name IN list`. */
export function boundNames(tokens: readonly Token[]): Bound {
  const kinds = new Map<string, Kinds>();
  const bound = { kinds };
  const bind = (name: string, found: Kinds) =>
    kinds.set(name, kinds.has(name) ? union([kinds.get(name) ?? NOTHING, found]) : found);
  tokens.forEach((token, index) => {
    const name = tokens[index + 1]?.text ?? '';
    if (isWord(token, 'AS')) {
      const value = before(tokens, index);
      const start = tokens[index - value.length - 1];
      bind(name, isWord(start, 'UNWIND') ? elementKinds(value, bound) : wholeKinds(tokens, index, bound));
    } else if (isAny(token, '(', '[') && isWord(tokens[index + 2], 'IN')) {
      bind(name, elementKinds(after(tokens, index + 2), bound));
    }
  });
  return bound;
}

/** The kinds of what stands before AS; comparisons and CASE are not looked into. */
function wholeKinds(tokens: readonly Token[], index: number, bound: Bound): Kinds {
  const value = before(tokens, index);
  const start = tokens[index - value.length - 1];
  const whole = isSymbol(start, ',') || isWord(start, 'RETURN', 'WITH', 'DISTINCT');
  return whole ? kindsOf(value, bound) : NOTHING;
}
