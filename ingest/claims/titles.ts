/** Offices and whom their holders speak for, from the titles in the text. */
import { allowed, type ClaimExtractor, type Vote } from './vote.ts';

export const titles: ClaimExtractor = (reading) =>
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
    const votes: Vote[] = [{ ...base, subject: person, type: 'HOLDS_OFFICE', object: office, modality }];
    const owner = country ?? reading.registry.get(person)?.country ?? null;
    if (status === 'holds' && body)
      votes.push({ ...base, subject: person, type: 'REPRESENTS', object: body, modality: 'asserted' });
    else if (status === 'holds' && owner)
      votes.push({ ...base, subject: person, type: 'REPRESENTS', object: owner, modality: 'asserted' });
    return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
  });
