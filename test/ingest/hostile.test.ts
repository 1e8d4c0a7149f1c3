/** Texts that are no prose must cost no more than their length: bounded work per sentence, every character still stored. */
import { describe, expect, test } from 'vitest';
import { LONGEST_PARSED } from '../../ingest/pipeline.ts';
import { extractor } from './extractor.ts';

const STATEMENT = 'Japan condemned the missile launch by North Korea.';
const HOSTILE: [string, string][] = [
  ['a megabyte on one line', 'word '.repeat(200_000)],
  ['a megabyte of names on one line', 'Japan Kenya '.repeat(85_000)],
  ['100,000 commas', ','.repeat(100_000)],
  ['deep brackets', '('.repeat(50_000) + ')'.repeat(50_000)],
  ['nothing but stops', '.'.repeat(200_000)],
  ['quotes and stops', '."'.repeat(100_000)],
  ['half a megabyte of white space', `${' '.repeat(500_000)}x`],
  ['one wrapped paragraph', 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do\n'.repeat(10_000)],
  ['brackets within a sentence that is parsed', `${'('.repeat(700)}${')'.repeat(700)}. Yes.`],
];

describe('hostile texts', () => {
  test.each(HOSTILE)(
    '%s',
    (_, noise) => {
      const text = `${STATEMENT}\n\n${noise}\n\n${STATEMENT.replace('Japan', 'France')}`;
      const { sentences, claims } = extractor.extract({ text });
      const actors = claims.filter(({ type }) => type === 'CONDEMNS').map(({ subject }) => subject);
      expect(actors).toEqual(['country:japan', 'country:france']);
      for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
      // Only white space stands between sentences: what is not parsed is stored all the same.
      const kept = sentences.reduce((all, { text: own }) => all + own.replace(/\s/g, '').length, 0);
      expect(kept).toBe(text.replace(/\s/g, '').length);
    },
    60_000,
  );

  test('a sentence longer than the parser takes gives no claims, one just shorter does', () => {
    const long = (length: number) => `${STATEMENT.slice(0, -1)}${' again'.repeat(length)}.`;
    const claims = (text: string) => extractor.extract({ text: `Note\n\n${text}` }).claims.length;
    expect(claims(long(LONGEST_PARSED / 6))).toBe(0);
    expect(claims(long(20))).toBeGreaterThan(0);
  });
});
