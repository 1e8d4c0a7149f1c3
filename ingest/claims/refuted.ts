/** What is said to be untrue, or only said: `rejected reports that …`, `claims that … are false`, `no evidence that …`, `doubts that …`. */
import { beginOf } from '../parse/arguments.ts';
import { CONTENT } from '../parse/finite.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import {
  CHARGES,
  CONFIRM,
  DISTANCING,
  DOUBT,
  FAILS,
  NOTHING_OF,
  REFUTE,
  TRUTH,
  UNTRUE,
} from './denial-words.ts';
import { dismissedDeed, isDropped, isNearly, notLet } from './dropped.ts';
import { isNegated, lemmaOf, phrasesOf } from './polarity.ts';

/** `rejected reports that …`, `claims that … are false`, `it is not true that …`, `no evidence that …`, `without …-ing`. */
export function isRefuted(clause: Clause, reading: Reading): boolean {
  const before = (back: number) => reading.tokens[clause.verb.from - back]?.lower ?? '';
  const instead = /^(?:instead|short|rather|far) (?:of|than|from)$/.test(`${before(2)} ${before(1)}`);
  const stopped = clause.parent?.verb.lemma === 'stop';
  if (clause.verb.form === 'gerund' && (clause.marker === 'without' || (instead && !stopped))) return true;
  if (isNearly(clause, reading) || byFalseReport(clause, reading)) return true;
  // `has yet to deploy`.
  if (clause.verb.form === 'infinitive' && before(1) === 'yet') return true;
  if (isDropped(clause, reading)) return true;
  if (dismissedDeed(clause, reading) || ofNothing(clause, reading)) return true;
  if (inContent(clause, reading) || inRefusedWord(clause, reading) || byTeller(clause, reading)) return true;
  if (clause.link === 'reduced') return ofRefuted(clause, reading) || notLet(clause, reading);
  if (opensAsUntrue(clause, reading)) return true;
  if (clause.link !== 'that') return false;
  if (withoutProof(clause, reading)) return true;
  if (clause.marker === 'content') {
    const noun = contentNoun(clause, reading);
    const own = noun ? reading.text(Math.max(0, noun.from - 1), noun.to).toLowerCase() : '';
    if (noun && /^no$/.test(reading.tokens[noun.from]?.lower ?? '')) return true;
    if (UNTRUE.test(own) || withoutTruth(noun, reading)) return true;
    const around = outside(clause, reading).toLowerCase();
    return (
      UNTRUE.test(around) ||
      DISTANCING.test(around) ||
      (isConceded(noun, reading) && contradicted(clause, reading)) ||
      reading.clauses.some(
        (other) => other !== clause && REFUTE.test(other.verb.lemma) && !other.verb.negated,
      ) ||
      failsAsReport(clause, noun, reading)
    );
  }
  if (!clause.parent) return false;
  // `contrary to reports that`, `took exception to claims that`: nouns read as verbs.
  const asVerb = /^(?:claim|report|charge|comment|account|suggest)$/.test(clause.parent.verb.lemma);
  const lead = reading.text(Math.max(0, clause.parent.verb.from - 4), clause.parent.verb.to).toLowerCase();
  if (asVerb && clause.parent.ownSubject !== true && DISTANCING.test(lead)) return true;
  // `To say that … is absurd`.
  const opens = clause.parent.verb.from <= 1 && clause.parent.subject.length === 0;
  if (opens && clause.parent.verb.form !== 'finite')
    return UNTRUE.test(reading.text(clause.verb.to, reading.tokens.length).toLowerCase());
  // `it is wrong to say that …`.
  const outer = clause.parent.link === 'to' && clause.parent.parent ? clause.parent.parent : clause.parent;
  const verdict = reading.text(outer.verb.from, beginOf(clause)).toLowerCase();
  return clause.parent.verb.negated && clause.parent.verb.lemma === 'be'
    ? /\b(?:true|correct|accurate|the case)\b/.test(verdict)
    : UNTRUE.test(verdict);
}

/** `despite reports that …`: what is only conceded is not told as a fact. */
function isConceded(noun: Phrase | null, reading: Reading): boolean {
  return (
    noun !== null &&
    reading.tokens
      .slice(Math.max(0, noun.from - 2), noun.from + 1)
      .some((token) => /^(?:despite|notwithstanding)$/.test(token.lower))
  );
}

/** `despite reports that X had been sent, none have been`, `…, no such step was taken`. */
function contradicted(clause: Clause, reading: Reading): boolean {
  return reading.clauses.some(
    (other) =>
      other.verb.from > clause.verb.to &&
      other.ownSubject &&
      isNegated(other, reading) &&
      [...other.subject, ...other.objects].some((phrase) =>
        /^(?:none|no such\b.*|nothing(?: of the (?:kind|sort))?|it|they|neither|any)$/i.test(
          reading.text(phrase.from, phrase.to),
        ),
      ),
  );
}

/** `the rumour that … does not hold water`, `claims that … have not been borne out`: what is said of the report comes to nothing. */
function failsAsReport(clause: Clause, noun: Phrase | null, reading: Reading): boolean {
  if (!noun || !CHARGES.test(lemmaOf(noun, reading)) || noun.from > clause.verb.from) return false;
  const verdict = reading.clauses.find(
    (other) => other.verb.from > clause.verb.to && other.ownSubject && other.subject.includes(noun),
  );
  return verdict !== undefined && FAILS.test(verdict.verb.lemma) && isNegated(verdict, reading);
}

/** `there is no truth in the story that …`, `saw no substance to reports that …`. */
function withoutTruth(noun: Phrase | null, reading: Reading): boolean {
  if (!noun) return false;
  return reading.clauses.some(
    (clause) =>
      clause.verb.to <= noun.from &&
      isNegated(clause, reading) &&
      [...clause.objects, ...clause.subject].some(
        (phrase) =>
          TRUTH.test(reading.tokens[phrase.head]?.lower ?? '') &&
          (phrase.post.some((item) => item.phrase === noun) ||
            clause.preps.some((prep) => prep.phrase === noun)),
      ),
  );
}

/** `no sign of the systems which China installed there`: told of what was not found. */
function ofNothing(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'relative' && clause.link !== 'reduced') return false;
  return phrasesOf(reading).some(
    (phrase) =>
      phrase.to <= clause.verb.from &&
      NOTHING_OF.test(lemmaOf(phrase, reading)) &&
      reading.tokens[phrase.from]?.lower === 'no' &&
      phrase.post.some(
        (item) =>
          item.preposition === 'of' &&
          [...clause.subject, ...clause.objects].some((other) => other === item.phrase),
      ),
  );
}

/** `a proposal under which X would be based at Y`, `an account in which X had moved`: content told by a relative clause. */
function inContent(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'relative') return false;
  const noun = clause.preps.find(
    (prep) => /^(?:in|under|by|according to)$/.test(prep.preposition) && prep.phrase.to <= clause.verb.from,
  )?.phrase;
  if (
    !noun ||
    noun.name ||
    !/^(?:proposal|plan|deal|arrangement|scheme|agreement|draft|account|report|story|article|version|claim|scenario|idea|offer)$/.test(
      lemmaOf(noun, reading),
    )
  )
    return false;
  const { moods } = reading.knowledge.lexicon;
  return reading.clauses.some(
    (other) =>
      other !== clause &&
      (moods.get(other.verb.lemma) === 'negated' || REFUTE.test(other.verb.lemma)) &&
      !isNegated(other, reading) &&
      (other.verb.passive
        ? other.subject
        : [...other.objects, ...other.preps.map((prep) => prep.phrase)]
      ).includes(noun),
  );
}

/** What carries a message, besides the words for what is said. */
const CARRIERS =
  /^(?:post|tweet|video|message|leaflet|document|memo|leak|dispatch|broadcast|footage|letter|publication|headline|note|paper|analysis|item|piece|source|voice)$/;

/** `posts saying that … are fabricated`, `denied a report which said that …`: what tells is refused with what it tells. */
function byTeller(clause: Clause, reading: Reading): boolean {
  const teller = clause.parent;
  if (clause.link !== 'that' || clause.marker === 'content' || !teller) return false;
  const { verb } = teller;
  if (!/^(?:say|claim|allege|suggest|assert|state|report|purport|imply|maintain)$/.test(verb.lemma))
    return false;
  if (verb.form !== 'gerund' && teller.link !== 'relative' && teller.link !== 'reduced') return false;
  const noun = phrasesOf(reading).findLast((phrase) => phrase.to <= verb.from && !phrase.pronoun);
  if (!noun || noun.name) return false;
  const lemma = lemmaOf(noun, reading);
  if (!CHARGES.test(lemma) && !CARRIERS.test(lemma)) return false;
  const refusing = reading.clauses.some(
    (other) => other !== clause && REFUTE.test(other.verb.lemma) && !isNegated(other, reading),
  );
  return refusing || UNTRUE.test(outside(clause, reading).toLowerCase());
}

/** `remarks by a general who had said that …`, disowned: said by somebody whose word is refused. */
function inRefusedWord(clause: Clause, reading: Reading): boolean {
  const teller = clause.parent;
  if (clause.link !== 'that' || teller?.link !== 'relative' || !teller.parent) return false;
  const refusing = teller.parent;
  return (
    REFUTE.test(refusing.verb.lemma) &&
    !isNegated(refusing, reading) &&
    refusing.objects.some((phrase) => CHARGES.test(lemmaOf(phrase, reading)))
  );
}

/** `According to false reports, …`, `accounts according to which …`, refused: the report is named beside its content. */
function byFalseReport(clause: Clause, reading: Reading): boolean {
  const sentence = reading.text(0, reading.tokens.length).toLowerCase();
  if (clause.link !== 'relative') {
    const opening = /^according to ([^,]*),/.exec(sentence)?.[1] ?? '';
    return clause.parent === null && UNTRUE.test(opening);
  }
  const begin = reading.tokens.findLastIndex(
    (token, i) =>
      i < clause.verb.from &&
      i >= clause.verb.from - 12 &&
      token.lower === 'which' &&
      /^(?:to|in)$/.test(reading.tokens[i - 1]?.lower ?? ''),
  );
  const told = phrasesOf(reading).findLast(
    (phrase) => phrase.to <= begin && phrase.to >= begin - 3 && CHARGES.test(lemmaOf(phrase, reading)),
  );
  if (begin < 0 || !told) return false;
  const around =
    `${reading.text(0, begin)} ${reading.text(clause.verb.to, reading.tokens.length)}`.toLowerCase();
  const refusing = reading.clauses.some(
    (other) => other !== clause && REFUTE.test(other.verb.lemma) && !isNegated(other, reading),
  );
  const participle = /\b(?:contested|rejected|denied|dismissed|disputed|refuted|debunked)\b/.test(
    reading.text(told.from, begin).toLowerCase(),
  );
  return refusing || participle || UNTRUE.test(around) || DISTANCING.test(around);
}

/** `reports of jets stationed at X were incorrect`. */
function ofRefuted(clause: Clause, reading: Reading): boolean {
  const noun = contentNoun(clause, reading);
  if (!noun || reading.tokens[noun.to]?.lower !== 'of' || noun.to + 1 < beginOf(clause) - 1) return false;
  const refuted = reading.clauses.some((other) => REFUTE.test(other.verb.lemma) && !other.verb.negated);
  if (DISTANCING.test(reading.text(0, noun.to).toLowerCase())) return true;
  return refuted || UNTRUE.test(reading.text(clause.verb.to, reading.tokens.length).toLowerCase());
}

/** `That Kuwait had attacked Iraq was untrue`. */
function opensAsUntrue(clause: Clause, reading: Reading): boolean {
  if (beginOf(clause) !== 1 || reading.tokens[0]?.lower !== 'that') return false;
  const verdict = reading.clauses.find((other) => other.verb.from > clause.verb.from);
  return (
    verdict?.verb.lemma === 'be' &&
    UNTRUE.test(
      reading.text(verdict.verb.from, Math.min(reading.tokens.length, verdict.verb.to + 4)).toLowerCase(),
    )
  );
}

/** `No evidence has emerged that …`. */
function withoutProof(clause: Clause, reading: Reading): boolean {
  const { parent } = clause;
  return (
    (parent?.subject ?? []).some((phrase) => CONTENT.test(reading.tokens[phrase.head]?.lower ?? '')) &&
    parent !== null &&
    /^(?:emerge|exist|surface|appear|come|be|suggest|show|indicate|prove|support)$/.test(parent.verb.lemma) &&
    isNegated(parent, reading)
  );
}

/** What the sentence says outside a reported clause. */
function outside(clause: Clause, reading: Reading): string {
  return `${reading.text(0, clause.span.from)} ${reading.text(clause.verb.to, reading.tokens.length)}`;
}

/** The noun whose content a clause is: `reports that …`. */
function contentNoun(clause: Clause, reading: Reading): Phrase | null {
  const begin = beginOf(clause);
  return (
    phrasesOf(reading).findLast(
      (phrase) => phrase.to < begin && CONTENT.test(reading.tokens[phrase.head]?.lower ?? ''),
    ) ?? null
  );
}

/** Said, but left open: `doubts that`, `cannot confirm that`, `unconfirmed reports that`. */
export function isDoubted(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'that') return false;
  if (!clause.parent) return clause.marker === 'content' && leftOpen(contentNoun(clause, reading), reading);
  const { verb } = clause.parent;
  if (clause.marker !== 'content' && DOUBT.test(verb.lemma)) return true;
  if (/^(?:deny|dispute|contest|rule out|exclude)$/.test(verb.lemma) && isNegated(clause.parent, reading))
    return true;
  if (CONFIRM.test(verb.lemma) && isNegated(clause.parent, reading)) return true;
  const outer = reading.text(0, beginOf(clause)).toLowerCase();
  if (
    /\b(?:doubtful|unclear|unlikely|uncertain|questionable|not (?:clear|certain|known)|doubts?)\b/.test(outer)
  )
    return true;
  // `few believe that`, `little evidence exists that`.
  const scarce = clause.parent.subject.some((phrase) =>
    /^(?:few|little|scant|scarce)\b/i.test(reading.text(phrase.from, phrase.to)),
  );
  if (scarce) return true;
  return clause.marker === 'content' && leftOpen(contentNoun(clause, reading), reading);
}

/** `unconfirmed reports`, `little evidence`, `despite claims`. */
function leftOpen(noun: Phrase | null, reading: Reading): boolean {
  return (
    noun !== null &&
    (isConceded(noun, reading) ||
      /\b(?:unconfirmed|unverified|little|scant|few)\b/i.test(reading.text(noun.from, noun.to)))
  );
}
