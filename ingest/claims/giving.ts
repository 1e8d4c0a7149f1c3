/** Who gives equipment or relief to a state supports it: `lent Moldova two radars`, `relief supplies for Bangladesh`. */
import { headLemma } from '../concepts.ts';
import { endOf } from '../parse/arguments.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, stateOf } from './actors.ts';
import { moodOf } from './mood.ts';
import { allowed, type ClaimExtractor } from './vote.ts';

const GIVES =
  /^(?:lend|donate|give|grant|gift|provide|supply|deliver|hand over|transfer|pledge|promise|offer|hand)$/;
const AID =
  /^(?:truck|ambulance|generator|uniform|rifle|supply|relief|aid|equipment|munition|ammunition|kit|weapon|arm|vaccine|medicine|food)$/;

/** Claims of support; what is not given, or only offered on a condition, says nothing of it. */
export const giving: ClaimExtractor = (reading, touched) =>
  reading.clauses.flatMap((clause) => {
    const { verb } = clause;
    if (!GIVES.test(verb.lemma) || verb.passive || clause.link === 'reduced' || clause.link === 'if')
      return [];
    const mood = moodOf(clause, reading);
    if (mood.polarity === '-' || mood.modality === 'hypothetical') return [];
    const given = clause.objects.find((phrase) => isGiven(phrase, reading));
    const to = given ? recipient(clause, given, reading) : null;
    const { actors, persons } = actorsOf(clause.subject, reading);
    if (!given || !to) return [];
    return actors
      .map((id) => stateOf(id, reading))
      .filter((id) => allowed(reading, id, 'SUPPORTS', to.country))
      .map((subject) => {
        const draft = reading.registry.get(to.country);
        if (draft) touched.push({ draft, from: to.from, to: to.to, kind: 'role' });
        return {
          extractor: 'frames',
          rule: `give: ${verb.lemma}`,
          subject,
          type: 'SUPPORTS',
          object: to.country,
          ...mood,
          from: verb.from,
          to: Math.max(endOf(given), to.to),
          speakers: persons,
          act: verb.lemma,
          weight: 0.7,
        };
      });
  });

function isGiven(phrase: Phrase, reading: Reading): boolean {
  const head = headLemma(phrase, reading);
  const type = phrase.name?.type ?? reading.knowledge.lexicon.headType.get(head) ?? '';
  return type === 'EquipmentType' || (phrase.name === null && AID.test(head));
}

type Recipient = { country: string; from: number; to: number };

/** Behind `to` or `for`, or between verb and thing: `lent Moldova two radars`. */
function recipient(clause: Clause, given: Phrase, reading: Reading): Recipient | null {
  const behind = clause.preps.find(
    (prep) => /^(?:to|for)$/.test(prep.preposition) && prep.at > given.from,
  )?.phrase;
  const inside = reading.names.find(
    (name) => name.from === clause.verb.to && name.to < given.to && name.to <= given.head,
  );
  const name = behind
    ? behind.name
    : (inside ?? clause.objects.find((phrase) => phrase.to <= given.from)?.name);
  if (!name || !/^(?:Country|Organization)$/.test(name.type)) return null;
  const country =
    name.type === 'Country' ? name.entity : (reading.registry.get(name.entity)?.country ?? null);
  return country ? { country, from: name.from, to: name.to } : null;
}
