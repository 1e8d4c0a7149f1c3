/** Whether a clause says that a meeting took place, and who is on its other side. */
import { headLemma } from '../concepts.ts';
import type { Draft } from '../entities.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { isMeeting, namedEvent } from './meeting-words.ts';

const HOLD =
  /^(?:hold|have|conduct|convene|host|attend|join|open|chair|co-chair|lead|pay|make|begin|start|complete|conclude|finish|wrap|organize|organise|arrange|travel|arrive|gather|undertake|place|exchange|resume|take part|participate|engage|receive|take|get|accept|be|fly|go|come|head|journey|visit)$/;
const MEET =
  /^(?:meet|speak|talk|confer|consult|negotiate|host|receive|welcome|telephone|phone|call|visit|greet|engage|connect|sit|gather|assemble|convene|drop in)$/;
/** Of these a call or visit comes from the other side, and nothing else does. */
const TAKES = /^(?:receive|take|get|accept)$/;
/** Verbs of being and going: only what they are for is a meeting. */
export const GOES = /^(?:be|fly|go|come|head|journey|travel|arrive|visit)$/;
const TAKES_OBJECT = /^(?:meet|host|receive|welcome|telephone|phone|call|visit|greet|engage)$/;
/** Verbs whose passive is a meeting too: `was received by …`. */
const RECEIVED = /^(?:receive|welcome|host|greet|join)$/;
const TOOK_PLACE =
  /^(?:take place|attend|hold|convene|open|host|conclude|conduct|organize|organise|happen|occur)$/;
/** Verbs that bring their subject to a meeting behind a preposition: `took part in talks`, `travelled to X for talks`. */
const IN_MEETING =
  /^(?:take part|participate|engage|travel|arrive|gather|join|be|fly|go|come|head|journey|visit)$/;

export type Meeting = { clause: Clause; noun: Phrase | null; event: Draft | null };

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
export function afterTalks(clause: Clause, reading: Reading): Phrase | null {
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
export function withWhom(noun: Phrase, reading: Reading): Phrase[] {
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
export function others(clause: Clause, reading: Reading): Phrase[] {
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
