/** Exact values ↔ JSON. What JSON cannot say by itself stands in an object of one key: `{"date": "2022-09-14"}`. */
import { z } from 'zod';
import type { Exact, Point, Properties, Scalar, TemporalType } from './element.ts';
import { isTemporalText } from './temporal.ts';

type JsonValue = string | boolean | number | Tagged | JsonValue[];
type Tagged = { readonly [tag: string]: unknown };

/** Numbers of JSON are integers where they are whole, floats where they are not; all others are tagged. */
function encodeScalar(value: Scalar): JsonValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { integer: value.toString() };
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Number.isInteger(value)) return value;
    return { float: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (typeof value !== 'object') return value;
  if (value.type !== 'point') return { [value.type]: value.iso };
  const { type: _type, ...point } = value;
  return { point };
}

/** An exact value as JSON. */
export function encodeExact(value: Exact): JsonValue {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  return isList(value) ? value.map(encodeScalar) : encodeScalar(value);
}

export const isList = (value: Exact): value is readonly Scalar[] => Array.isArray(value);

export function encodeProperties(properties: Properties): Record<string, JsonValue> {
  const encoded: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of Object.entries(properties)) encoded[key] = encodeExact(value);
  return encoded;
}

/** A value that is not of the format; the message says why. */
export class ValueError extends Error {}

const integerText = z.string().regex(/^-?\d{1,19}$/);
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

function integer(text: unknown): bigint {
  const parsed = integerText.safeParse(text);
  const value = parsed.success ? BigInt(parsed.data) : undefined;
  if (value === undefined || value < SMALLEST || value > LARGEST) {
    throw new ValueError('an integer is digits, of 64 bits at most');
  }
  return value;
}

const FLOAT = /^(?:NaN|-?Infinity|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i;

function float(text: unknown): number {
  if (typeof text !== 'string' || !FLOAT.test(text)) throw new ValueError('a float is a number as text');
  return Number(text);
}

const pointShape = z.strictObject({
  srid: z.number().int(),
  x: z.number(),
  y: z.number(),
  z: z.number().optional(),
});

function point(value: unknown): Point {
  const parsed = pointShape.safeParse(value);
  if (!parsed.success) throw new ValueError('a point has srid, x, y and perhaps z');
  const { z: height, ...rest } = parsed.data;
  return { type: 'point', ...rest, ...(height === undefined ? {} : { z: height }) };
}

function temporal(type: TemporalType, iso: unknown): Scalar {
  if (typeof iso !== 'string' || !isTemporalText(type, iso)) {
    throw new ValueError(`${JSON.stringify(iso)} is no ${type} in ISO 8601`);
  }
  return { type, iso };
}

const TAGS: Readonly<Record<string, (value: unknown) => Scalar>> = {
  integer,
  float,
  point,
  date: (iso) => temporal('date', iso),
  time: (iso) => temporal('time', iso),
  localtime: (iso) => temporal('localtime', iso),
  datetime: (iso) => temporal('datetime', iso),
  localdatetime: (iso) => temporal('localdatetime', iso),
  duration: (iso) => temporal('duration', iso),
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** @throws ValueError text with half of a character, which no store keeps */
export function wholeText(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new ValueError('text holds half of a character');
  return text;
}

function decodeScalar(value: unknown): Scalar {
  if (typeof value === 'string') return wholeText(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return value;
    if (!Number.isSafeInteger(value)) throw new ValueError(`${value} is too large for a JSON number`);
    return BigInt(value);
  }
  const [tag, held] = soleEntry(value);
  const read = TAGS[tag];
  if (read === undefined || !Object.hasOwn(TAGS, tag)) throw new ValueError(`there is no type '${tag}'`);
  return read(held);
}

function soleEntry(value: unknown): [string, unknown] {
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const [only] = entries;
  if (only === undefined || entries.length !== 1) {
    throw new ValueError('null, maps and lists of lists are no property values');
  }
  return only;
}

/** @throws ValueError */
export function decodeExact(value: unknown): Exact {
  if (Array.isArray(value)) return value.map(decodeScalar);
  if (typeof value === 'object' && value !== null && 'bytes' in value) {
    const [, text] = soleEntry(value);
    if (typeof text !== 'string' || !BASE64.test(text)) throw new ValueError('bytes are text in base 64');
    return new Uint8Array(Buffer.from(text, 'base64'));
  }
  return decodeScalar(value);
}
