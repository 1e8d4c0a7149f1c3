/** What somebody does not consider, plan or want: `has no plans for X`, `the idea of X was dismissed by Y`, `doing X is not an option for Y`. */

import type { Located } from '../concepts.ts';
import { headLemma } from '../concepts.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { REFUTE } from './denial-words.ts';
import { isNegated, verdictOn } from './polarity.ts';
import { deedAt, deedOf, logicalSubject, objectsOf } from './slots.ts';
import { targetsOf } from './targets.ts';
import { allowed, objectTypes, type Touched, type Vote } from './vote.ts';

/** Nouns for what is still to be done: with `no`, what hangs on them is not considered. */
const PLANS =
  /^(?:plan|intention|intent|thought|proposal|desire|wish|appetite|interest|consideration|decision|ambition|aim|ground|reason|case|need|question|prospect|talk|discussion|commitment|mandate|mind|negotiation)$/;
/** Nouns that put a thing before somebody's mind; to refuse them is to refuse it. */
const IDEAS =
  /^(?:idea|prospect|possibility|notion|suggestion|proposal|option|talk|thought|question|plan|scenario|speculation|offer|invitation|request|call|demand)$/;
const HOLDS =
  /^(?:have|make|take|give|see|form|reach|be|hold|harbou?r|show|exist|express|announce|present|receive|draw up|draft|make up|begin|start|open)$/;
const REFUSES =
  /^(?:rule out|exclude|turn down|rebuff|spurn|shelve|scrap|drop|abandon|entertain_not|put off|decline|refuse|veto|discard|discount)$/;
const CONSIDERS =
  /^(?:entertain|consider|contemplate|envisage|weigh|discuss|study|examine|mull|explore|foresee|pursue|seek|favou?r|accept|want|plan)$/;
/** With `not`, the deed that hangs on them is not considered. */
const INTENDS = /^(?:intend|propose|plan|decide|aim|wish|seek|want)$/;
/** Verbs that name no deed. */
const EMPTY = /^(?:do|be|have|go|get|let|see|become|comment|say|speculate)$/;
const OFF =
  /\b(?:(?:not (?:an|a viable)|no) option|not (?:a possibility|under (?:consideration|discussion)|on the (?:table|cards)|in the cards|up for discussion|planned|foreseen|envisaged|contemplated|being (?:considered|weighed|discussed|contemplated|planned))|off the (?:table|agenda)|out of the question|ruled out|unthinkable)\b/;

/** Votes that deny a consideration; what a frame denies already is left to it. */
export function undecided(reading: Reading, votes: readonly Vote[], touched: Touched): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const found =
      planless(clause, reading) ??
      unintended(clause, reading) ??
      refusedIdea(clause, reading) ??
      noOption(clause, reading);
    if (!found) return [];
    const told = votes.some(
      (vote) =>
        vote.polarity === '-' &&
        vote.from < found.to &&
        vote.to > found.from &&
        !/^(?:ABOUT|OCCURS_IN)$/.test(vote.type),
    );
    if (told) return [];
    const wanted = objectTypes('CONSIDERS', reading);
    const targets = found.targets(wanted).filter((item) => wanted.includes(item.draft.type));
    return targets.slice(0, 2).flatMap((target) =>
      found.actors
        .filter((actor) => allowed(reading, actor, 'CONSIDERS', target.draft.id))
        .map((subject): Vote => {
          touched.push(target);
          return {
            extractor: 'frames',
            rule: `${clause.verb.lemma}: not considered`,
            subject,
            type: 'CONSIDERS',
            object: target.draft.id,
            polarity: '-',
            modality: 'asserted',
            from: Math.min(clause.verb.from, target.from),
            to: Math.max(clause.verb.to, target.to),
            speakers: [],
            act: clause.verb.lemma,
            weight: 0.7,
          };
        }),
    );
  });
}

type Unwanted = { actors: string[]; from: number; to: number; targets(wanted: readonly string[]): Located[] };

/** `has no plans for X`, `gave no thought to doing X`, `there is no intention of doing X`, `no decision on X was taken`. */
function planless(clause: Clause, reading: Reading): Unwanted | null {
  if (!HOLDS.test(clause.verb.lemma) || !isNegated(clause, reading)) return null;
  const holders = clause.verb.passive
    ? clause.subject
    : [...clause.objects, ...(isThere(clause, reading) ? clause.subject : [])];
  const plan = holders.find((phrase) => !phrase.name && PLANS.test(headLemma(phrase, reading)));
  if (!plan) return null;
  const own = clause.verb.passive || isThere(clause, reading) ? logicalSubject(clause) : clause.subject;
  const actors = deciders(own, clause, reading);
  const end = clause.span.to;
  const below = reading.clauses.find(
    (other) =>
      other.parent === clause && other.verb.from >= plan.to && /^(?:to|gerund|purpose)$/.test(other.link),
  );
  if (below) {
    const from = below.verb.from;
    return { actors, from, to: Math.max(end, below.span.to), targets: () => deedIn(clause, plan, reading) };
  }
  const about = [...plan.post, ...clause.preps].find(
    (item) => item.at >= plan.to && /^(?:for|on|of|about|to|in|regarding|concerning)$/.test(item.preposition),
  );
  if (!about) return null;
  return {
    actors,
    from: about.phrase.from,
    to: about.phrase.to,
    targets: (wanted) => targetsOf([about.phrase, ...about.phrase.conjuncts], reading, wanted),
  };
}

/** The deed a plan is about; `no intention of reintroducing it` takes up what was asked about. */
function deedIn(clause: Clause, plan: Phrase, reading: Reading): Located[] {
  const deed = deedOf(clause, reading, plan);
  if (!deed || /^(?:do|be|have|be doing|doing)\b/i.test(reading.text(deed.from, deed.to))) return [];
  return [deed];
}

/** `does not intend to host troops`, `has not decided whether to renew the waiver`, `has yet to decide whether …`. */
function unintended(clause: Clause, reading: Reading): Unwanted | null {
  if (!INTENDS.test(clause.verb.lemma) || clause.verb.passive || !isNegated(clause, reading)) return null;
  const below = reading.clauses.find(
    (other) => other.parent === clause && other.link === 'to' && other.verb.from >= clause.verb.to,
  );
  if (!below || below.verb.passive || EMPTY.test(below.verb.lemma) || below.objects.length === 0) return null;
  const actors = deciders(clause.subject, clause, reading);
  return { actors, from: below.verb.from, to: below.span.to, targets: () => [deedAt(below, reading)] };
}

/** `rejected the idea of X`, `the idea of X was dismissed by Y`, `will not entertain the possibility of X`. */
function refusedIdea(clause: Clause, reading: Reading): Unwanted | null {
  const { lemma } = clause.verb;
  const refused = (REFUTE.test(lemma) || REFUSES.test(lemma)) && !isNegated(clause, reading);
  const unconsidered = (CONSIDERS.test(lemma) || lemma === 'think') && isNegated(clause, reading);
  if (!refused && !unconsidered) return null;
  const idea = objectsOf(clause).find((phrase) => !phrase.name && IDEAS.test(headLemma(phrase, reading)));
  if (!idea) return unthought(clause, reading);
  const actors = deciders(logicalSubject(clause), clause, reading);
  const about = [...idea.post, ...clause.preps].find(
    (item) => item.at >= idea.to && /^(?:of|for|on|about)$/.test(item.preposition),
  );
  if (about)
    return {
      actors,
      from: about.phrase.from,
      to: about.phrase.to,
      targets: (wanted) => targetsOf([about.phrase, ...about.phrase.conjuncts], reading, wanted),
    };
  const below = reading.clauses.find(
    (other) =>
      other.verb.from >= idea.to && other.verb.from <= idea.to + 2 && /^(?:to|gerund)$/.test(other.link),
  );
  return below
    ? { actors, from: below.verb.from, to: below.span.to, targets: () => deedIn(clause, idea, reading) }
    : null;
}

/** `Neither capital envisages X`, `X is not contemplated`, `ruled out X`, `nobody is thinking of X`: the thing itself. */
function unthought(clause: Clause, reading: Reading): Unwanted | null {
  const { lemma, to } = clause.verb;
  if (
    !/^(?:entertain|consider|contemplate|envisage|weigh|mull|foresee|plan|rule out|exclude|think)$/.test(
      lemma,
    )
  )
    return null;
  const things =
    lemma === 'think'
      ? clause.preps.filter((item) => item.preposition === 'of').map((item) => item.phrase)
      : objectsOf(clause);
  const [first] = things;
  if (!first || first.name || first.pronoun || clause.link === 'relative') return null;
  const actors = deciders(logicalSubject(clause), clause, reading);
  return {
    actors,
    from: Math.min(to, first.from),
    to: first.to,
    targets: (wanted) => targetsOf(things, reading, wanted),
  };
}

/** `X is not an option for Y`, `doing X is not under consideration in Y`. */
function noOption(clause: Clause, reading: Reading): Unwanted | null {
  if (
    !/^(?:be|remain|consider|plan|foresee|envisage|contemplate|rule out|discuss|weigh)$/.test(
      clause.verb.lemma,
    )
  )
    return null;
  const said = reading
    .text(clause.verb.from, Math.min(reading.tokens.length, clause.verb.to + 6))
    .toLowerCase();
  if (!OFF.test(said)) return null;
  const by = clause.preps
    .filter((item) => item.at >= clause.verb.to && /^(?:for|in|by|at)$/.test(item.preposition))
    .map((item) => item.phrase);
  const actors = deciders(by, clause, reading);
  const gerund = reading.clauses.find((other) => verdictOn(other, reading) === clause);
  if (gerund) {
    const deed = deedOf({ ...gerund, verb: { ...gerund.verb, to: gerund.verb.from } }, reading, null);
    return deed ? { actors, from: gerund.verb.from, to: gerund.span.to, targets: () => [deed] } : null;
  }
  const from = Math.min(...clause.subject.map((phrase) => phrase.from));
  return {
    actors,
    from,
    to: clause.verb.from,
    targets: (wanted) => targetsOf(clause.subject, reading, wanted),
  };
}

/** Who decides: those named, else who says so, else whose document it is. */
function deciders(named: readonly Phrase[], clause: Clause, reading: Reading): string[] {
  const { actors } = actorsOf(named, reading);
  if (actors.length > 0) return actors;
  // `neither capital`, `by either side`: the parties, each of them.
  const each = named.some((phrase) =>
    /^(?:neither|either|none of (?:us|them)) ?(?:of (?:us|them)|side|capital|country|government|minister|party|state|nation)?s?$/i.test(
      reading.text(phrase.from, phrase.to),
    ),
  );
  if (each && reading.discourse.parties.length > 1) return [...reading.discourse.parties];
  const inside = named.flatMap((phrase) => (phrase.name?.type === 'Country' ? [phrase.name.entity] : []));
  if (inside.length > 0) return inside;
  for (let above = clause.parent; above; above = above.parent) {
    const found = actorsOf(above.subject, reading).actors;
    if (reading.knowledge.lexicon.reports.has(above.verb.lemma) && found.length > 0) return found;
  }
  const said = reading.clauses.find(
    (other) =>
      other !== clause &&
      other.link !== 'relative' &&
      /^(?:say|tell|add|state|announce|confirm|stress|note|insist)$/.test(other.verb.lemma),
  );
  const speakers = said ? actorsOf(said.subject, reading).actors : [];
  if (speakers.length > 0) return speakers;
  const { home, homeKnown } = reading.frame;
  return home && homeKnown && reading.registry.get(home) ? [home] : [];
}

function isThere(clause: Clause, reading: Reading): boolean {
  return (
    clause.verb.lemma === 'be' &&
    reading.tokens
      .slice(Math.max(0, clause.verb.from - 2), clause.verb.from)
      .some((token) => token.lower === 'there')
  );
}
