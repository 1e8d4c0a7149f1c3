/**
 * People no title stands beside: joined to one who has a title, introduced by a word of kinship or trade, explained by a relative clause
 * or by what they were, or the subject of a verb of speech. And titles in the plural, whose bearers follow by name.
 */
import type { Span, Token } from '../text/token.ts';
import { type Found, type OfficeName, plainPerson as plain } from './found.ts';
import { isNamePart, nameAt } from './person-names.ts';
import { heldOffice } from './tenure.ts';
import { capital, type Ground, portfolioEnd } from './titles.ts';

const INTRODUCED =
  /^(?:predecessor|successor|brother|sister|namesake|colleague|deputy|aide|wife|husband|son|daughter|father|mother|cousin|analyst|lawyer|researcher|professor|author|journalist|economist|historian|scholar|expert|fisherman|resident|captain|skipper|pilot|activist|lawmaker|candidate|veteran|shopkeeper|farmer|teacher|engineer|scientist|dissident|reporter|correspondent|diplomat|negotiator|strategist|head|leader|founder|representative|member|chairwoman|nurse|doctor|student|speaker|organiser|organizer|driver|witness|officer|elder|chieftain)$/;
const SPEECH =
  /^(?:said|says|told|added|adds|noted|notes|stressed|warned|warns|wrote|writes|argued|argues|denied|acknowledged|insisted|confirmed|explained|recalled|replied|declined|conceded|observed|remarked|emphasi[sz]ed|underlined|reiterated|recounted|tweeted|posted)$/;
/** Bodies that speak without a designator of their own. */
const PRESS =
  /^(?:Watch|Times|News|Post|Daily|Journal|Today|Herald|Tribune|Wire|Television|Radio|International|Monitor|Observer|Analytics|Airlines|Group|Report)$/;

/** `claimed` tells which words other recognisers took, persons with titles among them. */
export function untitled(
  ground: Ground,
  claimed: (index: number) => boolean,
  persons: readonly Found[],
): Found[] {
  const found: Found[] = [];
  const { tokens } = ground;
  for (let i = 0; i < tokens.length; i += 1) {
    const plural = pluralTitle(ground, i);
    if (plural) {
      found.push(...plural);
      i = (plural.at(-1)?.to ?? i + 1) - 1;
      continue;
    }
    const name = candidate(ground, i, claimed);
    if (!name) continue;
    const person = joined(ground, name, [...persons, ...found]) ?? explained(ground, name);
    if (person) found.push(...(Array.isArray(person) ? person : [person]));
    i = name.to - 1;
  }
  return found;
}

/** Two to five name words of their own, where a run of capitals begins and ends. */
function candidate(ground: Ground, at: number, claimed: (index: number) => boolean): Span | null {
  const { tokens, titles } = ground;
  if (!isNamePart(tokens[at]) || claimed(at) || (at === 0 && isCommonOpening(tokens[0]))) return null;
  const previous = tokens[at - 1];
  if (previous && at > 1 && (isNamePart(previous) || /^[-‐–/&]$/.test(previous.text))) return null;
  const name = nameAt(ground, at);
  if (name?.from !== at || name.to - at < 2 || name.to - at > 5) return null;
  for (let k = at; k < name.to; k += 1)
    if (claimed(k) || titles.heads.has(tokens[k]?.text ?? '')) return null;
  if (PRESS.test(tokens[name.to - 1]?.text ?? '') || isNamePart(tokens[name.to])) return null;
  return /^(?:the|The)$/.test(previous?.text ?? '') ? null : name;
}

/** `Speaking`, `Both`, `Yesterday`: a sentence begins with them. */
function isCommonOpening(token: Token | undefined): boolean {
  return token === undefined || !/^(?:PROPN|NOUN|ADJ|X)$/.test(token.tag) || /(?:ing|ly)$/.test(token.text);
}

/** `then-Minister Kawai Etsuko and Seo Min-kyung`, `Minister Holt, Jane Reyes and …`. */
function joined({ tokens }: Ground, name: Span, persons: readonly Found[]): Found | null {
  const before = tokens[name.from - 1];
  if (!before || !/^(?:and|,)$/.test(before.lower)) return null;
  const end = tokens[name.from - 2]?.text === ',' ? name.from - 2 : name.from - 1;
  const mate = persons.find((item) => item.person && item.to === end);
  if (/^(?:We|I)$/.test(tokens[name.from - 2]?.text ?? '') && before.text === ',') return plain(name);
  // A comma alone may begin anything: only a list goes on with `and`.
  const listed = before.lower === 'and' || tokens[name.to]?.lower === 'and';
  return mate && listed ? plain(name) : null;
}

function explained(ground: Ground, name: Span): Found | Found[] | null {
  const { tokens } = ground;
  const lower = (i: number) => tokens[i]?.lower ?? '';
  const couple = coupled(ground, name);
  if (couple) return couple;
  const held = heldOffice(ground, name);
  if (held) return held;
  const comma = tokens[name.to]?.text === ',';
  if (comma && /^(?:who|whose|whom)$/.test(lower(name.to + 1))) return plain(name);
  if (comma && tokens[name.from - 1]?.text === ',' && SPEECH.test(lower(name.to + 1))) return plain(name);
  if (comma && /^\d{2}$/.test(lower(name.to + 1)) && tokens[name.to + 2]?.text === ',') return plain(name);
  const at = tokens[name.from - 1]?.text === ',' ? name.from - 2 : name.from - 1;
  if (INTRODUCED.test(lower(at))) return plain(name);
  // "who took over from Giulio Bellandi"
  if (lower(at) === 'from' && /^(?:over|post|office|reins|helm)$/.test(lower(at - 1))) return plain(name);
  if (/^(?:succeed|succeeds|succeeded|succeeding|replaced|replaces|replacing|preceded)$/.test(lower(at)))
    return plain(name);
  if (tokens[name.from - 1]?.text === 'By' && name.from === 1 && /^[|]?$/.test(tokens[name.to]?.text ?? ''))
    return plain(name);
  if (SPEECH.test(lower(name.to)) && lower(name.to + 1) !== 'by') return plain(name);
  if (SPEECH.test(lower(name.from - 1)) && /^[,.;]?$/.test(tokens[name.to]?.text ?? '')) return plain(name);
  return lower(name.from - 1) === 'to' && lower(name.from - 2) === 'according' ? plain(name) : null;
}

/** `Hayase Ryoichi and Kurokawa Emi, Japan's Ministers for Foreign Affairs and of Defense`: to each the office in its place. */
function coupled(ground: Ground, first: Span): Found[] | null {
  const { tokens, countryAt } = ground;
  if (tokens[first.to]?.lower !== 'and') return null;
  const second = nameAt(ground, first.to + 1);
  if (!second || second.to - second.from < 2 || tokens[second.to]?.text !== ',') return null;
  let at = second.to + 1;
  if (tokens[at]?.lower === 'the') at += 1;
  const nation = countryAt(at);
  if (nation) at = tokens[nation.to]?.lower === "'s" ? nation.to + 1 : nation.to;
  const head = pluralHead(ground, at);
  if (!head) return null;
  const middle = portfolioEnd(ground, head.to);
  const last = tokens[middle]?.lower === 'and' ? portfolioEnd(ground, middle + 1) : middle;
  const country = nation?.id ?? null;
  const given = [
    { from: head.to, to: middle },
    { from: middle + 1, to: last },
  ];
  return [first, second].map((name, n) => {
    const span = given[n];
    const text = span && last > middle ? tokens.slice(span.from, span.to).map((token) => token.text) : [];
    const office: OfficeName | null =
      text.length > 0 && span
        ? {
            from: n === 0 ? at : span.from,
            to: span.to,
            title: [head.singular, ...text].join(' '),
            country,
            status: 'holds',
          }
        : null;
    return {
      ...plain(name, { title: office }),
      ...(office ? { office } : {}),
      ...(country ? { country } : {}),
    };
  });
}

/** `Ministers Brandt and Seo`, `Presidents Kovač of Croatia and Meyer of Chile`: everyone with the title in the singular. */
function pluralTitle(ground: Ground, start: number): Found[] | null {
  const { tokens, countryAt } = ground;
  const nation = countryAt(start);
  const head = pluralHead(ground, nation?.to ?? start);
  if (!head) return null;
  const listed = byCountry(ground, head);
  if (listed) return listed;
  const end = portfolioEnd(ground, head.to);
  const portfolio = tokens.slice(head.to, end).map((token) => token.text);
  const title = [head.singular, ...portfolio].join(' ');
  const shared = { from: nation?.to ?? start, to: end };
  const found: Found[] = [];
  let at = end;
  for (;;) {
    const name = nameAt(ground, at);
    if (!name) break;
    const bracket = tokens[name.to]?.text === '(';
    const owner = bracket || tokens[name.to]?.lower === 'of' ? countryAt(name.to + 1) : null;
    const country = owner?.id ?? nation?.id ?? null;
    const office: OfficeName = { from: name.from, to: name.from, title, country, status: 'holds', shared };
    found.push({ ...plain(name, { title: office }), office, rank: 6, ...(country ? { country } : {}) });
    const end = (owner?.to ?? name.to) + (owner && bracket ? 1 : 0);
    at = end;
    if (tokens[at]?.text === ',') at += 1;
    if (tokens[at]?.lower === 'and') at += 1;
    if (at === end) break;
  }
  return found.length > 1 ? found : null;
}

/** `The Foreign Ministers of Mongolia and Kazakhstan – X and Y –`: as many names as countries, each in its place. */
function byCountry(ground: Ground, head: Span & { singular: string }): Found[] | null {
  const { tokens, countryAt } = ground;
  const end = portfolioEnd(ground, head.to);
  if (tokens[end]?.lower !== 'of') return null;
  const next = (at: number) => {
    let i = at;
    while (/^(?:,|and|the)$/.test(tokens[i]?.lower ?? '')) i += 1;
    return i;
  };
  const countries: string[] = [];
  let at = next(end + 1);
  for (let nation = countryAt(at); nation; nation = countryAt(at)) {
    countries.push(nation.id);
    at = next(nation.to);
  }
  // `… of Japan and Canada, A and B, met`: `next` has gone past a comma.
  const marked = /^[–—:(-]$/.test(tokens[at]?.text ?? '');
  if (countries.length < 2 || (!marked && tokens[at - 1]?.text !== ',')) return null;
  const names: Span[] = [];
  if (marked) at += 1;
  for (let name = nameAt(ground, at); name; name = nameAt(ground, at)) {
    names.push(name);
    at = next(name.to);
  }
  if (names.length !== countries.length) return null;
  const title = [head.singular, ...tokens.slice(head.to, end).map((token) => token.text)].join(' ');
  return names.map((name, n) => {
    const country = countries[n] ?? null;
    const shared = { from: head.from, to: end };
    const office: OfficeName = { from: name.from, to: name.from, title, country, status: 'holds', shared };
    return { ...plain(name, { title: office }), office, rank: 6, ...(country ? { country } : {}) };
  });
}

/** `Defence Ministers`, `Presidents`: a head in the plural, and its singular. */
function pluralHead({ tokens, titles }: Ground, at: number): (Span & { singular: string }) | null {
  const singularOf = (token: Token | undefined): Token | undefined =>
    token && /^\p{Lu}\p{Ll}+s$/u.test(token.text)
      ? { ...token, text: token.text.replace(/ies$/, 'y').replace(/s$/, '') }
      : undefined;
  for (let i = at; i < at + 4; i += 1) {
    const single = singularOf(tokens[i]);
    if (single && titles.heads.has(single.text)) {
      const before = tokens.slice(at, i).map((token) => token.text);
      return { from: at, to: i + 1, singular: [...before, single.text].join(' ') };
    }
    const text = tokens[i]?.text ?? '';
    if (!titles.modifiers.has(text) && !titles.modifiers.has(capital(text))) return null;
  }
  return null;
}
