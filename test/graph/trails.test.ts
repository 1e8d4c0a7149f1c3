import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedSelection } from '../../graph/subgraph.ts';
import { type Link, MOST_HOPS, type Network, networkOf, trails } from '../../graph/trails.ts';

const links: fc.Arbitrary<Link[]> = fc
  .array(
    fc.record({
      subject: fc.integer({ min: 0, max: 8 }).map((node) => `n${node}`),
      object: fc.integer({ min: 0, max: 8 }).map((node) => `n${node}`),
      claimCount: fc.integer({ min: 0, max: 3 }),
      confidence: fc.constantFrom(0.3, 0.6, 0.9),
      polarity: fc.constantFrom('+', '-'),
    }),
    { maxLength: 22 },
  )
  .map((found) => found.map((link, index) => ({ ...link, id: `r${index}` })));

/** Every simple path of at most so many hops, by plain depth-first search. */
function everyPath(network: Network, from: string, to: string, hops: number): string[][] {
  if (from === to) return [[to]];
  if (hops === 0) return [];
  const walk = (path: string[]): string[][] => {
    const last = path.at(-1) ?? '';
    if (last === to) return [path];
    if (path.length > hops) return [];
    return [...(network.around.get(last)?.keys() ?? [])]
      .filter((next) => !path.includes(next))
      .flatMap((next) => walk([...path, next]));
  };
  return walk([from]);
}

const costs = {
  short: (_: Network, path: readonly string[]) => path.length - 1,
  specific: ({ degrees }: Network, path: readonly string[]) =>
    path.slice(1, -1).reduce((sum, node) => sum + Math.log2(1 + (degrees.get(node) ?? 0)), 0),
};

describe('trails', () => {
  for (const rank of ['short', 'specific'] as const) {
    it(`gives the same best paths as trying all of them: ${rank}`, () => {
      fc.assert(
        fc.property(links, fc.integer({ min: 1, max: 8 }), (given, limit) => {
          const network = networkOf(given);
          const all = everyPath(network, 'n0', 'n1', MOST_HOPS);
          const best = all.map((path) => costs[rank](network, path)).toSorted((a, b) => a - b);
          const found = trails(network, 'n0', 'n1', { limit, rank });
          expect(found).toHaveLength(Math.min(limit, all.length));
          found.forEach(({ cost, nodes }, index) => {
            expect(cost).toBeCloseTo(best[index] ?? Number.NaN, 3);
            expect(cost).toBeCloseTo(costs[rank](network, nodes), 9);
          });
          expect(new Set(found.map(({ nodes }) => nodes.join())).size).toBe(found.length);
        }),
        { numRuns: 200 },
      );
    });
  }

  it('does not depend on the order of links', () => {
    fc.assert(
      fc.property(links, (given) => {
        const request = { limit: 5, rank: 'specific' } as const;
        expect(trails(networkOf(given.toReversed()), 'n0', 'n1', request)).toEqual(
          trails(networkOf(given), 'n0', 'n1', request),
        );
      }),
    );
  });

  it('takes the best evidenced of parallel relations', () => {
    const link = { subject: 'a', object: 'b', claimCount: 1, confidence: 0.5, polarity: '+' };
    const network = networkOf([
      { ...link, id: 'background', claimCount: 0, confidence: 0.99 },
      { ...link, id: 'denied', polarity: '-', confidence: 0.95 },
      { ...link, id: 'sure', confidence: 0.9 },
      { ...link, id: 'unsure' },
    ]);
    const [trail] = trails(network, 'b', 'a', { limit: 3, rank: 'short' });
    expect(trail?.links.map(({ id }) => id)).toEqual(['sure']);
  });

  it('goes around a hub when asked for the specific', () => {
    const edge = (subject: string, object: string): Link => ({
      id: `${subject}-${object}`,
      subject,
      object,
      claimCount: 1,
      confidence: 0.9,
      polarity: '+',
    });
    const spokes = Array.from({ length: 40 }, (_, index) => edge('hub', `spoke${index}`));
    const network = networkOf([
      edge('a', 'hub'),
      edge('hub', 'z'),
      edge('a', 'm'),
      edge('m', 'n'),
      edge('n', 'z'),
      ...spokes,
    ]);
    const first = (rank: 'short' | 'specific') => trails(network, 'a', 'z', { limit: 1, rank })[0]?.nodes;
    expect(first('short')).toEqual(['a', 'hub', 'z']);
    expect(first('specific')).toEqual(['a', 'm', 'n', 'z']);
  });

  it('has nothing to say of one entity alone, or of an unknown one', () => {
    const network = networkOf([]);
    expect(trails(network, 'a', 'a', { limit: 3, rank: 'short' })).toEqual([]);
    expect(trails(network, 'a', 'b', { limit: 3, rank: 'short' })).toEqual([]);
  });
});

describe('connected selection', () => {
  it('takes as many as asked for, each connected to the ones before while any is', () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 9 }), (given, limit) => {
        const { around, degrees } = networkOf(given);
        const candidates = [...degrees]
          .map(([id, degree]) => ({ id, degree }))
          .toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
        const pairs = given.map(({ subject, object }): [string, string] => [subject, object]);
        const chosen = connectedSelection(candidates, pairs, limit);
        expect(chosen).toHaveLength(Math.min(limit, candidates.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen[0]).toBe(candidates[0]?.id);
        chosen.forEach((id, index) => {
          const before = chosen.slice(0, index);
          const beside = before.some((other) =>
            [...(around.get(other)?.keys() ?? [])].some((next) => !before.includes(next)),
          );
          if (beside) expect(before.some((other) => around.get(other)?.has(id))).toBe(true);
        });
      }),
    );
  });
});
