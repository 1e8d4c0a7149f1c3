/** Dates as the text writes them, resolved against the date of the document. */

export type FoundDate = { start: number; end: number; date: string };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:[-–]|to|and)\\s*\\d{1,2}(?:st|nd|rd|th)?)?';

const FORMS: { pattern: RegExp; read(match: RegExpExecArray, reference: Date | null): string | null }[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    read: (m) => iso(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\s+${DAY}(?:,?\\s+(\\d{4}))?(?!\\d|:)`, 'g'),
    read: (m, reference) => day(m[1], m[2], m[3], reference),
  },
  {
    pattern: new RegExp(`(?<!\\d)${DAY}\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+(\\d{4}))?(?!\\d)`, 'g'),
    read: (m, reference) => day(m[2], m[1], m[3], reference),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:early|mid|late|the end of|last|next|this)[ -])?(${MONTH})(?:,?\\s+(?:of\\s+)?(\\d{4}))?(?!\\d)`,
      'g',
    ),
    read: (m, reference) => {
      const month = monthOf(m[1]);
      const year = m[2] ? Number(m[2]) : reference ? nearestYear(month, reference) : null;
      // "May" and "March" alone are a verb as often as a month.
      if (
        year === null ||
        (m[0] === m[1] &&
          /^(?:May|March)$/.test(m[0]) &&
          !/\b(?:in|since|until|by|of|during)\s$/.test(m.input.slice(0, m.index)))
      )
        return null;
      return `${year}-${two(month)}`;
    },
  },
  {
    pattern: /\b(last|next|this|earlier this|later this)\s+(month|year)\b/gi,
    read: (m, reference) => relative((m[1] ?? '').toLowerCase(), (m[2] ?? '').toLowerCase(), reference),
  },
  {
    pattern: /\b(today|yesterday|tomorrow)\b/gi,
    read: (m, reference) => near((m[1] ?? '').toLowerCase(), reference),
  },
  {
    pattern: /\b(?:(?:on|last)\s+)?((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b/g,
    read: (m, reference) => weekday((m[1] ?? '').toLowerCase(), reference),
  },
  { pattern: /\b(?:in|since|by|until|during)\s+((?:19|20)\d{2})\b/g, read: (m) => m[1] ?? null },
];

/**
 * Dates in `text`, left to right, without overlap; offsets count in `text`. Without a reference only complete dates are found.
 * A month alone is a year and a month (`2022-08`); of a range the first day is given.
 */
export function findDates(text: string, reference: string | null): FoundDate[] {
  const base = reference
    ? new Date(`${reference.padEnd(10, reference.length === 4 ? '-07-01' : '-15').slice(0, 10)}T00:00:00Z`)
    : null;
  const found: FoundDate[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const date = read(match as RegExpExecArray, base && !Number.isNaN(base.getTime()) ? base : null);
      if (date && !found.some((other) => other.start < end && start < other.end))
        found.push({ start, end, date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the text names a day, a month with its year, or a date in numbers. */
export function hasDate(text: string): boolean {
  return findDates(text, null).length > 0 || new RegExp(`^${MONTH}\\s+\\d{1,2}\\b`).test(text.trim());
}

const two = (n: number) => String(n).padStart(2, '0');

function iso(year: number, month: number, dayOfMonth: number): string | null {
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31
    ? `${year}-${two(month)}-${two(dayOfMonth)}`
    : null;
}

function monthOf(name: string | undefined): number {
  const key = (name ?? '').toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(key)) + 1;
}

function day(
  month: string | undefined,
  dayOfMonth: string | undefined,
  year: string | undefined,
  reference: Date | null,
): string | null {
  const m = monthOf(month);
  const y = year ? Number(year) : reference ? nearestYear(m, reference) : null;
  return y === null ? null : iso(y, m, Number(dayOfMonth));
}

/** The year that brings the month nearest to the document's date: `in November` read in January is last year's. */
function nearestYear(month: number, reference: Date): number {
  const away = month - (reference.getUTCMonth() + 1);
  return reference.getUTCFullYear() + (away > 6 ? -1 : away < -6 ? 1 : 0);
}

function relative(which: string, unit: string, reference: Date | null): string | null {
  if (!reference) return null;
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  if (unit === 'year') return String(reference.getUTCFullYear() + step);
  const moved = new Date(Date.UTC(reference.getUTCFullYear(), reference.getUTCMonth() + step, 1));
  return moved.toISOString().slice(0, 7);
}

function near(word: string, reference: Date | null): string | null {
  if (!reference) return null;
  const moved = new Date(reference);
  moved.setUTCDate(moved.getUTCDate() + (word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0));
  return moved.toISOString().slice(0, 10);
}

/** The last such day up to the document's date: reports look back. */
function weekday(name: string, reference: Date | null): string | null {
  if (!reference) return null;
  const back = (reference.getUTCDay() - DAYS.indexOf(name) + 7) % 7;
  const moved = new Date(reference);
  moved.setUTCDate(moved.getUTCDate() - back);
  return moved.toISOString().slice(0, 10);
}
