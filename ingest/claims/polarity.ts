/** What the text denies: the verb's own negation, `no` and `neither` on its arguments, and the verbs and nouns that govern it. */
import { headLemma } from '../concepts.ts';
import { type Inversion, inversions } from '../parse/inversion.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';
import { REFUTE, TAKES_BACK } from './denial-words.ts';

/** The clause's own negation: at the verb, on its subject, or on its object. */
export function isNegated(clause: Clause, reading: Reading): boolean {
  const opening = (phrase: Phrase) =>
    [reading.tokens[phrase.from - 1], reading.tokens[phrase.from]].map((token) => token?.lower ?? '');
  const before = clause.subject.filter((phrase) => phrase.from < clause.verb.from).map(opening);
  // `neither A nor B has …`: said twice, denied once.
  if (clause.ownSubject && before.some((words) => words.includes('neither'))) return true;
  if (wasLate(clause, reading)) return false;
  const no =
    before.some(([, first]) => /^(?:no|none|nobody|nothing)$/.test(first ?? '')) ||
    before.some((words) => words.some((word) => /^(?:hardly|scarcely)$/.test(word))) ||
    (clause.ownSubject &&
      clause.subject.some((phrase) =>
        /^not (?:a|one)\b/i.test(reading.text(Math.max(0, phrase.from - 1), phrase.to)),
      ));
  return (
    (clause.verb.negated || inversionOf(clause, reading) === 'denied' || negativeObject(clause, reading)) !==
    (no && clause.ownSubject && clause.link !== 'reduced')
  );
}

/** `did not deploy drones until May`: in May it did. */
function wasLate({ verb, span }: Clause, reading: Reading): boolean {
  if (!verb.negated || !verb.past || verb.perfect) return false;
  const at = reading.tokens.findIndex(
    (token, i) => i >= verb.to && i <= span.to + 2 && /^(?:until|till)$/.test(token.lower),
  );
  return at >= 0 && !/^(?:now|today|then|further)$/.test(reading.tokens[at + 1]?.lower ?? 'now');
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
  const byVerb = (negating && about && carries) || takesBack(parent, noun, reading);
  // `decided against hosting X`.
  if (child.link === 'gerund' && child.marker === 'against' && !negating) return !isNegated(parent, reading);
  const byNoun = noun !== null && moods.get(headLemma(noun, reading)) === 'negated';
  return (byVerb !== byNoun) !== (isNegated(parent, reading) && about);
}

/** Papers and words by which something is to be done. */
const PAPERS =
  /^(?:bill|motion|resolution|draft|request|order|permission|consent|approval|promise|vow|deal|agreement|law|measure|bid|application|licen[cs]e|authori[sz]ation|mandate|word|assurance|clearance|pact|decree|undertaking)$/;

/** `withdrew its offer to host X`, `went back on a promise to send Y`, `voted down a bill to station Z`. */
export function takesBack({ verb }: Clause, noun: Phrase | null, reading: Reading): boolean {
  if (!noun || noun.name) return false;
  const lemma = headLemma(noun, reading);
  const said = reading.text(verb.from, Math.min(reading.tokens.length, verb.to + 2)).toLowerCase();
  return (
    (reading.knowledge.lexicon.moods.has(lemma) || PAPERS.test(lemma)) &&
    (TAKES_BACK.test(said) || reading.knowledge.lexicon.moods.get(verb.lemma) === 'negated')
  );
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
