/** Statements written otherwise, so that the embedded engine gives Neo4j's answer to them. */
import { applyEdits, type Edit, nameEdits, type Rewritten } from './embedded-dialect.ts';
import { opening } from './embedded-operands.ts';
import { closing, isSymbol, isWord, splitOuter, type Token, tokensOf } from './embedded-tokens.ts';

const isCall = (tokens: readonly Token[], index: number): boolean =>
  isSymbol(tokens[index + 1], '(') && !isSymbol(tokens[index - 1], '.');

/** A piece of the statement to stand there once more. A comment to the end of its line would hide the rest. */
const oneLine = (text: string, start: number, end: number): string =>
  tokensOf(text.slice(start, end))
    .map((token) => text.slice(start + token.start, start + token.end))
    .join(' ');

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** What an aggregate is where the engine says null: the sum of nothing is 0, the deviation of one value is 0. */
function insteadOfNull(name: string, given: string): string | undefined {
  if (name === 'sum') return '0';
  return name === 'stdev' ? `0.0 * avg(${given})` : undefined;
}

function aggregateEdits(tokens: readonly Token[], index: number, text: string): Edit[] {
  const [name, open] = [tokens[index], tokens[index + 1]];
  const last = tokens[closing(tokens, index + 1) - 1];
  if (name?.kind !== 'word' || !open || !last) return [];
  const given = oneLine(text, open.end, last.start);
  const instead = insteadOfNull(name.text.toLowerCase(), given);
  if (instead === undefined) return [];
  return [insert(name.start, 'coalesce('), insert(last.end, `, ${instead})`)];
}

/** `round(x)`: halves go up, also below zero, where the engine rounds them away from it. */
function roundEdits(tokens: readonly Token[], index: number): Edit[] {
  const name = tokens[index];
  const end = closing(tokens, index + 1);
  const [open, last] = [tokens[index + 1], tokens[end - 1]];
  const given = splitOuter(tokens.slice(index + 2, end - 1), (token) => isSymbol(token, ','));
  if (!name || !open || !last || !isWord(name, 'ROUND') || given.length !== 1) return [];
  return [
    { start: name.start, end: name.end, text: 'floor' },
    insert(open.end, '('),
    insert(last.start, ') + 0.5'),
  ];
}

/** The index where the value begins that ends before an index: its keys, its brackets, the function's name. */
function valueStart(tokens: readonly Token[], index: number): number {
  let at = index - 1;
  for (;;) {
    const bracket = [')', ']', '}'].some((text) => isSymbol(tokens[at], text));
    if (bracket) at = opening(tokens, at);
    const previous = tokens[at - 1];
    const continues =
      (bracket && isSymbol(tokens[at], '(') && previous?.kind === 'word' && !isWord(previous, ...KEYWORDS)) ||
      (bracket && isSymbol(tokens[at], '[') && endsValue(previous));
    if (continues) at -= 1;
    else if (!bracket && isSymbol(previous, '.')) at -= 2;
    else return at;
  }
}

const KEYWORDS = 'RETURN WITH UNWIND IN AND OR XOR NOT WHERE WHEN THEN ELSE DISTINCT BY'.split(' ');
const endsValue = (token: Token | undefined): boolean =>
  (token?.kind === 'word' && !isWord(token, ...KEYWORDS)) ||
  token?.kind === 'quoted' ||
  token?.kind === 'parameter' ||
  [')', ']', '}'].some((text) => isSymbol(token, text));

/** `list[-2..]`: the engine takes bounds from the end for empty. */
function sliceEdits(tokens: readonly Token[], index: number, text: string): Edit[] {
  if (!isSymbol(tokens[index], '[') || !endsValue(tokens[index - 1])) return [];
  const end = closing(tokens, index) - 1;
  const range = tokens.findIndex((token, at) => at > index && at < end && isSymbol(token, '..'));
  const first = tokens[valueStart(tokens, index)];
  const last = tokens[index - 1];
  if (range < 0 || !first || !last) return [];
  const list = oneLine(text, first.start, last.end);
  return [index + 1, range + 1].flatMap((at) => {
    const [minus, number] = [tokens[at], tokens[at + 1]];
    const closes = at + 2 === range || at + 2 === end;
    if (!minus || !isSymbol(minus, '-') || number?.kind !== 'number' || !closes) return [];
    const bound = `CASE WHEN size(${list}) > ${number.text} THEN size(${list}) - ${number.text} ELSE 0 END `;
    return [{ start: minus.start, end: number.end, text: bound }];
  });
}

/** The statement as the engine has to be given it. */
export function bridged(text: string): Rewritten {
  const tokens = tokensOf(text);
  const edits = tokens.flatMap((_, index) => [
    ...(isCall(tokens, index) ? [...aggregateEdits(tokens, index, text), ...roundEdits(tokens, index)] : []),
    ...sliceEdits(tokens, index, text),
  ]);
  return applyEdits(text, [...nameEdits(text), ...edits]);
}
