/** Unknown capitalised names in the positions of places: `in Suva and Nadi`, `near Vatia`, `through Khorgos`, `the island of Manra`, `northern Luzon`. */
import type { Token } from '../text/token.ts';
import { isCapital } from './capitals.ts';
import type { Found } from './found.ts';

const STRONG = new Set('in near outside around off inside at across throughout via'.split(' '));
/** These lead to places and to much else. */
const WEAK = new Set('through from towards toward on to between beyond into'.split(' '));
const MOVES =
  /^(?:deploy|send|sent|mov(?:e|ed|ing)|relocat|transfer|station|dispatch|br(?:ing|ought)|plac(?:ed|ing)|travel|visit|arriv|depart|return|fl(?:y|ew|ying|ights?)|sail|withdr|convoy|ship(?:ped|ment)|presence|passage|pipeline|railway|road|aid|bound)/;
const KIND =
  /^(?:islands?|city|town|village|port|province|district|capital|settlement|municipality|prefecture|governorate|region|archipelago|atoll|reef|shoal|enclave|peninsula|state|county|base|strait)$/;
/** `the border post of X`, `the commune of X`: behind `of` what is so called. */
const SETTLED =
  /^(?:post|outpost|camp|crossing|checkpoint|commune|hamlet|suburb|neighbou?rhood|locality|parish|canton|township|department|islet|oasis|valley|crossroads|ford)$/;
/** What is left, reached or taken is a place, when nothing else is known of it. */
const TAKES =
  /^(?:left|leaving|reached|reaching|entered|entering|captured|capturing|seized|seizing|retook|recaptured|besieged|shelled|bombed|bombarded|occupied|liberated|overran)$/;
const TAKING =
  /^(?:siege|fall|capture|recapture|bombardment|shelling|bombing|battle|occupation|liberation|storming)$/;
const LEAVES = /\b(?:left|leaves?|departed|sailed|bound|headed|heading|set out)\b/;
const COMPASS =
  /^(?:north|south|east|west|central|upper|lower|(?:north|south)(?:east|west)(?:ern)?|(?:north|south|east|west)ern|northernmost|southernmost|mainland|coastal|downtown)$/;
const NEVER = new Set(
  'January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday English French Arabic Spanish Chinese Parliament Congress God Phase Article Annex Section Resolution Christmas Ramadan Easter Islam Response Answer Addition Return Reply Accordance Line Support View Order Light Particular Brief Block Sector Zone Line'.split(
    ' ',
  ),
);
/** `interest in`, `participated in`: the preposition belongs to the word before. */
const GOVERNED =
  /^(?:part|participate|participates|participated|participating|participation|interest|interested|believe|force|trust|confidence|invest|investment|engage|engaged|succeed|resulted|result)$/;

/** Names of places that nothing else explains. `taken` tells which words other names hold. */
export function places(tokens: readonly Token[], taken: (index: number) => boolean): Found[] {
  const moves = tokens.some((token) => MOVES.test(token.lower));
  const found: Found[] = dateline(tokens, taken);
  tokens.forEach((_, i) => {
    const at = placed(tokens, i, moves, taken);
    const first = at === null ? null : nameAt(tokens, at, taken);
    if (!first || GOVERNED.test(tokens[i - 1]?.lower ?? '')) return;
    found.push(first, ...listed(tokens, first.to, taken));
  });
  return found;
}

/** `DUBAI, March 9 (…)`, `PORT VILA, 3 May`, `Villamontes, 5 August 2024`: where a report was filed. */
function dateline(tokens: readonly Token[], taken: (index: number) => boolean): Found[] {
  let to = 0;
  while (to < 4 && isCapital(tokens[to]) && /^\p{L}[\p{L}'’-]+$/u.test(tokens[to]?.text ?? '')) to += 1;
  if (to === 0 || taken(0) || tokens[to]?.text !== ',') return [];
  const dated = [to + 1, to + 2].some((i) => MONTH.test(tokens[i]?.text ?? ''));
  return dated ? [{ from: 0, to, type: 'Place', rank: 1 }] : [];
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i;

/** Where the name begins that the word at `i` leads to, or null. */
function placed(
  tokens: readonly Token[],
  i: number,
  moves: boolean,
  taken: (index: number) => boolean,
): number | null {
  const word = tokens[i]?.lower ?? '';
  const next = i + 1;
  if (!isCapital(tokens[next]) || taken(next)) return null;
  if (STRONG.has(word)) return next;
  if (COMPASS.test(word) && /^\p{Ll}/u.test(tokens[i]?.text ?? '')) return next;
  if (KIND.test(word) && tokens[i]?.tag === 'NOUN' && /^\p{Ll}/u.test(tokens[i]?.text ?? '')) return next;
  if (word === 'of' && (KIND.test(tokens[i - 1]?.lower ?? '') || SETTLED.test(tokens[i - 1]?.lower ?? '')))
    return next;
  if (
    word === 'for' &&
    LEAVES.test(
      tokens
        .slice(Math.max(0, i - 6), i)
        .map((token) => token.lower)
        .join(' '),
    ) &&
    ends(tokens, next)
  )
    return next;
  if (/^visit(?:ed|ing|s)?$/.test(word)) return next;
  if (TAKES.test(word) && ends(tokens, next)) return next;
  if (word === 'between' && tokens[next + 1]?.lower === 'and' && isCapital(tokens[next + 2])) return next;
  const based = /^(?:station|bas|deploy|land|garrison|install|plac)ed$/.test(tokens[i - 1]?.lower ?? '');
  if (word === 'on' && based && ends(tokens, next)) return next;
  if (word === 'of' && TAKING.test(tokens[i - 1]?.lower ?? '') && ends(tokens, next)) return next;
  if (word === 'on' && moves && /^(?:it|them)$/.test(tokens[i - 1]?.lower ?? '')) return next;
  if (
    word === 'on' &&
    /^(?:PROPN|NOUN)$/.test(tokens[i - 1]?.tag ?? '') &&
    ends(tokens, next) &&
    !isHeadline(tokens)
  )
    return next;
  return WEAK.has(word) && moves && word !== 'on' && ends(tokens, next) ? next : null;
}

/** Every longer word has its capital, which then says nothing. */
function isHeadline(tokens: readonly Token[]): boolean {
  return !tokens.some((token) => /^\p{Ll}[\p{L}-]{4,}$/u.test(token.text));
}

/** Nothing but a boundary follows the name: `to Kandi.` but not `to Kandi officials`. */
function ends(tokens: readonly Token[], at: number): boolean {
  let to = at;
  while (isCapital(tokens[to]) && to < at + 3) to += 1;
  const next = tokens[to];
  return (
    next === undefined ||
    /^(?:next|last|this|earlier|later|early|late)$/.test(next.lower) ||
    /^(?:PUNCT|ADP|CCONJ|AUX|VERB|ADV|PRON|SCONJ|NUM|DET)$/.test(next.tag)
  );
}

function nameAt(tokens: readonly Token[], at: number, taken: (index: number) => boolean): Found | null {
  const text = tokens[at]?.text ?? '';
  if (NEVER.has(text) || /^\p{Lu}{2,}$/u.test(text) || /^\p{Lu}\.?$/u.test(text)) return null;
  let to = at + 1;
  while (isCapital(tokens[to]) && !taken(to) && to < at + 3 && !NEVER.has(tokens[to]?.text ?? '')) to += 1;
  if (tokens[to]?.lower === "'s" && isCapital(tokens[to + 1]) && !taken(to + 1) && to === at + 1) to += 2;
  if (tokens[to]?.lower === "'s" || taken(to) || /^(?:said|told)$/.test(tokens[to]?.lower ?? '')) return null;
  return { from: at, to, type: 'Place', rank: 1 };
}

/** `… and Nadi`, `…, Nadi and Levuka`: what is joined to a place is one. */
function listed(tokens: readonly Token[], at: number, taken: (index: number) => boolean): Found[] {
  const found: Found[] = [];
  let i = at;
  while (/^(?:and|or|,)$/.test(tokens[i]?.lower ?? '')) {
    const begin = tokens[i]?.text === ',' && tokens[i + 1]?.lower === 'and' ? i + 2 : i + 1;
    if (!isCapital(tokens[begin]) || taken(begin)) break;
    const name = nameAt(tokens, begin, taken);
    if (!name || name.to - name.from > 2) break;
    // A comma alone may end the phrase; only a list goes on with `and`.
    if (tokens[i]?.text === ',' && begin === i + 1 && !/^(?:and|,)$/.test(tokens[name.to]?.lower ?? ''))
      break;
    found.push(name);
    i = name.to;
  }
  return found;
}
