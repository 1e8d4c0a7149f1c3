/**
 * The k best simple paths between two entities, direction ignored. Pure and deterministic.
 *
 * Best-first search over simple paths, guided by the exact cost of the best walk home within the hops that are left
 * (Hart, Nilsson & Raphael 1968 for the search; {@link waysHome} for the guide). The guide never overestimates, so
 * paths come out in order of cost, and only few partial paths are touched.
 */
import type { PathRank } from './model.ts';
import { type Network, placeOf } from './network.ts';

export interface Trail {
  /** Ids of the entities from end to end. */
  readonly nodes: readonly string[];
  /**
   * `short`: hops. `specific`: the sum of log2(1 + degree) of the entities between the ends. `evidenced`: the sum of
   * −log2 of the hops' confidence, 4 for a hop that nobody said.
   */
  readonly cost: number;
}

export interface Trails {
  readonly trails: readonly Trail[];
  /** false where the search ended before it could tell that there are no more. */
  readonly complete: boolean;
}

export const MOST_HOPS = 6;

/** Steps of the search before it gives up looking for more: far beyond what the guided search needs. */
const MOST_STEPS = 200_000;

/** What a hop costs: its own, for the entity it leads to (nothing for an end), and for the doubt about it. */
interface Weights {
  readonly hop: number;
  readonly hub: number;
  readonly doubt: number;
}

/** Each rank has its own weight at 1; those far below it break ties. */
const WEIGHTS: Readonly<Record<PathRank, Weights>> = {
  short: { hop: 1, hub: 1e-3, doubt: 0 },
  specific: { hop: 1e-6, hub: 1, doubt: 0 },
  evidenced: { hop: 1e-6, hub: 1e-6, doubt: 1 },
};

/** A network seen from a search between two of its entities. */
class Search {
  readonly network: Network;
  readonly from: number;
  readonly to: number;
  readonly #weights: Weights;

  constructor(network: Network, from: number, to: number, weights: Weights) {
    this.network = network;
    this.from = from;
    this.to = to;
    this.#weights = weights;
  }

  /** Cost of stepping onto `node`, along an arc either way. */
  step(node: number, arc: number): number {
    const { hop, hub, doubt } = this.#weights;
    const { hubness, doubts } = this.network;
    const onto = node === this.to ? 0 : hub * (hubness[node] ?? 0);
    return doubt === 0 ? hop + onto : hop + onto + doubt * (doubts[arc] ?? 0);
  }
}

/** Hops home that are known for every entity; those beyond are worked out where the search comes by. */
const NEAR_HOPS = MOST_HOPS / 2;

/**
 * Cost of the cheapest walk from an entity to the goal in at most so many hops, without coming back to the start: a
 * Bellman recursion over hops. It spreads from the goal for the last hops and is asked for from the start's side for
 * the first, so that neither side is looked at beyond the middle.
 */
function waysHome(search: Search): (hops: number, node: number) => number {
  const { offsets, targets, ids } = search.network;
  const near = spread(search);
  const far = Array.from({ length: MOST_HOPS + 1 }, () => new Map<number, number>());
  const rest = (hops: number, node: number): number => {
    if (hops <= NEAR_HOPS) return near[hops]?.[node] ?? Number.POSITIVE_INFINITY;
    const known = far[hops]?.get(node);
    if (known !== undefined) return known;
    let least = node === search.to ? 0 : Number.POSITIVE_INFINITY;
    for (let arc = offsets[node] ?? ids.length; arc < (offsets[node + 1] ?? 0); arc += 1) {
      const next = targets[arc] ?? 0;
      if (next === search.from) continue;
      least = Math.min(least, search.step(next, arc) + rest(hops - 1, next));
    }
    far[hops]?.set(node, least);
    return least;
  };
  return rest;
}

/** The last hops home, for every entity: only those whose cost changed can change their neighbours' in the next turn. */
function spread(search: Search): Float64Array[] {
  const { offsets, targets, ids } = search.network;
  const layers = [new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY)];
  let before = layers[0] ?? new Float64Array();
  before[search.to] = 0;
  let changed = new Set([search.to]);
  for (let hops = 1; hops <= NEAR_HOPS; hops += 1) {
    const now = before.slice();
    const next = new Set<number>();
    for (const node of changed) {
      const cost = before[node] ?? 0;
      for (let arc = offsets[node] ?? 0; arc < (offsets[node + 1] ?? 0); arc += 1) {
        const neighbour = targets[arc] ?? 0;
        const through = cost + search.step(node, arc);
        if (neighbour === search.from || through >= (now[neighbour] ?? 0)) continue;
        now[neighbour] = through;
        next.add(neighbour);
      }
    }
    layers.push(now);
    [before, changed] = [now, next];
  }
  return layers;
}

/** A path from the start, told by its last entity. */
interface Partial {
  readonly node: number;
  readonly parent: Partial | null;
  readonly hops: number;
  readonly cost: number;
  /** Cost so far and the least that is still to come. */
  readonly least: number;
}

function along(path: Partial): number[] {
  const nodes: number[] = [];
  for (let part: Partial | null = path; part; part = part.parent) nodes.push(part.node);
  return nodes.reverse();
}

function passes(path: Partial, node: number): boolean {
  for (let part: Partial | null = path; part; part = part.parent) if (part.node === node) return true;
  return false;
}

/** Cheapest first; of equal ones the one nearer to its end, then in the order of its entities. */
function before(a: Partial, b: Partial): boolean {
  if (a.least !== b.least) return a.least < b.least;
  if (a.hops !== b.hops) return a.hops > b.hops;
  const [left, right] = [along(a), along(b)];
  const differs = left.findIndex((node, index) => node !== right[index]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? 0);
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

/** Sums of the same costs in another order may differ by this much. */
const ROUNDING = 1e-9;

/** The costs of the cheapest whole paths met so far: what is dearer than all of them need not be kept. */
class Best {
  readonly #costs: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(cost: number): void {
    const at = this.#costs.findIndex((known) => known > cost);
    this.#costs.splice(at < 0 ? this.#costs.length : at, 0, cost);
    if (this.#costs.length > this.#limit) this.#costs.pop();
  }

  get bound(): number {
    return (this.#costs[this.#limit - 1] ?? Number.POSITIVE_INFINITY) + ROUNDING;
  }
}

function* cheapest(search: Search, limit: number): Generator<Partial | null> {
  const { offsets, targets } = search.network;
  const rest = waysHome(search);
  const queue = new Queue();
  const best = new Best(limit);
  const extend = (parent: Partial | null, node: number, cost: number) => {
    const hops = parent === null ? 0 : parent.hops + 1;
    const least = cost + rest(MOST_HOPS - hops, node);
    if (least > best.bound || least === Number.POSITIVE_INFINITY) return;
    if (node === search.to) best.add(cost);
    queue.push({ node, parent, hops, cost, least });
  };
  extend(null, search.from, 0);
  for (let path = queue.pop(); path; path = queue.pop()) {
    yield path.node === search.to ? path : null;
    if (path.node === search.to) continue;
    for (let arc = offsets[path.node] ?? 0; arc < (offsets[path.node + 1] ?? 0); arc += 1) {
      const next = targets[arc] ?? 0;
      if (!passes(path, next)) extend(path, next, path.cost + search.step(next, arc));
    }
  }
}

/** What a path costs by its rank alone, without what breaks ties. */
function reported(
  { hubness, doubts, offsets, targets }: Network,
  nodes: readonly number[],
  rank: PathRank,
): number {
  if (rank === 'short') return nodes.length - 1;
  if (rank === 'specific') return nodes.slice(1, -1).reduce((sum, node) => sum + (hubness[node] ?? 0), 0);
  return nodes.slice(1).reduce((sum, node, index) => {
    const from = nodes[index] ?? 0;
    const arc = targets.subarray(offsets[from], offsets[from + 1]).indexOf(node);
    return sum + (doubts[(offsets[from] ?? 0) + arc] ?? 0);
  }, 0);
}

/** The `limit` best simple paths of at most {@link MOST_HOPS} hops, best first; fewer where there are no more. */
export function trails(
  network: Network,
  from: string,
  to: string,
  { limit, rank }: { readonly limit: number; readonly rank: PathRank },
): Trails {
  const [start, goal] = [placeOf(network, from), placeOf(network, to)];
  if (from === to || start === undefined || goal === undefined) return { trails: [], complete: true };
  const found: Trail[] = [];
  let steps = 0;
  for (const path of cheapest(new Search(network, start, goal, WEIGHTS[rank]), limit)) {
    if (path !== null) {
      const nodes = along(path);
      found.push({
        nodes: nodes.map((node) => network.ids[node] ?? ''),
        cost: reported(network, nodes, rank),
      });
    }
    if (found.length === limit) break;
    steps += 1;
    if (steps === MOST_STEPS) return { trails: found, complete: false };
  }
  return { trails: found, complete: true };
}
