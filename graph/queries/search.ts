/** Finds entities by words. */
import * as cypher from '../cypher.ts';
import { excerptAround, fold, searchWords } from '../fold.ts';
import type { SearchAnswer, SearchHit } from '../model.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore } from '../store.ts';
import { entitiesOf } from './scene.ts';

export interface SearchRequest {
  readonly q: string;
  /** Entity types or families to keep; none means all. */
  readonly types?: readonly string[];
  /** Default 20. */
  readonly limit?: number;
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly description: string | null;
  readonly degree: number;
}

/** How well a text answers the query: 0 the same, 1 begins with it, 2 holds it from a word's start, 3 holds its words; undefined not at all. */
function fitness(text: string, whole: string, words: readonly string[]): number | undefined {
  const folded = fold(text);
  if (folded === whole) return 0;
  if (folded.startsWith(whole)) return 1;
  if (!words.every((word) => folded.includes(word))) return undefined;
  const starts = folded.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => starts.some((start) => start.startsWith(word))) ? 2 : 3;
}

interface Match {
  readonly id: string;
  readonly degree: number;
  readonly matched: SearchHit['matched'];
  readonly excerpt: string;
  readonly rank: number;
}

/** Where the words of the query are found best: in the name, an alias, the description, or only in all of them together. */
function judge(
  { id, name, aliases, description, degree }: Candidate,
  whole: string,
  words: readonly string[],
): Match {
  const inName = fitness(name, whole, words);
  if (inName !== undefined) return { id, degree, matched: 'name', excerpt: name, rank: inName };
  const best = (aliases ?? [])
    .map((alias) => ({ alias, quality: fitness(alias, whole, words) }))
    .filter((found): found is { alias: string; quality: number } => found.quality !== undefined)
    .toSorted((a, b) => a.quality - b.quality || a.alias.localeCompare(b.alias))[0];
  if (best) return { id, degree, matched: 'alias', excerpt: best.alias, rank: 4 + best.quality };
  if (description !== null && words.some((word) => fold(description).includes(word))) {
    return { id, degree, matched: 'description', excerpt: excerptAround(description, words), rank: 8 };
  }
  return { id, degree, matched: 'alias', excerpt: (aliases ?? []).join(', '), rank: 7.5 };
}

const best = (a: Match, b: Match) => a.rank - b.rank || b.degree - a.degree || a.id.localeCompare(b.id);

/**
 * Entities whose name, aliases, description or sentences hold all words of `q`, case and accents folded. Best first:
 * the name itself, its beginning, its words, then aliases, the description, and sentences; better connected first.
 */
export async function search(
  store: GraphStore,
  { q, types = [], limit = 20 }: SearchRequest,
): Promise<SearchAnswer> {
  const words = searchWords(q);
  if (words.length === 0) return { results: [], total: 0 };
  const parameters = { words, types: [...types] };
  const [named, told] = await Promise.all([
    rowsOf(store, cypher.searchEntities, parameters),
    rowsOf(store, cypher.searchSentences, parameters),
  ]);
  const whole = fold(q.trim()).replace(/\s+/g, ' ');
  const matches = new Map<string, Match>();
  for (const { id, text, degree } of told) {
    matches.set(id, { id, degree, matched: 'sentence', excerpt: excerptAround(text, words), rank: 9 });
  }
  for (const candidate of named) matches.set(candidate.id, judge(candidate, whole, words));
  const chosen = [...matches.values()].toSorted(best).slice(0, limit);
  const { entities } = await entitiesOf(
    store,
    chosen.map(({ id }) => id),
  );
  const byId = new Map<string, (typeof entities)[number]>(entities.map((entity) => [entity.id, entity]));
  return {
    results: chosen.flatMap(({ id, degree, matched, excerpt }) => {
      const entity = byId.get(id);
      return entity ? [{ entity, degree, matched, excerpt }] : [];
    }),
    total: matches.size,
  };
}
