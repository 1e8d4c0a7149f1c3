/** Verb and noun frames over clauses: the extractor that knows who does what to whom. */

import type { Located } from '../concepts.ts';
import { headLemma } from '../concepts.ts';
import type { Emission, VerbFrame } from '../knowledge/lexicon.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { type Actors, actorsOf } from './actors.ts';
import { fromSide, reporterOf, withCounterparts } from './frame-actors.ts';
import {
  aboutMeeting,
  applies,
  inManner,
  isGeneric,
  isJudged,
  isTopic,
  isWayTo,
  onlyCarried,
  onlyMade,
  saysOtherwise,
} from './frame-conditions.ts';
import { FRAMEWORK, mutual, negatives, vote } from './frame-votes.ts';
import { moodOf } from './mood.ts';
import { deedOf, logicalSubject, slot } from './slots.ts';
import { targetsOf } from './targets.ts';
import type { ClaimExtractor, Touched, Vote } from './vote.ts';

const SETS_UP =
  /^(?:establish|set up|create|launch|institute|form|start|continue|resume|begin|hold|conduct|carry out|undertake|step up|expand|organise|organize|pursue|initiate|plan|advance|intensify|increase)$/;

/** To raise these is to have more of them. */
const AMOUNT =
  /^(?:spending|budget|expenditure|production|output|number|level|capacity|readiness|awareness|standard|contribution|share|price|tariff|money|fund|flag|force|alert|rate|ambition|quality)$/;

/** To reject these is to deny what they say. */
const CHARGE = /^(?:accusation|allegation|claim|charge|report|assertion|suggestion|rumour|rumor)$/;

export const frames: ClaimExtractor = (reading, touched) => {
  const votes: Vote[] = [];
  for (const clause of reading.clauses) {
    for (const frame of reading.knowledge.lexicon.verbFrames.get(clause.verb.lemma) ?? []) {
      if (!applies(frame, clause, reading)) continue;
      for (const emission of frame.emit) votes.push(...emit(emission, clause, null, reading, touched, frame));
    }
    if (!reading.knowledge.lexicon.carriers.has(clause.verb.lemma)) continue;
    for (const phrase of carried(clause, reading)) {
      for (const frame of reading.knowledge.lexicon.nounFrames.get(headLemma(phrase, reading)) ?? []) {
        for (const emission of frame.emit)
          votes.push(...emit(emission, clause, phrase, reading, touched, null));
      }
    }
  }
  return votes;
};

/** Phrases a carrier verb carries: its objects, and what stands behind `agree on`. */
function carried(clause: Clause, reading: Reading): Phrase[] {
  const objects = clause.verb.passive ? clause.subject : clause.objects;
  const upon = clause.preps
    .filter(
      (prep) =>
        /^(?:on|upon|in)$/.test(prep.preposition) && /^(?:agree|concur|engage)$/.test(clause.verb.lemma),
    )
    .map((prep) => prep.phrase);
  const through = objects.flatMap((phrase) =>
    phrase.name === null && !reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading))
      ? phrase.post.filter((item) => item.preposition === 'of').map((item) => item.phrase)
      : [],
  );
  // `adopted a roadmap for cooperation in X`.
  const framed = objects.flatMap((phrase) =>
    FRAMEWORK.test(headLemma(phrase, reading))
      ? phrase.post.filter((item) => /^(?:for|on)$/.test(item.preposition)).map((item) => item.phrase)
      : [],
  );
  const by = clause.preps
    .filter((prep) => /^(?:through|by|via)$/.test(prep.preposition))
    .map((prep) => prep.phrase);
  return [...objects, ...upon, ...through, ...framed, ...by].filter((phrase) => phrase.name === null);
}

function emit(
  emission: Emission,
  clause: Clause,
  noun: Phrase | null,
  reading: Reading,
  touched: Touched,
  frame: VerbFrame | null,
): Vote[] {
  const relation = reading.knowledge.ontology.relationTypes.get(emission.type);
  if (!relation || isWayTo(clause, reading)) return [];
  // `has fought two wars with Armenia`: neither an answer to the wars nor a common cause.
  if (
    clause.verb.lemma === 'fight' &&
    clause.objects.some((phrase) =>
      /^(?:war|battle|clash|conflict|skirmish)$/.test(headLemma(phrase, reading)),
    )
  )
    return [];
  if (emission.type === 'CONSIDERS' && isJudged(clause, reading)) return [];
  const subjectPhrases = logicalSubject(clause);
  const said = subjectPhrases.length === 0 ? reporterOf(clause, emission, reading) : null;
  const pair = noun === null ? null : pairOf(noun, clause, emission, reading);
  const actors =
    pair ?? withCounterparts(said ?? actorsOf(subjectPhrases, reading), emission, clause, reading);
  const negatedFrame = frame?.negated ?? false;
  if (emission.denied && !(noun && negatives(noun, reading)) && moodOf(clause, reading).polarity !== '-')
    return [];
  if (emission.positive && moodOf(clause, reading).polarity === '-') return [];
  const given = emission.except ? slot(clause, 'object', reading, null) : [];
  if (given.some((phrase) => emission.except?.includes(headLemma(phrase, reading)))) return [];
  if (emission.manner && !inManner(emission.manner, clause, reading)) return [];
  if (emission.mutual) {
    const heads = slot(clause, 'object', reading, null).map((phrase) => headLemma(phrase, reading));
    return !emission.head || heads.some((head) => emission.head?.includes(head))
      ? mutual(actors, clause, reading, emission)
      : [];
  }
  // One that sets up a working group on something does not cooperate on it.
  if (
    emission.type === 'COOPERATES_ON' &&
    noun === null &&
    SETS_UP.test(clause.verb.lemma) &&
    actors.actors.length < 2
  )
    return [];
  const wanted = emission.only ? relation.to.filter((type) => emission.only?.includes(type)) : relation.to;
  const froms = fromSide(emission, clause, actors, reading, frame, noun);
  if (froms.length === 0 || (emission.type === 'INCLUDES' && aboutMeeting(clause, reading))) return [];
  for (const name of emission.to) {
    if (name === 'deed') {
      const deed = deedOf(clause, reading, noun);
      if (deed)
        return froms.flatMap((from) =>
          vote(from, emission, deed, clause, noun, actors, reading, touched, negatedFrame),
        );
      continue;
    }
    const phrases = developed(slot(clause, name, reading, noun), emission, reading).filter(
      (phrase) =>
        !(emission.happened && isTopic(phrase, reading)) &&
        (name === 'subject' ||
          !subjectPhrases.includes(phrase) ||
          clause.verb.passive ||
          clause.link === 'reduced'),
    );
    if (phrases.length === 0) continue;
    // `was sailing from Fujairah to Karachi`: it has left.
    if (
      name === 'from' &&
      emission.type === 'DEPLOYED_TO' &&
      clause.preps.some((prep) => prep.preposition === 'to')
    )
      continue;
    if (
      emission.head &&
      !slot(clause, 'object', reading, null).some((phrase) =>
        emission.head?.includes(headLemma(phrase, reading)),
      )
    )
      continue;
    if (
      clause.verb.lemma === 'raise' &&
      emission.type === 'DISCUSSES' &&
      phrases.every((phrase) => AMOUNT.test(headLemma(phrase, reading)))
    )
      continue;
    if (emission.type === 'OPPOSES' && phrases.every((phrase) => CHARGE.test(headLemma(phrase, reading))))
      continue;
    const bare = phrases.filter(
      (phrase) =>
        noun !== null ||
        !(
          (emission.type === 'STRENGTHENS' &&
            (onlyCarried(phrase, reading) || onlyMade(phrase, clause, reading))) ||
          (emission.type === 'AFFIRMS' && (saysOtherwise(phrase, reading) || opensWith(phrase, clause))) ||
          (emission.type === 'CONDEMNS' && emission.to.includes('object') && isGeneric(phrase, reading)) ||
          (emission.generic && !isGeneric(phrase, reading))
        ),
    );
    // A topic is no event because the relation would like one.
    const exact =
      (emission.only?.length === 1 && /^(?:Topic|Event)$/.test(emission.only[0] ?? '')) ||
      (emission.type === 'CONDEMNS' && emission.only !== undefined);
    const targets = targetsOf(bare, reading, exact ? null : wanted)
      .map((target) => ofState(target, emission, noun, reading))
      .filter((target) => wanted.includes(target.draft.type));
    const wish = name === 'inner' && noun !== null && emission.type === 'AFFIRMS';
    const votes = targets.flatMap((target) =>
      froms.flatMap((from) =>
        vote(from, emission, target, clause, noun, actors, reading, touched, negatedFrame),
      ),
    );
    // The importance of doing something is a call to do it.
    if (votes.length > 0 && wish) return votes.map((item) => ({ ...item, modality: 'called_for' as const }));
    if (votes.length > 0) return votes;
    if (targets.length > 0) continue;
    // `concern about air strikes on villages`: what the noun is about is told, whatever its type.
    if (noun !== null && targetsOf(bare, reading, null).length > 0) return [];
  }
  return [];
}

/** `cooperation on rescue between the German Navy and the Singapore Navy`: the two cooperate, whoever deepens it. */
function pairOf(noun: Phrase, clause: Clause, { type }: Emission, reading: Reading): Actors | null {
  if (!/^COOPERATES_/.test(type)) return null;
  const between = clause.preps.filter((prep) => prep.preposition === 'between' && prep.at >= noun.to);
  if (between.length < 2) return null;
  const found = actorsOf(
    between.map((prep) => prep.phrase),
    reading,
  );
  return found.actors.length > 1 ? { ...found, from: Number.MAX_SAFE_INTEGER, to: 0, role: true } : null;
}

/** `the joint development of an unmanned vehicle`: they cooperate on the vehicle. */
function developed(phrases: Phrase[], { type }: Emission, reading: Reading): Phrase[] {
  if (type !== 'COOPERATES_ON') return phrases;
  return phrases.flatMap((phrase) => {
    const made = /^(?:development|production|procurement|acquisition)$/.test(headLemma(phrase, reading));
    const of = made ? phrase.post.find((item) => item.preposition === 'of')?.phrase : undefined;
    return of ? [of, ...of.conjuncts] : [phrase];
  });
}

/** `On defence cooperation, they agreed to …`: what the sentence opens with says only what it is about. */
function opensWith(phrase: Phrase, clause: Clause): boolean {
  const [subject] = clause.subject;
  return clause.ownSubject && subject !== undefined && phrase.to <= subject.from;
}

/** `assistance to the Lebanese Armed Forces` is given to Lebanon. */
function ofState(target: Located, emission: Emission, noun: Phrase | null, reading: Reading): Located {
  const { draft } = target;
  const { registry, knowledge } = reading;
  const listed = draft.country !== null && knowledge.entries.has(draft.country);
  const state = draft.country && listed ? registry.known(draft.country, null) : undefined;
  const aided = emission.type === 'SUPPORTS' && noun !== null && draft.type === 'Organization';
  return aided && state ? { ...target, draft: state } : target;
}
