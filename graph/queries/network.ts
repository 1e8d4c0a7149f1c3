/**
 * The network that traces run on. It is read once and kept as long as nobody writes to the database: every use asks
 * the store for the state of the graph first, so that any number of processes may serve one database.
 */
import * as cypher from '../cypher.ts';
import { type Network, NetworkBuilder } from '../network.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, UnsupportedError } from '../store.ts';

/** Which relations may be gone along. */
export type LinkFilter = {
  /** Relation types and documents to keep; none means all. */
  readonly types: readonly string[];
  readonly documents: readonly string[];
  /** The least confidence. */
  readonly confidence: number;
  /** ISO dates, years or months: relations that end before or begin after are left out; empty for no bound. */
  readonly after: string;
  readonly before: string;
  /** false: only what a document says. */
  readonly background: boolean;
};

/** Every drawn relation. */
export const everyLink: LinkFilter = {
  types: [],
  documents: [],
  confidence: 0,
  after: '',
  before: '',
  background: true,
};

/** The filter as its queries take it. */
export const parametersOf = (filter: LinkFilter) => ({
  ...filter,
  types: [...filter.types],
  documents: [...filter.documents],
  before: filter.before === '' ? '' : `${filter.before}~`,
});

/** Relations that one network, and all kept ones together, may have: about 50 MB. */
const MOST_RELATIONS = 2_000_000;
/** Entities whose relations are read in one query. */
const AT_ONCE = 5000;

interface Kept {
  readonly state: string;
  readonly network: Promise<Network>;
  /** Relations in it, once it is read. */
  size: number;
}

const keptBy = new WeakMap<GraphStore, Map<string, Kept>>();

/**
 * The relations that pass the filter, as they are now. Several who ask at once wait for the same reading.
 * @throws UnsupportedError there are more than {@link MOST_RELATIONS}
 */
export async function networkOf(store: GraphStore, filter: LinkFilter): Promise<Network> {
  const kept = keptBy.get(store) ?? new Map<string, Kept>();
  keptBy.set(store, kept);
  const state = await store.state();
  for (const [key, entry] of kept) if (entry.state !== state) kept.delete(key);
  const key = JSON.stringify(filter);
  // The state is that before the reading: what is written meanwhile makes a new one, and a new reading.
  const entry = kept.get(key) ?? { state, network: readNetwork(store, filter), size: 0 };
  kept.delete(key);
  kept.set(key, entry);
  try {
    const network = await entry.network;
    entry.size = network.size;
    makeRoom(kept);
    return network;
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key);
    throw error;
  }
}

/** Lets go of the networks that were used longest ago while there are too many relations in them. */
function makeRoom(kept: Map<string, Kept>): void {
  let room = MOST_RELATIONS;
  for (const [key, { size }] of [...kept].reverse()) {
    room -= size;
    if (room < 0) kept.delete(key);
  }
}

async function readNetwork(store: GraphStore, filter: LinkFilter): Promise<Network> {
  await refuseTooMany(store, filter.types);
  const [{ ids = [] } = {}] = await rowsOf(store, cypher.entityIds, {});
  const builder = new NetworkBuilder();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = { ...parametersOf(filter), ids: ids.slice(start, start + AT_ONCE) };
    for (const { subject, objects, strengths } of await rowsOf(store, cypher.linksOf, some)) {
      objects.forEach((object, index) => {
        builder.add(subject, object, strengths[index] ?? 0);
      });
    }
  }
  return builder.build();
}

async function allOf(store: GraphStore): Promise<number> {
  const [row] = await rowsOf(store, cypher.countRelations, {});
  return row?.count ?? 0;
}

async function ofTypes(store: GraphStore, types: readonly string[]): Promise<number> {
  const [row] = await rowsOf(store, cypher.countTypes(types), {});
  return (row?.counts ?? []).reduce((sum, count) => sum + count, 0);
}

async function refuseTooMany(store: GraphStore, types: readonly string[]): Promise<void> {
  const relations = types.length > 0 ? await ofTypes(store, types) : await allOf(store);
  if (relations <= MOST_RELATIONS) return;
  throw new UnsupportedError(
    `A trace looks through ${MOST_RELATIONS.toLocaleString('en')} relations at most, and here are ${relations.toLocaleString('en')}.`,
    { hint: 'Choose the types of relations that it may follow.' },
  );
}
