/**
 * The drawn relations as a compact network in typed arrays: about 24 bytes a relation, beside the ids of the entities.
 * Pure; built once and never changed.
 */

/** What the weighing in `cypher.linksOf` is made of, beside the confidence. */
const CLAIMED = 4;
const AFFIRMED = 2;
/** A hop that nobody said counts as one that is held for likely at one in sixteen. */
const UNSAID = 4;

/** What a hop of this strength adds to a chain's doubt: −log2 of its confidence, at most {@link UNSAID}. */
export function doubtOf(strength: number): number {
  if (strength < CLAIMED) return UNSAID;
  const rest = strength - CLAIMED;
  const confidence = rest < AFFIRMED ? rest : rest - AFFIRMED;
  return -Math.log2(Math.min(1, Math.max(2 ** -UNSAID, confidence)));
}

export interface Network {
  /** Ids of the entities in ascending order; everything else names an entity by its place here. */
  readonly ids: readonly string[];
  /** Neighbours of entity `i`: `targets` from `offsets[i]` to before `offsets[i + 1]`, ascending, each once. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** {@link doubtOf} the best evidenced relation to each of `targets`. */
  readonly doubts: Float64Array;
  /** log2(1 + relations) of every entity, parallel relations counted. */
  readonly hubness: Float64Array;
  /** Relations in all. */
  readonly size: number;
}

/** The place of an entity in the network; undefined where it has no relation. */
export function placeOf({ ids }: Network, id: string): number | undefined {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? '';
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Gathers relations one by one and makes the network of them. */
export class NetworkBuilder {
  readonly #places = new Map<string, number>();
  #ends = new Int32Array(2048);
  #strengths = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** A relation whose evidence weighs `strength`, as in `cypher.linksOf`. One from an entity to itself leads nowhere and is left out. */
  add(subject: string, object: string, strength: number): void {
    if (subject === object) return;
    if (this.#size === this.#strengths.length) this.#grow();
    this.#ends[2 * this.#size] = this.#place(subject);
    this.#ends[2 * this.#size + 1] = this.#place(object);
    this.#strengths[this.#size] = strength;
    this.#size += 1;
  }

  build(): Network {
    const ids = [...this.#places.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    const places = new Int32Array(ids.length);
    ids.forEach((id, place) => {
      places[this.#places.get(id) ?? 0] = place;
    });
    // Every relation is gone along in both directions: the arc 2i from subject to object, 2i + 1 back.
    const count = 2 * this.#size;
    const from = Int32Array.from({ length: count }, (_, arc) => places[this.#ends[arc] ?? 0] ?? 0);
    const byTarget = sorted(
      Int32Array.from({ length: count }, (_, arc) => arc),
      (arc) => from[arc ^ 1] ?? 0,
      ids.length,
    );
    const arcs = sorted(byTarget, (arc) => from[arc] ?? 0, ids.length);
    return { ids, size: this.#size, ...joined(arcs, from, this.#strengths, ids.length) };
  }

  #place(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#places.size);
    return this.#places.size - 1;
  }

  #grow(): void {
    const ends = new Int32Array(4 * this.#size);
    ends.set(this.#ends);
    const strengths = new Float64Array(2 * this.#size);
    strengths.set(this.#strengths);
    [this.#ends, this.#strengths] = [ends, strengths];
  }
}

/** The items by their key (0 to below `keys`), equal ones in the order they had: a counting sort. */
function sorted(items: Int32Array, key: (item: number) => number, keys: number): Int32Array {
  const starts = new Int32Array(keys + 1);
  for (const item of items) starts[key(item) + 1] = (starts[key(item) + 1] ?? 0) + 1;
  for (let index = 1; index <= keys; index += 1)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const result = new Int32Array(items.length);
  for (const item of items) {
    const at = starts[key(item)] ?? 0;
    result[at] = item;
    starts[key(item)] = at + 1;
  }
  return result;
}

/** Arcs in order of both ends → neighbours, parallel arcs joined into the best evidenced one. */
function joined(
  arcs: Int32Array,
  from: Int32Array,
  strengths: Float64Array,
  entities: number,
): Pick<Network, 'offsets' | 'targets' | 'doubts' | 'hubness'> {
  const offsets = new Int32Array(entities + 1);
  const targets = new Int32Array(arcs.length);
  const best = new Float64Array(arcs.length);
  const degrees = new Int32Array(entities);
  let [count, before] = [0, -1];
  for (const arc of arcs) {
    const [source, target, strength] = [from[arc] ?? 0, from[arc ^ 1] ?? 0, strengths[arc >> 1] ?? 0];
    degrees[source] = (degrees[source] ?? 0) + 1;
    if (source === before && targets[count - 1] === target) {
      best[count - 1] = Math.max(best[count - 1] ?? 0, strength);
      continue;
    }
    targets[count] = target;
    best[count] = strength;
    count += 1;
    offsets[source + 1] = count;
    before = source;
  }
  // Every entity has a relation, so every offset is set.
  return {
    offsets,
    targets: targets.slice(0, count),
    doubts: best.slice(0, count).map(doubtOf),
    hubness: Float64Array.from(degrees, (degree) => Math.log2(1 + degree)),
  };
}

/** Fewest hops from an entity to every entity, by place; -1 where it does not reach. */
export function distancesFrom({ ids, offsets, targets }: Network, start: number): Int32Array {
  const distances = new Int32Array(ids.length).fill(-1);
  const reached = new Int32Array(ids.length);
  distances[start] = 0;
  reached[0] = start;
  for (let [next, end] = [0, 1]; next < end; next += 1) {
    const node = reached[next] ?? 0;
    for (let arc = offsets[node] ?? 0; arc < (offsets[node + 1] ?? 0); arc += 1) {
      const neighbour = targets[arc] ?? 0;
      if (distances[neighbour] !== -1) continue;
      distances[neighbour] = (distances[node] ?? 0) + 1;
      reached[end] = neighbour;
      end += 1;
    }
  }
  return distances;
}
