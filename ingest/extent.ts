/** How far a noun phrase's own complements reach: `attack on the village of Nanduli`. */
import type { Attachment, Phrase } from './parse/tree.ts';
import type { Reading } from './reading.ts';

const BOUND = new Set([
  'of',
  'against',
  'for',
  'to',
  'between',
  'among',
  'by',
  'on',
  'from',
  'into',
  'at',
  'around',
  'in',
  'with',
  'under',
  'over',
  'near',
  'off',
  'inside',
]);
const VERBISH = new Set([
  'in',
  'near',
  'at',
  'off',
  'inside',
  'over',
  'under',
  'with',
  'from',
  'by',
  'on',
  'for',
]);

/** How far a phrase's own complements reach. */
export function boundEnd(phrase: Phrase, type: string, reading: Reading): number {
  let end = phrase.to;
  for (const item of phrase.post) {
    // `the attack of 9 December on a post`: a time may stand between.
    const dated =
      type === 'Event' &&
      reading.chunks.some(
        (chunk) => chunk.kind === 'adv' && chunk.from <= end + 1 && chunk.from >= end && chunk.to === item.at,
      );
    if (!BOUND.has(item.preposition) || (item.at > end + 1 && !dated)) break;
    // `three patrol ships of the Black Sea Fleet`: whose they are is no part of what they are.
    const owner = /^(?:Organization|Country|Alliance)$/.test(item.phrase.name?.type ?? '');
    if (item.preposition === 'of' && owner && /^(?:EquipmentType|Group)$/.test(type)) break;
    if (item.preposition !== 'of' && /^(?:EquipmentType|Group|Capability|Facility)$/.test(type)) break;
    if (
      item.preposition !== 'of' &&
      VERBISH.has(item.preposition) &&
      (type !== 'Event' || end > phrase.to) &&
      !(
        item.preposition === 'for' ||
        item.preposition === 'on' ||
        (item.preposition === 'in' && end === phrase.to)
      )
    )
      break;
    if (item.preposition === 'between' && isCooperatedOn(phrase, reading)) break;
    if (item.preposition === 'in' && end > phrase.to) break;
    // `for a rules-based order and for the Award`: the second stands beside the first.
    if (/^(?:and|or|,)$/.test(reading.tokens[item.at - 1]?.lower ?? '')) break;
    if (isTime(item)) break;
    const both = item.preposition === 'between' ? item.phrase.conjuncts.map((other) => other.to) : [];
    end = Math.max(end, ofEnd(item.phrase), ...both);
  }
  return end;
}

/** `cooperation on submarine rescue between A and B`: between whom is the cooperation. */
function isCooperatedOn({ from }: Phrase, { tokens }: Reading): boolean {
  return (
    /^(?:on|in)$/.test(tokens[from - 1]?.lower ?? '') &&
    /^(?:cooperation|collaboration|coordination|dialogue|talks|exchanges?|consultations?)$/.test(
      tokens[from - 2]?.lower ?? '',
    )
  );
}

function ofEnd(phrase: Phrase): number {
  return Math.max(
    phrase.to,
    ...phrase.post.filter((item) => item.preposition === 'of').map((item) => ofEnd(item.phrase)),
  );
}

function isTime(item: Attachment): boolean {
  return item.phrase.name === null && item.phrase.head < 0;
}
