/** Where a noun phrase says that something is: the places behind it, however deep they hang. */
import { headLemma } from '../concepts.ts';
import type { Attachment, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';

const WHERE = /^(?:in|near|off|inside|at|into|over|around|outside|off the coast of)$/;
/** Nouns through which a place is named: `the village of Fassala`, `the waters off Crete`. */
const SPOT =
  /^(?:village|town|city|port|island|area|province|district|region|state|coast|outskirt|water|vicinity|shore|mouth|edge|suburb|north|south|east|west|centre|center|border|hill|valley|approach|post|outpost|camp|crossing|checkpoint|commune|hamlet|locality|municipality|township|settlement|governorate|prefecture|islet|oasis)$/;

/** What hangs on a phrase by preposition, and on what hangs on it. */
export function deepPosts(phrase: Phrase, depth = 0): Attachment[] {
  return depth > 3 ? [] : phrase.post.flatMap((item) => [item, ...deepPosts(item.phrase, depth + 1)]);
}

/** What is done to a place: `the attack on the village of Nanduli`. */
const AIMED =
  /^(?:attack|strike|airstrike|raid|assault|ambush|shelling|bombing|bombardment|incursion|rocket|invasion|offensive)$/;

/** Places and regions behind a phrase, the nearest first. */
export function placesBehind(phrase: Phrase, reading: Reading): Spot[] {
  const aimed = phrase.name === null && AIMED.test(headLemma(phrase, reading));
  return deepPosts(phrase)
    .filter(
      (item) =>
        WHERE.test(item.preposition) || (aimed && item.preposition === 'on' && phrase.post.includes(item)),
    )
    .flatMap((item) => placeOf(item.phrase, reading) ?? []);
}

export type Spot = { entity: string; from: number; to: number };

/** The place a phrase names, itself or through `the village of`. */
export function placeOf(phrase: Phrase, reading: Reading): Spot | null {
  const spot =
    phrase.name === null && SPOT.test(headLemma(phrase, reading))
      ? phrase.post.find((below) => /^(?:of|off|near)$/.test(below.preposition))?.phrase
      : phrase;
  const name = spot?.name;
  return name && /^(?:Place|Region)$/.test(name.type)
    ? { entity: name.entity, from: name.from, to: name.to }
    : null;
}
