/** The filters of a trace, counted and in words. */

import { type Catalogue, relationCaption } from '../../state/catalogue.ts';
import type { TraceFilter, TraceQuestion } from '../../state/ui.ts';
import { dateWords } from '../Common/words.ts';

/** A trace whose ends are chosen, and how many paths it wants. */
export interface Question extends TraceQuestion {
  readonly from: NonNullable<TraceQuestion['from']>;
  readonly to: NonNullable<TraceQuestion['to']>;
  readonly limit: number;
}

/** How many kinds of filter are on. */
export function activeFilters({ types, documents, confidence, after, before }: TraceFilter): number {
  return [types.length > 0, documents.length > 0, confidence > 0, after !== '', before !== ''].filter(Boolean)
    .length;
}

/** What narrows a trace, one phrase for each filter that is on. */
export function filterWords(
  { filter, background }: Pick<TraceQuestion, 'filter' | 'background'>,
  catalogue: Catalogue,
  titleOf: (document: string) => string,
): string[] {
  const { types, documents, confidence, after, before } = filter;
  const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(' or ');
  const captions = types.map((type) => relationCaption(catalogue, type));
  return [
    ...(types.length > 0 ? [`only relations that read ${quoted(captions)}`] : []),
    ...(documents.length > 0 ? [`only what is said in ${quoted(documents.map(titleOf))}`] : []),
    ...(confidence > 0 ? [`confidence of at least ${Math.round(confidence * 100)}%`] : []),
    ...(after !== '' ? [`nothing that ended before ${dateWords(after)}`] : []),
    ...(before !== '' ? [`nothing that began after ${dateWords(before)}`] : []),
    ...(background ? [] : ['no background knowledge']),
  ];
}
