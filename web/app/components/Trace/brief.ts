/** A path as a Markdown brief whose every step cites its source by number. */
import type { EntityId, Evidence, Hop, Path, PathRank } from '../../../../graph/model.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import { dateWords, modalityWords, readRelation, safeLink, sourceOf } from '../Common/words.ts';
import { chainNotes, hopDate } from './chain.ts';

/** How a path was found. */
export interface Manner {
  readonly rank: PathRank;
  /** Names of the stops that were asked for. */
  readonly via: readonly string[];
  /** What narrowed the search, in words. */
  readonly filters: readonly string[];
}

/** What the rankings are called. */
export const rankWords: Record<PathRank, string> = {
  specific: 'most specific',
  short: 'fewest hops',
  evidenced: 'best evidenced',
};

/** Text from a document as plain words in Markdown: on one line, nothing in it is markup, HTML or a link. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp|mailto|www)(?=[:.])/gi, '$1\u200b');
}

/** The brief: the chain, each step with its quote and citation, what to be careful about, and the sources. */
export function brief(
  path: Path,
  { rank, via, filters }: Manner,
  nameOf: (id: EntityId) => string,
  catalogue: Catalogue,
): string {
  const ends = [path.hops[0]?.from, path.hops.at(-1)?.to].map((id) =>
    plain(id === undefined ? '' : nameOf(id)),
  );
  const sources = citations(path.hops);
  const steps = path.hops.map((hop, index) => step(hop, index, sources, nameOf, catalogue));
  const cautions = cautionsOf(path);
  return [
    `# Trace: ${ends.join(' → ')}`,
    `${path.hops.length} ${path.hops.length === 1 ? 'step' : 'steps'}, ranked by ${rankWords[rank]}.`,
    ...(via.length > 0 ? [`By way of ${via.map(plain).join(', then ')}.`] : []),
    ...(filters.length > 0 ? [`Filters: ${filters.map(plain).join('; ')}.`] : []),
    steps.join('\n\n'),
    ...(cautions.length > 0
      ? [`## Read with care\n\n${cautions.map((each) => `- ${each}`).join('\n')}`]
      : []),
    ...(sources.size > 0 ? [`## Sources\n\n${[...sources.values()].map(source).join('\n')}`] : []),
    '',
  ].join('\n\n');
}

interface Citation {
  readonly number: number;
  readonly document: Evidence['document'];
}

/** One number per document, in the order the steps use them. */
function citations(hops: readonly Hop[]): Map<string, Citation> {
  const numbered = new Map<string, Citation>();
  for (const { evidence } of hops) {
    if (evidence && !numbered.has(evidence.document.id)) {
      numbered.set(evidence.document.id, { number: numbered.size + 1, document: evidence.document });
    }
  }
  return numbered;
}

function step(
  hop: Hop,
  index: number,
  sources: ReadonlyMap<string, Citation>,
  nameOf: (id: EntityId) => string,
  catalogue: Catalogue,
): string {
  const { subject, verb, object, denied } = readRelation(hop.relation, nameOf, catalogue);
  const line = `${index + 1}. ${denied ? '**Denied:** ' : ''}**${plain(subject)}** ${plain(verb)} **${plain(object)}**`;
  if (!hop.evidence) {
    const background = hop.relation.origin === 'gazetteer';
    return `${line} (${background ? 'background knowledge, no quote' : 'no recorded evidence'})`;
  }
  const { claim, sentence, document, speakers } = hop.evidence;
  const date = hopDate(hop);
  const facts = [
    modalityWords(claim.modality),
    ...(speakers.length > 0 ? [`said by ${speakers.map(({ name }) => plain(name)).join(' and ')}`] : []),
    ...(date ? [dateWords(date)] : []),
    ...(sentence.section ? [`section “${plain(sentence.section)}”`] : []),
  ];
  const number = sources.get(document.id)?.number ?? 0;
  return `${line} (${facts.join('; ')}) \\[${number}\\]\n\n   > ${plain(claim.quote)}`;
}

function cautionsOf(path: Path): string[] {
  const { documents, background, backwards } = chainNotes(path);
  return [
    ...background.map((at) => `Step ${at + 1} is background knowledge: no document here says it.`),
    ...(documents.length > 1
      ? [`The steps come from ${documents.length} documents; no single one states the whole chain.`]
      : []),
    ...backwards.map(
      ({ step: at, after }) =>
        `Step ${at + 1} is earlier than step ${after + 1}: the chain runs backwards in time.`,
    ),
  ];
}

function source({ number, document }: Citation): string {
  const link = safeLink(document.url);
  const from = sourceOf(document);
  return `${number}. ${plain(document.title)}${from ? `. ${plain(from)}` : ''}${link ? `. <${link}>` : ''}`;
}
