/** How the text presents what a noun phrase tells (`the deployment of X`): denied, planned, open, or done. */
import type { Modality, Polarity } from '../../graph/model.ts';
import { headLemma } from '../concepts.ts';
import type { Clause, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { REFUTE, UNTRUE } from './denial-words.ts';
import { onHold } from './dropped.ts';
import { moodOf } from './mood.ts';
import { isNegated, phrasesOf, takesBack } from './polarity.ts';

/** To reject a thing is to oppose it; only what is said can be refuted. */
const STANCE = /^(?:reject|oppose|resist|dispute|dismiss|repudiate|avoid|deter|stop)$/;
/** What supports that something happened: none of it is a denial, little of it a doubt. */
const SUPPORT =
  /^(?:evidence|proof|indication|sign|trace|record|confirmation|truth|suggestion|report|claim|allegation|rumour|rumor|question|plan|intention|decision|basis|reason|talk|case|instance|prospect|chance|thought|agreement|consensus|permission|request|need|talks?|negotiation|intent|possibility|desire|wish|timetable|approval|authori[sz]ation|invitation|proposal|order|offer)$/;
/** Nouns that say that their complement is not so: `the absence of`, `a ban on`. */
const UNDONE =
  /^(?:absence|lack|refusal|cancellation|suspension|ban|prohibition|rejection|postponement|halt)$/;
/** Verbs whose denial reaches what stands behind their preposition: `has not agreed on the deployment`. */
const LIGHT = /^(?:agree|decide|make|take|plan|proceed|go ahead|go|move|consent|commit|reach|be)$/;
/** Verbs of deciding: what they decide against is not done. */
const AGAINST = /^(?:decide|opt|choose|vote|come down|elect|resolve|rule)$/;
/** Verbs that take for granted that what they are about happened or stands. */
const PRESUPPOSE =
  /^(?:CONDEMNS|WELCOMES|DISCUSSES|OPPOSES|SUPPORTS|AFFIRMS|RESPONDS_TO|THREATENS|AFFECTS|MITIGATES)$/;

/** Whether the text denies what a noun phrase says: `no attack`, `ruled out strikes on X`, `no evidence of attacks by Y`. */
export function phrasePolarity(phrase: Phrase, reading: Reading): Polarity {
  let negative = denied(phrase, reading);
  let current = phrase;
  for (let depth = 0; depth < 4; depth += 1) {
    const above = phrasesOf(reading).find(
      (other) =>
        other !== current &&
        other.post.some((item) => item.phrase === current || item.phrase.conjuncts.includes(current)),
    );
    if (!above) break;
    if (SUPPORT.test(headLemma(above, reading)) && denied(above, reading)) negative = !negative;
    if (UNDONE.test(headLemma(above, reading))) negative = !negative;
    current = above;
  }
  const clause = governor(current, reading) ?? governor(phrase, reading);
  if (!clause) return negative ? '-' : '+';
  const object =
    clause.objects.includes(current) || (clause.verb.passive && clause.subject.includes(current));
  const lemma = clause.verb.lemma;
  const refused =
    object &&
    !STANCE.test(lemma) &&
    (REFUTE.test(lemma) || reading.knowledge.lexicon.moods.get(lemma) === 'negated');
  // A negation read off the phrase itself is the clause's own.
  const own = denied(current, reading);
  const core = object || clause.subject.includes(current) || LIGHT.test(lemma);
  const clausal =
    core &&
    moodOf(clause, reading).polarity === '-' &&
    !own &&
    (LIGHT.test(lemma) || !presupposes(clause, reading));
  const untrue =
    current !== phrase &&
    SUPPORT.test(headLemma(current, reading)) &&
    /^(?:be|remain|prove|call|describe|brand|label|dub|term|denounce|turn out)$/.test(lemma) &&
    UNTRUE.test(reading.text(clause.verb.from, reading.tokens.length).toLowerCase());
  // `opted against the deployment`, `refrained from the deployment`, `the deployment remains a rumour`.
  const shunned = clause.preps.some(
    (prep) =>
      prep.phrase === current &&
      ((prep.preposition === 'against' && AGAINST.test(lemma)) ||
        (prep.preposition === 'from' && /^(?:refrain|abstain|desist|back away|shy away)$/.test(lemma))),
  );
  const unreal =
    clause.subject.includes(current) &&
    /^(?:be|remain|prove|turn out)$/.test(lemma) &&
    clause.objects.some((item) =>
      /^(?:rumou?r|fiction|invention|fabrication|myth|hoax|lie)$/.test(headLemma(item, reading)),
    );
  const held =
    (object || clause.subject.includes(current)) &&
    !own &&
    onHold(clause, reading) !== (takenBackHere(clause, current, phrase, reading) && object);
  if (held) negative = !negative;
  if (shunned || unreal) negative = moodOf(clause, reading).polarity === '-' ? negative : !negative;
  if (untrue) negative = !negative;
  if (refused) negative = !negative;
  if (clausal) negative = !negative;
  return negative ? '-' : '+';
}

/** `withheld its consent to the delivery`, `revoked permission for the stationing`, `withheld the delivery`. */
function takenBackHere(clause: Clause, current: Phrase, phrase: Phrase, reading: Reading): boolean {
  const { moods } = reading.knowledge.lexicon;
  if (moods.get(clause.verb.lemma) === 'negated') return false;
  if (current === phrase) return /^(?:withhold|revoke|rescind|retract)$/.test(clause.verb.lemma);
  return takesBack(clause, current, reading);
}

function denied(phrase: Phrase, reading: Reading): boolean {
  return (
    /^(?:no|neither|none|zero)$/.test(reading.tokens[phrase.from]?.lower ?? '') ||
    /^(?:no|without)$/.test(reading.tokens[phrase.from - 1]?.lower ?? '')
  );
}

function presupposes(clause: Clause, reading: Reading): boolean {
  const frames = reading.knowledge.lexicon.verbFrames.get(clause.verb.lemma) ?? [];
  return frames.some(
    (frame) => !frame.negated && frame.emit.some((emission) => PRESUPPOSE.test(emission.type)),
  );
}

/** The clause a phrase is an argument of. */
export function governor(phrase: Phrase, reading: Reading): Clause | null {
  return (
    reading.clauses.find(
      (clause) =>
        clause.objects.includes(phrase) ||
        clause.preps.some((prep) => prep.phrase === phrase) ||
        (clause.subject.includes(phrase) && clause.ownSubject),
    ) ?? null
  );
}

/** A noun says when only by what stands around it: progress, plans and announcements make it planned; all else is done. */
export function modalityAround(phrase: Phrase, reading: Reading): Modality {
  const above = governor(phrase, reading);
  if (above && /^(?:rule out|exclude)$/.test(above.verb.lemma))
    return isNegated(above, reading) ? 'hypothetical' : 'planned';
  // What is agreed or ordered is still to come.
  if (
    above &&
    reading.knowledge.lexicon.moods.get(above.verb.lemma) === 'planned' &&
    (above.objects.includes(phrase) ||
      above.preps.some((prep) => prep.phrase === phrase && /^(?:on|upon|to)$/.test(prep.preposition)))
  )
    return 'planned';
  const spoken = above && (above.subject.includes(phrase) || above.objects.includes(phrase));
  if (spoken && /^(?:delay|postpone|defer|reschedule|push back|slip|hold up)$/.test(above.verb.lemma))
    return 'planned';
  if (
    spoken &&
    /^(?:be|remain|stay|look|seem)$/.test(above.verb.lemma) &&
    DOUBTFUL.test(verdictText(above, reading))
  )
    return 'hypothetical';
  if (above?.objects.includes(phrase) && /^(?:urge|demand|call|ask|seek|request)$/.test(above.verb.lemma))
    return 'hypothetical';
  if (
    /^(?:oppose|reject|discuss|consider|weigh|propose|debate|study|examine|seek|request|want|explore)$/.test(
      governor(phrase, reading)?.verb.lemma ?? '',
    )
  )
    return 'hypothetical';
  const before = reading.tokens
    .slice(Math.max(0, phrase.from - 7), phrase.head)
    .map((token) => token.lower)
    .join(' ');
  if (
    /\b(?:possible|potential|possibility|consider\w*|weigh\w*|if|whether|option|any|attempts?|threats?)\b/.test(
      before,
    )
  )
    return 'hypothetical';
  if (
    /\b(?:planned|progress|plans?|upcoming|towards?|prepar\w+|schedul\w+|future|intend\w*|proposed|would|will|expected)\b/.test(
      before,
    )
  )
    return 'planned';
  if (/\b(?:ongoing|continu\w+|current)\b/.test(before)) return 'in_progress';
  return 'done';
}

const DOUBTFUL =
  /\b(?:in (?:doubt|question|limbo|jeopardy)|uncertain|unlikely|doubtful|undecided|pending|up in the air|premature|unconfirmed|far off)\b/;

function verdictText({ verb }: Clause, reading: Reading): string {
  return reading.text(verb.from, Math.min(reading.tokens.length, verb.to + 5)).toLowerCase();
}
