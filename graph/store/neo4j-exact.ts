/** Neo4j's values ↔ exact ones, for moving graphs: no digit, type or zone is lost. Pure. */
import neo4j from 'neo4j-driver';
import type { Exact, Point, Properties, Scalar, Temporal } from '../transfer/element.ts';
import { durationParts, temporalParts } from '../transfer/temporal.ts';
import { isoText } from './neo4j-values.ts';

/** A value of a type that has no exact form here. */
export class InexactError extends Error {}

function temporalOf(value: unknown): Temporal | undefined {
  const type = neo4j.isDate(value)
    ? 'date'
    : neo4j.isDateTime(value)
      ? 'datetime'
      : neo4j.isLocalDateTime(value)
        ? 'localdatetime'
        : neo4j.isTime(value)
          ? 'time'
          : neo4j.isLocalTime(value)
            ? 'localtime'
            : neo4j.isDuration(value)
              ? 'duration'
              : undefined;
  return type === undefined ? undefined : { type, iso: isoText(String(value)) };
}

function exactScalar(value: unknown): Scalar {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
    case 'number':
      return value;
  }
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z } = value;
    const point: Point = { type: 'point', srid: Number(srid), x, y };
    return z === undefined || z === null ? point : { ...point, z };
  }
  const temporal = temporalOf(value);
  if (temporal !== undefined) return temporal;
  throw new InexactError(`is of a type that cannot be moved (${String(value).slice(0, 60)})`);
}

/** @throws InexactError a vector, or a type that this driver does not know */
export function toExact(value: unknown): Exact {
  if (value instanceof Int8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return Array.isArray(value) ? value.map(exactScalar) : exactScalar(value);
}

function driverTemporal({ type, iso }: Temporal): unknown {
  if (type === 'duration') {
    const { months, days, seconds, nanoseconds } = durationParts(iso);
    return new neo4j.types.Duration(months, days, seconds, BigInt(nanoseconds));
  }
  const { year, month, day, hour, minute, second, nanosecond, offset, zone } = temporalParts(type, iso);
  switch (type) {
    case 'date':
      return new neo4j.types.Date(year, month, day);
    case 'localtime':
      return new neo4j.types.LocalTime(hour, minute, second, nanosecond);
    case 'time':
      return new neo4j.types.Time(hour, minute, second, nanosecond, offset ?? 0);
    case 'localdatetime':
      return new neo4j.types.LocalDateTime(year, month, day, hour, minute, second, nanosecond);
    case 'datetime':
      return new neo4j.types.DateTime(year, month, day, hour, minute, second, nanosecond, offset, zone);
  }
}

function driverScalar(value: Scalar): unknown {
  if (typeof value !== 'object') return value;
  if (value.type !== 'point') return driverTemporal(value);
  const { srid, x, y, z } = value;
  return new neo4j.types.Point(BigInt(srid), x, y, z);
}

function fromExact(value: Exact): unknown {
  if (typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return new Int8Array(value.buffer, value.byteOffset, value.byteLength);
  return 'type' in value ? driverScalar(value) : value.map(driverScalar);
}

/** Properties as the driver sends them. */
export function driverProperties(properties: Properties): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) sent[key] = fromExact(value);
  return sent;
}
