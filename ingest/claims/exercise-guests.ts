/** Who takes part in an exercise by the words beside its name: `with Azerbaijan and Türkiye`, `with Portuguese vessels`. */
import { headLemma } from '../concepts.ts';
import type { Clause, Name, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { moodOf } from './mood.ts';
import { modalityAround } from './nominal-mood.ts';
import type { Touched, Vote } from './vote.ts';

const BASE = { extractor: 'nominals', polarity: '+' as const, speakers: [], act: null, weight: 0.75 };

/** `Exercise X, with Azerbaijan and Türkiye, …`, `with the participation of Chile`: who joins in the exercise named before. */
export function joining(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  const part = headLemma(phrase, reading) === 'participation';
  const exercise = part
    ? reading.names.findLast((name) => name.type === 'Exercise' && name.to <= phrase.from)
    : phrase.name?.type === 'Exercise'
      ? phrase.name
      : null;
  if (!exercise) return [];
  const who = part
    ? [phrase.post.find((item) => item.preposition === 'of')?.phrase]
    : beside(exercise.to, reading);
  const named = who
    .flatMap((item) => (item ? [item, ...item.conjuncts] : []))
    .flatMap((item) => (item.name?.type === 'Country' ? [item.name] : []));
  const clause = part ? null : aboutExercise(exercise, reading);
  const come = clause ? comers(clause, reading) : [];
  const countries = [...named, ...come];
  const draft = reading.registry.get(exercise.entity);
  if (countries.length > 0 && draft)
    touched.push({ draft, from: exercise.from, to: exercise.to, kind: 'named' });
  return countries.map((name) => ({
    ...BASE,
    rule: 'with in exercise',
    subject: name.entity,
    type: 'PARTICIPATES_IN',
    object: exercise.entity,
    modality:
      clause && come.includes(name) ? moodOf(clause, reading).modality : modalityAround(phrase, reading),
    from: exercise.from,
    to: name.to,
    weight: 0.7,
  }));
}

function aboutExercise(exercise: Name, reading: Reading): Clause | null {
  const clause = reading.clauses.find((item) =>
    item.subject.some((phrase) => phrase.name?.entity === exercise.entity),
  );
  return clause && /^(?:take place|hold|begin|start|open|run|conduct|stage)$/.test(clause.verb.lemma)
    ? clause
    : null;
}

/** `Exercise X will take place with Portuguese and Tanzanian vessels`: those whose forces come. */
function comers(clause: Clause, reading: Reading): Name[] {
  const force =
    /^(?:vessel|ship|troop|aircraft|crew|unit|soldier|force|personnel|participation|warship|marine|fighter|contingent)$/;
  return clause.preps
    .filter((prep) => prep.preposition === 'with')
    .flatMap(({ phrase }) => [phrase, ...phrase.conjuncts])
    .flatMap((phrase) => {
      if (phrase.name?.type === 'Country' && phrase.to === phrase.name.to) return [phrase.name];
      if (!force.test(headLemma(phrase, reading))) return [];
      const inside = reading.names.filter(
        (name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.to,
      );
      const from = phrase.post.filter((item) => /^(?:from|of)$/.test(item.preposition));
      return [
        ...inside,
        ...from
          .flatMap((item) => [item.phrase, ...item.phrase.conjuncts])
          .flatMap((item) => (item.name?.type === 'Country' ? [item.name] : [])),
      ];
    });
}

/** The phrases of `, with A and B,` right behind a name. */
function beside(at: number, reading: Reading): Phrase[] {
  const { tokens, chunks } = reading;
  const open = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'with';
  if (!open) return [];
  const found: Phrase[] = [];
  for (const chunk of chunks.filter((item) => item.from >= at + 2)) {
    if (chunk.kind === 'phrase') found.push(chunk.phrase);
    else if (chunk.kind !== 'conj' && chunk.kind !== 'comma') break;
    else if (chunk.kind === 'comma' && tokens[chunk.to]?.lower !== 'and' && found.length > 0) break;
  }
  return found;
}
