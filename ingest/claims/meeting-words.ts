/** What counts as a meeting, and the countries a phrase names. */
import { headLemma } from '../concepts.ts';
import type { Draft } from '../entities.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';

export const MEETING =
  /^(?:talk|discussion|meeting|consultation|conversation|call|summit|dialogue|conference|telephone|phone|videoconference|teleconference|visit|ministerial|teleconference|video-conference|videocall|negotiation|roundtable|gathering|session|encounter|trip|exchange)$/;
export function isMeeting(phrase: Phrase, reading: Reading): boolean {
  if (phrase.name) return phrase.name.type === 'Event' && namedEvent(phrase, reading) !== null;
  return MEETING.test(headLemma(phrase, reading));
}

/** The entity of a meeting that has a name. */
export function namedEvent(phrase: Phrase, reading: Reading): Draft | null {
  return phrase.name?.type === 'Event' ? (reading.registry.get(phrase.name.entity) ?? null) : null;
}

export function countriesInside(phrase: Phrase | null, reading: Reading): string[] {
  if (!phrase) return [];
  const end = Math.max(
    phrase.to,
    ...phrase.post.map((item) => item.phrase.to),
    ...phrase.post.flatMap((item) => item.phrase.conjuncts.map((other) => other.to)),
  );
  return [...reading.names, ...reading.nested]
    .filter((name) => name.type === 'Country' && name.from >= phrase.from && name.to <= end)
    .map((name) => name.entity);
}
