/** What is said of a thing by `be` and `remain`: important, unacceptable, an outrage, a threat. */

import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { speakersOf } from './frame-votes.ts';
import { isNegated } from './polarity.ts';
import { bearings, fitting, isCensured, stances } from './stances.ts';
import { targetsOf } from './targets.ts';
import { BAD, GOOD, GOOD_IF, menace, ownVoice, unwanted, verdict } from './verdicts.ts';
import { type ClaimExtractor, objectTypes, subjectTypes, type Touched, type Vote } from './vote.ts';

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
    for (const target of targetsOf(clause.subject, reading, bad ? null : objectTypes(type, reading))) {
      if (!isCensured(type, target)) continue;
      const said = {
        rule: `${clause.verb.lemma} ${bad ? 'bad' : 'good'}`,
        from: parent?.verb.at ?? clause.verb.from,
        to: Math.max(clause.verb.to + 1, target.to),
        speakers: speakersOf(clause, reading),
        act: parent?.verb.lemma ?? null,
        weight: 0.75,
      };
      votes.push(...stances(reporter.actors, type, target, said, reading, touched));
    }
  }
  return votes;
}

/** `X is important for Y`: X contributes to Y. */
function furthers(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const gerund = reading.clauses.find(
    (other) => other.parent === clause && other.link === 'gerund' && /^(?:to|for)$/.test(other.marker),
  );
  const prep = clause.preps.find(
    (item) => /^(?:to|for)$/.test(item.preposition) && item.at >= clause.verb.to,
  );
  const phrases = gerund ? gerund.objects : prep ? [prep.phrase] : [];
  if (phrases.length === 0) return [];
  const targets = fitting(phrases, objectTypes('CONTRIBUTES_TO', reading), reading);
  const subjects = fitting(clause.subject, subjectTypes('CONTRIBUTES_TO', reading), reading);
  touched.push(...targets, ...subjects);
  return bearings(
    subjects,
    'CONTRIBUTES_TO',
    targets,
    { rule: 'important for', weight: 0.7 },
    clause,
    reading,
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
  return found.types.flatMap((type) =>
    targetsOf(
      [first.phrase, ...first.phrase.conjuncts],
      reading,
      type === 'AFFIRMS' || type === 'WELCOMES' ? objectTypes(type, reading) : null,
    )
      .filter((target) => isCensured(type, target))
      .flatMap((target) =>
        stances(
          actors.actors,
          type,
          target,
          {
            rule: `${clause.verb.lemma} ${words}`,
            from: Math.min(clause.verb.from, target.from),
            to: target.to,
            speakers: actors.persons,
            act: clause.verb.lemma,
            weight: 0.7,
          },
          reading,
          touched,
        ),
      ),
  );
}
