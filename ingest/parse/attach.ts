/** A new clause among those before it: what it hangs on, and whose subject it takes over. */
import { relativeTo } from './arguments.ts';
import type { Division, VerbKnowledge } from './divide.ts';
import type { Chunk, Clause, Phrase, VerbGroup } from './tree.ts';

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

export function attach(
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
