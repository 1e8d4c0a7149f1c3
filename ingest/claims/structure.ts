/**
 * What things are about, part of, and where: read off the noun phrases of entities that other claims or names brought up. Takes no part in
 * who does what; an entity that nobody speaks of gets no structure.
 */
import { concept, headLemma, type Located } from '../concepts.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { modalityAround } from './nominals.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

const BASE = { extractor: 'structure', polarity: '+' as const, speakers: [], act: null, weight: 0.7 };

export const structure: ClaimExtractor = (reading, touched) => {
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  const votes: Vote[] = [];
  for (const phrase of phrases) {
    votes.push(...exercises(phrase, reading, touched));
    const located = touched.find((item) => item.kind === 'nominal' && item.from <= phrase.head && phrase.head < item.to && item.from >= phrase.from - 1);
    if (located) votes.push(...about(located, phrase, reading), ...inclusion(located, phrase, reading, touched), ...scene(located, phrase, reading));
    else if (phrase.name) votes.push(...sites(phrase, reading));
  }
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

/** `North Korea's nuclear issues`, `peace and stability of the Taiwan Strait`: a topic is about the names inside it. */
function about(located: Located, phrase: Phrase, reading: Reading): Vote[] {
  if (located.draft.type !== 'Topic' || reading.tokens[located.from]?.tag === 'VERB') return [];
  const inside = reading.names.filter((name) => {
    if (name.from < located.from || name.to > located.to || !/^(?:Country|Place|Organization)$/.test(name.type)) return false;
    if (name === phrase.possessor?.name) return /issue|program|programme|problem|question/.test(headLemma(phrase, reading));
    return behind(name.from, reading, name.type === 'Country' ? /^(?:of|in|against|on)$/ : /^(?:of|on)$/);
  });
  return inside.slice(0, 2).map((name) => ({ ...BASE, rule: 'topic about name', subject: located.draft.id, type: 'ABOUT', object: name.entity, modality: 'asserted' as const, from: located.from, to: located.to }));
}

function behind(index: number, reading: Reading, preposition: RegExp): boolean {
  return preposition.test(reading.tokens[index - 1]?.lower ?? '') || (reading.tokens[index - 1]?.lower === 'the' && preposition.test(reading.tokens[index - 2]?.lower ?? ''));
}

/** `extended deterrence including nuclear capabilities`. */
function inclusion(located: Located, phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (!/^(?:Topic|Capability)$/.test(located.draft.type)) return [];
  const chain = [phrase, ...phrase.post.filter((item) => item.preposition === 'of').map((item) => item.phrase)];
  const parts = chain.flatMap((item) => item.post.filter((post) => /^(?:including|including in|such as)$/.test(post.preposition)));
  const wanted = reading.knowledge.ontology.relationTypes.get('INCLUDES')?.to ?? [];
  return parts.flatMap((post) =>
    targetsOf([post.phrase, ...post.phrase.conjuncts], reading, wanted).filter((item) => wanted.includes(item.draft.type)).map((part) => {
      touched.push(part);
      return { ...BASE, rule: 'including', subject: located.draft.id, type: 'INCLUDES', object: part.draft.id, modality: 'asserted' as const, from: located.from, to: Math.max(located.to, part.to) };
    }),
  );
}

/** `… in the Indo-Pacific region`, `… near Malinao Shoal` right behind an event or topic. */
function scene(located: Located, phrase: Phrase, reading: Reading): Vote[] {
  if (!/^(?:Topic|Event)$/.test(located.draft.type)) return [];
  const where = reading.names.filter((name) => /^(?:Place|Region)$/.test(name.type) && name.from >= phrase.head && name.from <= located.to + 6 &&
      !reading.chunks.some((chunk) => chunk.kind === 'verb' && chunk.from >= phrase.to && chunk.from < name.from) && behind(name.from, reading, /^(?:in|near|off|inside|at|into|around)$/));
  return where.slice(0, 2).map((name) => ({ ...BASE, rule: 'scene', subject: located.draft.id, type: 'OCCURS_IN', object: name.entity, modality: located.draft.type === 'Event' ? modalityAround(phrase, reading) : ('asserted' as const), from: Math.min(located.from, name.from), to: Math.max(located.to, name.to) }));
}

/** `the Japan-U.S.-ROK exercise`: the countries before its head take part; `during exercise X`: it is part of X. */
function exercises(phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (phrase.name || !/^(?:exercise|drill)$/.test(headLemma(phrase, reading))) return [];
  const countries = reading.names.filter((name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.head);
  if (countries.length < 2) return [];
  const located = concept(phrase, reading, ['Exercise']);
  if (!located || located.draft.type !== 'Exercise') return [];
  touched.push(located);
  const modality = modalityAround(phrase, reading);
  const votes: Vote[] = countries.map((name) => ({ ...BASE, rule: 'countries + exercise', subject: name.entity, type: 'PARTICIPATES_IN', object: located.draft.id, modality, from: located.from, to: located.to, weight: 0.85 }));
  const during = phrase.post.find((item) => /^(?:during|in|within|as part of)$/.test(item.preposition) && item.phrase.name?.type === 'Exercise');
  if (during?.phrase.name) votes.push({ ...BASE, rule: 'during', subject: located.draft.id, type: 'PART_OF', object: during.phrase.name.entity, modality, from: located.from, to: during.phrase.to });
  return votes;
}

/** `Camp Antero Balsa on Palawan`, `U.S. Forces in Japan`: a base or body right before a place. */
function sites(phrase: Phrase, reading: Reading): Vote[] {
  const name = phrase.name;
  if (!name || name.type !== 'Facility') return [];
  const where = reading.names.find((other) => /^(?:Place|Country)$/.test(other.type) && other.from >= name.to + 1 && other.from <= name.to + 3 && behind(other.from, reading, /^(?:in|on|near|outside)$/) && (other.from === name.to + 1 || reading.tokens[name.to + 1]?.lower === 'the'));
  return where ? [{ ...BASE, rule: 'site', subject: name.entity, type: 'LOCATED_IN', object: where.entity, modality: 'asserted', from: name.from, to: where.to }] : [];
}
