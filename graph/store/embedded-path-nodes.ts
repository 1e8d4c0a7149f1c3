/**
 * Elements of `nodes(p)` compared with nodes: to the embedded engine (0.6.0) the two are never equal, whatever they are.
 * Elements that UNWIND or a comprehension gave a name to are as they should be.
 */
import { after, before, bindsName } from './embedded-operands.ts';
import { closing, isSymbol, isWord, type Token } from './embedded-tokens.ts';

/** Functions that give an element or a part of a list back. */
const PARTS = ['HEAD', 'LAST', 'TAIL', 'REVERSE'];

const isList = (tokens: readonly Token[], index: number): boolean =>
  isWord(tokens[index], 'NODES') && isSymbol(tokens[index + 1], '(');

/** Names that stand for the whole of `nodes(p)`. */
function listNames(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens.flatMap((_, index) => {
      if (!isList(tokens, index) || isWord(tokens[index - 1], 'UNWIND')) return [];
      const end = closing(tokens, index + 1);
      return isWord(tokens[end], 'AS') ? [tokens[end + 1]?.text ?? ''] : [];
    }),
  );
}

/** Whether an operand is such a list or a part of it, and not a property of one or something counted of it. */
function isPart(operand: readonly Token[], names: ReadonlySet<string>): boolean {
  if (operand.some((token) => isSymbol(token, '.'))) return false;
  const wrapped = isWord(operand[0], ...PARTS) && isSymbol(operand[1], '(');
  const first = operand.findIndex(
    (token, index) => !(isWord(token, ...PARTS) || isSymbol(operand[index], '(')),
  );
  const start = wrapped ? first : 0;
  return isList(operand, start) || (operand[start]?.kind === 'word' && names.has(operand[start]?.text ?? ''));
}

/** Whether the token at an index compares nodes with elements of `nodes(p)`. */
export function comparesPathNodes(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const equals = isSymbol(token, '=') || isSymbol(token, '<>');
  const searches = isWord(token, 'IN') && !bindsName(tokens, index);
  if (!equals && !searches) return false;
  const names = listNames(tokens);
  return isPart(after(tokens, index), names) || (equals && isPart(before(tokens, index), names));
}
