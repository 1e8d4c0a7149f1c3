/** Denials of a share in what happened: `played no part in the attack`, `denied involvement in it`, `denied the shelling`. */
import { headLemma, headType, type Located } from '../concepts.ts';
import type { Draft } from '../entities.ts';
import { beginOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';
import { actorsOf } from './actors.ts';
import { CHARGES } from './denial-words.ts';
import { moodOf } from './mood.ts';
import { phrasesOf } from './polarity.ts';
import { logicalSubject, objectsOf } from './slots.ts';
import { targetsOf } from './targets.ts';
import { allowed, type Vote } from './vote.ts';

export const SHARES =
  /^(?:involvement|role|responsibility|part|complicity|link|hand|connection|participation)$/;

/** To deny these is not to deny having done them. */
const NOT_DONE =
  /^(?:visit|meeting|call|talk|summit|conference|use|deployment|redeployment|relocation|transfer|delivery|withdrawal|rotation)$/;

/** `Baku denied the shelling`: what was told before. */
export function deniedEvent(clause: Clause, reading: Reading): Located[] {
  const definite = objectsOf(clause).filter(
    (phrase) =>
      !phrase.name &&
      phrase.possessor === null &&
      (phrase.post.length === 0
        ? /^(?:the|this|that|these|those|any)$/.test(reading.tokens[phrase.from]?.lower ?? '')
        : !phrase.post.some((item) => /^(?:by|from)$/.test(item.preposition))) &&
      headType(phrase, reading, reading.knowledge.lexicon) === 'Event' &&
      !NOT_DONE.test(headLemma(phrase, reading)) &&
      !CHARGES.test(headLemma(phrase, reading)),
  );
  return targetsOf(definite, reading, ['Event']).filter((item) => item.draft.type === 'Event');
}

/** Deeds that somebody may be charged with. */
const HARM =
  /^(?:attack|strike|raid|shelling|bombing|ambush|kidnapping|abduction|seizure|ramming|jamming|overflight|incursion|sabotage|launch|test|shooting|firing|collision|explosion|cyberattack|hacking|intrusion|violation|assassination|poisoning|killing|massacre|bombardment|airstrike|damage|cutting|harassment|interception|incident|flight|theft|hijacking|detention|boarding|sinking|blast|assault|offensive|breach|crossing|gunfire|spying|espionage|surveillance|disruption|provocation|downing|transfer|delivery|burning|destruction|landing|arrest|coup)$/;

/** Events of a sentence that somebody may be charged with, the latest first. */
export function deedsIn(reading: Reading, touched: readonly Located[]): Draft[] {
  const found = touched.filter(
    (item) => item.draft.type === 'Event' && item.draft.title !== 'main' && isHarm(item, reading),
  );
  return [...new Set(found.toSorted((a, b) => b.from - a.from).map((item) => item.draft))];
}

function isHarm(item: Located, reading: Reading): boolean {
  return reading.tokens.slice(item.from, item.to).some((token) => HARM.test(singular(token.lower)));
}

/** The deed a denial without an object of its own is about: told before in the sentence, else in the last ones. */
export function deedSpokenOf(clause: Clause, reading: Reading): Located[] {
  const begin = beginOf(clause);
  const phrase = phrasesOf(reading).findLast(
    (item) =>
      item.to <= begin &&
      !item.pronoun &&
      (item.name
        ? item.name.type === 'Event'
        : HARM.test(headLemma(item, reading)) &&
          headType(item, reading, reading.knowledge.lexicon) === 'Event'),
  );
  const here = phrase
    ? targetsOf([phrase], reading, ['Event']).filter((item) => item.draft.type === 'Event')
    : [];
  if (here.length > 0) return here.slice(-1);
  const [draft] = reading.discourse.deeds;
  return draft ? [{ draft, from: clause.verb.from, to: clause.verb.to, kind: 'anaphor' }] : [];
}

/** `played no part in the attack`, `had nothing to do with it`, `was not involved in the raid`. */
export function noPart(clause: Clause, reading: Reading): Vote[] {
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
  const { actors, persons } = whoever(clause, reading);
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
  const bare = after.every((item) => item.preps.every((prep) => prep.phrase.pronoun));
  const about = events.length > 0 ? events : bare ? deedSpokenOf(clause, reading) : [];
  return actors.flatMap((subject) =>
    about.flatMap((item) => notDone(subject, item, persons, clause, reading)),
  );
}

/** `Kinshasa said the army had not been involved`: a body that no name was given for is that of who speaks. */
function whoever(clause: Clause, reading: Reading): { actors: string[]; persons: string[] } {
  const found = actorsOf(clause.subject, reading);
  const [subject] = clause.subject;
  const body =
    subject &&
    !subject.name &&
    /^(?:army|navy|military|force|government|troop|soldier|police|ministry|service|air force)$/.test(
      headLemma(subject, reading),
    );
  if (found.actors.length > 0 || !body || clause.link !== 'that' || !clause.parent) return found;
  const { actors, persons } = actorsOf(clause.parent.subject, reading);
  return actors.length === 1 ? { actors, persons } : found;
}

function isThat(phrase: Phrase, reading: Reading): boolean {
  return phrase.pronoun || /^(?:it|this|that|them|which)$/.test(reading.tokens[phrase.head]?.lower ?? '');
}

/** `denied any involvement in the attack`, `rejected responsibility for …`. */
export function noShare(clause: Clause, reading: Reading): Vote[] {
  const parts = objectsOf(clause).filter(
    (phrase) =>
      !phrase.name && (SHARES.test(headLemma(phrase, reading)) || CHARGES.test(headLemma(phrase, reading))),
  );
  const through = parts.flatMap((phrase) =>
    phrase.post
      .filter((item) => /^(?:in|for|to|with|of|about)$/.test(item.preposition))
      .map((item) => item.phrase)
      .filter((item) => !item.post.some((other) => other.preposition === 'by')),
  );
  const named = targetsOf(through, reading, ['Event']).filter((item) => item.draft.type === 'Event');
  const events = parts.some((phrase) => CHARGES.test(headLemma(phrase, reading)))
    ? named.filter((item) => isHarm(item, reading))
    : named;
  const bare =
    parts.some(
      (phrase) =>
        SHARES.test(headLemma(phrase, reading)) && phrase.post.every((item) => isThat(item.phrase, reading)),
    ) && clause.preps.every((item) => item.at < clause.verb.from || isThat(item.phrase, reading));
  const about = events.length > 0 ? events : bare ? deedSpokenOf(clause, reading) : [];
  const { actors, persons } = actorsOf(logicalSubject(clause), reading);
  return actors.flatMap((subject) =>
    about.flatMap((item) => notDone(subject, item, persons, clause, reading)),
  );
}

/** That an actor did not do what is told. */
export function notDone(
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
