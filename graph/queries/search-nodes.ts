/** Finds nodes that are not ours by words: in the database's own full-text indexes, and in the text of its nodes. */
import { nodeAsEntity } from '../codec.ts';
import * as cypher from '../cypher.ts';
import { excerptAround, fold } from '../fold.ts';
import type { Entity, SearchHit } from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, type NodeValue, QueryTimeoutError } from '../store.ts';
import { asking, patternOf, type TextIndex } from '../text-index.ts';
import { fitness } from './fitness.ts';

/** Nodes whose text is looked through, where an index does not spare it. */
const SCAN = 50_000;
/** Nodes taken from each source. */
const MOST = 200;
const SCAN_MS = 4_000;

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

function askIndexes(
  store: GraphStore,
  indexes: readonly TextIndex[],
  { q, types }: Wanted,
): Promise<Found[]> {
  const question = asking(q);
  if (question === null) return Promise.resolve([]);
  return Promise.all(
    indexes.map(({ name }) =>
      rowsOf(store, cypher.askTextIndex, { index: name, question, types: [...types], most: MOST }),
    ),
  );
}

/** null: the time limit ended it. */
async function scan(store: GraphStore, { words, types }: Wanted): Promise<Found | null> {
  const parameters = { patterns: words.map(patternOf), types: [...types], scan: SCAN, most: MOST };
  try {
    return await rowsOf(store, cypher.searchNodes, parameters, { timeoutMs: SCAN_MS });
  } catch (error) {
    if (error instanceof QueryTimeoutError) return null;
    throw error;
  }
}

function told(indexes: readonly TextIndex[], nodes: number, scanned: Found | null, most: number): string {
  const amount = (count: number) => count.toLocaleString('en-US');
  const names = indexes.map(({ name }) => name).join(', ');
  const text =
    scanned === null
      ? `not the text of the nodes, which took longer than ${SCAN_MS / 1000} s`
      : nodes > SCAN
        ? `the text of the first ${amount(SCAN)} of ${amount(nodes)} nodes`
        : `the text of all ${amount(nodes)} nodes`;
  const parts = [indexes.length > 0 ? `full-text index ${names}` : '', text].filter(Boolean);
  return `Searched: ${parts.join('; ')}${most >= MOST ? `; at most ${MOST} matches of each are ranked` : ''}.`;
}

/** Nodes of others that match, unsorted, and what was looked through for them. */
export async function searchNodes(
  store: GraphStore,
  indexes: readonly TextIndex[],
  wanted: Wanted,
): Promise<NodesFound> {
  const [counted, indexed, scanned] = await Promise.all([
    rowsOf(store, cypher.countEntities, {}),
    askIndexes(store, indexes, wanted),
    scan(store, wanted),
  ]);
  const sources = [...indexed, scanned ?? []];
  const nodes = new Map(sources.flat().map((row) => [row.entity.id, row]));
  return {
    matches: [...nodes.values()].map(({ entity, degree }) => judge(entity, degree, wanted)),
    searched: told(
      indexes,
      counted[0]?.count ?? 0,
      scanned,
      Math.max(...sources.map(({ length }) => length)),
    ),
  };
}
