/**
 * What kind of value an expression gives, as far as it concerns the graph. The embedded engine returns the internal
 * number of a node or relationship where it does not know at planning time that a column holds one (`CASE … THEN n`,
 * `RETURN a, count(*)`). With the type known from the statement such a number is exact; without, it is not shown.
 */
import { closing, isSymbol, isWord, outerIndexes, splitOuter, type Token } from './embedded-tokens.ts';

export type Type =
  | { readonly is: 'scalar' | 'node' | 'relationship' | 'path' | 'null' | 'unknown' }
  | { readonly is: 'list'; readonly of: Type }
  | { readonly is: 'map'; readonly of: Readonly<Record<string, Type>> };

export type Scope = ReadonlyMap<string, Type>;

export const SCALAR: Type = { is: 'scalar' };
export const NODE: Type = { is: 'node' };
export const RELATIONSHIP: Type = { is: 'relationship' };
export const PATH: Type = { is: 'path' };
export const UNKNOWN: Type = { is: 'unknown' };
const NULL: Type = { is: 'null' };
export const listOf = (of: Type): Type => ({ is: 'list', of });

const isScalar = (type: Type): boolean =>
  type.is === 'scalar' || type.is === 'null' || (type.is === 'list' && isScalar(type.of));

/** The type of a value that is of one of two types. */
export function join(a: Type, b: Type): Type {
  if (a.is === 'null') return b;
  if (b.is === 'null') return a;
  if (a.is === 'list' && b.is === 'list') return listOf(join(a.of, b.of));
  if (a.is === 'map' && b.is === 'map') {
    const keys = new Set([...Object.keys(a.of), ...Object.keys(b.of)]);
    return {
      is: 'map',
      of: Object.fromEntries([...keys].map((key) => [key, join(a.of[key] ?? NULL, b.of[key] ?? NULL)])),
    };
  }
  if (isScalar(a) && isScalar(b)) return SCALAR;
  return a.is === b.is ? a : UNKNOWN;
}

/** The type of an element. */
export const elementOf = (type: Type): Type =>
  type.is === 'list' ? type.of : type.is === 'scalar' || type.is === 'null' ? SCALAR : UNKNOWN;

/** Functions that give what their argument is made of; all others that are known give scalars. */
const GRAPH_FUNCTIONS: Readonly<Record<string, (args: readonly Type[]) => Type>> = {
  collect: ([type = UNKNOWN]) => listOf(type),
  head: ([type = UNKNOWN]) => elementOf(type),
  last: ([type = UNKNOWN]) => elementOf(type),
  tail: ([type = UNKNOWN]) => type,
  reverse: ([type = UNKNOWN]) => type,
  nodes: () => listOf(NODE),
  relationships: () => listOf(RELATIONSHIP),
  rels: () => listOf(RELATIONSHIP),
  startnode: () => NODE,
  endnode: () => NODE,
  coalesce: (args) => args.reduce(join, NULL),
  min: ([type = UNKNOWN]) => type,
  max: ([type = UNKNOWN]) => type,
  shortestpath: () => PATH,
  allshortestpaths: () => listOf(PATH),
};

const SCALAR_FUNCTIONS = new Set(
  `abs acos all any asin atan atan2 avg ceil char_length character_length cos cot count date datetime degrees duration
   e elementid endswith exists exp floor haversin id isempty isnan keys labels left length localdatetime localtime log
   log10 lower ltrim none normalize nullif percentilecont percentiledisc pi properties radians rand randomuuid range
   replace right round rtrim sign sin single size split sqrt stdev stdevp substring sum tan time timestamp toboolean
   tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull tolower
   tostring tostringlist tostringornull toupper trim type upper valuetype`.split(/\s+/),
);

/** Operators whose result is no part of the graph, whatever they compare. */
const isOperator = (token: Token): boolean =>
  (token.kind === 'symbol' &&
    ['=', '<>', '<', '>', '<=', '>=', '=~', '-', '*', '/', '%', '^'].includes(token.text)) ||
  isWord(token, 'AND', 'OR', 'XOR', 'NOT', 'IN', 'STARTS', 'ENDS', 'CONTAINS', 'IS');

const nameOf = (token: Token | undefined): string | undefined =>
  token?.kind === 'word' || token?.kind === 'quoted' ? token.text : undefined;

/** Variables that a pattern binds: nodes, relationships (lists of them where the length varies), and paths. */
export function patternScope(tokens: readonly Token[], scope: Scope): Map<string, Type> {
  const bound = new Map(scope);
  tokens.forEach((token, index) => {
    const name = nameOf(token);
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (name === undefined) return;
    if (
      isSymbol(before, '(') &&
      (after === undefined || [')', ':', '{'].some((text) => isSymbol(after, text)) || isWord(after, 'WHERE'))
    ) {
      const called = nameOf(tokens[index - 2]) !== undefined;
      if (!called && !bound.has(name)) bound.set(name, NODE);
    } else if (isSymbol(before, '[') && isSymbol(tokens[index - 2], '-')) {
      const inside = tokens.slice(index, closing(tokens, index - 1));
      const many = inside.some((part) => isSymbol(part, '*'));
      if (!bound.has(name)) bound.set(name, many ? listOf(RELATIONSHIP) : RELATIONSHIP);
    } else if (
      isSymbol(after, '=') &&
      (isSymbol(tokens[index + 2], '(') || isSymbol(tokens[index + 3], '('))
    ) {
      if (index === 0 || isSymbol(before, ',')) bound.set(name, PATH);
    }
  });
  return bound;
}

/** `[x IN list WHERE … | expression]`, `[(a)-->(b) | expression]` or `[a, b]`; tokens without the outer brackets. */
function listType(inside: readonly Token[], scope: Scope): Type {
  if (inside.length === 0) return listOf(NULL);
  const [source = [], result] = splitOuter(inside, (token) => isSymbol(token, '|'));
  const variable = nameOf(source[0]);
  if (variable !== undefined && isWord(source[1], 'IN')) {
    const [list = []] = splitOuter(source.slice(2), (token) => isWord(token, 'WHERE'));
    const element = elementOf(typeOf(list, scope));
    return listOf(result ? typeOf(result, new Map(scope).set(variable, element)) : element);
  }
  if (result) {
    const [pattern = []] = splitOuter(source, (token) => isWord(token, 'WHERE'));
    return listOf(typeOf(result, patternScope(pattern, scope)));
  }
  const items = splitOuter(inside, (token) => isSymbol(token, ','));
  return listOf(items.map((item) => typeOf(item, scope)).reduce(join, NULL));
}

/** `{key: expression, …}`, and with `.key`, `.*` and variables as in `n{.name, m}`; tokens without the braces. */
function mapType(inside: readonly Token[], scope: Scope): Type {
  const entries = splitOuter(inside, (token) => isSymbol(token, ',')).flatMap((item): [string, Type][] => {
    const name = nameOf(item[0]);
    if (name === undefined) return nameOf(item[1]) === undefined ? [] : [[nameOf(item[1]) ?? '', SCALAR]];
    return [[name, isSymbol(item[1], ':') ? typeOf(item.slice(2), scope) : (scope.get(name) ?? UNKNOWN)]];
  });
  return { is: 'map', of: Object.fromEntries(entries) };
}

function caseType(inside: readonly Token[], scope: Scope): Type {
  const parts = splitOuter(inside, (token) => isWord(token, 'WHEN', 'THEN', 'ELSE'));
  const keywords = outerIndexes(inside)
    .map((index) => inside[index])
    .filter((token) => isWord(token, 'WHEN', 'THEN', 'ELSE'));
  const branches = parts.slice(1).filter((_, index) => !isWord(keywords[index], 'WHEN'));
  return branches.map((branch) => typeOf(branch, scope)).reduce(join, NULL);
}

function callType(name: string, inside: readonly Token[], scope: Scope): Type {
  const given = isWord(inside[0], 'DISTINCT') ? inside.slice(1) : inside;
  const known = GRAPH_FUNCTIONS[name];
  if (known)
    return known(splitOuter(given, (token) => isSymbol(token, ',')).map((arg) => typeOf(arg, scope)));
  return SCALAR_FUNCTIONS.has(name) ? SCALAR : UNKNOWN;
}

/** The type of what an expression begins with, and how many tokens that takes. */
function primary(tokens: readonly Token[], scope: Scope): { type: Type; length: number } {
  const [first, second] = tokens;
  if (first?.kind === 'string' || first?.kind === 'number' || first?.kind === 'parameter')
    return { type: SCALAR, length: 1 };
  if (isSymbol(first, '(') || isSymbol(first, '[') || isSymbol(first, '{')) {
    const length = closing(tokens, 0);
    const inside = tokens.slice(1, length - 1);
    const read = isSymbol(first, '(') ? typeOf : isSymbol(first, '[') ? listType : mapType;
    return { type: read(inside, scope), length };
  }
  if (isWord(first, 'CASE')) {
    const end = outerIndexes(tokens)[0] ?? tokens.length;
    return { type: caseType(tokens.slice(1, end - 1), scope), length: end };
  }
  const name = nameOf(first);
  if (name === undefined) return { type: UNKNOWN, length: tokens.length };
  if (isSymbol(second, '(')) {
    const end = closing(tokens, 1);
    return { type: callType(name.toLowerCase(), tokens.slice(2, end - 1), scope), length: end };
  }
  if (isSymbol(second, '{')) {
    const end = closing(tokens, 1);
    if (isWord(first, 'COUNT', 'EXISTS')) return { type: SCALAR, length: end };
    return { type: scope.has(name) ? mapType(tokens.slice(2, end - 1), scope) : UNKNOWN, length: end };
  }
  if (isWord(first, 'NULL')) return { type: NULL, length: 1 };
  if (isWord(first, 'TRUE', 'FALSE')) return { type: SCALAR, length: 1 };
  return { type: scope.get(name) ?? UNKNOWN, length: 1 };
}

/** Applies `.key`, `[index]` and `[from..to]` to what stands before them. */
function postfix(start: Type, tokens: readonly Token[]): Type {
  let type = start;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isSymbol(tokens[index], '.')) {
      const key = nameOf(tokens[index + 1]) ?? '';
      type = type.is === 'map' ? (type.of[key] ?? NULL) : type.is === 'unknown' ? UNKNOWN : SCALAR;
      index += 1;
    } else if (isSymbol(tokens[index], '[')) {
      const end = closing(tokens, index);
      const sliced = tokens.slice(index, end).some((token) => isSymbol(token, '..'));
      if (!sliced)
        type =
          type.is === 'list'
            ? type.of
            : isScalar(type) || type.is === 'node' || type.is === 'relationship'
              ? SCALAR
              : UNKNOWN;
      index = end - 1;
    } else if (isSymbol(tokens[index], ':')) {
      return SCALAR;
    } else {
      return UNKNOWN;
    }
  }
  return type;
}

/** The type of an expression. Anything not understood is `unknown`, unless nothing of the graph stands in it. */
export function typeOf(tokens: readonly Token[], scope: Scope): Type {
  if (tokens.length === 0) return UNKNOWN;
  const outer = outerIndexes(tokens).map((index) => tokens[index]);
  const terms = splitOuter(tokens, (token) => isSymbol(token, '+'));
  if (outer.some((token) => token !== undefined && isOperator(token))) return SCALAR;
  if (terms.length > 1) {
    const types = terms.map((term) => typeOf(term, scope));
    if (types.every(isScalar)) return SCALAR;
    const elements = types.map((type) => (type.is === 'list' ? type.of : type));
    return types.some(({ is }) => is === 'list') ? listOf(elements.reduce(join, NULL)) : UNKNOWN;
  }
  const { type, length } = primary(tokens, scope);
  const whole = postfix(type, tokens.slice(length));
  if (whole.is !== 'unknown') return whole;
  const touched = tokens.some((token) => {
    const found = scope.get(nameOf(token) ?? '');
    return found !== undefined && !isScalar(found);
  });
  return touched ? UNKNOWN : SCALAR;
}
