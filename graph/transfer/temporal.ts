/** Dates, times and durations as ISO 8601 text ↔ their parts. Pure. */
import type { TemporalType } from './element.ts';

const DATE = String.raw`(?<year>[+-]?\d{4,9})-(?<month>\d{2})-(?<day>\d{2})`;
const TIME = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?`;
const OFFSET = String.raw`(?<offset>Z|[+-]\d{2}:\d{2}(?::\d{2})?)`;
const ZONE = String.raw`(?:\[(?<zone>[A-Za-z0-9_+\-/]+)\])`;

const PATTERNS: Readonly<Record<Exclude<TemporalType, 'duration'>, RegExp>> = {
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}${OFFSET}$`),
  localtime: new RegExp(`^${TIME}$`),
  localdatetime: new RegExp(`^${DATE}T${TIME}$`),
  datetime: new RegExp(`^${DATE}T${TIME}(?:${OFFSET}${ZONE}?|${ZONE.replace('?<zone>', '?<zoneOnly>')})$`),
};

const DURATION =
  /^P(?:(?<years>-?\d+)Y)?(?:(?<months>-?\d+)M)?(?:(?<weeks>-?\d+)W)?(?:(?<days>-?\d+)D)?(?:T(?:(?<hours>-?\d+)H)?(?:(?<minutes>-?\d+)M)?(?:(?<sign>-?)(?<seconds>\d+)(?:\.(?<fraction>\d{1,9}))?S)?)?$/;

/** Whether a text is a date, time or duration of this type, by its form. */
export const isTemporalText = (type: TemporalType, text: string): boolean =>
  type === 'duration' ? DURATION.test(text) && /\d/.test(text) : PATTERNS[type].test(text);

/** The parts of a date or time; what a type does not have is 0 or undefined. `offset` is in seconds. */
export interface TemporalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  readonly offset: number | undefined;
  readonly zone: string | undefined;
}

/** @throws RangeError where the text is not of the type */
export function temporalParts(type: Exclude<TemporalType, 'duration'>, text: string): TemporalParts {
  const groups = PATTERNS[type].exec(text)?.groups;
  if (groups === undefined) throw new RangeError(`${text} is no ${type}`);
  const number = (name: string): number => Number(groups[name] ?? 0);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    nanosecond: nanoseconds(groups.fraction),
    offset: groups.offset === undefined ? undefined : offsetSeconds(groups.offset),
    zone: groups.zone ?? groups.zoneOnly,
  };
}

const nanoseconds = (fraction = ''): number => Number(fraction.padEnd(9, '0'));

function offsetSeconds(text: string): number {
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

export interface DurationParts {
  readonly months: bigint;
  readonly days: bigint;
  readonly seconds: bigint;
  /** 0 … 999,999,999, counted forwards from `seconds`. */
  readonly nanoseconds: number;
}

/** @throws RangeError where the text is no duration */
export function durationParts(text: string): DurationParts {
  const groups = DURATION.exec(text)?.groups;
  if (groups === undefined) throw new RangeError(`${text} is no duration`);
  const whole = (name: string): bigint => BigInt(groups[name] ?? 0);
  const nanos = nanoseconds(groups.fraction);
  const negative = groups.sign === '-';
  const borrowed = negative && nanos > 0;
  const seconds = (negative ? -1n : 1n) * whole('seconds') - (borrowed ? 1n : 0n);
  return {
    months: 12n * whole('years') + whole('months'),
    days: 7n * whole('weeks') + whole('days'),
    seconds: 3600n * whole('hours') + 60n * whole('minutes') + seconds,
    nanoseconds: borrowed ? 1_000_000_000 - nanos : nanos,
  };
}
