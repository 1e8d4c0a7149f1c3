/** From a found name to its entity. */
import { type Draft, draftId, eventKey } from '../entities.ts';
import type { Setting } from '../mentions.ts';
import { singular } from '../text/singular.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const PLACE_BEFORE = new Set(
  'in at near outside around from inside visited visit visiting city capital into via through'.split(' '),
);
/** `travelled to Kyiv` goes to the city, `sending interceptors to Kyiv` to the government. */
const TRAVEL =
  /^(?:travel\w*|fl(?:y|ies|ew|own|ying|ights?)|trips?|visits?|visited|return\w*|arriv\w*|journey\w*|mov\w*|went|go|going|came|come|road|train|delegations?|envoys?|tour|mission|invit\w*|transferred|taken|back|embassy)$/;

/** A country by name or adjective; a capital is the place after a preposition of place, else the government. */
export function linkCountry(
  item: Found,
  tokens: readonly Token[],
  setting: Setting,
  text: string,
): Draft | null {
  const id = item.id ?? '';
  if (item.form !== 'seat') return setting.registry.known(id, text);
  const before = tokens[item.from - 1]?.lower ?? '';
  const after = tokens[item.to]?.lower ?? '';
  const house = /House|Kremlin|Whitehall|Downing|Hill/.test(text);
  const alone =
    item.from === 0 &&
    // "Abuja, which asked …" is the government; "Abuja, 3 May" where a text was written.
    !/^(?:which|whose|who|meanwhile|for|however|too|in|having|citing|the|a|an|its|like|unlike)$/.test(
      tokens[item.to + 1]?.lower ?? '',
    ) &&
    (/^[,.–—-]?$/.test(after) || (after === '(' && text === text.toUpperCase()));
  if (
    house ||
    !(
      PLACE_BEFORE.has(before) ||
      alone ||
      (before === 'to' && travels(tokens, item.from - 1)) ||
      (/^(?:,|and)$/.test(before) && PLACE_BEFORE.has(tokens[item.from - 3]?.lower ?? ''))
    )
  )
    return setting.registry.known(id, text);
  return setting.registry.put(draftId('Place', text), null, () => ({
    type: 'Place',
    name: text,
    country: id,
    date: null,
    provisional: false,
    title: null,
  }));
}

/** Whether the words before `to` speak of going somewhere. */
function travels(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some((token) => TRAVEL.test(token.lower));
}

const GENERIC =
  /^(?:(?:the )?(?:federal |national |royal )?(?:Ministry|Department|ministry|Defen[cs]e Ministry|defen[cs]e ministry|Foreign Ministry|foreign ministry|interior ministry|navy|army|military|air force|armed forces|coast guard|marines|parliament|Navy|Army|Air Force|Armed Forces|Coast Guard|Parliament|foreign office)\b)/i;

/** A body, base, sea, agreement, piece of equipment …; ministries and forces without a country belong to the document's own. */
export function linkBody(
  item: Found,
  tokens: readonly Token[],
  setting: Setting,
  text: string,
  acronyms: Map<string, string>,
  bracket: string | null,
): Draft | null {
  const { registry } = setting;
  if (item.acronym && text === item.acronym) {
    const id = acronyms.get(item.acronym);
    const draft = id ? registry.get(id) : undefined;
    if (draft) {
      draft.aliases.add(text);
      return draft;
    }
  }
  if (item.type === 'Alliance' && text === 'Alliance') return theAlliance(setting);
  const country = countryInside(item, tokens, setting);
  if (item.type === 'Organization' && /\bgovernment$|^government of\b/i.test(text) && country)
    return registry.known(country, text);
  const inside = item.type === 'EquipmentType' ? knownAt(item, tokens, setting) : null;
  if (inside) return registry.known(inside, text);
  const spelled = setting.designators.acronyms.get(text) ?? item.full ?? text;
  const meeting = item.type === 'Event' ? sameMeeting(text, setting) : null;
  if (meeting) {
    meeting.aliases.add(text.replace(/\s+/g, ' '));
    if (item.acronym ?? bracket) acronyms.set(item.acronym ?? bracket ?? '', meeting.id);
    return meeting;
  }
  const key = item.type === 'EquipmentType' ? singular(spelled) : spelled.replace(/^(?:the|The) /, '');
  const generic = item.type === 'Organization' && GENERIC.test(key);
  // `a spokesman for its Ministry`: of whom the text spoke before, and hardly of its own home.
  const theirs = /^(?:its|their|his|her)$/.test(tokens[item.from - 1]?.lower ?? '');
  const home = theirs ? null : setting.home;
  const owner = country ?? (generic ? (ownerBefore(item, tokens, setting) ?? home) : null);
  const ownerName = owner
    ? (registry.get(owner)?.name ?? setting.knowledge.entries.get(owner)?.name ?? '')
    : '';
  const own = generic && ownerName && !country;
  const body = own ? `${ownerName} ${canonicalBody(key)}` : canonicalBody(key);
  const id = draftId(
    item.type,
    item.type === 'Event' && recurs(key) ? eventKey(body, setting.published, setting.scope) : body,
  );
  const listed = own
    ? [...setting.knowledge.entries.values()].find(
        (entry) => entry.name === `${canonicalBody(key)} (${ownerName})`.replace('defense', 'Defense'),
      )
    : undefined;
  if (listed) return registry.known(listed.id, text);
  const draft = registry.put(id, text, () => ({
    type: item.type,
    name: own ? `${key} (${ownerName})` : key,
    country: owner,
    date: null,
    provisional: true,
    title: null,
  }));
  if (item.acronym || bracket) {
    acronyms.set(item.acronym ?? bracket ?? '', draft.id);
    draft.aliases.add(item.acronym ?? bracket ?? '');
  }
  return draft;
}

/** A meeting that is held year after year; a number or a year in its name tells which one it is. */
function recurs(name: string): boolean {
  return (
    /\b(?:Meeting|Talks|Consultations?|Ministerial|Call|Visit)\b/i.test(name) &&
    !/\d|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b/i.test(name)
  );
}

/** `Security Consultative Meeting` after `57th ROK-U.S. Security Consultative Meeting`: the same, told in fewer words. */
function sameMeeting(text: string, setting: Setting): Draft | null {
  const wordsOf = (name: string) =>
    new Set(
      (name.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter(
        (word) => !setting.knowledge.countryWords.has(word.charAt(0).toUpperCase() + word.slice(1)),
      ),
    );
  const own = wordsOf(text);
  if (own.size < 2) return null;
  return (
    setting.registry.all().find((draft) => {
      if (draft.type !== 'Event') return false;
      const other = wordsOf(draft.name);
      return (
        other.size > 1 &&
        ([...own].every((word) => other.has(word)) || [...other].every((word) => own.has(word)))
      );
    }) ?? null
  );
}

/** Equipment the gazetteer knows by its first words: `MQ-9 Reaper drones`. */
function knownAt(item: Found, tokens: readonly Token[], setting: Setting): string | null {
  const found = (setting.knowledge.names.get(tokens[item.from]?.lower ?? '') ?? []).find(
    (name) =>
      name.type === 'EquipmentType' &&
      item.from + name.words.length <= item.to &&
      name.words.every((word, k) => tokens[item.from + k]?.text === word),
  );
  return found?.id ?? null;
}

/** `German Defence Ministry` and `Federal Ministry of Defence` spelled one way for the id. */
function canonicalBody(key: string): string {
  return key
    .replace(/Defence/g, 'Defense')
    .replace(/defence/g, 'defense')
    .replace(/[’']s\b/g, '')
    .replace(/^(.*?)\b(defense|foreign|interior) ministry$/i, '$1ministry of $2');
}

function countryInside(item: Found, tokens: readonly Token[], setting: Setting): string | null {
  for (let i = item.from; i < item.to; i += 1) {
    for (const name of setting.knowledge.names.get(tokens[i]?.lower ?? '') ?? []) {
      if (
        name.type === 'Country' &&
        name.form !== 'seat' &&
        name.words.every((word, k) => tokens[i + k]?.text === word) &&
        i + name.words.length <= item.to &&
        // "Gulf of Guinea Commission", "South China Sea Institute"
        !/^(?:Gulf|Bight|Bay|Strait|Sea) of$/.test(`${tokens[i - 2]?.text} ${tokens[i - 1]?.text}`) &&
        !/^(?:Sea|Ocean|Strait)$/.test(tokens[i + name.words.length]?.text ?? '')
      )
        return name.id;
    }
  }
  return null;
}

/** `Japan's Ministry of Defense`, `the Japanese Ministry of Defense`, `Ministry of Defence of Fiji`. */
function ownerBefore(item: Found, tokens: readonly Token[], setting: Setting): string | null {
  const at = (end: number): string | null => {
    for (let length = 4; length >= 1; length -= 1) {
      const from = end - length;
      if (from < 0) continue;
      const hit = (setting.knowledge.names.get(tokens[from]?.lower ?? '') ?? []).find(
        (name) =>
          name.type === 'Country' &&
          name.words.length === length &&
          name.words.every((word, k) => tokens[from + k]?.text === word),
      );
      if (hit) return hit.id;
    }
    return null;
  };
  const possessive = tokens[item.from - 1]?.lower === "'s";
  const before = at(possessive ? item.from - 1 : item.from);
  if (before) return before;
  if (tokens[item.to]?.lower !== 'of') return null;
  const start = tokens[item.to + 1]?.lower === 'the' ? item.to + 2 : item.to + 1;
  return (
    (setting.knowledge.names.get(tokens[start]?.lower ?? '') ?? []).find(
      (name) => name.type === 'Country' && name.words.every((word, k) => tokens[start + k]?.text === word),
    )?.id ?? null
  );
}

/** `the Alliance`: the one the document names, else the one between its parties. */
function theAlliance(setting: Setting): Draft | null {
  const named =
    setting.registry.all().find((draft) => draft.type === 'Alliance') ??
    setting.registry.get('alliance:nato');
  if (named) {
    named.aliases.add('Alliance');
    return named;
  }
  if (setting.parties.length < 2) return null;
  const name = `${setting.parties.map((id) => setting.knowledge.entries.get(id)?.name ?? id).join('-')} Alliance`;
  return setting.registry.put(draftId('Alliance', name), 'Alliance', () => ({
    type: 'Alliance',
    name,
    country: null,
    date: null,
    provisional: true,
    title: null,
  }));
}
