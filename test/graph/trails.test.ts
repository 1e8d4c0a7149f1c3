import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distancesFrom, doubtOf, type Network, NetworkBuilder, placeOf } from '../../graph/network.ts';
import { connectedSelection } from '../../graph/subgraph.ts';
import { MOST_HOPS, trails } from '../../graph/trails.ts';

interface Link {
  readonly subject: string;
  readonly object: string;
  readonly strength: number;
}

const links: fc.Arbitrary<Link[]> = fc.array(
  fc.record({
    subject: fc.integer({ min: 0, max: 8 }).map((node) => `n${node}`),
    object: fc.integer({ min: 0, max: 8 }).map((node) => `n${node}`),
    strength: fc.constantFrom(2.9, 0.3, 4.9, 6.3, 6.6, 6.9, 7),
  }),
  { maxLength: 22 },
);

function networkOf(given: readonly Link[]): Network {
  const builder = new NetworkBuilder();
  for (const { subject, object, strength } of given) builder.add(subject, object, strength);
  return builder.build();
}

const joins = (a: string, b: string) => (link: Link) =>
  (link.subject === a && link.object === b) || (link.subject === b && link.object === a);
const touching = (given: readonly Link[], node: string) =>
  given.filter(({ subject, object }) => subject !== object && (subject === node || object === node));
const neighbours = (given: readonly Link[], node: string): string[] => [
  ...new Set(touching(given, node).map(({ subject, object }) => (subject === node ? object : subject))),
];

/** Every simple path of at most so many hops, by plain depth-first search. */
function everyPath(given: readonly Link[], from: string, to: string, hops: number): string[][] {
  const walk = (path: string[]): string[][] => {
    const last = path.at(-1) ?? '';
    if (last === to) return [path];
    if (path.length > hops) return [];
    return neighbours(given, last)
      .filter((next) => !path.includes(next))
      .flatMap((next) => walk([...path, next]));
  };
  return walk([from]);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const costs = {
  short: (_: readonly Link[], path: readonly string[]) => path.length - 1,
  specific: (given: readonly Link[], path: readonly string[]) =>
    sum(path.slice(1, -1).map((node) => Math.log2(1 + touching(given, node).length))),
  evidenced: (given: readonly Link[], path: readonly string[]) =>
    sum(
      path.slice(1).map((node, index) => {
        const parallel = given.filter(joins(path[index] ?? '', node));
        return doubtOf(Math.max(...parallel.map(({ strength }) => strength)));
      }),
    ),
};

describe('trails', () => {
  for (const rank of ['short', 'specific', 'evidenced'] as const) {
    it(`gives the same best paths as trying all of them: ${rank}`, () => {
      fc.assert(
        fc.property(links, fc.integer({ min: 1, max: 8 }), (given, limit) => {
          const all = everyPath(given, 'n0', 'n1', MOST_HOPS);
          const best = all.map((path) => costs[rank](given, path)).toSorted((a, b) => a - b);
          const { trails: found, complete } = trails(networkOf(given), 'n0', 'n1', { limit, rank });
          expect(complete).toBe(true);
          expect(found).toHaveLength(Math.min(limit, all.length));
          found.forEach(({ cost, nodes }, index) => {
            expect(cost).toBeCloseTo(best[index] ?? Number.NaN, 3);
            expect(cost).toBeCloseTo(costs[rank](given, nodes), 9);
          });
          const known = new Set(all.map((path) => path.join()));
          expect(found.every(({ nodes }) => known.has(nodes.join()))).toBe(true);
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

  const chain = (...nodes: string[]): Link[] =>
    nodes.slice(1).map((object, index) => ({ subject: nodes[index] ?? '', object, strength: 6.9 }));
  const first = (given: readonly Link[], rank: 'short' | 'specific' | 'evidenced') =>
    trails(networkOf(given), 'a', 'z', { limit: 1, rank }).trails[0]?.nodes;

  it('goes around a hub when asked for the specific', () => {
    const spokes = Array.from({ length: 40 }, (_, index) => chain('hub', `spoke${index}`)).flat();
    const given = [...chain('a', 'hub', 'z'), ...chain('a', 'm', 'n', 'z'), ...spokes];
    expect(first(given, 'short')).toEqual(['a', 'hub', 'z']);
    expect(first(given, 'specific')).toEqual(['a', 'm', 'n', 'z']);
  });

  it('goes around what nobody said when asked for the best evidenced', () => {
    const unsaid = { subject: 'a', object: 'z', strength: 3 };
    const given = [unsaid, ...chain('a', 'm', 'n', 'z')];
    expect(first(given, 'short')).toEqual(['a', 'z']);
    expect(first(given, 'evidenced')).toEqual(['a', 'm', 'n', 'z']);
  });

  it('says so when it ends before it has seen everything', () => {
    // Everything in the cluster seems to lead home through the neck, which every path has used up already.
    const cluster = Array.from({ length: 70 }, (_, index) => `p${index}`);
    const inside = cluster.flatMap((one, index) =>
      cluster.slice(0, index).flatMap((other) => chain(one, other)),
    );
    const given = [...inside, ...cluster.flatMap((each) => chain('neck', each)), ...chain('a', 'neck', 'z')];
    const { trails: found, complete } = trails(networkOf(given), 'a', 'z', { limit: 5, rank: 'short' });
    expect(found).toHaveLength(1);
    expect(complete).toBe(false);
  });

  it('has nothing to say of one entity alone, or of an unknown one', () => {
    const network = networkOf([]);
    const none = { trails: [], complete: true };
    expect(trails(network, 'a', 'a', { limit: 3, rank: 'short' })).toEqual(none);
    expect(trails(network, 'a', 'b', { limit: 3, rank: 'short' })).toEqual(none);
  });
});

describe('network', () => {
  it('knows the fewest hops to everything', () => {
    fc.assert(
      fc.property(links, (given) => {
        const network = networkOf(given);
        const start = placeOf(network, 'n0');
        fc.pre(start !== undefined);
        const distances = distancesFrom(network, start);
        network.ids.forEach((id, place) => {
          const hops = everyPath(given, 'n0', id, 9).map((path) => path.length - 1);
          expect(distances[place]).toBe(hops.length > 0 ? Math.min(...hops) : -1);
        });
      }),
    );
  });

  it('takes the best evidenced of parallel relations', () => {
    const [background, denied, unsure, sure] = [2.99, 4.95, 6.5, 6.9].map(
      (strength) => ({ subject: 'a', object: 'b', strength }) satisfies Link,
    );
    if (!background || !denied || !unsure || !sure) throw new Error('one is missing');
    const doubt = (...given: Link[]) => networkOf(given).doubts[0];
    expect(doubt(background, denied, unsure, sure)).toBe(-Math.log2(6.9 - 6));
    expect(doubt(denied, background)).toBe(-Math.log2(4.95 - 4));
    expect(doubt(background)).toBe(4);
  });
});

describe('connected selection', () => {
  it('takes as many as asked for, each connected to the ones before while any is', () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 9 }), (given, limit) => {
        const candidates = networkOf(given)
          .ids.map((id) => ({ id, degree: touching(given, id).length }))
          .toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
        const pairs = given.map(({ subject, object }): [string, string] => [subject, object]);
        const chosen = connectedSelection(candidates, pairs, limit);
        expect(chosen).toHaveLength(Math.min(limit, candidates.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen[0]).toBe(candidates[0]?.id);
        chosen.forEach((id, index) => {
          const before = chosen.slice(0, index);
          const beside = before.some((other) =>
            neighbours(given, other).some((next) => !before.includes(next)),
          );
          if (beside) expect(before.some((other) => neighbours(given, other).includes(id))).toBe(true);
        });
      }),
    );
  });
});
