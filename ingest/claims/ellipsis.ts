/** Denials that leave out what they deny: `France took part, but Spain did not`, `Cameroon did not take part`. */
import { headLemma } from '../concepts.ts';
import { beginOf } from '../parse/arguments.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, stateOf } from './actors.ts';
import { chargesIn } from './charges.ts';
import { doersOf } from './happenings.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { allowed, type Vote } from './vote.ts';

const AUXILIARY = /^(?:do|have|be|will|would|can|could|shall|should|may|might|must)$/;

/** `France took part, but Spain did not`, `…, nor will Togo`, `Honduras declined to`: what was said before, denied of another. */
export function elliptic(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  if (!isBare(clause, reading)) return [];
  const { verb } = clause;
  const turned = reading.tokens[verb.from - 1]?.lower === 'nor';
  const { actors, persons } = actorsOf(turned ? clause.objects : clause.subject, reading);
  const said = saidBefore(clause, reading, votes);
  const own = said.filter((vote) => vote.type === 'DEPLOYS' && actors.includes(vote.subject));
  const unsent = said.filter(
    (vote) =>
      vote.type === 'DEPLOYED_TO' &&
      own.some((other) => other.object === vote.subject) &&
      isUnfulfilled(vote, clause, reading, votes),
  );
  return [
    ...unsent.map((vote) => denial(vote, vote.subject, persons, clause)),
    ...actors.flatMap((actor) =>
      said
        .map((vote) => ({
          vote,
          subject: allowed(reading, actor, vote.type, vote.object) ? actor : stateOf(actor, reading),
        }))
        .filter(({ vote, subject }) => allowed(reading, subject, vote.type, vote.object))
        .filter(
          ({ vote, subject }) =>
            vote.subject !== subject ||
            isAnswered(vote, reading, votes) ||
            isUnfulfilled(vote, clause, reading, votes),
        )
        .map(({ vote, subject }) => denial(vote, subject, persons, clause)),
    ),
  ];
}

function denial(vote: Vote, subject: string, persons: readonly string[], clause: Clause): Vote {
  const { verb } = clause;
  return {
    ...vote,
    subject,
    speakers: [...persons],
    polarity: '-',
    modality: happened(clause) && vote.modality !== 'asserted' ? 'done' : vote.modality,
    rule: `not ${vote.rule}`,
    from: beginOf(clause),
    to: verb.to,
    act: verb.lemma,
    weight: 0.7,
  };
}

/** Asked of the same, it is what is answered: `asked whether it was considering X, he said it was not`. */
function isAnswered(vote: Vote, reading: Reading, votes: readonly Vote[]): boolean {
  const charges = votes.includes(vote) ? chargesIn([vote], reading) : reading.discourse.told.flat();
  const charge = charges.find((item) => item.vote === vote);
  if (!charge?.asked) return false;
  reading.discourse.withdrawn.add(vote);
  return true;
}

/** `was expected to take part but did not`: what was to be and was not. */
function isUnfulfilled(vote: Vote, clause: Clause, reading: Reading, votes: readonly Vote[]): boolean {
  if (!votes.includes(vote) || !/^(?:planned|hypothetical|called_for)$/.test(vote.modality)) return false;
  if (happened(clause)) reading.discourse.withdrawn.add(vote);
  return true;
}

/** `did not`, `has not`: what is left out is no plan. */
function happened({ verb }: Clause): boolean {
  return /^(?:do|have)$/.test(verb.lemma) && verb.modal === null && verb.past;
}

/** An auxiliary, or a verb of refusing with its `to`, that nothing follows. */
function isBare(clause: Clause, reading: Reading): boolean {
  const { verb } = clause;
  const { tokens } = reading;
  const turned = tokens[verb.from - 1]?.lower === 'nor';
  if ((!turned && clause.objects.length > 0) || clause.preps.length > 0) return false;
  let end = verb.to;
  const undone = moodOf(clause, reading).polarity === '-';
  if (/^(?:decline|refuse|fail)$/.test(verb.lemma) && tokens[end]?.lower === 'to' && !verb.negated) end += 1;
  // `refrained from doing so`.
  else if (verb.lemma === 'do' && tokens[end]?.lower === 'so' && undone) end += 1;
  else if (!AUXILIARY.test(verb.lemma) || !isNegated(clause, reading) || verb.to - verb.from > 3)
    return false;
  while (/^(?:not|n't|so|either|as well|this year|["”’'])$/.test(tokens[end]?.lower ?? '')) end += 1;
  return turned || /^(?:[,.;!]|and|but|or)$/.test(tokens[end]?.lower ?? '.');
}

/** What the clause before says, else the sentence before. */
function saidBefore(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { verb } = clause;
  // `Panama will not take part, nor will Togo`.
  const also = /^(?:nor|neither)$/.test(reading.tokens[verb.from - 1]?.lower ?? '');
  const says = (vote: Vote) => vote.extractor === 'frames' && (also || vote.polarity === '+');
  const earlier = reading.clauses.filter((other) => other.verb.to <= verb.from && other !== clause);
  for (const before of earlier.toReversed()) {
    const said = votes.filter(
      (vote) => vote.extractor === 'frames' && vote.from >= before.span.from && vote.to <= verb.from + 1,
    );
    if (said.length > 0) return said.filter(says);
  }
  return reading.discourse.said.filter(says);
}

/** `Cameroon did not take part`: in what the sentence before, or this one, says others took part. */
export function notThere(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { verb } = clause;
  const bare = clause.objects.length === 0 && clause.preps.every((prep) => prep.preposition !== 'in');
  const goes =
    ((/^(?:take part|participate|attend|join)$/.test(verb.lemma) && isNegated(clause, reading)) ||
      (/^(?:stay away|opt out|drop out|pull out)$/.test(verb.lemma) && !isNegated(clause, reading))) &&
    bare;
  const among =
    verb.lemma === 'be' &&
    isNegated(clause, reading) &&
    clause.preps.some(
      (prep) =>
        prep.preposition === 'among' &&
        (prep.phrase.pronoun ||
          /^(?:participants|nations|countries|guests|attendees)$/.test(
            reading.tokens[prep.phrase.head]?.lower ?? '',
          )),
    );
  const nobody =
    /^(?:send|dispatch)$/.test(verb.lemma) &&
    clause.objects.length === 1 &&
    clause.preps.length === 0 &&
    /^(?:nobody|none|no one|nothing|noone)$/.test(
      reading.text(clause.objects[0]?.from ?? 0, clause.objects[0]?.to ?? 0).toLowerCase(),
    );
  const refused =
    /^(?:decline|turn down|reject|refuse|spurn)$/.test(verb.lemma) &&
    !isNegated(clause, reading) &&
    !verb.passive &&
    clause.objects.some((phrase) => headLemma(phrase, reading) === 'invitation' && phrase.post.length === 0);
  const people =
    verb.lemma === 'send' &&
    clause.objects.some((phrase) =>
      /^(?:delegation|representative|team|observer|official|delegate|contingent)$/.test(
        headLemma(phrase, reading),
      ),
    );
  const uninvited = verb.passive && /^(?:invite|represent)$/.test(verb.lemma);
  const to = clause.preps.some((prep) => /^(?:to|at|in)$/.test(prep.preposition) && prep.phrase.name);
  const kept = (people || uninvited) && !to && isNegated(clause, reading);
  if (!goes && !refused && !nobody && !kept && !among) return [];
  const event = gathering(clause, reading, votes);
  if (!event) return [];
  const { persons } = actorsOf(clause.subject, reading);
  return doersOf(clause.subject, reading)
    .map((id) => stateOf(id, reading))
    .filter((id) => allowed(reading, id, 'PARTICIPATES_IN', event))
    .map((subject) => ({
      extractor: 'frames',
      rule: `${verb.lemma}: not there`,
      subject,
      type: 'PARTICIPATES_IN',
      object: event,
      ...moodOf(clause, reading),
      polarity: '-' as const,
      from: beginOf(clause),
      to: Math.max(verb.to, ...clause.objects.map((phrase) => phrase.to)),
      speakers: persons,
      act: verb.lemma,
      weight: 0.7,
    }));
}

/** The exercise or meeting spoken of: what others take part in, else the one named last before the clause. */
function gathering(clause: Clause, reading: Reading, votes: readonly Vote[]): string | null {
  const held = votes.findLast(
    (vote) => vote.type === 'HELD_AT' && vote.polarity === '+' && vote.from < clause.verb.from,
  );
  if (held) return held.subject;
  const before = votes.filter((vote) => vote.from < clause.verb.from);
  const others = [...reading.discourse.said, ...before].filter(
    (vote) => vote.type === 'PARTICIPATES_IN' && vote.polarity === '+',
  );
  const named = reading.names.findLast(
    (name) => name.to <= clause.verb.from && /^(?:Exercise|Event)$/.test(name.type),
  );
  const here = others.findLast((vote) => votes.includes(vote));
  if (here) return here.object;
  if (named) return named.entity;
  // Here something else was told, whatever it was.
  const apart = reading.clauses.some(
    (other) =>
      other.ownSubject &&
      other.subject !== clause.subject &&
      other.link !== 'relative' &&
      other.verb.to <= clause.verb.from &&
      !reading.knowledge.lexicon.reports.has(other.verb.lemma),
  );
  const recent = others.at(-1)?.object ?? reading.discourse.gathering;
  if (apart || recent) return apart ? null : recent;
  if (/^(?:take part|participate|join)$/.test(clause.verb.lemma)) return null;
  const main = reading.registry.all().find((draft) => draft.type === 'Event' && draft.title === 'main');
  return main?.id ?? null;
}
