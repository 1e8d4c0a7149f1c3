/** Finds entities by words. */
import * as cypher from '../cypher.ts';
import { excerptAround, fold, searchWords } from '../fold.ts';
import type { SearchAnswer, SearchHit } from '../model.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore } from '../store.ts';
import { narrowing, OWN_INDEX_NAMES, OWN_INDEXES, type TextIndex } from '../text-index.ts';
import { fitness } from './fitness.ts';
import { entitiesOf } from './scene.ts';
import { searchNodes } from './search-nodes.ts';

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

/** Matches among our own entities; the store's full-text indexes narrow them down where it has them. */
async function searchOwn(
  store: GraphStore,
  indexes: readonly TextIndex[],
  { whole, words, types }: { whole: string; words: string[]; types: string[] },
): Promise<Map<string, Match>> {
  const narrowed = narrowing(words);
  const by = (index: string) => narrowed !== null && indexes.some(({ name }) => name === index);
  const parameters = { words, types, narrowed: narrowed ?? '' };
  const [named, told] = await Promise.all([
    rowsOf(store, by(OWN_INDEXES.entities) ? cypher.searchEntityIndex : cypher.searchEntities, parameters),
    rowsOf(
      store,
      by(OWN_INDEXES.sentences) ? cypher.searchSentenceIndex : cypher.searchSentences,
      parameters,
    ),
  ]);
  const matches = new Map<string, Match>();
  for (const { id, text, degree } of told) {
    matches.set(id, { id, degree, matched: 'sentence', excerpt: excerptAround(text, words), rank: 9 });
  }
  for (const candidate of named) matches.set(candidate.id, judge(candidate, whole, words));
  return matches;
}

/**
 * Entities whose name, aliases, description or sentences hold all words of `q`, case and accents folded. Best first:
 * the name itself, its beginning, its words, then aliases, the description, and sentences; better connected first.
 * Nodes of others are found by what they are called and by their other text, and it is said what was looked through.
 */
export async function search(
  store: GraphStore,
  { q, types = [], limit = 20 }: SearchRequest,
): Promise<SearchAnswer> {
  const words = searchWords(q);
  if (words.length === 0) return { results: [], total: 0 };
  const wanted = { q, whole: fold(q.trim()).replace(/\s+/g, ' '), words, types: [...types] };
  const indexes = await store.textIndexes();
  const [own, others] = await Promise.all([
    store.content === 'foreign' ? new Map<string, Match>() : searchOwn(store, indexes, wanted),
    store.content === 'ours'
      ? undefined
      : searchNodes(
          store,
          indexes.filter(({ name }) => !name.startsWith(OWN_INDEX_NAMES)),
          wanted,
        ),
  ]);
  const nodes = new Map(others?.matches.map((match) => [match.id, match]));
  const matches = [...own.values(), ...nodes.values()];
  const chosen = matches.toSorted(best).slice(0, limit);
  const { entities } = await entitiesOf(
    store,
    chosen.map(({ id }) => id).filter((id) => !nodes.has(id)),
  );
  const byId = new Map<string, (typeof entities)[number]>(entities.map((entity) => [entity.id, entity]));
  return {
    results: chosen.flatMap(({ id, degree, matched, excerpt }) => {
      const entity = nodes.get(id)?.entity ?? byId.get(id);
      return entity ? [{ entity, degree, matched, excerpt }] : [];
    }),
    total: matches.length,
    ...(others ? { searched: others.searched } : {}),
  };
}
