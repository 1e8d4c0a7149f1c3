/** The columns that a statement returns: their names as the person wrote them, and what they hold. */
import {
  closing,
  isSymbol,
  isWord,
  outerIndexes,
  splitOuter,
  type Token,
  tokensOf,
} from './embedded-tokens.ts';
import {
  elementOf,
  join,
  patternScope,
  SCALAR,
  type Scope,
  type Type,
  typeOf,
  UNKNOWN,
} from './embedded-types.ts';

export interface Column {
  readonly name: string;
  readonly type: Type;
  /** It comes from `*`: the engine has these in another order, under the same names. */
  readonly starred: boolean;
}

const CLAUSES = [
  'OPTIONAL',
  'MATCH',
  'WITH',
  'RETURN',
  'UNWIND',
  'CALL',
  'UNION',
  'WHERE',
  'ORDER',
  'SKIP',
  'OFFSET',
  'LIMIT',
  'YIELD',
];

interface Clause {
  readonly keyword: string;
  readonly body: readonly Token[];
}

/** Whether a word at an index is a keyword there and not a name: names follow dots, colons, `AS` and commas. */
function isKeyword(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isSymbol(before, '.') || isSymbol(before, ':') || isWord(before, 'AS')) return false;
  // STARTS WITH and ENDS WITH are operators.
  return !(isWord(tokens[index], 'WITH') && isWord(before, 'STARTS', 'ENDS'));
}

function clausesOf(tokens: readonly Token[]): Clause[] {
  const starts = outerIndexes(tokens).filter(
    (index) => isWord(tokens[index], ...CLAUSES) && isKeyword(tokens, index),
  );
  return starts.map((start, place) => ({
    keyword: tokens[start]?.text.toUpperCase() ?? '',
    body: tokens.slice(start + 1, starts[place + 1] ?? tokens.length),
  }));
}

/** The items of a RETURN or WITH; `*` stands for the whole scope. */
function itemsOf(body: readonly Token[], scope: Scope, text: string): Column[] {
  const items = splitOuter(isWord(body[0], 'DISTINCT') ? body.slice(1) : body, (token) =>
    isSymbol(token, ','),
  );
  return items.flatMap((item): Column[] => {
    const last = item.at(-1);
    const first = item[0];
    if (!first || !last) return [];
    if (item.length === 1 && isSymbol(first, '*')) {
      return [...scope]
        .map(([name, type]) => ({ name, type, starred: true }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    }
    const named = isWord(item.at(-2), 'AS') && item.length > 2;
    const expression = named ? item.slice(0, -2) : item;
    const name =
      named || (item.length === 1 && first.kind === 'quoted') ? last.text : text.slice(first.start, last.end);
    return [{ name, type: typeOf(expression, scope), starred: false }];
  });
}

/** CALL { … }, CALL (x) { … } and CALL procedure(…) YIELD …: what they add to the scope. */
function calledScope(body: readonly Token[], scope: Scope, text: string): Map<string, Type> {
  const open = body.findIndex((token) => isSymbol(token, '{'));
  const scoped = isSymbol(body[0], '(') && open === closing(body, 0);
  if (open !== 0 && !scoped) return new Map(scope);
  const inner = columnsOfTokens(body.slice(open + 1, closing(body, open) - 1), scope, text) ?? [];
  return new Map([...scope, ...inner.map(({ name, type }): [string, Type] => [name, type])]);
}

function yielded(body: readonly Token[], scope: Scope): Map<string, Type> {
  const next = new Map(scope);
  for (const item of splitOuter(body, (token) => isSymbol(token, ','))) {
    const name = item.at(-1)?.text;
    if (name !== undefined) next.set(name, SCALAR);
  }
  return next;
}

function unwound(body: readonly Token[], scope: Scope): Map<string, Type> {
  const name = body.at(-1)?.text ?? '';
  return new Map(scope).set(name, elementOf(typeOf(body.slice(0, -2), scope)));
}

/** Columns of one statement without UNION; null where it returns none that are known (a bare procedure call). */
function columnsOfPart(clauses: readonly Clause[], outer: Scope, text: string): Column[] | null {
  let scope = new Map(outer);
  for (const { keyword, body } of clauses) {
    if (keyword === 'MATCH') scope = patternScope(body, scope);
    else if (keyword === 'UNWIND') scope = unwound(body, scope);
    else if (keyword === 'CALL') scope = calledScope(body, scope, text);
    else if (keyword === 'YIELD') scope = yielded(body, scope);
    else if (keyword === 'WITH') {
      scope = new Map(itemsOf(body, scope, text).map(({ name, type }) => [name, type]));
    } else if (keyword === 'RETURN') return itemsOf(body, scope, text);
  }
  return null;
}

function columnsOfTokens(tokens: readonly Token[], scope: Scope, text: string): Column[] | null {
  const parts: Clause[][] = [[]];
  for (const clause of clausesOf(tokens)) {
    if (clause.keyword === 'UNION') parts.push([]);
    else parts.at(-1)?.push(clause);
  }
  const columns = parts.map((part) => columnsOfPart(part, scope, text));
  const [first] = columns;
  if (!first || columns.some((part) => part?.length !== first.length)) return null;
  return first.map(({ type, ...column }, index) => ({
    ...column,
    type: columns.map((part) => part?.[index]?.type ?? UNKNOWN).reduce(join, type),
  }));
}

/** The columns of a statement in order; null where they cannot be told from its text. */
export function columnsOf(text: string): Column[] | null {
  const tokens = tokensOf(text).filter((token) => !isSymbol(token, ';'));
  if (isWord(tokens[0], 'EXPLAIN', 'PROFILE')) return null;
  return columnsOfTokens(tokens, new Map(), text);
}
