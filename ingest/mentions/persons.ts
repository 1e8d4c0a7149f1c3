/** Who a personal name is: by full name, by surname within the document, by surname, office and date in the gazetteer. */
import { type Draft, draftId } from '../entities.ts';
import type { GazetteerEntry } from '../knowledge/gazetteer.ts';
import type { Setting } from '../mentions.ts';
import type { Passage } from '../passages.ts';
import type { Token } from '../text/token.ts';
import type { Found, OfficeName } from './found.ts';
import { officeTitle } from './office-names.ts';

export type People = {
  /** First look over a sentence: full names and the countries that titles give them. */
  prepare(found: readonly Found[], tokens: readonly Token[]): void;
  link(item: Found, tokens: readonly Token[], passage: Passage): Draft;
};

type Known = {
  words: string[];
  id: string;
  country: string | null;
  /** Titles the document gives, by spelling and status. */
  titles: { title: string; status: OfficeName['status'] }[];
};

export function createPeople(setting: Setting): People {
  const full: Known[] = [];
  /** Persons as they were last spoken of. */
  const order: string[] = [];
  const wordsOf = (item: Found, tokens: readonly Token[]) =>
    (item.person ? tokens.slice(item.person.from, item.person.to) : [])
      .map((token) => token.text)
      .filter((text) => text !== ',');
  const surnameOf = (words: readonly string[]) =>
    words.filter((word) => !setting.titles.suffixes.has(word)).at(-1) ?? '';
  /** Of several, the one spoken of last, else the one introduced last. */
  const latest = (some: readonly Known[]): Known | undefined => {
    const spoken = order.findLast((id) => some.some((known) => known.id === id));
    return some.find((known) => known.id === spoken) ?? some.at(-1);
  };
  /** The person whose name holds these words; of two, the one who bears the title, whose country fits, who was spoken of last. */
  const lookUp = (
    words: readonly string[],
    country: string | null,
    title: OfficeName | null = null,
  ): Known | undefined => {
    const fold = (word: string) => word.toLowerCase();
    const holds = full.filter(
      (known) =>
        !(words.length === 1 && heldOnceOnly(known, title)) &&
        (words.every((word) => known.words.some((other) => fold(other) === fold(word))) ||
          known.words.every((word) => words.some((other) => fold(other) === fold(word)))),
    );
    return (
      holds.find(
        (known) =>
          known.words.length === words.length &&
          known.words.every((word, i) => fold(word) === fold(words[i] ?? '')),
      ) ??
      bearerOf(title, holds, country) ??
      // A title is borne by who was introduced with one, or as a counterpart, rather than by a namesake.
      (title && title.status === 'holds' && country === null
        ? onlyOne(holds.filter(isOfficial))
        : undefined) ??
      latest(holds.filter((known) => country !== null && known.country === country)) ??
      (country === null || holds.every((known) => known.country === null) ? latest(holds) : undefined)
    );
  };
  const introduce = (words: string[], country: string | null, title: string | null): Known => {
    const entry = inGazetteer(words, country, title, setting);
    const known: Known = {
      words: entry ? entry.name.split(' ') : words,
      id:
        entry?.id ?? draftId('Person', words.filter((word) => !setting.titles.suffixes.has(word)).join(' ')),
      country: country ?? entry?.country ?? null,
      titles: [],
    };
    full.push(known);
    return known;
  };
  return {
    prepare(found, tokens) {
      for (const item of found) {
        const words = wordsOf(item, tokens);
        const country = item.country ?? null;
        if (words.length < 2 || !item.person) continue;
        const { title } = item.person;
        const known = lookUp(words, country) ?? introduce(words, country, title?.title ?? null);
        known.country ??= country;
        if (title) known.titles.push({ title: officeTitle(title.title), status: title.status });
      }
    },
    link(item, tokens, passage) {
      const words = wordsOf(item, tokens);
      const title = item.person?.title ?? null;
      const country = item.country ?? null;
      const known =
        lookUp(words, country, title) ??
        lookUp([surnameOf(words)], country, title) ??
        introduce(words, country, title?.title ?? null);
      known.country ??= country;
      const text = passage.text.slice(
        (tokens[item.from]?.start ?? 0) - passage.start,
        (tokens[item.to - 1]?.end ?? 0) - passage.start,
      );
      const entry = setting.knowledge.entries.get(known.id) ?? null;
      const draft = setting.registry.put(known.id, text, () => ({
        type: 'Person',
        name: entry?.name ?? known.words.join(' ').replace(/ ,/g, ','),
        country: known.country ?? entry?.country ?? null,
        entry,
        date: null,
        provisional: entry === null,
        title: null,
      }));
      if (title?.status !== 'former') draft.country ??= country;
      if (draft.country && !setting.registry.get(draft.country)) setting.registry.known(draft.country, null);
      draft.aliases.add(words.join(' ').replace(/ ,/g, ','));
      // The fullest title says most: a heading's `Secretary Holt` is the text's Secretary of Defense.
      const held = title && title.status !== 'former' ? officeTitle(title.title) : null;
      if (held?.startsWith(draft.title ?? held)) draft.title = held;
      draft.title ??= title ? officeTitle(title.title) : null;
      if (order.includes(draft.id)) order.splice(order.indexOf(draft.id), 1);
      order.push(draft.id);
      return draft;
    },
  };
}

const isOfficial = (known: Known) =>
  known.country !== null || known.titles.some((held) => held.status === 'holds');

const onlyOne = (some: readonly Known[]) => (some.length === 1 ? some[0] : undefined);

/** Beside `former Defense Minister Shimazu Kiyoshi`, `Defense Minister Shimazu` is another of the name. */
function heldOnceOnly({ titles }: Known, title: OfficeName | null): boolean {
  if (title?.status !== 'holds') return false;
  const own = officeTitle(title.title);
  return (
    titles.some((held) => held.status === 'former' && held.title.startsWith(own)) &&
    titles.every((held) => held.status === 'former')
  );
}

/** After a change of office `Minister Okello` is who holds it, `then-Minister Okello` who held it. */
function bearerOf(
  title: OfficeName | null,
  some: readonly Known[],
  country: string | null,
): Known | undefined {
  if (!title || some.length < 2) return undefined;
  const own = officeTitle(title.title.replace(/^(?:then|ex|former)-/i, ''));
  const fits = some.filter(
    (known) =>
      (country === null || known.country === null || known.country === country) &&
      known.titles.some(
        (held) => (held.status === 'former') === (title.status === 'former') && held.title.startsWith(own),
      ),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** A listed person of this name: a full name always, a surname alone only in the office and time it was held. */
function inGazetteer(
  words: readonly string[],
  country: string | null,
  title: string | null,
  setting: Setting,
): GazetteerEntry | null {
  for (const entry of setting.knowledge.entries.values()) {
    if (entry.type !== 'Person') continue;
    const names = [
      entry.name,
      ...entry.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text)),
    ];
    if (words.length > 1 && names.some((name) => name === words.join(' '))) return entry;
    if (words.length !== 1 || entry.surname !== words[0] || (country && country !== entry.country)) continue;
    const month = setting.published?.slice(0, 7);
    const held = entry.offices.some(
      (office) =>
        (!title || sameOffice(office.title, title)) &&
        (!month || (office.from <= month && month <= office.to)),
    );
    if (held && month) return entry;
  }
  return null;
}

function sameOffice(a: string, b: string): boolean {
  const plain = (text: string) => officeTitle(text).toLowerCase();
  return plain(a) === plain(b) || plain(a).startsWith(plain(b));
}
