/** Named things told again by their common noun: `the camp`, `this exercise`, `the same base`, `the launchers`. */
import type { Registry } from '../entities.ts';
import type { Named } from '../mentions.ts';
import type { Name } from '../parse/tree.ts';
import { singular } from '../text/singular.ts';
import type { Token } from '../text/token.ts';

const DETERMINER = /^(?:the|this|that|these|those)$/;
/** Nouns that stand for any named thing of the type, whether or not its name holds them. */
const GENERAL: Record<string, RegExp> = {
  Facility: /^(?:base|camp|airfield|facility|installation|site)$/,
  Exercise: /^(?:exercise|drill|manoeuvre|maneuver)$/,
};
/** Types whose names hold the noun by which they are told again. */
const HELD = /^(?:Facility|Exercise|EquipmentType|Agreement|Program|Strategy|Organization|Place)$/;
/** Too common to point at one body or system. */
const VAGUE =
  /^(?:force|party|group|house|staff|system|office|service|board|state|city|union|team|plan|company|administration|congress|policy|government|country|military)$/;
const SHIPS =
  /^(?:frigate|destroyer|corvette|cutter|submarine|tanker|carrier|warship|trawler|minehunter|icebreaker|gunboat|patrol boat|boat|freighter|ferry)\b|^\p{Lu}{2,5} \p{Lu}/u;

/** Adds a name to every sentence for each phrase that tells an earlier named thing again. */
export function tellAgain(named: readonly Named[], registry: Registry): void {
  const earlier: Name[] = [];
  for (const sentence of named) {
    const added = sentence.tokens.flatMap((_, i) => anaphor(sentence, i, earlier, registry) ?? []);
    earlier.push(...sentence.names.filter((name) => HELD.test(name.type)));
    if (added.length === 0) continue;
    sentence.names.push(...added);
    sentence.names.sort((a, b) => a.from - b.from);
  }
}

function anaphor(
  { tokens, names }: Named,
  at: number,
  earlier: readonly Name[],
  registry: Registry,
): Name | null {
  if (!DETERMINER.test(tokens[at]?.lower ?? '')) return null;
  const from = tokens[at + 1]?.lower === 'same' ? at + 2 : at + 1;
  const noun = tokens[from];
  if (!noun || !standsAlone(tokens, from) || names.some((name) => name.from <= from && from < name.to))
    return null;
  const here = names.filter((name) => name.to <= at && HELD.test(name.type));
  const found = [...earlier, ...here].findLast((name) => fits(name, singular(noun.lower), registry));
  if (!found) return null;
  const { entity, type } = found;
  return { from, to: from + 1, entity, type, kind: 'anaphor', span: { from, to: from + 1 } };
}

/** A noun that nothing before or behind it narrows. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (
    !/^\p{Ll}|^(?:Ministry|Department|Institute|Agreement|Treaty|Compact|Exercise|Command|Forum|Council|Commission|Agency|Centre|Center)$/u.test(
      tokens[at]?.text ?? '',
    )
  )
    return false;
  return (
    next === undefined ||
    !(
      /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.tag) ||
      /^(?:of|between|against|with|for|'s|which|that|among)$/.test(next.lower) ||
      /^[-‐]$/.test(next.text)
    )
  );
}

function fits(name: Name, noun: string, registry: Registry): boolean {
  const draft = registry.get(name.entity);
  if (!draft) return false;
  if (GENERAL[name.type]?.test(noun)) return true;
  if (VAGUE.test(noun)) return false;
  const words = (text: string) => text.toLowerCase().split(/[\s()]+/);
  if (name.type === 'EquipmentType') {
    if (/^(?:ship|vessel)$/.test(noun) && SHIPS.test(draft.name)) return true;
    return [draft.name, ...draft.aliases].some(
      (text) => singular(words(text).at(-1) ?? '') === noun || (SHIPS.test(text) && words(text)[0] === noun),
    );
  }
  return [draft.name, ...draft.aliases].some((text) => words(text).includes(noun));
}
