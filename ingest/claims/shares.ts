/** Denials of a share in what happened: `played no part in the attack`, `denied involvement in it`, `denied the shelling`. */
import { headType, type Located } from '../concepts.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { CHARGES } from './polarity.ts';
import { headLemma, logicalSubject, objectsOf, targetsOf } from './targets.ts';
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

/** `denied any involvement in the attack`, `rejected responsibility for …`. */
export function noShare(clause: Clause, reading: Reading): Vote[] {
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
