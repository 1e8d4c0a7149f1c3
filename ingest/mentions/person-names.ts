/** Proper names of people: capitalised words with particles and suffixes, behind honorifics and ranks. */
import type { Span, Token } from '../text/token.ts';
import type { Ground } from './titles.ts';

const NO_NAME =
  /^(?:Armed|Forces|Naval|Indo-Pacific|Meetings?|Talks|Visit|Phone|Video|Bilateral|Trilateral|Hosts?|Meets?|Speaks?|Holds?|Visits?|Calls?|Says|Receives?|Attends?|Addresses|Concludes?|Congratulates|Condemns?|Departs?|Arrives?|Travels|Tours|Urges?|Thanks|Reaffirms?|Confirms?|Announces?|Signs?|Opens?|Chairs|Joins|Leads|Denies|Rejects|Pledges|Hails|Warns|Discuss(?:es)?|Welcomes?|Statement|Remarks|Readout|With|To|From|By|The|A|An|In|On|At|And|Of|For|He|She|They|It|This|These|Both|Meanwhile|However|But|As|After|Before|During|When|While|If|Although|Though|Since|Until|Because|Its|Their|His|Her|Our|Former|Then|Earlier|Later|Yesterday|Today|Asked|Minister|Ministers|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|We|No|Not|Joint|Phase|Staff|Headquarters|Command|Assembly|Council|Court|Directorate|Elections?|Secretariat|Conference|Ally|Allies|Party)$/;
const TOO_LONG = 24;
const MOST_WORDS = 5;

/** A proper name from `at`: honorifics and ranks are skipped, particles and suffixes belong. */
export function nameAt(ground: Ground, at: number): Span | null {
  const { tokens, titles } = ground;
  let i = tokens[at]?.lower === 'the' ? at + 1 : at;
  i = addressEnd(ground, i);
  const from = i;
  while (tokens[i] && i - from <= MOST_WORDS && continues(ground, i, from)) i += 1;
  if (i === from) return null;
  if (tokens[i]?.text === ',' && titles.suffixes.has(tokens[i + 1]?.text ?? '')) return { from, to: i + 2 };
  return { from, to: titles.suffixes.has(tokens[i]?.text ?? '') ? i + 1 : i };
}

function continues(ground: Ground, i: number, from: number): boolean {
  const { tokens, titles, taken, surnames } = ground;
  const text = tokens[i]?.text ?? '';
  const particle =
    titles.particles.has(text) &&
    (isNamePart(tokens[i + 1]) || titles.particles.has(tokens[i + 1]?.text ?? ''));
  if (!particle && !isNamePart(tokens[i])) return false;
  if (taken(i) && !surnames.has(text)) return false;
  return !(i > from && /^[-‐]$/.test(tokens[i - 1]?.text ?? ''));
}

/** Where the name begins behind `Mr.`, `Lieutenant General`, `(ret.)`. */
export function addressEnd({ tokens, titles }: Ground, at: number): number {
  let i = at;
  while (tokens[i]) {
    const service = serviceEnd(tokens, i);
    // "Navy Capt. Erin Caldwell"
    if (service > i && rankEnd(tokens, service, titles.rankWords) > service) i = service;
    const rank = rankEnd(tokens, i, titles.rankWords);
    const retired = tokens[i]?.text === '(' && /^(?:ret|rtd)/i.test(tokens[i + 1]?.text ?? '');
    if (rank > i) i = rank;
    else if (retired) i += tokens[i + 2]?.text === '.' ? 4 : 3;
    else if (titles.honorifics.has(tokens[i]?.text ?? ''))
      i += /^['’]$/.test(tokens[i + 1]?.text ?? '') ? 2 : 1;
    else break;
  }
  return i;
}

/** End of the word for a service at `at`, or `at`. */
function serviceEnd(tokens: readonly Token[], at: number): number {
  const text = `${tokens[at]?.text ?? ''} ${tokens[at + 1]?.text ?? ''}`;
  if (/^(?:Air Force|Marine Corps|Coast Guard|Space Force)$/.test(text)) return at + 2;
  return /^(?:Navy|Army) /.test(text) ? at + 1 : at;
}

/** End of a military rank at `at`, or `at`: `Admiral`, `Rear Admiral (upper half)` without its bracket, `Lt. Gen.`. */
export function rankEnd(tokens: readonly Token[], at: number, ranks: readonly (readonly string[])[]): number {
  const rank = ranks.find((words) => words.every((word, k) => tokens[at + k]?.text === word));
  return rank ? at + rank.length : at;
}

export function isNamePart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:al|el|ul|ad|as|an|ar|bin|ibn|d)[-'’]\p{Lu}[\p{L}\p{M}-]*)$/u.test(
      token.text,
    ) &&
    !NO_NAME.test(token.text) &&
    !/^Non-/.test(token.text) &&
    token.text.length < TOO_LONG
  );
}

/** The name that ends at the comma before `at`: `Kihara Minoru, Minister …`. `spanFrom` takes the honorific with it. */
export function nameBefore(ground: Ground, at: number): (Span & { spanFrom: number }) | null {
  const { tokens, titles, taken, surnames } = ground;
  let end = at - 1;
  // "Brigadier Efua Mensah (retired), director of …"
  if (tokens[end]?.text === ',' && tokens[end - 1]?.text === ')' && tokens[end - 3]?.text === '(') end -= 3;
  else if (tokens[end]?.text !== ',') return null;
  let i = end - 1;
  const isSuffix = (k: number) => tokens[k]?.text === ',' && titles.suffixes.has(tokens[k + 1]?.text ?? '');
  while (
    i >= 0 &&
    (isNamePart(tokens[i]) || titles.particles.has(tokens[i]?.text ?? '') || isSuffix(i)) &&
    !titles.honorifics.has(tokens[i]?.text ?? '') &&
    (!taken(i) || surnames.has(tokens[i]?.text ?? ''))
  )
    i -= 1;
  // "His Highness": the first word of such an address is no part of a name.
  if (rankEnd(tokens, i, titles.rankWords) > i + 1) i -= 1;
  const from = addressEnd(ground, i + 1);
  const honoured = from > i + 1 || titles.honorifics.has(tokens[i]?.text ?? '');
  const first = from > i + 1 ? i + 1 : i;
  const long = end - from >= 2 || honoured || (end - from === 1 && surnames.has(tokens[from]?.text ?? ''));
  if (!long || end <= from || (titles.particles.has(tokens[from]?.text ?? '') && end - from < 2)) return null;
  const spanFrom = honoured ? first : from;
  return { from, to: end, spanFrom: honoured && tokens[first - 1]?.lower === 'the' ? first - 1 : spanFrom };
}
