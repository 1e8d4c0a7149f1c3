/** Meetings, calls and visits: who took part, where, and which countries consulted. */

import { headLemma, type Located } from '../concepts.ts';
import { draftId, eventKey } from '../entities.ts';
import { beginOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { agenda, unsaid } from './agenda.ts';
import { attendance, joinedIn } from './attendance.ts';
import { afterTalks, GOES, type Meeting, meetingIn, others, withWhom } from './meeting-in.ts';
import { countriesInside } from './meeting-words.ts';
import { moodOf } from './mood.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, objectTypes, type Vote } from './vote.ts';

const HOSTS = /^(?:host|convene|organize|organise|chair|arrange|open)$/;

/** People named from the sentence's beginning to the next clause that stands on its own. */
function peopleAround(clause: Clause, reading: Reading): string[] {
  const next = reading.clauses.find(
    (other) =>
      other.verb.from > clause.verb.to &&
      (other.link === 'root' || other.link === 'and' || other.link === 'that'),
  );
  const limit = next
    ? next.ownSubject
      ? Math.min(...next.subject.map((phrase) => phrase.from))
      : next.verb.from
    : reading.tokens.length;
  // Who reports the meeting, whom somebody succeeded and of whom another time is told were not there.
  const begin = clause.link === 'that' ? beginOf(clause) : 0;
  const elsewhere = reading.clauses.filter(
    (other) =>
      other !== clause &&
      other.verb.from > clause.verb.to &&
      (/^(?:take over|succeed|replace|precede)$/.test(other.verb.lemma) ||
        (other.link === 'sub' && /^(?:when|while|after|before|since)$/.test(other.marker))),
  );
  const absent = (at: number) =>
    elsewhere.some(
      (other) =>
        other.span.from <= at &&
        at < other.span.to &&
        at > clause.verb.to &&
        (other.link === 'sub' || at > other.verb.to),
    );
  return reading.names
    .filter((name) => name.type === 'Person' && name.from >= begin && name.from < limit && !absent(name.from))
    .map((name) => name.entity);
}

export const meetings: ClaimExtractor = (reading, touched) => [
  ...gatherings(reading, touched),
  ...attendance(reading),
  ...joinedIn(reading),
  ...unsaid(reading, touched),
  ...reading.clauses.flatMap((clause) => agenda(clause, reading, touched)),
];

const gatherings: ClaimExtractor = (reading, touched) => {
  const meeting = meetingIn(reading);
  if (!meeting) return [];
  const { clause, noun } = meeting;
  const received = noun === null && clause.verb.passive;
  const held = !received && (clause.verb.passive || /^(?:take place|happen|occur)$/.test(clause.verb.lemma));
  const side = actorsOf(held ? [] : clause.subject, reading);
  const other = actorsOf(
    received
      ? clause.preps.map((prep) => prep.phrase)
      : [
          ...others(clause, reading),
          ...(noun && (noun.from < clause.verb.from || afterTalks(clause, reading) === noun)
            ? withWhom(noun, reading)
            : []),
        ],
    reading,
  );
  const mood = moodOf(clause, reading);
  const around = mood.modality === 'done' ? peopleAround(clause, reading) : [];
  const persons = [...new Set([...side.persons, ...other.persons, ...around])];
  const inName = held ? clause.subject.flatMap((phrase) => countriesInside(phrase, reading)) : [];
  const spoken = persons.map((id) => reading.registry.get(id)?.country ?? '');
  // `host talks between Iran and the E3`: who hosts them is none of the two.
  const apart = HOSTS.test(clause.verb.lemma) && noun !== null ? countriesInside(noun, reading) : [];
  const between = apart.length > 0 && noun?.post.some((item) => item.preposition === 'between');
  const all = between ? apart : [...side.actors, ...other.actors, ...spoken, ...inName];
  const actors = [...new Set(all)].filter(
    (id) => (reading.registry.get(id) ?? reading.knowledge.entries.get(id))?.type === 'Country',
  );
  if (persons.length + actors.length < 2 || (persons.length === 1 && actors.length < 2 && !meeting.event))
    return [];
  const event = eventOf(meeting, actors, reading);
  touched.push(event);
  const to = Math.max(clause.verb.to, noun?.to ?? 0, other.to);
  const base = {
    extractor: 'meetings',
    rule: `meeting: ${clause.verb.lemma}`,
    ...mood,
    from: Math.min(
      side.role || held ? clause.verb.from : side.from,
      clause.verb.from,
      noun?.from ?? clause.verb.from,
    ),
    to,
    speakers: [],
    act: clause.verb.lemma,
    weight: 0.9,
  };
  const votes: Vote[] = [];
  const talking =
    noun === null && persons.length === 0 && /^(?:consult|negotiate|engage)$/.test(clause.verb.lemma);
  const attending =
    !talking &&
    mood.polarity === '+' &&
    (mood.modality === 'done' ||
      mood.modality === 'asserted' ||
      mood.modality === 'in_progress' ||
      // `is due to meet her counterpart, Win Htut`: both are named.
      (noun !== null && mood.modality === 'planned' && side.persons.length > 0 && other.persons.length > 0));
  if (attending)
    for (const person of persons)
      votes.push({ ...base, subject: person, type: 'PARTICIPATES_IN', object: event.draft.id });
  if (attending && persons.length === 0)
    for (const actor of actors)
      votes.push({ ...base, subject: actor, type: 'PARTICIPATES_IN', object: event.draft.id });
  actors.forEach((a, i) => {
    for (const b of actors.slice(i + 1))
      votes.push({ ...base, subject: a, type: 'CONSULTS_WITH', object: b });
  });
  votes.push(...subjectsOf(meeting, actors, base, reading, touched));
  const venue = venueOf(clause, noun, reading);
  if (venue)
    votes.push({
      ...base,
      subject: event.draft.id,
      type: 'HELD_AT',
      object: venue.entity,
      from: venue.from,
      to: venue.to,
    });
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

/** `flies to Dakar for talks with X on river patrols`: what the meeting is on. */
function subjectsOf(
  { clause, noun }: Meeting,
  actors: readonly string[],
  base: Omit<Vote, 'subject' | 'type' | 'object'>,
  reading: Reading,
  touched: Located[],
): Vote[] {
  if (!noun || !GOES.test(clause.verb.lemma) || actors.length < 2) return [];
  const wanted = objectTypes('DISCUSSES', reading);
  const on = clause.preps
    .filter((prep) => /^(?:on|about|regarding|concerning)$/.test(prep.preposition) && prep.at >= noun.to)
    .map((prep) => prep.phrase);
  const topics = targetsOf(on, reading, wanted).filter((item) => wanted.includes(item.draft.type));
  touched.push(...topics);
  return topics.flatMap((topic) =>
    actors.map((subject) => ({
      ...base,
      subject,
      type: 'DISCUSSES',
      object: topic.draft.id,
      from: noun.from,
      to: topic.to,
    })),
  );
}

/** `in Manila`, `at the Pentagon`; of a visit `to Ankara`. A call has no venue. */
function venueOf(
  clause: Clause,
  noun: Phrase | null,
  reading: Reading,
): { entity: string; from: number; to: number } | null {
  // `travelled to X, where he met Y`.
  if (
    clause.marker === 'where' &&
    clause.preps.every((prep) => prep.preposition !== 'in' && prep.preposition !== 'at')
  ) {
    const begin = beginOf(clause);
    const site = reading.names.findLast((name) => name.to <= begin && /^(?:Facility|Place)$/.test(name.type));
    if (site) return { entity: site.entity, from: site.from, to: clause.verb.to };
  }
  const visited = clause.verb.lemma === 'visit' ? clause.objects[0]?.name : null;
  if (noun && visited && /^(?:Place|Facility|Country)$/.test(visited.type))
    return { entity: visited.entity, from: clause.verb.from, to: visited.to };
  const visit = noun !== null && headLemma(noun, reading) === 'visit';
  const wanted = visit || GOES.test(clause.verb.lemma) ? /^(?:to|in|at)$/ : /^(?:at|in|aboard)$/;
  const found = clause.preps.find(
    (prep) =>
      wanted.test(prep.preposition) &&
      prep.phrase.name !== null &&
      /^(?:Place|Facility|Organization|Country)$/.test(prep.phrase.name.type) &&
      !hosting(prep.at, clause, reading) &&
      !isSubject(prep.at, clause, noun),
  );
  return found?.phrase.name
    ? { entity: found.phrase.name.entity, from: found.at, to: found.phrase.to }
    : null;
}

/** `spoke about the situation in Sudan`: where what they spoke about is. */
function isSubject(at: number, { preps, verb }: Clause, noun: Phrase | null): boolean {
  if (/^(?:call|drop in)$/.test(verb.lemma)) return false;
  return preps.some(
    ({ preposition, phrase }) =>
      /^(?:about|on|over|regarding|concerning)$/.test(preposition) &&
      phrase !== noun &&
      phrase.post.some((item) => item.at === at),
  );
}

/** `for hosting U.S. forces at X`: the place belongs to another deed. */
function hosting(at: number, own: Clause, reading: Reading): boolean {
  return reading.clauses.some(
    (clause) => clause !== own && clause.link === 'gerund' && clause.verb.from < at && clause.span.to > at,
  );
}

/** `the fifth meeting`, `the next round`: not the one the document is about. */
function isAnother(noun: Phrase | null, reading: Reading): boolean {
  if (!noun || noun.name) return false;
  const words = reading.text(noun.from, noun.to);
  return /\b(?:next|fifth|sixth|seventh|eighth|ninth|tenth|previous|last|subsequent|upcoming|future|coming)\b/i.test(
    words,
  );
}

/** The meeting as an entity: the one the title names, else one of its own, scoped by date. */
function eventOf(meeting: Meeting, actors: readonly string[], reading: Reading): Located {
  const { clause, noun } = meeting;
  const place = noun
    ? { from: noun.name ? noun.from : noun.head, to: noun.to }
    : { from: clause.verb.at, to: clause.verb.to };
  const main = reading.registry.all().find((draft) => draft.type === 'Event' && draft.title === 'main');
  const text = reading.text(place.from, place.to);
  const own = meeting.event;
  const future = isAnother(noun, reading) || moodOf(clause, reading).modality === 'planned';
  // A readout is of the day it tells of; what is yet to come is not dated by it.
  const date =
    reading.dateNear(clause.verb.from, clause.verb.to) ?? (future ? null : reading.frame.published);
  if (main && !future && (own === null || own === main)) {
    main.aliases.add(text);
    main.date ??= date;
    return { draft: main, ...place, kind: 'nominal' };
  }
  if (own) {
    own.date ??= date;
    if (!main && !future) own.title = 'main';
    return { draft: own, ...place, kind: 'named' };
  }
  const parties = actors.map((id) => reading.registry.get(id)?.name ?? '').filter(Boolean);
  const head = noun ? headLemma(noun, reading) : '';
  const call =
    /^(?:phone|telephone|call|conversation)$/.test(head) ||
    (!noun && /\b(?:phone|telephone|telephoned|video|called)\b/.test(reading.passage.text));
  const name = `${future ? 'next ' : ''}${parties.join('–')} ${call ? 'call' : head === 'visit' ? 'visit' : 'meeting'}${date ? `, ${date}` : ''}`;
  const draft = reading.registry.put(
    draftId('Event', date === null ? eventKey(name, null, reading.frame.scope) : name),
    text,
    () => ({
      type: 'Event',
      name,
      country: null,
      date,
      provisional: true,
      title: future ? null : 'main',
    }),
  );
  return { draft, ...place, kind: 'nominal' };
}
