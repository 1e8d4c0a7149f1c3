import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../../graph/model.ts';
import { valueText } from '../../../../../web/app/components/Inspector/propertyText.ts';

describe('properties in words', () => {
  it.each<[Json, string]>([
    ['2020-02-29', '29 February 2020'],
    ['2022-08-04T09:30:00+09:00', '4 August 2022, 09:30 +09:00'],
    ['2022-08-04T09:30:01.5Z[Europe/Berlin]', '4 August 2022, 09:30:01.5 UTC (Europe/Berlin)'],
    ['2022-08-04T09:30', '4 August 2022, 09:30'],
    ['2020-02', '2020-02'],
    [{ srid: 4326, x: 130.8, y: -31.4 }, '31.4000° S, 130.8000° E'],
    [{ srid: 4979, x: 1, y: 2, z: 30 }, '2.0000° N, 1.0000° E, 30 m'],
    [{ srid: 7203, x: 1, y: 2 }, '(1, 2)'],
    [['view', 'wind', 3], 'view · wind · 3'],
    [1999, '1999'],
    ['9007199254740993', '9007199254740993'],
    [false, 'false'],
    [{ a: 1 }, '{"a":1}'],
  ])('%j reads %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});
