import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates, hasDate } from '../../ingest/text/dates.ts';

const dates = (text: string, reference: string | null) => findDates(text, reference).map(({ date }) => date);

// Day of reading, words, dates found. 25 November 2026 is a Wednesday, 2 January 2027 a Saturday, 31 December 2026 a Thursday.
test.each<[reference: string | null, text: string, found: string[]]>([
  ['2022-09-15', 'On September 14, they met', ['2022-09-14']],
  ['2026-11-25', 'on November 3', ['2026-11-03']],
  ['2026-11-25', 'on 3 November', ['2026-11-03']],
  ['2026-11-25', 'on the 3rd of November', ['2026-11-03']],
  ['2026-11-25', 'Tuesday, November 3, saw a launch', ['2026-11-03']],
  ['2026-11-25', 'NOVEMBER 3', ['2026-11-03']],
  [null, 'on Nov. 3, 2026', ['2026-11-03']],
  [null, 'dated 2026-11-03T10:00Z', ['2026-11-03']],
  [null, 'on 2026/11/03', ['2026-11-03']],
  [null, 'on 3 November 2023', ['2023-11-03']],
  ['2026-11-25', 'It arrived on the 3rd.', ['2026-11-03']],
  ['2026-11-25', 'It arrived on the 30th.', ['2026-10-30']],
  ['2026-11-25', 'It will arrive on the 3rd.', ['2026-12-03']],
  ['2027-01-02', 'It arrived on the 31st.', ['2026-12-31']],
  ['2026-03-10', 'It arrived on the 30th.', ['2026-01-30']],
  // Months and seasons.
  ['2022-09-15', 'launches in early August', ['2022-08']],
  ['2022-09-15', 'in mid-August, in late August', ['2022-08', '2022-08']],
  ['2023-01-10', 'in December', ['2022-12']],
  ['2022-12-20', 'It will open in January', ['2023-01']],
  ['2022-01-20', 'It will open in August', ['2022-08']],
  ['2022-01-20', 'It opened in August', ['2021-08']],
  ['2022-09-15', 'since February', ['2022-02']],
  ['2022-11-15', 'since February', ['2022-02']],
  ['2022-11-15', 'last November', ['2021-11']],
  ['2022-11-15', 'next March', ['2023-03']],
  ['2022-11-15', 'from May to August 2021', ['2021-05']],
  ['2026-11-25', 'in the spring of 2025', ['2025']],
  ['2026-11-25', 'this summer', ['2026']],
  ['2026-11-25', 'in the second quarter', ['2026']],
  ['2027-01-02', 'in the fourth quarter', ['2026']],
  [null, 'in the second quarter of 2025', ['2025']],
  // Relative.
  ['2023-01-10', 'last month, this month, next month', ['2022-12', '2023-01', '2023-02']],
  ['2026-12-31', 'next month, earlier this year, next year', ['2027-01', '2026', '2027']],
  ['2026-11-25', 'last week', ['2026-11']],
  ['2026-11-25', 'next week', ['2026']],
  ['2027-01-02', 'this week', []],
  ['2024-03-01', 'yesterday, today, tomorrow', ['2024-02-29', '2024-03-01', '2024-03-02']],
  ['2027-01-01', 'yesterday', ['2026-12-31']],
  ['2026-12-31', 'It leaves tomorrow', ['2027-01-01']],
  ['2026-11-25', 'two days ago, a month ago, three years ago', ['2026-11-23', '2026-10', '2023']],
  ['2026-11-25', 'by the end of the year', ['2026']],
  ['2026-11-25', "by year's end", ['2026']],
  ['2026-11-25', 'by the end of next month', ['2026-12']],
  ['2026-11-25', 'in the second half of this year', ['2026']],
  ['2026-11-25', 'over the past year, in the last month, the coming week, the previous year', []],
  ['2026-11-25', 'in the last week of August', ['2026-08']],
  // Weekdays.
  ['2024-05-16', 'They met on Tuesday', ['2024-05-14']],
  ['2024-05-16', 'They met on Thursday', ['2024-05-16']],
  ['2024-05-16', 'They met last Thursday', ['2024-05-09']],
  ['2024-05-16', 'They will meet on Tuesday', ['2024-05-21']],
  ['2024-05-16', 'On Tuesday, they will meet', ['2024-05-21']],
  ['2024-05-16', 'It will send ships, the ministry said on Tuesday', ['2024-05-14']],
  ['2024-05-16', 'The ministry said on Tuesday that it will send ships', ['2024-05-14']],
  ['2024-05-16', 'They meet next Tuesday', ['2024-05-21']],
  ['2026-12-31', 'They will meet on Friday', ['2027-01-01']],
  ['2027-01-02', 'They met on Thursday', ['2026-12-31']],
  // Years and ranges.
  ['2026-11-25', 'in 2024, since 2019, in late 2023', ['2024', '2019', '2023']],
  ['2026-11-25', 'from 2019 to 2021', ['2019']],
  ['2024-05-01', 'from 12–13 April', ['2024-04-12']],
  ['2026-11-25', 'between 3 and 7 November', ['2026-11-03']],
  ['2026-11-25', 'between November 3 and November 7', ['2026-11-03']],
  ['2026-11-25', 'from June 2 to 14', ['2026-06-02']],
  [null, 'from 28 December to 3 January 2025', ['2024-12-28']],
  [null, 'June 2–14, 2025', ['2025-06-02']],
  ['2026-11-25', 'On November 3, 2000 troops left; in 2026, 2,000 more', ['2026-11-03', '2026']],
  // Year ends.
  ['2027-01-02', 'on December 30', ['2026-12-30']],
  ['2026-12-30', 'It will begin on January 4', ['2027-01-04']],
  ['2026-12-30', 'It began on January 4', ['2026-01-04']],
  // What the document's own date is too coarse for, or what no document's date settles.
  ['2026', 'last month, yesterday, on November 3, last year', ['2025']],
  ['2026-11', 'yesterday, last month', ['2026-10']],
  [null, 'yesterday, on November 3, in early August, last month, on Tuesday, the end of the year', []],
  [null, 'February 30, 2024', []],
  ['2026-11-25', 'they may march at 11:10', []],
  ['2026-11-25', 'the 3rd Fleet, on the 3rd floor, in 2000 homes, 03/11/2026', []],
])('read on %s: %s', (reference, text, found) => {
  expect(dates(text, reference)).toEqual(found);
});

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

test('any day of the calendar written in six ways is read back, with and without a reference', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.option(day), (date, other) => {
      const written = date.toISOString().slice(0, 10);
      const [year, month, number] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
      const name = MONTHS[month] ?? '';
      const short = name.length > 4 ? `${name.slice(0, 3)}.` : name;
      const reference = other?.toISOString().slice(0, 10) ?? null;
      for (const form of [
        written,
        `${name} ${number}, ${year}`,
        `${number} ${name} ${year}`,
        `${short} ${number}, ${year}`,
        `the ${number}th of ${name} ${year}`,
        `${number} ${name.toUpperCase()}, ${year}`,
      ])
        expect(dates(`It was launched on ${form}.`, reference)).toEqual([written]);
    }),
  );
});

test('offsets are those of the words', () => {
  const text = 'On November 3 and, later, on 5 December.';
  expect(findDates(text, '2026-12-10').map(({ start, end }) => text.slice(start, end))).toEqual([
    'November 3',
    '5 December',
  ]);
});

test('a heading number is no date', () => {
  expect(hasDate('1. Regional Affairs')).toBe(false);
});
