/** What a capitalised run names: by the designator at its end, beginning or middle, the common noun behind it, its edition, or its use. */
import type { Designators } from '../knowledge/designators.ts';
import type { Span, Token } from '../text/token.ts';
import { acronymAfter, CONNECTORS } from './capitals.ts';
import { isDesignator } from './equipment.ts';
import type { Found } from './found.ts';

type Run = Span & { tokens: readonly Token[]; words: readonly string[]; onlyCountry: boolean };

/** Names in one run: none, or one with what is joined to it. */
export function kindOfRun(
  tokens: readonly Token[],
  span: Span,
  designators: Designators,
  isCountry: (index: number) => boolean,
): Found[] {
  const from = behindTitle(tokens, span);
  const run: Run = {
    from,
    to: span.to,
    tokens,
    words: tokens.slice(from, span.to).map((token) => token.text),
    onlyCountry: tokens
      .slice(from, span.to)
      .every((token, k) => isCountry(from + k) || /^[-–]$/.test(token.text)),
  };
  const named = nameOf(run, designators, isCountry);
  return [...named, ...exerciseOf(run, named[0]?.type ?? null)];
}

/** `Commander of the Norwegian Joint Headquarters`: the body is what stands behind the title. */
function behindTitle(tokens: readonly Token[], { from, to }: Span): number {
  for (let i = from; i < Math.min(from + 4, to); i += 1) {
    if (
      /^(?:Commander|Commander-in-Chief|Commandant|Chief|Director|Director-General|Head|Chairman|Chairwoman|Chairperson|Chair|Speaker|Representative|Envoy|Coordinator|Commissioner|Prosecutor|President|Spokesperson|Spokesman|Spokeswoman|Governor|Secretary-General|Statement|Communique|Communiqué|Summary|Outline|Readout|Overview|Minutes|Results?|Outcomes?|Record)$/.test(
        tokens[i]?.text ?? '',
      ) &&
      /^(?:of|for)$/.test(tokens[i + 1]?.lower ?? '')
    ) {
      const next = tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2;
      const staff = tokens.findIndex((token, k) => k >= next && k < next + 3 && token.text === 'Staff') + 1;
      // "Chief of Staff of the French Navy"
      if (staff > 0 && staff < to && tokens[staff]?.lower === 'of')
        return tokens[staff + 1]?.lower === 'the' ? staff + 2 : staff + 1;
      return next < to ? behindTitle(tokens, { from: next, to }) : from;
    }
  }
  return from;
}

function nameOf(run: Run, designators: Designators, isCountry: (index: number) => boolean): Found[] {
  const { tokens, from, to, words, onlyCountry } = run;
  if (BEARER.test(words.join(' '))) return ofBearer(run, designators);
  const bracket = acronymAfter(tokens, to);
  const acronym = bracket ? { acronym: bracket } : {};
  const tail = lowerTail(tokens, to, designators);
  const system = bracket ? lowerTail(tokens, to + 3, designators) : null;
  // "Terminal High Altitude Area Defense (THAAD) battery"
  if (system?.type === 'EquipmentType' && !onlyCountry && words.length > 1)
    return [{ from, to: system.to, type: 'EquipmentType', rank: 4, ...acronym }];
  const called = calledBody(run) ? 'Organization' : null;
  const type = onlyCountry ? null : (called ?? typeByWords(words, designators));
  if (type === 'Region' && tokens[to]?.lower === 'region') return [{ from, to: to + 1, type, rank: 3 }];
  // "Port Sudan airport" is no port.
  const site = tail?.type === 'Facility' && (type === 'Place' || type === 'Region');
  if (type && !site && !(tail?.type === 'EquipmentType' && words.some(isDesignator)))
    return [{ from, to, type, rank: 3, ...acronym }];
  if (tail && fitsTail(run, tail.type)) {
    const programme = /^(?:programme|program|project)$/.test(tokens[tail.to]?.lower ?? '');
    if (programme && tail.type === 'EquipmentType' && !words.some(isDesignator))
      return [{ from, to: tail.to + 1, type: 'Program', rank: 4 }];
    return [{ from: equipmentStart(run, tail.type, isCountry), to: tail.to, type: tail.type, rank: 3 }];
  }
  if (
    !bracket &&
    !onlyCountry &&
    LED.test(before(tokens, from)) &&
    !designators.portfolio.has(words[0] ?? '') &&
    !designators.last.has(words[0] ?? '')
  )
    return [{ from, to, type: 'Organization', rank: 1 }];
  return bracket && !onlyCountry && words.length > 1
    ? [{ from, to, type: 'Organization', rank: 2, acronym: bracket }]
    : [];
}

/** `the extremist organisation Jamaat al-Wadi`, `rebel Alliance of the Volcanoes`: the word before says that it is a body. */
function calledBody({ tokens, from, words }: Run): boolean {
  const kind = tokens[from - 1];
  const body =
    /^(?:group|organi[sz]ation|militia|movement|faction|company|firm|bloc|rebel|junta|party|syndicate|gang)$/;
  return (
    kind !== undefined &&
    body.test(kind.lower) &&
    !/^(?:and|or)$/.test(tokens[from - 2]?.lower ?? '') &&
    /^\p{Ll}/u.test(kind.text) &&
    !words.some(isDesignator)
  );
}

/** `a spokesman for the Tatmadaw`, `fighters of the Kogala`: only a body has those. */
const LED = /\b(?:spokes\p{L}+|commanders?|fighters|militants|gunmen|mercenaries) (?:of|for) the $/u;

function before(tokens: readonly Token[], at: number): string {
  const words = tokens.slice(Math.max(0, at - 4), at).map((token) => token.lower);
  return `${words.join(' ')} `;
}

const behind = (tokens: readonly Token[], at: number) =>
  tokens
    .slice(at, at + 4)
    .map((token) => token.lower)
    .join(' ');

const BEARER =
  /^(?:\p{L}+ ){0,2}(?:Minister|Ministers|Secretary|Undersecretary|Ambassador|President|Chancellor|Mayor|Governor)(?: Delegate)? (?:of|for)\b/u;

/** `Ministers of Defence of the Visegrad Group`: the body behind the last `of`. */
function ofBearer({ tokens, words, from, to }: Run, designators: Designators): Found[] {
  const at = words.lastIndexOf('of') + 1;
  const begin = words[at] === 'the' ? at + 1 : at;
  const rest = words.slice(begin);
  const type =
    rest.length > 1 && !designators.portfolio.has(rest[0] ?? '') ? typeByWords(rest, designators) : null;
  const bracket = acronymAfter(tokens, to);
  return type === 'Organization' || type === 'Alliance'
    ? [{ from: from + begin, to, type, rank: 3, ...(bracket ? { acronym: bracket } : {}) }]
    : [];
}

/** Facilities and bodies whose designator stands inside: `RAAF Base Tindal`, `NATO Battlegroup Romania`, `Joint Task Force Micronesia`. */
const INNER: readonly [RegExp, string][] = [
  [/^(?:Centre|Center|Base|Station|Camp|Fort|Airport|Barracks|Airfield)$/, 'Facility'],
  [
    /^(?:Battlegroup|Brigade|Battalion|Squadron|Regiment|Command|Forces|Mission|Fleet|Division|Force|Office|Embassy)$/,
    'Organization',
  ],
];

function typeByWords(words: readonly string[], designators: Designators): string | null {
  for (const { words: first, type } of designators.first) {
    if (first.length >= words.length || !first.every((word, k) => words[k] === word)) continue;
    // "Cape Beloglav Barracks", "Lake Chad Basin Commission": what is there is named after the place.
    const there = /^(?:Place|Region)$/.test(type) ? designators.last.get(words.at(-1) ?? '') : undefined;
    return there === 'Facility' || there === 'Organization' ? there : type;
  }
  if (words.length < 2) return ALONE.test(words[0] ?? '') ? 'Organization' : null;
  if (/^(?:Joint|Force|Command|Operational|Allied|Regional) Headquarters$/.test(words.slice(-2).join(' ')))
    return 'Organization';
  const last = words.at(-1) ?? '';
  const numbered = /^\d/.test(last) ? (words.at(-2) ?? '') : last;
  const before = (word: string) => designators.last.get(words[words.indexOf(word) - 1] ?? '');
  const pair = designators.last.get(words.slice(-2).join(' '));
  if (pair && words.length > 2) return pair;
  const ended = before('of') ?? before('on') ?? before('for') ?? designators.last.get(numbered);
  if (ended) return ended;
  for (const [inner, type] of INNER) {
    const at = words.findIndex((word) => inner.test(word));
    const proper = words.slice(0, at + 2).every((word) => /^\p{Lu}/u.test(word));
    if (at > 0 && at < words.length - 1 && proper) return type;
  }
  return null;
}

/** Bodies that every state has one of, called by the bare word. */
const ALONE =
  /^(?:Congress|Parliament|Senate|Knesset|Duma|Bundestag|Bundesrat|Diet|Majlis|Rada|Seimas|Riksdag|Storting|Folketing|Eduskunta|Sejm|Politburo|Cabinet)$/;

const EDITION =
  /^(?:\p{Lu}\p{Ll}+-(?:[IVX]{1,5}|\d{1,2})|(?:19|20)\d{2}|[1-9]\d|[IVX]{2,5}|[VX]|(?:19|20)\d{2}-\d+|\d{2}-\d)$/u;
/** What bears a number without being an exercise: months, sections, kings, plans, sports. */
const NO_EXERCISE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Article|Articles|Section|Chapter|Part|Annex|Phase|Resolution|Page|Table|Figure|Vision|Agenda|Expo|Route|Highway|Group|Type|Mark|Channel|Flight|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Spring|Summer|Autumn|Winter|World|War|No|Number|Pope|King|Queen|Protocol|Chapter|Cup|Games|Olympics|COP|Task|Force|Fleet|Squadron|Brigade|Regiment|Battalion|Division|Wing|Corps|Strategy|Plan|Budget|Paper|Review|Mr|Jr|Election|Elections|Tier|Stage|Track|Day|Hour)$/;

/** `Dacian Shield 24`, `Dosti XVII`, `Peace Bridge 2025`: two words and an edition, or one with figures of Rome. */
function edition(words: readonly string[]): boolean {
  const name = words.slice(0, -1);
  if (!name.every((word) => /^\p{Lu}[\p{L}’'-]+$/u.test(word) && !NO_EXERCISE.test(word))) return false;
  return (
    (name.length === 2 && words.at(-1) !== 'I') ||
    (name.length === 1 && /^(?:[IVX]{2,5}|(?:19|20)\d{2}|\d{2})$/.test(words.at(-1) ?? ''))
  );
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

function fitsTail({ words, onlyCountry, from, tokens, to }: Run, type: string): boolean {
  const behind = tokens[to + 1];
  const noun = behind?.tag === 'NOUN' && /^\p{Ll}/u.test(behind.text);
  // "Chinese military aircraft", "Pacific island countries": the word goes with the noun behind it.
  if (noun && /^(?:military|island|region|base)$/.test(tokens[to]?.lower ?? '')) return false;
  // "Strategic outlook": any word has a capital there.
  if (from === 0 && words.length === 1 && SOFT.test(type)) return false;
  if (onlyCountry) return type === 'Organization';
  if (type === 'EquipmentType') return true;
  return words.every((word) => /^[\p{Lu}\p{N}-]/u.test(word) || CONNECTORS.has(word.toLowerCase()));
}

const SOFT = /^(?:Strategy|Program|Agreement|Exercise|Facility|Place|Region)$/;

/** `Japan Air Self-Defense Force F-35A aircraft`, `Australian Bushmaster vehicles`: the system begins behind whose it is. */
function equipmentStart({ from, words }: Run, type: string, isCountry: (index: number) => boolean): number {
  const at = type === 'EquipmentType' ? words.findIndex(isDesignator) : -1;
  if (at > 0) return from + at;
  let start = from;
  while (type === 'EquipmentType' && isCountry(start) && start < from + words.length - 1) start += 1;
  return start;
}

const JOINS =
  /\b(?:part in|participat\w+ in|joins?|joined|joining|holds?|held|holding|during|prepar\w+(?: for)?|(?:will|to) host|edition of|iteration of|observers? to|observed?|observing|conclud\w+|conduct\w*|kick\w* off|rehears\w+) (?:the |the exercise |the drill )?$/;

const HOLDS = /\b(?:part in|participat\w+ in|holds?|held|holding) (?:the )?$/;
const PERSONAL =
  /^(?:President|Prime|Deputy|Vice|Foreign|Defen[cs]e|Minister|Secretary|General|Admiral|Colonel|Ambassador|Chancellor|King|Queen|Sheikh|Senator|Mr|Mrs|Ms|Dr|Chief|Crown|Army|Navy|Air|Lieutenant|Major|Captain)/;

/** Exercises by use: `took part in Sea Lynx`, `exercise Bantay Dagat`, `Anatolian Bridge, in which …`. */
function exerciseOf(run: Run, type: string | null): Found[] {
  const { tokens, from, to, onlyCountry } = run;
  const held = type === 'Event' && run.words[0] === 'Operation';
  // "exercise Golden Corridor" is no region.
  const called = exerciseBefore(tokens, from);
  if (called >= 0 && type && /^(?:Region|Place|Strategy|Program|Agreement)$/.test(type))
    return [{ from: called, to, type: 'Exercise', rank: 5 }];
  if (type && !held) return [];
  const goesOn = /^[-‐]$/.test(tokens[to]?.text ?? '') && tokens[to]?.start === tokens[to - 1]?.end;
  const numbered =
    EDITION.test(run.words.at(-1) ?? '') && edition(run.words) && !lowerAfter(tokens, to) && !goesOn;
  if (numbered) return [{ from, to, type: 'Exercise', rank: 3 }];
  const begin = exerciseBefore(tokens, from);
  if (begin >= 0) return [{ from: begin, to, type: 'Exercise', rank: 4 }];
  const proper =
    to - from > 1 &&
    !onlyCountry &&
    !PERSONAL.test(run.words[0] ?? '') &&
    tokens.slice(from, to).every((token) => /^[\p{Lu}\p{N}]/u.test(token.text));
  if (!proper || lowerAfter(tokens, to)) return [];
  const told = !held && /^, (?:held|staged|hosted|conducted) by /.test(behind(tokens, to));
  return told || (held ? HOLDS : JOINS).test(before(tokens, from))
    ? [{ from, to, type: 'Exercise', rank: 3 }]
    : [];
}

/** A common noun behind the run says what it is. */
function lowerAfter(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.tag === 'NOUN' && /^\p{Ll}/u.test(tokens[at]?.text ?? '') && tokens[at]?.lower !== 'exercise'
  );
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
