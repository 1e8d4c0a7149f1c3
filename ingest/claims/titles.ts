/** Offices and whom their holders speak for, from the titles in the text. */
import type { Reading } from '../reading.ts';
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

export const titles: ClaimExtractor = (reading) => [...held(reading), ...appointed(reading)];

/** `X was appointed Minister of Defence`, `X took office as …`: from then on an office is held. */
function appointed(reading: Reading): Vote[] {
  return reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    const passive =
      verb.passive && /^(?:appoint|name|elect|nominate|install|designate|swear)$/.test(verb.lemma);
    const active = !verb.passive && /^(?:take|assume|become|serve|succeed)$/.test(verb.lemma);
    const who = clause.subject.find((phrase) => phrase.name?.type === 'Person')?.name;
    const behind = clause.preps.filter((prep) => prep.preposition === 'as').map((prep) => prep.phrase);
    const office = [...clause.objects, ...behind].find((phrase) => phrase.name?.type === 'Office')?.name;
    if (!(passive || active) || !who || !office) return [];
    const vote: Vote = {
      extractor: 'titles',
      rule: `appointed: ${verb.lemma}`,
      subject: who.entity,
      type: 'HOLDS_OFFICE',
      object: office.entity,
      polarity: verb.negated ? '-' : '+',
      modality:
        verb.modal || verb.lemma === 'nominate' ? 'planned' : verb.lemma === 'serve' ? 'done' : 'asserted',
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
