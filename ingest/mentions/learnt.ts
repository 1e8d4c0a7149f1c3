/** What a document teaches about its own names: acronyms in brackets, surnames, and names that later stand without what explained them. */
import type { Designators } from '../knowledge/designators.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Setting } from '../mentions.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

export type Taught = {
  surnames: Set<string>;
  acronyms: Map<string, Found>;
  /** Names of two words and more by their first word. */
  names: Map<string, LearntName[]>;
};

/** `full` is the name as the document gives it in full, `at` the words one of which must stand before a part of it. */
type LearntName = { words: readonly string[]; type: string; full: string; at: RegExp | null };

export const nothingTaught = (): Taught => ({ surnames: new Set(), acronyms: new Map(), names: new Map() });

/** Takes over what a sentence's names teach. */
export function learn(
  taught: Taught,
  found: readonly Found[],
  tokens: readonly Token[],
  { knowledge, designators }: Setting,
): void {
  for (const item of found) {
    if (item.acronym && !namesCountry(item.acronym, knowledge)) taught.acronyms.set(item.acronym, item);
    if (item.person)
      for (let i = item.person.from; i < item.person.to; i += 1) taught.surnames.add(tokens[i]?.text ?? '');
    else if (!item.id && LASTING.test(item.type)) learnName(taught, item, tokens, designators);
  }
}

/** Types whose names stay the same thing wherever they stand in the document. */
const LASTING = /^(?:Exercise|Organization|EquipmentType|Agreement|Program|Strategy|Facility)$/;
/** `Nordic Shield 2024` is `Nordic Shield` too. */
const EDITION = /^(?:(?:19|20)?\d{2}|[IVX]+)$/;

function learnName(taught: Taught, item: Found, tokens: readonly Token[], designators: Designators): void {
  const words = tokens.slice(item.from, item.to).map((token) => token.text);
  const full = words.join(' ');
  const exercise = item.type === 'Exercise';
  if (exercise && /^[Ee]xercises?$/.test(words[0] ?? '')) words.shift();
  while (exercise && /^\p{Ll}/u.test(words[0] ?? '')) words.shift();
  if (item.type !== 'Facility') while (/^\p{Ll}/u.test(words.at(-1) ?? '')) words.pop();
  const add = (form: readonly string[], at: RegExp | null) => {
    const [first] = form;
    if (!first || form.some((word) => !/^[\p{Lu}\p{N}]/u.test(word))) return;
    const kept = taught.names.get(first) ?? [];
    if (!kept.some((other) => other.words.join(' ') === form.join(' ')))
      taught.names.set(first, [...kept, { words: form, type: item.type, full, at }]);
  };
  if (item.type === 'Facility') {
    const bare = [...words];
    while (isFacilityWord(bare.at(-1) ?? '', designators)) bare.pop();
    if (bare.length > 0 && bare.length < words.length) add(bare, /^at$/);
  } else if (words.length > 1) {
    add(words, null);
    if (exercise && words.length > 2 && EDITION.test(words.at(-1) ?? '')) add(words.slice(0, -1), null);
  }
}

const isFacilityWord = (word: string, designators: Designators) =>
  /^(?:Air|Naval|Military|Training|Forward|Joint|Coast|Guard|Patrol|Boat|Test|Firing)$/.test(word) ||
  /^\p{Ll}/u.test(word) ||
  designators.last.get(word) === 'Facility';

/** `Meeting of the Republic of Korea (ROK)`: the letters are a country's own and not the meeting's. */
function namesCountry(acronym: string, knowledge: Knowledge): boolean {
  return (knowledge.names.get(acronym.toLowerCase()) ?? []).some(
    (name) => name.type === 'Country' && name.words.join(' ') === acronym,
  );
}

/** Surnames, acronyms and names the document introduced, standing alone. */
export function learntNames(
  tokens: readonly Token[],
  taught: Taught,
  { designators }: Setting,
  taken: (i: number) => boolean,
): Found[] {
  const { acronyms, surnames } = taught;
  return tokens.flatMap((token, i): Found[] => {
    const acronym = acronyms.get(token.text);
    if (taken(i) && !acronym) return [];
    const found = again(tokens, i, taught);
    if (designators.acronyms.has(token.text) && !acronym)
      found.push({ from: i, to: i + 1, type: 'Organization', rank: 4 });
    if (token.text === 'Alliance' && !taken(i)) found.push({ from: i, to: i + 1, type: 'Alliance', rank: 2 });
    if (acronym && !(tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')'))
      found.push({ from: i, to: i + 1, type: acronym.type, rank: 5, acronym: token.text });
    else if (!acronym && surnames.has(token.text) && /^\p{Lu}\p{L}{2,}/u.test(token.text)) {
      const person = bySurname(tokens, i, surnames, taken);
      if (person) found.push(person);
    }
    return found;
  });
}

function again(tokens: readonly Token[], at: number, { names }: Taught): Found[] {
  return (names.get(tokens[at]?.text ?? '') ?? [])
    .filter(
      (name) =>
        name.words.every((word, k) => tokens[at + k]?.text === word) &&
        (name.at === null || name.at.test(tokens[at - 1]?.lower ?? '')),
    )
    .map(({ words, type, full }) => ({ from: at, to: at + words.length, type, full, rank: 3 }));
}

function bySurname(
  tokens: readonly Token[],
  from: number,
  surnames: ReadonlySet<string>,
  taken: (i: number) => boolean,
): Found | null {
  if (surnames.has(tokens[from - 1]?.text ?? '')) return null;
  let to = from + 1;
  while (surnames.has(tokens[to]?.text ?? '') && !taken(to)) to += 1;
  return { from, to, type: 'Person', person: { from, to, title: null, apposition: null }, rank: 4 };
}
