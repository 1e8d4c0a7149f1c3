/** Negations that no clause took up: what stands in their reach is withheld, for a denial must never be told as a fact. */
import type { Reading } from '../reading.ts';
import { isNegated } from './polarity.ts';
import type { Vote } from './vote.ts';

const CUE =
  /^(?:not|n't|never|no|none|neither|nor|nobody|nothing|nowhere|cannot|without|unable|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)|declin(?:es|ed|ing)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|forb(?:ids?|ade|idden)|ban(?:s|ned)?|false|untrue|baseless|unfounded|groundless|fabricated|absence|lack|lacks|lacked)$/;
/** `no later than`, `not only`, `without delay`: no denial of what follows. */
const HARMLESS =
  /^(?:only|just|merely|simply|solely|but|least|until|one|later|fewer|more|less|doubt|sooner|surprisingly|far|delay|incident|hesitation|warning|exception|question|secret|matter|wonder)$/;
const DEEDS =
  /^(?:CONDUCTS|ATTACKS|DEPLOYS|DEPLOYED_TO|OPERATES|PARTICIPATES_IN|COOPERATES_WITH|COOPERATES_ON|CONSULTS_WITH|PROVIDES|PROTECTS|RELOCATED_TO)$/;

/** Votes for deeds that stand in the reach of a negation nobody accounted for. */
export function withheld(votes: readonly Vote[], reading: Reading): Vote[] {
  const undone = new Set(
    votes
      .filter((vote) => vote.polarity === '-' && /^(?:CONDUCTS|OCCURS_IN)$/.test(vote.type))
      .map((vote) => (vote.type === 'CONDUCTS' ? vote.object : vote.subject)),
  );
  const told = new Set(
    votes.filter((vote) => vote.polarity === '+' && vote.type === 'CONDUCTS').map((vote) => vote.object),
  );
  // Where a thing was that did not happen is no fact.
  const scenes = votes.filter(
    (vote) =>
      vote.polarity === '+' &&
      vote.type === 'OCCURS_IN' &&
      undone.has(vote.subject) &&
      !told.has(vote.subject) &&
      votes.some(
        (other) => other.polarity === '-' && other.type === 'OCCURS_IN' && other.subject === vote.subject,
      ),
  );
  return [...scenes, ...unreached(votes, reading)];
}

function unreached(votes: readonly Vote[], reading: Reading): Vote[] {
  const reaches = reading.tokens.flatMap((_, i) => (isLoose(i, reading) ? [reachOf(i, reading)] : []));
  if (reaches.length === 0) return [];
  const within = (vote: Vote, reach: { from: number; to: number }) =>
    vote.to > reach.from && vote.to <= reach.to;
  const open = reaches.filter((reach) => !votes.some((vote) => vote.polarity === '-' && within(vote, reach)));
  return votes.filter(
    (vote) =>
      vote.polarity === '+' &&
      DEEDS.test(vote.type) &&
      vote.extractor !== 'meetings' &&
      open.some((reach) => within(vote, reach)),
  );
}

/** A negating word that belongs to no clause read as denied. */
function isLoose(at: number, reading: Reading): boolean {
  const { tokens, clauses } = reading;
  if (!CUE.test(tokens[at]?.lower ?? '') || HARMLESS.test(tokens[at + 1]?.lower ?? '')) return false;
  return !clauses.some(
    (clause) => clause.verb.from - 3 <= at && at <= clause.verb.to + 2 && isNegated(clause, reading),
  );
}

/** From the word to the end of its clause: a comma, a stop, or a conjunction before a verb. */
function reachOf(at: number, reading: Reading): { from: number; to: number } {
  const { tokens, clauses } = reading;
  const joins = (i: number) =>
    /^(?:and|but|or)$/.test(tokens[i]?.lower ?? '') &&
    clauses.some((clause) => clause.verb.from === i + 1 || (clause.ownSubject && clause.span.from === i + 1));
  let to = at + 1;
  while (to < tokens.length && !/^[,;:—–]$/.test(tokens[to]?.text ?? '') && !joins(to)) to += 1;
  return { from: at, to };
}
