/** Offices and whom their holders speak for, from the titles in the text. */
import type { Name } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

export const titles: ClaimExtractor = (reading) => [
  ...held(reading),
  ...appointed(reading),
  ...replaced(reading),
  ...preceded(reading),
];

/** `X succeeded Y as …`, `having replaced Y`: Y held the office of X. */
function replaced(reading: Reading): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    if (!/^(?:succeed|replace)$/.test(verb.lemma) || verb.passive || verb.modal || verb.negated) return [];
    const who = clause.subject.find((phrase) => phrase.name?.type === 'Person')?.name;
    const before = clause.objects.find((phrase) => phrase.name?.type === 'Person')?.name;
    return who && before ? heldBefore(before, who.entity, reading) : [];
  });
}

/** `her predecessor, Mihai Stoica`: he held the office of the person spoken of. */
function preceded(reading: Reading): Vote[] {
  return reading.tokens.flatMap((token, i) => {
    if (token.lower !== 'predecessor' || !/^(?:his|her|their)$/.test(reading.tokens[i - 1]?.lower ?? ''))
      return [];
    const before = reading.names.find(
      (name) => name.type === 'Person' && name.from > i && name.from <= i + 2,
    );
    const earlier = reading.names
      .filter((name) => name.type === 'Person' && name.to < i)
      .map((name) => name.entity);
    // `Extending his congratulations, Minister A … her predecessor`: that of the other, spoken of before.
    const others = reading.tokens[i - 1]?.lower === 'her' ? /^(?:he|his|him)$/ : /^(?:she|her|hers)$/;
    const another = reading.tokens.slice(0, i - 1).some((word) => others.test(word.lower));
    const { officials, person: spoken } = reading.discourse;
    const person = another
      ? officials.findLast((id) => !earlier.includes(id))
      : (earlier.at(-1) ?? (i > 1 ? spoken : null) ?? officials.at(-1));
    return before && person ? heldBefore(before, person, reading) : [];
  });
}

function heldBefore(before: Name, person: string, reading: Reading): Vote[] {
  const office = reading.discourse.held.get(person);
  if (!office || before.entity === person || !allowed(reading, before.entity, 'HOLDS_OFFICE', office))
    return [];
  return [
    {
      extractor: 'titles',
      rule: 'held before',
      subject: before.entity,
      type: 'HOLDS_OFFICE',
      object: office,
      polarity: '+',
      modality: 'done',
      from: before.from,
      to: before.to,
      speakers: [],
      act: null,
      weight: 0.75,
    },
  ];
}

/** `X was appointed Minister of Defence`, `X took office as …`: from then on an office is held. */
function appointed(reading: Reading): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    const passive =
      verb.passive && /^(?:appoint|name|elect|nominate|install|designate|swear)$/.test(verb.lemma);
    const active = !verb.passive && /^(?:take|take over|assume|become|serve|succeed)$/.test(verb.lemma);
    // `who chaired the first of these meetings as Finland's Minister of Defence`.
    const once =
      !passive &&
      !active &&
      !verb.passive &&
      verb.past &&
      (clause.link === 'relative' || verb.lemma === 'precede');
    const who = clause.subject.find((phrase) => phrase.name?.type === 'Person')?.name;
    const behind = clause.preps.filter((prep) => prep.preposition === 'as').map((prep) => prep.phrase);
    const office = [...clause.objects, ...behind].find((phrase) => phrase.name?.type === 'Office')?.name;
    if (!(passive || active || once) || !who || !office) return [];
    const vote: Vote = {
      extractor: 'titles',
      rule: `appointed: ${verb.lemma}`,
      subject: who.entity,
      type: 'HOLDS_OFFICE',
      object: office.entity,
      polarity: verb.negated ? '-' : '+',
      modality:
        verb.modal || verb.lemma === 'nominate'
          ? 'planned'
          : once || (verb.lemma === 'serve' && verb.past)
            ? 'done'
            : 'asserted',
      from: Math.min(who.from, verb.from),
      to: Math.max(office.to, verb.to),
      speakers: [],
      act: verb.lemma,
      weight: 0.8,
    };
    return allowed(reading, vote.subject, vote.type, vote.object) ? [vote] : [];
  });
}

const held = (reading: Reading): Vote[] =>
  reading.offices.flatMap(({ person, office, from, to, status, country, body }) => {
    const base = {
      extractor: 'titles',
      rule: `title: ${status}`,
      polarity: '+' as const,
      from,
      to,
      speakers: [],
      act: null,
      weight: 0.95,
    };
    const modality =
      status === 'former'
        ? ('done' as const)
        : status === 'future'
          ? ('planned' as const)
          : ('asserted' as const);
    const votes: Vote[] = office
      ? [{ ...base, subject: person, type: 'HOLDS_OFFICE', object: office, modality }]
      : [];
    const owner = country ?? reading.registry.get(person)?.country ?? null;
    // "Pentagon spokesman": a house that stands for a department speaks for the state.
    const house = body ? reading.registry.get(body)?.entry?.building !== undefined : false;
    if (status === 'holds' && body && !(house && owner))
      votes.push({ ...base, subject: person, type: 'REPRESENTS', object: body, modality: 'asserted' });
    else if (status === 'holds' && owner)
      votes.push({ ...base, subject: person, type: 'REPRESENTS', object: owner, modality: 'asserted' });
    return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
  });
