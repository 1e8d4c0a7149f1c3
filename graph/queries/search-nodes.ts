/** Finds nodes that are not ours by words: in the database's own full-text indexes, and in the text of its nodes. */
import { nodeAsEntity } from '../codec.ts';
import * as cypher from '../cypher.ts';
import { excerptAround, fold } from '../fold.ts';
import type { Entity, SearchHit } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, type NodeValue, QueryTimeoutError } from '../store.ts';
import { asking, beginnings, patternOf, type TextIndex } from '../text-index.ts';
import { fitness } from './fitness.ts';
import { labelsIn } from './overview.ts';

/** A database of this many nodes is looked through whole; of a larger one, this many nodes of all labels together. */
const SCAN = 20_000;
/** Labels that are looked through in a large database, the smallest first, and nodes of each at least. */
const LABELS = 40;
const LEAST = 500;
/** Nodes taken from each source. */
const MOST = 200;
const SCAN_MS = 3_000;
/** Indexes that are told by name. */
const NAMED = 3;

export interface NodeMatch {
  readonly id: string;
  readonly entity: Entity;
  readonly degree: number;
  readonly matched: SearchHit['matched'];
  readonly excerpt: string;
  readonly rank: number;
}

export interface NodesFound {
  readonly matches: readonly NodeMatch[];
  /** What was looked through, in words for a person. */
  readonly searched: string;
}

interface Wanted {
  readonly q: string;
  readonly whole: string;
  readonly words: readonly string[];
  readonly types: readonly string[];
}

type Found = readonly { entity: NodeValue; degree: number }[];

/** The texts of a node by property; lists of texts are one each. */
function textsOf({ properties }: NodeValue): [string, string][] {
  return Object.entries(properties).flatMap(([key, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values
      .filter((each) => typeof each === 'string' || typeof each === 'number')
      .map((each): [string, string] => [key, String(each)]);
  });
}

/** Where the words stand best: in what the node is called, in one property, or only in all of them together. */
function judge(node: NodeValue, degree: number, { whole, words }: Wanted): NodeMatch {
  const entity = nodeAsEntity(node);
  const found = { id: node.id, entity, degree };
  const inName = fitness(entity.name, whole, words);
  if (inName !== undefined) return { ...found, matched: 'name', excerpt: entity.name, rank: inName };
  const texts = textsOf(node);
  const [best] = texts
    .map(([key, text]) => ({ key, text, quality: fitness(text, whole, words) }))
    .filter((each): each is typeof each & { quality: number } => each.quality !== undefined)
    .toSorted((a, b) => a.quality - b.quality || (a.key < b.key ? -1 : 1));
  const [key, text] = best
    ? [best.key, best.text]
    : (texts.find(([, each]) => words.some((word) => fold(each).includes(word))) ?? texts[0] ?? ['', '']);
  const rank = best ? 4 + best.quality : 9;
  return { ...found, matched: 'property', excerpt: `${key}: ${excerptAround(text, words)}`, rank };
}

/** What the indexes of the database find. */
function askIndexes(
  store: GraphStore,
  indexes: readonly TextIndex[],
  { q, types }: Wanted,
): Promise<Found[]> {
  const question = asking(q);
  if (question === null) return Promise.resolve([]);
  const common = { types: [...types], most: MOST };
  return Promise.all(
    indexes.map(({ kind, name, labels: [label = ''], properties: [property = ''] }) =>
      kind === 'fulltext'
        ? rowsOf(store, cypher.askTextIndex, { ...common, index: name, question })
        : rowsOf(store, cypher.askPropertyIndex(label, property), {
            ...common,
            beginnings: beginnings(q.trim()),
          }),
    ),
  );
}

interface Part {
  /** null: all nodes. */
  readonly label: string | null;
  readonly nodes: number;
}

/** What of the database is looked through: all of it, or some nodes of each label, all of the small ones. */
async function partsOf(store: GraphStore, nodes: number): Promise<Part[]> {
  if (nodes <= SCAN) return [{ label: null, nodes }];
  const labels = (await labelsIn(store)).toSorted((a, b) => a.count - b.count).slice(0, LABELS);
  const each = Math.max(LEAST, Math.floor(SCAN / Math.max(labels.length, 1)));
  return labels.map(({ label, count }) => ({ label, nodes: Math.min(count, each) }));
}

/** null: the time limit ended it. */
async function scanPart(store: GraphStore, { label, nodes }: Part, wanted: Wanted): Promise<Found | null> {
  const limits = { types: [...wanted.types], scan: nodes, most: MOST };
  const until = performance.now() + SCAN_MS;
  const look = (kind: 'plain' | 'patterns', words: string[]) =>
    rowsOf(
      store,
      cypher.searchNodes(label, kind),
      { ...limits, words },
      {
        timeoutMs: Math.max(1, Math.round(until - performance.now())),
      },
    );
  try {
    const found = await look('plain', wanted.q.trim().toLowerCase().split(/\s+/));
    // Accents are looked for only where the words as they are lead nowhere: that takes several times as long.
    return found.length > 0 ? found : await look('patterns', wanted.words.map(patternOf));
  } catch (error) {
    if (error instanceof QueryTimeoutError) return null;
    throw error;
  }
}

const amount = (count: number) => count.toLocaleString('en-US');

function told(
  indexes: readonly TextIndex[],
  nodes: number,
  parts: readonly Part[],
  scanned: readonly (Found | null)[],
): string {
  const finished = parts.filter((_, at) => scanned[at] !== null);
  const looked = finished.reduce((sum, part) => sum + part.nodes, 0);
  const sources = [
    ...(indexes.length > NAMED
      ? [`${indexes.length} indexes of the database`]
      : indexes.map(({ kind, name }) => `${kind === 'fulltext' ? 'full-text index' : 'index'} ${name}`)),
    looked >= nodes
      ? `the text of all ${amount(nodes)} nodes`
      : `the text of ${amount(looked)} of ${amount(nodes)} nodes`,
  ];
  const late =
    finished.length < parts.length ? ` Looking through more took longer than ${SCAN_MS / 1000} s.` : '';
  return `Searched: ${sources.join(', ')}.${late}`;
}

/** Nodes of others that match, unsorted, and what was looked through for them. */
export async function searchNodes(
  store: GraphStore,
  indexes: readonly TextIndex[],
  wanted: Wanted,
): Promise<NodesFound> {
  const [counted] = await rowsOf(store, cypher.countEntities, {});
  const total = counted?.count ?? 0;
  const parts = await partsOf(store, total);
  const [indexed, scanned] = await Promise.all([
    askIndexes(store, indexes, wanted),
    Promise.all(parts.map((part) => scanPart(store, part, wanted))),
  ]);
  const nodes = new Map(
    [...indexed, ...scanned].flatMap((found) => found ?? []).map((row) => [row.entity.id, row]),
  );
  return {
    matches: [...nodes.values()].map(({ entity, degree }) => judge(entity, degree, wanted)),
    searched: told(indexes, total, parts, scanned),
  };
}
