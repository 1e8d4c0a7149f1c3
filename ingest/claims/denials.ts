/** Denials of what was said before: `an allegation Ankara flatly denied`, `and China denied it`, `Baghdad called the claim baseless`. */
import type { Located } from '../concepts.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { headLemma, logicalSubject, objectsOf, targetsOf } from './targets.ts';
import { allowed, type Vote } from './vote.ts';

const REFUTES = /^(?:deny|reject|dismiss|refute|dispute|contradict|rebut|repudiate)$/;
const CHARGES = /^(?:accusation|allegation|claim|charge|report|assertion|suggestion|account|version)$/;
const SHARES = /^(?:involvement|role|responsibility|part|complicity|link|hand|connection|participation)$/;
/** What a denial can take back: deeds, not attitudes. */
const DEEDS = /^(?:CONDUCTS|ATTACKS|DEPLOYS|DEPLOYED_TO|OPERATES)$/;

/** Votes that deny the charges of this sentence or the one before, by the party they are about. */
export function denials(reading: Reading, votes: readonly Vote[]): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const without = elliptic(clause, reading, votes);
    if (without.length > 0) return without;
    const away = notThere(clause, reading, votes);
    if (away.length > 0) return away;
    const apart = noPart(clause, reading);
    if (apart.length > 0) return apart;
    if (!REFUTES.test(clause.verb.lemma) || clause.verb.negated) return [];
    const shares = noShare(clause, reading);
    if (shares.length > 0 || !(refersBack(clause, reading) || deniedEvent(clause, reading).length > 0))
      return shares;
    const { actors, persons } = actorsOf(logicalSubject(clause), reading);
    const told = clause.verb.lemma === 'deny' ? deniedEvent(clause, reading) : [];
    if (told.length > 0)
      return actors.flatMap((actor) =>
        told.flatMap((item) => notDone(actor, item, persons, clause, reading)),
      );
    const here = votes.filter((vote) => vote.from < clause.verb.from && DEEDS.test(vote.type));
    const charges = here.length > 0 ? here : reading.discourse.charges;
    return charges
      .filter(
        (vote) => vote.polarity === '+' && actors.some((actor) => concerns(vote, actor, reading, charges)),
      )
      .map((vote) => ({
        ...vote,
        extractor: 'happenings',
        rule: `denied: ${clause.verb.lemma}`,
        polarity: '-' as const,
        from: clause.verb.from,
        to: clause.verb.to,
        act: clause.verb.lemma,
        weight: 0.75,
      }));
  });
}

/** `France took part, but Spain did not`, `…, nor will Togo`: what the clause before says, denied of another. */
function elliptic(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { verb } = clause;
  const turned = reading.tokens[verb.from - 1]?.lower === 'nor';
  const bare =
    (turned || clause.objects.length === 0) && clause.preps.length === 0 && verb.to - verb.from <= 3;
  if (!/^(?:do|have|be|will|would|can)$/.test(verb.lemma) || !bare || !verb.negated) return [];
  const end = reading.tokens.slice(verb.to).find((token) => !/^(?:not|n't|so|either)$/.test(token.lower));
  if (!turned && !/^(?:[,.;]|and|but|or)$/.test(end?.lower ?? '.')) return [];
  const { actors } = actorsOf(turned ? clause.objects : clause.subject, reading);
  const before = reading.clauses.findLast((other) => other.verb.to <= verb.from && other !== clause);
  const said = votes.filter(
    (vote) =>
      before &&
      vote.extractor === 'frames' &&
      vote.from >= before.span.from &&
      vote.to <= clause.verb.from + 1,
  );
  return actors.flatMap((actor) =>
    said
      .filter((vote) => vote.subject !== actor && allowed(reading, actor, vote.type, vote.object))
      .map((vote) => ({
        ...vote,
        subject: actor,
        polarity: '-' as const,
        rule: `not ${vote.rule}`,
        to: verb.to,
        weight: 0.7,
      })),
  );
}

/** `Cameroon did not take part`: in what the sentence before, or this one, says others took part. */
function notThere(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { verb } = clause;
  const bare = clause.objects.length === 0 && clause.preps.every((prep) => prep.preposition !== 'in');
  if (!/^(?:take part|participate|attend|join)$/.test(verb.lemma) || !bare || !isNegated(clause, reading))
    return [];
  const said = [...reading.discourse.charges, ...votes].findLast(
    (vote) => vote.type === 'PARTICIPATES_IN' && vote.polarity === '+' && vote.from < Number.MAX_SAFE_INTEGER,
  );
  if (!said) return [];
  const { actors, persons } = actorsOf(clause.subject, reading);
  return actors
    .map((id) => reading.registry.get(id)?.country ?? id)
    .filter((id) => id !== said.subject && allowed(reading, id, 'PARTICIPATES_IN', said.object))
    .map((subject) => ({
      extractor: 'frames',
      rule: `${verb.lemma}: not there`,
      subject,
      type: 'PARTICIPATES_IN',
      object: said.object,
      ...moodOf(clause, reading),
      from: verb.from,
      to: verb.to,
      speakers: persons,
      act: verb.lemma,
      weight: 0.7,
    }));
}

/** `Baku denied the shelling`: what was told before. */
function deniedEvent(clause: Clause, reading: Reading): Located[] {
  const definite = objectsOf(clause).filter(
    (phrase) =>
      !phrase.name &&
      phrase.post.length === 0 &&
      /^(?:the|this|that|these|those|any)$/.test(reading.tokens[phrase.from]?.lower ?? '') &&
      !CHARGES.test(headLemma(phrase, reading)),
  );
  return targetsOf(definite, reading, ['Event']).filter((item) => item.draft.type === 'Event');
}

/** `it`, `this`, `the allegation` without a content of its own. */
function refersBack(clause: Clause, reading: Reading): boolean {
  const own = reading.clauses.some(
    (other) => other.parent === clause && (other.link === 'that' || other.link === 'gerund'),
  );
  if (own) return false;
  // `a charge Cairo rejected`: read as one phrase with the name.
  const share = objectsOf(clause).some(
    (phrase) => !phrase.name && SHARES.test(headLemma(phrase, reading)) && phrase.post.length === 0,
  );
  if (share) return true;
  const relative = clause.subject.some((phrase) =>
    reading.tokens.slice(phrase.from, phrase.head).some((token) => CHARGES.test(token.lower)),
  );
  if (relative && clause.objects.length === 0) return true;
  return objectsOf(clause).some((phrase) =>
    phrase.pronoun
      ? /^(?:it|this|that|these|those|them)$/.test(reading.tokens[phrase.head]?.lower ?? '')
      : !phrase.name && CHARGES.test(headLemma(phrase, reading)),
  );
}

/** `played no part in the attack`, `had nothing to do with it`, `was not involved in the raid`. */
function noPart(clause: Clause, reading: Reading): Vote[] {
  const { verb } = clause;
  const share = clause.objects.some(
    (phrase) =>
      !phrase.name &&
      (SHARES.test(headLemma(phrase, reading)) || reading.tokens[phrase.head]?.lower === 'nothing') &&
      /^(?:no|nothing)$/.test(reading.tokens[phrase.from]?.lower ?? ''),
  );
  const said = reading.text(verb.from, Math.min(reading.tokens.length, verb.to + 3)).toLowerCase();
  const apart = moodOf(clause, reading).polarity === '-' && /\b(?:involved|responsible|behind)\b/.test(said);
  if (!apart && !(share && /^(?:have|play|take|bear)$/.test(verb.lemma))) return [];
  const { actors, persons } = actorsOf(clause.subject, reading);
  const after = reading.clauses.filter((other) => other === clause || other.parent === clause);
  const events = targetsOf(
    after.flatMap((item) =>
      item.preps
        .filter((prep) => /^(?:in|for|with|behind)$/.test(prep.preposition))
        .map((prep) => prep.phrase),
    ),
    reading,
    ['Event'],
  ).filter((item) => item.draft.type === 'Event');
  return actors.flatMap((subject) =>
    events.flatMap((item) => notDone(subject, item, persons, clause, reading)),
  );
}

function notDone(
  subject: string,
  item: Located,
  persons: readonly string[],
  clause: Clause,
  reading: Reading,
): Vote[] {
  if (!allowed(reading, subject, 'CONDUCTS', item.draft.id)) return [];
  return [
    {
      extractor: 'happenings',
      rule: `denied share: ${clause.verb.lemma}`,
      subject,
      type: 'CONDUCTS',
      object: item.draft.id,
      polarity: '-',
      modality: 'done',
      from: Math.min(clause.verb.from, item.from),
      to: Math.max(item.to, clause.verb.to),
      speakers: persons,
      act: clause.verb.lemma,
      weight: 0.8,
    },
  ];
}

/** `denied any involvement in the attack`, `rejected responsibility for …`. */
function noShare(clause: Clause, reading: Reading): Vote[] {
  const parts = objectsOf(clause).filter((phrase) => !phrase.name && SHARES.test(headLemma(phrase, reading)));
  const events = targetsOf(
    parts.flatMap((phrase) =>
      phrase.post.filter((item) => /^(?:in|for|to|with)$/.test(item.preposition)).map((item) => item.phrase),
    ),
    reading,
    ['Event'],
  ).filter((item) => item.draft.type === 'Event');
  const { actors, persons } = actorsOf(logicalSubject(clause), reading);
  return actors.flatMap((subject) =>
    events.flatMap((item) => notDone(subject, item, persons, clause, reading)),
  );
}

/** Whether a charge is about this actor: itself, or a body of its country. */
function concerns(vote: Vote, actor: string, reading: Reading, all: readonly Vote[]): boolean {
  // Where a thing was sent goes with who sent it.
  if (vote.type === 'DEPLOYED_TO')
    return all.some(
      (other) =>
        other.type === 'DEPLOYS' && other.object === vote.subject && concerns(other, actor, reading, []),
    );
  const doer = reading.registry.get(vote.subject);
  return vote.subject === actor || (doer?.type === 'Organization' && doer.country === actor);
}
