/** All names of one sentence, overlapping ones too: the gazetteer's, those a designator or a title explains, and what the document taught. */
import type { Designators } from '../knowledge/designators.ts';
import type { Setting } from '../mentions.ts';
import type { Token } from '../text/token.ts';
import { equipment } from './equipment.ts';
import { type Found, inside } from './found.ts';
import { knownNames } from './known.ts';
import { learntNames, type Taught } from './learnt.ts';
import { letters } from './letters.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { runs } from './runs.ts';
import type { CountryAt, Ground } from './titles.ts';
import { untitled } from './untitled.ts';

/** Names found in a sentence. What the document taught so far is read, not changed. */
export function recognise(tokens: readonly Token[], setting: Setting, taught: Taught): Found[] {
  const { knowledge, designators } = setting;
  const known = withoutInner(knownNames(tokens, knowledge));
  const countries = known.filter((item) => item.type === 'Country' && item.form !== 'seat');
  const isCountry = inside(countries);
  const named = runs(tokens, designators, isCountry).map((item) =>
    ownName(afterBody(item, known), known, isCountry),
  );
  const zones = [
    ...countries.flatMap((item) => [...zoneAfter(tokens, item), ...partOf(tokens, item)]),
    ...countries.flatMap((item) => bodyAfter(tokens, item, designators)),
    ...known
      .filter((item) => item.type === 'Region' && !isCountry(item.from))
      .flatMap((item) => sideOf(tokens, item)),
  ];
  const gear = equipment(tokens, designators);
  const bodies = named.filter((item) => item.type !== 'Event');
  const nobody = inside([
    ...known.filter((item) => item.type !== 'Person'),
    ...gear,
    ...named.filter(
      (item) => item.type === 'Organization' && item.to - item.from > 1 && !isCountry(item.from),
    ),
  ]);
  const ground: Ground = {
    tokens,
    titles: setting.titles,
    countryAt: (i) => countryAt(countries, i) ?? seatAt(known, tokens, i),
    taken: nobody,
    surnames: taught.surnames,
    bodyEnd: (i) =>
      [...known, ...named].find((item) => item.type === 'Organization' && item.from === i)?.to ??
      (taught.acronyms.get(tokens[i]?.text ?? '')?.type === 'Organization' ? i + 1 : null),
  };
  const titled = people(ground);
  const learnt = learntNames(tokens, taught, setting, inside([...known, ...titled, ...bodies]));
  const claimed = inside([...known, ...named, ...gear, ...titled, ...learnt.filter((item) => !item.person)]);
  const bare = untitled(ground, claimed, titled);
  const all = [...known, ...zones, ...named, ...gear, ...titled, ...bare, ...learnt];
  const rest = [...places(tokens, inside(all)), ...letters(tokens, inside(all))];
  return dropInsideTitles([...all, ...rest]);
}

function countryAt(countries: readonly Found[], at: number): ReturnType<CountryAt> {
  const longest = countries.filter((item) => item.from === at).sort((a, b) => b.to - a.to)[0];
  return longest?.id ? { id: longest.id, to: longest.to, adjective: longest.form === 'adjective' } : null;
}

/** `Dhaka's home adviser`: of the state whose capital it is. */
function seatAt(known: readonly Found[], tokens: readonly Token[], at: number): ReturnType<CountryAt> {
  const seat = known.find((item) => item.form === 'seat' && item.from === at);
  return seat?.id && tokens[seat.to]?.lower === "'s" ? { id: seat.id, to: seat.to, adjective: false } : null;
}

/** `MSDF Kanoya Air Base`: the body before the base is a name of its own. */
function afterBody(item: Found, known: readonly Found[]): Found {
  if (item.type !== 'Facility') return item;
  const body = known.find(
    (other) => other.type === 'Organization' && other.from === item.from && other.to < item.to - 1,
  );
  return body ? { ...item, from: body.to } : item;
}

/** The name of a sea, a state or a body holds no mention of the country inside it. */
function withoutInner(known: Found[]): Found[] {
  const closed = known.filter((item) => /^(?:Country|Region|Place|Organization|Facility)$/.test(item.type));
  return known.filter(
    (item) =>
      item.type !== 'Country' ||
      !closed.some(
        (other) =>
          other.from <= item.from && item.to <= other.to && other.to - other.from > item.to - item.from,
      ),
  );
}

/** `the Chinese People's Liberation Army (PLA)`: a known body behind its country's adjective. */
function ownName(item: Found, known: readonly Found[], isCountry: (index: number) => boolean): Found {
  const own = known.find(
    (other) =>
      other.type === item.type && other.id !== undefined && other.to === item.to && other.from > item.from,
  );
  if (!own) return item;
  for (let i = item.from; i < own.from; i += 1) if (!isCountry(i)) return item;
  return { ...own, ...(item.acronym ? { acronym: item.acronym } : {}) };
}

/** A body's name that begins inside a person's title or name is the title's. */
function dropInsideTitles(found: Found[]): Found[] {
  const persons = found.filter((item) => item.person);
  const within = (item: Found, { office }: Found) =>
    office !== undefined && office.from < item.from && item.from < office.to;
  const cuts = (item: Found, person: Found) =>
    within(item, person) ||
    (person.from < item.to && item.from < person.to && !(item.from >= person.from && item.to <= person.to));
  return found.filter(
    (item) =>
      item.person !== undefined ||
      item.type === 'Country' ||
      item.rank >= 6 ||
      !persons.some((person) => cuts(item, person)),
  );
}

/** `Japan's EEZ`, `Palau's exclusive economic zone`, `Greek territorial waters`. */
function zoneAfter(tokens: readonly Token[], country: Found): Found[] {
  const at =
    tokens[country.to]?.lower === "'s" ? country.to + 1 : country.form === 'adjective' ? country.to : -1;
  if (at < 0) return [];
  const text = tokens
    .slice(at, at + 3)
    .map((token) => token.lower)
    .join(' ');
  const zone = /^(?:exclusive economic zone|eez|territorial (?:waters|sea)|economic zone)(?= |$)/.exec(
    text,
  )?.[0];
  return zone
    ? [{ from: country.from, to: at + zone.split(' ').length, type: 'Region', rank: 5, open: true }]
    : [];
}

/** `Sudan's army`, `India's external affairs ministry`: a body of the state by its common noun. Its government is the state. */
function bodyAfter(tokens: readonly Token[], country: Found, designators: Designators): Found[] {
  if (tokens[country.to]?.lower !== "'s") return [];
  const at = country.to + 1;
  const body = designators.lower.find(
    ({ words, type }) => type === 'Organization' && words.every((word, k) => tokens[at + k]?.text === word),
  );
  const to = at + (body?.words.length ?? 0);
  return body &&
    /^(?:army|navy|military|armed forces|air force|coast guard|marines|.* ministry)$/.test(
      body.words.join(' '),
    ) &&
    !/^(?:NOUN|PROPN)$/.test(tokens[to]?.tag ?? '')
    ? [{ from: country.from, to, type: 'Organization', rank: 5 }]
    : [];
}

/** `the Eastern Mediterranean`: a part of a known region, named as one. */
function sideOf(tokens: readonly Token[], region: Found): Found[] {
  return /^(?:North|South|East|West|Central|(?:North|South)(?:east|west)?ern|Eastern|Western)$/.test(
    tokens[region.from - 1]?.text ?? '',
  )
    ? [{ from: region.from - 1, to: region.to, type: 'Region', rank: 3 }]
    : [];
}

const COMPASS =
  /^(?:(?:north|south)-?(?:east|west)ern|northern|southern|eastern|western|central|northernmost|southernmost)$/;

/** `northern Benin`, `south-eastern Ukraine`: a part of a country. */
function partOf(tokens: readonly Token[], country: Found): Found[] {
  const before = tokens[country.from - 1];
  return country.form === 'name' && before && COMPASS.test(before.text)
    ? [{ from: country.from - 1, to: country.to, type: 'Region', rank: 5, open: true }]
    : [];
}
