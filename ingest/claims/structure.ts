/**
 * What things are about, part of, and where: read off the noun phrases of entities that other claims or names brought up. Takes no part in
 * who does what; an entity that nobody speaks of gets no structure.
 */
import type { Modality } from '../../graph/model.ts';
import { concept, headLemma, type Located } from '../concepts.ts';
import type { Name, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { modalityAround } from './nominal-mood.ts';
import { impacts, menaces, parts } from './parts.ts';
import { placesBehind } from './places.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, objectTypes, type Vote } from './vote.ts';

const BASE = { extractor: 'structure', polarity: '+' as const, speakers: [], act: null, weight: 0.7 };

export const structure: ClaimExtractor = (reading, touched) => {
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  const votes: Vote[] = [];
  openings(reading, touched);
  votes.push(...parts(reading, touched));
  for (const phrase of phrases) {
    votes.push(...impacts(phrase, reading, touched), ...exercises(phrase, reading, touched));
    const located = touched.find(
      (item) =>
        item.kind === 'nominal' &&
        item.from <= phrase.head &&
        phrase.head < item.to &&
        item.from >= phrase.from - 1,
    );
    if (located)
      votes.push(
        ...about(located, phrase, reading),
        ...inclusion(located, phrase, reading, touched),
        ...scene(located, phrase, reading),
        ...menaces(located, phrase, reading, touched),
      );
    else if (phrase.name) votes.push(...sites(phrase, reading));
  }
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

/** `North Korea's nuclear issues`, `peace and stability of the Taiwan Strait`: a topic is about the names inside it. */
function about(located: Located, phrase: Phrase, reading: Reading): Vote[] {
  if (located.draft.type !== 'Topic' || reading.tokens[located.from]?.tag === 'VERB') return [];
  if (/^(?:security|safety)$/.test(headLemma(phrase, reading))) return [];
  const inside = reading.names.filter((name) => {
    if (
      name.from < located.from ||
      name.to > located.to ||
      !/^(?:Country|Place|Organization)$/.test(name.type)
    )
      return false;
    if (name === phrase.possessor?.name)
      return /issue|program|programme|problem|question/.test(headLemma(phrase, reading));
    // `training of F-FDTL officers`: the name only says whose.
    if (/^(?:NOUN|PROPN)$/.test(reading.tokens[name.to]?.tag ?? '')) return false;
    return behind(name.from, reading, name.type === 'Country' ? /^(?:of|in|against|on)$/ : /^(?:of|on)$/);
  });
  return inside.slice(0, 2).map((name) => ({
    ...BASE,
    rule: 'topic about name',
    subject: located.draft.id,
    type: 'ABOUT',
    object: name.entity,
    modality: 'asserted' as const,
    from: located.from,
    to: located.to,
  }));
}

function behind(index: number, reading: Reading, preposition: RegExp): boolean {
  return (
    preposition.test(reading.tokens[index - 1]?.lower ?? '') ||
    (reading.tokens[index - 1]?.lower === 'the' && preposition.test(reading.tokens[index - 2]?.lower ?? ''))
  );
}

/** `extended deterrence including nuclear capabilities`. */
function inclusion(located: Located, phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (!/^(?:Topic|Capability)$/.test(located.draft.type)) return [];
  const chain = [
    phrase,
    ...phrase.post.filter((item) => item.preposition === 'of').map((item) => item.phrase),
  ];
  const parts = chain.flatMap((item) =>
    item.post.filter((post) => /^(?:including|including in|such as)$/.test(post.preposition)),
  );
  const wanted = objectTypes('INCLUDES', reading);
  return parts.flatMap((post) =>
    targetsOf([post.phrase, ...post.phrase.conjuncts], reading, wanted)
      .filter((item) => wanted.includes(item.draft.type))
      .map((part) => {
        touched.push(part);
        return {
          ...BASE,
          rule: 'including',
          subject: located.draft.id,
          type: 'INCLUDES',
          object: part.draft.id,
          modality: 'asserted' as const,
          from: located.from,
          to: Math.max(located.to, part.to),
        };
      }),
  );
}

/** `… in the Indo-Pacific region`, `… near Malinao Shoal` right behind an event or topic. */
function scene(located: Located, phrase: Phrase, reading: Reading): Vote[] {
  if (!/^(?:Topic|Event)$/.test(located.draft.type)) return [];
  const where = reading.names.filter(
    (name) =>
      /^(?:Place|Region)$/.test(name.type) &&
      name.from >= phrase.head &&
      name.from <= located.to + 6 &&
      !reading.chunks.some(
        (chunk) =>
          (chunk.kind === 'verb' ||
            ((chunk.kind === 'conj' || chunk.kind === 'comma') && name.from >= located.to)) &&
          chunk.from >= phrase.to &&
          chunk.from < name.from,
      ) &&
      behind(
        name.from,
        reading,
        /^(?:development|construction|expansion)$/.test(headLemma(phrase, reading))
          ? /^(?:of|in|at|on)$/
          : /^(?:in|near|off|inside|at|into|around)$/,
      ),
  );
  // A meeting is held somewhere, and its own clause says where.
  const happened = located.draft.type === 'Event' ? placesBehind(phrase, reading) : [];
  if (
    /^(?:meeting|talk|summit|conference|consultation|dialogue|visit|ceremony|session|round|ambassador)$/.test(
      headLemma(phrase, reading),
    )
  )
    return [];
  const all = [...where, ...happened.filter((place) => !where.some((name) => name.entity === place.entity))];
  return all.slice(0, 2).map((name) => ({
    ...BASE,
    rule: 'scene',
    subject: located.draft.id,
    type: 'OCCURS_IN',
    object: name.entity,
    modality: sceneModality(located, phrase, reading),
    from: Math.min(located.from, name.from),
    to: Math.max(located.to, name.to),
  }));
}

function sceneModality(located: Located, phrase: Phrase, reading: Reading): Modality {
  if (/^(?:development|construction|expansion)$/.test(headLemma(phrase, reading))) return 'in_progress';
  if (located.draft.type === 'Event') return modalityAround(phrase, reading);
  return reading.clauses.some((clause) => clause.objects.includes(phrase) && clause.verb.negated)
    ? 'hypothetical'
    : 'asserted';
}

/** `the Japan-U.S.-ROK exercise`: the countries before its head take part; `during exercise X`: it is part of X. */
function exercises(phrase: Phrase, reading: Reading, touched: Located[]): Vote[] {
  if (phrase.name || !/^(?:exercise|drill)$/.test(headLemma(phrase, reading))) return [];
  const countries = reading.names.filter(
    (name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.head,
  );
  if (countries.length < 2) return [];
  const located = concept(phrase, reading, ['Exercise']);
  if (located?.draft.type !== 'Exercise') return [];
  touched.push(located);
  const modality = modalityAround(phrase, reading);
  const votes: Vote[] = countries.map((name) => ({
    ...BASE,
    rule: 'countries + exercise',
    subject: name.entity,
    type: 'PARTICIPATES_IN',
    object: located.draft.id,
    modality,
    from: located.from,
    to: located.to,
    weight: 0.85,
  }));
  const during = phrase.post.find(
    (item) =>
      /^(?:during|in|within|as part of)$/.test(item.preposition) && item.phrase.name?.type === 'Exercise',
  );
  if (during?.phrase.name)
    votes.push({
      ...BASE,
      rule: 'during',
      subject: located.draft.id,
      type: 'PART_OF',
      object: during.phrase.name.entity,
      modality,
      from: located.from,
      to: during.phrase.to,
    });
  return votes;
}

/** `Camp Antero Balsa on Palawan`, `U.S. Forces in Japan`: a base or body right before a place. */
function sites(phrase: Phrase, reading: Reading): Vote[] {
  const name = phrase.name;
  const within =
    name?.type === 'Organization'
      ? [...reading.nested, ...countryWords(name, reading)].find(
          (other) =>
            other.from > name.from &&
            other.to === name.to &&
            reading.tokens[other.from - 1]?.lower === 'in' &&
            // A mission is sent there by others.
            !/\b(?:Mission|Operation|Monitoring|Office)\b/.test(reading.text(name.from, other.from)),
        )
      : undefined;
  if (name && within)
    return [
      {
        ...BASE,
        rule: 'body in country',
        subject: name.entity,
        type: 'LOCATED_IN',
        object: within.entity,
        modality: 'asserted',
        from: name.from,
        to: name.to,
      },
    ];
  if (name?.type !== 'Facility') return [];
  const where = reading.names.find(
    (other) =>
      /^(?:Place|Country)$/.test(other.type) &&
      other.from >= name.to + 1 &&
      other.from <= name.to + 3 &&
      behind(other.from, reading, /^(?:in|on|near|outside)$/) &&
      (other.from === name.to + 1 || reading.tokens[name.to + 1]?.lower === 'the'),
  );
  return where
    ? [
        {
          ...BASE,
          rule: 'site',
          subject: name.entity,
          type: 'LOCATED_IN',
          object: where.entity,
          modality: 'asserted',
          from: name.from,
          to: where.to,
        },
      ]
    : [];
}

/** Countries at the end of a body's name. */
function countryWords(name: Name, reading: Reading): { from: number; to: number; entity: string }[] {
  const last = reading.tokens[name.to - 1]?.text ?? '';
  const known = (reading.knowledge.names.get(last.toLowerCase()) ?? []).find(
    (item) =>
      item.type === 'Country' && item.form === 'name' && item.words.length === 1 && item.words[0] === last,
  );
  if (!known) return [];
  reading.registry.known(known.id, null);
  return [{ from: name.to - 1, to: name.to, entity: known.id }];
}

/** `Regarding North Korea's nuclear and missile issues, …`: what a sentence opens with is a topic of it. */
function openings(reading: Reading, touched: Located[]): void {
  const [first, second, third] = reading.chunks;
  if (
    first?.kind !== 'prep' ||
    !/^(?:regarding|concerning|with regard to|as for|with respect to)$/.test(first.word) ||
    second?.kind !== 'phrase' ||
    third?.kind === 'verb' ||
    second.phrase.name
  )
    return;
  const found = concept(second.phrase, reading, ['Topic']);
  if (found) touched.push({ ...found, keep: true });
}
