/** The found names of one sentence as entities: which are kept, what lies inside them, and the offices that titles give. */
import type { Draft } from '../entities.ts';
import type { Named, OfficeLink, Setting, Tagged } from '../mentions.ts';
import type { Name } from '../parse/tree.ts';
import type { Span, Token } from '../text/token.ts';
import { acronymAfter } from './capitals.ts';
import { type Found, type OfficeName, select } from './found.ts';
import { linkBody, linkCountry } from './link.ts';
import { linkOffice } from './office-names.ts';
import { isBare } from './people.ts';
import { rankEnd } from './person-names.ts';
import type { People } from './persons.ts';

/** What a document knows while its sentences are linked one after the other. */
export type Linking = { setting: Setting; persons: People; acronyms: Map<string, string> };

type Work = Linking &
  Tagged & { kept: Found[]; inside: Found[]; names: Name[]; nested: Name[]; offices: OfficeLink[] };

/** Links the names of one sentence. */
export function linkSentence(sentence: Tagged, found: readonly Found[], linking: Linking): Named {
  const { kept, nested: inside } = select(found);
  const work: Work = { ...sentence, ...linking, kept, inside, names: [], nested: [], offices: [] };
  for (const item of kept) {
    if (item.person) linkPerson(work, item);
    else if (work.names.some((name) => name.span.from <= item.from && item.to <= name.span.to))
      linkWithin(work, item);
    else linkThing(work, item);
  }
  const { names, nested, offices } = work;
  return { ...sentence, names: names.sort((a, b) => a.from - b.from), nested, offices };
}

function textOf({ passage, tokens }: Work, { from, to }: Span): string {
  const start = (tokens[from]?.start ?? 0) - passage.start;
  return passage.text.slice(start, (tokens[to - 1]?.end ?? 0) - passage.start);
}

function nameOf(item: Span, draft: Draft, span: Span = item): Name {
  return {
    from: item.from,
    to: item.to,
    entity: draft.id,
    type: draft.type,
    kind: 'named',
    span: { from: span.from, to: span.to },
  };
}

/** A name the registry knows, inside another. */
function linkWithin(work: Work, item: Found): void {
  if (item.type === 'Country' && item.id)
    work.nested.push(nameOf(item, work.setting.registry.known(item.id, textOf(work, item))));
}

function linkPerson(work: Work, item: Found): void {
  const { tokens } = work;
  const draft = work.persons.link(item, tokens, work.passage);
  const apposition = item.person?.apposition ?? null;
  const end = apposition
    ? apposition.to + (tokens[apposition.to]?.text === ',' ? 1 : 0)
    : item.to + (closesBehind(item, tokens) ? 1 : 0);
  work.names.push(nameOf(item, draft, { from: item.from, to: end }));
  const title = item.person?.title ?? null;
  if (title && title.to > title.from) giveOffice(work, item, title, draft);
  else if (title?.country) {
    // "the Ministers of Defence A (Albania) and B (Montenegro)": each holds the office of the plural.
    const office = isBare(title.title) ? null : linkOffice(title, title.country, work.setting, title.title);
    if (office && title.shared) work.nested.push(nameOf(title.shared, office));
    work.offices.push({
      ...SPOKEN_FOR,
      office: office?.id ?? null,
      person: draft.id,
      country: title.country,
      from: item.from,
      to: item.to,
    });
  } else if (!title) standIn(work, item, draft);
  for (const within of [...work.kept, ...work.inside])
    if (within.from >= item.from && within.to <= end) linkWithin(work, within);
}

/** `its spokesman, Brig. Gen. Tin Maung Shwe, told …`: the comma behind the name closes what the first opened. */
function closesBehind({ from, to, person }: Found, tokens: readonly Token[]): boolean {
  const opened = person && tokens.slice(from, person.from).some((token) => token.text === ',');
  return opened === true && tokens[to]?.text === ',' && /^(?:VERB|AUX)$/.test(tokens[to + 1]?.tag ?? '');
}

/** `her Myanmar counterpart, Win Htut`, `Maj. Gen. Aaron Boyle of U.S. Central Command`: whom one without a title stands for. */
function standIn(work: Work, item: Found, person: Draft): void {
  const { tokens, kept } = work;
  const span = { person: person.id, from: item.from, to: item.to };
  const word = tokens[item.from - 1]?.text === ',' ? item.from - 2 : item.from - 1;
  const mate = tokens
    .slice(Math.max(0, word - 5), word + 1)
    .some((token) => /^(?:counterpart|colleague)$/.test(token.lower));
  if (mate && item.country) {
    work.offices.push({ ...SPOKEN_FOR, ...span, office: null, country: item.country });
    return;
  }
  const ranked = rankEnd(tokens, item.from, work.setting.titles.rankWords) > item.from;
  const body = kept.find(
    (other) =>
      other.type === 'Organization' &&
      tokens[item.to]?.lower === 'of' &&
      (other.from === item.to + 1 || (other.from === item.to + 2 && tokens[item.to + 1]?.lower === 'the')),
  );
  const owner = ranked && body ? linkAny(work, body) : null;
  if (!owner || !body) return;
  person.country ??= owner.country;
  work.offices.push({
    ...SPOKEN_FOR,
    ...span,
    to: body.to,
    office: null,
    body: owner.id,
    country: owner.country,
  });
}

/** `Ministers Babić of Croatia and Zupan of Slovenia`: whom each stands for, by a title that stands elsewhere. */
const SPOKEN_FOR = { office: null, status: 'holds', body: null, elsewhere: false } as const;

function giveOffice(work: Work, item: Found, title: OfficeName, person: Draft): void {
  const country = title.country ?? person.country;
  const office = linkOffice(title, country, work.setting, textOf(work, title));
  work.nested.push(nameOf(title, office));
  const body = bodyOf(item, title, [...work.kept, ...work.inside], work.tokens);
  const owner = body ? linkAny(work, body) : null;
  if (owner?.country) person.country ??= owner.country;
  work.offices.push({
    body: owner?.id ?? null,
    person: person.id,
    office: office.id,
    from: Math.min(item.from, title.from),
    to: Math.max(item.to, title.to, item.person?.apposition?.to ?? 0),
    status: title.status,
    country,
    elsewhere: body ? !owner?.country : standsElsewhere(work, title),
  });
}

/** Who is of a town, a party, a foreign power. */
const ELSEWHERE =
  /^(?:eastern|western|northern|southern|insurgent|jihadist|guerrilla|paramilitary|clan|opposition|rebel|separatist|militia|self-proclaimed|exiled|tribal|party|union|local|regional|provincial|its|his|her|their)$|-(?:installed|appointed|backed|led|aligned|imposed)$/;
const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** `Commission President X`, `the security council secretary`, `mayor of Goma`: words beside the title make it another's than the state's. */
function standsElsewhere({ tokens, kept }: Work, title: OfficeName): boolean {
  if (/^(?:of|for|to)$/.test(tokens[title.to]?.lower ?? '')) return true;
  if (/^(?:mayor|governor)$/i.test(title.title)) return true;
  const at = title.from - 1;
  const before = tokens[at];
  if (!before || kept.some((item) => item.type === 'Country' && item.to === title.from)) return false;
  // `A spokesman, Cmdr. Rick Alvarez, said …`: of whom the sentence before spoke.
  if (/^an?$/.test(before.lower)) return true;
  // "the command's spokesman"
  if (before.lower === "'s") return true;
  if (ELSEWHERE.test(before.lower)) return true;
  if (/^\p{Lu}/u.test(before.text))
    return before.tag === 'PROPN' && !DAY.test(before.text) && !/\.$/.test(before.text);
  return before.tag === 'NOUN';
}

function linkThing(work: Work, item: Found): void {
  const { setting } = work;
  const draft =
    item.type === 'Country' && item.id
      ? linkCountry(item, work.tokens, setting, textOf(work, item))
      : item.type === 'Office' && item.office
        ? linkOffice(item.office, item.country ?? item.office.country, setting, textOf(work, item))
        : linkAny(work, item);
  if (!draft) return;
  work.names.push(nameOf(item, draft));
  for (const within of work.inside)
    if (within.id && within.from >= item.from && within.to <= item.to && holds(item, draft, within))
      work.nested.push(nameOf(within, setting.registry.known(within.id, textOf(work, within))));
}

/** A known name, whose letters in brackets are its own from here on, or one that the document brings. */
function linkAny(work: Work, item: Found): Draft | null {
  const { tokens, setting, acronyms } = work;
  const text = textOf(work, item);
  if (!item.id) return linkBody(item, tokens, setting, text, acronyms, acronymAfter(tokens, item.to));
  if (item.acronym) acronyms.set(item.acronym, item.id);
  return setting.registry.known(buildingOf(item, item.id, tokens, setting), text);
}

/** `met at the Pentagon`: the house and not the department. */
function buildingOf(item: Found, id: string, tokens: readonly Token[], setting: Setting): string {
  const building = setting.knowledge.entries.get(id)?.building;
  const at =
    tokens[item.from - 1]?.lower === 'the' &&
    /^(?:at|in|outside|to|inside)$/.test(tokens[item.from - 2]?.lower ?? '');
  return building && at && item.to - item.from === 1 ? building : id;
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
  const bodies = kept.filter((other) => other.type === 'Organization' && other !== item);
  const within = bodies.find((other) => other.from > title.from && other.to === title.to);
  // "EU High Representative", "UNMISS head": whoever has a body before the title stands for it.
  const before = bodies.find((other) => other.to === title.from || other.to === item.from);
  if (before) return before;
  if (!STANDS_FOR_BODY.test(words)) return null;
  const behind = bodies.find(
    (other) =>
      /^(?:of|for)$/.test(tokens[title.to]?.lower ?? '') &&
      (other.from === title.to + 1 || other.from === title.to + 2),
  );
  // "spokeswoman Nino Abashidze of the Georgian Foreign Ministry"
  const afterName = bodies.find(
    (other) => tokens[item.to]?.lower === 'of' && (other.from === item.to + 1 || other.from === item.to + 2),
  );
  return within ?? behind ?? afterName ?? null;
}
