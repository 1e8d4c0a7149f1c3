/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */
import type { Cell, QueryAnswer } from '../../../../graph/model.ts';
import { cellText, type Lookup, lookup } from './cells.ts';

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets show as
 * plain text (OWASP, CSV Injection). Leading spaces and the full-width signs some spreadsheets take count too.
 */
export function neutral(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function field(cell: Cell, graph: Lookup): string {
  const text = cellText(cell, graph);
  return quoted(typeof cell === 'number' ? text : neutral(text));
}

/** The table of an answer: a header, then one line per row, lines ended by CRLF. */
export function csv(answer: Pick<QueryAnswer, 'columns' | 'rows' | 'graph'>): string {
  const graph = lookup(answer);
  const lines = [
    answer.columns.map((column) => quoted(neutral(column))),
    ...answer.rows.map((row) => row.map((cell) => field(cell, graph))),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
