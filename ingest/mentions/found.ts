/** What a recogniser found in a sentence, before it is known which entity it is. */
import type { Span } from '../text/token.ts';

export type Found = Span & {
  type: string;
  /** Gazetteer id where the name is known. */
  id?: string;
  form?: 'name' | 'adjective' | 'seat' | 'alias' | 'surname';
  /** Country named inside the span or beside it. */
  country?: string;
  /** Acronym in brackets after it. */
  acronym?: string;
  /** Tokens of the proper name, without title. */
  person?: PersonName;
  office?: OfficeName;
  /** The fuller name of the same thing in this document. */
  full?: string;
  /** Countries inside are mentions of their own. */
  open?: boolean;
  /** Higher wins where two spans of one length overlap. */
  rank: number;
};

export type OfficeName = Span & {
  title: string;
  country: string | null;
  status: 'holds' | 'former' | 'future';
  /** Where the title stands that several share: `Foreign Ministers A and B`. */
  shared?: Span;
};
export type PersonName = Span & { title: OfficeName | null; apposition: Span | null };

/** A name that no title stands beside. */
export const plainPerson = (name: Span, extra: Partial<PersonName> = {}): Found => ({
  from: name.from,
  to: name.to,
  type: 'Person',
  person: { ...name, title: null, apposition: null, ...extra },
  rank: 5,
});

/** Keeps the longest spans, then the highest rank; no two kept spans overlap. What lies inside a kept one is returned as nested. */
export function select(found: readonly Found[]): { kept: Found[]; nested: Found[] } {
  const order = [...found].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || b.rank - a.rank || a.from - b.from,
  );
  const kept: Found[] = [];
  const nested: Found[] = [];
  for (const item of order) {
    const over = kept.filter((other) => other.from < item.to && item.from < other.to);
    if (over.length === 0) kept.push(item);
    else if (over.some((other) => other.from <= item.from && other.to >= item.to)) nested.push(item);
  }
  return { kept: kept.sort((a, b) => a.from - b.from), nested };
}

/** Whether a token lies in one of these spans. */
export function inside(items: readonly Span[]): (index: number) => boolean {
  return (index) => items.some((item) => item.from <= index && index < item.to);
}
