/** Where in a statement an error is. */

export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * The word at a line and column (both from 1) as offsets into `text`; at a place without a word one
 * character, and the whole line where no column is known. Places beyond the text are moved into it.
 */
export function place(text: string, line: number, column: number | undefined): Place {
  const lines = text.split('\n');
  const row = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, row).reduce((sum, each) => sum + each.length + 1, 0);
  const content = lines[row] ?? '';
  if (column === undefined) return { from: start, to: start + content.length };
  const at = Math.min(Math.max(column, 1) - 1, Math.max(0, content.length - 1));
  const word = /^[\p{L}\p{N}_]+/u.exec(content.slice(at))?.[0].length ?? 1;
  return { from: start + at, to: Math.min(start + at + word, start + content.length) };
}
