/** Votes that a predicate makes: what somebody thinks of a thing, and what one thing is to another. */
import type { Located } from '../concepts.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { targetsOf } from './targets.ts';
import { allowed, type Touched, type Vote } from './vote.ts';

/** What a stance says of itself; the rest follows from its type and its ends. */
type Said = Pick<Vote, 'rule' | 'from' | 'to' | 'speakers' | 'act' | 'weight'>;

/** That each of the actors condemns, opposes, affirms or welcomes the target, where the ontology allows it. */
export function stances(
  actors: readonly string[],
  type: string,
  target: Located,
  said: Said,
  reading: Reading,
  touched: Touched,
): Vote[] {
  return actors
    .filter((actor) => allowed(reading, actor, type, target.draft.id))
    .map((actor) => {
      touched.push(target);
      return {
        extractor: 'predicates',
        subject: actor,
        type,
        object: target.draft.id,
        polarity: '+',
        // Opposing stands; the others are done when said.
        modality: type === 'OPPOSES' ? 'asserted' : 'done',
        ...said,
      };
    });
}

/** Events are condemned, everything else is opposed; other stances fit both. */
export function isCensured(type: string, { draft }: Located): boolean {
  return type === 'CONDEMNS' ? draft.type === 'Event' : type !== 'OPPOSES' || draft.type !== 'Event';
}

/** What phrases name, of these entity types only. */
export function fitting(phrases: readonly Phrase[], types: readonly string[], reading: Reading): Located[] {
  return targetsOf(phrases, reading, types).filter((item) => types.includes(item.draft.type));
}

/** That each subject threatens, or contributes to, each target: nobody in particular says so. */
export function bearings(
  subjects: readonly Located[],
  type: string,
  targets: readonly Located[],
  { rule, weight }: Pick<Vote, 'rule' | 'weight'>,
  { verb }: Clause,
  reading: Reading,
): Vote[] {
  return subjects.flatMap((subject) =>
    targets
      .filter((target) => allowed(reading, subject.draft.id, type, target.draft.id))
      .map((target) => ({
        extractor: 'predicates',
        rule,
        subject: subject.draft.id,
        type,
        object: target.draft.id,
        polarity: '+',
        modality: 'asserted',
        from: Math.min(subject.from, verb.from),
        to: target.to,
        speakers: [],
        act: null,
        weight,
      })),
  );
}
