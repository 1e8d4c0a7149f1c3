/**
 * Clauses from chunks: who does what to whom. Between two verb groups stands a row of phrases; its front belongs to the first verb as
 * objects and prepositional phrases, its end to the second as subject and connecting words.
 */
import { dropConjunction, endOf, relativeTo, subjectIn, takeArguments } from './arguments.ts';
import { settleAsides } from './asides.ts';
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

const UNDERTAKINGS =
  /^(?:commitment|plan|decision|intention|determination|effort|pledge|proposal|offer|readiness|willingness|refusal|resolve|bid|attempt|right)$/;

/** `the U.S. commitment to providing …`: who the noun before says will do it. */
function undertaker(region: readonly Chunk[], headOf: (phrase: Phrase) => string): Phrase[] {
  const last = region.findLast((chunk) => chunk.kind === 'phrase');
  if (
    last?.kind !== 'phrase' ||
    last.phrase.name ||
    !UNDERTAKINGS.test(headOf(last.phrase).replace(/s$/, ''))
  )
    return [];
  return last.phrase.possessor ? [last.phrase.possessor] : last.phrase.modifier ? [last.phrase.modifier] : [];
}

/** Verbs whose object did what the gerund behind them says: `accused X of …-ing`. */
const BLAME =
  /^(?:accuse|blame|charge|suspect|thank|congratulate|criticize|criticise|fault|prevent|stop|deter|praise|commend)$/;

function attach(
  verb: VerbGroup,
  division: Division,
  found: readonly Clause[],
  previous: Clause | null,
  lead: Clause | null,
  knowledge: VerbKnowledge,
): Clause {
  const clause: Clause = {
    verb,
    link: division.link,
    parent: previous,
    marker: division.marker,
    subject: division.subject,
    objects: [],
    preps: [],
    span: { from: verb.from, to: verb.to },
    ownSubject: division.ownSubject,
  };
  if (division.relativeObject) clause.objects.push(division.relativeObject);
  if (division.intro) clause.preps.push(...division.intro);
  if (division.link === 'and' && !division.ownSubject) {
    const more = /^(?:let alone|much less|still less)$/.test(division.marker);
    const like = more ? previous : previous ? sister(found, verb) : null;
    if (like) {
      clause.link = like.link === 'root' ? 'and' : like.link;
      clause.parent = like.link === 'root' || like.link === 'and' ? like : like.parent;
      clause.marker = like.marker;
      inherit(clause, like);
      if (!verb.modal && like.verb.modal && !verb.past) verb.modal = like.verb.modal;
      if (like.verb.negated && !verb.modal) verb.negated = verb.negated || false;
    } else if (lead) underLead(clause, lead);
    return clause;
  }
  if (division.link === 'to' && division.conj) {
    const like = found.findLast((other) => other.verb.form === 'infinitive');
    if (like) {
      clause.parent = like.parent;
      clause.link = like.link;
      inherit(clause, like);
      return clause;
    }
  }
  if (division.link === 'gerund' && division.conj) {
    const like =
      found.findLast((other) => other.verb.form === 'gerund') ??
      (previous?.verb.form === 'infinitive' ? found.findLast((other) => other.verb.progressive) : undefined);
    if (like?.verb.progressive) {
      // `is drawing up a plan, to be adopted in May, and preparing an exercise`.
      clause.verb.progressive = true;
      clause.link = like.link === 'root' ? 'and' : like.link;
      clause.parent = like.link === 'root' ? like : like.parent;
      inherit(clause, like);
      return clause;
    }
    if (like) {
      clause.parent = like.parent;
      clause.link = like.link;
      clause.marker = like.marker;
      inherit(clause, like);
      return clause;
    }
  }
  throughPredicate(clause, previous);
  if (division.ownSubject) {
    if (division.marker === 'content') clause.parent = previous;
    else if (division.link === 'that' && previous)
      clause.parent = division.conj ? (sisterThat(found) ?? previous) : previous;
    return clause;
  }
  if (!previous) {
    if (lead) underLead(clause, lead);
    else clause.parent = null;
    // `Spain's refusal to deploy X surprised …`.
    if (!lead && division.link === 'to') clause.subject = undertaker(division.front, knowledge.headOf);
    return clause;
  }
  if (
    division.link === 'to' &&
    knowledge.objectControl.has(previous.verb.lemma) &&
    previous.verb.form !== 'gerund'
  ) {
    clause.subject = previous.verb.passive
      ? previous.subject
      : previous.preps
          .filter((prep) => /^(?:on|upon|for)$/.test(prep.preposition))
          .map((prep) => prep.phrase);
    if (!previous.verb.passive && previous.objects.length > 0) clause.subject = previous.objects;
    if (clause.subject.length > 0) return clause;
  }
  if (
    division.link === 'gerund' &&
    /^(?:of|for|from)$/.test(division.marker) &&
    BLAME.test(previous.verb.lemma)
  ) {
    clause.subject = previous.verb.passive ? previous.subject : previous.objects;
    if (clause.subject.length > 0) return clause;
  }
  // `four aircraft, to be stationed at X`: it is the thing before the comma.
  const last = division.front.at(-1);
  if (division.link === 'to' && verb.passive && last?.kind === 'comma') {
    const thing = relativeTo(division.front.slice(0, -1), 'which', true, verb.lemma);
    if (thing) {
      clause.subject = [thing];
      clause.parent = null;
      return clause;
    }
  }
  const owner = undertaker(division.front, knowledge.headOf);
  if (owner.length > 0 && (division.link === 'to' || division.link === 'gerund')) {
    clause.subject = owner;
    return clause;
  }
  inherit(clause, division.link === 'to' && division.aside ? outOfRelative(previous) : previous);
  if (division.aside) clause.parent = outOfRelative(previous);
  return clause;
}

/** The clause that a relative clause, and what hangs on it, stands in. */
function outOfRelative(clause: Clause): Clause {
  let current = clause;
  for (let depth = 0; depth < 6 && current.parent; depth += 1) {
    const inside = current.link === 'relative' || current.link === 'reduced';
    current = current.parent;
    if (inside) return current;
  }
  return clause;
}

/** `… confirmed that A, and that B`: the second clause hangs where the first does. */
function sisterThat(found: readonly Clause[]): Clause | null {
  return found.findLast((other) => other.link === 'that')?.parent ?? null;
}

function underLead(clause: Clause, lead: Clause): void {
  if (clause.verb.past || lead.verb.lemma === '') {
    clause.link = 'root';
    clause.parent = null;
    clause.subject = lead.subject;
    clause.ownSubject = false;
  } else {
    clause.link = clause.verb.form === 'infinitive' || clause.verb.form === 'finite' ? 'to' : 'gerund';
    clause.parent = lead;
    clause.verb.modal ??= 'to';
    inherit(clause, lead);
  }
}

function inherit(clause: Clause, from: Clause): void {
  clause.subject = from.verb.passive && clause.link !== 'and' ? from.subject : from.subject;
  clause.ownSubject = false;
}

/** The clause a verb after a bare conjunction goes with: same kind of form, nearest first. */
function sister(found: readonly Clause[], verb: VerbGroup): Clause | null {
  const base = !verb.past && !verb.modal && !verb.progressive && !verb.perfect && !verb.passive;
  const like = found.findLast((other) => {
    if (other.link === 'relative' || other.link === 'reduced') return false;
    if (base)
      return (
        other.verb.form === 'infinitive' ||
        (other.verb.modal !== null && other.verb.form === 'finite') ||
        !other.verb.past
      );
    if (verb.past)
      return (
        other.verb.past &&
        other.verb.form === 'finite' &&
        !(verb.passive !== other.verb.passive && other.link === 'that' && false)
      );
    return other.verb.form === 'finite' && !other.verb.past;
  });
  return like ?? found.findLast((other) => other.verb.form === 'finite') ?? null;
}

/** `X is an outrage that undermines Y`: X undermines it. */
function throughPredicate(clause: Clause, previous: Clause | null): void {
  const [first] = clause.subject;
  if (
    clause.link === 'relative' &&
    first &&
    previous &&
    /^(?:be|remain|become)$/.test(previous.verb.lemma) &&
    previous.objects.includes(first) &&
    previous.subject.length > 0 &&
    // `It was the Thai side that violated …`: the side did.
    !previous.subject.some((phrase) => phrase.pronoun)
  )
    clause.subject = previous.subject;
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
