/** Where the embedded engine's Cypher is narrower than Neo4j's: what can be written otherwise, and what has to be refused. */
import { closing, isSymbol, isWord, splitOuter, type Token, tokensOf } from './embedded-tokens.ts';

/** Keywords that the engine does not take as names without backticks, though Cypher does. */
const RESERVED =
  `AND AS ASC BY CALL CASE CONTAINS CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS EXISTS FALSE FOREACH
  IN IS LIMIT LOAD MATCH MERGE NOT NULL ON OPTIONAL OR ORDER REMOVE RETURN SET SKIP STARTS THEN TRUE UNION UNWIND WHEN
  WHERE WITH XOR YIELD`.split(/\s+/);

/** What the innermost bracket around a token is. */
type Bracket = 'map' | 'block' | 'relationship' | 'other';

function bracketOf(tokens: readonly Token[], index: number): Bracket {
  const before = tokens[index - 1];
  if (isSymbol(tokens[index], '[')) return isSymbol(before, '-') ? 'relationship' : 'other';
  if (!isSymbol(tokens[index], '{')) return 'other';
  return isWord(before, 'CALL', 'EXISTS', 'COUNT', 'COLLECT') ? 'block' : 'map';
}

/** Whether a word stands where only a name can: a label, a type, a property, a key of a map, or after AS. */
function isName(tokens: readonly Token[], index: number, around: Bracket): boolean {
  const before = tokens[index - 1];
  if (isSymbol(before, '.') || isWord(before, 'AS')) return true;
  if (isSymbol(before, ':')) return around !== 'map';
  if (isSymbol(before, '|')) return around === 'relationship';
  return (
    around === 'map' && isSymbol(tokens[index + 1], ':') && (isSymbol(before, '{') || isSymbol(before, ','))
  );
}

export interface Rewritten {
  readonly text: string;
  /** The column of the person's text that a column of the rewritten text stands for. */
  readonly columnBefore: (line: number, column: number) => number;
}

/** A piece of a statement and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Backticks around keywords that stand as names, as the engine wants them. */
export function nameEdits(text: string): Edit[] {
  const tokens = tokensOf(text);
  const stack: Bracket[] = [];
  return tokens.flatMap((token, index): Edit[] => {
    if (['(', '[', '{'].some((open) => isSymbol(token, open))) stack.push(bracketOf(tokens, index));
    else if ([')', ']', '}'].some((close) => isSymbol(token, close))) stack.pop();
    else if (isWord(token, ...RESERVED) && isName(tokens, index, stack.at(-1) ?? 'other'))
      return [{ start: token.start, end: token.end, text: `\`${token.text}\`` }];
    return [];
  });
}

/** Applies edits that do not overlap; none of them may add or take a line. */
export function applyEdits(text: string, edits: readonly Edit[]): Rewritten {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let rewritten = '';
  let at = 0;
  for (const { start, end, text: instead } of sorted) {
    rewritten += text.slice(at, start) + instead;
    at = end;
  }
  const columnBefore = (line: number, column: number) => {
    const before = text.split('\n').slice(0, line - 1);
    const lineStart = before.join('\n').length + (line > 1 ? 1 : 0);
    let added = 0;
    for (const { start, end, text: instead } of sorted) {
      if (start < lineStart || start - lineStart + added >= column - 1) continue;
      const grown = instead.length - (end - start);
      added += Math.min(grown, Math.max(0, column - 1 - (end - lineStart + added)));
    }
    return column - added;
  };
  return { text: rewritten + text.slice(at), columnBefore };
}

/** The statement with keywords that stand as names in backticks. */
export const quoteNames = (text: string): Rewritten => applyEdits(text, nameEdits(text));

const RESERVED_KEYS = ['_id', '_labels', '_type', '_source', '_target'];

/** A name that the engine's own values carry: a map with it could pass for a node. */
export function reservedKey(text: string): string | undefined {
  return tokensOf(text).find(
    ({ kind, text: name }) => (kind === 'word' || kind === 'quoted') && RESERVED_KEYS.includes(name),
  )?.text;
}

/** A quantifier after a closing bracket: `((a)-->(b)){1,3}`, `(…)+`. */
function isQuantified(tokens: readonly Token[], index: number): boolean {
  if (!isSymbol(tokens[index], ')')) return false;
  const after = tokens[index + 1];
  const follows = tokens[index + 2];
  if (isSymbol(after, '{')) return follows?.kind === 'number' || isSymbol(follows, ',');
  return (isSymbol(after, '+') || isSymbol(after, '*')) && isSymbol(follows, '(');
}

/** `(n:A|B)`, `(n:!A)`, `(n:A&B)`, `n:A|B`; types in `[:A|B]` are understood by the engine. */
function isLabelExpression(tokens: readonly Token[], index: number): boolean {
  if (!isSymbol(tokens[index], ':')) return false;
  const inRelationship = tokens.slice(Math.max(0, index - 3), index).some((token) => isSymbol(token, '['));
  const next = tokens[index + 1];
  if (isSymbol(next, '!') || isSymbol(next, '%') || isSymbol(next, '(')) return true;
  const after = tokens[index + 2];
  return isSymbol(after, '&') || (isSymbol(after, '|') && !inRelationship);
}

/** WHERE inside the brackets of a node or relationship. */
function isInlineWhere(tokens: readonly Token[], index: number): boolean {
  const opens = isSymbol(tokens[index], '(') || isSymbol(tokens[index], '[');
  if (!opens || isWord(tokens[index - 1], 'ANY', 'ALL', 'NONE', 'SINGLE')) return false;
  const inside = tokens.slice(index + 1, closing(tokens, index));
  const where = inside.findIndex((token) => isWord(token, 'WHERE'));
  return (
    where >= 0 &&
    where <= 4 &&
    !inside.slice(0, where).some((token) => isWord(token, 'IN') || isSymbol(token, '-'))
  );
}

/** `WHEN 1, 2 THEN`. */
function isListedWhen(tokens: readonly Token[], index: number): boolean {
  if (!isWord(tokens[index], 'WHEN')) return false;
  const rest = tokens.slice(index + 1);
  const then = rest.findIndex((token) => isWord(token, 'THEN'));
  return splitOuter(rest.slice(0, Math.max(0, then)), (token) => isSymbol(token, ',')).length > 1;
}

/** `coalesce(a, b).name`. */
function isCallsProperty(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.kind !== 'word' || !isSymbol(tokens[index + 1], '(')) return false;
  const end = closing(tokens, index + 1);
  return isSymbol(tokens[end], '.') && tokens[end + 1]?.kind === 'word';
}

const NEO4J_FUNCTIONS =
  `ISEMPTY VALUETYPE NULLIF TOINTEGERORNULL TOFLOATORNULL TOBOOLEANORNULL TOSTRINGORNULL TOINTEGERLIST TOFLOATLIST
  TOBOOLEANLIST TOSTRINGLIST SHORTESTPATH ALLSHORTESTPATHS NORMALIZE HAVERSIN COT ISNAN`.split(/\s+/);
const TEMPORAL = ['DATE', 'DATETIME', 'TIME', 'LOCALTIME', 'LOCALDATETIME', 'DURATION'];

const CONSTRUCTS: readonly (readonly [string, (tokens: readonly Token[], index: number) => boolean])[] = [
  ['label expressions such as (n:A|B)', isLabelExpression],
  ['quantified path patterns such as ((a)-->(b)){1,3}', isQuantified],
  ['WHERE inside the brackets of a pattern', isInlineWhere],
  [
    'SHORTEST, ALL SHORTEST and ANY paths',
    (tokens, index) =>
      isWord(tokens[index], 'SHORTEST') ||
      (isWord(tokens[index], 'ANY') && isSymbol(tokens[index + 1], '(') && isSymbol(tokens[index + 2], '(')),
  ],
  [
    'COLLECT { … } subqueries',
    (tokens, index) => isWord(tokens[index], 'COLLECT') && isSymbol(tokens[index + 1], '{'),
  ],
  [
    'names with a backtick in them',
    (tokens, index) => tokens[index]?.kind === 'quoted' && tokens[index]?.text.includes('`') === true,
  ],
  [
    'round() to a precision',
    (tokens, index) =>
      isWord(tokens[index], 'ROUND') &&
      isSymbol(tokens[index + 1], '(') &&
      splitOuter(tokens.slice(index + 2, closing(tokens, index + 1) - 1), (token) => isSymbol(token, ','))
        .length > 1,
  ],
  ['points in space', (tokens, index) => isWord(tokens[index], 'POINT') && isSymbol(tokens[index + 1], '(')],
  [
    'CALL { … } IN TRANSACTIONS',
    (tokens, index) => isWord(tokens[index], 'IN') && isWord(tokens[index + 1], 'TRANSACTIONS'),
  ],
  [
    'type predicates such as x IS :: STRING',
    (tokens, index) => isSymbol(tokens[index], ':') && isSymbol(tokens[index + 1], ':'),
  ],
  [
    'functions that only Neo4j has',
    (tokens, index) => isSymbol(tokens[index + 1], '(') && isWord(tokens[index], ...NEO4J_FUNCTIONS),
  ],
  [
    'parts of dates such as date(x).year',
    (tokens, index) =>
      isWord(tokens[index], ...TEMPORAL) &&
      isSymbol(tokens[index + 1], '(') &&
      isSymbol(tokens[closing(tokens, index + 1)], '.'),
  ],
  [
    'RETURN inside COUNT { … } and EXISTS { … }',
    (tokens, index) =>
      isWord(tokens[index], 'COUNT', 'EXISTS') &&
      isSymbol(tokens[index + 1], '{') &&
      tokens.slice(index + 2, closing(tokens, index + 1)).some((token) => isWord(token, 'RETURN')),
  ],
  ['text joined with ||', (tokens, index) => isSymbol(tokens[index], '||')],
  ['several values in one WHEN', isListedWhen],
  ['properties of what a function gives, such as coalesce(a, b).name', isCallsProperty],
  ['the CYPHER prefix', (tokens, index) => index === 0 && isWord(tokens[index], 'CYPHER')],
  ['USE', (tokens, index) => index === 0 && isWord(tokens[index], 'USE')],
  [
    'SHOW commands other than SHOW INDEXES and SHOW CONSTRAINTS',
    (tokens, index) => index === 0 && isWord(tokens[index], 'SHOW'),
  ],
  [
    'APOC and GDS',
    (tokens, index) => isWord(tokens[index], 'APOC', 'GDS') && isSymbol(tokens[index + 1], '.'),
  ],
  [
    'procedures db.schema.*',
    (tokens, index) =>
      isWord(tokens[index], 'SCHEMA') && isSymbol(tokens[index - 1], '.') && isWord(tokens[index - 2], 'DB'),
  ],
];

/** What a statement that the engine did not understand holds of Cypher that only Neo4j runs; undefined where nothing is known. */
export function neo4jOnly(text: string): string | undefined {
  const tokens = tokensOf(text);
  return CONSTRUCTS.find(([, holds]) => tokens.some((_, index) => holds(tokens, index)))?.[0];
}
