/** Countries with every form a text uses for them: names, adjectives, people, capitals. Source: world-countries (ODbL), and countries.yaml. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { entityId } from '../../graph/id.ts';
import { readData } from '../data-file.ts';
import type { GazetteerEntry } from './gazetteer.ts';

const Package = z.array(
  z.object({
    cca3: z.string(),
    name: z.object({ common: z.string(), official: z.string() }),
    capital: z.array(z.string()),
    altSpellings: z.array(z.string()),
    demonyms: z.object({ eng: z.object({ m: z.string(), f: z.string() }).optional() }).optional(),
    latlng: z.array(z.number()),
    unMember: z.boolean(),
  }),
);
const Extra = z.record(
  z.string().length(3),
  z.strictObject({
    names: z.array(z.string()).default([]),
    adjectives: z.array(z.string()).default([]),
    seats: z.array(z.string()).default([]),
  }),
);

/** `name`: the country itself; `adjective`: its adjective or people; `seat`: a city or house that may stand for its government. */
export type CountryForm = { text: string; kind: 'name' | 'adjective' | 'seat'; id: string };

/** Territories that are written about as parties or places of their own. */
const BESIDES_MEMBERS = new Set(['TWN', 'PSE', 'UNK', 'XKX', 'VAT', 'GRL', 'COK', 'NIU', 'NCL', 'PYF']);
/** Names that are more often something else. */
const AMBIGUOUS = new Set(['Victoria', 'Georgetown', 'Kingston', 'San José', "Saint John's", 'Male']);

/** Gazetteer entries of all countries and the forms that point to them. */
export function readCountries(): { entries: GazetteerEntry[]; forms: CountryForm[] } {
  const require = createRequire(import.meta.url);
  const listed = Package.parse(require('world-countries')).filter(
    (country) => country.unMember || BESIDES_MEMBERS.has(country.cca3),
  );
  const extra = readData('countries.yaml', Extra);
  const entries: GazetteerEntry[] = [];
  const forms: CountryForm[] = [];
  for (const country of listed) {
    const more = extra[country.cca3];
    const id = entityId('country', country.name.common);
    const names = [
      ...new Set([
        country.name.common,
        country.name.official,
        ...(more?.names ?? []),
        ...country.altSpellings.filter(spelledOut),
      ]),
    ];
    const people = country.demonyms?.eng?.m.split(/, | or /) ?? [];
    const adjectives = [...new Set([...(more?.adjectives ?? []), ...people])].filter(
      (text) => text && !names.includes(text),
    );
    const seats = [...new Set([...country.capital, ...(more?.seats ?? [])])].filter(
      (text) => !names.includes(text) && !AMBIGUOUS.has(text),
    );
    entries.push({
      id,
      type: 'Country',
      name: country.name.common,
      aliases: names,
      caseInsensitive: false,
      seat: false,
      site: false,
      iso3: country.cca3,
      point: { lat: country.latlng[0] ?? 0, lon: country.latlng[1] ?? 0 },
      offices: [],
      background: [],
    });
    for (const text of names) forms.push({ text, kind: 'name', id });
    for (const text of adjectives) forms.push({ text, kind: 'adjective', id });
    // "the Kenyans", "the Iraqis"
    for (const text of adjectives.filter((word) => /(?:an|i)$/.test(word)))
      forms.push({ text: `${text}s`, kind: 'adjective', id });
    for (const text of seats) forms.push({ text, kind: 'seat', id });
  }
  return { entries, forms };
}

/** Alternative spellings worth matching: English, no two-letter codes, no inverted forms ("Korea, Republic of"). */
function spelledOut(text: string): boolean {
  return text.includes(' ') && /^[A-Z][A-Za-z .'-]+$/.test(text) && !/ of$/.test(text);
}
