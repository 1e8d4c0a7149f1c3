/** Verdicts on things: what is called unacceptable, what must cease, what threatens whom. */

import { endOf } from '../parse/arguments.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { type Actors, actorsOf } from './actors.ts';
import { speakersOf } from './frame-votes.ts';
import { isNegated } from './polarity.ts';
import { bearings, fitting, stances } from './stances.ts';
import { targetsOf } from './targets.ts';
import { objectTypes, subjectTypes, type Touched, type Vote } from './vote.ts';

export const GOOD =
  /\b(?:important|essential|vital|crucial|indispensable|cornerstone|foundation|key|critical|paramount|unwavering|ironclad|steadfast|necessary|fundamental|significant|priority|linchpin|stronger than ever|rock-solid)\b/;

export const GOOD_IF = /\b(?:acceptable|justified|tolerable|permissible|justifiable)\b/;

export const BAD =
  /\b(?:unacceptable|outrage|outrageous|deplorable|intolerable|illegal|unlawful|unjustified|unjustifiable|irresponsible|reckless|dangerous|destabili[sz]ing|provocati(?:on|ve)|grave|violation|cannot be (?:accepted|tolerated)|condemnable|inadmissible|unprovoked|regrettable|crime|heinous|barbaric|cowardly|despicable|abhorrent|alarming|(?:deeply|gravely) (?:troubling|worrying|disturbing|regrettable))\b/;

/** `The ambush was a crime` in a statement that says `we`: those whose statement it is say so. */
export function ownVoice(reading: Reading): Actors | null {
  const { voice } = reading.discourse;
  return voice.length > 0
    ? { actors: [...voice], persons: [], from: Number.MAX_SAFE_INTEGER, to: 0, role: true }
    : null;
}

const VERDICT =
  /^(?:regard|describe|view|see|call|brand|label|term|consider|deem|characterize|characterise|denounce|condemn|slam|dismiss|find|declare)$/;

/** `regarded the deployment as irresponsible`, `called the launch a provocation`. */
export function verdict(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const { verb } = clause;
  if (!VERDICT.test(verb.lemma) || verb.passive || clause.link === 'if' || isNegated(clause, reading))
    return [];
  const [object] = clause.objects;
  const { actors, persons } = actorsOf(clause.subject, reading);
  if (!object || object.pronoun || actors.length === 0) return [];
  const end = endOf(object);
  const said = reading.text(end, Math.min(reading.tokens.length, end + 9)).toLowerCase();
  const timed = verb.lemma === 'find' && /^(?:on|in|of) /.test(said);
  const close = timed || /^(?:as |an? |["“‘'])/.test(said) || BAD.test(said.split(' ').slice(0, 2).join(' '));
  if (!close || !BAD.test(said.split(/[,;.]| and (?:said|urged|called|noted)/)[0] ?? '')) return [];
  return targetsOf([object], reading, null).flatMap((target) =>
    stances(
      actors,
      target.draft.type === 'Event' ? 'CONDEMNS' : 'OPPOSES',
      target,
      {
        rule: `${verb.lemma} as bad`,
        from: Math.min(verb.from, target.from),
        to: Math.max(verb.to, target.to),
        speakers: persons.length > 0 ? persons : speakersOf(clause, reading),
        act: verb.lemma,
        weight: 0.7,
      },
      reading,
      touched,
    ),
  );
}

/** `insisted that X must cease`, `X has no place in Y`, `X should not proceed`: who says so opposes it. */
export function unwanted(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const { verb } = clause;
  const owed = /^(?:must|should|need)$/.test(verb.modal ?? '');
  const negated = isNegated(clause, reading);
  const ends =
    owed && !negated && /^(?:cease|stop|end|halt)$/.test(verb.lemma) && clause.objects.length === 0;
  const barred =
    owed &&
    negated &&
    !verb.passive &&
    /^(?:proceed|happen|continue|occur|take place|recur|go ahead)$/.test(verb.lemma);
  const misplaced =
    verb.lemma === 'have' &&
    clause.objects.some((phrase) => /^no place\b/.test(reading.text(phrase.from, phrase.to).toLowerCase()));
  if (!ends && !barred && !misplaced) return [];
  const parent = clause.link === 'that' ? clause.parent : null;
  const root = clause.link === 'root' || clause.link === 'and';
  const actors = parent ? actorsOf(parent.subject, reading) : root ? ownVoice(reading) : null;
  const opposed = objectTypes('OPPOSES', reading);
  return targetsOf(clause.subject, reading, ['Topic'])
    .filter((target) => opposed.includes(target.draft.type))
    .flatMap((target) =>
      stances(
        actors?.actors ?? [],
        'OPPOSES',
        target,
        {
          rule: `${verb.lemma} unwanted`,
          from: Math.min(target.from, verb.from),
          to: Math.max(verb.to, target.to),
          speakers: actors?.persons ?? [],
          act: parent?.verb.lemma ?? null,
          weight: 0.75,
        },
        reading,
        touched,
      ),
    );
}

/** `X remains the gravest threat to Y`. */
export function menace(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  if (!/^(?:be|remain|become)$/.test(clause.verb.lemma) || isNegated(clause, reading) || clause.link === 'if')
    return [];
  const threat = clause.objects.find(
    (phrase) =>
      !phrase.name && /^(?:threat|danger|menace|risk)$/.test(reading.tokens[phrase.head]?.lower ?? ''),
  );
  const to = [...(threat?.post ?? []), ...clause.preps].find(
    (item) => /^(?:to|for)$/.test(item.preposition) && threat !== undefined && item.at >= threat.to,
  );
  if (!threat || !to) return [];
  const targets = fitting([to.phrase], objectTypes('THREATENS', reading), reading);
  const subjects = fitting(clause.subject, subjectTypes('THREATENS', reading), reading);
  touched.push(...subjects, ...targets);
  return bearings(subjects, 'THREATENS', targets, { rule: 'a threat to', weight: 0.75 }, clause, reading);
}
