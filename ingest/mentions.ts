/** Names in all sentences of a document: recognisers, then what the document itself taught (acronyms, surnames), then one entity each. */
import type { Draft, Registry } from './entities.ts';
import type { Designators } from './knowledge/designators.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { equipment } from './mentions/equipment.ts';
import { type Found, type OfficeName, select } from './mentions/found.ts';
import { knownNames } from './mentions/known.ts';
import { linkBody, linkCountry, linkOffice } from './mentions/link.ts';
import { people, type Titles } from './mentions/people.ts';
import { createPeople, type People } from './mentions/persons.ts';
import { places } from './mentions/places.ts';
import { acronymAfter, runs } from './mentions/runs.ts';
import type { Name } from './parse/tree.ts';
import type { Passage } from './passages.ts';
import type { Token } from './text/token.ts';

export type Tagged = { passage: Passage; tokens: Token[] };
export type Named = Tagged & { names: Name[]; nested: Name[]; offices: OfficeLink[] };
/** A person's title where the text gives it. */
export type OfficeLink = {
  person: string;
  office: string;
  from: number;
  to: number;
  status: 'holds' | 'former' | 'future';
  country: string | null;
  /** The body a spokesperson or commander stands for. */
  body: string | null;
};

export type Setting = {
  knowledge: Knowledge;
  designators: Designators;
  titles: Titles;
  registry: Registry;
  published: string | null;
  home: string | null;
  parties: string[];
};

/** Reads the names of every sentence, in order. */
export function mentions(sentences: readonly Tagged[], setting: Setting): { named: Named[]; people: People } {
  const acronyms = new Map<string, Found>();
  const surnames = new Set<string>();
  const read = () => sentences.map((sentence) => recognise(sentence.tokens, setting, surnames, acronyms));
  // Twice: what is introduced late is known early (a title names "Minister Brandt" before the text does).
  sentences.forEach((sentence) => {
    for (const item of recognise(sentence.tokens, setting, surnames, acronyms)) {
      if (item.acronym && !namesCountry(item.acronym, setting)) acronyms.set(item.acronym, item);
      if (item.person)
        for (let i = item.person.from; i < item.person.to; i += 1)
          surnames.add(sentence.tokens[i]?.text ?? '');
    }
  });
  const persons = createPeople(setting);
  const found = read();
  for (const [i, sentence] of sentences.entries()) persons.prepare(found[i] ?? [], sentence.tokens);
  const acronymEntities = new Map<string, string>();
  const named = sentences.map((sentence, i) =>
    link(sentence, found[i] ?? [], setting, persons, acronymEntities),
  );
  return { named, people: persons };
}

function recognise(
  tokens: readonly Token[],
  setting: Setting,
  surnames: ReadonlySet<string>,
  acronyms: ReadonlyMap<string, Found>,
): Found[] {
  const { knowledge, designators, titles } = setting;
  const known = knownNames(tokens, knowledge);
  const countries = known.filter((item) => item.type === 'Country');
  const countryAt = (i: number) => {
    const at = countries
      .filter((item) => item.from === i && item.form !== 'seat')
      .sort((a, b) => b.to - a.to)[0];
    return at?.id ? { id: at.id, to: at.to } : null;
  };
  const inside = (items: readonly Found[]) => (i: number) =>
    items.some((item) => item.from <= i && i < item.to);
  const isCountry = inside(countries.filter((item) => item.form !== 'seat'));
  const knownBodies = known.filter((item) => item.type === 'Organization');
  // `MSDF Kanoya Air Base`: the body before the base is a name of its own.
  const named = runs(tokens, designators, isCountry).map((item) => {
    const body =
      item.type === 'Facility'
        ? knownBodies.find((other) => other.from === item.from && other.to < item.to - 1)
        : undefined;
    return body ? { ...item, from: body.to } : item;
  });
  const zones = countries.flatMap((item) => zoneAfter(tokens, item));
  const gear = equipment(tokens, designators);
  const bodies = named.filter((item) => item.type !== 'Event');
  const titled = people(
    tokens,
    titles,
    countryAt,
    inside([
      ...known.filter((item) => item.type !== 'Person'),
      ...gear,
      ...named.filter(
        (item) => item.type === 'Organization' && item.to - item.from > 1 && !isCountry(item.from),
      ),
    ]),
    surnames,
    (index) =>
      [...known, ...named].find((item) => item.type === 'Organization' && item.from === index)?.to ?? null,
  );
  const persons = titled.filter((item) => item.type === 'Person');
  const learnt = learntNames(
    tokens,
    surnames,
    acronyms,
    designators,
    inside([...known, ...titled, ...bodies]),
  );
  const all = [...known, ...zones, ...named, ...gear, ...titled, ...learnt];
  const unknown = places(tokens, inside([...all, ...persons]));
  return dropInsideTitles([...all, ...unknown]);
}

/** A body's name that begins inside a person's title or name is the title's. */
function dropInsideTitles(found: Found[]): Found[] {
  const persons = found.filter((item) => item.person);
  return found.filter(
    (item) =>
      item.person !== undefined ||
      item.type === 'Country' ||
      !persons.some(
        (person) =>
          person.from < item.to &&
          item.from < person.to &&
          !(item.from >= person.from && item.to <= person.to) &&
          item.rank < 6,
      ),
  );
}

/** `Meeting of the Republic of Korea (ROK)`: the letters are a country's own and not the meeting's. */
function namesCountry(acronym: string, setting: Setting): boolean {
  return (setting.knowledge.names.get(acronym.toLowerCase()) ?? []).some(
    (name) => name.type === 'Country' && name.words.join(' ') === acronym,
  );
}

/** Surnames and acronyms the document introduced, standing alone. */
function learntNames(
  tokens: readonly Token[],
  surnames: ReadonlySet<string>,
  acronyms: ReadonlyMap<string, Found>,
  designators: Designators,
  taken: (i: number) => boolean,
): Found[] {
  const found: Found[] = [];
  tokens.forEach((token, i) => {
    if (taken(i) && !acronyms.has(token.text)) return;
    const common = designators.acronyms.get(token.text);
    if (common && !acronyms.has(token.text) && !taken(i))
      found.push({ from: i, to: i + 1, type: 'Organization', rank: 4 });
    if (token.text === 'Alliance' && !taken(i)) found.push({ from: i, to: i + 1, type: 'Alliance', rank: 2 });
    const acronym = acronyms.get(token.text);
    if (acronym && !(tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')'))
      found.push({ from: i, to: i + 1, type: acronym.type, rank: 4, acronym: token.text });
    else if (!acronym && surnames.has(token.text) && /^\p{Lu}\p{L}{2,}/u.test(token.text)) {
      let to = i + 1;
      while (surnames.has(tokens[to]?.text ?? '') && !taken(to)) to += 1;
      if (!surnames.has(tokens[i - 1]?.text ?? ''))
        found.push({
          from: i,
          to,
          type: 'Person',
          person: { from: i, to, title: null, apposition: null },
          rank: 4,
        });
    }
  });
  return found;
}

function link(
  sentence: Tagged,
  found: readonly Found[],
  setting: Setting,
  persons: People,
  acronyms: Map<string, string>,
): Named {
  const { tokens, passage } = sentence;
  const { kept, nested } = select(found);
  const names: Name[] = [];
  const inner: Name[] = [];
  const offices: OfficeLink[] = [];
  const text = (from: number, to: number) =>
    passage.text.slice(
      (tokens[from]?.start ?? 0) - passage.start,
      (tokens[to - 1]?.end ?? 0) - passage.start,
    );
  const add = (
    list: Name[],
    item: { from: number; to: number },
    draft: Draft,
    span?: { from: number; to: number },
  ) =>
    list.push({
      from: item.from,
      to: item.to,
      entity: draft.id,
      type: draft.type,
      kind: 'named',
      span: span ?? { from: item.from, to: item.to },
    });
  for (const item of kept) {
    if (item.person) {
      const title = item.person.title;
      const draft = persons.link(item, tokens, passage);
      const apposition = item.person.apposition;
      const end = apposition ? apposition.to + (tokens[apposition.to]?.text === ',' ? 1 : 0) : item.to;
      add(names, item, draft, { from: item.from, to: end });
      if (title && title.to > title.from) {
        const country = title.country ?? draft.country;
        const office = linkOffice(title, country, setting, text(title.from, title.to));
        add(inner, { from: title.from, to: title.to }, office);
        const body = bodyOf(item, title, kept, tokens);
        const owner = body ? linkBodyOf(body, tokens, setting, text(body.from, body.to), acronyms) : null;
        if (owner?.country) draft.country ??= owner.country;
        offices.push({
          body: owner?.id ?? null,
          person: draft.id,
          office: office.id,
          from: Math.min(item.from, title.from),
          to: Math.max(item.to, apposition?.to ?? 0),
          status: title.status,
          country,
        });
      }
      for (const within of [...kept, ...nested])
        if (within.type === 'Country' && within.id && within.from >= item.from && within.to <= end)
          add(inner, within, setting.registry.known(within.id, text(within.from, within.to)));
      continue;
    }
    if (names.some((name) => name.span.from <= item.from && item.to <= name.span.to)) {
      if (item.type === 'Country' && item.id)
        add(inner, item, setting.registry.known(item.id, text(item.from, item.to)));
      continue;
    }
    const draft =
      item.type === 'Country' && item.id
        ? linkCountry(item, tokens, setting, text(item.from, item.to))
        : item.type === 'Office' && item.office
          ? linkOffice(item.office, item.country ?? item.office.country, setting, text(item.from, item.to))
          : item.id
            ? setting.registry.known(item.id, text(item.from, item.to))
            : linkBody(
                item,
                tokens,
                setting,
                text(item.from, item.to),
                acronyms,
                acronymAfter(tokens, item.to),
              );
    if (!draft) continue;
    add(names, item, draft);
    if (/^(?:Event|Exercise|Alliance|Topic|Agreement|Region)$/.test(draft.type)) {
      for (const within of nested)
        if (
          within.type === 'Country' &&
          within.id &&
          within.form !== 'seat' &&
          within.from >= item.from &&
          within.to <= item.to
        )
          add(inner, within, setting.registry.known(within.id, text(within.from, within.to)));
    }
  }
  return { ...sentence, names: names.sort((a, b) => a.from - b.from), nested: inner, offices };
}

const STANDS_FOR_BODY =
  /\b(?:spokes\w+|commander|commandant|director|chief|secretary[- ]general|chair\w*|head)\b/i;

/** The body before or behind the title of one who speaks for it: `PCG spokesperson`, `commander of Joint Task Force Micronesia`. */
function bodyOf(
  item: Found,
  title: OfficeName,
  kept: readonly Found[],
  tokens: readonly Token[],
): Found | null {
  const words = tokens
    .slice(title.from, title.to)
    .map((token) => token.lower)
    .join(' ');
  if (!STANDS_FOR_BODY.test(words)) return null;
  const bodies = kept.filter((other) => other.type === 'Organization' && other !== item);
  const before = bodies.find((other) => other.to === title.from || other.to === item.from);
  const behind = bodies.find(
    (other) =>
      /^(?:of|for)$/.test(tokens[title.to]?.lower ?? '') &&
      (other.from === title.to + 1 || other.from === title.to + 2),
  );
  return before ?? behind ?? null;
}

function linkBodyOf(
  body: Found,
  tokens: readonly Token[],
  setting: Setting,
  text: string,
  acronyms: Map<string, string>,
): Draft | null {
  return body.id
    ? setting.registry.known(body.id, text)
    : linkBody(body, tokens, setting, text, acronyms, acronymAfter(tokens, body.to));
}

/** `Japan's EEZ`, `Palau's exclusive economic zone`, `Greek airspace`. */
function zoneAfter(tokens: readonly Token[], country: Found): Found[] {
  const at =
    tokens[country.to]?.lower === "'s" ? country.to + 1 : country.form === 'adjective' ? country.to : -1;
  if (at < 0) return [];
  const text = tokens
    .slice(at, at + 3)
    .map((token) => token.lower)
    .join(' ');
  const zone =
    /^(?:exclusive economic zone|eez|airspace|territorial (?:waters|sea)|economic zone)(?= |$)/.exec(
      text,
    )?.[0];
  return zone ? [{ from: country.from, to: at + zone.split(' ').length, type: 'Region', rank: 5 }] : [];
}
