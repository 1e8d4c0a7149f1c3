/** When a frame answers to a clause, and which phrases say something else than their verb. */

import { contentStart, headLemma, headType } from '../concepts.ts';
import type { VerbFrame } from '../knowledge/lexicon.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { moodOf } from './mood.ts';

export function applies(frame: VerbFrame, clause: Clause, reading: Reading): boolean {
  if (frame.negated && moodOf(clause, reading).polarity !== '-') return false;
  // `denies backing the rebels`, `no longer supports`: not to be for a thing is not to be against it.
  if (frame.negated && /^(?:support|back|endorse)$/.test(clause.verb.lemma) && !isPlainNot(clause, reading))
    return false;
  if (frame.needs) {
    const words = new Set([
      ...clause.preps.map((prep) => prep.preposition),
      reading.tokens[clause.verb.from - 1]?.lower ?? '',
      ...reading.tokens
        .slice(clause.span.from, Math.min(reading.tokens.length, clause.span.to + 3))
        .map((token) => token.lower),
    ]);
    if (!frame.needs.some((word) => words.has(word))) return false;
  }
  return true;
}

/** `does not support`: negated by its own `not`. */
function isPlainNot({ verb }: Clause, reading: Reading): boolean {
  return verb.negated && !/\bno longer\b/i.test(reading.text(Math.max(0, verb.from - 2), verb.to));
}

/** `discussed ways to strengthen X`: what there are ways to do is neither done nor planned. */
export function isWayTo(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'to') return false;
  const before = reading.tokens[clause.verb.from - 1];
  return (
    before?.tag === 'NOUN' &&
    /^(?:ways?|means|options?|possibilit(?:y|ies)|opportunit(?:y|ies)|avenues?|methods?)$/.test(before.lower)
  );
}

/** `noted with grave concern`. */
export function inManner(manner: readonly string[], clause: Clause, reading: Reading): boolean {
  return clause.preps.some(
    (prep) => prep.preposition === 'with' && manner.includes(headLemma(prep.phrase, reading)),
  );
}

/** `condemned violence against civilians`: no event, but something that goes on. */
export function isGeneric(phrase: Phrase, reading: Reading): boolean {
  return (
    phrase.name === null &&
    !phrase.pronoun &&
    phrase.possessor === null &&
    headType(phrase, reading, reading.knowledge.lexicon) === 'Topic' &&
    !/^(?:the|this|that|these|those|such|a|an|its|their|his|her)$/.test(
      reading.tokens[phrase.from]?.lower ?? '',
    )
  );
}

export function isTopic(phrase: Phrase, reading: Reading): boolean {
  const { lexicon } = reading.knowledge;
  return phrase.name === null && headType(phrase, reading, lexicon) === 'Topic';
}

/** `The talks covered X`: said of a meeting, it is what was discussed. */
export function aboutMeeting(clause: Clause, reading: Reading): boolean {
  return clause.subject.some((phrase) =>
    /^(?:talk|discussion|meeting|call|conversation|consultation|summit|dialogue|agenda)$/.test(
      headLemma(phrase, reading),
    ),
  );
}

/** `reiterated its call for X`: the noun says what X is to them, and has its own frame. */
export function saysOtherwise(phrase: Phrase, reading: Reading): boolean {
  const frames = reading.knowledge.lexicon.nounFrames.get(headLemma(phrase, reading)) ?? [];
  return (
    phrase.name === null &&
    /^(?:call|concern|opposition|objection|condemnation|appreciation|gratitude|decision|participation|demand|support|solidarity)$/.test(
      headLemma(phrase, reading),
    ) &&
    frames.some((frame) => frame.emit.some((emission) => emission.type !== 'AFFIRMS'))
  );
}

/** `strengthen cooperation with X`: what is strengthened is the relation to X, said by the noun's own frame. */
export function onlyCarried(phrase: Phrase, reading: Reading): boolean {
  if (phrase.name !== null || !reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading)))
    return false;
  return (
    contentStart(phrase, reading) === phrase.head ||
    (phrase.post.some((item) =>
      /^(?:with|on|in|for|between|to|among|in the area of|in the field of)$/.test(item.preposition),
    ) &&
      phrase.head - contentStart(phrase, reading) <= 1 &&
      phrase.modifier === null)
  );
}
