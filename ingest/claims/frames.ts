/** Verb and noun frames over clauses: the extractor that knows who does what to whom. */
import type { Modality } from '../../graph/model.ts';
import { contentStart, headType, type Located } from '../concepts.ts';
import type { Emission, VerbFrame } from '../knowledge/lexicon.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';
import { type Actors, actorsOf } from './actors.ts';
import { doersOf } from './happenings.ts';
import { moodOf } from './mood.ts';
import { isContrasted } from './polarity.ts';
import { deedOf, headLemma, logicalSubject, slot, targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, type Touched, type Vote } from './vote.ts';

/** To reject these is to deny what they say. */
const CHARGE = /^(?:accusation|allegation|claim|charge|report|assertion|suggestion|rumour|rumor)$/;
const STANDS_BY = /^(?:support|back|endorse|champion|defend)$/;
const MEETING = /^(?:call|meeting|talk|visit|conversation|consultation|dialogue|summit)$/;
const FRAMEWORK =
  /^(?:roadmap|framework|plan|programme|program|mechanism|basis|agreement|memorandum|protocol|arrangement|declaration|statement)$/;
const SPEECH = new Set(['CONDEMNS', 'WELCOMES', 'AFFIRMS', 'DISCUSSES']);

export const frames: ClaimExtractor = (reading, touched) => {
  const votes: Vote[] = [];
  for (const clause of reading.clauses) {
    for (const frame of reading.knowledge.lexicon.verbFrames.get(clause.verb.lemma) ?? []) {
      if (!applies(frame, clause, reading)) continue;
      for (const emission of frame.emit) votes.push(...emit(emission, clause, null, reading, touched, frame));
    }
    if (!reading.knowledge.lexicon.carriers.has(clause.verb.lemma)) continue;
    for (const phrase of carried(clause, reading)) {
      for (const frame of reading.knowledge.lexicon.nounFrames.get(headLemma(phrase, reading)) ?? []) {
        for (const emission of frame.emit)
          votes.push(...emit(emission, clause, phrase, reading, touched, null));
      }
    }
  }
  return votes;
};

/** Phrases a carrier verb carries: its objects, and what stands behind `agree on`. */
function carried(clause: Clause, reading: Reading): Phrase[] {
  const objects = clause.verb.passive ? clause.subject : clause.objects;
  const upon = clause.preps
    .filter(
      (prep) =>
        /^(?:on|upon|in)$/.test(prep.preposition) && /^(?:agree|concur|engage)$/.test(clause.verb.lemma),
    )
    .map((prep) => prep.phrase);
  const through = objects.flatMap((phrase) =>
    phrase.name === null && !reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading))
      ? phrase.post.filter((item) => item.preposition === 'of').map((item) => item.phrase)
      : [],
  );
  // `adopted a roadmap for cooperation in X`.
  const framed = objects.flatMap((phrase) =>
    FRAMEWORK.test(headLemma(phrase, reading))
      ? phrase.post.filter((item) => /^(?:for|on)$/.test(item.preposition)).map((item) => item.phrase)
      : [],
  );
  const by = clause.preps
    .filter((prep) => /^(?:through|by|via)$/.test(prep.preposition))
    .map((prep) => prep.phrase);
  return [...objects, ...upon, ...through, ...framed, ...by].filter((phrase) => phrase.name === null);
}

function applies(frame: VerbFrame, clause: Clause, reading: Reading): boolean {
  if (frame.negated && moodOf(clause, reading).polarity !== '-') return false;
  if (frame.needs) {
    const words = new Set([
      ...clause.preps.map((prep) => prep.preposition),
      reading.tokens[clause.verb.from - 1]?.lower ?? '',
      ...reading.tokens
        .slice(clause.span.from, Math.min(reading.tokens.length, clause.span.to + 3))
        .map((token) => token.lower),
    ]);
    if (!frame.needs.some((word) => words.has(word))) return false;
  }
  return true;
}

function emit(
  emission: Emission,
  clause: Clause,
  noun: Phrase | null,
  reading: Reading,
  touched: Touched,
  frame: VerbFrame | null,
): Vote[] {
  const relation = reading.knowledge.ontology.relationTypes.get(emission.type);
  if (!relation || isWayTo(clause, reading)) return [];
  const subjectPhrases = logicalSubject(clause);
  const said = subjectPhrases.length === 0 ? reporterOf(clause, emission, reading) : null;
  const actors = withCounterparts(said ?? actorsOf(subjectPhrases, reading), emission, clause, reading);
  const negatedFrame = frame?.negated ?? false;
  if (emission.denied && !(noun && negatives(noun, reading)) && moodOf(clause, reading).polarity !== '-')
    return [];
  if (emission.positive && moodOf(clause, reading).polarity === '-') return [];
  if (emission.manner && !inManner(emission.manner, clause, reading)) return [];
  if (emission.mutual) {
    const heads = slot(clause, 'object', reading, null).map((phrase) => headLemma(phrase, reading));
    return !emission.head || heads.some((head) => emission.head?.includes(head))
      ? mutual(actors, clause, reading, emission)
      : [];
  }
  const wanted = emission.only ? relation.to.filter((type) => emission.only?.includes(type)) : relation.to;
  const froms = fromSide(emission, clause, actors, reading, frame, noun);
  if (froms.length === 0 || (emission.type === 'INCLUDES' && aboutMeeting(clause, reading))) return [];
  for (const name of emission.to) {
    if (name === 'deed') {
      const deed = deedOf(clause, reading, noun);
      if (deed)
        return froms.flatMap((from) =>
          vote(from, emission, deed, clause, noun, actors, reading, touched, negatedFrame),
        );
      continue;
    }
    const phrases = slot(clause, name, reading, noun).filter(
      (phrase) =>
        !(emission.happened && isTopic(phrase, reading)) &&
        (name === 'subject' ||
          !subjectPhrases.includes(phrase) ||
          clause.verb.passive ||
          clause.link === 'reduced'),
    );
    if (phrases.length === 0) continue;
    if (
      emission.head &&
      !slot(clause, 'object', reading, null).some((phrase) =>
        emission.head?.includes(headLemma(phrase, reading)),
      )
    )
      continue;
    if (emission.type === 'OPPOSES' && phrases.every((phrase) => CHARGE.test(headLemma(phrase, reading))))
      continue;
    const bare = phrases.filter(
      (phrase) =>
        noun !== null ||
        !(
          (emission.type === 'STRENGTHENS' && onlyCarried(phrase, reading)) ||
          (emission.type === 'AFFIRMS' && saysOtherwise(phrase, reading)) ||
          (emission.type === 'CONDEMNS' && emission.to.includes('object') && isGeneric(phrase, reading)) ||
          (emission.generic && !isGeneric(phrase, reading))
        ),
    );
    // A topic is no event because the relation would like one.
    const exact =
      (emission.only?.length === 1 && /^(?:Topic|Event)$/.test(emission.only[0] ?? '')) ||
      (emission.type === 'CONDEMNS' && emission.only !== undefined);
    const targets = targetsOf(bare, reading, exact ? null : wanted)
      .map((target) => ofState(target, emission, noun, reading))
      .filter((target) => wanted.includes(target.draft.type));
    const wish = name === 'inner' && noun !== null && emission.type === 'AFFIRMS';
    const votes = targets.flatMap((target) =>
      froms.flatMap((from) =>
        vote(from, emission, target, clause, noun, actors, reading, touched, negatedFrame),
      ),
    );
    // The importance of doing something is a call to do it.
    if (votes.length > 0 && wish) return votes.map((item) => ({ ...item, modality: 'called_for' as const }));
    if (votes.length > 0) return votes;
    if (targets.length > 0) continue;
    // `concern about air strikes on villages`: what the noun is about is told, whatever its type.
    if (noun !== null && targetsOf(bare, reading, null).length > 0) return [];
  }
  return [];
}

/** `assistance to the Lebanese Armed Forces` is given to Lebanon. */
function ofState(target: Located, emission: Emission, noun: Phrase | null, reading: Reading): Located {
  const { draft } = target;
  const { registry, knowledge } = reading;
  const listed = draft.country !== null && knowledge.entries.has(draft.country);
  const state = draft.country && listed ? registry.known(draft.country, null) : undefined;
  const aided = emission.type === 'SUPPORTS' && noun !== null && draft.type === 'Organization';
  return aided && state ? { ...target, draft: state } : target;
}

/** `discussed ways to strengthen X`: what there are ways to do is neither done nor planned. */
function isWayTo(clause: Clause, reading: Reading): boolean {
  if (clause.link !== 'to') return false;
  const before = reading.tokens[clause.verb.from - 1];
  return (
    before?.tag === 'NOUN' &&
    /^(?:ways?|means|options?|possibilit(?:y|ies)|opportunit(?:y|ies)|avenues?|methods?)$/.test(before.lower)
  );
}

/** `noted with grave concern`. */
function inManner(manner: readonly string[], clause: Clause, reading: Reading): boolean {
  return clause.preps.some(
    (prep) => prep.preposition === 'with' && manner.includes(headLemma(prep.phrase, reading)),
  );
}

/** `spoke with Y to discuss Z`, `discussed Z with Y`: both discuss it. */
function withCounterparts(actors: Actors, emission: Emission, clause: Clause, reading: Reading): Actors {
  if (emission.type === 'PARTICIPATES_IN') return withCompanions(actors, clause, reading);
  // `has cooperated with Y on Z`: both cooperate on it.
  const shared =
    emission.type === 'COOPERATES_ON' &&
    /^(?:cooperate|collaborate|work|partner|coordinate)$/.test(clause.verb.lemma);
  if (emission.type !== 'DISCUSSES' && !(shared && actors.actors.length > 0)) return actors;
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
  const others = actorsOf(beside, reading).actors.map((id) => reading.registry.get(id)?.country ?? id);
  const own = actors.actors.map((id) => reading.registry.get(id)?.country ?? id);
  return others.length > 0 && own.length > 0
    ? { ...actors, actors: [...new Set([...own, ...others])] }
    : actors;
}

/** `agreed that threats must be met`, `warned that X would not be tolerated`: who says it, where nobody else is named. */
function reporterOf(clause: Clause, emission: Emission, reading: Reading): Actors | null {
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

/** `condemned violence against civilians`: no event, but something that goes on. */
function isGeneric(phrase: Phrase, reading: Reading): boolean {
  return (
    phrase.name === null &&
    !phrase.pronoun &&
    phrase.possessor === null &&
    headType(phrase, reading, reading.knowledge.lexicon) === 'Topic' &&
    !/^(?:the|this|that|these|those|such|a|an|its|their|his|her)$/.test(
      reading.tokens[phrase.from]?.lower ?? '',
    )
  );
}

function isTopic(phrase: Phrase, reading: Reading): boolean {
  const { lexicon } = reading.knowledge;
  return phrase.name === null && headType(phrase, reading, lexicon) === 'Topic';
}

/** `The talks covered X`: said of a meeting, it is what was discussed. */
function aboutMeeting(clause: Clause, reading: Reading): boolean {
  return clause.subject.some((phrase) =>
    /^(?:talk|discussion|meeting|call|conversation|consultation|summit|dialogue|agenda)$/.test(
      headLemma(phrase, reading),
    ),
  );
}

/** `reiterated its call for X`: the noun says what X is to them, and has its own frame. */
function saysOtherwise(phrase: Phrase, reading: Reading): boolean {
  const frames = reading.knowledge.lexicon.nounFrames.get(headLemma(phrase, reading)) ?? [];
  return (
    phrase.name === null &&
    /^(?:call|concern|opposition|objection|condemnation|appreciation|gratitude|decision|participation|demand|support|solidarity)$/.test(
      headLemma(phrase, reading),
    ) &&
    frames.some((frame) => frame.emit.some((emission) => emission.type !== 'AFFIRMS'))
  );
}

/** Where nobody is named, what a readout says was discussed was discussed by its parties. */
export function partiesAs(reading: Reading): Actors | null {
  const { parties, principals } = reading.discourse;
  if (parties.length < 2) return null;
  return { actors: [...parties], persons: [...principals], from: Number.MAX_SAFE_INTEGER, to: 0, role: true };
}

/** `strengthen cooperation with X`: what is strengthened is the relation to X, said by the noun's own frame. */
function onlyCarried(phrase: Phrase, reading: Reading): boolean {
  if (phrase.name !== null || !reading.knowledge.lexicon.nounFrames.has(headLemma(phrase, reading)))
    return false;
  return (
    contentStart(phrase, reading) === phrase.head ||
    (phrase.post.some((item) =>
      /^(?:with|on|in|for|between|to|among|in the area of|in the field of)$/.test(item.preposition),
    ) &&
      phrase.head - contentStart(phrase, reading) <= 1 &&
      phrase.modifier === null)
  );
}

type From = { id: string; located: Located | null };

/** Who or what the relation is of. */
function fromSide(
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
      relation?.from.includes('Organization') ? id : (reading.registry.get(id)?.country ?? id),
    );
    if (owners.length > 0) return [...new Set(owners)].map((id) => ({ id, located: null }));
  }
  const structural = relation && !relation.from.includes('Country');
  if (!structural || actors.actors.length > 0) return [];
  const held = frame?.passive === 'any' && !clause.verb.passive && clause.objects.length > 0;
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

function mutual(actors: Actors, clause: Clause, reading: Reading, emission: Emission): Vote[] {
  if (
    actors.actors.length < 2 ||
    clause.preps.some((prep) => /^(?:with|between|among)$/.test(prep.preposition))
  )
    return [];
  const mood = moodOf(clause, reading);
  const votes: Vote[] = [];
  actors.actors.forEach((a, i) => {
    for (const b of actors.actors.slice(i + 1)) {
      if (allowed(reading, a, emission.type, b)) {
        votes.push({
          extractor: 'frames',
          rule: `${clause.verb.lemma}: mutual`,
          subject: a,
          type: emission.type,
          object: b,
          ...mood,
          from: quoteStart(clause, actors),
          to: clause.verb.to,
          speakers: speakersOf(clause, reading),
          act: actOf(clause),
          weight: 0.8,
        });
      }
    }
  });
  return votes;
}

function vote(
  from: From,
  emission: Emission,
  target: Located,
  clause: Clause,
  noun: Phrase | null,
  actors: Actors,
  reading: Reading,
  touched: Touched,
  negatedFrame: boolean,
): Vote[] {
  if (!allowed(reading, from.id, emission.type, target.draft.id)) return [];
  // `with the United States and other partners`: nobody in particular.
  if (
    emission.type === 'COOPERATES_WITH' &&
    target.draft.type === 'Group' &&
    /^(?:partner|ally|country|party|nation|state|neighbour|neighbor)s?$/i.test(target.draft.name)
  )
    return [];
  const mood = moodOf(clause, reading);
  // Not to affirm is no denial of anything; never to rule out is no plan.
  if (mood.polarity === '-' && (emission.type === 'AFFIRMS' || emission.polarity)) return [];
  // Who would buy a thing has none.
  if (
    emission.type === 'OPERATES' &&
    /^(?:buy|purchase)$/.test(clause.verb.lemma) &&
    mood.modality === 'hypothetical'
  )
    return [];
  // Support for what is to be done is a promise, not a stance.
  if (
    emission.type === 'AFFIRMS' &&
    STANDS_BY.test(clause.verb.lemma) &&
    !/^(?:done|asserted)$/.test(mood.modality)
  )
    return [];
  // A state is condemned for something; without it the text condemns what the state did.
  const reason =
    clause.preps.some((prep) => /^(?:for|over|about)$/.test(prep.preposition)) ||
    reading.clauses.some((other) => other.parent === clause && other.marker === 'for');
  if (
    emission.type === 'CONDEMNS' &&
    target.draft.type === 'Country' &&
    noun === null &&
    !reason &&
    mood.polarity === '+'
  )
    return [];
  // A call is no deed.
  if (emission.type === 'CONDUCTS' && MEETING.test(singular(reading.tokens[target.to - 1]?.lower ?? '')))
    return [];
  // `has no intention of deploying X`: what one has is the intention.
  const [had] = clause.objects;
  if (
    noun === null &&
    /^(?:have|retain)$/.test(clause.verb.lemma) &&
    had &&
    target.from >= had.to &&
    emission.from === 'subject'
  )
    return [];
  // Not to attribute a deed is not to deny it.
  if (mood.polarity === '-' && emission.type === 'CONDUCTS' && emission.from === 'to') return [];
  const contrast =
    isContrasted(target.from, reading) || (from.located && isContrasted(from.located.from, reading));
  const denied = contrast ? '-' : mood.polarity;
  // `suspended its participation in X`: the carrier undoes what the noun says.
  const undone = noun !== null && reading.knowledge.lexicon.moods.get(clause.verb.lemma) === 'negated';
  const flipped = denied === '+' ? ('-' as const) : ('+' as const);
  const polarity = emission.polarity ?? (negatedFrame ? '+' : undone ? flipped : denied);
  touched.push(target);
  if (from.located) touched.push(from.located);
  const start = from.located ? Math.min(from.located.from, clause.verb.from) : quoteStart(clause, actors);
  const begin = Math.min(start, target.from);
  return [
    {
      extractor: 'frames',
      rule: `${clause.verb.lemma}${noun ? ` ${headLemma(noun, reading)}` : ''} → ${emission.type}`,
      subject: from.id,
      type: emission.type,
      object: target.draft.id,
      polarity,
      modality: isFramed(noun, clause, reading)
        ? 'planned'
        : modalityFor(emission, mood.modality, clause, negatedFrame),
      from: target.to <= clause.verb.from ? Math.min(begin, clause.verb.from) : begin,
      to: Math.max(target.to, clause.verb.to, from.located?.to ?? 0),
      speakers: speakersOf(clause, reading),
      act: actOf(clause),
      weight: 0.75,
    },
  ];
}

/** `signed a plan for cooperation in X`: what a paper is for is yet to come. */
function isFramed(noun: Phrase | null, clause: Clause, reading: Reading): boolean {
  return (
    noun !== null &&
    clause.verb.past &&
    FRAMEWORK.test(headLemma(clause.objects[0] ?? noun, reading)) &&
    !clause.objects.includes(noun)
  );
}

function negatives(noun: Phrase, reading: Reading): boolean {
  return reading.tokens[noun.from]?.lower === 'no';
}

/** Acts of speech are done when said; attitudes stand; considering is open unless it goes on. */
function modalityFor(
  emission: Emission,
  modality: Modality,
  clause: Clause,
  negatedFrame: boolean,
): Modality {
  const { type } = emission;
  if (emission.modality === 'planned')
    return modality === 'done' || modality === 'hypothetical' ? modality : 'planned';
  if (emission.modality === 'considering')
    return clause.link === 'adjunct'
      ? 'in_progress'
      : clause.verb.progressive || modality === 'planned'
        ? 'hypothetical'
        : modality;
  // What a commitment binds to is standing, not planned.
  if ((type === 'PROVIDES' || type === 'PROTECTS') && modality === 'planned' && clause.verb.form !== 'finite')
    return 'asserted';
  if (negatedFrame || type === 'OPPOSES') return modality === 'hypothetical' ? modality : 'asserted';
  if (type === 'CALLS_FOR')
    return modality === 'planned' || modality === 'hypothetical' ? modality : 'called_for';
  if ((SPEECH.has(type) || type === 'SUPPORTS') && modality === 'asserted') return 'done';
  if (
    type === 'OPERATES' ||
    type === 'THREATENS' ||
    type === 'CONTRIBUTES_TO' ||
    type === 'AFFECTS' ||
    type === 'INCLUDES'
  )
    return modality === 'done' || modality === 'in_progress' ? 'asserted' : modality;
  return modality;
}

/** The quote begins with the subject where it is this clause's own and short, else with the verb. */
function quoteStart(clause: Clause, actors: Actors): number {
  if (!clause.ownSubject || clause.verb.passive || actors.from > clause.verb.from) return clause.verb.from;
  return clause.verb.from - actors.to <= 4 ? actors.from : clause.verb.from;
}

/** Persons who say it: subject of the clause, or of the clause that reports it. */
export function speakersOf(clause: Clause, reading: Reading): string[] {
  let current: Clause | null = clause;
  let speakers: string[] = [];
  for (let depth = 0; current && depth < 8; depth += 1) {
    const { persons } = actorsOf(current.subject, reading);
    if (persons.length > 0) speakers = persons;
    current = current.parent;
  }
  return speakers;
}

/** The verb of the speech act: of the outermost clause. */
export function actOf(clause: Clause): string | null {
  let current = clause;
  for (let depth = 0; current.parent && depth < 8; depth += 1) current = current.parent;
  return current.verb.lemma || null;
}
