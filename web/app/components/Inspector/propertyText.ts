/** Properties of any database in words: what each value is and how it reads. Pure. */
import type { Json } from '../../../../graph/model.ts';
import { dateWords } from '../Common/words.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** ISO date and time; seconds, zone and zone name where they are given. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?(?:\[(.+)\])?$/;
/** The coordinate systems whose x and y are longitude and latitude. */
const GEOGRAPHIC: ReadonlySet<Json | undefined> = new Set([4326, 4979]);

/** Degrees with hemisphere: `31.3682° N, 130.8380° E`. */
export function coordinates(latitude: number, longitude: number): string {
  const part = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return `${part(latitude, 'N', 'S')}, ${part(longitude, 'E', 'W')}`;
}

function pointText({ srid, x, y, z }: { readonly [key: string]: Json }): string | undefined {
  if (typeof srid !== 'number' || typeof x !== 'number' || typeof y !== 'number') return undefined;
  const height = typeof z === 'number' ? `, ${z}` : '';
  if (GEOGRAPHIC.has(srid)) return `${coordinates(y, x)}${height && `${height} m`}`;
  return `(${x}, ${y}${height})`;
}

function textOf(value: string): string {
  if (DATE.test(value)) return dateWords(value);
  const [, date, time, seconds = '', zone = '', place] = MOMENT.exec(value) ?? [];
  if (date === undefined || time === undefined) return value;
  const exact = seconds === ':00' ? '' : seconds;
  return [`${dateWords(date)}, ${time}${exact}`, zone === 'Z' ? 'UTC' : zone, place && `(${place})`]
    .filter(Boolean)
    .join(' ');
}

/** One value as text: dates and points as people write them, everything else as it stands. */
export function valueText(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(' · ');
  return pointText(value) ?? JSON.stringify(value);
}
