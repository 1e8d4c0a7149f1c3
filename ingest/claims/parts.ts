/** What a thing is part of, whom it hits and whom it threatens. */
import { concept, headLemma, type Located } from '../concepts.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { targetsOf } from './targets.ts';
import type { Vote } from './vote.ts';

const BASE = { extractor: 'structure', polarity: '+' as const, speakers: [], act: null, weight: 0.7 };

/** `the impact on local communities including Okinawa`. */
export function impacts(phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (phrase.name || !/^(?:impact|effect|burden)$/.test(headLemma(phrase, reading))) return [];
  const on = phrase.post.find((item) => /^(?:on|upon)$/.test(item.preposition));
  const topic = on ? concept(phrase, reading, ['Topic']) : null;
  if (!on || !topic || topic.draft.type !== 'Topic') return [];
  const also = on.phrase.post
    .filter((item) => /^(?:including|such as)$/.test(item.preposition))
    .map((item) => item.phrase);
  const targets = targetsOf([on.phrase, ...also], reading, ['Group', 'Place']).filter((item) =>
    /^(?:Group|Place)$/.test(item.draft.type),
  );
  touched.push(topic, ...targets);
  return targets.map((target) => ({
    ...BASE,
    rule: 'impact on',
    subject: topic.draft.id,
    type: 'AFFECTS',
    object: target.draft.id,
    modality: 'asserted' as const,
    from: topic.from,
    to: Math.max(topic.to, target.to),
  }));
}

/** `condemned X as a threat to Y`: X threatens Y, and the country whose security Y is. */
export function menaces(located: Located, phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (located.draft.type !== 'Event') return [];
  const clause = reading.clauses.find((item) => item.objects.includes(phrase));
  const as = clause?.preps.find(
    (item) =>
      item.preposition === 'as' &&
      /^(?:threat|challenge|danger|issue|violation|risk|provocation)$/.test(headLemma(item.phrase, reading)),
  );
  if (!clause || !as) return [];
  const to =
    clause.preps.find((item) => item.at > as.at && /^(?:to|for)$/.test(item.preposition)) ??
    reading.clauses
      .find((item) => item.link === 'reduced' && item.verb.from > as.at && item.verb.from <= as.phrase.to + 1)
      ?.preps.find((item) => item.preposition === 'to');
  if (!to) return [];
  const topics = targetsOf([to.phrase], reading, ['Topic', 'Country']).filter((item) =>
    /^(?:Topic|Country)$/.test(item.draft.type),
  );
  const owner = to.phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
  const country =
    owner?.type === 'Country' && /^(?:security|safety)$/.test(headLemma(to.phrase, reading)) ? owner : null;
  touched.push(...topics);
  const base = {
    ...BASE,
    rule: 'as a threat to',
    subject: located.draft.id,
    type: 'THREATENS',
    modality: 'asserted' as const,
    from: as.at,
  };
  return [
    ...topics.map((item) => ({ ...base, object: item.draft.id, to: Math.max(item.to, as.phrase.to) })),
    ...(country ? [{ ...base, object: country.entity, to: country.to }] : []),
  ];
}

/** `strengthening X as part of strengthening Y`: X is part of Y. */
export function parts(reading: Reading, touched: Located[]): Vote[] {
  return [
    ...memberships(reading),
    ...reading.clauses.flatMap((clause) => {
      if (clause.marker !== 'as part of' || !clause.parent) return [];
      const whole = targetsOf(clause.objects, reading, ['Capability']).filter(
        (item) => item.draft.type === 'Capability',
      );
      const some = targetsOf(clause.parent.objects, reading, ['Capability']).filter(
        (item) => item.draft.type === 'Capability',
      );
      touched.push(...whole, ...some);
      return some.flatMap((part) =>
        whole.map((item) => ({
          ...BASE,
          rule: 'as part of',
          subject: part.draft.id,
          type: 'PART_OF',
          object: item.draft.id,
          modality: 'asserted' as const,
          from: clause.verb.from - 1,
          to: item.to,
        })),
      );
    }),
  ];
}

/** `X is part of Y`, `X, part of Y`: said of exercises by name. */
function memberships(reading: Reading): Vote[] {
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  return phrases.flatMap((phrase) => {
    const whole = phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
    if (headLemma(phrase, reading) !== 'part' || whole?.type !== 'Exercise') return [];
    const clause = reading.clauses.find((item) => item.verb.lemma === 'be' && item.objects.includes(phrase));
    const before = reading.names.findLast((name) => name.to === phrase.from - 1 && name.type === 'Exercise');
    const said = clause
      ? targetsOf(clause.subject, reading, ['Exercise']).find((item) => item.draft.type === 'Exercise')?.draft
          .id
      : before?.entity;
    return said
      ? [
          {
            ...BASE,
            rule: 'part of',
            subject: said,
            type: 'PART_OF',
            object: whole.entity,
            modality: 'asserted' as const,
            from: clause?.verb.from ?? before?.from ?? phrase.from,
            to: whole.to,
          },
        ]
      : [];
  });
}
