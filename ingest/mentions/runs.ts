/** Capitalised names by their designators: bodies, bases, seas, agreements, exercises, equipment; and what brackets say after them. */
import type { Designators } from '../knowledge/designators.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const CONNECTORS = new Set([
  'of',
  'for',
  'and',
  'the',
  'on',
  'de',
  'del',
  'da',
  'al',
  'in',
  '&',
  'to',
  'against',
]);
const OPENERS = new Set(
  'The A An In On At This These Both He She They It We As After Before During While When Since For From With By But And However Meanwhile Under Regarding Following Its Their His Her Our All Any No Some According Also Although If Joint_not Further Such That There Asked Speaking Earlier Later Last Next Such Until Up Upon Over Each Every To Of Two Three Four Five Six Seven Eight Nine Ten'.split(
    ' ',
  ),
);
const LAST_ONLY_ALONE = new Set([
  'House',
  'State',
  'Office',
  'Service',
  'Centre',
  'Center',
  'Group',
  'Range',
  'Plan',
  'Review',
  'Vision',
  'Bank',
  'Pass',
  'Gap',
  'Fund',
  'Court',
  'Board',
  'Staff',
  'Mission',
  'Party',
  'Front',
  'Wing',
  'Paper',
  'Government',
  'Force',
  'Forces',
  'Command',
  'Understanding',
  'Partnership',
  'Policy',
  'Village',
  'Town',
  'City',
  'Port',
  'Station',
  'Camp',
  'Union',
  'Movement',
  'Square',
  'Strategy',
  'Agreement',
  'Declaration',
  'Treaty',
  'Program',
  'Project',
  'Programme',
  'Initiative',
  'Alliance',
  'Exercise',
  'Base',
  'Sea',
  'Island',
  'Islands',
  'Strait',
  'Region',
  'Peninsula',
  'Meeting',
  'Dialogue',
  'Summit',
  'Talks',
  'Conference',
  'Administration',
  'Cabinet',
  'Council',
  'Commission',
  'Committee',
  'Department',
  'Headquarters',
  'Airport',
  'Province',
]);

/** Names a designator or a bracketed acronym explains. `isCountry` marks words that are countries (allowed inside, never alone). */
export function runs(
  tokens: readonly Token[],
  designators: Designators,
  isCountry: (index: number) => boolean,
): Found[] {
  const found: Found[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (
      !isCapital(tokens[i]) ||
      (OPENERS.has(tokens[i]?.text ?? '') && (i === 0 || tokens[i]?.tag !== 'PROPN'))
    ) {
      i += 1;
      continue;
    }
    const to = runEnd(tokens, i);
    found.push(...classify(tokens, i, to, designators, isCountry));
    i = to;
  }
  return found;
}

export function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:\p{Lu}|(?:al|el|as|ad|ar|ul|an|ash)-\p{Lu})/u.test(token.text) &&
    token.tag !== 'PUNCT'
  );
}

/** The end of a capitalised run; small connecting words belong when a capital follows. */
function runEnd(tokens: readonly Token[], from: number): number {
  let i = from + 1;
  while (i < tokens.length) {
    const token = tokens[i];
    if (!token) break;
    if (isCapital(token) || /^\d+[\p{L}\p{N}-]*$/u.test(token.text)) i += 1;
    else if (/^['’]$/.test(token.text) && /s$/.test(tokens[i - 1]?.text ?? '') && isCapital(tokens[i + 1]))
      i += 1;
    else if (CONNECTORS.has(token.lower) && isCapital(tokens[i + 1])) i += 1;
    else if (CONNECTORS.has(token.lower) && tokens[i + 1]?.lower === 'the' && isCapital(tokens[i + 2]))
      i += 2;
    else if (/^[-‐‑–/]$/.test(token.text) && isCapital(tokens[i + 1]) && token.start === tokens[i - 1]?.end)
      i += 1;
    else if (
      token.lower === "'s" &&
      isCapital(tokens[i + 1]) &&
      /^(?:People|Women|Children|Ministers|Defense)/.test(tokens[i - 1]?.text ?? '')
    )
      i += 1;
    else break;
  }
  return i;
}

function classify(
  tokens: readonly Token[],
  from: number,
  to: number,
  designators: Designators,
  isCountry: (index: number) => boolean,
): Found[] {
  const found: Found[] = [];
  for (const span of splits(tokens, from, to)) {
    let begin = span.from;
    while (begin < span.to && OPENERS.has(tokens[begin]?.text ?? '')) begin += 1;
    const end = span.to;
    if (begin >= end) continue;
    const words = tokens.slice(begin, end).map((token) => token.text);
    const type = typeByWords(words, designators);
    const lower = lowerTail(tokens, end, designators);
    const bracket = acronymAfter(tokens, end);
    const onlyCountry = tokens
      .slice(begin, end)
      .every((_, k) => isCountry(begin + k) || /^[-–]$/.test(tokens[begin + k]?.text ?? ''));
    if (type && !onlyCountry)
      found.push({ from: begin, to: end, type, rank: 3, ...(bracket ? { acronym: bracket } : {}) });
    else if (lower && isEquipmentOrNamed(words, lower.type, onlyCountry))
      found.push({ from: begin, to: lower.to, type: lower.type, rank: 3 });
    else if (bracket && !onlyCountry && words.length > 1)
      found.push({ from: begin, to: end, type: 'Organization', rank: 2, acronym: bracket });
    const joined =
      /\b(?:part in|participat\w+ in|join|joins|joined|joining|held|hold|holds|holding|during) (?:the )?$/.test(
        before(tokens, begin),
      );
    if (joined && !type && !lower && end - begin > 1 && !onlyCountry)
      found.push({ from: begin, to: end, type: 'Exercise', rank: 3 });
    const exercise = exerciseBefore(tokens, begin);
    if (exercise >= 0 && !type) found.push({ from: exercise, to: end, type: 'Exercise', rank: 4 });
  }
  return found;
}

function before(tokens: readonly Token[], at: number): string {
  return `${tokens
    .slice(Math.max(0, at - 3), at)
    .map((token) => token.lower)
    .join(' ')} `;
}

/** A run with `and` or `for` inside may be one name or several: the whole, and its parts. */
function splits(tokens: readonly Token[], from: number, to: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let start = from;
  for (let i = from; i < to; i += 1) {
    if (/^(?:and|in|on|to|for|against)$/.test(tokens[i]?.lower ?? '')) {
      if (i > start) parts.push({ from: start, to: i });
      start = i + 1;
      if (tokens[start]?.lower === 'the') start += 1;
    }
  }
  if (start < to) parts.push({ from: start, to });
  const joined = tokens
    .slice(from, to)
    .some(
      (token) =>
        token.lower === 'and' ||
        token.lower === 'for' ||
        token.lower === 'on' ||
        token.lower === 'in' ||
        token.lower === 'against',
    );
  if (!joined) return parts;
  // "Ministry of Foreign Affairs and Trade", "Treaty on the Prohibition …" are one; "Camp X and Fort Y" two.
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
  const whole =
    /^(?:\p{L}+ ){0,3}(?:Ministry|Department|Office|Agreement|Treaty|Convention|Memorandum|Committee|Commission|Organi[sz]ation|Agency|Council|Center|Centre|Declaration|Statement|Institute|Association)\b.*\b(?:of|for|on|against)\b/u.test(
      text,
    );
  const single =
    whole &&
    parts.slice(1).every(
      (part) =>
        !/\b(?:Ministry|Department|Office|Agreement|Treaty|Camp|Fort|Base)\b/.test(
          tokens
            .slice(part.from, part.to)
            .map((token) => token.text)
            .join(' '),
        ),
    );
  return single ? [{ from, to }] : parts;
}

function typeByWords(words: readonly string[], designators: Designators): string | null {
  for (const { words: first, type } of designators.first) {
    if (first.length < words.length && first.every((word, k) => words[k] === word)) return type;
  }
  const last = words.at(-1) ?? '';
  const numbered = /^\d/.test(last) ? (words.at(-2) ?? '') : last;
  const type =
    designators.last.get(numbered) ??
    designators.last.get(words[words.indexOf('of') - 1] ?? '') ??
    designators.last.get(words[words.indexOf('on') - 1] ?? '');
  if (!type) return null;
  const proper = words.length > 1 || !LAST_ONLY_ALONE.has(last);
  return proper && words.length > 1 ? type : null;
}

function lowerTail(
  tokens: readonly Token[],
  at: number,
  designators: Designators,
): { to: number; type: string } | null {
  for (const { words, type } of designators.lower) {
    if (
      words.every((word, k) => tokens[at + k]?.lower === word && /^\p{Ll}/u.test(tokens[at + k]?.text ?? ''))
    )
      return { to: at + words.length, type };
  }
  return null;
}

function isEquipmentOrNamed(words: readonly string[], type: string, onlyCountry: boolean): boolean {
  if (onlyCountry) return type === 'Organization';
  if (type === 'EquipmentType') return true;
  return words.every((word) => /^[\p{Lu}\p{N}-]/u.test(word) || CONNECTORS.has(word.toLowerCase()));
}

/** `exercise Bantay Dagat`, `missile warning exercise Pacific Dragon`: where the lower-case words before the name begin. */
function exerciseBefore(tokens: readonly Token[], at: number): number {
  if (!/^(?:exercises?|drills?|wargame)$/.test(tokens[at - 1]?.lower ?? '')) return -1;
  let i = at - 1;
  while (
    i > 0 &&
    (tokens[i - 1]?.tag === 'NOUN' || tokens[i - 1]?.tag === 'ADJ') &&
    /^\p{Ll}/u.test(tokens[i - 1]?.text ?? '')
  )
    i -= 1;
  return i;
}

export function acronymAfter(tokens: readonly Token[], at: number): string | null {
  const word = tokens[at + 1]?.text ?? '';
  return tokens[at]?.text === '(' &&
    tokens[at + 2]?.text === ')' &&
    /^[\p{Lu}][\p{Lu}\p{N}&-]{1,9}s?$/u.test(word)
    ? word
    : null;
}
