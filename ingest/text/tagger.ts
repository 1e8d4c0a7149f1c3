/** Part-of-speech tags and lemmas: wink-nlp with its bundled English model, corrected where policy English misleads it. */
import { createRequire } from 'node:module';
import { inversions } from '../parse/inversion.ts';
import { isVerbHere, notVerb, verbBehindContent } from './tag-repairs.ts';
import type { Tag, Token, Word } from './token.ts';

export type Tagger = (words: readonly Word[]) => Token[];

const TAGS = new Set<string>(
  'ADJ ADP ADV AUX CCONJ DET NOUN NUM PART PRON PROPN PUNCT SCONJ VERB'.split(' '),
);

/** Loads the model once; the tagger itself is pure. */
export function loadTagger(isVerb: (form: string) => string | undefined): Tagger {
  const require = createRequire(import.meta.url);
  // Required here, not imported: both are CommonJS and heavy, and a command that never reads a text should not wait for them.
  const winkNLP = require('wink-nlp') as typeof import('wink-nlp').default;
  const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const its = nlp.its;
  return (words) => {
    const joined = words.map((word) => word.text.replace(/^['’]s$/, "'s").replace(/\./g, '')).join(' ');
    const read = nlp.readDoc(joined);
    const tags = read.tokens().out(its.pos) as unknown as string[];
    const lemmas = read.tokens().out(its.lemma as never) as unknown as string[];
    const texts = read.tokens().out() as string[];
    const tokens = align(words, texts, tags, lemmas);
    correct(tokens, isVerb);
    return tokens;
  };
}

/** Gives every word the tag of the model's token that begins where it begins, counted without spaces and stops. */
function align(words: readonly Word[], texts: string[], tags: string[], lemmas: string[]): Token[] {
  const at = new Map<number, number>();
  let position = 0;
  texts.forEach((text, index) => {
    at.set(position, index);
    position += text.replace(/[\s.]/g, '').length;
  });
  position = 0;
  return words.map((word) => {
    const index = at.get(position) ?? -1;
    position += word.text.replace(/[\s.]/g, '').length;
    const tag = tags[index] ?? 'X';
    const lower = word.text.toLowerCase().replace(/’/g, "'");
    const whole = (texts[index] ?? '').replace(/[\s.]/g, '') === word.text.replace(/[\s.]/g, '');
    return {
      ...word,
      lower,
      lemma: whole ? (lemmas[index] ?? lower).toLowerCase() : lower,
      tag: (TAGS.has(tag) ? tag : 'X') as Tag,
    };
  });
}

const MODALS = new Set('will would shall should can could may might must to cannot'.split(' '));
const BETWEEN = new Set(
  'further also not jointly closely fundamentally even more promptly fully together'.split(' '),
);
/** `Concerned by X, the Ministers …`. */
const ATTITUDE =
  /^(?:concerned|alarmed|worried|disturbed|troubled|appalled|committed|convinced|encouraged|opposed|united)$/;
const NOUN_ONLY = new Set(['summary', 'issue', 'issues', 'ministers']);

/** Repairs the tags that decide a clause: verbs after modals and `to`, nouns taken for verbs, words that are always one thing. */
function correct(tokens: Token[], isVerb: (form: string) => string | undefined): void {
  // Marks first: what is repaired looks at the token behind.
  for (const token of tokens) if (!/[\p{L}\p{N}]/u.test(token.text)) token.tag = 'PUNCT';
  let finite = tokens.some((token, i) => standsAlone(token, tokens[i - 1]));
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const previous = tokens[i - 1];
    const verb = isVerb(token.lower);
    if (token.lower === "'s") token.tag = 'PART';
    if (token.lower === "n't" || token.lower === 'not') token.tag = 'PART';
    if (token.lower === 'further' && next?.tag !== 'NOUN' && !(next?.tag === 'DET' || next?.tag === 'ADP'))
      token.tag = 'ADV';
    if (token.tag === 'PROPN' && /^\p{Ll}/u.test(token.text) && !/\p{Lu}/u.test(token.text))
      token.tag = 'NOUN';
    // `the Navy's offshore patrol vessel`
    if (
      token.tag === 'ADV' &&
      /^(?:offshore|onshore|overseas|inland|upstream|downstream|abroad)$/.test(token.lower) &&
      (previous?.lower === "'s" || /^(?:DET|ADJ|NUM)$/.test(previous?.tag ?? ''))
    )
      token.tag = 'ADJ';
    if (NOUN_ONLY.has(token.lower) && token.tag === 'VERB') token.tag = 'NOUN';
    // `No one has …`: a subject.
    if (token.lower === 'one' && previous?.lower === 'no' && next?.tag !== 'NOUN') token.tag = 'NOUN';
    if (/ed$/.test(token.lower) && token.tag !== 'VERB' && perfect(tokens, i)) token.tag = 'VERB';
    if (token.tag === 'VERB' && (isNominal(tokens, i) || isReporting(tokens, i) || isDeed(tokens, i)))
      token.tag = 'NOUN';
    const other = token.tag === 'VERB' ? notVerb(tokens, i) : null;
    if (other) {
      token.tag = other;
      if (!finite) finite = tokens.some((item, k) => standsAlone(item, tokens[k - 1]));
      continue;
    }
    if (token.tag === 'NOUN' && callsOn(tokens, i)) {
      token.tag = 'VERB';
      token.lemma = 'call';
    }
    if (token.tag === 'VERB' && !verb && token.text.includes('-') && next?.tag === 'NOUN') token.tag = 'ADJ';
    // `had shot down a drone`.
    if (token.lower === 'shot' && next?.lower === 'down') {
      token.tag = 'VERB';
      token.lemma = 'shoot';
    }
    if (
      (i === 0 || (i === 1 && previous?.tag === 'ADV')) &&
      next?.tag === 'ADP' &&
      ATTITUDE.test(token.lower) &&
      verb
    )
      token.tag = 'VERB';
    if (verb && token.tag === 'VERB') token.lemma = verb;
    if (!verb || token.tag === 'VERB' || token.tag === 'AUX' || /^\p{Lu}/u.test(token.text)) continue;
    if (isReporting(tokens, i)) continue;
    const needed = !finite && wanting(tokens, i, verb);
    if (
      afterModal(tokens, i, verb) ||
      afterSubject(token, previous, next) ||
      asksForVerb(tokens, i, verb) ||
      afterNegation(tokens, i, verb) ||
      afterShould(tokens, i, verb) ||
      isVerbHere(tokens, i, verb) ||
      needed
    ) {
      if (needed) finite = true;
      token.tag = 'VERB';
      token.lemma = verb;
    }
  }
  verbsOfInversions(tokens, isVerb);
}

/** Behind a fronted `never` or `at no time` the verb stands after its subject: `will Ireland host`. */
function verbsOfInversions(tokens: Token[], isVerb: (form: string) => string | undefined): void {
  for (const { verb } of inversions(tokens, (token) => isVerb(token.lower) !== undefined)) {
    const token = tokens[verb];
    if (!token) continue;
    token.tag = 'VERB';
    token.lemma = isVerb(token.lower) ?? token.lemma;
  }
}

/** `did not welcome`, `no longer cooperates`: after these only a verb stands. */
function afterNegation(tokens: readonly Token[], i: number, verb: string): boolean {
  const before = (back: number) => tokens[i - back]?.lower ?? '';
  if (/^(?:no longer|not yet)$/.test(`${before(2)} ${before(1)}`)) return tokens[i - 3]?.tag !== 'ADP';
  // `Zambia neither operates nor …`.
  if (before(1) === 'neither' && /^(?:PROPN|NOUN|PRON)$/.test(tokens[i - 2]?.tag ?? '')) return true;
  let k = 1;
  while (tokens[i - k]?.tag === 'ADV' && k < 4) k += 1;
  return (
    /^(?:not|n't|never)$/.test(before(k)) &&
    /^(?:do|does|did)$/.test(before(k + 1)) &&
    verb === tokens[i]?.lower
  );
}

/** `had neutralised a mine`: a form in -ed between `had` and an object. */
function perfect(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:has|have|had)$/.test(tokens[i - 1]?.lower ?? '') &&
    /^(?:DET|PROPN|PRON|ADP|NUM)$/.test(tokens[i + 1]?.tag ?? '')
  );
}

/** `Should a cyclone strike the region, …`: the first word behind the subject that can be the verb. */
function afterShould(tokens: readonly Token[], i: number, verb: string): boolean {
  if (verb !== tokens[i]?.lower || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[i - 1]?.tag ?? '')) return false;
  for (let k = i - 1; k >= Math.max(0, i - 6); k -= 1) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(tokens[k]?.tag ?? '') && tokens[k]?.lower !== 'should') return false;
    if (tokens[k]?.lower === 'should') return k === 0 || /^(?:,|that|and)$/.test(tokens[k - 1]?.lower ?? '');
  }
  return false;
}

/** Whether the sentence has a verb of its own here: no infinitive and no form in -ing. */
function standsAlone(token: Token, previous: Token | undefined): boolean {
  if (token.tag === 'AUX') return previous?.lower !== 'to';
  return token.tag === 'VERB' && previous?.lower !== 'to' && !/ing$/.test(token.lower);
}

/** `Japan and Kenya plan to …`, `share information on …`: the only word that can be the verb of a sentence without one. */
function wanting(tokens: readonly Token[], i: number, verb: string): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (token?.tag !== 'NOUN' || !previous || !next || tokens.at(-1)?.text !== '.') return false;
  const subject =
    (previous.tag === 'PROPN' && /^\p{Lu}/u.test(previous.text)) ||
    (previous.tag === 'NOUN' && /s$/.test(previous.lower));
  const form = token.lower === verb || token.lower === `${verb}s`;
  // `The brigade fields CV90 vehicles`.
  const one = previous.tag === 'NOUN' && tokens[i - 2]?.tag === 'DET' && token.lower === `${verb}s`;
  if (one && /^(?:PROPN|NUM|DET)$/.test(next.tag)) return true;
  return subject && form && /^(?:to|NOUN|DET|ADJ|PROPN|ADP|NUM)$/.test(next.lower === 'to' ? 'to' : next.tag);
}

/** `denied press reports that …`, `contrary to press reports`: what the press says, not that it says. */
function isReporting(tokens: readonly Token[], i: number): boolean {
  const told = /^(?:reports|claims|accounts|stories)$/;
  const medium =
    /^(?:press|media|news|newspaper|intelligence|earlier|recent|false|such|those|these|some|any|no|all)$/;
  if (tokens[i]?.lower === 'press') return told.test(tokens[i + 1]?.lower ?? '');
  const before = tokens[i - 1]?.lower ?? '';
  if (!told.test(tokens[i]?.lower ?? '')) return false;
  // `contrary to reports that …`: behind `to` no such form is a verb.
  if (before === 'to') return true;
  // `media reports that …` at the beginning is a sentence of its own, unless it has another verb.
  const opening = tokens[i - 2]?.tag ?? 'PUNCT';
  return (
    medium.test(before) && (/^(?:VERB|ADP|ADJ|DET|NOUN)$/.test(opening) || verbBehindContent(tokens, i + 1))
  );
}

/** A form taken for a verb that is a noun: `the deepening of`, `so-called "counterstrike capabilities"`, `the use of`. */
function isNominal(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (!token || !previous) return false;
  const determined =
    previous.tag === 'DET' ||
    previous.lower === "'s" ||
    (previous.tag === 'ADJ' && tokens[i - 2]?.tag === 'DET');
  if (/ing$/.test(token.lower)) return determined && next?.lower === 'of';
  if (/ed$/.test(token.lower)) return false;
  if (determined && previous.lower !== 'that') return true;
  const quoted = /^["“‘]$/.test(previous.text) && /^(?:ADJ|ADV|DET)$/.test(tokens[i - 2]?.tag ?? '');
  return quoted && next?.tag === 'NOUN';
}

/** Forms in -ing that behind a noun name what is done: `information sharing`, `river policing`. */
const DONE =
  /^(?:sharing|shipping|policing|basing|training|planning|mining|fishing|smuggling|trafficking|processing|manufacturing|financing|hosting|laundering|monitoring|mapping|dumping|jamming|building|making|handling|refuelling|refueling|screening|clearing|licensing|recycling|grazing|logging|farming|whaling|drilling|spoofing|hacking|testing|engineering|tracking|targeting|stockpiling|lending|pricing|networking|modelling|modeling|surveying|sealing|docking|berthing|patrolling|fielding|exercising)$/;

/** `information sharing`, `regular port calls,`, `Botswana's successful hosting of`: names of deeds taken for verbs. */
function isDeed(tokens: readonly Token[], i: number): boolean {
  const [token, previous, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (!token || !previous) return false;
  const ends = !next || /^(?:PUNCT|CCONJ|ADP|SCONJ|VERB|AUX)$/.test(next.tag);
  if (DONE.test(token.lower)) {
    const compound =
      previous.tag === 'NOUN' && (!/s$/.test(previous.lower) || /ss$/.test(previous.lower)) && ends;
    const judged =
      previous.tag === 'ADJ' && ends && !/^(?:is|are|was|were|been|be)$/.test(tokens[i - 2]?.lower ?? '');
    return compound || judged;
  }
  if (
    /^(?:calls|visits|talks|attacks|patrols|flights|exercises|checks|controls|exports|imports|transfers|reforms)$/.test(
      token.lower,
    )
  )
    return (
      previous.tag === 'NOUN' && !/s$/.test(previous.lower) && (!next || /^(?:PUNCT|CCONJ)$/.test(next.tag))
    );
  return false;
}

/** `condemn the attack and call on all parties`: behind a bare conjunction and before `on` it is a verb. */
function callsOn(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.lower === 'call' &&
    tokens[i - 1]?.tag === 'CCONJ' &&
    /^(?:on|upon|for)$/.test(tokens[i + 1]?.lower ?? '') &&
    tokens.slice(0, i).some((token) => token.tag === 'VERB' && token.lower === token.lemma)
  );
}

function afterModal(tokens: readonly Token[], i: number, verb: string): boolean {
  const token = tokens[i];
  let before = i - 1;
  while (before >= 0 && (tokens[before]?.tag === 'ADV' || BETWEEN.has(tokens[before]?.lower ?? '')))
    before -= 1;
  const previous = tokens[before];
  if (!token || !previous || !MODALS.has(previous.lower) || verb !== token.lower) return false;
  // `contrary to press reports`.
  if (
    /^(?:contrary|according|due|thanks|owing|prior|pursuant)$/.test(tokens[before - 1]?.lower ?? '') &&
    previous.lower === 'to'
  )
    return false;
  return !(
    previous.lower === 'to' &&
    (previous.tag === 'ADP' ||
      (token.tag === 'NOUN' && tokens[i + 1]?.tag !== 'DET' && before === i - 1 && previous.tag !== 'PART'))
  );
}

/** `which hosts Heron drones`, `Indonesia plans to …`, `and station them at …`: only a verb can stand here. */
function asksForVerb(tokens: readonly Token[], i: number, verb: string): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (token?.tag !== 'NOUN' || !previous || !next) return false;
  if (/^(?:which|who)$/.test(previous.lower)) return token.lower === `${verb}s` || /ed$/.test(token.lower);
  if (/^(?:them|it|him|us)$/.test(next.lower))
    return previous.tag === 'CCONJ' && (token.lower === verb || token.lower === `${verb}s`);
  const name = previous.tag === 'PROPN' && /^\p{Lu}/u.test(previous.text);
  return (
    name &&
    next.lower === 'to' &&
    /^(?:plan|aim|hope|seek|need|want|vow|pledge|move|threaten|offer|promise)s$/.test(token.lower)
  );
}

/** `the United States share the same direction`: after a name or plural, before a determiner. */
function afterSubject(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (
    previous?.tag === 'PROPN' &&
    /^\p{Lu}/u.test(previous.text) &&
    /ed$/.test(token.lower) &&
    next !== undefined &&
    next.tag !== 'NOUN'
  )
    return true;
  const subject =
    previous !== undefined &&
    ((previous.tag === 'PROPN' && /^\p{Lu}/u.test(previous.text)) ||
      (previous.tag === 'NOUN' && /s$/.test(previous.lower)));
  return (
    subject &&
    token.tag === 'NOUN' &&
    (next?.tag === 'DET' || next?.lower === 'its' || next?.lower === 'their' || next?.lower === 'that')
  );
}
