/** What of a statement's text matters before it is planned: its `EXPLAIN`/`PROFILE` prefix and its bare words. Pure. */

export interface StatementText {
  /** What the person asked for: the rows, the plan, or the plan with what really happened. */
  readonly mode: 'run' | 'explain' | 'profile';
  /** The statement without that word, every other character where it was, so that positions in errors stay right. */
  readonly statement: string;
}

const BLANK = String.raw`(?:\s|/\*[\s\S]*?\*/|//[^\n]*(?:\n|$))*`;
const CYPHER_OPTIONS = String.raw`(?:CYPHER\b(?:${BLANK}\d+(?:\.\d+)?\b)?(?:${BLANK}\w+\s*=\s*\w+)*${BLANK})?`;
const PREFIX = new RegExp(`^(${BLANK}${CYPHER_OPTIONS})(EXPLAIN|PROFILE)\\b`, 'i');

/**
 * Takes a leading `EXPLAIN` or `PROFILE` off a statement; `CYPHER …` options stay. A prefix that this does not see
 * (written with escapes) stays in the text, and the engine then refuses the doubled prefix or runs nothing.
 */
export function splitPrefix(text: string): StatementText {
  const match = PREFIX.exec(text);
  const [before, word] = [match?.[1], match?.[2]];
  if (before === undefined || word === undefined) return { mode: 'run', statement: text };
  const rest = text.slice(before.length + word.length);
  return {
    mode: word.toUpperCase() === 'EXPLAIN' ? 'explain' : 'profile',
    statement: before + ' '.repeat(word.length) + rest,
  };
}

const COMMENT = String.raw`/\*[\s\S]*?\*/|//[^\n\r]*`;
const STRING = String.raw`'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"`;
const QUOTED_NAME = '`(?:[^`]|``)*`';
const ESCAPE = /\\u([0-9a-f]{4})/gi;

/**
 * The text without comments, strings and quoted names, in the readings that the language versions give it:
 * Cypher 5 resolves `\u0041` everywhere before it reads a word, Cypher 25 only inside strings and names.
 */
export function bareWords(text: string): readonly string[] {
  const kept = new RegExp(`${COMMENT}|${STRING}|${QUOTED_NAME}`, 'g');
  return readings(text).map((reading) => reading.replace(kept, ' '));
}

/** The same with quoted names kept, and quotes and white space gone: `apoc . \`load\`.x (` → `apoc.load.x(`. */
export function joinedNames(text: string): readonly string[] {
  const kept = new RegExp(`${COMMENT}|${STRING}|(${QUOTED_NAME})`, 'g');
  return readings(text).map((reading) =>
    reading.replace(kept, (_all, name: string | undefined) => name ?? '').replace(/[`\s]/g, ''),
  );
}

function readings(text: string): readonly string[] {
  const resolved = text.replace(ESCAPE, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return resolved === text ? [text] : [text, resolved];
}
