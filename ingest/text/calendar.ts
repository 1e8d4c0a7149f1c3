/** Reckoning from the date of a document. What it cannot settle is null: a wrong date is worse than none. */

/** Which way a phrase looks from the document's date; `open` takes what is nearest. */
export type Direction = 'past' | 'future' | 'open';

/** A document's date, with how much of it is known. */
export type Reference = { date: Date; precision: 'day' | 'month' | 'year' };

const DAY_MS = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');
const written = (date: Date) => date.toISOString().slice(0, 10);

/** An ISO partial date as a reference; null where it is none. */
export function referenceOf(date: string | null): Reference | null {
  if (date === null || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date)) return null;
  const at = new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return null;
  return { date: at, precision: date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year' };
}

/** A day of the calendar as ISO date; null for 30 February. */
export function iso(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && written(at) === text ? text : null;
}

/** A day without its year: the last, next or nearest such day. */
export function dayAround(month: number, day: number, direction: Direction, from: Reference | null) {
  if (from?.precision !== 'day') return null;
  const year = from.date.getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap((y) => iso(y, month, day) ?? []);
  return choose(days, (text) => (Date.parse(text) - from.date.getTime()) / DAY_MS, direction);
}

/** A month without its year; `whole` leaves out the document's own month (`last August`). */
export function monthAround(month: number, direction: Direction, from: Reference | null, whole = false) {
  if (!from || from.precision === 'year') return null;
  const year = from.date.getUTCFullYear();
  const away = (y: number) => (y - year) * 12 + month - 1 - from.date.getUTCMonth();
  const years = [year - 1, year, year + 1].filter((y) => !whole || away(y) !== 0);
  const found = choose(years, away, direction);
  return found === null ? null : `${found}-${two(month)}`;
}

function choose<T>(all: readonly T[], away: (item: T) => number, direction: Direction): T | null {
  const fitting = all.filter(
    (item) => direction === 'open' || (direction === 'past' ? away(item) <= 0 : away(item) >= 0),
  );
  const [best] = fitting.sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)) || away(a) - away(b));
  return best ?? null;
}

/** The day so many days away. */
export function daysAway(days: number, from: Reference | null): string | null {
  return from?.precision === 'day' ? written(new Date(from.date.getTime() + days * DAY_MS)) : null;
}

/** The weekday (Sunday is 0) nearest in that direction, the document's own day counting unless `other`. */
export function weekday(day: number, direction: Direction, from: Reference | null, other = false) {
  if (!from) return null;
  const back = (from.date.getUTCDay() - day + 7) % 7;
  if (direction === 'future') return daysAway(back === 0 ? (other ? 7 : 0) : 7 - back, from);
  return daysAway(back === 0 && other ? -7 : -back, from);
}

/** A week from Monday to Sunday: the month or the year that holds all of it, for no partial date is a week. */
export function week(step: number, from: Reference | null): string | null {
  if (!from) return null;
  const monday = step * 7 - ((from.date.getUTCDay() + 6) % 7);
  return holding(daysAway(monday, from), daysAway(monday + 6, from));
}

/** `two weeks ago`, give or take three days. */
export function weeksAgo(weeks: number, from: Reference | null): string | null {
  return holding(daysAway(-weeks * 7 - 3, from), daysAway(-weeks * 7 + 3, from));
}

function holding(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null;
  const common = [7, 4].find((length) => first.slice(0, length) === last.slice(0, length));
  return common === undefined ? null : first.slice(0, common);
}

export function monthsAway(step: number, from: Reference | null): string | null {
  if (!from || from.precision === 'year') return null;
  return written(new Date(Date.UTC(from.date.getUTCFullYear(), from.date.getUTCMonth() + step, 1))).slice(
    0,
    7,
  );
}

export function yearsAway(step: number, from: Reference | null): string | null {
  return from ? String(from.date.getUTCFullYear() + step) : null;
}
