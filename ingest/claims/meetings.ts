/** Meetings, calls and visits: who took part, where, and which countries consulted. */

import { headLemma, type Located } from '../concepts.ts';
import { type Draft, draftId, eventKey } from '../entities.ts';
import { beginOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { agenda, unsaid } from './agenda.ts';
import { attendance, joinedIn } from './attendance.ts';
import { countriesInside, isMeeting, namedEvent } from './meeting-words.ts';
import { moodOf } from './mood.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, objectTypes, type Vote } from './vote.ts';

const HOLD =
  /^(?:hold|have|conduct|convene|host|attend|join|open|chair|co-chair|lead|pay|make|begin|start|complete|conclude|finish|wrap|organize|organise|arrange|travel|arrive|gather|undertake|place|exchange|resume|take part|participate|engage|receive|take|get|accept|be|fly|go|come|head|journey|visit)$/;
const MEET =
  /^(?:meet|speak|talk|confer|consult|negotiate|host|receive|welcome|telephone|phone|call|visit|greet|engage|connect|sit|gather|assemble|convene|drop in)$/;
/** Of these a call or visit comes from the other side, and nothing else does. */
const TAKES = /^(?:receive|take|get|accept)$/;
/** Verbs of being and going: only what they are for is a meeting. */
const GOES = /^(?:be|fly|go|come|head|journey|travel|arrive|visit)$/;
const TAKES_OBJECT = /^(?:meet|host|receive|welcome|telephone|phone|call|visit|greet|engage)$/;
/** Verbs whose passive is a meeting too: `was received by …`. */
const RECEIVED = /^(?:receive|welcome|host|greet|join)$/;
const TOOK_PLACE =
  /^(?:take place|attend|hold|convene|open|host|conclude|conduct|organize|organise|happen|occur)$/;
/** Verbs that bring their subject to a meeting behind a preposition: `took part in talks`, `travelled to X for talks`. */
const IN_MEETING =
  /^(?:take part|participate|engage|travel|arrive|gather|join|be|fly|go|come|head|journey|visit)$/;

const HOSTS = /^(?:host|convene|organize|organise|chair|arrange|open)$/;

type Meeting = { clause: Clause; noun: Phrase | null; event: Draft | null };

/** A clause that says a meeting took place between persons or countries. */
export function meetingIn(reading: Reading): Meeting | null {
  for (const clause of reading.clauses) {
    // `thanked him for hosting U.S. families`.
    if (clause.link === 'gerund' && clause.marker === 'for') continue;
    const told = clause.link === 'relative' && heldThere(clause, reading);
    if ((clause.link === 'relative' && !told) || clause.link === 'reduced' || clause.link === 'if') continue;
    const objects = [
      ...clause.objects,
      ...clause.objects.flatMap((phrase) =>
        phrase.name ? [] : phrase.post.filter((item) => item.preposition === 'of').map((item) => item.phrase),
      ),
    ];
    const object = [
      ...objects,
      ...clause.preps
        .filter((prep) =>
          GOES.test(clause.verb.lemma)
            ? prep.preposition === 'for'
            : /^(?:in|for|on)$/.test(prep.preposition) && IN_MEETING.test(clause.verb.lemma),
        )
        .map((prep) => prep.phrase),
    ].find((phrase) => isMeeting(phrase, reading));
    const ownTalk =
      object !== undefined &&
      (TAKES.test(clause.verb.lemma)
        ? clause.objects.includes(object) && others(clause, reading).length > 0
        : !GOES.test(clause.verb.lemma) || !clause.objects.includes(object));
    const within = clause.preps.find(
      (prep) =>
        /^(?:in|during|at|on)$/.test(prep.preposition) &&
        prep.at < clause.verb.from &&
        isMeeting(prep.phrase, reading) &&
        withWhom(prep.phrase, reading).length > 0,
    );
    const there = told
      ? clause.preps.find((prep) => prep.phrase.to <= clause.verb.from && isMeeting(prep.phrase, reading))
      : undefined;
    if (there) return { clause, noun: there.phrase, event: namedEvent(there.phrase, reading) };
    const after = afterTalks(clause, reading);
    if (after) return { clause, noun: after, event: namedEvent(after, reading) };
    if (within && !clause.verb.passive && actorsOf(clause.subject, reading).persons.length > 0)
      return { clause, noun: within.phrase, event: namedEvent(within.phrase, reading) };
    if (HOLD.test(clause.verb.lemma) && object && ownTalk)
      return { clause, noun: object, event: namedEvent(object, reading) };
    if (MEET.test(clause.verb.lemma) && !clause.verb.passive && together(clause, reading))
      return { clause, noun: null, event: null };
    if (RECEIVED.test(clause.verb.lemma) && clause.verb.passive && guests(clause, reading))
      return { clause, noun: null, event: null };
    const subject = clause.subject.find((phrase) => isMeeting(phrase, reading));
    const held = clause.verb.passive || /^(?:take place|happen|occur)$/.test(clause.verb.lemma);
    if (subject && held && TOOK_PLACE.test(clause.verb.lemma))
      return { clause, noun: subject, event: namedEvent(subject, reading) };
  }
  return null;
}

/** `said after talks with her Mauritanian counterpart`: who speaks then has met the other. */
function afterTalks(clause: Clause, reading: Reading): Phrase | null {
  if (!reading.knowledge.lexicon.reports.has(clause.verb.lemma) || !clause.verb.past) return null;
  if (actorsOf(clause.subject, reading).persons.length !== 1) return null;
  const found = clause.preps.find(
    (prep) =>
      /^(?:after|following)$/.test(prep.preposition) &&
      isMeeting(prep.phrase, reading) &&
      withWhom(prep.phrase, reading).length > 0,
  );
  return found?.phrase ?? null;
}

/** `the talks that A and B held in X`, `talks in X at which A and B discussed Y`: several hold the meeting the clause hangs on. */
function heldThere(clause: Clause, reading: Reading): boolean {
  const meeting = [
    ...clause.objects,
    ...clause.preps.filter((prep) => /^(?:at|in|during)$/.test(prep.preposition)).map((prep) => prep.phrase),
  ].some((phrase) => phrase.to <= clause.verb.from && isMeeting(phrase, reading));
  const { actors, persons } = actorsOf(clause.subject, reading);
  return meeting && clause.verb.past && Math.max(actors.length, persons.length) > 1;
}

/** `in a call with her Chadian colleague`: the other side, behind `with`. */
function withWhom(noun: Phrase, reading: Reading): Phrase[] {
  return noun.post
    .filter((item) => item.preposition === 'with')
    .map((item) => item.phrase)
    .filter((phrase) => {
      const { actors, persons } = actorsOf([phrase], reading);
      return actors.length + persons.length > 0;
    });
}

/** `X met Y`, `X spoke with Y`, `X and Y met`. */
function together(clause: Clause, reading: Reading): boolean {
  // `will host Exercise X together with Y`.
  if (
    TAKES_OBJECT.test(clause.verb.lemma) &&
    clause.objects[0]?.name &&
    /^(?:Exercise|Facility|EquipmentType|Place)$/.test(clause.objects[0].name.type)
  )
    return false;
  if (others(clause, reading).length > 0) return true;
  if (
    !/^(?:meet|confer|consult|talk|speak|negotiate|gather|assemble|convene)$/.test(clause.verb.lemma) ||
    clause.objects.length > 0
  )
    return false;
  const { actors, persons, role } = actorsOf(clause.subject, reading);
  return actors.length > 1 && (persons.length > 1 || !role || clause.subject.length > 0);
}

/** `A and B were welcomed by C`: people on both sides. */
function guests(clause: Clause, reading: Reading): boolean {
  const hosts = clause.preps.filter((prep) => prep.preposition === 'by').map((prep) => prep.phrase);
  return actorsOf(hosts, reading).persons.length > 0 && actorsOf(clause.subject, reading).persons.length > 0;
}

/** Phrases of the other side: behind `with`, or the object of `meet` and `host`. */
function others(clause: Clause, reading: Reading): Phrase[] {
  const { lemma } = clause.verb;
  // `took a call from X`, `placed a call to X`, `called on X`.
  const side = TAKES.test(lemma)
    ? /^from$/
    : /^(?:place|make)$/.test(lemma)
      ? /^(?:to|with)$/
      : /^(?:call|drop in)$/.test(lemma)
        ? /^(?:on|upon|with)$/
        : /^(?:with|between|together with)$/;
  const behind = clause.preps.filter((prep) => side.test(prep.preposition)).map((prep) => prep.phrase);
  // `for hosting U.S. forces` tells of no meeting.
  const guests = clause.objects.filter(
    (phrase) =>
      !/^(?:force|troop|soldier|refugee|vessel|ship|aircraft|personnel|exercise)$/.test(
        headLemma(phrase, reading),
      ),
  );
  const objects = TAKES_OBJECT.test(clause.verb.lemma) ? guests : [];
  return [...objects, ...behind].filter((phrase) => {
    const { actors, persons } = actorsOf([phrase], reading);
    // `called on all allies to raise …`.
    if (lemma === 'call' && behind.includes(phrase) && phrase.name === null) return false;
    const fromOne = TAKES.test(lemma) && behind.includes(phrase);
    return fromOne || /^(?:call|visit|welcome|drop in)$/.test(lemma)
      ? persons.length > 0
      : actors.length + persons.length > 0;
  });
}

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
      !hosting(prep.at, clause, reading),
  );
  return found?.phrase.name
    ? { entity: found.phrase.name.entity, from: found.at, to: found.phrase.to }
    : null;
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
