/** What the model answered, held against the text and the ontology: votes for what stands there, reasons for the rest. Pure. */
import { z } from 'zod';
import type { Read } from '../assemble.ts';
import { allowed, type Vote } from '../claims/vote.ts';
import { Proposal } from './question.ts';

/** How far a model is trusted alone: its own claims stay low. */
const WEIGHT = 0.3;
const MOST = 200;

const Answer = z.object({ relations: z.array(z.unknown()) });

/** Whether it is an answer at all; only such are kept. */
export const isAnswer = (content: string): boolean => Answer.safeParse(parseJson(content)).success;

export interface Judged {
  /** Votes by the index of their sentence. */
  readonly votes: ReadonlyMap<number, readonly Vote[]>;
  readonly rejects: readonly string[];
}

/** @param content the model's message */
export function judge(content: string, window: readonly Read[]): Judged {
  const votes = new Map<number, Vote[]>();
  const rejects: string[] = [];
  const answer = Answer.safeParse(parseJson(content));
  if (!answer.success) return { votes, rejects: ['the answer is not JSON of the asked shape'] };
  const { relations } = answer.data;
  if (relations.length > MOST) rejects.push(`${relations.length - MOST} relations beyond the first ${MOST}`);
  for (const item of relations.slice(0, MOST)) {
    const verdict = judgeOne(item, window);
    if (typeof verdict === 'string') rejects.push(verdict);
    else votes.set(verdict.sentence, [...(votes.get(verdict.sentence) ?? []), verdict.vote]);
  }
  return { votes, rejects };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  } catch {
    return undefined; // told by the caller as an answer of another shape
  }
}

function judgeOne(item: unknown, window: readonly Read[]): { sentence: number; vote: Vote } | string {
  const parsed = Proposal.safeParse(item);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `a relation of another shape (${issue?.path.join('.') || 'it'}: ${issue?.message})`;
  }
  const { sentence, type, subjectQuote, objectQuote, evidenceQuote, modality, polarity } = parsed.data;
  const read = window.find(({ reading }) => reading.passage.index === sentence);
  const fail = (why: string) =>
    `sentence ${sentence}: ${short(subjectQuote)} ${short(type)} ${short(objectQuote)}: ${why}`;
  if (!read) return fail('no sentence of that number was asked about');
  const { reading } = read;
  const strayed = [subjectQuote, objectQuote, evidenceQuote].find(
    (quote) => !reading.passage.text.includes(quote),
  );
  if (strayed !== undefined) return fail(`the sentence does not hold ${short(strayed)}`);
  if (!reading.knowledge.ontology.relationTypes.has(type)) return fail('the ontology has no such relation');
  const subject = entityAt(read, subjectQuote, parsed.data.subjectId);
  const object = entityAt(read, objectQuote, parsed.data.objectId);
  if (!subject || !object) return fail(`no entity stands at ${short(subject ? objectQuote : subjectQuote)}`);
  if (!allowed(reading, subject, type, object)) return fail('the ontology does not allow it between these');
  return {
    sentence,
    vote: {
      extractor: 'model',
      rule: 'language model',
      subject,
      type,
      object,
      polarity: polarity === -1 ? '-' : '+',
      modality,
      ...tokenRange(read, evidenceQuote),
      speakers: [],
      act: null,
      weight: WEIGHT,
    },
  };
}

/** What is told of a model's words: not much of them, on one line. */
const short = (text: string) => `"${text.slice(0, 60).replace(/\s+/g, ' ')}${text.length > 60 ? '…' : ''}"`;

interface Spot {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The entity a quote stands for: the one named, if it stands there; else the one with these words; else the longest within. */
function entityAt(read: Read, quote: string, named: string | null): string | null {
  const { reading, touched } = read;
  const spot = (from: number, to: number, id: string): Spot => ({
    id,
    start: (reading.tokens[from]?.start ?? 0) - reading.passage.start,
    end: (reading.tokens[to - 1]?.end ?? 0) - reading.passage.start,
  });
  const spots = [
    ...[...reading.names, ...reading.nested].map(({ from, to, entity }) => spot(from, to, entity)),
    ...touched.map(({ from, to, draft }) => spot(from, to, draft.id)),
  ];
  const { text } = reading.passage;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const own = spots.find((each) => each.id === named && each.start < end && at < each.end);
    const exact = spots.find((each) => each.start === at && each.end === end);
    const within = spots
      .filter((each) => each.start >= at && each.end <= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
    const found = own ?? exact ?? within;
    if (found) return found.id;
  }
  return null;
}

function tokenRange({ reading }: Read, quote: string): { from: number; to: number } {
  const start = reading.passage.start + reading.passage.text.indexOf(quote);
  const end = start + quote.length;
  const from = reading.tokens.findIndex((token) => token.end > start);
  const to = reading.tokens.findLastIndex((token) => token.start < end) + 1;
  return { from: Math.max(0, from), to: Math.max(to, from + 1) };
}
