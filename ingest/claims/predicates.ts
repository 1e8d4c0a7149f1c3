/** What is said of a thing by `be` and `remain`: important, unacceptable, an outrage, a threat. */

import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { speakersOf } from './frame-votes.ts';
import { isNegated } from './polarity.ts';
import { targetsOf } from './targets.ts';
import { BAD, GOOD, GOOD_IF, menace, ownVoice, unwanted, verdict } from './verdicts.ts';
import { allowed, type ClaimExtractor, type Touched, type Vote } from './vote.ts';

export const predicates: ClaimExtractor = (reading, touched) =>
  reading.clauses.flatMap((clause) => [
    ...judge(clause, reading, touched),
    ...verdict(clause, reading, touched),
    ...unwanted(clause, reading, touched),
    ...menace(clause, reading, touched),
    ...attitude(clause, reading, touched),
  ]);

function judge(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  if (
    !/^(?:be|remain|become|constitute|represent)$/.test(clause.verb.lemma) ||
    clause.link === 'relative' ||
    clause.link === 'reduced'
  )
    return [];
  const parent = clause.parent;
  const reporter =
    clause.link === 'that' && parent
      ? actorsOf(parent.subject, reading)
      : clause.link === 'root' || clause.link === 'and'
        ? ownVoice(reading)
        : null;
  const stop =
    reading.clauses.find((other) => other.verb.from > clause.verb.from && other.link !== 'gerund')?.verb
      .from ?? reading.tokens.length;
  const said = reading
    .text(
      clause.verb.to,
      Math.min(reading.tokens.length, Math.max(clause.verb.to + 1, Math.min(stop, clause.verb.to + 9))),
    )
    .toLowerCase();
  const negated = isNegated(clause, reading);
  const good = GOOD.test(said) && !BAD.test(said);
  // What one state rules out for itself it does not consider; what a joint statement rules out it opposes.
  const barred =
    clause.link !== 'that' && reading.discourse.voice.length > 1 && /\bout of the question\b/.test(said);
  const bad = BAD.test(said) || barred || (negated && GOOD_IF.test(said));
  if (!good && !bad) return [];
  const votes: Vote[] = [];
  if (good && !negated) votes.push(...furthers(clause, reading, touched));
  if (!reporter || reporter.actors.length === 0) return votes;
  const types = bad ? ['CONDEMNS', 'OPPOSES'] : ['AFFIRMS'];
  for (const type of types) {
    const wanted = reading.knowledge.ontology.relationTypes.get(type)?.to ?? [];
    for (const target of targetsOf(clause.subject, reading, bad ? null : wanted)) {
      if (type === 'CONDEMNS' && target.draft.type !== 'Event') continue;
      if (type === 'OPPOSES' && target.draft.type === 'Event') continue;
      for (const actor of reporter.actors) {
        if (!allowed(reading, actor, type, target.draft.id)) continue;
        touched.push(target);
        votes.push({
          extractor: 'predicates',
          rule: `${clause.verb.lemma} ${bad ? 'bad' : 'good'}`,
          subject: actor,
          type,
          object: target.draft.id,
          polarity: '+',
          modality: type === 'OPPOSES' ? 'asserted' : 'done',
          from: parent?.verb.at ?? clause.verb.from,
          to: Math.max(clause.verb.to + 1, target.to),
          speakers: speakersOf(clause, reading),
          act: parent?.verb.lemma ?? null,
          weight: 0.75,
        });
      }
    }
  }
  return votes;
}

/** `X is important for Y`: X contributes to Y. */
function furthers(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const relation = reading.knowledge.ontology.relationTypes.get('CONTRIBUTES_TO');
  const gerund = reading.clauses.find(
    (other) => other.parent === clause && other.link === 'gerund' && /^(?:to|for)$/.test(other.marker),
  );
  const prep = clause.preps.find(
    (item) => /^(?:to|for)$/.test(item.preposition) && item.at >= clause.verb.to,
  );
  const phrases = gerund ? gerund.objects : prep ? [prep.phrase] : [];
  if (!relation || phrases.length === 0) return [];
  const targets = targetsOf(phrases, reading, relation.to).filter((item) =>
    relation.to.includes(item.draft.type),
  );
  const subjects = targetsOf(clause.subject, reading, relation.from).filter((item) =>
    relation.from.includes(item.draft.type),
  );
  touched.push(...targets, ...subjects);
  return subjects.flatMap((subject) =>
    targets
      .filter((target) => target.draft.id !== subject.draft.id)
      .map((target) => ({
        extractor: 'predicates',
        rule: 'important for',
        subject: subject.draft.id,
        type: 'CONTRIBUTES_TO',
        object: target.draft.id,
        polarity: '+' as const,
        modality: 'asserted' as const,
        from: Math.min(subject.from, clause.verb.from),
        to: target.to,
        speakers: [],
        act: null,
        weight: 0.7,
      })),
  );
}

const ATTITUDES: { pattern: RegExp; types: string[] }[] = [
  {
    pattern:
      /^(?:deeply |gravely |seriously |very |greatly |also |particularly |extremely )*(?:concerned|worried|alarmed|disturbed|troubled|appalled)$/,
    types: ['CONDEMNS', 'OPPOSES'],
  },
  { pattern: /^(?:fully |firmly |also |deeply |strongly )*committed$/, types: ['AFFIRMS'] },
  { pattern: /^(?:firmly |strongly |also |resolutely )*opposed$/, types: ['OPPOSES'] },
  { pattern: /^(?:also |deeply |very )*(?:grateful|pleased|thankful)$/, types: ['WELCOMES'] },
];

/** `is concerned by X`, `remains committed to X`, `is opposed to X`. */
function attitude(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  if (!/^(?:be|remain|concern|commit|oppose|alarm|worry|disturb)$/.test(clause.verb.lemma)) return [];
  const participle = clause.verb.passive ? (reading.tokens[clause.verb.at]?.lower ?? '') : '';
  const words =
    participle ||
    reading.tokens
      .slice(clause.verb.to, clause.verb.to + 3)
      .map((token) => token.lower)
      .filter((_, i, all) => all.slice(0, i + 1).every((other) => /(?:ly|also|ed|ful|very)$/.test(other)))
      .join(' ');
  const found = ATTITUDES.find(({ pattern }) => pattern.test(words));
  const actors = actorsOf(clause.subject, reading);
  const first = clause.preps.find((prep) => /^(?:by|about|over|at|to|with|for)$/.test(prep.preposition));
  if (!found || actors.actors.length === 0 || !first || isNegated(clause, reading)) return [];
  return found.types.flatMap((type) => {
    const wanted = reading.knowledge.ontology.relationTypes.get(type)?.to ?? [];
    return targetsOf(
      [first.phrase, ...first.phrase.conjuncts],
      reading,
      type === 'AFFIRMS' || type === 'WELCOMES' ? wanted : null,
    )
      .filter((target) =>
        type === 'CONDEMNS'
          ? target.draft.type === 'Event'
          : type !== 'OPPOSES' || target.draft.type !== 'Event',
      )
      .flatMap((target) =>
        actors.actors
          .filter((actor) => allowed(reading, actor, type, target.draft.id))
          .map((actor) => {
            touched.push(target);
            return {
              extractor: 'predicates',
              rule: `${clause.verb.lemma} ${words}`,
              subject: actor,
              type,
              object: target.draft.id,
              polarity: '+' as const,
              modality: type === 'OPPOSES' ? ('asserted' as const) : ('done' as const),
              from: Math.min(clause.verb.from, target.from),
              to: target.to,
              speakers: actors.persons,
              act: clause.verb.lemma,
              weight: 0.7,
            };
          }),
      );
  });
}
