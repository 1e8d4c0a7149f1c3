/**
 * Clauses from chunks: who does what to whom. Between two verb groups stands a row of phrases; its front belongs to the first verb as
 * objects and prepositional phrases, its end to the second as subject and connecting words.
 */
import { dropConjunction, endOf, subjectIn, takeArguments } from './arguments.ts';
import { settleAsides } from './asides.ts';
import { attach } from './attach.ts';
import { type Division, divide, type VerbKnowledge } from './divide.ts';
import { hasBarePhrase } from './finite.ts';
import { openedBy, saidBehind, shareObjects, withoutAsides } from './settle.ts';
import type { Chunk, Clause, Link, Phrase, VerbGroup } from './tree.ts';

/** A subject whose verb has not come yet: what stands between is a relative clause, a participle or an infinitive. */
type Pending = { subject: Phrase[]; link: Link; parent: Clause | null };

type VerbChunk = Extract<Chunk, { kind: 'verb' }>;

/** Clauses of one sentence, in the order of their verbs. `lead` is the clause a bullet list hangs on. */
export function clauses(whole: readonly Chunk[], knowledge: VerbKnowledge, lead: Clause | null): Clause[] {
  const { row, asides } = withoutAsides(settleAsides(whole, knowledge.reports), knowledge);
  const found = clausesOf(row, knowledge, lead);
  const all = [...found, ...asides].sort((a, b) => a.verb.from - b.verb.from);
  for (const clause of all) clause.span = spanOf(clause);
  return all;
}

function clausesOf(row: readonly Chunk[], knowledge: VerbKnowledge, lead: Clause | null): Clause[] {
  const found: Clause[] = [];
  const verbs = row.flatMap((chunk, index) => (chunk.kind === 'verb' ? [{ chunk, index }] : []));
  let before: { chunk: VerbChunk; index: number } | null = null;
  let pending: Pending | null = null;
  for (const current of verbs) {
    const { verb } = current.chunk;
    const region = row.slice(before ? before.index + 1 : 0, current.index);
    const previous = found.at(-1) ?? null;
    const awaited: Division | null =
      pending && meets(pending, region, verb) ? resumed(pending, region) : null;
    const division =
      awaited ??
      divide(region, verb, previous, knowledge, {
        next: row[current.index + 1] ?? null,
        interrupted: isInterrupted(row, current.index),
        only:
          previous === null &&
          !verbs.some((other) => other.index > current.index && isMain(other.chunk.verb)),
      });
    if (previous)
      takeArguments(previous, division.link === 'relative' ? behindStop(division.front) : division.front);
    else if (division.intro) division.front = [];
    const clause = attach(verb, division, found, previous, lead, knowledge);
    if (awaited && pending) clause.parent = pending.parent;
    if (verb.form === 'finite' && division.link !== 'relative' && division.link !== 'reduced') pending = null;
    else pending ??= waiting(region, division, previous);
    found.push(clause);
    before = current;
  }
  const last = found.at(-1);
  if (last && before) takeArguments(last, row.slice(before.index + 1));
  openedBy(found);
  for (const clause of found) saidBehind(clause, knowledge);
  shareObjects(found);
  return found;
}

/** `A takes part with B; C, which …, does not`: what stands behind the semicolon is no argument of the verb before. */
function behindStop(row: readonly Chunk[]): readonly Chunk[] {
  const stop = row.findLastIndex((chunk) => chunk.kind === 'stop' && chunk.word === ';');
  return stop < 0 ? row : row.slice(0, stop);
}

/** `launchers stationed at X took part`: prepositional phrases alone stand between this form and the next finite verb. */
function isInterrupted(row: readonly Chunk[], index: number): boolean {
  if (row[index + 1]?.kind !== 'prep') return false;
  for (let i = index + 1; i < row.length; i += 1) {
    const chunk = row[i];
    if (chunk?.kind === 'verb')
      return (
        chunk.verb.form === 'finite' &&
        (chunk.verb.past ||
          chunk.verb.modal !== null ||
          chunk.verb.passive ||
          chunk.verb.perfect ||
          chunk.verb.lemma === 'be')
      );
    if (chunk?.kind !== 'prep' && chunk?.kind !== 'phrase' && chunk?.kind !== 'adv') return false;
  }
  return false;
}

/** A verb a sentence can have for its own: no infinitive and no form in -ing. */
const isMain = (verb: VerbGroup) => verb.form === 'finite';

/** Whether this verb is the one a pending subject waits for. */
function meets(pending: Pending, region: readonly Chunk[], verb: VerbGroup): boolean {
  if (verb.form !== 'finite' || pending.subject.length === 0) return false;
  const last = region.at(-1);
  if (last?.kind === 'conj' || last?.kind === 'wh' || last?.kind === 'that' || last?.kind === 'sub')
    return false;
  const own = region.some((chunk) => chunk.kind === 'that' || chunk.kind === 'wh' || chunk.kind === 'sub');
  const joined = region.findLastIndex((chunk) => chunk.kind === 'conj');
  const fresh =
    joined >= 0 &&
    region.slice(joined + 1).some((chunk) => chunk.kind === 'phrase') &&
    !region.slice(joined + 1).some((chunk) => chunk.kind === 'comma' || chunk.kind === 'prep');
  return !own && !(fresh && region[joined - 1]?.kind === 'comma');
}

function resumed(pending: Pending, region: readonly Chunk[]): Division {
  return {
    front: dropConjunction(region),
    link: pending.link,
    marker: '',
    subject: pending.subject,
    ownSubject: true,
    conj: false,
  };
}

/** The subject a non-finite or relative clause interrupts: a phrase at the sentence's beginning or after `that`. */
function waiting(region: readonly Chunk[], division: Division, previous: Clause | null): Pending | null {
  const hard = region.findLastIndex(
    (chunk) =>
      chunk !== region.at(-1) &&
      (chunk.kind === 'that' ||
        (chunk.kind === 'wh' && previous !== null) ||
        (previous !== null && chunk.kind === 'stop' && !/[()]/.test(chunk.word))),
  );
  if (previous && hard < 0) return null;
  const boundary = region[hard]?.kind;
  const that = boundary === 'that';
  const rest = region
    .slice(hard + 1)
    .filter((chunk, i, all) => !(i === all.length - 1 && (chunk.kind === 'wh' || chunk.kind === 'that')));
  // `During Exercise X, held in May, the army …`: what a preposition governs is no subject.
  if (rest[0]?.kind === 'prep' && !rest.some((chunk) => chunk.kind === 'comma')) return null;
  if (rest[0]?.kind === 'prep' && !hasBarePhrase(rest)) return null;
  // `An official, speaking on condition of anonymity, said …`.
  if (division.link === 'adjunct' && division.marker === ',' && !previous && rest[0]?.kind !== 'phrase')
    return null;
  const subject = rest.some((chunk) => chunk.kind === 'phrase') ? subjectIn(rest) : [];
  return subject.length > 0
    ? {
        subject,
        link: that ? 'that' : boundary === 'wh' ? 'relative' : 'root',
        parent: hard >= 0 ? previous : null,
      }
    : null;
}

function spanOf(clause: Clause): { from: number; to: number } {
  const ends = [
    clause.verb.to,
    ...clause.objects.map(endOf),
    ...clause.preps.map((prep) => endOf(prep.phrase)),
  ];
  const starts = [
    clause.verb.from,
    ...(clause.ownSubject ? clause.subject.map((phrase) => phrase.from) : []),
  ];
  return { from: Math.min(...starts), to: Math.max(...ends) };
}
