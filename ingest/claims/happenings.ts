/**
 * Events that a text tells by a verb: `test-fired a missile`, `struck a tanker in the Red Sea`, `accused X of ramming a boat`. Who did it
 * conducts the event, where it was it occurs, and who accuses somebody of it condemns both.
 */
import { headLemma, type Located } from '../concepts.ts';
import { type Draft, draftId, eventKey } from '../entities.ts';
import { endOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { placeOf } from './places.ts';
import { isNegated } from './polarity.ts';
import { wholeOf } from './pronouns.ts';
import { deedSpokenOf } from './shares.ts';
import { logicalSubject, objectsOf } from './slots.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

const BASE = { extractor: 'happenings', weight: 0.75 };
const CHARGE = /^(?:accuse|blame|fault|charge)$/;

export const happenings: ClaimExtractor = (reading, touched) => {
  const votes: Vote[] = [];
  for (const clause of reading.clauses) {
    const event = told(clause, reading);
    const doers = event ? doersOf(logicalSubject(clause), reading) : [];
    const blamed = CHARGE.test(clause.verb.lemma) || heldTo(clause, reading) ? charged(clause, reading) : [];
    const found = event ? deed(clause, event, doers, reading) : [];
    if (event && found.length > 0) touched.push(event);
    votes.push(...found, ...blamed);
    if (blamed.length > 0) touched.push(...eventsOf(clause, reading));
  }
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

/** `holds X responsible for the attack`: said of X like a charge. */
function heldTo(clause: Clause, reading: Reading): boolean {
  const [object] = objectsOf(clause);
  if (clause.verb.lemma !== 'hold' || !object || clause.verb.passive) return false;
  const behind = reading.tokens.slice(endOf(object), endOf(object) + 4).map((token) => token.lower);
  return behind.some(
    (word, i) =>
      /^(?:responsible|accountable|liable)$/.test(word) && (i === 0 || /ly$/.test(behind[i - 1] ?? '')),
  );
}

/** The event of a clause whose verb is a deed; of the arms a verb fires or launches there must be some. */
function told(clause: Clause, reading: Reading): Located | null {
  const { deeds } = reading.knowledge.lexicon;
  const frame = deeds.get(clause.verb.lemma);
  // `bombed two villages, killing nine people`: what the deed did is no other deed.
  const outcome = clause.link === 'adjunct' && clause.parent !== null && deeds.has(clause.parent.verb.lemma);
  if (!frame || outcome) return null;
  const objects = objectsOf(clause);
  const [object] = objects;
  // `fired on the camp`.
  const aimed =
    /^(?:fire|shoot)$/.test(clause.verb.lemma) &&
    clause.preps.some((prep) => /^(?:on|at|upon)$/.test(prep.preposition));
  if (frame.objects && !object && !aimed) return null;
  if (object && frame.objects && !typed(object, frame.objects, reading)) return null;
  if (object && headsEvent(object, reading)) return null;
  const reduced = clause.link === 'reduced' || clause.verb.passive;
  const from = reduced && object ? Math.min(object.from, clause.verb.at) : clause.verb.at;
  const to = Math.max(clause.verb.to, object && !reduced ? object.to : 0);
  const name = reading.text(from, to).replace(/\s+/g, ' ');
  const earlier = frame.nouns.map((noun) => reading.discourse.called(noun));
  const again = clause.link === 'relative' ? namedBefore(clause, frame.nouns, reading) : null;
  const same =
    again ??
    (clause.link === 'that' && !(object && reading.tokens[object.head]?.tag === 'PROPN')
      ? earlier.find((draft) => draft !== null)
      : undefined);
  const date = reading.dateNear(from, to);
  const draft =
    same ??
    reading.registry.put(
      draftId('Event', eventKey(name.toLowerCase(), date, reading.frame.scope)),
      name,
      () => ({
        type: 'Event',
        name,
        country: null,
        date,
        provisional: true,
        title: null,
      }),
    );
  for (const noun of frame.nouns) reading.discourse.note(draft, noun);
  return { draft, from, to, kind: 'nominal' };
}

/** `the attack on the village, in which eleven people were killed`: the deed of the relative clause is the attack. */
function namedBefore(clause: Clause, nouns: readonly string[], reading: Reading): Draft | null {
  for (const chunk of reading.chunks.toReversed()) {
    if (chunk.kind !== 'phrase' || chunk.to > clause.verb.from || chunk.phrase.name) continue;
    const head = headLemma(chunk.phrase, reading);
    if (nouns.includes(head) || /^(?:attack|raid|clash|incident|shelling|ambush|strike)$/.test(head))
      return reading.discourse.called(head);
  }
  return null;
}

function typed(phrase: Phrase, types: readonly string[], reading: Reading): boolean {
  if (phrase.name) return types.includes(phrase.name.type);
  const of = phrase.post.find((item) => item.preposition === 'of')?.phrase;
  if (of && /^(?:one|two|three|four|several|some|dozen|number|pair)$/.test(headLemma(phrase, reading)))
    return typed(of, types, reading);
  return types.includes(reading.knowledge.lexicon.headType.get(headLemma(phrase, reading)) ?? 'Topic');
}

/** `launched an attack`: the noun is the event, and has its own frames. */
function headsEvent(phrase: Phrase, reading: Reading): boolean {
  return (
    phrase.name?.type === 'Event' ||
    phrase.name?.type === 'Exercise' ||
    (phrase.name === null &&
      /^(?:Event|Exercise)$/.test(reading.knowledge.lexicon.headType.get(headLemma(phrase, reading)) ?? ''))
  );
}

function deed(clause: Clause, event: Located, doers: readonly string[], reading: Reading): Vote[] {
  const mood = moodOf(clause, reading);
  const real = /^(?:done|in_progress|asserted)$/.test(mood.modality);
  if (!real && mood.polarity === '+') return [];
  const modality = mood.modality === 'asserted' ? ('done' as const) : mood.modality;
  const base = {
    ...BASE,
    polarity: mood.polarity,
    modality,
    from: Math.min(event.from, clause.verb.from),
    to: Math.max(event.to, clause.verb.to),
    speakers: [],
    act: clause.verb.lemma,
    rule: `deed: ${clause.verb.lemma}`,
  };
  const votes: Vote[] = doers.map((subject) => ({
    ...base,
    subject,
    type: 'CONDUCTS',
    object: event.draft.id,
  }));
  if (doers.length === 0 && mood.polarity === '-') return [];
  for (const place of placesOf(clause, reading))
    votes.push({
      ...base,
      subject: event.draft.id,
      type: 'OCCURS_IN',
      object: place.entity,
      to: Math.max(base.to, place.to),
    });
  return votes;
}

/** Where: behind a preposition of place, or the place itself that is shelled, struck or raided. */
function placesOf(clause: Clause, reading: Reading): { entity: string; to: number }[] {
  const preps = clause.preps
    .filter((prep) =>
      /^(?:in|into|near|off|over|at|inside|around|within|on|toward|towards|across|off the coast of)$/.test(
        prep.preposition,
      ),
    )
    .map((prep) => prep.phrase);
  return [...objectsOf(clause), ...preps].flatMap((phrase) => placeOf(phrase, reading) ?? []);
}

/** Actors, or the country or body whose ships, aircraft or forces the subject is. */
export function doersOf(phrases: readonly Phrase[], reading: Reading): string[] {
  const { actors } = actorsOf(phrases, reading);
  if (actors.length > 0) return actors;
  return phrases.flatMap((part) => {
    // `none of its ships`.
    const phrase = wholeOf(part, reading) ?? part;
    // `Danish F-35 fighters are to fly in Exercise X`.
    const owner =
      phrase.name?.type === 'EquipmentType'
        ? reading.names.find(
            (name) =>
              name.from >= phrase.from &&
              name.to <= phrase.head &&
              /^(?:Country|Organization)$/.test(name.type),
          )
        : undefined;
    if (owner) return [owner.entity];
    if (phrase.name) return [];
    const type = reading.knowledge.lexicon.headType.get(headLemma(phrase, reading)) ?? '';
    if (!/^(?:EquipmentType|Group)$/.test(type)) return [];
    if (/^(?:its|their|our)$/.test(reading.tokens[phrase.from]?.lower ?? ''))
      return ownersOf(phrase, reading);
    const of = phrase.post[0];
    const whose = of?.preposition === 'of' && of.at === phrase.to ? of.phrase.name : null;
    if (whose && /^(?:Country|Organization)$/.test(whose.type)) return [whose.entity];
    const inside = reading.names.filter(
      (name) =>
        name.from >= phrase.from && name.to <= phrase.head && /^(?:Country|Organization)$/.test(name.type),
    );
    const countries = inside.filter((name) => name.type === 'Country');
    if (countries.length > 1) return countries.map((name) => name.entity);
    return inside.slice(-1).map((name) => name.entity);
  });
}

/** `its ships`, `our aircraft`: whose they are is the subject of the clause before. */
function ownersOf(phrase: Phrase, reading: Reading): string[] {
  const before = reading.clauses.findLast(
    (clause) =>
      clause.verb.to <= phrase.from &&
      clause.ownSubject &&
      actorsOf(clause.subject, reading).actors.length > 0,
  );
  if (before) return actorsOf(before.subject, reading).actors;
  return reading.discourse.actor ? [reading.discourse.actor] : [];
}

/** `accused X of ramming …`, `blamed X for the raid`: X is said to have done it; both are condemned. */
function charged(clause: Clause, reading: Reading): Vote[] {
  const accusers = logicalSubject(clause);
  const { actors, persons } = actorsOf(accusers, reading);
  const on = /^(?:blame|pin)$/.test(clause.verb.lemma)
    ? clause.preps.filter((prep) => prep.preposition === 'on').map((prep) => prep.phrase)
    : [];
  const turned = on.length > 0 ? doersOf(on, reading) : [];
  // `blamed the raid on Y`.
  const accused = turned.length > 0 ? turned : doersOf(objectsOf(clause), reading);
  // Investigators hold somebody responsible, too.
  const unnamed = actors.length === 0 && clause.verb.lemma !== 'hold';
  if (unnamed || accused.length === 0 || isNegated(clause, reading)) return [];
  const mood = moodOf(clause, reading);
  if (!/^(?:done|asserted|in_progress)$/.test(mood.modality) || mood.polarity === '-') return [];
  const told = eventsOf(clause, reading);
  const bare = clause.preps.every((prep) => prep.preposition !== 'for' || prep.phrase.pronoun);
  const events =
    told.length === 0 && clause.verb.lemma === 'hold' && bare ? deedSpokenOf(clause, reading) : told;
  const countries = accused.map((id) => {
    const draft = reading.registry.get(id);
    return draft?.type === 'Country' ? id : (draft?.country ?? '');
  });
  const end = Math.max(clause.verb.to, ...objectsOf(clause).map(endOf), ...events.map((item) => item.to));
  const base = {
    ...BASE,
    polarity: '+' as const,
    modality: 'done' as const,
    from: clause.verb.from,
    to: end,
    speakers: persons,
    act: clause.verb.lemma,
    rule: `charge: ${clause.verb.lemma}`,
  };
  const targets = [...countries.filter(Boolean), ...events.map((item) => item.draft.id)];
  return [
    ...actors.flatMap((subject) => targets.map((object) => ({ ...base, subject, type: 'CONDEMNS', object }))),
    ...accused.flatMap((subject) =>
      events.map((item) => ({ ...base, subject, type: 'CONDUCTS', object: item.draft.id })),
    ),
  ];
}

/** What somebody is accused of: an event by noun, or the one a governed verb tells. */
function eventsOf(clause: Clause, reading: Reading): Located[] {
  const nouns = clause.preps
    .filter((prep) => /^(?:of|for|over|with)$/.test(prep.preposition))
    .map((prep) => prep.phrase);
  const blamed = /^(?:blame|pin)$/.test(clause.verb.lemma) ? objectsOf(clause) : [];
  const named = targetsOf([...nouns, ...blamed.filter((phrase) => headsEvent(phrase, reading))], reading, [
    'Event',
  ]).filter((item) => item.draft.type === 'Event');
  const deeds = reading.clauses
    .filter((other) => other.parent === clause && other.link === 'gerund')
    .flatMap((other) => told(other, reading) ?? []);
  return [...named, ...deeds];
}
