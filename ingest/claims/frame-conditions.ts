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
  const skilled = reading.tokens[clause.verb.from - 2]?.lower ?? '';
  // `exchange experience in combating wildfires`.
  if (
    clause.link === 'gerund' &&
    clause.marker === 'in' &&
    /^(?:experiences?|expertise|skills|courses?|lessons|practices|know-how)$/.test(skilled)
  )
    return true;
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
  // `reaffirmed our respect for the borders`: what they respect is affirmed.
  if (
    /^(?:respect|commitment|adherence|attachment|dedication|devotion|allegiance)$/.test(
      headLemma(phrase, reading),
    ) &&
    phrase.post.some((item) => /^(?:for|to)$/.test(item.preposition))
  )
    return true;
  if (/^(?:readiness|willingness|intention|interest|desire)$/.test(headLemma(phrase, reading))) return true;
  return (
    phrase.name === null &&
    /^(?:call|concern|opposition|objection|condemnation|appreciation|gratitude|decision|participation|demand|support|solidarity)$/.test(
      headLemma(phrase, reading),
    ) &&
    frames.some((frame) => frame.emit.some((emission) => emission.type !== 'AFFIRMS'))
  );
}

/** `considers any talk of Assab a threat`: what it takes it for, and no plan. */
export function isJudged(clause: Clause, reading: Reading): boolean {
  if (clause.verb.lemma !== 'consider' || clause.verb.passive) return false;
  const { tokens } = reading;
  if (/ing$/.test(tokens[clause.verb.to]?.lower ?? '')) return false;
  for (let i = clause.verb.to + 1; i < Math.min(tokens.length, clause.verb.to + 9); i += 1) {
    const before = tokens[i - 1];
    const word = tokens[i]?.lower ?? '';
    if (/^(?:,|;|that|and|but)$/.test(word)) return false;
    if (/^an?$/.test(word) && /^(?:NOUN|PROPN|PRON)$/.test(before?.tag ?? '')) return true;
    if (word === 'to' && tokens[i + 1]?.lower === 'be') return true;
  }
  return false;
}

const BUILT =
  /^(?:plant|port|base|road|bridge|railway|airport|airfield|school|hospital|runway|pier|factory|fence|wall|dam|pipeline|camp|house|house|barracks|shelter|reactor|ship|vessel|frigate|boat|submarine|centre|center|headquarters|depot|station|tower|tunnel|terminal|outpost|post|shipyard|hangar|site)$/;
const PROLONGED =
  /^(?:deployment|stay|mandate|ceasefire|truce|talk|deadline|contract|term|ban|sanction|runway|invitation|visit|hand|condolence|congratulation|greeting|lease|tour|moratorium|presence|mission)$/;

/** `will build a plant`, `extend the deployment`: something comes to be or goes on, and nothing grows stronger. */
export function onlyMade(phrase: Phrase, clause: Clause, reading: Reading): boolean {
  const head = headLemma(phrase, reading);
  return (
    /^(?:position|garrison)$/.test(head) ||
    (/^(?:build|develop|promote)$/.test(clause.verb.lemma) && BUILT.test(head)) ||
    (/^(?:extend|maintain|further)$/.test(clause.verb.lemma) && PROLONGED.test(head))
  );
}

/** `expand the training of border guards`: what is strengthened is named whole. */
function isWorkOf(phrase: Phrase, reading: Reading): boolean {
  return (
    /^(?:training|exchange|analysis|research)$/.test(headLemma(phrase, reading)) &&
    phrase.post[0]?.preposition === 'of' &&
    phrase.post[0].at === phrase.to
  );
}

/** `strengthen cooperation with X`: what is strengthened is the relation to X, said by the noun's own frame. */
export function onlyCarried(phrase: Phrase, reading: Reading): boolean {
  if (phrase.name !== null || !reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading)))
    return false;
  return (
    (contentStart(phrase, reading) === phrase.head && !isWorkOf(phrase, reading)) ||
    (phrase.post.some((item) =>
      /^(?:with|on|in|for|between|to|among|in the area of|in the field of)$/.test(item.preposition),
    ) &&
      phrase.head - contentStart(phrase, reading) <= 1 &&
      phrase.modifier === null)
  );
}
