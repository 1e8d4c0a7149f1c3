/** Of whom the relation of a frame is: its subject, who acts with it, who reports it, or what the clause tells of. */

import { headLemma } from '../concepts.ts';
import type { Emission, VerbFrame } from '../knowledge/lexicon.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { type Actors, actorsOf, stateOf } from './actors.ts';
import { type From, MEETING } from './frame-votes.ts';
import { doersOf } from './happenings.ts';
import { logicalSubject, slot } from './slots.ts';
import { targetsOf } from './targets.ts';

/** `spoke with Y to discuss Z`, `discussed Z with Y`: both discuss it. */
export function withCounterparts(
  actors: Actors,
  emission: Emission,
  clause: Clause,
  reading: Reading,
): Actors {
  if (emission.type === 'PARTICIPATES_IN') return withCompanions(actors, clause, reading);
  // `has cooperated with Y on Z`: both cooperate on it.
  const shared =
    emission.type === 'COOPERATES_ON' &&
    /^(?:cooperate|collaborate|work|partner|coordinate)$/.test(clause.verb.lemma);
  if (emission.type !== 'DISCUSSES' && !(shared && actors.actors.length > 0)) return actors;
  // `briefed her colleague on the border with Azerbaijan`.
  if (/^(?:brief|inform|update|apprise)$/.test(clause.verb.lemma)) return actors;
  const spoken =
    clause.parent &&
    (clause.link === 'to' || clause.link === 'purpose' || clause.link === 'adjunct' || clause.link === 'and')
      ? [clause, clause.parent]
      : [clause];
  const others = actorsOf(
    spoken.flatMap((item) => [
      ...item.preps.filter((prep) => prep.preposition === 'with').map((prep) => prep.phrase),
      ...(/^(?:meet|host|receive)$/.test(item.verb.lemma) ? item.objects : []),
      // `In a call with Y, X discussed Z`.
      ...item.preps
        .filter(
          (prep) =>
            /^(?:in|during|at)$/.test(prep.preposition) && MEETING.test(headLemma(prep.phrase, reading)),
        )
        .flatMap((prep) =>
          prep.phrase.post.filter((post) => post.preposition === 'with').map((post) => post.phrase),
        ),
    ]),
    reading,
  );
  return { ...actors, actors: [...new Set([...actors.actors, ...others.actors])] };
}

/** `took part with France and Togo`, `together with the Kenyan Navy`: they take part too. */
function withCompanions(actors: Actors, clause: Clause, reading: Reading): Actors {
  const beside = [
    ...clause.preps
      .filter((prep) => /^(?:with|together with|along with|alongside)$/.test(prep.preposition))
      .map((prep) => prep.phrase),
    ...clause.subject.flatMap((phrase) =>
      phrase.post
        .filter((item) => /^(?:with|together with|along with|alongside)$/.test(item.preposition))
        .flatMap((item) => [item.phrase, ...item.phrase.conjuncts]),
    ),
  ];
  const others = actorsOf(beside, reading).actors.map((id) => stateOf(id, reading));
  const own = actors.actors.map((id) => stateOf(id, reading));
  return others.length > 0 && own.length > 0
    ? { ...actors, actors: [...new Set([...own, ...others])] }
    : actors;
}

/** `agreed that threats must be met`, `warned that X would not be tolerated`: who says it, where nobody else is named. */
export function reporterOf(clause: Clause, emission: Emission, reading: Reading): Actors | null {
  const parent = clause.parent;
  if (!clause.verb.passive || clause.link === 'reduced' || clause.link === 'relative') return null;
  if (clause.link !== 'that' || clause.marker === 'content' || !parent)
    return /^(?:DISCUSSES|COOPERATES_ON)$/.test(emission.type) || emission.denied ? partiesAs(reading) : null;
  if (emission.type === 'DISCUSSES') return partiesAs(reading);
  if (!/^(?:OPPOSES|CALLS_FOR|RESPONDS_TO|STRENGTHENS|AFFIRMS)$/.test(emission.type) && !emission.denied)
    return null;
  if (emission.type !== 'OPPOSES' && !emission.denied && !/^(?:must|should)$/.test(clause.verb.modal ?? ''))
    return null;
  return reading.knowledge.lexicon.reports.has(parent.verb.lemma) ? actorsOf(parent.subject, reading) : null;
}

/** Where nobody is named, what a readout says was discussed was discussed by its parties. */
export function partiesAs(reading: Reading): Actors | null {
  const { parties, principals } = reading.discourse;
  if (parties.length < 2) return null;
  return { actors: [...parties], persons: [...principals], from: Number.MAX_SAFE_INTEGER, to: 0, role: true };
}

/** Who or what the relation is of. */
export function fromSide(
  emission: Emission,
  clause: Clause,
  actors: Actors,
  reading: Reading,
  frame: VerbFrame | null,
  noun: Phrase | null,
): From[] {
  const relation = reading.knowledge.ontology.relationTypes.get(emission.type);
  if (emission.from !== 'subject') {
    const phrases = slot(clause, emission.from, reading, noun);
    return targetsOf(phrases, reading, relation?.from ?? null)
      .filter((item) => relation?.from.includes(item.draft.type))
      .map((located) => ({ id: located.draft.id, located }));
  }
  // A person attends, represents and is appointed; a country only where nobody is named.
  // Of a delegation only the parts before `and Y by …` are read right.
  if (emission.type === 'REPRESENTS' && clause.verb.passive) return [];
  if (relation?.from.includes('Person') && actors.persons.length > 0 && !actors.role)
    return actors.persons.map((id) => ({ id, located: null }));
  if (actors.actors.length > 0 && !frame?.inanimate) {
    // A navy takes part for its country where the relation is one of states.
    const owners = actors.actors.map((id) => {
      const draft = reading.registry.get(id);
      return draft?.type === 'Organization' && draft.country && !relation?.from.includes('Organization')
        ? draft.country
        : id;
    });
    return [...new Set(owners)].map((id) => ({ id, located: null }));
  }
  // `carried out by a Malian drone`, `Japanese and Palauan personnel took part`: whose they are does it.
  const drilled =
    emission.type === 'PARTICIPATES_IN' &&
    [...clause.objects, ...clause.preps.map((prep) => prep.phrase)].some(
      (phrase) => phrase.name?.type === 'Exercise' || headLemma(phrase, reading) === 'exercise',
    );
  if ((drilled || /^(?:CONDUCTS|ATTACKS)$/.test(emission.type)) && actors.actors.length === 0) {
    const owners = doersOf(logicalSubject(clause), reading).map((id) =>
      relation?.from.includes('Organization') ? id : stateOf(id, reading),
    );
    if (owners.length > 0) return [...new Set(owners)].map((id) => ({ id, located: null }));
  }
  const structural = relation && !relation.from.includes('Country');
  const held = frame?.passive === 'any' && !clause.verb.passive && clause.objects.length > 0;
  // `Suriname has offered to host the next round`: it is the round that is held there.
  const [host] = clause.subject;
  const hosted =
    held &&
    emission.type === 'HELD_AT' &&
    clause.verb.lemma === 'host' &&
    clause.link !== 'gerund' &&
    host?.name?.type === 'Country' &&
    // A capital that hosts is itself the place.
    reading.text(host.name.from, host.name.to) === reading.registry.get(host.name.entity)?.name;
  if (!structural || (actors.actors.length > 0 && !hosted)) return [];
  const phrases = held
    ? clause.objects
    : frame?.passive === 'any' && clause.verb.passive
      ? clause.subject
      : logicalSubject(clause);
  const located = targetsOf(
    phrases.map((phrase) => throughAct(phrase, reading)),
    reading,
    relation.from,
  ).filter((item) => relation.from.includes(item.draft.type));
  return located.map((item) => ({ id: item.draft.id, located: item }));
}

/** `appreciation for the transfer, which contributes to …`: what contributes is not the thanks. */
function throughAct(phrase: Phrase, reading: Reading): Phrase {
  const inner = phrase.post.find((item) => /^(?:for|of|over|about|at|to)$/.test(item.preposition))?.phrase;
  const act = phrase.name === null && reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading));
  return act && inner ? inner : phrase;
}
