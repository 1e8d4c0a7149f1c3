/** Cypher text → tokens: enough of the language to know names from strings, comments and keywords. */

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';
  /** As written, but for `quoted`: the name without its backticks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /'(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)/y],
  ['quoted', /`(?:[^`]|``)*(?:`|$)/y],
  ['parameter', /\$(?:`(?:[^`]|``)*`|[\p{L}\p{N}_]+)/uy],
  ['number', /0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['symbol', /<>|<=|>=|=~|\+=|\.\.|\|\||[\s\S]/uy],
];

/** All tokens of a statement; white space and comments are left out. Never fails: what is not closed runs to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined || found === '') continue;
      // `1..3` is a range, not the number `1.` and the number `.3`.
      if (kind === 'number' && found.startsWith('.') && text[at - 1] === '.') continue;
      const end = at + found.length;
      const name = kind === 'quoted' ? found.slice(1, -1).replaceAll('``', '`') : found;
      if (kind !== 'skip') tokens.push({ kind, text: name, start: at, end });
      at = end;
      break;
    }
  }
  return tokens;
}

const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text;

/** Whether a token is one of these keywords, whatever its case. Words after a dot or a colon are names. */
export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.text.toUpperCase());

/** Index just past the bracket that closes the one at `from`. */
export function closing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'symbol') continue;
    if (token.text in OPENING) depth += 1;
    else if (token.text === ')' || token.text === ']' || token.text === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return tokens.length;
}

/** Indexes of the tokens outside every bracket. `CASE … END` counts as a bracket. */
export function outerIndexes(tokens: readonly Token[]): number[] {
  const outer: number[] = [];
  let cases = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const named = isSymbol(tokens[index - 1], '.') || isSymbol(tokens[index - 1], ':');
    if (!named && isWord(token, 'CASE')) cases += 1;
    if (cases === 0) outer.push(index);
    if (!named && cases > 0 && isWord(token, 'END')) cases -= 1;
    if (token?.kind === 'symbol' && token.text in OPENING) index = closing(tokens, index) - 1;
  }
  return outer;
}

/** Parts of a token list between the separators outside every bracket. */
export function splitOuter(tokens: readonly Token[], separator: (token: Token) => boolean): Token[][] {
  const cuts = outerIndexes(tokens).filter((index) => {
    const token = tokens[index];
    return token !== undefined && separator(token);
  });
  const bounds = [-1, ...cuts, tokens.length];
  return bounds.slice(1).map((end, index) => tokens.slice((bounds[index] ?? -1) + 1, end));
}
