/** Meetings and calls: who took part, where, and which countries consulted. */

import { headLemma, type Located } from '../concepts.ts';
import { draftId } from '../entities.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

const HOLD = /^(?:hold|have|conduct|convene|host|attend|join)$/;
const MEETING =
  /^(?:talk|discussion|meeting|consultation|conversation|call|summit|dialogue|conference|telephone|phone|videoconference|teleconference|exchange)$/;
const MEET = /^(?:meet|speak|talk|confer|host|visit_not|receive)$/;

/** A clause that says a meeting took place between persons or countries. */
export function meetingIn(reading: Reading): { clause: Clause; noun: Phrase | null } | null {
  for (const clause of reading.clauses) {
    if (clause.link === 'relative' || clause.link === 'reduced') continue;
    const object = clause.objects.find(
      (phrase) => phrase.name === null && MEETING.test(headLemma(phrase, reading)),
    );
    if (HOLD.test(clause.verb.lemma) && object) return { clause, noun: object };
    if (MEET.test(clause.verb.lemma) && others(clause, reading).length > 0) return { clause, noun: null };
  }
  return null;
}

/** Phrases of the other side: behind `with`, or the object of `meet` and `host`. */
function others(clause: Clause, reading: Reading): Phrase[] {
  const behind = [
    ...clause.preps
      .filter((prep) => /^(?:with|between|and|together with)$/.test(prep.preposition))
      .map((prep) => prep.phrase),
  ];
  const objects = /^(?:meet|host|receive)$/.test(clause.verb.lemma) ? clause.objects : [];
  return [...objects, ...behind].filter(
    (phrase) =>
      actorsOf([phrase], reading).actors.length > 0 || actorsOf([phrase], reading).persons.length > 0,
  );
}

export const meetings: ClaimExtractor = (reading, touched) => {
  const meeting = meetingIn(reading);
  if (!meeting) return [];
  const { clause, noun } = meeting;
  const side = actorsOf(clause.subject, reading);
  const other = actorsOf(others(clause, reading), reading);
  const persons = [...new Set([...side.persons, ...other.persons])];
  const actors = [...new Set([...side.actors, ...other.actors])].filter(
    (id) => reading.registry.get(id)?.type === 'Country',
  );
  const mood = moodOf(clause, reading);
  if (persons.length + actors.length < 2 || side.role) return [];
  const event = meetingEvent(reading, clause, noun);
  touched.push(event);
  const from = Math.min(side.from, clause.verb.from);
  const to = Math.max(clause.verb.to, noun?.to ?? 0, other.to);
  const base = {
    extractor: 'meetings',
    rule: `meeting: ${clause.verb.lemma}`,
    ...mood,
    from,
    to,
    speakers: [],
    act: clause.verb.lemma,
    weight: 0.9,
  };
  const votes: Vote[] = [];
  for (const person of persons)
    votes.push({ ...base, subject: person, type: 'PARTICIPATES_IN', object: event.draft.id });
  if (persons.length === 0)
    for (const actor of actors)
      votes.push({ ...base, subject: actor, type: 'PARTICIPATES_IN', object: event.draft.id });
  actors.forEach((a, i) => {
    for (const b of actors.slice(i + 1))
      votes.push({ ...base, subject: a, type: 'CONSULTS_WITH', object: b });
  });
  const venue = clause.preps.find(
    (prep) =>
      /^(?:at|in|aboard)$/.test(prep.preposition) &&
      prep.phrase.name !== null &&
      /^(?:Place|Facility|Organization|Country)$/.test(prep.phrase.name.type),
  );
  if (venue?.phrase.name)
    votes.push({
      ...base,
      subject: event.draft.id,
      type: 'HELD_AT',
      object: venue.phrase.name.entity,
      from: venue.at,
      to: venue.phrase.to,
    });
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

/** The meeting as an entity: the one the title names, else one of its own, scoped by date. */
function meetingEvent(reading: Reading, clause: Clause, noun: Phrase | null): Located {
  const place = noun ? { from: noun.head, to: noun.to } : { from: clause.verb.at, to: clause.verb.to };
  const date = reading.dateNear(clause.verb.from, clause.verb.to) ?? reading.frame.published;
  const main = reading.registry.all().find((draft) => draft.type === 'Event' && draft.title === 'main');
  const text = reading.text(place.from, place.to);
  if (main) {
    main.aliases.add(text);
    main.date ??= date;
    return { draft: main, ...place, kind: 'nominal' };
  }
  const parties = actorsOf([...clause.subject, ...others(clause, reading)], reading)
    .actors.map((id) => reading.registry.get(id)?.name ?? '')
    .filter(Boolean);
  const what = noun
    ? /^(?:phone|telephone|call|conversation)$/.test(headLemma(noun, reading))
      ? 'call'
      : 'meeting'
    : /\b(?:phone|telephone|video)\b/.test(reading.passage.text)
      ? 'call'
      : 'meeting';
  const name = `${parties.join('–')} ${what}${date ? `, ${date}` : ''}`;
  const draft = reading.registry.put(draftId('Event', name), text, () => ({
    type: 'Event',
    name,
    country: null,
    date,
    provisional: true,
    title: 'main',
  }));
  return { draft, ...place, kind: 'nominal' };
}
