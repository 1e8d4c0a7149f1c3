/**
 * People by the grammar of titles, in every order: `Defense Minister Hamada`, `Secretary of Defense Lloyd J. Austin III`,
 * `German Defence Minister Boris Pistorius`, `Kihara Minoru, Minister of Defense of Japan`, `Litia Torabaca, Fiji's Minister for …`.
 */
import type { Span } from '../text/token.ts';
import { type Found, type OfficeName, plainPerson } from './found.ts';
import { paired } from './paired-titles.ts';
import { addressEnd, nameAt, nameBefore } from './person-names.ts';
import { heldOffice } from './tenure.ts';
import { type Ground, type Title, titleAt } from './titles.ts';

/** People and offices of a sentence. */
export function people(ground: Ground): Found[] {
  const { tokens } = ground;
  const found: Found[] = [];
  const mates = counterparts(ground);
  for (let i = 0; i < tokens.length; i += 1) {
    const title = titleAt(ground, i);
    const mate = mates.find((item) => item.at === i);
    if (title && mate) title.office.country ??= mate.country;
    const next = title
      ? titled(ground, title, found)
      : mate
        ? counterpart(ground, mate, found)
        : addressed(ground, i, found);
    if (next > i) i = next - 1;
  }
  return found;
}

/** Who bears the title: the name behind it, behind a comma, or before it; else the office alone. Gives the token to go on from. */
function titled(ground: Ground, title: Title, found: Found[]): number {
  const { office } = title;
  const both = paired(ground, title);
  if (both) {
    found.push(...both.found);
    return both.to;
  }
  const straight = nameAt(ground, title.nameFrom);
  if (straight) {
    const own = ofCountry(ground, straight.to);
    if (own) shareBack(ground, title, found, own);
    office.country ??= own ?? sharedCountry(ground, title, found);
    found.push(bearer(title, straight));
    return straight.to;
  }
  const before = nameBefore(ground, title.before);
  const behind = nameBehind(ground, title);
  // "We, A, Minister of Defence of X, B, Minister of Defence of Y": each title is whose it follows.
  const row = before !== null && behind !== null && ground.tokens[behind.to]?.text === ',';
  const named = before !== null && found.some((item) => item.person?.title && item.to === before.to);
  if (behind && !(row && !named && titleAt(ground, behind.to + 1))) {
    office.country ??= sharedBehind(ground, title, found);
    found.push(bearer(title, behind));
    return behind.to;
  }
  // `X, the Prime Minister's brother`: it is the minister's, not X's title.
  if (before && !attributed(ground, title) && ground.tokens[office.to]?.lower !== "'s") {
    apposed(ground, title, before, found);
    return title.to;
  }
  // "The Minister" is whoever holds the office: a role, read where claims are.
  if (/^\p{Lu}/u.test(ground.tokens[office.from]?.text ?? '') && !isBare(office.title))
    found.push(alone(office));
  return office.to;
}

/** A title that does not say of what. */
export function isBare(title: string): boolean {
  return /^(?:then-|ex-|former )?(?:deputy |vice |acting )?(?:minister|secretary)$/i.test(title);
}

function bearer(title: Title, name: Span): Found {
  const { office } = title;
  return {
    from: title.from,
    to: name.to,
    type: 'Person',
    person: { from: name.from, to: name.to, title: office, apposition: null },
    office,
    rank: 6,
    ...(office.country ? { country: office.country } : {}),
  };
}

/** `… to Itbayat Island, a spokesman said`: no comma closes it, so it says who speaks, not what the name before is. */
function attributed({ tokens }: Ground, title: Title): boolean {
  const { to, before } = title;
  return (
    /^(?:a|an|the)$/.test(tokens[before]?.lower ?? tokens[before + 1]?.lower ?? '') &&
    /^(?:said|says|told|added|insisted|stated|clarified|confirmed|announced|noted|stressed)$/.test(
      tokens[to]?.lower ?? '',
    )
  );
}

const alone = (office: OfficeName): Found => ({
  from: office.from,
  to: office.to,
  type: 'Office',
  office,
  rank: 4,
  ...(office.country ? { country: office.country } : {}),
});

/** `Kihara Minoru, Minister of Defense`; a name that has a title already leaves the office alone. */
function apposed(ground: Ground, title: Title, name: Span & { spanFrom: number }, found: Found[]): void {
  const { office } = title;
  const at = found.findIndex((item) => item.from < name.to && name.from < item.to);
  const earlier = found[at];
  const addressed = earlier?.person?.title?.title === 'Ambassador';
  if (earlier?.person?.title && !addressed) {
    found.push(alone(office));
    return;
  }
  if (earlier?.person) found.splice(at, 1);
  if (office.country) shareAcross(ground, name.spanFrom, found, office.country);
  else if (ground.tokens[title.to]?.lower !== 'of')
    office.country = sharedAcross(ground, name.spanFrom, found);
  found.push({
    from: addressed ? earlier.from : name.spanFrom,
    to: name.to,
    type: 'Person',
    person: { from: name.from, to: name.to, title: office, apposition: { from: title.from, to: title.to } },
    office,
    rank: 6,
    ...(office.country ? { country: office.country } : {}),
  });
}

/** `Mr. Alvarez`, `the Hon. Rex Pato`, `Rear Admiral Øystein Hårstad`. */
function addressed(ground: Ground, at: number, found: Found[]): number {
  if (addressEnd(ground, at) === at) return at;
  const named = nameAt(ground, at);
  if (!named || named.from === at) return at;
  // "Malaysia's Datuk Seri Ahmad Razali"
  const owner = ground.tokens[at - 1]?.lower === "'s" ? ownerOf(ground, at - 1) : null;
  const article =
    ground.tokens[at - 1]?.lower === 'the' && /^Hon/.test(ground.tokens[at]?.text ?? '') ? at - 1 : at;
  // "General Azman Idris, formerly Chief of Defence Forces of Malaysia"
  const held = named.to - named.from > 1 ? heldOffice(ground, named) : null;
  found.push({
    ...(held ?? plainPerson(named)),
    from: article,
    ...(owner ? { country: owner } : {}),
  });
  return held?.person?.apposition?.to ?? named.to;
}

/** The country whose name ends at `end`. */
function ownerOf({ countryAt }: Ground, end: number): string | null {
  const starts = [1, 2, 3, 4].map((back) => countryAt(end - back));
  return starts.find((item) => item?.to === end)?.id ?? null;
}

type Mate = { at: number; country: string };

function counterpart(ground: Ground, mate: Mate, found: Found[]): number {
  const named = nameAt(ground, mate.at);
  if (!named || named.to - named.from < 2) return mate.at;
  found.push({
    from: mate.at,
    to: named.to,
    type: 'Person',
    person: { ...named, title: null, apposition: null },
    country: mate.country,
    rank: 5,
  });
  return named.to;
}

/** `his Moroccan counterpart, Karim Bennani`, `her counterpart from Papua New Guinea (PNG), Dr. Kapi`: where the name begins, and whose it is. */
function counterparts(ground: Ground): Mate[] {
  const { tokens, countryAt } = ground;
  return tokens.flatMap((token, i) => {
    if (!/^(?:counterparts?|colleague|homologue)$/.test(token.lower)) return [];
    const starts = [1, 2, 3, 4].map((back) => countryAt(i - back));
    let nation = starts.find((item) => item?.to === i || item?.to === i - 1) ?? null;
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
    const nations = nation ? [...joinedBefore(ground, i - 1, nation.id), nation.id] : [];
    return nations.length > 0 ? listOf(ground, at, nations, token.lower === 'counterparts') : [];
  });
}

/** `his Qatari and Saudi counterparts`: the countries joined before the last. */
function joinedBefore({ tokens, countryAt }: Ground, last: number, id: string): string[] {
  const found: string[] = [];
  for (let i = last - 1; i >= 0; i -= 1) {
    const nation = countryAt(i);
    if (nation && nation.id !== id) found.unshift(nation.id);
    else if (!nation && !/^(?:and|,)$/.test(tokens[i]?.lower ?? '')) break;
  }
  return found;
}

/** `her Peruvian counterparts, Ximena Quispe and General Óscar Huamán`: all of them. */
function listOf(ground: Ground, at: number, nations: readonly string[], several: boolean): Mate[] {
  const [first = ''] = nations;
  const of = (place: number) => (nations.length > 1 ? (nations[place] ?? '') : first);
  const mates: Mate[] = [{ at, country: first }];
  for (let i = at; several; ) {
    const name = nameAt(ground, i);
    if (!name || !/^(?:,|and)$/.test(ground.tokens[name.to]?.lower ?? '')) break;
    i = name.to + (ground.tokens[name.to + 1]?.lower === 'and' ? 2 : 1);
    if (of(mates.length) === '') break;
    mates.push({ at: i, country: of(mates.length) });
  }
  return mates;
}

/** `Uzbekistan's Foreign Minister, Jamshid Tashmatov`, `Spokesperson of the Ministry of Foreign Affairs, Ms. Selin Erdoğmuş`. */
function nameBehind(ground: Ground, title: Title): Span | null {
  const { tokens, bodyEnd } = ground;
  let comma = title.to;
  if (/^(?:of|for)$/.test(tokens[comma]?.lower ?? ''))
    comma = bodyEnd(comma + 1) ?? bodyEnd(comma + 2) ?? comma;
  // "of the Republic of Korea (ROK), Choi Ha-eun"
  if (tokens[comma]?.text === '(' && tokens[comma + 2]?.text === ')') comma += 3;
  if (tokens[comma]?.text !== ',') return null;
  const named = nameAt(ground, comma + 1);
  if (!named || named.to - named.from < 2) return null;
  const after = tokens[named.to];
  // A second title behind the name makes it that title's: "the minister, Jan Novak, Director of …" stays with the first.
  return after === undefined || /^[,.;]$/.test(after.text) || after.tag === 'VERB' || after.tag === 'AUX'
    ? named
    : null;
}

/** `… Joseph Mutua Kariuki of Kenya`, `… Carolina Restrepo (Colombia)`. */
function ofCountry({ tokens, countryAt }: Ground, at: number): string | null {
  if (tokens[at]?.text === '(') {
    const named = countryAt(at + 1);
    return named && tokens[named.to]?.text === ')' ? named.id : null;
  }
  if (tokens[at]?.lower !== 'of') return null;
  return (countryAt(at + 1) ?? (tokens[at + 1]?.lower === 'the' ? countryAt(at + 2) : null))?.id ?? null;
}

/** `Foreign Minister X and Minister of Defence Y of Chile`: both are of Chile. */
function shareBack({ tokens }: Ground, title: Title, found: Found[], country: string): void {
  const earlier = found.at(-1);
  const joined = tokens[title.from - 1]?.lower === 'and' && earlier?.to === title.from - 1;
  if (!joined || !earlier?.office || earlier.office.country !== null) return;
  earlier.office.country = country;
  earlier.country = country;
}

/** `X, Minister of Foreign Affairs, and Y, Minister of Defence, of Canada`: X is of Canada too. */
function shareAcross({ tokens }: Ground, at: number, found: Found[], country: string): void {
  const earlier = found.at(-1);
  const end = earlier?.person?.apposition?.to;
  if (!earlier?.office || end === undefined || earlier.office.country !== null) return;
  const between = tokens.slice(end, at).map((token) => token.lower);
  if (!/^(?:, )?and$/.test(between.join(' '))) return;
  earlier.office.country = country;
  earlier.country = country;
}

/** `X, Australia's Minister for Foreign Affairs, and Y, Minister for Defence`: Y is of Australia, too. */
function sharedAcross({ tokens }: Ground, at: number, found: readonly Found[]): string | null {
  const earlier = found.at(-1);
  const end = earlier?.person?.apposition?.to;
  if (!earlier?.office || end === undefined) return null;
  const between = tokens.slice(end, at).map((token) => token.lower);
  return /^(?:, )?and$/.test(between.join(' ')) ? earlier.office.country : null;
}

/** `Singapore's Minister for Defence, X, and Minister for Foreign Affairs, Y`: the second title is of the same state. */
function sharedBehind({ tokens }: Ground, title: Title, found: readonly Found[]): string | null {
  const earlier = found.at(-1);
  if (!earlier?.person || !earlier.office) return null;
  const between = tokens.slice(earlier.to, title.before).map((token) => token.lower);
  const joined = /^(?:,|and|, and)$/.test(between.join(' '));
  // "the Minister of Foreign Affairs of X, A, the Minister of Defence, B": another office.
  const own = tokens[title.before]?.tag === 'DET' && earlier.office.title === title.office.title;
  return joined && !own && (between.includes('and') || tokens[title.before]?.tag === 'DET')
    ? earlier.office.country
    : null;
}

/** `Australian Minister X and Deputy Prime Minister Y`: one country for both. */
function sharedCountry({ tokens }: Ground, title: Title, found: readonly Found[]): string | null {
  const earlier = found.at(-1);
  const joined = tokens[title.from - 1]?.lower === 'and' && earlier?.to === title.from - 1;
  return joined && earlier?.person ? (earlier.office?.country ?? null) : null;
}
