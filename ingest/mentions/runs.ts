/** Runs of capitalised words, cut into names: bodies, bases, seas, agreements, exercises, equipment; and what brackets say after them. */
import type { Designators } from '../knowledge/designators.ts';
import type { Span, Token } from '../text/token.ts';
import { acronymAfter, CONNECTORS, isCapital } from './capitals.ts';
import { isDesignator } from './equipment.ts';
import type { Found } from './found.ts';
import { kindOfRun } from './run-kinds.ts';
import { isShip, isShipKind } from './ships.ts';

const OPENERS = new Set(
  'Former Incoming Outgoing Acting The A An In On At This These Both He She They It We As After Before During While When Since For From With By But And However Meanwhile Under Regarding Following Its Their His Her Our All Any No Some According Also Although If Further Such That There Asked Speaking Earlier Later Last Next Until Up Upon Over Each Every To Of Two Three Four Five Six Seven Eight Nine Ten Who Why How What Where Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should May Not Now Then Once Here Only Even Still Yet So Or Nor Either Neither Within Without Between Among Through Against About Than Because Despite Amid Today Yesterday Tomorrow Question Answer Q Host Hosts Meet Meets Hold Holds Discuss Discusses Welcome Welcomes Sign Signs Join Joins Open Opens Deploy Deploys Condemn Condemns Begin Begins Launch Launches Send Sends Receive Receives Says Reaffirm Reaffirms Conclude Concludes'.split(
    ' ',
  ),
);

/** Names a designator or a bracketed acronym explains. `isCountry` marks words that are countries (allowed inside, never alone). */
export function runs(
  tokens: readonly Token[],
  designators: Designators,
  isCountry: (index: number) => boolean,
): Found[] {
  const found: Found[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!isCapital(tokens[i]) || opens(tokens, i)) {
      i += 1;
      continue;
    }
    const to = cutAtOwner(tokens, i, runEnd(tokens, i));
    for (const span of clausesOf(tokens, i, to).flatMap((part) => splits(tokens, part.from, part.to))) {
      while (
        span.from < span.to &&
        OPENERS.has(tokens[span.from]?.text ?? '') &&
        tokens[span.from - 1]?.lower !== 'the'
      )
        span.from += 1;
      if (/^\d+(?:st|nd|rd|th)$/.test(tokens[span.from - 1]?.text ?? '')) span.from -= 1;
      // "Air Force Gen. Thomas R. Beck": an officer of the service, and no body.
      if (SERVICE.test(textOf(tokens, span))) continue;
      if (COMMON.test(tokens[span.from]?.text ?? '') && CONNECTORS.has(tokens[span.from + 1]?.lower ?? ''))
        continue;
      if (span.from < span.to) found.push(...kindOfRun(tokens, span, designators, isCountry));
    }
    i = to;
  }
  return found;
}

/** Lower-case titles behind which a name stands: `spokeswoman Nino Abashidze of the Foreign Ministry`. */
const BEARS =
  /^(?:spokes\p{Ll}+|officer|commander|captain|director|analyst|professor|minister|ambassador|envoy|chief|head|researcher|general|president|secretary)$/u;

/** `Maj. Gen. Aaron Boyle of U.S. Central Command`. */
const RANK =
  /^(?:Maj|Lt|Brig|Gen|Col|Capt|Cmdr|Cdr|Adm|Vice|Rear|General|Major|Brigadier|Colonel|Captain|Commander|Admiral|Commodore|Lieutenant|Air)\.?$/;
const STAFF = /^(?:Staff|Secretariat|Assembly|Command|Headquarters|Directorate|Department|Office|Force)$/;

/** `C295W of the Uzbek Air Force`: a thing or a person, and whose it is. */
function cutAtOwner(tokens: readonly Token[], from: number, to: number): number {
  const thing =
    isDesignator(tokens[from]?.text ?? '') ||
    isShip(tokens[from]) ||
    isShipKind(tokens[from - 1]) ||
    BEARS.test(tokens[from - 1]?.text ?? '');
  const of = tokens.findIndex((token, i) => i > from && i < to && token.lower === 'of');
  const officer = RANK.test(tokens[from]?.text ?? '') && !STAFF.test(tokens[from + 1]?.text ?? '');
  return of > 0 && (officer ? of - from > 2 : thing && tokens[of + 1]?.lower === 'the') ? of : to;
}

/** `Slovenia to Host NATO Centre …`: a headline's infinitive divides before all else. */
function clausesOf(tokens: readonly Token[], from: number, to: number): Span[] {
  const at = tokens.findIndex(
    (token, i) => i > from && i < to - 1 && token.lower === 'to' && OPENERS.has(tokens[i + 1]?.text ?? ''),
  );
  return at < 0
    ? [{ from, to }]
    : [
        { from, to: at },
        { from: at + 1, to },
      ];
}

/** A word that has its capital from the beginning of the sentence. */
function opens(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  // "the Five Power Defence Arrangements"
  const counted = tokens[i - 1]?.lower === 'the' && token.tag === 'NUM' && isCapital(tokens[i + 1]);
  if (OPENERS.has(token.text)) return !counted && (i === 0 || token.tag !== 'PROPN');
  const first = i === 0 || (i === 1 && tokens[0]?.tag === 'PUNCT');
  return first && /^\p{Lu}\p{Ll}+ing$/u.test(token.text) && token.text !== 'Beijing';
}

/** The end of a capitalised run; small connecting words belong when a capital follows. */
function runEnd(tokens: readonly Token[], from: number): number {
  let i = from + 1;
  while (i < tokens.length) {
    const step = stepInRun(tokens, i) || particleIn(tokens, from, i);
    if (step === 0) break;
    i += step;
  }
  return i;
}

/** `Exercise Mlinzi wa Mpaka`: a small word of another tongue inside the name. */
function particleIn(tokens: readonly Token[], from: number, i: number): number {
  const small =
    /^(?:wa|ya|na|za|la|le|el|al|y|e|et|und|van|von|den|der|di|da|do|dos|das|i|og|och|ja|bi|ng|sa)$/;
  return tokens[from]?.text === 'Exercise' &&
    i > from + 1 &&
    small.test(tokens[i]?.text ?? '') &&
    isCapital(tokens[i + 1])
    ? 1
    : 0;
}

/** How many tokens the run goes on by at `i`: 0 where it ends. */
function stepInRun(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (!token) return 0;
  const follows = isCapital(tokens[i + 1]);
  // "2+2 Ministerial Dialogue"
  const two = tokens.slice(i, i + 3).map((item) => item.text);
  if (two.join('') === '2+2') return isCapital(tokens[i + two.length]) ? two.length : 0;
  if (isCapital(token) || /^\d+[\p{L}\p{N}-]*$/u.test(token.text)) return 1;
  if (/^['’]$/.test(token.text) && /s$/.test(tokens[i - 1]?.text ?? '') && follows) return 1;
  // `in July the Royal Navy`: an article begins another name.
  if (CONNECTORS.has(token.lower) && token.lower !== 'the' && follows) return 1;
  if (
    CONNECTORS.has(token.lower) &&
    /^(?:the|la|las|los|el)$/.test(tokens[i + 1]?.text ?? '') &&
    isCapital(tokens[i + 2])
  )
    return 2;
  if (/^[-‐‑–/]$/.test(token.text) && follows && token.start === tokens[i - 1]?.end) return 1;
  const possessed = /^(?:People|Women|Children|Ministers|Defense)/.test(tokens[i - 1]?.text ?? '');
  const landmark = LANDMARK.test(tokens[i + 1]?.text ?? '');
  return token.lower === "'s" && follows && (possessed || landmark) ? 1 : 0;
}

/** `Saint Martin's Island`, `Robinson's Point`. */
const LANDMARK =
  /^(?:Islands?|Bay|Reef|Point|Cape|Peak|Bazar|Gate|Landing|Hill|Pass|Park|Ridge|Rock|Shoal|Sound|Harbour|Harbor)$/;

const SERVICE =
  /^(?:Air Force|Navy|Army|Marine Corps|Coast Guard|Space Force) (?:Lt\.?|Maj\.?|Brig\.?|Rear|Vice|Staff|Gunnery|Master)? ?(?:Gen|Col|Capt|Cmdr|Adm|Maj|Lt|Sgt|Master|Sergeant|General|Colonel|Captain|Admiral|Commander|Major|Lieutenant)\b/u;

const textOf = (tokens: readonly Token[], { from, to }: Span) =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');

/** `the first 2+2 Meeting of the Republic of Korea`, `Meeting in Melbourne`: a common noun with its capital, and no name. */
const COMMON = /^(?:Meeting|Talks|Call|Visit|Consultations)$/;

const DIVIDES = /^(?:and|in|on|to|for|against)$/;
const WHOLE =
  /^(?:\p{L}+ ){0,3}(?:Ministry|Department|Office|Alliance|Initiative|Partnership|Coalition|Compact|Agreement|Treaty|Convention|Memorandum|Committee|Commission|Organi[sz]ation|Agency|Council|Center|Centre|Declaration|Statement|Institute|Association|Bureau|Union|Fund|Bank|Outlook|Mission|Authority|Protocol|Conference|Forum|Academy|School|Code|Letter|Framework|Programme|Program)\b.*\b(?:of|for|on|in|against)\b/u;
const POSTED = /(?:Mission|Forces?|Office|Group|Command|Embassy|Delegation)$/;
const NAME_OF_ITS_OWN = /\b(?:Ministry|Department|Office|Agreement|Treaty|Camp|Fort|Base)\b/;

/** `United Nations Interim Force in Lebanon (UNIFIL)`: the letters in brackets are those of the whole. */
function abbreviated(tokens: readonly Token[], from: number, to: number): boolean {
  const letters = acronymAfter(tokens, to)?.toLowerCase();
  if (!letters) return false;
  const words = tokens.slice(from, to).map((token) => token.lower);
  const initials = (some: readonly string[]) => some.map((word) => word.charAt(0)).join('');
  return [words, words.filter((word) => !CONNECTORS.has(word) && word !== 'the')].some(
    (some) => initials(some) === letters,
  );
}

/** A run with `and` or `for` inside may be one name or several: the whole, or its parts. */
function splits(tokens: readonly Token[], from: number, to: number): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (let i = from; i < to; i += 1) {
    if (!DIVIDES.test(tokens[i]?.lower ?? '')) continue;
    if (i > start) parts.push({ from: start, to: i });
    start = i + 1;
    if (tokens[start]?.lower === 'the') start += 1;
  }
  if (start < to) parts.push({ from: start, to });
  if (parts.length < 2) return parts;
  if (abbreviated(tokens, from, to)) return [{ from, to }];
  const text = (part: Span) =>
    tokens
      .slice(part.from, part.to)
      .map((token) => token.text)
      .join(' ');
  // "Ministry of Foreign Affairs and Trade", "Treaty on the Prohibition …" are one; "Camp X and Fort Y" two.
  if (/^(?:\p{L}+ )?Air and Space Forces?$/u.test(text({ from, to }))) return [{ from, to }];
  const single =
    WHOLE.test(text({ from, to })) && parts.slice(1).every((part) => !NAME_OF_ITS_OWN.test(text(part)));
  if (!single) return parts;
  // "Declaration on Joint Procurement in Szeged": where it was signed is no part of the name; that of a mission is.
  const last = parts.at(-1);
  const placed =
    last &&
    tokens[last.from - 1]?.lower === 'in' &&
    !POSTED.test(text(parts.at(-2) ?? last)) &&
    acronymAfter(tokens, to) === null;
  return placed ? [{ from, to: last.from - 1 }, last] : [{ from, to }];
}
