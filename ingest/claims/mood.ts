/** Modality and polarity of a clause: its own verb, and the verbs and nouns that govern it. */
import type { Modality, Polarity } from '../../graph/model.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { inversionOf, isNegated, lemmaOf, nounBefore, overturns, phrasesOf, verdictOn } from './polarity.ts';
import { isDoubted, isRefuted } from './refuted.ts';

export type MoodOf = { modality: Modality; polarity: Polarity };

/** How the text presents what the clause says. */
export function moodOf(clause: Clause, reading: Reading): MoodOf {
  let polarity: Polarity = isNegated(clause, reading) ? '-' : '+';
  if (isRefuted(clause, reading)) polarity = flip(polarity);
  let modality = own(clause);
  // `Spain's refusal to deploy X …`: nothing but the noun governs.
  const bearer = clause.parent ? null : bareBearer(clause, reading);
  if (bearer === 'negated') polarity = flip(polarity);
  let governed: Modality | null = null;
  let current = clause;
  const { moods } = reading.knowledge.lexicon;
  for (let depth = 0; depth < 8; depth += 1) {
    const parent: Clause | null = current.parent;
    if (!parent || !/^(?:to|purpose|gerund|adjunct|that)$/.test(current.link)) break;
    const noun = nounBefore(parent, current);
    const verbMood = moods.get(parent.verb.lemma);
    const mood = (noun && moods.get(lemmaOf(noun, reading))) ?? verbMood;
    const linked = current.link === 'to' || current.link === 'gerund' || current.link === 'purpose';
    if (overturns(parent, current, noun, reading)) polarity = flip(polarity);
    if (linked) {
      if (mood && mood !== 'negated') governed = strongest(governed, mood);
      else if (mood === 'negated' && parent.verb.lemma === 'rule out')
        governed = strongest(governed, 'hypothetical');
      governed = strongest(
        governed,
        parent.verb.modal === 'to' ||
          parent.verb.form === 'gerund' ||
          (mood === 'planned' && parent.verb.progressive)
          ? null
          : ownOfParent(parent, current),
      );
    } else if (current.link === 'that' && parent.verb.lemma === 'propose')
      governed = strongest(governed, 'hypothetical');
    if (current.link === 'that') break;
    current = parent;
    if (isRefuted(current, reading)) polarity = flip(polarity);
  }
  if (governed && (clause.verb.form !== 'finite' || clause.verb.modal === 'to')) modality = governed;
  else if (modality === 'done' && clause.verb.modal === 'to') modality = governed ?? 'planned';
  if (clause.link === 'adjunct' && clause.verb.form === 'gerund')
    modality =
      clause.verb.perfect || reading.tokens[clause.verb.from]?.lower === 'having' ? 'done' : 'in_progress';
  if (modality === 'planned' && /^(?:continue|keep|carry on|sustain)$/.test(clause.verb.lemma))
    modality = 'in_progress';
  if (modality === 'asserted' && isToCome(clause, reading)) modality = 'planned';
  if (verdictOn(clause, reading)) modality = 'hypothetical';
  if (isHypothetical(clause, reading) || isDoubted(clause, reading)) modality = 'hypothetical';
  return { modality, polarity };
}

/** `Next week the Minister flies to Dakar`: the present of a timetable. */
function isToCome({ verb, link }: Clause, { passage }: Reading): boolean {
  return (
    link === 'root' &&
    verb.form === 'finite' &&
    /^(?:fly|travel|visit|go|arrive|leave|depart|return|begin|start|open|host|meet|hold|attend|convene|gather|take place)$/.test(
      verb.lemma,
    ) &&
    /\b(?:[Nn]ext (?:week|month|year|spring|summer|autumn|winter)|[Tt]omorrow|later this (?:week|month|year))\b/.test(
      passage.text,
    )
  );
}

/** The mood of the noun an infinitive without a governing clause hangs on. */
function bareBearer(clause: Clause, reading: Reading): Modality | 'negated' | null {
  if (clause.link !== 'to') return null;
  const noun = phrasesOf(reading).find((phrase) => phrase.to === clause.verb.from && phrase.name === null);
  return (noun && reading.knowledge.lexicon.moods.get(lemmaOf(noun, reading))) ?? null;
}

function own(clause: Clause): Modality {
  const { verb } = clause;
  // `would have sent`: it did not come to it, or nobody knows.
  if (verb.perfect && /^(?:would|could|should|might|may|must)$/.test(verb.modal ?? '')) return 'hypothetical';
  if (verb.modal === 'could' || verb.modal === 'may' || verb.modal === 'might') return 'hypothetical';
  if (verb.modal === 'should' || verb.modal === 'must') return 'called_for';
  if (verb.modal === 'will' || verb.modal === 'would' || verb.modal === 'shall')
    return verb.lemma === 'continue' || verb.lemma === 'keep' ? 'in_progress' : 'planned';
  if (verb.modal === 'to') return 'done';
  if (verb.progressive) return 'in_progress';
  if (verb.perfect || verb.past || verb.form === 'participle' || clause.link === 'reduced') return 'done';
  return 'asserted';
}

/** What a governing clause's own tense makes of the clause below: planned stays planned, a done deed is done. */
function ownOfParent(parent: Clause, child: Clause): Modality | null {
  if (child.link === 'gerund' && /^(?:accuse|blame|suspect|charge|fault)$/.test(parent.verb.lemma))
    return 'done';
  if (child.link === 'gerund' && child.marker === 'of') return null;
  const mood = own(parent);
  return mood === 'asserted' ? null : mood;
}

const ORDER: Modality[] = ['hypothetical', 'in_progress', 'called_for', 'planned', 'done', 'asserted'];

function strongest(a: Modality | null, b: Modality | null): Modality | null {
  if (!a) return b;
  if (!b) return a;
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** In an if-clause, or in a main clause that hangs on one. */
function isHypothetical(clause: Clause, reading: Reading): boolean {
  if (clause.link === 'if' || inversionOf(clause, reading) === 'open') return true;
  const conditional = reading.clauses.some(
    (other) => other.link === 'if' || (other.link === 'sub' && /^(?:if|unless|whether)$/.test(other.marker)),
  );
  const modal = (c: Clause | null): boolean =>
    c !== null &&
    (/^(?:would|could|might|may|will)$/.test(c.verb.modal ?? '') || (c.link === 'to' && modal(c.parent)));
  return (conditional && modal(clause)) || (clause.link === 'sub' && clause.marker === 'whether');
}

function flip(polarity: Polarity): Polarity {
  return polarity === '+' ? '-' : '+';
}
