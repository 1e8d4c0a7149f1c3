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

/** `her predecessor, Mihai Stoica`, `Raúl Dutary, Minister Barría's predecessor`: he held the office of the person spoken of. */
function preceded(reading: Reading): Vote[] {
  return reading.tokens.flatMap((token, i) => {
    if (token.lower !== 'predecessor') return [];
    const word = reading.tokens[i - 1]?.lower ?? '';
    const possessor =
      word === "'s"
        ? reading.names.find((name) => name.type === 'Person' && name.to === i - 1)?.entity
        : undefined;
    if (!possessor && !/^(?:his|her|their)$/.test(word)) return [];
    const before = reading.names.find(
      (name) =>
        name.type === 'Person' &&
        ((name.from > i && name.from <= i + 2) || (possessor !== undefined && apposed(name, i, reading))),
    );
    const person = possessor ?? precededOne(i, reading);
    return before && person ? heldBefore(before, person, reading) : [];
  });
}

/** `Raúl Dutary, Minister Barría's predecessor`: the name right before the comma. */
function apposed(name: Name, at: number, { tokens, names }: Reading): boolean {
  const owner = names.find((other) => other.to === at - 1);
  return owner !== undefined && name.to === owner.from - 1 && tokens[name.to]?.text === ',';
}

/** Whose predecessor the possessive at `at - 1` means: the subject of its clause, the one named last, or the one spoken of before. */
function precededOne(i: number, reading: Reading): string | undefined {
  const { officials, person: spoken, held } = reading.discourse;
  const word = reading.tokens[i - 1]?.lower ?? '';
  // `who is not related to Minister Tierney, visited …`: the subject, rather than who is named inside it.
  const own = reading.clauses.findLast((clause) => clause.verb.to <= i && clause.link !== 'relative');
  const subject = own?.subject.filter((phrase) => phrase.name?.type === 'Person' && phrase.to < i) ?? [];
  const earlier = reading.names
    .filter((name) => name.type === 'Person' && name.to < i)
    .map((name) => name.entity);
  // `Extending his congratulations, Minister A … her predecessor`: that of the other, spoken of before.
  const others = word === 'her' ? /^(?:he|his|him)$/ : /^(?:she|her|hers)$/;
  const another = reading.tokens.slice(0, i - 1).some((token) => others.test(token.lower));
  if (another) return officials.findLast((id) => !earlier.includes(id));
  const [only] = subject;
  if (subject.length === 1 && only?.name && held.has(only.name.entity)) return only.name.entity;
  return earlier.at(-1) ?? (i > 1 ? spoken : null) ?? officials.at(-1);
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
