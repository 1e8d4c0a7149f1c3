/** What the text denies: the verb's own negation, `no` and `neither` on its arguments, governing verbs and nouns, and refuted reports. */
import { headLemma } from '../concepts.ts';
import { beginOf } from '../parse/arguments.ts';
import { CONTENT } from '../parse/finite.ts';
import { type Inversion, inversions } from '../parse/inversion.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';

export const REFUTE =
  /^(?:deny|disclaim|reject|dismiss|refute|dispute|contradict|rebut|repudiate|debunk|disprove|disown|disavow|negate|discount|contest|shoot down|laugh off|ridicule|quash|scotch|rubbish)$/;
/** Nouns for what is said of somebody; to reject it is to deny it. */
export const CHARGES =
  /^(?:accusation|allegation|claim|charge|report|assertion|suggestion|account|version|story|comment|word|article|rumou?r|speculation|statement|remark|insinuation|notion|reporting|coverage|narrative|assumption|contention|tale)$/;
export const UNTRUE =
  /\b(?:false|untrue|baseless|unfounded|groundless|fabricated|fabrications?|incorrect|inaccurate|disinformation|propaganda|misleading|invented|inventions?|nonsense|lies?|hoax|fictions?|fictitious|slander|bogus|unsubstantiated|wrong to|absurd|ridiculous|preposterous|rubbish|fantas(?:y|ies)|fanciful|erroneous|mistaken|without (?:foundation|basis|merit)|no (?:truth|basis|substance)|fake|(?:pure|mere|sheer) (?:speculation|fiction|fantasy|guesswork|conjecture)|speculation|speculative|made[- ]up|concocted|far from (?:the truth|true)|misunderstandings?|misreport(?:ed|ing)|not the case|figments?|fairy[- ]tales?|myths?|imaginary|(?:pure|mere|sheer) imagination|far-fetched|ludicrous|laughable|defamatory|libell?ous|mendacious|smears?|calumn(?:y|ies)|insult(?:s|ing)?|malicious(?! (?:cyber|activit|actor|code|soft|act|attack|use|campaign))|unsupported|unproven|implausible|(?:is|are|was|were|be|been|proved?|proven) (?:\w+ly )?wrong|without any (?:foundation|basis|merit)|no (?:factual )?(?:foundation|grounds))\b/;
/** Ways to refuse a report that are no single verb: `took issue with`, `contrary to`. */
const DISTANCING =
  /\b(?:(?:take|takes|took|taken|taking) (?:issue|exception)|distanc(?:e|es|ed|ing) (?:it|him|her|them|our)sel(?:f|ves)|pour(?:s|ed|ing)? (?:cold|scorn)|contrary to|(?:challeng|correct)(?:e|es|ed|ing|s)? (?:\w+ ){0,3}(?:accounts?|assertions?|claims?|reports?|allegations?|suggestions?|impressions?))\b/;
const DOUBT = /^(?:doubt|question|wonder|speculate|suspect|investigate|check|verify)$/;
const CONFIRM = /^(?:confirm|verify|say|establish|corroborate|know|determine|prove)$/;
/** The clause's own negation: at the verb, on its subject, or on its object. */
export function isNegated(clause: Clause, reading: Reading): boolean {
  const opening = (phrase: Phrase) =>
    [reading.tokens[phrase.from - 1], reading.tokens[phrase.from]].map((token) => token?.lower ?? '');
  const before = clause.subject.filter((phrase) => phrase.from < clause.verb.from).map(opening);
  // `neither A nor B has …`: said twice, denied once.
  if (clause.ownSubject && before.some((words) => words.includes('neither'))) return true;
  const no =
    before.some(([, first]) => /^(?:no|none|nobody|nothing)$/.test(first ?? '')) ||
    (clause.ownSubject &&
      clause.subject.some((phrase) =>
        /^not (?:a|one)\b/i.test(reading.text(Math.max(0, phrase.from - 1), phrase.to)),
      ));
  return (
    (clause.verb.negated || inversionOf(clause, reading) === 'denied' || negativeObject(clause, reading)) !==
    (no && clause.ownSubject && clause.link !== 'reduced')
  );
}

/** `has no plans to`, `made no decision`, `carried out no strikes`. */
function negativeObject(clause: Clause, reading: Reading): boolean {
  return clause.objects.some(
    (phrase) =>
      phrase.from >= clause.verb.from &&
      reading.tokens[phrase.from - 1]?.text !== ',' &&
      (/^(?:no|nothing|neither|none)$/.test(reading.tokens[phrase.from]?.lower ?? '') ||
        reading.tokens[phrase.from - 1]?.lower === 'neither'),
  );
}

/** Whether a governing verb or noun turns what hangs on it into its opposite: `refused to`, `abandoned plans to`. */
export function overturns(parent: Clause, child: Clause, noun: Phrase | null, reading: Reading): boolean {
  const { moods } = reading.knowledge.lexicon;
  const linked = child.link === 'to' || child.link === 'gerund' || child.link === 'purpose';
  const negating = moods.get(parent.verb.lemma) === 'negated';
  const refuted = REFUTE.test(parent.verb.lemma) || /^(?:rule out|exclude)$/.test(parent.verb.lemma);
  if (!linked) return refuted && child.marker !== 'content' && !isNegated(parent, reading);
  // `as`, `for`, `by … -ing` tell how or why, not what is refused; `cancelled X to do Y` tells what for.
  const shared =
    child.marker === 'in' && /^(?:join|follow|participate|take part|engage|succeed)$/.test(parent.verb.lemma);
  const about =
    shared || child.link === 'to' || /^(?:|and|from|of|to|against|on|about|that)$/.test(child.marker);
  const carries = noun === null || moods.has(headLemma(noun, reading)) || noun.name !== null;
  const byVerb = negating && about && carries;
  // `decided against hosting X`.
  if (child.link === 'gerund' && child.marker === 'against' && !negating) return !isNegated(parent, reading);
  const byNoun = noun !== null && moods.get(headLemma(noun, reading)) === 'negated';
  return (byVerb !== byNoun) !== (isNegated(parent, reading) && about);
}

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
    (moods.get(said.verb.lemma) === 'negated' || REFUTE.test(said.verb.lemma) || onHold(said, reading));
  return off !== (isNegated(said, reading) && !/^(?:new|secret)$/.test(said.verb.lemma));
}

function onHold(clause: Clause, reading: Reading): boolean {
  const said = reading.text(clause.verb.from, Math.min(reading.tokens.length, clause.verb.to + 2));
  return /\b(?:put|placed|kept) (?:on (?:hold|ice)|off)\b/i.test(said);
}

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
  if (inContent(clause, reading) || inRefusedWord(clause, reading)) return true;
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

/** `the rumour that … does not hold water`, `claims that … have not been borne out`: what is said of the report comes to nothing. */
function failsAsReport(clause: Clause, noun: Phrase | null, reading: Reading): boolean {
  if (!noun || !CHARGES.test(lemmaOf(noun, reading)) || noun.from > clause.verb.from) return false;
  const verdict = reading.clauses.find(
    (other) => other.verb.from > clause.verb.to && other.ownSubject && other.subject.includes(noun),
  );
  return verdict !== undefined && FAILS.test(verdict.verb.lemma) && isNegated(verdict, reading);
}

const FAILS =
  /^(?:hold|hold up|stand|stand up|withstand|survive|bear out|bear|substantiate|support|check|add|reflect|correspond|match|square|tally|convince|have|be|find|fit)$/;

const TRUTH = /^(?:truth|substance|basis|foundation|merit|sense|evidence|proof|sign|indication)$/;

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

const NOTHING_OF = /^(?:sign|trace|evidence|proof|record|indication|case|instance)$/;

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

/** `almost deployed`, `came close to deploying`, `is nowhere near deploying`: it was not done. */
function isNearly(clause: Clause, reading: Reading): boolean {
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

/** The clause that a gerund is the subject of. */
export function verdictOn(clause: Clause, reading: Reading): Clause | null {
  if (clause.verb.form !== 'gerund' || clause.link !== 'adjunct' || clause.marker === ',') return null;
  const next = reading.clauses.find((other) => other.verb.from > clause.verb.from);
  const start = clause.verb.from === 0 || reading.tokens[clause.verb.from - 1]?.lower === 'that';
  return next && start && /^(?:be|remain|rule out|exclude)$/.test(next.verb.lemma) ? next : null;
}

/** How the auxiliary came before the subject (`At no point did X …`), where it did. */
export function inversionOf(clause: Clause, reading: Reading): Inversion['kind'] | null {
  const all = inversions(reading.tokens, (token) => token.tag === 'VERB');
  return all.find((item) => clause.verb.from <= item.verb && item.verb < clause.verb.to)?.kind ?? null;
}

/** `reports of jets stationed at X were incorrect`. */
function ofRefuted(clause: Clause, reading: Reading): boolean {
  const noun = contentNoun(clause, reading);
  if (!noun || reading.tokens[noun.to]?.lower !== 'of' || noun.to + 1 < beginOf(clause) - 1) return false;
  const refuted = reading.clauses.some((other) => REFUTE.test(other.verb.lemma) && !other.verb.negated);
  if (DISTANCING.test(reading.text(0, noun.to).toLowerCase())) return true;
  return refuted || UNTRUE.test(reading.text(clause.verb.to, reading.tokens.length).toLowerCase());
}

/** `would not let tanks be stationed there`. */
function notLet(clause: Clause, reading: Reading): boolean {
  const { parent } = clause;
  return (
    parent !== null &&
    /^(?:let|see|have)$/.test(parent.verb.lemma) &&
    reading.tokens[clause.verb.from]?.lower === 'be' &&
    isNegated(parent, reading)
  );
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
  if (clause.link !== 'that' || !clause.parent) return false;
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
  const noun = clause.marker === 'content' ? contentNoun(clause, reading) : null;
  return noun !== null && /\b(?:unconfirmed|unverified)\b/i.test(reading.text(noun.from, noun.to));
}

/** `not to Latvia but to Estonia`, `but not the Rafale`: the contrast denies this one. */
export function isContrasted(from: number, reading: Reading): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i -= 1) {
    const token = reading.tokens[i];
    if (token?.lower === 'not')
      return !/^(?:only|just|merely|least)$/.test(reading.tokens[i + 1]?.lower ?? '');
    if (token?.tag !== 'ADP' && token?.tag !== 'DET' && token?.lower !== 'to') return false;
  }
  return false;
}

/** The noun phrase right before a governed verb: `plans to`, `the offer of X to`. */
export function nounBefore(parent: Clause, child: Clause): Phrase | null {
  const ends = (phrase: Phrase): boolean =>
    (phrase.to <= child.verb.from && phrase.to >= child.verb.from - 1) ||
    phrase.post.some((item) => /^(?:of|by|for|from|in)$/.test(item.preposition) && ends(item.phrase));
  const subject = parent.verb.passive || parent.verb.lemma === 'be' ? parent.subject : [];
  return (
    [...subject, ...parent.objects, ...parent.preps.map((prep) => prep.phrase)].findLast(
      (phrase) => phrase.name === null && ends(phrase),
    ) ?? null
  );
}

export function lemmaOf(phrase: Phrase, reading: Reading): string {
  return singular(reading.tokens[phrase.head]?.lower ?? '');
}

export function phrasesOf(reading: Reading): Phrase[] {
  return reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
}
