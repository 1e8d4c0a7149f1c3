/** Capitalised words, what joins them, and letters in brackets. */
import type { Token } from '../text/token.ts';

export const CONNECTORS = new Set('of for and the on de del da du des dos la al in & to against'.split(' '));

export function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:\p{Lu}|(?:al|el|as|ad|ar|ul|an|ash|wal)-\p{Lu})/u.test(token.text) &&
    token.tag !== 'PUNCT'
  );
}

/** The letters in brackets at `at`. */
export function acronymAfter(tokens: readonly Token[], at: number): string | null {
  const word = tokens[at + 1]?.text ?? '';
  return tokens[at]?.text === '(' &&
    tokens[at + 2]?.text === ')' &&
    /^[\p{Lu}][\p{Lu}\p{N}&-]{1,9}s?$/u.test(word)
    ? word
    : null;
}
