/** Things, matters and events that a phrase or a pronoun takes up again. */

import { concept, headLemma } from '../concepts.ts';
import type { Draft } from '../entities.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';

/** `such systems`, `these weapons`, `the launchers`: the equipment spoken of last. */
export function thingAgain(phrase: Phrase, reading: Reading): Draft | null {
  const words = reading.tokens.slice(phrase.from, phrase.head).map((token) => token.lower);
  const such = /^(?:no such|any such)$/.test(words.join(' '));
  if (phrase.name || (phrase.head - phrase.from !== 1 && !such)) return null;
  // `the launchers of the brigade` are others.
  if (phrase.post.some((item) => item.preposition === 'of')) return null;
  const [word, head] = [such ? 'such' : (words[0] ?? ''), headLemma(phrase, reading)];
  const thing = equipmentBefore(phrase, reading);
  if (!thing) return null;
  if (/^(?:such|these|those)$/.test(word) && /^(?:system|weapon|equipment|asset|platform)$/.test(head))
    return thing;
  // What is said of no drones is said of the drones spoken of.
  const meant =
    /^(?:the|such|these|those)$/.test(word) || (/^(?:no|any)$/.test(word) && isCharged(thing, reading));
  return meant && calledSo(thing, head) ? thing : null;
}

/** Whether the sentences before report something of it that may be answered. */
function isCharged(thing: Draft, reading: Reading): boolean {
  return reading.discourse.told
    .flat()
    .some(
      ({ vote, reported, asked }) =>
        (reported || asked) &&
        vote.subject === thing.id &&
        reading.names.some((name) => name.entity === vote.object),
    );
}

function calledSo(thing: Draft, head: string): boolean {
  return [thing.name, ...thing.aliases].some((name) => new RegExp(`\\b${head}s?$`, 'i').test(name));
}

/** The equipment a pronoun takes up: the one named last in the sentence, else before it. */
export function equipmentBefore(phrase: Phrase, reading: Reading): Draft | null {
  const before = reading.names.filter((item) => item.to <= phrase.from);
  const name = before.findLast((item) => item.type === 'EquipmentType');
  const nominal = name ? null : equipmentPhrase(phrase, reading);
  if (nominal) return nominal;
  if (!name && before.some((item) => /^(?:Event|Exercise)$/.test(item.type))) return null;
  return (name ? reading.registry.get(name.entity) : undefined) ?? reading.discourse.thing;
}

/** `asked about the strike, … had not carried it out`: the event the sentence told of before, else the one before it. */
export function eventBefore(phrase: Phrase, reading: Reading): Draft | null {
  const clause = reading.clauses.find((item) => item.objects.includes(phrase));
  if (
    !clause ||
    !/^(?:carry out|conduct|commit|launch|stage|order|perpetrate|condemn|denounce|deplore|attribute|ascribe|describe)$/.test(
      clause.verb.lemma,
    )
  )
    return null;
  const found = reading.chunks.findLast(
    (chunk) =>
      chunk.kind === 'phrase' &&
      chunk.to <= phrase.from &&
      (chunk.phrase.name
        ? chunk.phrase.name.type === 'Event'
        : reading.knowledge.lexicon.headType.get(headLemma(chunk.phrase, reading)) === 'Event'),
  );
  if (found?.kind !== 'phrase') return reading.discourse.event();
  const { name } = found.phrase;
  if (name) return reading.registry.get(name.entity) ?? null;
  return concept(found.phrase, reading, ['Event'])?.draft ?? null;
}

/** `the deployment of tactical nuclear weapons … such weapons`: equipment told by a noun earlier in the sentence. */
function equipmentPhrase(phrase: Phrase, reading: Reading): Draft | null {
  const { headType } = reading.knowledge.lexicon;
  const found = reading.chunks.findLast(
    (chunk) =>
      chunk.kind === 'phrase' &&
      chunk.to <= phrase.from &&
      !chunk.phrase.name &&
      headType.get(headLemma(chunk.phrase, reading)) === 'EquipmentType' &&
      chunk.phrase.head > chunk.phrase.from,
  );
  return found?.kind === 'phrase' ? (concept(found.phrase, reading, ['EquipmentType'])?.draft ?? null) : null;
}
