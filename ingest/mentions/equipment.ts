/** Equipment by its designator: letters and figures (`MQ-9`, `F-15K`, `J/FPS-77`, `Leopard 2A8`), by a system's own name, or by its use. */
import type { Designators } from '../knowledge/designators.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';
import { ships } from './ships.ts';

const DESIGNATOR =
  /^(?:\p{Lu}{1,5}[a-z]?|\p{Lu}\p{L}?)(?:\/\p{Lu}{1,4})?[-‐‑]\p{Lu}{0,4}-?\d{1,4}(?:[\p{Lu}]{0,3}\d{0,3}(?:\/\p{Lu})?)?s?$|^\p{Lu}{1,3}\d{2,4}\p{Lu}{0,2}s?$|^\p{Lu}\p{Ll}{0,2}\p{Lu}\d{2,3}s?$/u;
/** `Hwasong-17`, `Shahed-136`, `Agni-5`. */
const NUMBERED_NAME = /^\p{Lu}\p{Ll}{2,}[-‐‑]\d{1,3}\p{Lu}?s?$/u;
const MODEL = /^\d{1,3}(?:\p{Lu}\d{0,2}|A\d)?s?$/u;
const SYSTEM = /^(?:\p{Lu}{3,8}-\p{Lu}{1,3}|\p{Lu}{2,6}-\p{Lu}|\p{Lu}{4,8})$/u;
const CALIBRE = /^\d{2,3}[-‐]?mm$/;
/** Roads, resolutions and groups of states look the same. */
const NOT_EQUIPMENT =
  /^(?:G-?\d+|UN-?\d+|C(?:OVID|ovid)-19|COP-?\d+|E-?\d|R-?\d|QA?-?\d+|A4|F-?\d{4}|[A-Z]{2,4}-20\d\d)$/u;
const BODY =
  /^(?:The|In|On|At|And|Air|Base|Airfield|Airport|Camp|Squadron|Wing|Brigade|Regiment|Battalion|Division|Group|Program|Programme|Monday|Tuesday|Wednesday|Thursday|Friday)$/;

/** Whether a word is the letters and figures of a model. */
export function isDesignator(text: string): boolean {
  return (DESIGNATOR.test(text) || NUMBERED_NAME.test(text)) && !NOT_EQUIPMENT.test(text);
}

/** Equipment of a sentence, ships and systems known by their use among it. */
export function equipment(tokens: readonly Token[], designators: Designators): Found[] {
  const found = tokens.flatMap((_, i) => designated(tokens, i, designators) ?? []);
  return [
    ...found,
    ...ships(tokens),
    ...used(tokens, designators),
    ...called(tokens, designators),
    ...classes(tokens),
    ...calibres(tokens),
  ];
}

function designated(tokens: readonly Token[], i: number, designators: Designators): Found | null {
  const text = tokens[i]?.text ?? '';
  const slash =
    tokens[i + 1]?.text === '/' &&
    tokens[i + 1]?.start === tokens[i]?.end &&
    DESIGNATOR.test(`A${tokens[i + 2]?.text ?? ''}`.replace(/^AA?/, ''));
  const joined = slash ? i + 3 : i + 1;
  const headed = headAfter(tokens, joined, designators) !== null;
  const letters = isDesignator(text) || (slash && /^\p{Lu}{1,3}$/u.test(text));
  const system = SYSTEM.test(text) && headed && !NOT_EQUIPMENT.test(text) && !isShouted(tokens, i);
  const model = MODEL.test(text) && /^\p{Lu}\p{Ll}+$/u.test(tokens[i - 1]?.text ?? '') && headed;
  if (!letters && !system && !model) return null;
  const next = tokens[joined]?.text ?? '';
  const site = (word: string) => /^(?:Facility|Organization|Place)$/.test(designators.last.get(word) ?? '');
  // "Koktau-2 Garrison", "Karosta-2 Naval Harbour" are places to be stationed at.
  if (BODY.test(next) || site(next) || (isCapitalised(next) && site(tokens[joined + 1]?.text ?? '')))
    return null;
  const to = nameEnd(tokens, joined);
  return {
    from: model ? i - 1 : i,
    to: headAfter(tokens, to, designators) ?? to,
    type: 'EquipmentType',
    rank: 4,
  };
}

const isCapitalised = (text: string) => /^\p{Lu}\p{Ll}/u.test(text);

/** A whole line in capitals says nothing about its words. */
function isShouted(tokens: readonly Token[], i: number): boolean {
  const beside = [tokens[i - 1], tokens[i + 1]].filter((token) => /^\p{L}{2,}$/u.test(token?.text ?? ''));
  return beside.length > 0 && beside.every((token) => /^\p{Lu}+$/u.test(token?.text ?? ''));
}

/** `F-16 Fighting Falcon`: the name behind the letters. */
function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (
    to < from + 2 &&
    /^\p{Lu}\p{Ll}+$/u.test(tokens[to]?.text ?? '') &&
    tokens[to]?.tag === 'PROPN' &&
    !BODY.test(tokens[to]?.text ?? '')
  )
    to += 1;
  return to;
}

/** End of the head behind a designator; words of its own may stand between: `M1117 armored security vehicles`. */
function headAfter(tokens: readonly Token[], at: number, designators: Designators): number | null {
  for (let skip = 0; skip < 3; skip += 1) {
    if (skip > 0 && !/^\p{Ll}/u.test(tokens[at + skip - 1]?.text ?? '')) return null;
    const between = tokens[at + skip - 1];
    if (skip > 0 && between && !/^(?:NOUN|ADJ)$/.test(between.tag) && !/ing$/.test(between.lower))
      return null;
    for (const { words, type } of designators.lower) {
      if (type === 'EquipmentType' && words.every((word, k) => tokens[at + skip + k]?.lower === word))
        return at + skip + words.length;
    }
  }
  return null;
}

/** Systems everyone calls by name: `HIMARS launchers`, `Patriot battery`, `Typhoons`. */
function called(tokens: readonly Token[], designators: Designators): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    const system = (
      designators.systems.get(token.text.replace(/s$/, '')) ??
      designators.systems.get(token.text) ??
      []
    ).find(
      (words) =>
        words.slice(0, -1).every((word, k) => tokens[i + k]?.text === word) &&
        [words.at(-1), `${words.at(-1)}s`].includes(tokens[i + words.length - 1]?.text),
    );
    if (!system) return [];
    const number = /^(?:[IVX]{1,4}|\d{1,3}\p{Lu}?)$/u.test(tokens[i + system.length]?.text ?? '') ? 1 : 0;
    const named = nameEnd(tokens, i + system.length + number);
    return [
      {
        from: i,
        to: headAfter(tokens, named, designators) ?? i + system.length + number,
        type: 'EquipmentType',
        rank: 4,
      },
    ];
  });
}

/** "Guardian-class patrol boats" */
function classes(tokens: readonly Token[]): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    if (!/^\p{Lu}[\p{L}\p{N}]*-(?:class|type)$/u.test(token.text)) return [];
    let to = i + 1;
    while (tokens[to]?.tag === 'NOUN' || tokens[to]?.tag === 'ADJ') to += 1;
    return to > i + 1 ? [{ from: i, to, type: 'EquipmentType', rank: 5 }] : [];
  });
}

/** `155-mm artillery shells`, `105 mm howitzers`. */
function calibres(tokens: readonly Token[]): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    const apart = /^\d{2,3}$/.test(token.text) && tokens[i + 1]?.lower === 'mm';
    if (!apart && !CALIBRE.test(token.text)) return [];
    const start = apart ? i + 2 : i + 1;
    let to = start;
    while (tokens[to]?.tag === 'NOUN' || tokens[to]?.tag === 'ADJ') to += 1;
    return to > start ? [{ from: i, to, type: 'EquipmentType', rank: 5 }] : [];
  });
}

const USING =
  /^(?:deploy|deploys|deployed|deploying|station|stationed|stationing|fielded|field|placing|placed|operate|operates|operated|operating|fly|flies|flew|flying|procure|procured|procuring|acquire|acquires|acquired|acquiring|receive|receives|received|receiving|buy|buys|bought|ordered|delivered|donated|supplied|transferred)$/;
const OWNS = /^(?:operat|fl[yie]|flew|procur|acquir|deploy|station|field|plac)/;
const AMOUNT =
  /^(?:its|their|a|an|the|more|additional|new|second-hand|refurbished|further|some|both|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|of)$/;
const BEHIND_SYSTEM = /^(?:to|at|in|on|near|from|for|there|permanently|and|,|\.|units?|launchers?)$/;
const NO_SYSTEM =
  /^(?:The|This|That|Army|Navy|Marines|Marine|Air|Force|Forces|Special|National|Royal|Coast|Russian|Chinese|American|British|French|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** An unknown system by its use: `deployed HIMARS to …`, `operates Eurofighter Typhoons from …`. */
function used(tokens: readonly Token[], designators: Designators): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    if (!USING.test(token.lower)) return [];
    const placed = /^(?:deploy|station|field|plac)/.test(token.lower);
    let at = i + 1;
    while (tokens[at]?.tag === 'NUM' || AMOUNT.test(tokens[at]?.lower ?? '')) at += 1;
    let to = at;
    while (
      to < at + 2 &&
      /^\p{Lu}[\p{L}-]{2,}$/u.test(tokens[to]?.text ?? '') &&
      !NO_SYSTEM.test(tokens[to]?.text ?? '') &&
      !designators.last.has(tokens[to]?.text ?? '')
    )
      to += 1;
    const model = to > at && MODEL.test(tokens[to]?.text ?? '');
    if (model) to += 1;
    const several = model || /s$/.test(tokens[to - 1]?.text ?? '') || (at > i + 1 && OWNS.test(token.lower));
    const fits = to > at && BEHIND_SYSTEM.test(tokens[to]?.lower ?? '') && (placed || several);
    return fits ? [{ from: at, to, type: 'EquipmentType', rank: 1 }] : [];
  });
}
