/** Names in all sentences of a document: recognisers, then what the document itself taught (acronyms, surnames), then one entity each. */
import type { Draft, Registry } from './entities.ts';
import type { Designators } from './knowledge/designators.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { acronymAfter } from './mentions/capitals.ts';
import { type Found, type OfficeName, select } from './mentions/found.ts';
import { learn, nothingTaught } from './mentions/learnt.ts';
import { linkBody, linkCountry, linkOffice } from './mentions/link.ts';
import { createPeople, type People } from './mentions/persons.ts';
import { recognise } from './mentions/recognise.ts';
import type { Titles } from './mentions/titles.ts';
import type { Name } from './parse/tree.ts';
import type { Passage } from './passages.ts';
import type { Token } from './text/token.ts';

export type Tagged = { passage: Passage; tokens: Token[] };
export type Named = Tagged & { names: Name[]; nested: Name[]; offices: OfficeLink[] };
/** A person's title where the text gives it. */
export type OfficeLink = {
  person: string;
  /** Null where the title is too bare to be an office. */
  office: string | null;
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
  const taught = nothingTaught();
  // Twice: what is introduced late is known early (a title names "Minister Brandt" before the text does).
  for (const { tokens } of sentences) learn(taught, recognise(tokens, setting, taught), tokens, setting);
  const persons = createPeople(setting);
  const found = sentences.map(({ tokens }) => recognise(tokens, setting, taught));
  for (const [i, sentence] of sentences.entries()) persons.prepare(found[i] ?? [], sentence.tokens);
  const acronyms = new Map<string, string>();
  const named = sentences.map((sentence, i) => link(sentence, found[i] ?? [], setting, persons, acronyms));
  return { named, people: persons };
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
            ? knownBody(
                item,
                buildingOf(item, item.id, tokens, setting),
                setting,
                text(item.from, item.to),
                acronyms,
              )
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
    for (const within of nested)
      if (within.id && within.from >= item.from && within.to <= item.to && holds(item, draft, within))
        add(inner, within, setting.registry.known(within.id, text(within.from, within.to)));
  }
  return { ...sentence, names: names.sort((a, b) => a.from - b.from), nested: inner, offices };
}

/** `met at the Pentagon`: the house and not the department. */
function buildingOf(item: Found, id: string, tokens: readonly Token[], setting: Setting): string {
  const building = setting.knowledge.entries.get(id)?.building;
  const at =
    tokens[item.from - 1]?.lower === 'the' &&
    /^(?:at|in|outside|to|inside)$/.test(tokens[item.from - 2]?.lower ?? '');
  return building && at && item.to - item.from === 1 ? building : id;
}

/** A known name; letters behind it in brackets are its own from here on. */
function knownBody(
  item: Found,
  id: string,
  setting: Setting,
  text: string,
  acronyms: Map<string, string>,
): Draft {
  if (item.acronym) acronyms.set(item.acronym, id);
  return setting.registry.known(id, text);
}

/** The names of meetings, strategies and topics hold mentions of whom they name; those of seas, ships and bodies do not. */
function holds(item: Found, draft: Draft, within: Found): boolean {
  if (within.id === draft.id || within.form === 'seat') return false;
  if (within.type === 'Country')
    return item.open === true || /^(?:Event|Exercise|Alliance|Topic|Agreement)$/.test(draft.type);
  return within.type === 'Region' && /^(?:Topic|Strategy|Event|Agreement)$/.test(draft.type);
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
