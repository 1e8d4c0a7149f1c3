/**
 * Captions as they are drawn: wrapped to a width, ellipsised after some lines, and the boxes they take.
 * The layout keeps these boxes apart, so that no two captions lie over each other.
 */

/** Width of a text in px at a font size, as the page's fonts have it. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export interface Font {
  readonly size: number;
  readonly bold: boolean;
}

/** Relative to the node's position, in model units; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const FONT_FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
export const LINE_HEIGHT = 1.2;
/** Distance between a node's shape and its caption. */
export const CAPTION_GAP = 4;

/** The lines of a caption, none wider than `width` px, the last one ellipsised where there is more. */
export function wrapCaption(
  text: string,
  measure: Measure,
  font: Font,
  width: number,
  lines: number,
): string[] {
  const fits = (line: string) => measure(line, font.size, font.bold) <= width;
  const wrapped: string[] = [];
  let line = '';
  for (const piece of text
    .trim()
    .split(/(?=\s)/)
    .flatMap((word) => pieces(word, fits))) {
    if (line === '') line = piece.trimStart();
    else if (fits(line + piece)) line += piece;
    else {
      wrapped.push(line);
      line = piece.trimStart();
    }
  }
  if (line !== '') wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  const [last = ''] = wrapped.slice(lines - 1);
  const next = wrapped[lines] ?? '';
  return [...wrapped.slice(0, lines - 1), ellipsis(`${last} ${next}`, fits)];
}

/** A word, with the space before it; one too long for a line at its hyphens, else anywhere but inside a character. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word.trimStart())) return [word.replace(/^\s/, ' ')];
  const parts = word.split(/(?<=[-–/])/);
  if (parts.length > 1) return parts.flatMap((part) => pieces(part, fits));
  const result: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits((piece + character).trimStart())) {
      result.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? result : [...result, piece];
}

function ellipsis(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** What the caption alone takes, below a node of `size`. */
export function captionBox(lines: readonly string[], measure: Measure, font: Font, size: number): Box {
  const width = Math.max(0, ...lines.map((line) => measure(line, font.size, font.bold)));
  const top = size / 2 + CAPTION_GAP;
  return {
    left: -width / 2,
    right: width / 2,
    top,
    bottom: top + lines.length * font.size * LINE_HEIGHT,
  };
}

/** What node and caption take together. */
export function nodeBox(caption: Box, size: number): Box {
  return {
    left: Math.min(-size / 2, caption.left),
    right: Math.max(size / 2, caption.right),
    top: -size / 2,
    bottom: Math.max(size / 2, caption.bottom),
  };
}

/** A box where it stands. */
export function moved(box: Box, { x, y }: { x: number; y: number }): Box {
  return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
}

/** The smallest box around all of these; null around none. */
export function bounds(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left),
    right: Math.max(all.right, box.right),
    top: Math.min(all.top, box.top),
    bottom: Math.max(all.bottom, box.bottom),
  }));
}

/** Whether two boxes that stand somewhere share an area; `gap` is kept free between them. */
export function overlap(one: Box, other: Box, gap = 0): boolean {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom + gap &&
    other.top < one.bottom + gap
  );
}

/** Every pair of boxes that share an area, by index: a sweep from left to right. */
export function overlaps(boxes: readonly Box[]): [number, number][] {
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.left - b.box.left);
  const found: [number, number][] = [];
  for (const [rank, { box, index }] of order.entries()) {
    for (let next = rank + 1; next < order.length; next += 1) {
      const other = order[next];
      if (!other || other.box.left >= box.right) break;
      if (overlap(box, other.box)) found.push([index, other.index]);
    }
  }
  return found;
}
