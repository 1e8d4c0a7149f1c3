/**
 * The grammar of titles: [article] [country or body] [former, incoming …] [country] modifier* head [of or for portfolio] [of country].
 * `then-Defense Minister`, `Fiji's Minister for Home Affairs`, `NATO Deputy Secretary General`.
 */
import type { Lexicon } from '../knowledge/lexicon.ts';
import type { Span, Token } from '../text/token.ts';
import { isCapital } from './capitals.ts';
import type { OfficeName } from './found.ts';

export type Titles = Lexicon['titles'] & {
  portfolio: ReadonlySet<string>;
  portfolioLower: ReadonlySet<string>;
};
export type CountryAt = (index: number) => { id: string; to: number; adjective: boolean } | null;

/** A sentence and what is known of its words before people are looked for. */
export type Ground = {
  tokens: readonly Token[];
  titles: Titles;
  countryAt: CountryAt;
  /** Words of names that are no person's: countries, known bodies, equipment. */
  taken: (index: number) => boolean;
  surnames: ReadonlySet<string>;
  /** End of the body whose name begins here. */
  bodyEnd: (index: number) => number | null;
};

/** `from` takes country and status with it; `before` also a body; a name may follow at `nameFrom`. */
export type Title = Span & { before: number; nameFrom: number; office: OfficeName };

type Start = {
  at: number;
  country: string | null;
  owned: boolean;
  bodied: boolean;
  status: OfficeName['status'];
};

/** The title beginning at `start`, or null. Plural titles are no single person's. */
export function titleAt(ground: Ground, start: number): Title | null {
  const { tokens, titles, countryAt } = ground;
  const article = /^(?:the|a|an)$/.test(tokens[start]?.lower ?? '');
  const opening = openingOf(ground, ranked(ground, article ? start + 1 : start));
  const prefix = /^(?:then|ex|former)[-‐](.+)$/i.exec(tokens[opening.at]?.text ?? '')?.[1];
  const from = opening.at;
  const head = prefix ? prefixedHead(ground, from, capital(prefix)) : headEnd(ground, from);
  if (head === null) return null;
  let status = prefix ? 'former' : opening.status;
  let i = head;
  if (/-(?:designate|elect)$/.test(tokens[i - 1]?.lower ?? '')) status = 'future';
  if (tokens[i]?.lower === '-' && /^(?:designate|elect)$/.test(tokens[i + 1]?.lower ?? '')) i += 1;
  if (/^(?:designate|elect|nominee)$/.test(tokens[i]?.lower ?? '')) {
    status = 'future';
    i += 1;
  }
  i = secondPortfolio(ground, portfolioEnd(ground, i));
  // "Minister of Defence-designate"
  if (DESIGNATED.test(tokens[i - 1]?.text ?? '')) status = 'future';
  if (i === head) i = presidedEnd(ground, head);
  const posted = postedEnd(ground, i);
  const owner = posted === i ? ownerAfter(ground, i) : null;
  i = posted;
  const office: OfficeName = {
    from,
    to: i,
    title: tokens
      .slice(from, i)
      .map((token) => token.text.replace(DESIGNATED, ''))
      .join(' '),
    country: opening.country ?? owner?.id ?? null,
    status,
  };
  if (status === 'holds' && ended(tokens, owner?.to ?? i)) office.status = 'former';
  const spanFrom = !opening.bodied && (opening.owned || opening.status !== 'holds' || article) ? start : from;
  if (tokens[i]?.text === ',' && titles.honorifics.has(honorificAt(tokens, i + 1)))
    return { from: spanFrom, to: i, before: start, nameFrom: i + 1, office };
  const to = owner && countryAt(owner.from) ? owner.to : i;
  return { from: spanFrom, to, before: start, nameFrom: to, office };
}

/** `Estonia's foreign minister until 2019`, `chairman from 2010 to 2014`: held no more. */
function ended(tokens: readonly Token[], at: number): boolean {
  const time =
    /^(?:\d{4}|recently|last|early|late|January|February|March|April|May|June|July|August|September|October|November|December)$/;
  const word = (i: number) => tokens[i]?.text ?? '';
  if (word(at) === 'until') return time.test(word(at + 1));
  if (word(at) === 'between') return time.test(word(at + 1)) && word(at + 2) === 'and';
  return word(at) === 'from' && time.test(word(at + 1)) && word(at + 2) === 'to' && time.test(word(at + 3));
}

const honorificAt = (tokens: readonly Token[], at: number) =>
  tokens[tokens[at]?.lower === 'the' ? at + 1 : at]?.text ?? '';

/** `deputy Pentagon press secretary`: a modifier before the body. */
function ranked({ tokens, countryAt, bodyEnd }: Ground, at: number): number {
  const leads = /^(?:deputy|acting|chief|senior|assistant|principal)$/i.test(tokens[at]?.text ?? '');
  return leads && (countryAt(at + 1) ?? bodyEnd(at + 1)) !== null ? at + 1 : at;
}

/** `the army's chief of staff`: a body that its common noun tells. */
const COMMON_BODY =
  /^(?:army|navy|force|ministry|government|alliance|mission|battlegroup|command|group|party|service|agency|council|bloc|union|country|president|department|battalion|brigade|institute|commission|guard|military|corps)$/;

/** Country or body, `'s`, status, and a country behind the status. */
function openingOf({ tokens, titles, countryAt, bodyEnd }: Ground, at: number): Start {
  let i = at;
  let country: string | null = null;
  let status: OfficeName['status'] = 'holds';
  const nation = countryAt(i);
  const body = nation ? null : bodyEnd(i);
  const skip = (end: number) =>
    tokens[end]?.lower === "'s" ||
    (/^['’]$/.test(tokens[end]?.text ?? '') && /s$/.test(tokens[end - 1]?.text ?? ''))
      ? end + 1
      : end;
  if (nation) {
    country = nation.id;
    i = skip(nation.to);
  } else if (body !== null) i = skip(body);
  else if (COMMON_BODY.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === "'s") i += 2;
  const word = tokens[i]?.lower ?? '';
  if (titles.former.has(word)) status = 'former';
  else if (titles.future.has(word)) status = 'future';
  // "Senegal's new Minister"
  if (status !== 'holds' || (nation && word === 'new')) i += 1;
  if (tokens[i]?.text === '-') i += 1;
  const later = nation ? null : countryAt(i);
  if (later) {
    country = later.id;
    i = skip(later.to);
  }
  return { at: i, country, owned: nation !== null, bodied: body !== null, status };
}

/** `then-Minister`, `then-Defense Minister`: the prefix hides a head or the first modifier. */
function prefixedHead(ground: Ground, at: number, word: string): number | null {
  const { titles } = ground;
  const behind = headEnd(ground, at + 1);
  if (titles.modifiers.has(word) && behind !== null) return behind;
  return titles.heads.has(word) ? at + 1 : behind;
}

/** End of `modifier* head`, with heads of two words. */
function headEnd({ tokens, titles }: Ground, at: number): number | null {
  let i = at;
  while (isModifier(tokens, i, titles)) i += 1;
  const token = tokens[i];
  const designated = /^(.+)-(?:designate|elect)$/.exec(token?.text ?? '')?.[1];
  if (designated && titles.heads.has(capital(designated))) return i + 1;
  if (!token || !isHead(token, titles) || /^(?:ministers|secretaries)$/.test(token.lower)) return null;
  // "Prince Turki" is addressed so; a "Crown Prince" holds an office.
  if (i === at && /^(?:prince|princess)$/.test(token.lower)) return null;
  i += 1;
  while (
    /^(?:General|Minister|Secretary|Delegate|Plenipotentiary)$/i.test(tokens[i]?.text ?? '') &&
    (isHead(tokens[i], titles) ||
      /^(?:Delegate|Plenipotentiary)$/.test(tokens[i]?.text ?? '') ||
      (/^general$/i.test(tokens[i]?.text ?? '') && GENERALS.test(tokens[i - 1]?.text ?? '')))
  )
    i += 1;
  return i;
}

/** Whose `General` is part of the title and no rank of the name behind it. */
const GENERALS =
  /^(?:Secretary|Director|Inspector|Consul|Attorney|Governor|Commissioner|Prosecutor|Auditor)$/i;

/** `Deputy Prime Minister and Minister for Defence`. */
function secondPortfolio(ground: Ground, at: number): number {
  const { tokens, titles } = ground;
  if (tokens[at]?.lower !== 'and') return at;
  let k = at + 1;
  while (isModifier(tokens, k, titles)) k += 1;
  return isHead(tokens[k], titles) && !/s$/.test(tokens[k]?.lower ?? '') ? portfolioEnd(ground, k + 1) : at;
}

/** `U.S. Ambassador to Japan`, `special envoy for Yemen`: where one is sent says nothing of whose one is. */
function postedEnd({ tokens, countryAt, bodyEnd }: Ground, at: number): number {
  const sent = /^(?:ambassador|envoy|representative|coordinator|commissioner)(?:-designate)?$/;
  if (!sent.test(tokens[at - 1]?.lower ?? '') || !/^(?:to|for)$/.test(tokens[at]?.lower ?? '')) return at;
  const from = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  return (
    countryAt(from)?.to ?? bodyEnd(from) ?? (tokens[at]?.lower === 'for' ? areaEnd(tokens, from) : null) ?? at
  );
}

/** `for the Horn of Africa`, `for Western Sahara`: capitalised words up to what closes them. */
function areaEnd(tokens: readonly Token[], from: number): number | null {
  let i = from;
  while (isCapital(tokens[i]) || (tokens[i]?.lower === 'of' && i > from && isCapital(tokens[i + 1]))) i += 1;
  return i > from ? i : null;
}

function ownerAfter({ tokens, countryAt }: Ground, start: number): (Span & { id: string }) | null {
  // "Duncan McLeish, Minister of National Defence, of Canada"
  const at = tokens[start]?.text === ',' && tokens[start + 1]?.lower === 'of' ? start + 1 : start;
  if (!/^(?:of|for)$/.test(tokens[at]?.lower ?? '')) return null;
  const first = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  // "of the Netherlands": the article may be the name's own.
  const own = countryAt(at + 1);
  if (own && !own.adjective && !/^\p{Lu}/u.test(tokens[own.to]?.text ?? ''))
    return { from: at + 1, to: own.to, id: own.id };
  const from = countryAt(first) ? first : behindForm(tokens, first);
  const nation = countryAt(from);
  // "of the Colombian Air Force": the country belongs to the body.
  if (!nation || (nation.adjective && /^\p{Lu}/u.test(tokens[nation.to]?.text ?? ''))) return null;
  if (FORCES.test(tokens[nation.to]?.text ?? '')) return null;
  return { from, to: nation.to, id: nation.id };
}

/** What a body's name goes on with behind the country: `the Cabo Verde Armed Forces`. */
const FORCES = /^(?:Armed|Army|Navy|Air|National|Coast|Defen[cs]e|Border|Police|Military|Naval|Special)$/;

/** `Socialist Republic of Viet Nam`: where the name begins behind the form of the state. */
function behindForm(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 4 && isCapital(tokens[i]); i += 1)
    if (
      /^(?:Republic|Kingdom|State|Sultanate|Federation|Commonwealth|Union|Emirate)$/.test(
        tokens[i]?.text ?? '',
      )
    )
      return tokens[i + 1]?.lower === 'of' ? i + (tokens[i + 2]?.lower === 'the' ? 3 : 2) : at;
  return at;
}

/** `President of the Council of Ministers`, `Speaker of the House`: of a body, not of the state. */
function presidedEnd(ground: Ground, head: number): number {
  const { tokens, countryAt, bodyEnd } = ground;
  const presides = /^(?:president|chair\p{L}*|speaker|head)$/u.test(tokens[head - 1]?.lower ?? '');
  if (!presides || tokens[head]?.lower !== 'of' || tokens[head + 1]?.lower !== 'the') return head;
  const from = head + 2;
  if (countryAt(from) || !isCapital(tokens[from])) return head;
  let i = bodyEnd(from) ?? from;
  while (isCapital(tokens[i]) || (tokens[i]?.lower === 'of' && isCapital(tokens[i + 1]) && !countryAt(i + 1)))
    i += 1;
  return i;
}

/** Most words of a portfolio. */
const LONGEST = 9;

/** `of Defense`, `for Home Affairs and Defence`, `of the Joint Chiefs of Staff`. */
export function portfolioEnd({ tokens, titles, countryAt, bodyEnd }: Ground, at: number): number {
  const inside = (k: number) => inPortfolio(tokens[k], titles);
  // "for Western Hemisphere Affairs": words of any kind up to one that ends a portfolio.
  const belongs = (k: number, begin: number) =>
    inside(k) ||
    (/^\p{Lu}\p{L}+/u.test(tokens[k]?.text ?? '') && !countryAt(k) && bodyEnd(begin) === null) ||
    (/^(?:and|&|,|of|the)$/.test(tokens[k]?.lower ?? '') && k > begin && inside(k - 1));
  let i = at;
  // "Minister Delegate in charge of National Defence"
  const charged = tokens[i]?.lower === 'in' && tokens[i + 1]?.lower === 'charge' ? 2 : 0;
  if (charged > 0 && tokens[i + charged]?.lower === 'of' && inside(i + charged + 1)) i += charged;
  while (/^(?:of|for)$/.test(tokens[i]?.lower ?? '')) {
    const begin = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
    if (countryAt(begin)) break;
    let k = begin;
    for (let at = begin; at < begin + LONGEST && belongs(at, begin); at += 1) {
      // "the Chief of Defence, General Lars Holm": behind the comma the rank belongs to the name.
      if (tokens[at]?.text === ',' && titles.ranks.has(tokens[at + 1]?.text ?? '')) break;
      if (inside(at)) k = at + 1;
    }
    if (k === begin) {
      // "Minister for Business": a word of any kind, where nothing goes on behind it.
      const minister = /^(?:minister|secretary)$/i.test(tokens[at - 1]?.text ?? '');
      const closed = /^[,.;]$/.test(tokens[begin + 1]?.text ?? '') || tokens[begin + 1]?.tag === 'VERB';
      if (minister && i === at && isCapital(tokens[begin]) && bodyEnd(begin) === null && closed)
        i = begin + 1;
      break;
    }
    i = k;
  }
  return i;
}

const DESIGNATED = /-(?:designate|elect)$/;

function inPortfolio(token: Token | undefined, titles: Titles): boolean {
  const word = token?.text.replace(DESIGNATED, '') ?? '';
  return titles.portfolio.has(word) || titles.portfolioLower.has(word);
}

/** How many modifiers may stand before the head. */
const REACH = 5;

export function isModifier(tokens: readonly Token[], i: number, titles: Titles): boolean {
  const modifies = (token: Token | undefined) =>
    token !== undefined && (titles.modifiers.has(token.text) || titles.modifiers.has(capital(token.text)));
  const token = tokens[i];
  if (!token || !(modifies(token) || titles.ranks.has(token.text))) return false;
  for (let k = i + 1; k < i + REACH; k += 1) {
    const next = tokens[k];
    if (isHead(next, titles)) return true;
    if (!modifies(next) && next?.lower !== 'and') return false;
  }
  return false;
}

export function isHead(token: Token | undefined, titles: Titles): boolean {
  if (!token) return false;
  const text = token.text.replace(/-(?:designate|elect)$/, '');
  if (titles.heads.has(text)) return true;
  // In lower case these are common words first.
  return (
    /^\p{Ll}/u.test(text) &&
    (titles.heads.has(capital(text)) || titles.heads.has(text.split('-').map(capital).join('-'))) &&
    !/^(?:king|chair|representative)$/.test(token.text)
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
