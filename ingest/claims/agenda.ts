/** What a meeting was about and who else was there; what was not talked about, not considered, not decided. */

import { headLemma, type Located } from '../concepts.ts';
import { endOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { countriesInside, isMeeting } from './meeting-words.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { targetsOf } from './targets.ts';
import { allowed, objectTypes, type Touched, type Vote } from './vote.ts';

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
  const wanted = objectTypes('DISCUSSES', reading);
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
    const wanted = objectTypes(found.type, reading);
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
  // `was left for another day`.
  const later = reading.text(verb.to, Math.min(reading.tokens.length, verb.to + 3)).toLowerCase();
  if (
    verb.passive &&
    /^(?:leave|defer|put off|postpone|reserve|hold over)$/.test(verb.lemma) &&
    /^(?:for|to|until) (?:another|later|a later|the next|a future)\b/.test(later)
  )
    return { type: 'DISCUSSES', phrases: clause.subject, negative: true };
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
  // Of a meeting that is over, what was not on the table was not spoken of.
  const over = clause.verb.past && isNegated(clause, reading) && reading.discourse.parties.length > 1;
  if (found && over && /\bon the table\b/.test(said))
    return { type: 'DISCUSSES', phrases: clause.subject, negative: true };
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
