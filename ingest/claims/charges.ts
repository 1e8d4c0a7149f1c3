/** What was charged, reported or asked in this sentence or the ones before, and may be answered by a denial. */
import { headLemma } from '../concepts.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, stateOf } from './actors.ts';
import type { Vote } from './vote.ts';

/** How a sentence presents one of its claims. */
export type Charge = {
  vote: Vote;
  /** Somebody is said to say it. */
  reported: boolean;
  /** It is only asked whether it is so. */
  asked: boolean;
  /** Who says so is no state, body or person: `media reported that …`. */
  nameless: boolean;
};

/** What a denial can take back: deeds and plans, not attitudes. */
const DEEDS =
  /^(?:CONDUCTS|ATTACKS|DEPLOYS|DEPLOYED_TO|OPERATES|PARTICIPATES_IN|CONSIDERS|CONSULTS_WITH|COOPERATES_WITH|COOPERATES_ON|SUPPORTS|PROVIDES|OCCURS_IN)$/;
/** Of what nobody is said to have said, only deeds are denied. */
const PLAIN = /^(?:CONDUCTS|ATTACKS|DEPLOYS|DEPLOYED_TO|OPERATES)$/;

/** Claims of a sentence that may be answered, with how they are presented. */
export function chargesIn(votes: readonly Vote[], reading: Reading): Charge[] {
  return votes
    .filter(
      (vote) =>
        vote.polarity === '+' &&
        DEEDS.test(vote.type) &&
        // Whose a thing is that is spoken of, nobody answers.
        !/^(?:body \+ thing|thing of body|its thing)$/.test(vote.rule) &&
        !/^(?:titles|meetings|structure)$/.test(vote.extractor),
    )
    .map((vote) => ({ vote, ...presented(vote, reading) }));
}

function presented(vote: Vote, reading: Reading): Omit<Charge, 'vote'> {
  const question = /\?["”’']?\s*$/.test(reading.passage.text);
  let clause: Clause | null =
    reading.clauses.find((item) => vote.from <= item.verb.at && item.verb.at < vote.to) ??
    reading.clauses.findLast((item) => item.span.from <= vote.from) ??
    null;
  let asked = question;
  for (let depth = 0; clause && depth < 6; depth += 1) {
    if (clause.link === 'sub' && clause.marker === 'whether') asked = true;
    const above: Clause | null = clause.parent;
    const told =
      clause.link === 'that' &&
      (clause.marker === 'content' ||
        (above !== null && reading.knowledge.lexicon.reports.has(above.verb.lemma)));
    if (told) {
      const who = above && clause.marker !== 'content' ? actorsOf(above.subject, reading) : null;
      const nameless = !who || who.actors.length + who.persons.length === 0;
      return { reported: true, asked, nameless };
    }
    clause = above;
  }
  const blamed = vote.rule.startsWith('charge:');
  return { reported: blamed, asked, nameless: false };
}

/** Words for a kind of claim: `no such deployment`, `any such talks`. */
const KINDS: [RegExp, RegExp][] = [
  [
    /^(?:deployment|stationing|transfer|delivery|move|shipment|redeployment|installation|presence|basing|movement|consignment)$/,
    /^(?:DEPLOYS|DEPLOYED_TO)$/,
  ],
  [
    /^(?:attack|strike|raid|shelling|bombing|airstrike|launch|test|flight|overflight|incident|incursion|ramming|operation|seizure|firing|bombardment|violation|event|intrusion|collision|killing|action|act|sabotage|mission)$/,
    /^(?:CONDUCTS|ATTACKS|OCCURS_IN)$/,
  ],
  [
    /^(?:talk|meeting|contact|consultation|discussion|conversation|negotiation|call)$/,
    /^(?:CONSULTS_WITH|DISCUSSES)$/,
  ],
  [
    /^(?:system|weapon|equipment|platform|battery|missile|aircraft|drone|launcher|fighter|jet|ship|vessel|tank|vehicle|helicopter|bomber|radar|gun|howitzer|unit|submarine)$/,
    /^(?:DEPLOYS|DEPLOYED_TO|OPERATES)$/,
  ],
  [/^(?:base|facility|camp|installation|outpost)$/, /^(?:OPERATES|DEPLOYED_TO)$/],
  [/^(?:participation|role|part)$/, /^PARTICIPATES_IN$/],
  [
    /^(?:cooperation|collaboration|support|assistance|help|aid)$/,
    /^(?:COOPERATES_WITH|COOPERATES_ON|SUPPORTS|PROVIDES)$/,
  ],
  [
    /^(?:plan|proposal|decision|intention|idea|scheme|project|thing|agreement|arrangement|step|deal|option|order)$/,
    /./,
  ],
];

/** The types of claim that a noun can stand for; null where it is no word for a claim. */
export function kindOf(noun: string): RegExp | null {
  return KINDS.find(([words]) => words.test(noun))?.[1] ?? null;
}

/** An answer to something said before. */
export type Answer = {
  /** Types of claims it can be about. */
  types: RegExp;
  /** Whether it is about what was said, so that it need not concern who answers. */
  wholly: boolean;
  /** Only about what was to come, or what was asked. */
  planned?: true;
  asked?: true;
};

/** Charges an answer takes back: those that concern who answers, else those that somebody reported or asked about. */
export function takenBack(
  pool: readonly Charge[],
  answer: Answer,
  actors: readonly string[],
  reading: Reading,
): Charge[] {
  const fitting = pool.filter(({ vote, asked }) => answer.types.test(vote.type) && (!answer.asked || asked));
  if (answer.planned)
    return fitting.filter(({ vote }) => /^(?:planned|hypothetical|called_for)$/.test(vote.modality));
  const all = fitting.map(({ vote }) => vote);
  const own = fitting.filter(
    ({ vote, reported, asked }) =>
      (reported || asked || PLAIN.test(vote.type)) &&
      actors.some((actor) => concerns(vote, actor, reading, all)),
  );
  if (own.length > 0) return own;
  return answer.wholly ? fitting.filter(({ reported, asked }) => reported || asked) : [];
}

/** Whether a charge is about this actor: itself, its country, or a body of its country. */
export function concerns(vote: Vote, actor: string, reading: Reading, all: readonly Vote[]): boolean {
  // Where a thing was sent goes with who sent it, where an event was with who did it.
  const through =
    vote.type === 'DEPLOYED_TO' ? /^(?:DEPLOYS|OPERATES)$/ : vote.type === 'OCCURS_IN' ? /^CONDUCTS$/ : null;
  if (through)
    return all.some(
      (other) =>
        through.test(other.type) && other.object === vote.subject && concerns(other, actor, reading, []),
    );
  return stateOf(vote.subject, reading) === stateOf(actor, reading);
}

/** The sentence's own claims before `at`, else those of the nearest of the last sentences that has any. */
export function poolBefore(at: number, votes: readonly Vote[], reading: Reading): Charge[] {
  const here = chargesIn(
    votes.filter((vote) => vote.from < at),
    reading,
  );
  if (here.length > 0) return here;
  return reading.discourse.told.find((charges) => charges.length > 0) ?? [];
}

/** `such`, `any such`, `no such` before a word for a claim. */
export function suchOf(phrase: Phrase, reading: Reading): string | null {
  const words = reading.tokens.slice(phrase.from, phrase.head).map((token) => token.lower);
  const before = reading.tokens[phrase.from - 1]?.lower ?? '';
  return words.includes('such') || before === 'such' ? headLemma(phrase, reading) : null;
}

/** What was only asked and is answered no is no claim: `asked whether X might be sent to Y, he said there was no plan to send it there`. */
export function withdrawAsked(votes: readonly Vote[], reading: Reading): void {
  const denied = votes.filter((vote) => vote.polarity === '-');
  if (denied.length === 0) return;
  for (const { vote, asked } of [...chargesIn(votes, reading), ...reading.discourse.told.flat()])
    if (asked && denied.some((no) => isSame(no, vote))) reading.discourse.withdrawn.add(vote);
}

function isSame(a: Vote, b: Vote): boolean {
  return a.type === b.type && a.subject === b.subject && a.object === b.object;
}
