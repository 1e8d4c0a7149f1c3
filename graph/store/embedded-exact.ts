/**
 * The embedded engine's values ↔ exact ones, for moving graphs. The engine gives 1.0 as 1 and keeps dates as text; what
 * it does not tell by itself stands as JSON in one property, which reading leaves out like all that begin with `_`.
 */
import { z } from 'zod';
import {
  type Exact,
  type GraphElement,
  nameOf,
  type Point,
  type Properties,
  PropertyError,
  type Scalar,
  TEMPORAL_TYPES,
} from '../transfer/element.ts';
import { isTemporalText } from '../transfer/temporal.ts';

/** The property that says what the others are: name → type, of the value or of a list's items. */
export const TYPES_PROPERTY = '__types';

const TypeName = z.enum(['float', 'point', ...TEMPORAL_TYPES]);
type TypeName = z.infer<typeof TypeName>;
const TypeNames = z.record(z.string(), TypeName);

const isPlainFloat = (value: number): boolean => Number.isFinite(value) && !Number.isInteger(value);

/** What has to be written down of a value for it to come back as it is. */
function typeOf(value: Exact): TypeName | undefined {
  if (value instanceof Uint8Array) return undefined;
  if (Array.isArray(value)) {
    return value.map(typeOf).find((type) => type !== undefined);
  }
  if (typeof value === 'number') return isPlainFloat(value) ? undefined : 'float';
  return typeof value === 'object' ? (value as { type: TypeName }).type : undefined;
}

function engineScalar(value: Scalar): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  // The engine drops the sign of -0.
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : value;
  if (typeof value !== 'object') return value;
  if (value.type !== 'point') return value.iso;
  const { type: _type, ...point } = value;
  return point;
}

/** Properties as the engine's parameters take them. @throws PropertyError */
export function engineProperties(element: GraphElement): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  const types: Record<string, TypeName> = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (name === TYPES_PROPERTY || name === '__proto__') {
      throw new PropertyError(name, nameOf(element), 'has a name that the embedded store keeps for itself');
    }
    const type = typeOf(value);
    if (type !== undefined) types[name] = type;
    sent[name] = isScalar(value)
      ? engineScalar(value)
      : value instanceof Uint8Array
        ? Buffer.from(value)
        : value.map(engineScalar);
  }
  return Object.keys(types).length === 0 ? sent : { ...sent, [TYPES_PROPERTY]: JSON.stringify(types) };
}

const isScalar = (value: Exact): value is Scalar => !(value instanceof Uint8Array || Array.isArray(value));

const pointShape = z.object({ srid: z.number(), x: z.number(), y: z.number(), z: z.number().optional() });

/** A value that the engine holds and that has no exact form; undefined where a type does not fit it any more. */
function exactScalar(value: unknown, type: TypeName | undefined): Scalar | undefined {
  if (type === 'float' && (typeof value === 'number' || value === '-0')) return Number(value);
  if (type === 'point') {
    const point = pointShape.safeParse(value);
    if (point.success) return { type, ...point.data } as Point;
  } else if (
    type !== undefined &&
    type !== 'float' &&
    typeof value === 'string' &&
    isTemporalText(type, value)
  ) {
    return { type, iso: value };
  }
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  return undefined;
}

function exactOf(value: unknown, type: TypeName | undefined): Exact | undefined {
  if (value instanceof Uint8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (!Array.isArray(value)) return exactScalar(value, type);
  // A list with one float among whole numbers is a list of floats.
  const floats = value.some((item) => typeof item === 'number' && !Number.isInteger(item));
  const items = value.map((item) => exactScalar(item, type ?? (floats ? 'float' : undefined)));
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** The engine's properties of an element → exact ones, in order of their names. @throws PropertyError */
export function exactProperties(element: GraphElement, held: Readonly<Record<string, unknown>>): Properties {
  const written = held[TYPES_PROPERTY];
  const types = typeof written === 'string' ? TypeNames.parse(JSON.parse(written)) : {};
  const names = Object.keys(held).filter((name) => name !== TYPES_PROPERTY && held[name] !== null);
  return Object.fromEntries(
    names.toSorted().map((name): [string, Exact] => {
      const exact = exactOf(held[name], types[name]);
      if (exact !== undefined) return [name, exact];
      throw new PropertyError(name, nameOf(element), 'is of a type that cannot be moved');
    }),
  );
}
