import { expect, test } from 'vitest';
import { findDates, hasDate } from '../../ingest/text/dates.ts';

test.each([
  ['on September 14, they met', '2022-09-15', '2022-09-14'],
  ['on 3 November 2023', null, '2023-11-03'],
  ['launches in early August', '2022-09-15', '2022-08'],
  ['in December', '2023-01-10', '2022-12'],
  ['last month', '2023-01-10', '2022-12'],
  ['on Tuesday', '2024-05-16', '2024-05-14'],
  ['yesterday', '2024-03-01', '2024-02-29'],
  ['from 12–13 April', '2024-05-01', '2024-04-12'],
])('%s, read on %s, is %s', (text, reference, date) => {
  expect(findDates(text, reference)[0]?.date).toBe(date);
});

test('a verb or a clock time is no date', () => {
  expect(findDates('they may march at 11:10', '2024-01-01')).toEqual([]);
  expect(hasDate('1. Regional Affairs')).toBe(false);
});
