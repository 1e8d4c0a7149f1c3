/** Dates as the text writes them, resolved against the date of the document. */
import {
  type Direction,
  dayAround,
  daysAway,
  iso,
  monthAround,
  monthsAway,
  type Reference,
  referenceOf,
  week,
  weekday,
  weeksAgo,
  yearsAway,
} from './calendar.ts';
import { directionOf } from './direction.ts';

export type FoundDate = { start: number; end: number; date: string };

type Setting = { reference: Reference | null; direction: Direction };
type Form = { pattern: RegExp; read(parts: Record<string, string>, setting: Setting): string | null };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const MONTH = `(?:${MONTHS.map(capital).join('|')}|${MONTHS.join('|').toUpperCase()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;
const WEEKDAY = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const TO = '(?:\\s*[-–—]\\s*|\\s+(?:to|and|through|until|or)\\s+(?:the\\s+)?)';
const SOON = `(?:\\b${WEEKDAY},?\\s+(?:the\\s+)?)?`;
const PART = '(?:early|mid|late|the\\s+(?:end|beginning|start|middle)\\s+of)';
/** Behind a number that looks like a year: what is counted. */
const COUNTED =
  '(?!\\d|[.,]\\d|\\s*%|\\s+(?:troops|soldiers|people|personnel|tons|tonnes|kilomet|km|miles|men|police|ships|aircraft|dollars|euros|civilians|refugees|marines|sailors|met(?:re|er)s|feet|percent|vehicles|homes|members)\\b)';
const YEAR = `(?:19|20)\\d{2}${COUNTED}`;
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const FORMS: Form[] = [
  {
    pattern: /(?<![\d/-])(?<year>\d{4})(?<mark>[-/])(?<month>\d{2})\k<mark>(?<day>\d{2})(?![\d/-])/g,
    read: ({ year, month, day }) => iso(Number(year), Number(month), Number(day)),
  },
  // A range is dated by its first day; the year may stand only at its end.
  {
    pattern: new RegExp(
      `${SOON}\\b(?<month>${MONTH})\\s+(?<day>${DAY})(?:,?\\s+(?<year>${YEAR}))?${TO}(?<lastMonth>${MONTH})\\s+${DAY}(?:,?\\s+(?<lastYear>${YEAR}))?(?!\\d|:)`,
      'g',
    ),
    read: range,
  },
  {
    pattern: new RegExp(
      `${SOON}(?<!\\d)(?<day>${DAY})\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?${TO}${DAY}\\s+(?:of\\s+)?(?<lastMonth>${MONTH})(?:,?\\s+(?<lastYear>${YEAR}))?(?!\\d)`,
      'g',
    ),
    read: range,
  },
  {
    pattern: new RegExp(
      `${SOON}\\b(?<month>${MONTH})\\s+(?<day>${DAY})(?:${TO}${DAY}(?!\\s+${MONTH})\\b)?(?:,?\\s+(?<year>${YEAR}))?(?!\\d|:)`,
      'g',
    ),
    read: dayOf,
  },
  {
    pattern: new RegExp(
      `${SOON}(?<!\\d)(?<day>${DAY})(?:${TO}${DAY})?\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?(?!\\d)`,
      'g',
    ),
    read: dayOf,
  },
  {
    pattern: new RegExp(
      `\\b(?:${PART}[\\s-]+)?(?:(?<which>last|next|this)\\s+)?(?<month>${MONTH})(?:(?:\\s*[-–]\\s*|\\s+(?:to|through|until)\\s+)${MONTH})?(?:,?\\s+(?:of\\s+)?(?<year>${YEAR}))?(?![\\d\\p{L}])`,
      'gu',
    ),
    read: monthIn,
  },
  // `the past year`, `over the last month` run up to the document's date: they are no calendar year or month.
  {
    pattern:
      /(?<!\bthe\s)\b(?<which>last|next|this|current)\s+(?<unit>week|weekend|month|year)\b(?!-|\s+(?:old|of)\b)/gi,
    read: ({ which = '', unit = '' }, { reference }) => {
      const step = /last/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0;
      if (/week/i.test(unit)) return week(step, reference);
      return /month/i.test(unit) ? monthsAway(step, reference) : yearsAway(step, reference);
    },
  },
  {
    pattern: /\b(?:end|middle|beginning|start|rest|remainder)\s+of\s+the\s+(?<unit>month|year)\b/gi,
    read: ({ unit = '' }, { reference }) =>
      /month/i.test(unit) ? monthsAway(0, reference) : yearsAway(0, reference),
  },
  { pattern: /\byear(?:['’]s|-)[ -]?end\b/gi, read: (_, { reference }) => yearsAway(0, reference) },
  {
    pattern: /\b(?<word>today|tonight|yesterday|tomorrow)\b(?!['’])/gi,
    read: ({ word = '' }, { reference }) =>
      daysAway(/yesterday/i.test(word) ? -1 : /tomorrow/i.test(word) ? 1 : 0, reference),
  },
  {
    pattern: new RegExp(`\\b(?:(?<which>last|next|this|this\\s+coming)\\s+)?(?<name>${WEEKDAY})\\b`, 'g'),
    read: weekdayOf,
  },
  {
    pattern:
      /\b(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?<unit>day|week|month|year)s?\s+ago\b/gi,
    read: ago,
  },
  {
    pattern:
      /\bon\s+the\s+(?<day>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[.,;:)]|$)|\s+(?:when|but|in|at|after|before)\b)/g,
    read: ({ day }, { reference, direction }) => dayOfMonth(Number(day), direction, reference),
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s+)?(?:(?:early|mid|late)[\\s-]+)?(?:spring|summer|autumn|fall|winter|(?:first|second|third|fourth)\\s+quarter|(?:first|second)\\s+half)\\s+(?:of\\s+)?(?<year>${YEAR})`,
      'gi',
    ),
    read: ({ year }) => year ?? null,
  },
  {
    pattern:
      /\b(?:this\s+(?:spring|summer|autumn|fall)|the\s+(?:(?:first|second|third|fourth)\s+quarter|(?:first|second)\s+half)\s+of\s+(?:the|this)\s+year)\b/gi,
    read: (_, { reference }) => yearsAway(0, reference),
  },
  {
    pattern:
      /\b(?:in|for|during|by|of|until|since)\s+the\s+(?<ordinal>first|second|third|fourth)\s+quarter\b(?!\s+of\b)/gi,
    read: quarter,
  },
  {
    pattern: new RegExp(
      `\\b(?:in|since|by|until|during|between|early|mid|late|(?:end|beginning|start|middle)\\s+of)[\\s-]+(?<year>${YEAR})(?:\\s*(?:[-–]|and|to)\\s*${YEAR})?`,
      'gi',
    ),
    read: ({ year }) => year ?? null,
  },
  {
    pattern: new RegExp(
      `\\bfrom\\s+(?<year>${YEAR})(?:\\s*[-–]\\s*|\\s+(?:to|until|through)\\s+)${YEAR}`,
      'gi',
    ),
    read: ({ year }) => year ?? null,
  },
];

/**
 * Dates in `text`, left to right, without overlap; offsets count in `text`. Without a reference only complete dates are found.
 * A date is as fine as the words are sound: `early August` is a month, `the spring of 2025` a year; of a range the first day is given.
 */
export function findDates(text: string, reference: string | null): FoundDate[] {
  const base = referenceOf(reference);
  const found: FoundDate[] = [];
  const taken: { start: number; end: number }[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((other) => other.start < end && start < other.end) || verbLike(match, text)) continue;
      const date = read(match.groups ?? {}, {
        reference: base,
        direction: directionOf(text, start, end),
      });
      // What cannot be settled is still one expression: no part of it is read as another date.
      taken.push({ start, end });
      if (date) found.push({ start, end, date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the text names a day, a month with its year, or a date in numbers. */
export function hasDate(text: string): boolean {
  return findDates(text, null).length > 0 || new RegExp(`^${MONTH}\\s+\\d{1,2}\\b`).test(text.trim());
}

/** "May" and "March" alone are a verb as often as a month. */
function verbLike(match: RegExpMatchArray, text: string): boolean {
  return (
    /^(?:May|March|MAY|MARCH)$/.test(match[0]) &&
    !/\b(?:in|since|until|by|of|during|from)\s$/i.test(text.slice(0, match.index))
  );
}

function monthNumber(name: string | undefined): number {
  const key = (name ?? '').toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(key)) + 1;
}

function dayOf({ month, day = '', year }: Record<string, string>, setting: Setting): string | null {
  const number = Number.parseInt(day, 10);
  if (year) return iso(Number(year), monthNumber(month), number);
  return dayAround(monthNumber(month), number, setting.direction, setting.reference);
}

function range(parts: Record<string, string>, setting: Setting): string | null {
  const { month, lastMonth, year, lastYear } = parts;
  if (year || !lastYear) return dayOf(parts, setting);
  const over = monthNumber(month) > monthNumber(lastMonth);
  return dayOf({ ...parts, year: String(Number(lastYear) - (over ? 1 : 0)) }, setting);
}

function monthIn({ which, month, year }: Record<string, string>, { reference, direction }: Setting) {
  const number = monthNumber(month);
  if (year) return `${year}-${String(number).padStart(2, '0')}`;
  if (which === 'last') return monthAround(number, 'past', reference, true);
  if (which === 'next') return monthAround(number, 'future', reference, true);
  if (which === 'this')
    return reference ? `${reference.date.getUTCFullYear()}-${String(number).padStart(2, '0')}` : null;
  return monthAround(number, direction, reference);
}

function weekdayOf({ which = '', name = '' }: Record<string, string>, { reference, direction }: Setting) {
  const day = DAYS.indexOf(name.toLowerCase());
  if (which === 'last') return weekday(day, 'past', reference, true);
  if (/next|coming/.test(which)) return weekday(day, 'future', reference, true);
  return weekday(day, direction, reference);
}

function ago({ count = '', unit = '' }: Record<string, string>, { reference }: Setting): string | null {
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  if (/day/i.test(unit)) return daysAway(-number, reference);
  if (/week/i.test(unit)) return weeksAgo(number, reference);
  return /month/i.test(unit) ? monthsAway(-number, reference) : yearsAway(-number, reference);
}

/** `on the 3rd`: of the document's month or the one beside it. */
function dayOfMonth(day: number, direction: Direction, reference: Reference | null): string | null {
  const own = daysAway(0, reference);
  if (!reference || own === null) return null;
  for (const step of direction === 'future' ? [0, 1, 2] : [0, -1, -2]) {
    const [year, month] = (monthsAway(step, reference) ?? '').split('-').map(Number);
    const date = iso(year ?? 0, month ?? 0, day);
    if (date && (direction === 'future' ? date >= own : date <= own)) return date;
  }
  return null;
}

/** A quarter without its year: the year is all that is kept. */
function quarter({ ordinal = '' }: Record<string, string>, { reference, direction }: Setting): string | null {
  const month = ['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase()) * 3 + 2;
  return monthAround(month, direction, reference)?.slice(0, 4) ?? null;
}
