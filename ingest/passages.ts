/**
 * A document's text cut into what a reader sees: title, dateline, headings, bullets and sentences. Every offset is a UTF-16 code unit
 * of the text as it is, and `text.slice(start, end) === unit.text` for every unit.
 */
import type { SentenceKind } from '../graph/model.ts';
import { hasDate } from './text/dates.ts';

export type Passage = {
  index: number;
  kind: SentenceKind;
  start: number;
  end: number;
  text: string;
  section: string;
};

type Line = { start: number; end: number };

const BULLET = /^\s*(?:[-–—*•●○◦▪■□‣⁃·]|\(?[a-z0-9]{1,3}\)|\d{1,2}[.)](?=\s))\s+/u;
const NUMBERED =
  /^\s*(?:#{1,6}\s+|(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+|(?:Section|Part|Chapter)\s+[\dIVX]+)/u;
const STOP = /[.!?。！？…]["'”’)\]]*$/u;
const LEAD = /^\s*(?:\(?[a-z0-9]{1,3}[.)])\s+(?:The|Both|We|They)\b.*:\s*$/u;
const CAPTION = /:\s*$/;

/** Cuts a text into passages, in order, without overlap; only white space stands between them. */
export function passages(text: string): Passage[] {
  const found: Passage[] = [];
  let section = '';
  const add = (kind: SentenceKind, line: Line) => {
    const start = line.start + (/^\s*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
    const end = start + text.slice(start, line.end).trimEnd().length;
    if (end > start)
      found.push({ index: found.length, kind, start, end, text: text.slice(start, end), section });
  };
  const blocks = paragraphs(text);
  blocks.forEach((line, i) => {
    const content = text.slice(line.start, line.end).trim();
    const kind = kindOf(content, found, blocks.length === 1, i);
    if (kind === 'title' || kind === 'dateline') add(kind, line);
    else if (kind === 'heading') {
      section = content.replace(NUMBERED, '').replace(/[:\s]+$/, '');
      add(kind, line);
    } else for (const part of sentences(text, line)) add(kind, part);
  });
  return found;
}

/** Lines, with hard-wrapped ones joined: a long line without a stop goes on in the next one when that begins like the middle of a sentence. */
function paragraphs(text: string): Line[] {
  const lines: Line[] = [];
  const separator = /\r\n|[\n\r\u2028\u2029]/g;
  let start = 0;
  const push = (end: number) => {
    const raw = text.slice(start, end);
    const last = lines.at(-1);
    if (
      last &&
      raw.trim() !== '' &&
      joins(text.slice(last.start, last.end), raw, text.slice(last.end, start))
    )
      last.end = end;
    else if (raw.trim() !== '') lines.push({ start, end });
  };
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return lines;
}

/** How much of the end of a block tells whether the next line goes on with it; more would make long blocks cost quadratic time. */
const TAIL = 400;

function joins(block: string, next: string, between: string): boolean {
  const before = block.slice(-TAIL);
  if (
    (between.match(/\r\n|[\n\r\u2028\u2029]/g) ?? []).length > 1 ||
    BULLET.test(next) ||
    NUMBERED.test(next)
  )
    return false;
  const lastLine = before.split(/[\r\n]/).at(-1) ?? '';
  if (lastLine.length < 50) return false;
  return (
    /^\s*\p{Ll}/u.test(next) || (!STOP.test(before.trimEnd()) && !CAPTION.test(before) && before.length >= 60)
  );
}

function kindOf(content: string, before: readonly Passage[], only: boolean, block: number): SentenceKind {
  const stopped = STOP.test(content) && !/\b(?:U\.S\.|etc\.)$/.test(content);
  const count = content.split(/\s+/).length;
  const early = before.every((unit) => unit.kind === 'title' || unit.kind === 'dateline');
  if (early && !stopped && count <= 22 && !CAPTION.test(content)) {
    if (block > 0 && count <= 16 && isDateline(content)) return 'dateline';
    if (!before.some((unit) => unit.kind === 'title') && !only) return 'title';
    if (
      block > 0 &&
      count <= 8 &&
      before.length < 3 &&
      /^(?:Press|News|Media|Joint|Office|Ministry|Department|For immediate)/i.test(content)
    )
      return 'dateline';
  }
  // "2. The four Ministers:" opens a list, it heads nothing.
  if (LEAD.test(content)) return 'bullet';
  if (!stopped && !only && NUMBERED.test(content) && count <= 16 && !/[;,]$/.test(content)) return 'heading';
  if (BULLET.test(content)) return 'bullet';
  if (
    !stopped &&
    !only &&
    count <= 12 &&
    !/[;,]$/.test(content) &&
    /^[\p{Lu}\p{N}“"(]/u.test(content) &&
    !CAPTION.test(content)
  )
    return 'heading';
  return 'sentence';
}

/** A line that is little more than a date, a place and who publishes. */
function isDateline(content: string): boolean {
  return hasDate(content) || /^[A-Z][A-Z .,'-]+$/.test(content) || FILED.test(content);
}

/** `ADDIS ABABA, March 11 (Red Sea Wire)`: where and when an agency filed its report. */
const FILED =
  /^\p{Lu}[\p{Lu} .'’-]+, (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?(?: \d{1,2})?\b/u;

const ABBREVIATION =
  /(?:^|[\s(“"'-])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Adm|Maj|Capt|Cmdr|Brig|Sgt|Sen|Rep|Gov|St|No|Jr|Sr|Hon|Amb|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$/u;

/** Sentences of one paragraph. A stop ends one when white space and a new beginning follow, and the word before is no abbreviation. */
export function sentences(text: string, block: Line): Line[] {
  const body = text.slice(block.start, block.end);
  const found: Line[] = [];
  const boundary = /[.!?。！？…]+["'”’)\]]*(?=\s+|$)|[。！？](?=\S)/gu;
  let start = 0;
  for (let match = boundary.exec(body); match; match = boundary.exec(body)) {
    const end = match.index + match[0].length;
    const next = body.slice(end).trimStart();
    if (next === '') break;
    if (/\((?:ret|retd|rtd)\.\)$/i.test(body.slice(Math.max(0, end - 7), end))) continue;
    if (
      match[0] === '.' &&
      ABBREVIATION.test(body.slice(Math.max(0, end - 12), end)) &&
      !endsAnyway(body, end, next)
    )
      continue;
    if (/^etc\.$/.test(body.slice(end - 4, end)) && !/^\p{Lu}/u.test(next)) continue;
    if (!/^["'“‘([]*[\p{Lu}\p{Lo}\p{N}“"‘•]/u.test(next)) continue;
    if (/^\d{1,2}\.$/.test(body.slice(start, end).trim())) continue;
    found.push({ start: block.start + start, end: block.start + end });
    start = end;
  }
  found.push({ start: block.start + start, end: block.end });
  return found;
}

/** `… with the U.S. The Ministers …`: an abbreviation of a country before a word that only begins sentences. */
function endsAnyway(body: string, end: number, next: string): boolean {
  const initials = /(?:\p{L}\.){2,}$/u.test(body.slice(Math.max(0, end - 6), end));
  return (
    initials &&
    /^(?:The|They|He|She|It|In|On|Both|This|These|That|But|However|Minister|Secretary(?! of)|We|A|An)\s/.test(
      next,
    )
  );
}
