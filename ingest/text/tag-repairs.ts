/** Tags the model gives policy English wrongly: nouns and modifiers taken for verbs, and the verbs of clauses that have none. */
import type { Token } from './token.ts';

/** What a token is although the model takes it for a verb, or null: `offshore patrol vessel`, `for help`, `its transfer of`. */
export function notVerb(tokens: readonly Token[], i: number): 'NOUN' | 'ADJ' | null {
  const [token, previous, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (!token) return null;
  if (/ing$/.test(token.lower)) return participleOf(tokens, i);
  if (/ed$/.test(token.lower))
    return opensSubject(tokens, i) || isShared(token, next) || isDone(previous, token, next) ? 'ADJ' : null;
  if (!previous) return null;
  if (/^calls?$/.test(token.lower) && /^(?:port|phone|telephone|video|conference)$/.test(previous.lower))
    return 'NOUN';
  const base = token.lower === token.lemma;
  const third = token.lower === `${token.lemma}s`;
  if (!base && !third) return null;
  const beforeNoun = next?.tag === 'NOUN' || next?.tag === 'PROPN';
  const descriptive = /^\p{Ll}/u.test(previous.text) && !/^(?:former|latter|both|able)$/.test(previous.lower);
  if (previous.tag === 'ADJ' && descriptive) {
    if (base && beforeNoun) return 'NOUN';
    if (third && /^(?:VERB|ADP|CCONJ|AUX)$/.test(tokens[i - 2]?.tag ?? '')) return 'NOUN';
  }
  // The adverb is an adjective here: `an offshore patrol vessel`.
  const offshore = /^(?:offshore|onshore|overseas|inland|upstream|ashore)$/.test(previous.lower);
  if (base && offshore && beforeNoun) return 'NOUN';
  if (/^(?:its|their|our|my|his)$/.test(previous.lower) && token.lower !== 'be') return 'NOUN';
  const preposition = previous.tag === 'ADP' || previous.lower === 'for';
  if (
    base &&
    preposition &&
    /^(?:for|of|with|without|by|in|on|under|from|into|at|against|despite)$/.test(previous.lower)
  )
    return token.lower === 'be' || particle(tokens, i - 1) ? null : 'NOUN';
  // `a resupply boat`: the word between is no adverb.
  const described = previous.tag === 'ADV' && !/(?:ly|not|so|then|also|now)$/.test(previous.lower);
  if (base && described && /^an?$/.test(tokens[i - 2]?.lower ?? '')) return 'NOUN';
  // `a return to calm.`
  if (base && previous.lower === 'to' && tokens[i - 2]?.tag === 'NOUN' && next?.tag === 'PUNCT')
    return /^(?:calm|normal|war|peace|work|trade|help)$/.test(token.lower) ? 'NOUN' : null;
  return null;
}

/** `carry out`, `agree on`: the word before goes with a verb, and another verb may follow. */
function particle(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'in' && tokens[at - 1]?.tag === 'VERB' && tokens[at + 2]?.tag === 'DET';
}

/** Nouns that a form in -ing before them describes: `fighting vehicles`, `fishing boats`, `training area`. */
const USED_FOR =
  /^(?:vehicles?|vessels?|boats?|ships?|crafts?|aircraft|planes?|areas?|grounds?|ranges?|camps?|cent(?:re|er)s?|plants?|stations?|facilit(?:y|ies)|systems?|fleets?|compan(?:y|ies)|rights|licen[cs]es?|seasons?|zones?|rounds?|teams?|missions?|programmes?|programs?|courses?|exercises?|mechanisms?|equipment|guns?|units?)$/;
const PURPOSE =
  /^(?:fighting|fishing|training|landing|firing|mining|operating|monitoring|refuelling|refueling|listening|living|meeting|shipping|whaling|drilling|policing|staging|launching|jamming|tracking|targeting|teaching|parking|docking|berthing|processing|clearing|bridging|planning|founding)$/;
/** What nothing is done to: before a noun these describe it. */
const INTRANSITIVE =
  /^(?:drifting|floating|rising|growing|emerging|existing|remaining|evolving|declining|looming|standing|fleeing|falling|lasting|ailing|warring|neighbouring|neighboring|incoming|outgoing|upcoming|forthcoming|prevailing|recurring|persisting|retiring|returning|thriving|lingering)$/;
/** Deeds that are named by their -ing form, with or without an object. */
const NAMED =
  /^(?:shipping|fishing|mining|smuggling|trafficking|policing|poaching|logging|farming|whaling|training|planning|bombing|shelling|fighting|hacking|jamming|spoofing|laundering|peacekeeping|peacebuilding|financing|funding|lending|mapping|drilling)$/;

function participleOf(tokens: readonly Token[], i: number): 'NOUN' | 'ADJ' | null {
  const [token, previous, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (!token || !next) return null;
  const described = /^(?:NOUN|ADJ|DET|NUM|PROPN|ADP|CCONJ)$/.test(previous?.tag ?? 'ADP');
  if (PURPOSE.test(token.lower) && USED_FOR.test(next.lower) && described) return 'ADJ';
  if (INTRANSITIVE.test(token.lower) && next.tag === 'NOUN' && previous?.tag !== 'AUX') return 'ADJ';
  const ends = /^(?:PUNCT|CCONJ|ADP|AUX)$/.test(next.tag);
  const governed =
    previous?.tag === 'ADP' ||
    (previous?.tag === 'NOUN' && !/s$/.test(previous.lower)) ||
    previous?.tag === 'ADJ';
  return NAMED.test(token.lower) && ends && governed && next.lower !== 'by' ? 'NOUN' : null;
}

/** `Coordinated patrols will be …`: before a noun that has its own verb right behind it, the form in -ed only describes. */
function opensSubject(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  if (previous && !/^[,:;]$/.test(previous.text) && previous.tag !== 'NUM') return false;
  let k = i + 1;
  while (/^(?:NOUN|ADJ)$/.test(tokens[k]?.tag ?? '')) k += 1;
  return k > i + 1 && tokens[k - 1]?.tag === 'NOUN' && tokens[k]?.tag === 'AUX';
}

/** `carry out coordinated patrols`, `hold combined drills`: behind a verb's base form the form in -ed describes. */
const isDone = (previous: Token | undefined, token: Token, next: Token | undefined) =>
  /^(?:coordinated|combined|integrated|sustained|increased|improved|enhanced|expanded|renewed|continued|targeted|synchroni[sz]ed)$/.test(
    token.lower,
  ) &&
  next?.tag === 'NOUN' &&
  (/^(?:out|up)$/.test(previous?.lower ?? '') ||
    (previous?.tag === 'VERB' && previous.lower === previous.lemma));

const isShared = (token: Token, next: Token | undefined) =>
  token.lower === 'shared' &&
  /^(?:challenges?|interests?|values|goals?|objectives?|priorit(?:y|ies)|threats?|commitments?|vision|responsibilit(?:y|ies)|principles|prosperity|security|borders?|waters|heritage|ambitions?)$/.test(
    next?.lower ?? '',
  );

/** Whether a word that the model takes for something else is the verb here; `verb` is the lemma it would have. */
export function isVerbHere(tokens: readonly Token[], i: number, verb: string): boolean {
  const [token, previous, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (!token || !previous || !next) return false;
  const base = token.lower === verb;
  const third = thirdOf(verb) === token.lower;
  // `…, and call upon communities to …`.
  if (base && verb === 'call' && next.lower === 'upon' && /^(?:and|we|also|,|to|who)$/.test(previous.lower))
    return true;
  const follows = /^(?:DET|PRON|NUM|PROPN)$/.test(next.tag) || /^(?:to|that)$/.test(next.lower);
  if (base && /^(?:who|both|they|we)$/.test(previous.lower) && /^(?:DET|PRON|NUM)$/.test(next.tag))
    return true;
  if (third && /^(?:who|which|it|he|she)$/.test(previous.lower) && (follows || next.tag === 'ADP'))
    return true;
  if (third && previous.lower === 'so' && /^[,.]$/.test(next.text)) return true;
  // `has been training alongside`, `would neither confirm nor deny`, `had neither moved artillery nor …`.
  const words = tokens.slice(Math.max(0, i - 3), i).map((item) => item.lower);
  if (/ing$/.test(token.lower) && /\b(?:has|have|had) been$/.test(words.join(' ')))
    return next.tag !== 'PUNCT';
  if (
    previous.lower === 'neither' &&
    /^(?:would|will|could|can|has|have|had|did|does|do)$/.test(words.at(-2) ?? '')
  )
    return base || /ed$/.test(token.lower);
  return inClauseWithout(tokens, i, verb, third);
}

function thirdOf(verb: string): string {
  if (/(?:[sxz]|ch|sh)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Words a clause begins behind. */
const OPENS = /^(?:that|which|who|whom|what|whose|whether|if|while|because|although|whereas|;|:)$/;

/** Behind `that`, `which` and the like there must be a verb: the first word that can be it, where nothing else can. */
function inClauseWithout(tokens: readonly Token[], i: number, verb: string, third: boolean): boolean {
  const [token, previous, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (!token || !previous || !next || !/^(?:NOUN|ADJ|ADV|PROPN)$/.test(token.tag)) return false;
  const plural = previous.tag === 'NOUN' && /[^s]s$/.test(previous.lower);
  const name = previous.tag === 'PROPN' && /^\p{Lu}/u.test(previous.text);
  const paid = PAST.test(token.lower) && (name || previous.tag === 'NOUN');
  const agrees =
    paid ||
    (third && (name || (previous.tag === 'NOUN' && !plural))) ||
    (token.lower === verb && (plural || (name && next.lower === 'that')));
  if (!agrees || !/^(?:DET|PRON|PROPN|ADP|NUM|NOUN|ADJ|ADV|SCONJ|PART|PUNCT)$/.test(next.tag)) return false;
  let begin = i - 1;
  while (begin >= 0 && !OPENS.test(tokens[begin]?.lower ?? '')) {
    if (hasTense(tokens, begin)) return false;
    begin -= 1;
  }
  // A heading or an item of a list may do without a verb.
  if (begin < 0 && !(paid && tokens.at(-1)?.text === '.') && !(name && third && next.tag !== 'NOUN'))
    return false;
  for (let k = i + 1; k < tokens.length && !OPENS.test(tokens[k]?.lower ?? ''); k += 1) {
    if (/^(?:,|and|but|as)$/.test(tokens[k]?.lower ?? '')) return true;
    if (hasTense(tokens, k)) return false;
  }
  return true;
}

const PAST =
  /^(?:paid|held|took|gave|said|told|met|spoke|sent|struck|went|drew|laid|led|sought|flew|set|made|saw|began|came|fell|rose|won|lost|brought|bought|built|wrote|ran|stood|became|grew|broke|chose|kept|found|sold)$/;

function hasTense(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag === 'AUX') return tokens[at - 1]?.lower !== 'to';
  return (
    token?.tag === 'VERB' &&
    tokens[at - 1]?.lower !== 'to' &&
    !/ing$/.test(token.lower) &&
    !(
      /(?:ed|en)$/.test(token.lower) &&
      /^(?:NOUN|PUNCT)$/.test(tokens[at - 1]?.tag ?? '') &&
      /^(?:by|at|in|from|to|on|with|for)$/.test(tokens[at + 1]?.lower ?? '')
    )
  );
}

/** `Press reports that jets had been sent to X are false`: behind the verb of the content there is one more that nothing joins to it. */
export function verbBehindContent(tokens: readonly Token[], that: number): boolean {
  if (tokens[that]?.lower !== 'that') return false;
  const first = tokens.findIndex((_, i) => i > that && hasTense(tokens, i));
  let end = first;
  while (first > 0 && /^(?:AUX|VERB|ADV|PART)$/.test(tokens[end]?.tag ?? '')) end += 1;
  for (let i = end; first > 0 && i < tokens.length; i += 1) {
    if (OPENS.test(tokens[i]?.lower ?? '') || /^(?:,|and|but|as)$/.test(tokens[i]?.lower ?? '')) return false;
    if (hasTense(tokens, i)) return true;
  }
  return false;
}
