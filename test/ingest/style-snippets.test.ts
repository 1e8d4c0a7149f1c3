/** Invented snippets in eight house styles: what is found of their relations, and what nobody would take from them. Figures are printed. */
import { expect, test } from 'vitest';
import { extractor } from './extractor.ts';
import { judge, snippets } from './styles/corpus.ts';

test('snippets in eight house styles', () => {
  const items = snippets();
  const styles = [...new Set(items.map((item) => item.style))];
  const counts = styles.map((style) => items.filter((item) => item.style === style).length);
  expect(counts).toEqual(Array(8).fill(8));
  const outcomes = items.map((item) => judge(item, extractor));
  const sum = (pick: (outcome: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((all, outcome) => all + pick(outcome), 0);
  const found = 1 - sum((outcome) => outcome.missed.length) / sum((outcome) => outcome.expected);
  const right = 1 - sum((outcome) => outcome.wrong.length) / sum((outcome) => outcome.claims);
  console.log('snippets', JSON.stringify({ found, right }));
  expect(found).toBeGreaterThanOrEqual(0.55);
  expect(right).toBeGreaterThanOrEqual(0.9);
});
