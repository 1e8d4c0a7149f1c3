/** Entities behind noun phrases that no name covers: topics, events, capabilities …, classed by their heads. */

import { type Draft, draftId, eventKey } from './entities.ts';
import { boundEnd } from './extent.ts';
import type { Lexicon } from './knowledge/lexicon.ts';
import type { Phrase } from './parse/tree.ts';
import type { Reading } from './reading.ts';
import { singular } from './text/singular.ts';

/** An entity at its place in the sentence (token indexes). */
export type Located = {
  draft: Draft;
  from: number;
  to: number;
  kind: 'named' | 'nominal' | 'anaphor' | 'role' | 'pronoun';
  /** Kept as an entity although no claim speaks of it: a heading, a topic a sentence opens with. */
  keep?: boolean;
};

const LEADING =
  /^(?:the|a|an|this|that|these|those|such|its|their|his|her|our|any|all|some|no|both|each|every|another)$/;
/** The lemma of a phrase's head: `launches` → launch. */
export function headLemma(phrase: Pick<Phrase, 'head'>, reading: Reading): string {
  return singular(reading.tokens[phrase.head]?.lower ?? '');
}

/** Type by the last two words or the last, else Topic. */
export function headType(phrase: Pick<Phrase, 'head'>, reading: Reading, lexicon: Lexicon): string {
  const last = headLemma(phrase, reading);
  const before = reading.tokens[phrase.head - 1]?.lower ?? '';
  // In the plural these go on; in the singular they happen.
  if (/^(?:operations|activities|uses)$/.test(reading.tokens[phrase.head]?.lower ?? '')) return 'Topic';
  // "entry into force"
  if (last === 'entry' && reading.tokens[phrase.head + 2]?.lower === 'force') return 'Topic';
  return lexicon.headType.get(`${before} ${last}`) ?? lexicon.headType.get(last) ?? 'Topic';
}

/** Whether the phrase is only a way to its complement: `the importance of X`, `progress towards X`. */
export function isTransparent(phrase: Phrase, reading: Reading): boolean {
  return phrase.name === null && reading.knowledge.lexicon.transparent.has(headLemma(phrase, reading));
}

/** Complements of a transparent phrase, with what is joined to them. */
export function complements(phrase: Phrase, reading: Reading): Phrase[] {
  const through = /^(?:option|measure|area|field|issue)$/.test(headLemma(phrase, reading))
    ? /^(?:of|in|on|including|such as)$/
    : headLemma(phrase, reading) === 'role'
      ? /^of$/
      : /^(?:of|in|on|to|towards|toward|for|between|in the area of|in the field of)$/;
  return phrase.post
    .filter((item) => through.test(item.preposition))
    .slice(0, 1)
    .flatMap((item) => [item.phrase, ...item.phrase.conjuncts]);
}

/** Start of a phrase without articles and without words of judgement. */
export function contentStart(phrase: Phrase, reading: Reading): number {
  let from = phrase.from;
  const limit = phrase.possessor ? phrase.possessor.from : phrase.head;
  while (from < limit) {
    const token = reading.tokens[from];
    if (!token || reading.nameAt(from)) break;
    // `the next meeting`: what tells it from the one spoken of.
    if (
      ANOTHER.test(token.lower) &&
      from > phrase.from &&
      from === phrase.head - 1 &&
      GATHERS.test(headLemma(phrase, reading))
    )
      break;
    if (
      LEADING.test(token.lower) ||
      reading.knowledge.lexicon.evaluative.has(token.lower) ||
      token.tag === 'PUNCT' ||
      token.tag === 'ADV' ||
      token.tag === 'NUM' ||
      // "The two discussed lithium supply chains", read as one phrase.
      (token.tag === 'VERB' && /^(?:two|three|four|both)$/.test(reading.tokens[from - 1]?.lower ?? '')) ||
      (token.lower === 'and' && from > phrase.from)
    )
      from += 1;
    else break;
  }
  // `the Alliance's capabilities`: the article is the possessor's.
  if (
    phrase.possessor &&
    LEADING.test(reading.tokens[from]?.lower ?? '') &&
    !/^(?:its|their|his|her|our)$/.test(reading.tokens[from]?.lower ?? '')
  )
    from += 1;
  return from;
}

/** The entity of a common noun phrase, made when new. Null where nothing nameable is left. */
export function concept(phrase: Phrase, reading: Reading, wanted: readonly string[] | null): Located | null {
  const { lexicon } = reading.knowledge;
  let type = headType(phrase, reading, lexicon);
  if (wanted && !wanted.includes(type)) type = coerce(type, wanted) ?? type;
  const from = contentStart(phrase, reading);
  // `Article 5`, `Resolution 1701`.
  const numbered =
    /^(?:article|resolution|chapter|annex|phase|protocol)$/.test(headLemma(phrase, reading)) &&
    reading.tokens[phrase.to]?.tag === 'NUM';
  const to = Math.max(phrase.to + (numbered ? 1 : 0), boundEnd(phrase, type, reading));
  const determined = /^(?:the|this|that|these|those|such|its|their)$/.test(
    reading.tokens[phrase.from]?.lower ?? '',
  );
  const bare = to === phrase.head + 1 && phrase.head - from <= 1 && !phrase.possessor;
  const another = phrase.head > phrase.from && ANOTHER.test(reading.tokens[phrase.head - 1]?.lower ?? '');
  // `the growing threat posed by disinformation` is told here, and not again.
  const told = reading.clauses.some(
    (clause) =>
      clause.link === 'reduced' && clause.verb.lemma !== 'propose' && clause.subject.includes(phrase),
  );
  if (determined && bare && !another && !told) {
    const earlier = reading.discourse.definite(headLemma(phrase, reading), wanted);
    if (earlier) return { draft: earlier, from: phrase.from, to: phrase.to, kind: 'anaphor' };
    if (/^(?:this|that|these|those|such)$/.test(reading.tokens[phrase.from]?.lower ?? '')) return null;
  }
  const again = retold(phrase, from, determined, reading);
  if (again && (wanted === null || wanted.includes(again.type)))
    return { draft: again, from, to, kind: 'nominal' };
  const shared = sharedHead(phrase, reading);
  if (shared) type = headType(shared, reading, lexicon);
  const text = shared
    ? `${reading.text(from, to)} ${reading.text(shared.head, shared.head + 1)}`
    : reading.text(from, to);
  const same = determined && !another ? reading.discourse.same(headLemma(phrase, reading), text, type) : null;
  if (same) return { draft: same, from, to, kind: 'nominal' };
  if (
    PEOPLE.test(headLemma(phrase, reading)) ||
    /\bcondition of anonymity$/.test(text) ||
    !/\p{L}{2,}/u.test(text) ||
    /^[IVX]+$/.test(text) ||
    (to - from === 1 && NOT_A_TOPIC.has(headLemma(phrase, reading)))
  )
    return null;
  const name = text
    .replace(/\s+/g, ' ')
    .replace(/["“”]/g, '')
    // The stop of a sentence, not that of `U.S.`.
    .replace(/,$|(?<!\.\p{L})\.$/u, '')
    .replace(/ etc\.?$/, '');
  const date = type === 'Event' || type === 'Exercise' ? reading.dateNear(from, to) : null;
  const key =
    type === 'EquipmentType'
      ? singular(name.toLowerCase())
      : bilateral(name, from, to, reading).toLowerCase();
  const id = draftId(type, type === 'Event' ? eventKey(key, date, reading.frame.scope) : key);
  const draft = reading.registry.put(id, name, () => ({
    type,
    name: type === 'EquipmentType' ? singular(name) : name,
    country: null,
    date,
    provisional: true,
    title: null,
  }));
  reading.discourse.note(draft, headLemma(phrase, reading));
  const letters = /\(\p{Lu}[\p{Lu}\p{N}&-]{1,9}\)/u.exec(text)?.[0];
  if (letters) reading.discourse.note(draft, letters);
  return { draft, from, to, kind: 'nominal' };
}

/** Who somebody is to somebody: no topic. */
const PEOPLE =
  /^(?:commander|minister|ambassador|envoy|governor|mayor|president|adviser|advisor|attaché|admiral|colonel|chairman|chairwoman|premier|chancellor|lawmaker|reporter|journalist|diplomat|counterpart|colleague|homologue|predecessor|successor|spokesman|spokeswoman|spokesperson)$/;

/** `the third Dialogue`: another than the one spoken of. */
const ANOTHER =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|next|following|previous|other|another|upcoming|subsequent)$/;

const GATHERS =
  /^(?:meeting|round|session|summit|dialogue|consultation|conference|exercise|talk|visit|edition|forum)$/;

/** Nouns that add nothing to the word before them. */
const ADDS_NOTHING = /^(?:activity|initiative|effort|process|measure|work|operation|capability)$/;

/**
 * `ISR activities` after `intelligence, surveillance, and reconnaissance (ISR) capabilities`, `the realignment initiatives` after
 * `realignment of U.S. forces`: what was spoken of, with another noun behind it, or by its letters alone.
 */
function retold(phrase: Phrase, from: number, determined: boolean, reading: Reading): Draft | null {
  const { tokens, discourse } = reading;
  const letters = (at: number) => discourse.definite(`(${tokens[at]?.text ?? ''})`, null);
  if (from === phrase.head) return letters(phrase.head);
  if (from !== phrase.head - 1 || !ADDS_NOTHING.test(headLemma(phrase, reading))) return null;
  const named = letters(from);
  if (named || !determined || tokens[from]?.tag !== 'NOUN') return named;
  return discourse.definite(singular(tokens[from]?.lower ?? ''), ['Topic', 'Event', 'Capability']);
}

/** `bilateral and trilateral cooperation`: the adjective alone has the head of what it is joined to. */
function sharedHead(phrase: Phrase, reading: Reading): Phrase | null {
  const { tokens, chunks } = reading;
  if (tokens[phrase.head]?.tag !== 'ADJ' || !/^(?:and|or|,)$/.test(tokens[phrase.to]?.lower ?? ''))
    return null;
  for (const chunk of chunks) {
    // The parser cut the adjective out of the very phrase that has the head.
    if (
      chunk.kind === 'phrase' &&
      chunk.from <= phrase.head &&
      phrase.head < chunk.phrase.head &&
      chunk.phrase !== phrase
    )
      return chunk.phrase;
    if (
      chunk.from <= phrase.head ||
      (chunk.kind !== 'phrase' && chunk.kind !== 'comma' && chunk.kind !== 'conj')
    )
      continue;
    if (chunk.from > phrase.to + REACH) return null;
    if (chunk.kind === 'phrase' && tokens[chunk.phrase.head]?.tag === 'NOUN') return chunk.phrase;
  }
  return null;
}

/** How far a shared head may stand behind. */
const REACH = 6;

/** Between two parties `Japan-U.S. defense cooperation` and `bilateral defense cooperation` are one thing. */
function bilateral(name: string, from: number, to: number, reading: Reading): string {
  const { parties } = reading.discourse;
  const [a, b] = reading.names.filter(
    (item) => item.from >= from && item.to <= to && item.type === 'Country',
  );
  if (
    !a ||
    !b ||
    parties.length !== 2 ||
    !parties.includes(a.entity) ||
    !parties.includes(b.entity) ||
    b.from !== a.to + 1 ||
    a.from !== from
  )
    return name;
  return `bilateral ${reading.text(b.to, to)}`.replace(/\s+/g, ' ');
}

const NOT_A_TOPIC = new Set(
  'way thing time day year month week hour part end case fact number people member one other side matter view lot kind question place reason order addition regard respect statement press reporter summary outline example date report comment detail minute percent direction manner step remark answer word name today letter document paragraph visit minister secretary president side leader official delegation spokesperson region priority third first second half world beyond future past country area manner concern regard'.split(
    ' ',
  ),
);

/** Another type for a phrase where the relation needs one: concepts only. */
function coerce(type: string, wanted: readonly string[]): string | null {
  const soft = [
    'Topic',
    'Event',
    'Capability',
    'Strategy',
    'Program',
    'Agreement',
    'Exercise',
    'Group',
    'EquipmentType',
    'Facility',
  ];
  if (!soft.includes(type)) return null;
  return ['Topic', 'Event'].find((choice) => wanted.includes(choice)) ?? null;
}
