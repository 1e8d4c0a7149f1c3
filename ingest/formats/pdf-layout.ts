/**
 * Pieces of text at their places on pages → paragraphs in reading order. Running heads, feet and page numbers are left
 * out, columns are read one after the other, lines are joined and words that a line end cut are made whole. Pure.
 */

/** Text with its place: points from the page's lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** Height of the type. */
  readonly size: number;
}
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}
interface Line extends Piece {
  /** Edges of the column it stands in. */
  readonly left: number;
  readonly end: number;
  readonly page: number;
}

/** Text of all pages; paragraphs are parted by a blank line. */
export function layOut(pages: readonly Page[]): string {
  const rows = pages.map((page) => rowsOf(page.pieces));
  const running = runningLines(pages, rows);
  const lines = pages.flatMap((page, number) => {
    const kept = (rows[number] ?? []).filter((row) => !isRunning(row, page, running));
    return columns(kept).map((line) => ({ ...line, page: number }));
  });
  const known = new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []),
  );
  return paragraphs(lines)
    .map((paragraph) => joined(paragraph, known))
    .join('\n\n');
}

/** Rows from the top down; a row's segments are parted by what is wider than a space, as columns are. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < 0.45 * Math.min(first.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => segments(row.sort((a, b) => a.x - b.x)));
}

function segments(row: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of row) {
    const last = found.at(-1);
    const gap = last ? piece.x - last.right : 0;
    if (last && gap < 0.6 * piece.size) {
      const space = gap > 0.15 * piece.size && !/\s$/.test(last.text) && !/^\s/.test(piece.text) ? ' ' : '';
      found[found.length - 1] = {
        ...last,
        text: last.text + space + piece.text,
        right: Math.max(last.right, piece.right),
        size: Math.max(last.size, piece.size),
      };
    } else found.push(piece);
  }
  return found.map((piece) => ({ ...piece, text: clean(piece.text) })).filter(({ text }) => text !== '');
}

/** Spaces as one, ligatures as letters, no soft hyphens inside. */
const clean = (text: string) =>
  text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\u00AD(?=\S)/g, '')
    .replace(/\u00AD$/, '-')
    .replace(/\s+/g, ' ')
    .trim();

const PAGE_NUMBER = /^(?:page\s+)?[-–—\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i;
const textOf = (row: readonly Piece[]) => row.map(({ text }) => text).join(' ');
const pattern = (row: readonly Piece[]) => textOf(row).replace(/\d+/g, '#').toLowerCase();
const atEdge = (row: readonly Piece[], { height }: Page) => {
  const y = row[0]?.y ?? 0;
  return y > 0.88 * height || y < 0.12 * height;
};

/** What stands at the edge of at least half of the pages, numbers aside. */
function runningLines(pages: readonly Page[], rows: readonly Piece[][][]): Set<string> {
  const counts = new Map<string, number>();
  pages.forEach((page, number) => {
    const here = (rows[number] ?? []).filter((row) => atEdge(row, page)).map(pattern);
    for (const text of new Set(here)) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  const enough = Math.max(2, Math.ceil(pages.length / 2));
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text));
}

function isRunning(row: readonly Piece[], page: Page, running: ReadonlySet<string>): boolean {
  return atEdge(row, page) && (running.has(pattern(row)) || PAGE_NUMBER.test(textOf(row)));
}

type Placed = Omit<Line, 'page'>;

/** Lines in reading order: between lines that run across the page, the left column before the right one. */
function columns(rows: readonly Piece[][]): Placed[] {
  const all = rows.flat();
  const left = Math.min(...all.map(({ x }) => x));
  const end = Math.max(...all.map(({ right }) => right));
  const gutter = gutterOf(rows, left, end);
  if (gutter === null) return rows.flatMap((row) => whole(row, left, end));
  const lines: Placed[] = [];
  let right: Placed[] = [];
  for (const row of rows) {
    const before = row.filter((piece) => piece.right <= gutter);
    const after = row.filter((piece) => piece.x >= gutter);
    if (before.length + after.length < row.length) {
      lines.push(...right, ...whole(row, left, end));
      right = [];
    } else {
      lines.push(...whole(before, left, gutter));
      right.push(...whole(after, gutter, end));
    }
  }
  const placed = [...lines, ...right];
  // A column begins where its lines do.
  const edge = Math.min(...placed.filter((line) => line.left === gutter).map(({ x }) => x));
  const inner = Math.max(...placed.filter((line) => line.end === gutter).map((line) => line.right));
  return placed.map((line) =>
    line.left === gutter ? { ...line, left: edge } : line.end === gutter ? { ...line, end: inner } : line,
  );
}

/** A row's segments as one line. */
function whole(row: readonly Piece[], left: number, end: number): Placed[] {
  const [first] = row;
  if (!first) return [];
  const size = Math.max(...row.map((piece) => piece.size));
  return [{ ...first, text: textOf(row), right: row.at(-1)?.right ?? first.right, size, left, end }];
}

/** The place between two columns: where most rows have a gap and few have text. */
function gutterOf(rows: readonly Piece[][], left: number, end: number): number | null {
  const candidates = rows.flatMap((row) =>
    row.slice(1).map((piece, index) => ((row[index]?.right ?? 0) + piece.x) / 2),
  );
  const width = end - left;
  const central = candidates.filter((x) => x > left + 0.3 * width && x < left + 0.7 * width);
  let best: { x: number; split: number } | null = null;
  for (const x of central) {
    const split = rows.filter(
      (row) => row.some(({ right }) => right <= x) && row.some((piece) => piece.x >= x),
    ).length;
    const crossed = rows.filter((row) => row.some((piece) => piece.x < x && piece.right > x)).length;
    if (split >= 4 && split > crossed && (!best || split > best.split)) best = { x, split };
  }
  return best && isProse(rows, best.x) ? best.x : null;
}

/** Columns hold lines of running text; a table's cells are short. */
function isProse(rows: readonly Piece[][], x: number): boolean {
  const sides = rows.flatMap((row) => [
    row.filter((piece) => piece.right <= x),
    row.filter((piece) => piece.x >= x),
  ]);
  const filled = sides.filter((side) => side.length > 0).map((side) => textOf(side).split(' ').length);
  return filled.reduce((sum, count) => sum + count, 0) / Math.max(1, filled.length) >= 3;
}

const BULLET = /^(?:[-–—*•●○◦▪■□‣⁃·]|\(?[a-z0-9]{1,3}\)|\d{1,2}[.)]|[IVX]{1,5}\.)\s/u;
/** A word or a designation that the line's end cut. */
const CUT = /[\p{L}\p{N}][-\u2010]$/u;
const STOP = /[.!?:;。！？…]["'”’)\]]*$/u;

/** Lines grouped to paragraphs by pitch, type size, indent, bullets, and short last lines. */
function paragraphs(lines: readonly Line[]): Line[][] {
  const pitch = median(
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index];
      const step = above && above.page === line.page ? above.y - line.y : 0;
      return step > 0 && step < 3 * line.size ? [step / line.size] : [];
    }),
  );
  const found: Line[][] = [];
  for (const line of lines) {
    const current = found.at(-1);
    const above = current?.at(-1);
    if (current && above && goesOn(above, line, pitch)) current.push(line);
    else found.push([line]);
  }
  return found;
}

function goesOn(above: Line, line: Line, pitch: number): boolean {
  if (Math.abs(above.size - line.size) > 0.12 * above.size || BULLET.test(line.text)) return false;
  const open = !STOP.test(above.text);
  const step = above.y - line.y;
  if (above.page !== line.page || step <= 0) {
    // Over the end of a page or column only what is not finished goes on.
    return open && fills(above, line) && !isIndented(above, line);
  }
  if (step > 1.35 * pitch * line.size || isIndented(above, line)) return false;
  return CUT.test(above.text) || fills(above, line) || (open && /^\p{Ll}/u.test(line.text));
}

/** A line begins a paragraph by an indent where the one above does not share it. */
const isIndented = (above: Line, line: Line) =>
  line.x - line.left > 0.8 * line.size &&
  line.x - line.left < 5 * line.size &&
  above.x - above.left < line.x - line.left - 0.5 * line.size &&
  !BULLET.test(above.text);

/** Whether the first word of the next line would not have fitted on this one: the paragraph was not over. */
function fills(above: Line, line: Line): boolean {
  const [word = ''] = line.text.split(' ');
  const perCharacter = (line.right - line.x) / Math.max(1, line.text.length);
  return above.right + (word.length + 1) * perCharacter > above.end - 0.02 * (above.end - above.left);
}

function joined(lines: readonly Line[], known: ReadonlySet<string>): string {
  let text = '';
  for (const { text: next } of lines) {
    const head = /([\p{L}\p{N}]+)[-\u2010]$/u.exec(text)?.[1];
    const tail = /^[\p{L}\p{N}]+/u.exec(next)?.[0];
    if (head && tail) text = cutWord(text, head, tail, known) + next;
    else text += (text === '' ? '' : ' ') + next;
  }
  return text;
}

/** Second parts of compounds that English writes with a hyphen. */
const SECOND =
  /^(?:based|related|led|friendly|level|term|range|wide|making|building|sharing|speaking|backed|made)$/i;

/** A hyphen at a line's end goes where the word stands whole elsewhere, or where nothing speaks for a compound. */
function cutWord(text: string, head: string, tail: string, known: ReadonlySet<string>): string {
  const whole = text.slice(0, -1);
  const compound = `${text.slice(0, -1)}-`;
  if (known.has(`${head}${tail}`.toLowerCase())) return whole;
  if (known.has(`${head}-${tail}`.toLowerCase())) return compound;
  // `Indo-Pacific`, `MQ-9`, `F-15`: capitals and numbers after a hyphen keep it.
  return /^\p{Ll}/u.test(tail) && !SECOND.test(tail) && !/\p{N}$/u.test(head) ? whole : compound;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 1.2;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1.2;
}
