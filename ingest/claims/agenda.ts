/** What a meeting was about and who else was there; what was not talked about, not considered, not decided. */
import { headLemma, type Located } from '../concepts.ts';
import { endOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { countriesInside, isMeeting, MEETING } from './meeting-words.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { targetsOf } from './targets.ts';
import { allowed, type Touched, type Vote } from './vote.ts';

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
    const bare =
      clause.objects.length === 0 && !clause.preps.some((prep) => /^(?:in|at|to|of)$/.test(prep.preposition));
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
    return actorsOf(clause.subject, reading)
      .actors.map((id) => reading.registry.get(id)?.country ?? id)
      .filter((id) => allowed(reading, id, 'PARTICIPATES_IN', exercise.id))
      .map((subject) => ({
        extractor: 'meetings',
        rule: `joined in: ${verb.lemma}`,
        ...mood,
        subject,
        type: 'PARTICIPATES_IN',
        object: exercise.id,
        from: Math.min(verb.from, ...clause.subject.map((phrase) => phrase.from)),
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
  const limit = next
    ? Math.min(...next.subject.map((phrase) => phrase.from), next.verb.from)
    : reading.tokens.length;
  return reading.names
    .filter((name) => name.type === 'Person' && name.from >= clause.verb.to && name.from < limit)
    .map((name) => name.entity);
}

const TREATS =
  /^(?:focus|center|centre|cover|address|concentrate|concern|revolve|range|deal|touch|touch upon|dwell|bear|turn|take in|embrace|include|encompass|span|devote|dedicate)$/;

/** `Talks focused on X`, `the conversation covered X`: what the parties of a meeting discussed. */
export function agenda(clause: Clause, reading: Reading, touched: Located[]): Vote[] {
  const subject = clause.subject.find((phrase) => phrase.name === null && isMeeting(phrase, reading));
  const devoted = /^(?:devote|dedicate)$/.test(clause.verb.lemma);
  if (!subject || !TREATS.test(clause.verb.lemma) || clause.verb.passive !== devoted) return [];
  const inside = countriesInside(subject, reading);
  const { group, parties } = reading.discourse;
  const actors = inside.length > 1 ? inside : group.actors.length > 1 ? group.actors : parties;
  const behind = clause.preps
    .filter((prep) => /^(?:on|upon|around|with|from|to)$/.test(prep.preposition))
    .map((prep) => prep.phrase);
  const wanted = reading.knowledge.ontology.relationTypes.get('DISCUSSES')?.to ?? [];
  const topics = targetsOf([...clause.objects, ...behind], reading, wanted).filter((item) =>
    wanted.includes(item.draft.type),
  );
  if (actors.length < 2) return [];
  touched.push(...topics);
  const mood = moodOf(clause, reading);
  return actors
    .flatMap((actor) =>
      topics.map((topic) => ({
        extractor: 'meetings',
        rule: `agenda: ${clause.verb.lemma}`,
        ...mood,
        subject: actor,
        type: 'DISCUSSES',
        object: topic.draft.id,
        from: clause.verb.from,
        to: Math.max(topic.to, clause.verb.to),
        speakers: [],
        act: clause.verb.lemma,
        weight: 0.75,
      })),
    )
    .filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
}

/** Words that put a subject before the parties (`on the agenda`) or before a government (`under consideration`). */
const TABLED = [
  {
    pattern:
      /\b(?:on (?:the|their|its) agenda|under discussion|up for discussion|(?:among|one of) the (?:topics|subjects|issues|points|items|matters)|a (?:topic|subject)|part of the (?:talks|agenda|discussions?|conversation|meeting))\b/,
    type: 'DISCUSSES',
    off: false,
  },
  {
    pattern:
      /\b(?:under consideration|being considered|on the table|an option|being contemplated|in the cards|on the cards)\b/,
    type: 'CONSIDERS',
    off: false,
  },
  { pattern: /\b(?:off the (?:table|agenda)|out of the question|ruled out)\b/, type: 'CONSIDERS', off: true },
];

/** `X did not come up`, `X was not on the agenda`, `X is off the table`, `there was no discussion of X`. */
export function unsaid(reading: Reading, touched: Touched): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const between = talksBetween(clause, reading);
    if (between.length > 0) return between;
    const found = arisen(clause, reading) ?? tabled(clause, reading) ?? existing(clause, reading);
    if (!found || found.phrases.length === 0) return [];
    const wanted = reading.knowledge.ontology.relationTypes.get(found.type)?.to ?? [];
    const topics = targetsOf(found.phrases, reading, wanted).filter((item) =>
      wanted.includes(item.draft.type),
    );
    const actors = found.type === 'DISCUSSES' ? talkers(clause, reading) : holders(clause, reading);
    touched.push(...topics);
    return actors.flatMap((actor) =>
      topics
        .filter((topic) => allowed(reading, actor, found.type, topic.draft.id))
        .map((topic) => ({
          extractor: 'meetings',
          rule: `agenda: ${clause.verb.lemma}`,
          subject: actor,
          type: found.type,
          object: topic.draft.id,
          polarity: found.negative ? ('-' as const) : ('+' as const),
          modality:
            found.type === 'DISCUSSES'
              ? ('done' as const)
              : found.negative
                ? ('asserted' as const)
                : ('hypothetical' as const),
          from: Math.min(topic.from, clause.verb.from),
          to: Math.max(topic.to, clause.verb.to),
          speakers: [],
          act: clause.verb.lemma,
          weight: 0.75,
        })),
    );
  });
}

type Tabled = { type: string; phrases: Phrase[]; negative: boolean };

function arisen(clause: Clause, reading: Reading): Tabled | null {
  const { verb } = clause;
  const up = verb.lemma === 'come' && reading.tokens[verb.to]?.lower === 'up';
  const intransitive =
    (up || /^(?:come up|arise|feature|figure)$/.test(verb.lemma)) && clause.objects.length === 0;
  const named =
    verb.passive &&
    /^(?:mention|touch|touch upon|cover|broach|take up|bring up|address|include|table|raise)$/.test(
      verb.lemma,
    ) &&
    isNegated(clause, reading) &&
    !clause.preps.some((prep) => prep.preposition === 'by');
  if (clause.link === 'relative') return null;
  if (intransitive || named)
    return { type: 'DISCUSSES', phrases: clause.subject, negative: isNegated(clause, reading) };
  return leftOut(clause, reading);
}

/** `left X untouched`, `made no mention of X`, `no mention was made of X`. */
function leftOut(clause: Clause, reading: Reading): Tabled | null {
  const { verb } = clause;
  const end = Math.max(verb.to, ...clause.objects.map(endOf));
  const behind = reading.tokens[end]?.lower ?? '';
  if (verb.lemma === 'leave' && /^(?:untouched|aside|unmentioned|out|undiscussed)$/.test(behind))
    return { type: 'DISCUSSES', phrases: verb.passive ? clause.subject : clause.objects, negative: true };
  const mention = (verb.passive ? clause.subject : clause.objects).find(
    (phrase) => headLemma(phrase, reading) === 'mention',
  );
  const of = [...(mention?.post ?? []), ...clause.preps].find((item) => item.preposition === 'of');
  return mention && of && verb.lemma === 'make' && isNegated(clause, reading)
    ? { type: 'DISCUSSES', phrases: [of.phrase, ...of.phrase.conjuncts], negative: true }
    : null;
}

function tabled(clause: Clause, reading: Reading): Tabled | null {
  if (!/^(?:be|remain)$/.test(clause.verb.lemma)) return null;
  const said = reading
    .text(clause.verb.from, Math.min(reading.tokens.length, clause.verb.to + 6))
    .toLowerCase();
  const found = TABLED.find(({ pattern }) => pattern.test(said));
  return found
    ? { type: found.type, phrases: clause.subject, negative: isNegated(clause, reading) !== found.off }
    : null;
}

/** `There was no discussion of X`, `there are no talks on X`. */
function existing(clause: Clause, reading: Reading): Tabled | null {
  if (clause.verb.lemma !== 'be' || reading.tokens[clause.verb.from - 1]?.lower !== 'there') return null;
  const noun = clause.objects.find((phrase) =>
    /^(?:discussion|talk|mention|debate)$/.test(headLemma(phrase, reading)),
  );
  const of = [...(noun?.post ?? []), ...clause.preps].find((item) =>
    /^(?:of|on|about)$/.test(item.preposition),
  )?.phrase;
  return of
    ? { type: 'DISCUSSES', phrases: [of, ...of.conjuncts], negative: isNegated(clause, reading) }
    : null;
}

/** `There were no talks between X and Y`. */
function talksBetween(clause: Clause, reading: Reading): Vote[] {
  if (clause.verb.lemma !== 'be' || reading.tokens[clause.verb.from - 1]?.lower !== 'there') return [];
  const noun = clause.objects.find(
    (phrase) => !phrase.name && (isMeeting(phrase, reading) || headLemma(phrase, reading) === 'contact'),
  );
  const [a, b] = noun?.post.some((item) => item.preposition === 'between')
    ? countriesInside(noun, reading)
    : [];
  if (!noun || !a || !b || !allowed(reading, a, 'CONSULTS_WITH', b)) return [];
  return [
    {
      extractor: 'meetings',
      rule: 'there be talks',
      subject: a,
      type: 'CONSULTS_WITH',
      object: b,
      polarity: isNegated(clause, reading) ? '-' : '+',
      modality: 'done',
      from: clause.verb.from,
      to: noun.to,
      speakers: [],
      act: null,
      weight: 0.75,
    },
  ];
}

/** Those who leave it out, or between whom it was not; else the document's parties. */
function talkers(clause: Clause, reading: Reading): string[] {
  const between = clause.objects
    .concat(clause.subject)
    .find((phrase) => phrase.post.some((item) => item.preposition === 'between'));
  const named = between ? countriesInside(between, reading) : [];
  if (named.length > 1) return named;
  const own =
    /^(?:leave|make)$/.test(clause.verb.lemma) && !clause.verb.passive
      ? actorsOf(clause.subject, reading).actors
      : [];
  return own.length > 0 ? own : parties(reading);
}

function parties(reading: Reading): string[] {
  const { group, parties: all } = reading.discourse;
  return all.length > 1 ? all : group.actors.length > 1 ? group.actors : [];
}

/** Whose consideration it is: who says so, else whose document it is. */
function holders(clause: Clause, reading: Reading): string[] {
  const parent = clause.link === 'that' ? clause.parent : null;
  const { actors } = actorsOf(parent?.subject ?? [], reading);
  if (actors.length > 0) return actors;
  const { home, homeKnown } = reading.frame;
  return home && homeKnown && reading.registry.get(home) ? [home] : [];
}
