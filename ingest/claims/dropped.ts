/** What is told and did not come about: plans that were dropped, deeds out of the question, what was nearly done. */
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { REFUTE } from './denial-words.ts';
import { isNegated, phrasesOf, takesBack, verdictOn } from './polarity.ts';

/** `plans to install X were shelved`, `a proposal to base X was rejected`: what is said of the noun is said of the plan. */
export function isDropped(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'to' && clause.link !== 'gerund') return false;
  const before = phrasesOf(reading).findLast((phrase) => phrase.to <= clause.verb.from);
  if (!before || before.to < clause.verb.from - 1 || before.name) return false;
  const said = reading.clauses.find(
    (other) => other !== clause && other.verb.from > clause.verb.from && other.subject.includes(before),
  );
  if (!said) return false;
  const { moods } = reading.knowledge.lexicon;
  const off =
    said.verb.passive &&
    (moods.get(said.verb.lemma) === 'negated' ||
      REFUTE.test(said.verb.lemma) ||
      takesBack(said, before, reading) ||
      onHold(said, reading));
  return off !== (isNegated(said, reading) && !/^(?:new|secret)$/.test(said.verb.lemma));
}

/** `was put on hold`, `are on ice`, `the delivery is off`. */
export function onHold(clause: Clause, reading: Reading): boolean {
  const end = Math.max(clause.verb.to, clause.span.to) + 1;
  const said = reading.text(clause.verb.from, Math.min(reading.tokens.length, end)).toLowerCase();
  return (
    /\bon (?:hold|ice)\b|\b(?:put|placed|kept) off\b/.test(said) ||
    /^(?:is|are|was|were|remains?|(?:has|have|had) been) (?:now |all )?(?:off|dead|void)(?: (?:again|for now))?(?:[,.;]|$| (?!the|limits|\p{Lu}))/u.test(
      said,
    )
  );
}

/** `Deploying X is out of the question`, `sending Y was not under consideration`. */
export function dismissedDeed(clause: Clause, reading: Reading): boolean {
  const verdict = verdictOn(clause, reading);
  if (!verdict) return false;
  const said = reading
    .text(verdict.verb.from, Math.min(reading.tokens.length, verdict.verb.to + 5))
    .toLowerCase();
  const off =
    /\b(?:out of the question|off the table|ruled out|unthinkable|inconceivable|impossible|excluded|unacceptable)\b/.test(
      said,
    );
  return off !== isNegated(verdict, reading);
}

/** `would not let tanks be stationed there`. */
export function notLet(clause: Clause, reading: Reading): boolean {
  const { parent } = clause;
  return (
    parent !== null &&
    /^(?:let|see|have)$/.test(parent.verb.lemma) &&
    reading.tokens[clause.verb.from]?.lower === 'be' &&
    isNegated(parent, reading)
  );
}

/** `almost deployed`, `came close to deploying`, `is nowhere near deploying`: it was not done. */
export function isNearly(clause: Clause, reading: Reading): boolean {
  const { verb } = clause;
  const word = (at: number) => reading.tokens[at]?.lower ?? '';
  if (verb.form === 'gerund')
    return (
      (/^(?:close|near)$/.test(word(verb.from - 2)) &&
        word(verb.from - 1) === 'to' &&
        clause.parent?.verb.lemma === 'come') ||
      (word(verb.from - 1) === 'near' && word(verb.from - 2) === 'nowhere')
    );
  return (verb.past || verb.perfect) && /^(?:almost|nearly|narrowly missed)$/.test(word(verb.at - 1));
}
