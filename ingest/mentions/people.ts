/**
 * People by the grammar of titles, in every order: `Defense Minister Hamada`, `Secretary of Defense Lloyd J. Austin III`,
 * `German Defence Minister Boris Pistorius`, `Kihara Minoru, Minister of Defense of Japan`, `Litia Torabaca, Fiji's Minister for …`.
 */
import type { Lexicon } from '../knowledge/lexicon.ts';
import type { Token } from '../text/token.ts';
import type { Found, OfficeName } from './found.ts';

export type Titles = Lexicon['titles'] & {
  portfolio: ReadonlySet<string>;
  portfolioLower: ReadonlySet<string>;
};
export type CountryAt = (index: number) => { id: string; to: number } | null;

/** People and offices of a sentence. `taken` tells which tokens belong to names that are no person's (countries, known bodies). */
export function people(
  tokens: readonly Token[],
  titles: Titles,
  countryAt: CountryAt,
  taken: (index: number) => boolean,
  surnames: ReadonlySet<string>,
  bodyEnd: (index: number) => number | null,
): Found[] {
  const found: Found[] = [];
  const mates = counterparts(tokens, countryAt);
  for (let i = 0; i < tokens.length; i += 1) {
    const title = titleAt(tokens, i, titles, countryAt);
    const mate = mates.find((item) => item.at === i);
    if (title && mate) title.office.country ??= mate.country;
    if (!title && mate) {
      const named = nameAt(tokens, i, titles, taken, surnames);
      if (named && named.to - named.from > 1) {
        found.push({
          from: i,
          to: named.to,
          type: 'Person',
          person: { from: named.from, to: named.to, title: null, apposition: null },
          country: mate.country,
          rank: 5,
        });
        i = named.to - 1;
        continue;
      }
    }
    if (title) {
      const named = nameAt(tokens, title.nameFrom, titles, taken, surnames);
      if (named) {
        const after = ofCountry(tokens, named.to, countryAt);
        if (after && title.office.country === null) title.office.country = after;
        // `Australian Minister X and Deputy Prime Minister Y`: one country for both.
        const earlier = found.at(-1);
        if (
          title.office.country === null &&
          earlier?.person &&
          tokens[title.from - 1]?.lower === 'and' &&
          earlier.to === title.from - 1
        ) {
          title.office.country = earlier.office?.country ?? null;
        }
        const office: OfficeName = title.office;
        found.push({
          from: title.from,
          to: named.to,
          type: 'Person',
          person: { from: named.from, to: named.to, title: office, apposition: null },
          office,
          rank: 6,
          ...(office.country ? { country: office.country } : {}),
        });
        i = named.to - 1;
        continue;
      }
      const behind = nameBehind(tokens, title, titles, taken, surnames, bodyEnd);
      if (behind) {
        found.push({
          from: title.from,
          to: behind.to,
          type: 'Person',
          person: { from: behind.from, to: behind.to, title: title.office, apposition: null },
          office: title.office,
          rank: 6,
          ...(title.office.country ? { country: title.office.country } : {}),
        });
        i = behind.to - 1;
        continue;
      }
      const before = nameBefore(tokens, title.before, titles, taken, surnames);
      if (before) {
        const office = title.office;
        const earlier = found.findIndex((item) => item.from < before.to && before.from < item.to);
        const kept = earlier >= 0 ? found[earlier] : undefined;
        if (kept?.person && !kept.person.title) found.splice(earlier, 1);
        if (!kept?.person?.title) {
          found.push({
            from: before.spanFrom,
            to: before.to,
            type: 'Person',
            person: {
              from: before.from,
              to: before.to,
              title: office,
              apposition: { from: title.from, to: title.to },
            },
            office,
            rank: 6,
            ...(office.country ? { country: office.country } : {}),
          });
        } else found.push({ from: office.from, to: office.to, type: 'Office', office, rank: 4 });
        i = title.to - 1;
        continue;
      }
      if (/^\p{Lu}/u.test(tokens[title.office.from]?.text ?? '')) {
        found.push({
          from: title.office.from,
          to: title.office.to,
          type: 'Office',
          office: title.office,
          rank: 4,
          ...(title.office.country ? { country: title.office.country } : {}),
        });
      }
      i = Math.max(i, title.office.to - 1);
      continue;
    }
    const honorific = titles.honorifics.has(tokens[i]?.text ?? '') || titles.ranks.has(tokens[i]?.text ?? '');
    if (honorific) {
      const named = nameAt(tokens, i, titles, taken, surnames);
      if (named && named.from > i) {
        const article = tokens[i - 1]?.lower === 'the' && /^Hon/.test(tokens[i]?.text ?? '') ? i - 1 : i;
        found.push({
          from: article,
          to: named.to,
          type: 'Person',
          person: { from: named.from, to: named.to, title: null, apposition: null },
          rank: 5,
        });
        i = named.to - 1;
      }
    }
  }
  return found;
}

/** `his Moroccan counterpart, Karim Bennani`, `her counterpart from Papua New Guinea (PNG), Dr. Kapi`: where the name begins, and whose it is. */
function counterparts(tokens: readonly Token[], countryAt: CountryAt): { at: number; country: string }[] {
  return tokens.flatMap((token, i) => {
    if (token.lower !== 'counterpart') return [];
    const starts = [1, 2, 3, 4].map((back) => ({ at: i - back, nation: countryAt(i - back) }));
    let nation = starts.find((item) => item.nation?.to === i || item.nation?.to === i - 1)?.nation ?? null;
    let at = i + 1;
    if (/^(?:from|of|in)$/.test(tokens[at]?.lower ?? '')) {
      const after = countryAt(tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1);
      if (after) {
        nation ??= after;
        at = after.to;
      }
    }
    if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')') at += 3;
    if (tokens[at]?.text === ',') at += 1;
    return nation ? [{ at, country: nation.id }] : [];
  });
}

/** `Uzbekistan's Foreign Minister, Jamshid Tashmatov`, `Spokesperson of the Ministry of Foreign Affairs, Ms. Selin Erdoğmuş`. */
function nameBehind(
  tokens: readonly Token[],
  title: Title,
  titles: Titles,
  taken: (index: number) => boolean,
  surnames: ReadonlySet<string>,
  bodyEnd: (index: number) => number | null,
): { from: number; to: number } | null {
  let comma = title.to;
  if (/^(?:of|for)$/.test(tokens[comma]?.lower ?? ''))
    comma = bodyEnd(comma + 1) ?? bodyEnd(comma + 2) ?? comma;
  if (tokens[comma]?.text !== ',') return null;
  const named = nameAt(tokens, comma + 1, titles, taken, surnames);
  if (!named || named.to - named.from < 2) return null;
  const after = tokens[named.to];
  // A second title behind the name makes it that title's: "the minister, Jan Novak, Director of …" stays with the first.
  return after === undefined ||
    after.text === ',' ||
    after.text === '.' ||
    after.tag === 'VERB' ||
    after.tag === 'AUX' ||
    after.text === ';'
    ? named
    : null;
}

/** `… Joseph Mutua Kariuki of Kenya`. */
function ofCountry(tokens: readonly Token[], at: number, countryAt: CountryAt): string | null {
  if (tokens[at]?.lower !== 'of') return null;
  return countryAt(tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1)?.id ?? null;
}

type Title = { from: number; to: number; before: number; nameFrom: number; office: OfficeName };

/** A title beginning at `i`: status, country, modifiers, head, portfolio, country after. */
function titleAt(
  tokens: readonly Token[],
  start: number,
  titles: Titles,
  countryAt: CountryAt,
): Title | null {
  let i = start;
  let country: string | null = null;
  let status: OfficeName['status'] = 'holds';
  let before = start;
  const article = /^(?:the|a|an)$/.test(tokens[i]?.lower ?? '');
  if (article) i += 1;
  const nation = countryAt(i);
  if (nation) {
    country = nation.id;
    i = nation.to;
    if (tokens[i]?.lower === "'s") i += 1;
  }
  const word = tokens[i]?.lower.replace(/^then-$/, 'then') ?? '';
  if (titles.former.has(word)) status = 'former';
  else if (titles.future.has(word)) status = 'future';
  const statusWord = status !== 'holds';
  const prefixed = /^(?:then|ex|former)[-‐](.+)$/i.exec(tokens[i]?.text ?? '');
  if (statusWord) i += 1;
  if (tokens[i]?.text === '-') i += 1;
  if (!nation) {
    const later = countryAt(i);
    if (later) {
      country = later.id;
      i = later.to;
      if (tokens[i]?.lower === "'s") i += 1;
    }
  }
  const from = i;
  while (isModifier(tokens, i, titles)) i += 1;
  if (prefixed && i === from) {
    status = 'former';
    if (titles.heads.has(capital(prefixed[1] ?? '')) || titles.modifiers.has(capital(prefixed[1] ?? '')))
      i += 1;
  }
  const headToken = tokens[i];
  const headIsPrefixed =
    prefixed !== null &&
    i === from + 1 &&
    titles.heads.has(capital(prefixed[1] ?? '')) &&
    !isHead(tokens[i], titles);
  if (!headIsPrefixed) {
    if (!headToken || !isHead(headToken, titles)) return null;
    i += 1;
  }
  while (
    (isHead(tokens[i], titles) || /^(?:Delegate|Plenipotentiary)$/.test(tokens[i]?.text ?? '')) &&
    /^(?:General|Minister|Secretary|Delegate|Plenipotentiary)$/i.test(tokens[i]?.text ?? '')
  )
    i += 1;
  if (tokens[i]?.lower === '-' && /^(?:designate|elect)$/.test(tokens[i + 1]?.lower ?? '')) {
    status = 'future';
    i += 2;
  }
  if (/^(?:designate|elect|nominee)$/.test(tokens[i]?.lower ?? '')) {
    status = 'future';
    i += 1;
  }
  if (/s$/.test(headToken?.lower ?? '') && /^(?:ministers|secretaries)$/.test(headToken?.lower ?? ''))
    return null;
  i = portfolioEnd(tokens, i, titles, countryAt);
  // "Deputy Prime Minister and Minister for Defence"
  if (tokens[i]?.lower === 'and') {
    let k = i + 1;
    while (isModifier(tokens, k, titles)) k += 1;
    if (isHead(tokens[k], titles) && !/s$/.test(tokens[k]?.lower ?? ''))
      i = portfolioEnd(tokens, k + 1, titles, countryAt);
  }
  let to = i;
  let nameFrom = i;
  const comma =
    tokens[i]?.text === ',' &&
    titles.honorifics.has(
      tokens[i + 1]?.lower === 'the' ? (tokens[i + 2]?.text ?? '') : (tokens[i + 1]?.text ?? ''),
    );
  if (comma) nameFrom = i + 1 + (tokens[i + 1]?.lower === 'the' ? 1 : 0);
  const link = /^(?:of|for)$/.test(tokens[i]?.lower ?? '')
    ? tokens[i + 1]?.lower === 'the'
      ? i + 2
      : i + 1
    : -1;
  const after = link > 0 ? countryAt(link) : null;
  if (after) {
    country ??= after.id;
    to = after.to;
    nameFrom = after.to;
  }
  before = start;
  return {
    from: nation || statusWord || article ? start : from,
    to,
    before,
    nameFrom,
    office: {
      from,
      to: i,
      title: tokens
        .slice(from, i)
        .map((token) => token.text)
        .join(' '),
      country,
      status,
    },
  };
}

/** `of Defense`, `for Home Affairs and Defence`, `of the Joint Chiefs of Staff`. */
function portfolioEnd(tokens: readonly Token[], at: number, titles: Titles, countryAt: CountryAt): number {
  let i = at;
  while (/^(?:of|for)$/.test(tokens[i]?.lower ?? '')) {
    let k = i + 1;
    if (tokens[k]?.lower === 'the') k += 1;
    const begin = k;
    if (countryAt(k)) break;
    while (
      tokens[k] &&
      (inPortfolio(tokens[k], titles) ||
        (/^(?:and|&|,)$/.test(tokens[k]?.lower ?? '') && inPortfolio(tokens[k + 1], titles) && k > begin) ||
        (tokens[k]?.lower === 'of' && inPortfolio(tokens[k + 1], titles)))
    )
      k += 1;
    if (k === begin) break;
    i = k;
  }
  return i;
}

function inPortfolio(token: Token | undefined, titles: Titles): boolean {
  return token !== undefined && (titles.portfolio.has(token.text) || titles.portfolioLower.has(token.text));
}

function isModifier(tokens: readonly Token[], i: number, titles: Titles): boolean {
  const token = tokens[i];
  if (!token) return false;
  const known =
    titles.modifiers.has(token.text) ||
    titles.modifiers.has(capital(token.text)) ||
    titles.ranks.has(token.text);
  if (!known) return false;
  for (let k = i + 1; k < i + 5; k += 1) {
    if (isHead(tokens[k], titles)) return true;
    const next = tokens[k];
    if (
      !next ||
      !(titles.modifiers.has(next.text) || titles.modifiers.has(capital(next.text)) || next.lower === 'and')
    )
      return false;
  }
  return false;
}

function isHead(token: Token | undefined, titles: Titles): boolean {
  return (
    token !== undefined &&
    (titles.heads.has(token.text) ||
      (/^\p{Ll}/u.test(token.text) &&
        titles.heads.has(capital(token.text)) &&
        !/^(?:chief|king|chair|representative)$/.test(token.text)))
  );
}

const NO_NAME =
  /^(?:Hosts?|Meets?|Speaks?|Holds?|Visits?|Calls?|Says|Discuss(?:es)?|Welcomes?|Statement|Remarks|Readout|With|To|From|By|The|A|An|In|On|At|And|Of|For|He|She|They|It|This|These|Both|Meanwhile|However|But|As|After|Before|During|Minister|Ministers|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|We|No|Not|Joint|Phase)$/;

/** A proper name from `at`: honorifics and ranks are skipped, particles and suffixes belong. */
function nameAt(
  tokens: readonly Token[],
  at: number,
  titles: Titles,
  taken: (index: number) => boolean,
  surnames: ReadonlySet<string>,
): { from: number; to: number } | null {
  let i = at;
  if (tokens[i]?.lower === 'the') i += 1;
  while (
    titles.honorifics.has(tokens[i]?.text ?? '') ||
    titles.ranks.has(tokens[i]?.text ?? '') ||
    (/^\($/.test(tokens[i]?.text ?? '') && /^(?:ret|Ret)/.test(tokens[i + 1]?.text ?? ''))
  )
    i += 1;
  const from = i;
  let words = 0;
  while (tokens[i]) {
    const token = tokens[i];
    if (!token) break;
    const particle =
      titles.particles.has(token.text) &&
      (isNamePart(tokens[i + 1]) || titles.particles.has(tokens[i + 1]?.text ?? ''));
    if (!particle && !isNamePart(token)) break;
    if (taken(i) && !surnames.has(token.text)) break;
    if (words > 0 && /^[-‐]$/.test(tokens[i - 1]?.text ?? '')) break;
    words += 1;
    i += 1;
    if (words > 5) break;
  }
  if (words === 0) return null;
  const suffix =
    tokens[i]?.text === ',' && titles.suffixes.has(tokens[i + 1]?.text ?? '')
      ? i + 2
      : titles.suffixes.has(tokens[i]?.text ?? '')
        ? i + 1
        : i;
  return { from, to: suffix };
}

function isNamePart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:al|el|ul|ad|as|an|ar|bin|ibn|d)[-'’]\p{Lu}[\p{L}\p{M}-]*)$/u.test(
      token.text,
    ) &&
    !NO_NAME.test(token.text) &&
    token.text.length < 24
  );
}

/** The name just before `, Title`. */
function nameBefore(
  tokens: readonly Token[],
  at: number,
  titles: Titles,
  taken: (index: number) => boolean,
  surnames: ReadonlySet<string>,
): { from: number; to: number; spanFrom: number } | null {
  let i = at - 1;
  if (tokens[i]?.text !== ',') return null;
  i -= 1;
  const to = i + 1;
  while (
    i >= 0 &&
    (isNamePart(tokens[i]) ||
      titles.particles.has(tokens[i]?.text ?? '') ||
      (tokens[i]?.text === ',' && titles.suffixes.has(tokens[i + 1]?.text ?? ''))) &&
    !titles.honorifics.has(tokens[i]?.text ?? '') &&
    (!taken(i) || surnames.has(tokens[i]?.text ?? ''))
  )
    i -= 1;
  const from = i + 1;
  const honoured = titles.honorifics.has(tokens[i]?.text ?? '') || titles.ranks.has(tokens[i]?.text ?? '');
  const long = to - from >= 2 || honoured || (to - from === 1 && surnames.has(tokens[from]?.text ?? ''));
  if (!long || to <= from || (titles.particles.has(tokens[from]?.text ?? '') && to - from < 2)) return null;
  let spanFrom = honoured ? i : from;
  if (honoured && tokens[i - 1]?.lower === 'the') spanFrom = i - 1;
  return { from, to, spanFrom };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
