/** Invented sentences that deny, and sentences that only look so: what is found, and that no denial is told as a fact. Figures are printed. */
import { expect, test } from 'vitest';
import { judge, sentences, type Verdict } from './denials/corpus.ts';
import { extractor } from './extractor.ts';

const share = (list: readonly Verdict[]) =>
  list.length === 0 ? 1 : list.filter((item) => item.found).length / list.length;
const opposite = (list: readonly Verdict[]) =>
  list.filter((item) => item.opposite).map((item) => `${item.triple}: ${item.sentence}`);

test.each(['develop', 'report'] as const)('denials and what looks like them: %s', (half) => {
  const denied = judge(sentences('denied', half), extractor);
  const stated = judge(sentences('stated', half), extractor);
  expect(denied.no.length).toBeGreaterThan(50);
  expect(stated.yes.length).toBeGreaterThan(20);
  const figures = {
    denials: share(denied.no),
    asFacts: opposite(denied.no).length,
    open: share(denied.open),
    stated: share(stated.yes),
    statedDenied: opposite(stated.yes).length,
  };
  console.log(half, JSON.stringify(figures));
  const minima = MINIMA[half];
  expect(figures.denials).toBeGreaterThanOrEqual(minima.denials);
  expect(figures.open).toBeGreaterThanOrEqual(minima.open);
  expect(figures.stated).toBeGreaterThanOrEqual(minima.stated);
  expect(figures.asFacts).toBeLessThanOrEqual(minima.asFacts);
  expect(figures.statedDenied).toBeLessThanOrEqual(minima.statedDenied);
});

const MINIMA = {
  develop: { denials: 0.87, asFacts: 0, open: 0.8, stated: 0.9, statedDenied: 1 },
  report: { denials: 0.75, asFacts: 3, open: 0.6, stated: 0.88, statedDenied: 1 },
};
