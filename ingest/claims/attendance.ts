/** Who else was at a meeting, and who joined in an exercise that was named before. */

import { headLemma } from '../concepts.ts';
import { beginOf } from '../parse/arguments.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, stateOf } from './actors.ts';
import { MEETING } from './meeting-words.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { allowed, type Vote } from './vote.ts';

/** `General X also attended`, `was present`, `led the Indian side`: who else was at the document's meeting. */
export function attendance(reading: Reading): Vote[] {
  const main = reading.registry.all().find((draft) => draft.type === 'Event' && draft.title === 'main');
  if (!main) return [];
  return reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    const said = reading.tokens
      .slice(verb.from, Math.min(reading.tokens.length, verb.to + 3))
      .map((token) => token.lower)
      .join(' ');
    const present =
      (/^(?:attend|join|participate|take part)$/.test(verb.lemma) &&
        clause.objects.length === 0 &&
        !clause.preps.some((prep) => /^(?:in|at)$/.test(prep.preposition))) ||
      /\b(?:was|were) (?:also )?(?:present|in attendance)\b/.test(said) ||
      opensWithPresent(clause, reading) ||
      (verb.lemma === 'represent' &&
        verb.passive &&
        clause.preps.some((prep) => prep.preposition === 'by')) ||
      (verb.lemma === 'accompany' &&
        (verb.passive ||
          clause.objects.some((phrase) =>
            /^(?:minister|secretary|president|delegation|he|she|him|her|them)$/.test(
              headLemma(phrase, reading),
            ),
          ))) ||
      (/^(?:lead|head|chair)$/.test(verb.lemma) && /\b(?:side|delegation|it)\b/.test(said)) ||
      (/^(?:attend|chair|join)$/.test(verb.lemma) &&
        clause.objects.some(
          (phrase) =>
            phrase.name === null &&
            MEETING.test(headLemma(phrase, reading)) &&
            reading.tokens[phrase.from]?.lower === 'the',
        ));
    if (!present || clause.link === 'if' || verb.modal !== null) return [];
    const mood = moodOf(clause, reading);
    return attendants(clause, reading).map((person) => ({
      extractor: 'meetings',
      rule: `attended: ${verb.lemma}`,
      ...mood,
      modality: 'done' as const,
      subject: person,
      type: 'PARTICIPATES_IN',
      object: main.id,
      from: verb.from,
      to: verb.to,
      speakers: [],
      act: verb.lemma,
      weight: 0.85,
    }));
  });
}

/** `Japanese and Palauan personnel also took part`, `Peru would participate`: in the exercise spoken of. */
export function joinedIn(reading: Reading): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    // `took part with five ships, among them KNS Jasiri`.
    const alone = clause.objects.every((phrase) => phrase.name?.type === 'EquipmentType');
    const bare = alone && !clause.preps.some((prep) => /^(?:in|at|to|of)$/.test(prep.preposition));
    if (
      !/^(?:participate|take part)$/.test(verb.lemma) ||
      verb.passive ||
      !bare ||
      isNegated(clause, reading)
    )
      return [];
    const named = reading.names.findLast((name) => name.type === 'Exercise' && name.to <= verb.from)?.entity;
    const exercise = reading.registry.get(named ?? reading.discourse.gathering ?? '');
    if (exercise?.type !== 'Exercise') return [];
    const mood = moodOf(clause, reading);
    if (mood.polarity === '-') return [];
    // Officials who `also participated` were at the meeting.
    const { persons, role } = actorsOf(clause.subject, reading);
    if (persons.length > 0 && !role) return [];
    return actorsOf(clause.subject, reading)
      .actors.map((id) => stateOf(id, reading))
      .filter((id) => allowed(reading, id, 'PARTICIPATES_IN', exercise.id))
      .map((subject) => ({
        extractor: 'meetings',
        rule: `joined in: ${verb.lemma}`,
        ...mood,
        subject,
        type: 'PARTICIPATES_IN',
        object: exercise.id,
        from: beginOf(clause),
        to: verb.to,
        speakers: [],
        act: verb.lemma,
        weight: 0.7,
      }));
  });
}

/** `Also present were X and Y`. */
function opensWithPresent({ verb }: Clause, reading: Reading): boolean {
  const before = reading.tokens.slice(Math.max(0, verb.from - 3), verb.from).map((token) => token.lower);
  return (
    /^(?:is|was|are|were|be)$/.test(reading.tokens[verb.at]?.lower ?? '') &&
    /\b(?:present|attending|in attendance)$/.test(before.join(' '))
  );
}

/** Who is said to be there: the subject; behind `present were`, `represented by` all who are named up to the next clause. */
function attendants(clause: Clause, reading: Reading): string[] {
  const named =
    clause.verb.lemma === 'represent' ||
    (clause.verb.lemma === 'accompany' && clause.verb.passive) ||
    opensWithPresent(clause, reading);
  if (!named) return actorsOf(clause.subject, reading).persons;
  const next = reading.clauses.find(
    (other) => other.verb.from > clause.verb.to && other.ownSubject && /^(?:root|and|that)$/.test(other.link),
  );
  const limit = next ? beginOf(next) : reading.tokens.length;
  return reading.names
    .filter((name) => name.type === 'Person' && name.from >= clause.verb.to && name.from < limit)
    .map((name) => name.entity);
}
