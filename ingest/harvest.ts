/**
 * What a sentence speaks of without a claim being read about it: topics, events, capabilities, agreements and groups whose head says that
 * an analyst would look for them. Heads are data (heads.yaml, `spoken`); everything common stays out.
 */
import { concept, headLemma, headType, isTransparent, type Located } from './concepts.ts';
import type { Phrase } from './parse/tree.ts';
import type { Reading } from './reading.ts';

/** Concepts of a sentence that no claim touched; they are kept as mentions. */
export function harvest(reading: Reading, touched: readonly Located[]): Located[] {
  if (reading.passage.kind === 'title' || reading.passage.kind === 'dateline') return [];
  const found: Located[] = [];
  const held = (phrase: Phrase) =>
    [...touched, ...found].some(
      (item) =>
        item.kind !== 'pronoun' &&
        item.from <= phrase.head &&
        phrase.head < item.to &&
        // "launches of ballistic missiles": the missiles are a thing of their own.
        !(item.from < phrase.from && item.draft.type === 'Event' && isEquipment(phrase, reading)),
    );
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  for (const phrase of phrases) {
    if (phrase.name || phrase.pronoun || phrase.head < 0 || held(phrase)) continue;
    if (isTransparent(phrase, reading) || !worth(phrase, reading)) continue;
    // "cooperation in maritime security": a claim spoke of what it is about.
    if (
      touched.some((item) => item.kind === 'nominal' && item.from >= phrase.to && item.from <= phrase.to + 2)
    )
      continue;
    const located = concept(phrase, reading, null);
    // A verb that was read as the phrase's own says that the phrase was read wrongly.
    if (located?.kind === 'nominal' && reading.tokens[located.from]?.tag !== 'VERB')
      found.push({ ...located, keep: true });
  }
  return found;
}

const MEETING =
  /^(?:meeting|talk|visit|call|summit|conference|incident|use|conduct|move|act|action|activity|construction|development|delivery|election|signing|ceremony|conflict|war)$/;
const CIVIL =
  /^(?:cargo|fishing|supply|merchant|commercial|passenger|container|research|civilian|rescue|police|think|fish|gas)$/;

/** Whether the phrase is of a kind that documents are searched for. */
function worth(phrase: Phrase, reading: Reading): boolean {
  const { lexicon } = reading.knowledge;
  const head = headLemma(phrase, reading);
  const heading = reading.passage.kind === 'heading';
  const first = reading.tokens[phrase.from]?.lower ?? '';
  if (/^(?:such|any|no|another|other|what|which)$/.test(first)) return false;
  if (heading && phrase.from > 2) return false;
  const modified = isModified(phrase, reading);
  switch (headType(phrase, reading, lexicon)) {
    case 'Topic':
      return (
        lexicon.spokenAlone.has(head) ||
        (head === 'support' && supportsCountry(phrase)) ||
        (lexicon.spoken.has(head) && (modified || (isCompleted(phrase) && !isWay(phrase, head)))) ||
        (lexicon.spokenModified.has(head) && modified) ||
        isDoing(phrase, reading, head)
      );
    case 'Event':
      return !heading && !isPart(phrase, reading) && happens(phrase, head, modified);
    case 'Capability':
      return (
        !heading &&
        (modified || isCompleted(phrase) || /^(?:interoperability|deterrence|preparedness)$/.test(head))
      );
    case 'EquipmentType':
      return modified && !CIVIL.test(reading.tokens[phrase.head - 1]?.lower ?? '');
    case 'Agreement':
      return (
        modified ||
        /^(?:ceasefire|truce|armistice)$/.test(head) ||
        (/^(?:agreement|treaty|accord|pact)$/.test(head) &&
          phrase.post.some((item) => /^(?:with|between)$/.test(item.preposition)))
      );
    case 'Region':
      return modified;
    case 'Strategy':
      return modified && /^(?:strategy|doctrine|paper|policy|roadmap|blueprint)$/.test(head);
    case 'Group':
      return (
        modified && /^(?:resident|community|family|civilian|refugee|islander|minority|migrant)$/.test(head)
      );
    default:
      return false;
  }
}

/** `the launches, including the landing of missiles`: told as a part of what is known. */
const isPart = (phrase: Phrase, reading: Reading) => reading.tokens[phrase.from - 1]?.lower === 'including';

/** An event of which more is told than its noun; of meetings and the like, only where they are told apart. */
function happens(phrase: Phrase, head: string, modified: boolean): boolean {
  const completed = phrase.post.some((item) => item.phrase.head >= 0 && item.at <= phrase.to + 1);
  const dated = phrase.post.some((item) => /^(?:of|in|on)$/.test(item.preposition) && item.phrase.head < 0);
  if (!MEETING.test(head)) return isCompleted(phrase) || dated || (completed && modified);
  if (/^(?:conflict|war)$/.test(head)) return completed;
  return modified && completed;
}

/** Nouns that end so and are said or are what there is, or tell who is there. */
const NO_DOING =
  /^(?:greeting|meeting|hearing|briefing|reading|building|participation|condition|allegation|mention|discussion|invitation|information|opinion|question|attention|position|section|function|station|option|collection|direction|addition|permission|organi[sz]ation|administration|nation|population|generation|delegation|commission|institution|constitution|region|religion|statement|government|parliament|department|document|agreement|element|moment|segment|interval|rival|arrival|detention|location|formation|presentation|explanation|publication|declaration|accusation|application|version|mission|session|occasion|dimension|proportion)$/;

/** `the filling of the Renaissance Dam`, `co-production of missiles`: what is done, with what it is done to. */
function isDoing(phrase: Phrase, reading: Reading, head: string): boolean {
  const of = phrase.post[0];
  return (
    reading.passage.kind !== 'heading' &&
    !NO_DOING.test(head) &&
    /(?:[^aeiou]ing|ation|ution|ition|ction|usion|osure|nsion|ension|ement|ewal|val)$/.test(head) &&
    /^\p{Ll}/u.test(reading.tokens[phrase.head]?.text ?? '') &&
    of?.preposition === 'of' &&
    of.at === phrase.to &&
    of.phrase.head >= 0
  );
}

/** `cooperation in maritime security`: about what stands behind it. */
const isWay = (phrase: Phrase, head: string) =>
  /^(?:cooperation|collaboration)$/.test(head) && /^(?:in|on)$/.test(phrase.post[0]?.preposition ?? '');

const supportsCountry = (phrase: Phrase) =>
  phrase.post.some((item) => item.preposition === 'for' && item.phrase.name?.type === 'Country');

const isEquipment = (phrase: Phrase, reading: Reading) =>
  headType(phrase, reading, reading.knowledge.lexicon) === 'EquipmentType';

const isCompleted = (phrase: Phrase) =>
  phrase.post.some(
    (item) => /^(?:of|on|in|against|among|over)$/.test(item.preposition) && item.phrase.head >= 0,
  );

/** A noun or adjective of its own before the head; a country's adjective or a judgement says too little. */
function isModified(phrase: Phrase, reading: Reading): boolean {
  const at = phrase.head - 1;
  const before = reading.tokens[at];
  if (!before || at < phrase.from) return false;
  if (phrase.possessor?.name && phrase.possessor.to >= at)
    return !/^(?:Person)$/.test(phrase.possessor.name.type);
  return (
    /^(?:NOUN|ADJ|PROPN)$/.test(before.tag) &&
    reading.nameAt(at) === null &&
    !/^(?:same|such|former|whole|entire|wider)$/.test(before.lower) &&
    !reading.knowledge.lexicon.evaluative.has(before.lower)
  );
}
