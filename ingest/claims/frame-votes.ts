/** From a filled frame to a vote: mood, quote, who says it, and what is no claim after all. */

import type { Modality } from '../../graph/model.ts';
import type { Located } from '../concepts.ts';
import { headLemma } from '../concepts.ts';
import type { Emission } from '../knowledge/lexicon.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';
import { type Actors, actorsOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { isContrasted } from './polarity.ts';
import { allowed, type Touched, type Vote } from './vote.ts';

const STANDS_BY = /^(?:support|back|endorse|champion|defend)$/;

export const MEETING = /^(?:call|meeting|talk|visit|conversation|consultation|dialogue|summit)$/;

export const FRAMEWORK =
  /^(?:roadmap|framework|plan|programme|program|mechanism|basis|agreement|memorandum|protocol|arrangement|declaration|statement)$/;

const SPEECH = new Set(['CONDEMNS', 'WELCOMES', 'AFFIRMS', 'DISCUSSES']);

export type From = { id: string; located: Located | null };

export function mutual(actors: Actors, clause: Clause, reading: Reading, emission: Emission): Vote[] {
  if (
    actors.actors.length < 2 ||
    clause.preps.some(
      (prep) =>
        /^(?:with|between|among)$/.test(prep.preposition) &&
        !(emission.type === 'COOPERATES_WITH' && paired(prep.phrase, actors, reading)),
    )
  )
    return [];
  const mood = moodOf(clause, reading);
  const votes: Vote[] = [];
  actors.actors.forEach((a, i) => {
    for (const b of actors.actors.slice(i + 1)) {
      if (allowed(reading, a, emission.type, b)) {
        votes.push({
          extractor: 'frames',
          rule: `${clause.verb.lemma}: mutual`,
          subject: a,
          type: emission.type,
          object: b,
          ...mood,
          from: quoteStart(clause, actors),
          to: clause.verb.to,
          speakers: speakersOf(clause, reading),
          act: actOf(clause),
          weight: 0.8,
        });
      }
    }
  });
  return votes;
}

/** Whether the phrase behind `between` is one of those who do it. */
function paired(phrase: Phrase, actors: Actors, reading: Reading): boolean {
  const [id] = actorsOf([phrase], reading).actors;
  return id !== undefined && actors.actors.includes(id) && actors.from === Number.MAX_SAFE_INTEGER;
}

export function vote(
  from: From,
  emission: Emission,
  target: Located,
  clause: Clause,
  noun: Phrase | null,
  actors: Actors,
  reading: Reading,
  touched: Touched,
  negatedFrame: boolean,
): Vote[] {
  // A state takes part in an exercise, whoever says so.
  const who = reading.registry.get(from.id);
  const watches = /^(?:attend|observe|watch|witness|inspect|visit)$/.test(clause.verb.lemma);
  if (who?.type === 'Person' && target.draft.type === 'Exercise' && who.country && !watches)
    return vote(
      { ...from, id: who.country },
      emission,
      target,
      clause,
      noun,
      actors,
      reading,
      touched,
      negatedFrame,
    );
  if (!allowed(reading, from.id, emission.type, target.draft.id)) return [];
  // `with the United States and other partners`: nobody in particular.
  if (
    emission.type === 'COOPERATES_WITH' &&
    target.draft.type === 'Group' &&
    /^(?:partner|ally|country|party|nation|state|neighbour|neighbor)s?$/i.test(target.draft.name)
  )
    return [];
  const mood = moodOf(clause, reading);
  // Not to address a subject is to leave it out.
  if (mood.polarity === '-' && emission.type === 'RESPONDS_TO' && clause.verb.lemma === 'address') return [];
  // Not to affirm is no denial of anything; never to rule out is no plan.
  if (mood.polarity === '-' && (emission.type === 'AFFIRMS' || emission.polarity)) return [];
  // `called on both sides to respect the ceasefire`: who is called on affirms nothing.
  if (/^(?:AFFIRMS|DISCUSSES)$/.test(emission.type) && noun === null && mood.modality === 'called_for')
    return [];
  // Who would buy a thing has none.
  if (
    emission.type === 'OPERATES' &&
    /^(?:buy|purchase|acquire|procure|order|obtain)$/.test(clause.verb.lemma) &&
    mood.modality === 'hypothetical'
  )
    return [];
  // Support for what is to be done is a promise, not a stance.
  if (
    emission.type === 'AFFIRMS' &&
    STANDS_BY.test(clause.verb.lemma) &&
    !/^(?:done|asserted)$/.test(mood.modality)
  )
    return [];
  // A state is condemned for something; without it the text condemns what the state did.
  const reason =
    clause.preps.some((prep) => /^(?:for|over|about)$/.test(prep.preposition)) ||
    reading.clauses.some((other) => other.parent === clause && other.marker === 'for');
  if (
    emission.type === 'CONDEMNS' &&
    target.draft.type === 'Country' &&
    noun === null &&
    !reason &&
    mood.polarity === '+'
  )
    return [];
  // A call is no deed.
  if (emission.type === 'CONDUCTS' && MEETING.test(singular(reading.tokens[target.to - 1]?.lower ?? '')))
    return [];
  // `has no intention of deploying X`: what one has is the intention.
  const [had] = clause.objects;
  if (
    noun === null &&
    /^(?:have|retain)$/.test(clause.verb.lemma) &&
    had &&
    target.from >= had.to &&
    emission.from === 'subject'
  )
    return [];
  // Not to attribute a deed is not to deny it.
  if (mood.polarity === '-' && emission.type === 'CONDUCTS' && emission.from === 'to') return [];
  const contrast =
    isContrasted(target.from, reading) || (from.located && isContrasted(from.located.from, reading));
  const denied = contrast ? '-' : mood.polarity;
  // `suspended its participation in X`: the carrier undoes what the noun says.
  const undone = noun !== null && reading.knowledge.lexicon.moods.get(clause.verb.lemma) === 'negated';
  const flipped = denied === '+' ? ('-' as const) : ('+' as const);
  const polarity = emission.polarity ?? (negatedFrame ? '+' : undone ? flipped : denied);
  touched.push(target);
  if (from.located) touched.push(from.located);
  const start = from.located ? Math.min(from.located.from, clause.verb.from) : quoteStart(clause, actors);
  const begin = Math.min(start, target.from);
  return [
    {
      extractor: 'frames',
      rule: `${clause.verb.lemma}${noun ? ` ${headLemma(noun, reading)}` : ''} → ${emission.type}`,
      subject: from.id,
      type: emission.type,
      object: target.draft.id,
      polarity,
      modality: isFramed(noun, clause, reading)
        ? 'planned'
        : modalityFor(emission, mood.modality, clause, negatedFrame),
      from: target.to <= clause.verb.from ? Math.min(begin, clause.verb.from) : begin,
      to: Math.max(target.to, clause.verb.to, from.located?.to ?? 0),
      speakers: speakersOf(clause, reading),
      act: actOf(clause),
      weight: 0.75,
    },
  ];
}

/** `signed a plan for cooperation in X`: what a paper is for is yet to come. */
function isFramed(noun: Phrase | null, clause: Clause, reading: Reading): boolean {
  return (
    noun !== null &&
    clause.verb.past &&
    FRAMEWORK.test(headLemma(clause.objects[0] ?? noun, reading)) &&
    !clause.objects.includes(noun)
  );
}

export function negatives(noun: Phrase, reading: Reading): boolean {
  return reading.tokens[noun.from]?.lower === 'no';
}

/** Acts of speech are done when said; attitudes stand; considering is open unless it goes on. */
function modalityFor(
  emission: Emission,
  modality: Modality,
  clause: Clause,
  negatedFrame: boolean,
): Modality {
  const { type } = emission;
  if (emission.modality === 'planned')
    return modality === 'done' || modality === 'hypothetical' ? modality : 'planned';
  if (emission.modality === 'considering')
    return clause.link === 'adjunct'
      ? 'in_progress'
      : clause.verb.progressive || modality === 'planned'
        ? 'hypothetical'
        : modality;
  // What a commitment binds to is standing, not planned.
  if ((type === 'PROVIDES' || type === 'PROTECTS') && modality === 'planned' && clause.verb.form !== 'finite')
    return 'asserted';
  if (negatedFrame || type === 'OPPOSES') return modality === 'hypothetical' ? modality : 'asserted';
  if (type === 'CALLS_FOR')
    return modality === 'planned' || modality === 'hypothetical' ? modality : 'called_for';
  if ((SPEECH.has(type) || type === 'SUPPORTS') && modality === 'asserted') return 'done';
  if (
    type === 'OPERATES' ||
    type === 'THREATENS' ||
    type === 'CONTRIBUTES_TO' ||
    type === 'AFFECTS' ||
    type === 'INCLUDES'
  )
    return modality === 'done' || modality === 'in_progress' ? 'asserted' : modality;
  return modality;
}

/** The quote begins with the subject where it is this clause's own and short, else with the verb. */
function quoteStart(clause: Clause, actors: Actors): number {
  if (!clause.ownSubject || clause.verb.passive || actors.from > clause.verb.from) return clause.verb.from;
  return clause.verb.from - actors.to <= 4 ? actors.from : clause.verb.from;
}

/** Persons who say it: subject of the clause, or of the clause that reports it. */
export function speakersOf(clause: Clause, reading: Reading): string[] {
  let current: Clause | null = clause;
  let speakers: string[] = [];
  for (let depth = 0; current && depth < 8; depth += 1) {
    const { persons } = actorsOf(current.subject, reading);
    if (persons.length > 0) speakers = persons;
    current = current.parent;
  }
  return speakers;
}

/** The verb of the speech act: of the outermost clause. */
export function actOf(clause: Clause): string | null {
  let current = clause;
  for (let depth = 0; current.parent && depth < 8; depth += 1) current = current.parent;
  return current.verb.lemma || null;
}
