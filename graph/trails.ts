/**
 * The k best simple paths between two entities, direction ignored. Pure and deterministic.
 *
 * Best-first search over simple paths, guided by the exact cost of the best walk home within the hops that are left
 * (a Bellman recursion over hops from the goal; Hart, Nilsson & Raphael 1968 for the search itself). The guide never
 * overestimates, so paths come out in order of cost, and only few partial paths are touched.
 */
import type { PathRank } from './model.ts';

/** A drawn relation as far as path finding needs it. */
export interface Link {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
  readonly claimCount: number;
  readonly confidence: number;
  readonly polarity: string;
}

export interface Trail {
  /** Entities from end to end. */
  readonly nodes: readonly string[];
  /** One link per hop: the best evidenced one where several run between the two. */
  readonly links: readonly Link[];
  /** `short`: hops. `specific`: the sum of log2(1 + degree) of the entities between the ends. */
  readonly cost: number;
}

export const MOST_HOPS = 6;

/** Steps of the search before it gives up looking for more: far beyond what the guided search needs. */
const MOST_STEPS = 200_000;

/** Best evidenced first: with claims before background, affirmed before denied, then surer, more often said. */
function byEvidence(a: Link, b: Link): number {
  return (
    Number(b.claimCount > 0) - Number(a.claimCount > 0) ||
    Number(b.polarity === '+') - Number(a.polarity === '+') ||
    b.confidence - a.confidence ||
    b.claimCount - a.claimCount ||
    (a.id < b.id ? -1 : 1)
  );
}

export interface Network {
  /** For every entity, its neighbours with the best link to each. */
  readonly around: ReadonlyMap<string, ReadonlyMap<string, Link>>;
  /** How many links each entity has, parallel ones counted. */
  readonly degrees: ReadonlyMap<string, number>;
}

/** Neighbours and degrees out of a list of links. Links from an entity to itself lead nowhere and are left out. */
export function networkOf(links: readonly Link[]): Network {
  const around = new Map<string, Map<string, Link>>();
  const degrees = new Map<string, number>();
  const join = (from: string, to: string, link: Link) => {
    const neighbours = around.get(from) ?? new Map<string, Link>();
    const known = neighbours.get(to);
    if (!known || byEvidence(link, known) < 0) neighbours.set(to, link);
    around.set(from, neighbours);
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
  };
  for (const link of links) {
    if (link.subject === link.object) continue;
    join(link.subject, link.object, link);
    join(link.object, link.subject, link);
  }
  return { around, degrees };
}

/** Fewest hops from an entity to every entity it reaches, itself with 0. */
export function distancesFrom({ around }: Network, start: string): Map<string, number> {
  const distances = new Map([[start, 0]]);
  let layer = [start];
  for (let hops = 1; layer.length > 0; hops += 1) {
    const next: string[] = [];
    for (const node of layer) {
      for (const neighbour of around.get(node)?.keys() ?? []) {
        if (distances.has(neighbour)) continue;
        distances.set(neighbour, hops);
        next.push(neighbour);
      }
    }
    layer = next;
  }
  return distances;
}

/** Ranks are told apart by the first cost; the second, scaled far below it, breaks ties. */
const HOP_TIE = 1e-6;
const HUB_TIE = 1e-3;

interface Costs {
  /** Cost of stepping onto an entity on the way. */
  readonly step: (node: string, isGoal: boolean) => number;
  readonly report: (nodes: readonly string[]) => number;
}

function costsOf({ degrees }: Network, rank: PathRank): Costs {
  const hub = (node: string) => Math.log2(1 + (degrees.get(node) ?? 0));
  const hubs = (nodes: readonly string[]) => nodes.slice(1, -1).reduce((sum, node) => sum + hub(node), 0);
  return rank === 'short'
    ? { step: (node, isGoal) => 1 + (isGoal ? 0 : HUB_TIE * hub(node)), report: (nodes) => nodes.length - 1 }
    : { step: (node, isGoal) => HOP_TIE + (isGoal ? 0 : hub(node)), report: hubs };
}

/** `home[h].get(node)`: cost of the cheapest walk from the node to the goal in at most h hops. */
function waysHome({ around }: Network, goal: string, costs: Costs, hops: number): Map<string, number>[] {
  const home = [new Map([[goal, 0]])];
  for (let left = 1; left <= hops; left += 1) {
    const before = home[left - 1] ?? new Map<string, number>();
    const now = new Map(before);
    for (const [node, cost] of before) {
      const step = costs.step(node, node === goal);
      for (const neighbour of around.get(node)?.keys() ?? []) {
        if (neighbour === goal) continue;
        now.set(neighbour, Math.min(now.get(neighbour) ?? Number.POSITIVE_INFINITY, cost + step));
      }
    }
    home.push(now);
  }
  return home;
}

interface Partial {
  readonly nodes: readonly string[];
  readonly cost: number;
  /** Cost so far and the least that is still to come. */
  readonly least: number;
}

/** Cheapest first; of equal ones the one nearer to its end, then in the order of its entities. */
function before(a: Partial, b: Partial): boolean {
  if (a.least !== b.least) return a.least < b.least;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length > b.nodes.length;
  return a.nodes.join('\n') < b.nodes.join('\n');
}

/** A binary heap of partial paths. */
class Queue {
  readonly #items: Partial[] = [];

  push(item: Partial): void {
    const items = this.#items;
    let index = items.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = items[parent];
      if (!above || !before(item, above)) break;
      items[index] = above;
      index = parent;
    }
    items[index] = item;
  }

  pop(): Partial | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last || items.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = items[2 * index + 1];
      const right = items[2 * index + 2];
      const child = right && left && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      const below = items[child];
      if (!below || !before(below, last)) break;
      items[index] = below;
      index = child;
    }
    items[index] = last;
    return first;
  }
}

function linksAlong({ around }: Network, nodes: readonly string[]): Link[] {
  return nodes.slice(1).flatMap((node, index) => around.get(nodes[index] ?? '')?.get(node) ?? []);
}

/** The `limit` best simple paths of at most {@link MOST_HOPS} hops, best first; fewer where there are no more. */
export function trails(
  network: Network,
  from: string,
  to: string,
  { limit, rank }: { readonly limit: number; readonly rank: PathRank },
): Trail[] {
  if (from === to) return [];
  const costs = costsOf(network, rank);
  const home = waysHome(network, to, costs, MOST_HOPS);
  const queue = new Queue();
  const extend = (nodes: readonly string[], cost: number) => {
    const node = nodes.at(-1) ?? '';
    const rest = home[MOST_HOPS - (nodes.length - 1)]?.get(node);
    if (rest !== undefined) queue.push({ nodes, cost, least: cost + rest });
  };
  extend([from], 0);
  const found: Trail[] = [];
  for (let steps = 0; found.length < limit && steps < MOST_STEPS; steps += 1) {
    const path = queue.pop();
    if (!path) break;
    const node = path.nodes.at(-1) ?? '';
    if (node === to) {
      found.push({
        nodes: path.nodes,
        links: linksAlong(network, path.nodes),
        cost: costs.report(path.nodes),
      });
      continue;
    }
    for (const next of network.around.get(node)?.keys() ?? []) {
      if (!path.nodes.includes(next))
        extend([...path.nodes, next], path.cost + costs.step(next, next === to));
    }
  }
  return found;
}
