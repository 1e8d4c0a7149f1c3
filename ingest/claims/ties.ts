/** Ties, support and protection that a noun tells: `cooperation between A and B`, `our support for Kyiv`, `nuclear deterrence of the U.S.` */
import { concept, headLemma } from '../concepts.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { moodOf } from './mood.ts';
import { governor } from './nominal-mood.ts';
import type { Touched, Vote } from './vote.ts';

const BASE = { extractor: 'nominals', polarity: '+' as const, speakers: [], act: null, weight: 0.75 };

const TIES =
  /^(?:cooperation|coordination|collaboration|relation|tie|partnership|relationship|friendship|interoperability)$/;

/** `Japan-U.S.-ROK trilateral cooperation` that somebody advances, `cooperation between A and B`: those named cooperate. */
export function ties(phrase: Phrase, reading: Reading): Vote[] {
  if (phrase.name || !TIES.test(headLemma(phrase, reading))) return [];
  const between = phrase.post.find((item) => /^(?:between|among)$/.test(item.preposition));
  const span = between
    ? {
        from: between.phrase.from,
        to: Math.max(between.phrase.to, ...between.phrase.conjuncts.map((other) => other.to)),
      }
    : { from: phrase.from, to: phrase.head };
  const inside = reading.names.filter(
    (name) => /^(?:Country|Organization)$/.test(name.type) && name.from >= span.from && name.to <= span.to,
  );
  const countries = [...new Set(inside.map((name) => name.entity))];
  const clause = reading.clauses.find(
    (item) => item.objects.includes(phrase) && reading.knowledge.lexicon.carriers.has(item.verb.lemma),
  );
  if (countries.length < 2 || (!between && !clause)) return [];
  const mood = clause ? moodOf(clause, reading) : { modality: 'done' as const, polarity: '+' as const };
  return countries.flatMap((a, i) =>
    countries.slice(i + 1).map((b) => ({
      ...BASE,
      ...mood,
      rule: 'ties between',
      subject: a,
      type: 'COOPERATES_WITH',
      object: b,
      from: Math.min(phrase.from, span.from),
      to: Math.max(phrase.to, span.to),
    })),
  );
}

/** `Our support for Kyiv will not waver`, `assured Lebanon of Ireland's support`: support that no verb carries. */
export function backing(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  if (phrase.name || !/^(?:support|backing|solidarity|assistance)$/.test(headLemma(phrase, reading)))
    return [];
  const clause = governor(phrase, reading);
  const subject = clause?.subject.includes(phrase) === true;
  const assured = clause?.verb.lemma === 'assure' && clause.preps.some((prep) => prep.phrase === phrase);
  if (!clause || !(subject || assured)) return [];
  const owner = phrase.possessor?.name ?? phrase.modifier?.name;
  const we = /^(?:our|its|their)$/.test(reading.tokens[phrase.from]?.lower ?? '');
  const givers =
    owner?.type === 'Country'
      ? [owner.entity]
      : we && /^our$/.test(reading.tokens[phrase.from]?.lower ?? '')
        ? reading.discourse.parties
        : [];
  const to = assured
    ? clause.objects[0]?.name
    : phrase.post.find((item) => /^(?:for|to)$/.test(item.preposition))?.phrase.name;
  const draft = to?.type === 'Country' ? reading.registry.get(to.entity) : undefined;
  if (!to || !draft) return [];
  touched.push({ draft, from: to.from, to: to.to, kind: 'named' });
  return givers.map((giver) => ({
    ...BASE,
    rule: 'support of',
    subject: giver,
    type: 'SUPPORTS',
    object: to.entity,
    modality: 'in_progress' as const,
    from: Math.min(phrase.from, to.from),
    to: Math.max(phrase.to, to.to),
    weight: 0.7,
  }));
}

/** `nuclear deterrence of the U.S.`: whose deterrence it is provides it. */
export function deterrence(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  const of =
    phrase.post.find((item) => item.preposition === 'of')?.phrase.name ?? phrase.possessor?.name ?? null;
  if (phrase.name || !/^deterren(?:ce|t)$/.test(headLemma(phrase, reading)) || of?.type !== 'Country')
    return [];
  const located = concept(phrase, reading, ['Capability']);
  if (!located) return [];
  touched.push(located);
  return [
    {
      ...BASE,
      rule: 'deterrence of',
      subject: of.entity,
      type: 'PROVIDES',
      object: located.draft.id,
      modality: 'asserted',
      from: located.from,
      to: located.to,
    },
  ];
}
