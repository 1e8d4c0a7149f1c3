/** What a reader must know before believing a chain of hops. */
import type { DocumentId, Hop, Path } from '../../../../graph/model.ts';

export interface ChainNotes {
  /** Documents behind the steps, in the order they come up. */
  readonly documents: readonly { readonly id: DocumentId; readonly title: string }[];
  /** Steps (from 0) that are background knowledge, without a quote. */
  readonly background: readonly number[];
  /** Steps (from 0) that are certainly earlier than the dated step before them. */
  readonly backwards: readonly { readonly step: number; readonly after: number }[];
}

/** When a hop happened: the event's own date, else the day its document was published; null for what has none. */
export function hopDate({ evidence }: Hop): string | null {
  return evidence?.claim.eventDate ?? evidence?.document.published ?? null;
}

/**
 * Whether `date` is certainly before `other`; both are ISO dates that may lack day or month. `2022` is not
 * before `2022-08`: it may be later in that year.
 */
export function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

/** Judges a path: its documents, its background steps, and where it runs backwards in time. */
export function chainNotes({ hops }: Path): ChainNotes {
  const documents = new Map<DocumentId, string>();
  const background: number[] = [];
  const backwards: { step: number; after: number }[] = [];
  let last: { step: number; date: string } | null = null;
  for (const [step, hop] of hops.entries()) {
    if (hop.relation.origin === 'gazetteer') background.push(step);
    if (hop.evidence) documents.set(hop.evidence.document.id, hop.evidence.document.title);
    const date = hopDate(hop);
    if (date === null) continue;
    if (last && isBefore(date, last.date)) backwards.push({ step, after: last.step });
    last = { step, date };
  }
  return {
    documents: [...documents].map(([id, title]) => ({ id, title })),
    background,
    backwards,
  };
}
