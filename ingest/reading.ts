/** One sentence while claims are read from it: its parse, the document's frame, and what was said before. */
import type { Discourse } from './discourse.ts';
import type { Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { OfficeLink } from './mentions.ts';
import type { Chunk, Clause, Name } from './parse/tree.ts';
import type { Passage } from './passages.ts';
import { type FoundDate, findDates } from './text/dates.ts';
import { datesSaying } from './text/direction.ts';
import type { Token } from './text/token.ts';

export type Reading = {
  passage: Passage;
  tokens: readonly Token[];
  names: readonly Name[];
  nested: readonly Name[];
  offices: readonly OfficeLink[];
  chunks: readonly Chunk[];
  clauses: readonly Clause[];
  knowledge: Knowledge;
  registry: Registry;
  discourse: Discourse;
  frame: DocumentFrame;
  /** Claims that the ontology does not allow: subject, type and object, for the explanation. */
  refused: Map<string, { subject: string; type: string; object: string }>;
  nameAt(index: number): Name | null;
  /** Text between two token indexes, as it stands. */
  text(from: number, to: number): string;
  /** Date the sentence gives for a phrase: inside it, else the nearest after it. */
  dateNear(from: number, to: number): string | null;
};

export type ReadingParts = Omit<Reading, 'refused' | 'nameAt' | 'text' | 'dateNear'>;

export function createReading(parts: ReadingParts): Reading {
  const { tokens, names, passage } = parts;
  let dates: FoundDate[] | null = null;
  return {
    ...parts,
    refused: new Map(),
    nameAt: (index) => names.find((name) => name.from <= index && index < name.to) ?? null,
    text: (from, to) =>
      passage.text.slice(
        (tokens[from]?.start ?? passage.start) - passage.start,
        (tokens[to - 1]?.end ?? passage.start) - passage.start,
      ),
    dateNear(from, to) {
      dates ??= findDates(passage.text, parts.frame.published);
      const start = (tokens[from]?.start ?? 0) - passage.start;
      const end = (tokens[to - 1]?.end ?? 0) - passage.start;
      const inside = dates.find((date) => date.start >= start && date.end <= end);
      return (inside ?? beside(dates, start, end, passage.text))?.date ?? null;
    },
  };
}

/** Behind the phrase and close to it, unless another clause begins between and one before it dates it. */
function beside(dates: readonly FoundDate[], start: number, end: number, text: string): FoundDate | null {
  const usable = dates.filter((date) => !datesSaying(text, date.start));
  const before = usable.filter((date) => date.end <= start);
  const own = before.findLast((date) => OPENING.test(text.slice(0, date.start))) ?? before[0] ?? null;
  const after = usable.find((date) => date.start >= end && date.start - end < 40) ?? null;
  const apart = after !== null && NEW_CLAUSE.test(text.slice(end, after.start));
  return (apart ? (own ?? after) : (after ?? own)) ?? null;
}

/** `… and on November 5 it fired`: the date opens a clause of its own. */
const OPENING = /(?:;|,|\b(?:and|but|then|while))\s+(?:on|in|early on|late on)\s+$/i;
const NEW_CLAUSE = /;|\b(?:and|but|then|while)\s+(?:on|in|early on|late on)\s+$/i;
