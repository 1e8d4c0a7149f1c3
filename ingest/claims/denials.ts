/** Denials of what was said before: `an allegation Ankara flatly denied`, `called the report baseless`, `no such strike took place`. */
import { headLemma } from '../concepts.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { type Answer, type Charge, kindOf, poolBefore, suchOf, takenBack } from './charges.ts';
import { CHARGES, REFUTE, UNTRUE } from './denial-words.ts';
import { elliptic, notThere } from './ellipsis.ts';
import { moodOf } from './mood.ts';
import { isNegated } from './polarity.ts';
import { deedSpokenOf, deniedEvent, noPart, noShare, notDone, SHARES } from './shares.ts';
import { logicalSubject, objectsOf } from './slots.ts';
import { allowed, type Vote } from './vote.ts';

const ANY = /./;

/** Votes that deny what this sentence or the ones before say, report or ask. */
export function denials(reading: Reading, votes: readonly Vote[]): Vote[] {
  return reading.clauses.flatMap((clause) => {
    for (const read of [elliptic, notThere]) {
      const found = read(clause, reading, votes);
      if (found.length > 0) return found;
    }
    const elsewhere = suchMove(clause, reading);
    if (elsewhere.length > 0) return elsewhere;
    const apart = noPart(clause, reading);
    if (apart.length > 0) return apart;
    if (refutes(clause, reading)) {
      const shares = noShare(clause, reading);
      if (shares.length > 0) return shares;
      const told = clause.verb.lemma === 'deny' ? deniedEvent(clause, reading) : [];
      const { actors, persons } = actorsOf(logicalSubject(clause), reading);
      if (told.length > 0)
        return actors.flatMap((actor) =>
          told.flatMap((item) => notDone(actor, item, persons, clause, reading)),
        );
    }
    const answer = answerIn(clause, reading);
    if (!answer) return [];
    const taken = answerWith(answer, clause, reading, votes);
    if (taken.length > 0 || answer.types !== ANY) return taken;
    return refutes(clause, reading) || JUDGES.test(clause.verb.lemma)
      ? deniedDeed(clause, reading, votes)
      : [];
  });
}

function answerWith(answer: Answer, clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { discourse } = reading;
  const { actors, persons } = answeredBy(clause, reading);
  const pool = poolBefore(clause.verb.from, votes, reading);
  const charges = takenBack(pool, answer, actors, reading);
  for (const { vote, asked, nameless } of charges) {
    if (asked || (answer.planned && votes.includes(vote))) discourse.withdrawn.add(vote);
    else if (nameless) discourse.doubted.add(vote);
  }
  return charges.map((charge) => ({
    ...charge.vote,
    extractor: 'happenings',
    rule: `denied: ${clause.verb.lemma}`,
    polarity: '-' as const,
    modality: settled(charge),
    from: Math.min(
      clause.verb.from,
      ...clause.subject.filter((phrase) => phrase.from < clause.verb.from).map((phrase) => phrase.from),
    ),
    to: Math.max(clause.verb.to, ...clause.objects.map((phrase) => phrase.to)),
    speakers: persons,
    act: clause.verb.lemma,
    weight: 0.75,
  }));
}

/** `Greece protested over an overflight, an allegation Ankara denied`: the deed spoken of is what is denied. */
function deniedDeed(clause: Clause, reading: Reading, votes: readonly Vote[]): Vote[] {
  const { actors, persons } = answeredBy(clause, reading);
  const before = votes.filter((vote) => vote.from < clause.verb.from);
  const resented = (list: readonly Vote[]) =>
    list.filter(
      (vote) => vote.type === 'CONDEMNS' && vote.polarity === '+' && !actors.includes(vote.subject),
    );
  const here = resented(before);
  const grievances = here.length > 0 ? here : resented(reading.discourse.said);
  const events = [...new Set(grievances.map((vote) => vote.object))].flatMap((id) => {
    const draft = reading.registry.get(id);
    return draft?.type === 'Event'
      ? [{ draft, from: clause.verb.from, to: clause.verb.to, kind: 'anaphor' as const }]
      : [];
  });
  const about = events.length > 0 ? events : deedSpokenOf(clause, reading);
  return about.flatMap((item) => actors.flatMap((actor) => notDone(actor, item, persons, clause, reading)));
}

/** What was only asked, denied: it was not done, or will not be. */
function settled({ vote, asked }: Charge): Vote['modality'] {
  return asked && vote.modality === 'hypothetical' ? 'done' : vote.modality;
}

/** Who answers: the subject, else who says it. */
function answeredBy(clause: Clause, reading: Reading): { actors: string[]; persons: string[] } {
  const own = /^(?:be|exist)$/.test(clause.verb.lemma) ? false : !suchSubject(clause, reading);
  const { actors, persons } = actorsOf(own ? logicalSubject(clause) : [], reading);
  if (actors.length > 0) return { actors, persons };
  for (let above = clause.parent; above; above = above.parent) {
    const found = actorsOf(above.subject, reading);
    if (reading.knowledge.lexicon.reports.has(above.verb.lemma) && found.actors.length > 0) return found;
  }
  const said = reading.clauses.findLast(
    (other) => other !== clause && reading.knowledge.lexicon.reports.has(other.verb.lemma),
  );
  return said ? actorsOf(said.subject, reading) : { actors: [], persons: [] };
}

function suchSubject(clause: Clause, reading: Reading): boolean {
  return logicalSubject(clause).some((phrase) => suchOf(phrase, reading) !== null);
}

/** `brushed the report aside as invention`: verbs that say what a report is worth. */
const JUDGES =
  /^(?:call|describe|brand|label|term|dub|dismiss|denounce|slam|characteri[sz]e|wave|brush|shrug|write|ridicule|mock|deride|consider|deem|declare)$/;
/** Verbs by which something is there or happens. */
const HAPPENS =
  /^(?:be|exist|take place|occur|happen|make|plan|place|consider|weigh|discuss|study|take|have|carry out|hold|conduct|know|reach|launch|send|deploy|occur|ensue|remain|find|see|contemplate|envisage|foresee)$/;

/** Whether a clause answers no to something said before, and to what. */
function answerIn(clause: Clause, reading: Reading): Answer | null {
  return (
    refusal(clause, reading) ??
    verdict(clause, reading) ??
    nothingSuch(clause, reading) ??
    noTruth(clause, reading) ??
    plainNo(clause, reading) ??
    calledOff(clause, reading) ??
    undecidedYet(clause, reading) ??
    notDoneSo(clause, reading)
  );
}

function refutes(clause: Clause, reading: Reading): boolean {
  return REFUTE.test(clause.verb.lemma) && !isNegated(clause, reading);
}

/** `denied it`, `rejected the accusation`, `a charge Cairo refuted`, `denies any such flight`. */
function refusal(clause: Clause, reading: Reading): Answer | null {
  const off = /^(?:rule out|exclude|refuse|decline)$/.test(clause.verb.lemma) && !isNegated(clause, reading);
  if (!(refutes(clause, reading) || off) || hasContent(clause, reading)) return null;
  const such = objectsOf(clause).flatMap((phrase) => suchOf(phrase, reading) ?? []);
  const types = such.map(kindOf).find((kind) => kind !== null);
  if (types) return { types, wholly: true };
  if (off) return null;
  return refersBack(clause, reading)
    ? { types: ANY, wholly: objectsOf(clause).some((phrase) => isCharge(phrase, reading)) }
    : null;
}

/** `called the report baseless`, `said the article was untrue`, `that is not true`, `the claims are pure invention`. */
function verdict(clause: Clause, reading: Reading): Answer | null {
  const { verb } = clause;
  const be = /^(?:be|remain|prove|turn out|appear|sound)$/.test(verb.lemma);
  const judged = be ? clause.subject : JUDGES.test(verb.lemma) ? objectsOf(clause) : [];
  if (
    !judged.some((phrase) => isCharge(phrase, reading) || isIt(phrase, reading)) ||
    hasContent(clause, reading)
  )
    return null;
  const [object] = judged;
  if (
    be &&
    object &&
    isIt(object, reading) &&
    reading.clauses.some((other) => other.parent === clause && other.link === 'to')
  )
    return null;
  const next = reading.clauses.find((other) => other.verb.from > verb.to && other.link !== 'reduced');
  const said = reading
    .text(verb.from, Math.min(reading.tokens.length, next?.span.from ?? reading.tokens.length))
    .toLowerCase();
  const aside = /^(?:wave|brush|shrug)$/.test(verb.lemma) && /\b(?:away|aside|off)\b/.test(said);
  const negated = isNegated(clause, reading);
  const untrue = negated
    ? /\b(?:true|correct|accurate|right|so|the case|the truth)\b/.test(said)
    : aside || UNTRUE.test(said);
  return untrue ? { types: ANY, wholly: true } : null;
}

/** `no such plan exists`, `had carried out no such strike`, `denied that any such flight took place`. */
function nothingSuch(clause: Clause, reading: Reading): Answer | null {
  if (!HAPPENS.test(clause.verb.lemma) || clause.link === 'if') return null;
  const such = [...clause.subject, ...clause.objects, ...clause.preps.map((prep) => prep.phrase)].flatMap(
    (phrase) => suchOf(phrase, reading) ?? [],
  );
  const types = such.map(kindOf).find((kind) => kind !== null);
  if (!types || moodOf(clause, reading).polarity !== '-') return null;
  return { types, wholly: true };
}

/** `ruled out any such deployment at X`: of the thing spoken of before. */
function suchMove(clause: Clause, reading: Reading): Vote[] {
  const { verb } = clause;
  const phrases = [...clause.subject, ...clause.objects];
  const move = phrases.find((phrase) =>
    /^(?:deployment|stationing|transfer|delivery|move|shipment|basing|presence)$/.test(
      suchOf(phrase, reading) ?? '',
    ),
  );
  const thing = reading.discourse.thing;
  const off =
    refutes(clause, reading) || (/^(?:rule out|exclude)$/.test(verb.lemma) && !isNegated(clause, reading));
  if (!move || !thing || !(off || moodOf(clause, reading).polarity === '-')) return [];
  const { persons } = answeredBy(clause, reading);
  const mood = moodOf(clause, reading);
  return [...move.post, ...clause.preps]
    .filter((item) => /^(?:at|in|to|on)$/.test(item.preposition))
    .flatMap((item) => item.phrase.name ?? [])
    .filter((name) => allowed(reading, thing.id, 'DEPLOYED_TO', name.entity))
    .slice(0, 1)
    .map((name) => ({
      extractor: 'happenings',
      rule: `${verb.lemma}: such move`,
      subject: thing.id,
      type: 'DEPLOYED_TO',
      object: name.entity,
      polarity: '-' as const,
      modality: off && verb.lemma !== 'deny' ? ('planned' as const) : mood.modality,
      from: Math.min(verb.from, move.from),
      to: Math.max(verb.to, name.to),
      speakers: persons,
      act: verb.lemma,
      weight: 0.75,
    }));
}

/** `there is no truth in the report`, `nothing of the kind had happened`. */
function noTruth(clause: Clause, reading: Reading): Answer | null {
  if (hasContent(clause, reading)) return null;
  const kind = [...clause.subject, ...clause.objects].find(
    (phrase) =>
      /^nothing$/.test(reading.tokens[phrase.head]?.lower ?? '') &&
      phrase.post.some((item) => /^(?:kind|sort)$/.test(headLemma(item.phrase, reading))),
  );
  if (kind) return { types: ANY, wholly: true };
  const truth = clause.objects.find((phrase) =>
    /^(?:truth|substance|basis|foundation|merit|word)$/.test(headLemma(phrase, reading)),
  );
  if (!truth || !isNegated(clause, reading)) return null;
  const about = [...truth.post, ...clause.preps].find((item) =>
    /^(?:in|to|for|behind|of)$/.test(item.preposition),
  );
  return about && (isCharge(about.phrase, reading) || isIt(about.phrase, reading))
    ? { types: ANY, wholly: true }
    : null;
}

/** `The answer is no`, `"No," he said`. */
function plainNo(clause: Clause, reading: Reading): Answer | null {
  const { tokens } = reading;
  const opening = tokens.findIndex((token) => /[\p{L}]/u.test(token.text));
  const no =
    /^(?:no|never|nonsense)$/.test(tokens[opening]?.lower ?? '') &&
    /^[,.!"”’]/.test(tokens[opening + 1]?.text ?? '') &&
    /^(?:say|reply|answer|respond|add|tell)$/.test(clause.verb.lemma);
  // `asked whether …, the minister said no`.
  const curt =
    /^(?:say|reply|answer|respond)$/.test(clause.verb.lemma) &&
    /^(?:no[,.;]|in the negative)/i.test(
      reading.text(clause.verb.to, Math.min(tokens.length, clause.verb.to + 3)).replace(/ (?=[,.;])/, ''),
    );
  const answer =
    clause.verb.lemma === 'be' &&
    clause.subject.some((phrase) => /^(?:answer|reply|response)$/.test(headLemma(phrase, reading))) &&
    tokens
      .slice(clause.verb.to, clause.verb.to + 4)
      .some((token) => token.lower === 'no' || token.lower === 'negative');
  return no || curt || answer ? { types: ANY, wholly: true } : null;
}

/** `that move has been cancelled`, `the plan was dropped`: what was to be is not. */
function calledOff(clause: Clause, reading: Reading): Answer | null {
  const { verb } = clause;
  if (
    isNegated(clause, reading) ||
    !/^(?:cancel|scrap|shelve|drop|abandon|call off|suspend|halt|reverse|put off|rescind|veto)$/.test(
      verb.lemma,
    )
  )
    return null;
  // `had been due to host X but cancelled it`.
  if (!verb.passive)
    return clause.objects.some((phrase) => isIt(phrase, reading))
      ? { types: ANY, wholly: false, planned: true }
      : null;
  const [subject] = clause.subject;
  const definite =
    subject &&
    !subject.name &&
    /^(?:the|that|this|these|those)$/.test(reading.tokens[subject.from]?.lower ?? '');
  if (
    !definite ||
    subject.post.length > 0 ||
    reading.clauses.some((other) => other.verb.from >= subject.to && other.verb.to <= verb.from)
  )
    return null;
  const types = kindOf(headLemma(subject, reading));
  return types ? { types, wholly: false, planned: true } : null;
}

/** `nothing has been decided`, `no decision has been taken`: of what was asked. */
function undecidedYet(clause: Clause, reading: Reading): Answer | null {
  const { verb } = clause;
  if (clause.preps.some((prep) => /^(?:on|about|of|for)$/.test(prep.preposition))) return null;
  const below = reading.clauses.some((other) => other.parent === clause && other.verb.from > verb.from);
  const decision = [...clause.subject, ...clause.objects].some(
    (phrase) => headLemma(phrase, reading) === 'decision',
  );
  const nothing =
    verb.lemma === 'decide' &&
    clause.subject.some((phrase) => reading.tokens[phrase.head]?.lower === 'nothing');
  const made = decision && /^(?:make|take|reach|have|be)$/.test(verb.lemma);
  if (below || !(nothing || made) || !isNegated(clause, reading)) return null;
  return { types: ANY, wholly: true, asked: true };
}

/** Verbs of moving and giving, whose `them` are the things spoken of. */
const MOVES =
  /^(?:deploy|station|deliver|send|transfer|supply|ship|provide|move|install|base|place|dispatch|hand over|give|export|sell)$/;
const DOES = /^(?:do|carry out|conduct|commit|launch|perpetrate|order|make|stage|undertake|perform)$/;

/** `denies having delivered them`, `insists that it did not do so`, `said it had not carried it out`. */
function notDoneSo(clause: Clause, reading: Reading): Answer | null {
  const pronoun = objectsOf(clause).some((phrase) => isIt(phrase, reading));
  const so = reading.tokens[clause.verb.to]?.lower === 'so' && clause.verb.lemma === 'do';
  if (!(pronoun || so) || moodOf(clause, reading).polarity !== '-') return null;
  if (MOVES.test(clause.verb.lemma)) return { types: /^(?:DEPLOYS|DEPLOYED_TO|CONDUCTS)$/, wholly: false };
  return DOES.test(clause.verb.lemma)
    ? { types: /^(?:CONDUCTS|ATTACKS|DEPLOYS|DEPLOYED_TO)$/, wholly: false }
    : null;
}

function isCharge(phrase: Phrase, reading: Reading): boolean {
  return !phrase.name && !phrase.pronoun && CHARGES.test(headLemma(phrase, reading)) && !ownContent(phrase);
}

/** `reports of strikes`: says itself what it is about. */
function ownContent(phrase: Phrase): boolean {
  return phrase.post.some(
    (item) => item.preposition === 'of' && item.at === phrase.to && !item.phrase.pronoun,
  );
}

function isIt(phrase: Phrase, reading: Reading): boolean {
  return (
    /^(?:it|this|that|these|those|them|they)$/.test(reading.tokens[phrase.head]?.lower ?? '') &&
    phrase.to - phrase.from === 1
  );
}

/** `denied that …`: says itself what is denied. */
function hasContent(clause: Clause, reading: Reading): boolean {
  return reading.clauses.some(
    (other) =>
      other.parent === clause &&
      other.verb.from > clause.verb.from &&
      (other.link === 'that' || (other.link === 'gerund' && !/^(?:as|by|in|after|on)$/.test(other.marker))),
  );
}

/** `it`, `this`, `the allegation` without a content of its own. */
function refersBack(clause: Clause, reading: Reading): boolean {
  // `a charge Cairo rejected`: read as one phrase with the name.
  const share = objectsOf(clause).some(
    (phrase) => !phrase.name && SHARES.test(headLemma(phrase, reading)) && phrase.post.length === 0,
  );
  if (share) return true;
  const relative = clause.subject.some((phrase) =>
    reading.tokens.slice(phrase.from, phrase.head).some((token) => CHARGES.test(token.lower)),
  );
  if (relative && clause.objects.length === 0) return true;
  return objectsOf(clause).some((phrase) =>
    phrase.pronoun ? isIt(phrase, reading) : isCharge(phrase, reading),
  );
}
