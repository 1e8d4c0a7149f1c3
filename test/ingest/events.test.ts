/** Events are scoped by their date: two launches never become one, and one launch told twice does not become two. */
import { expect, test } from 'vitest';
import { extractor } from './extractor.ts';

const LAUNCHES = "North Korea's ballistic missile launches";

function events(text: string, published?: string) {
  const { entities, claims } = extractor.extract({ text, ...(published ? { published } : {}) });
  return entities
    .filter(({ type }) => type === 'Event')
    .map(({ id, date }) => ({
      id,
      date,
      told: [...new Set(claims.filter(({ object }) => object === id).map(({ eventDate }) => eventDate))],
    }));
}

test('two launches of one document are two events, each with its claims', () => {
  const found = events(
    `Japan condemned ${LAUNCHES} on November 3. Japan also condemned ${LAUNCHES} on 5 November.`,
    '2026-11-25',
  );
  expect(found.map(({ date }) => date)).toEqual(['2026-11-03', '2026-11-05']);
  expect(found.map(({ told }) => told)).toEqual([['2026-11-03'], ['2026-11-05']]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});

test('two deeds of one sentence have each their own date', () => {
  const found = events(
    'On December 30, North Korea test-fired a missile and on January 2 it launched a rocket.',
    '2027-01-04',
  );
  expect(found.map(({ date }) => date)).toEqual(['2026-12-30', '2027-01-02']);
});

test('across documents the date decides', () => {
  const id = (text: string, published?: string) => events(text, published).map((event) => event.id)[0];
  const one = id(`Japan condemned ${LAUNCHES} on November 3.`, '2026-11-04');
  expect(one).toBeDefined();
  expect(id(`South Korea condemned ${LAUNCHES} on Nov. 3, 2026.`, '2026-12-20')).toBe(one);
  const others = [
    one,
    id(`South Korea condemned ${LAUNCHES} on November 5.`, '2026-11-06'),
    // Told without a date: not the dated one, not that of another document, not even on the very day.
    id(`Australia condemned ${LAUNCHES}.`, '2026-11-03'),
    id(`Canada condemned ${LAUNCHES}.`, '2026-11-03'),
    id(`France condemned ${LAUNCHES}.`),
    id(`Germany condemned ${LAUNCHES}.`),
    // A year is too wide to say that they are the same.
    id(`India condemned ${LAUNCHES} in 2024.`, '2026-11-03'),
    id(`Italy condemned ${LAUNCHES} in 2024.`, '2026-11-03'),
  ];
  expect(new Set(others).size).toBe(others.length);
  expect(others).not.toContain(undefined);
});

test('when something was said is not when it happened', () => {
  const [event] = events(
    'North Korea test-fired a ballistic missile, the ministry said on Tuesday.',
    '2026-11-25',
  );
  expect(event).toMatchObject({ date: null, told: [null] });
});

test('a meeting that recurs under its name is another in another document', () => {
  const of = (published: string) =>
    events(
      `Japan-U.S. Defense Ministerial Meeting\n\nDefense Minister Nakatani and Defense Secretary Austin held the meeting in Tokyo on ${published}.`,
      published,
    );
  const [first, second] = [of('2024-12-10'), of('2025-03-30')];
  expect(first.map(({ date }) => date)).toEqual(['2024-12-10']);
  expect(second.map(({ date }) => date)).toEqual(['2025-03-30']);
  expect(first[0]?.id).not.toBe(second[0]?.id);
});
