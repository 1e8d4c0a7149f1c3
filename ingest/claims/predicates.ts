/** What is said of a thing by `be` and `remain`: important, unacceptable, an outrage, a threat. */

import { endOf } from '../parse/arguments.ts';
import type { Clause } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { type Actors, actorsOf } from './actors.ts';
import { speakersOf } from './frames.ts';
import { isNegated } from './polarity.ts';
import { targetsOf } from './targets.ts';
import { allowed, type ClaimExtractor, type Touched, type Vote } from './vote.ts';

const GOOD =
  /\b(?:important|essential|vital|crucial|indispensable|cornerstone|foundation|key|critical|paramount|unwavering|ironclad|steadfast|necessary|fundamental|significant|priority|linchpin|stronger than ever|rock-solid)\b/;
const GOOD_IF = /\b(?:acceptable|justified|tolerable|permissible|justifiable)\b/;
const BAD =
  /\b(?:unacceptable|outrage|outrageous|deplorable|intolerable|illegal|unlawful|unjustified|unjustifiable|irresponsible|reckless|dangerous|destabili[sz]ing|provocati(?:on|ve)|grave|violation|cannot be (?:accepted|tolerated)|condemnable|inadmissible|unprovoked|regrettable|crime|heinous|barbaric|cowardly|despicable|abhorrent|alarming|(?:deeply|gravely) (?:troubling|worrying|disturbing|regrettable))\b/;

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

/** `The ambush was a crime` in a statement that says `we`: those whose statement it is say so. */
function ownVoice(reading: Reading): Actors | null {
  const { voice } = reading.discourse;
  return voice.length > 0
    ? { actors: [...voice], persons: [], from: Number.MAX_SAFE_INTEGER, to: 0, role: true }
    : null;
}

const VERDICT =
  /^(?:regard|describe|view|see|call|brand|label|term|consider|deem|characterize|characterise|denounce|condemn|slam|dismiss|find|declare)$/;

/** `regarded the deployment as irresponsible`, `called the launch a provocation`. */
function verdict(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const { verb } = clause;
  if (!VERDICT.test(verb.lemma) || verb.passive || clause.link === 'if' || isNegated(clause, reading))
    return [];
  const [object] = clause.objects;
  const { actors, persons } = actorsOf(clause.subject, reading);
  if (!object || object.pronoun || actors.length === 0) return [];
  const end = endOf(object);
  const said = reading.text(end, Math.min(reading.tokens.length, end + 9)).toLowerCase();
  const timed = verb.lemma === 'find' && /^(?:on|in|of) /.test(said);
  const close = timed || /^(?:as |an? |["“‘'])/.test(said) || BAD.test(said.split(' ').slice(0, 2).join(' '));
  if (!close || !BAD.test(said.split(/[,;.]| and (?:said|urged|called|noted)/)[0] ?? '')) return [];
  return targetsOf([object], reading, null).flatMap((target) => {
    const type = target.draft.type === 'Event' ? 'CONDEMNS' : 'OPPOSES';
    return actors
      .filter((actor) => allowed(reading, actor, type, target.draft.id))
      .map((actor) => {
        touched.push(target);
        return {
          extractor: 'predicates',
          rule: `${verb.lemma} as bad`,
          subject: actor,
          type,
          object: target.draft.id,
          polarity: '+' as const,
          modality: type === 'OPPOSES' ? ('asserted' as const) : ('done' as const),
          from: Math.min(verb.from, target.from),
          to: Math.max(verb.to, target.to),
          speakers: persons.length > 0 ? persons : speakersOf(clause, reading),
          act: verb.lemma,
          weight: 0.7,
        };
      });
  });
}

/** `insisted that X must cease`, `X has no place in Y`, `X should not proceed`: who says so opposes it. */
function unwanted(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  const { verb } = clause;
  const owed = /^(?:must|should|need)$/.test(verb.modal ?? '');
  const negated = isNegated(clause, reading);
  const ends =
    owed && !negated && /^(?:cease|stop|end|halt)$/.test(verb.lemma) && clause.objects.length === 0;
  const barred =
    owed &&
    negated &&
    !verb.passive &&
    /^(?:proceed|happen|continue|occur|take place|recur|go ahead)$/.test(verb.lemma);
  const misplaced =
    verb.lemma === 'have' &&
    clause.objects.some((phrase) => /^no place\b/.test(reading.text(phrase.from, phrase.to).toLowerCase()));
  if (!ends && !barred && !misplaced) return [];
  const parent = clause.link === 'that' ? clause.parent : null;
  const root = clause.link === 'root' || clause.link === 'and';
  const actors = parent ? actorsOf(parent.subject, reading) : root ? ownVoice(reading) : null;
  const wanted = reading.knowledge.ontology.relationTypes.get('OPPOSES')?.to ?? [];
  return targetsOf(clause.subject, reading, ['Topic'])
    .filter((target) => wanted.includes(target.draft.type))
    .flatMap((target) =>
      (actors?.actors ?? [])
        .filter((actor) => allowed(reading, actor, 'OPPOSES', target.draft.id))
        .map((actor) => {
          touched.push(target);
          return {
            extractor: 'predicates',
            rule: `${verb.lemma} unwanted`,
            subject: actor,
            type: 'OPPOSES',
            object: target.draft.id,
            polarity: '+' as const,
            modality: 'asserted' as const,
            from: Math.min(target.from, verb.from),
            to: Math.max(verb.to, target.to),
            speakers: actors?.persons ?? [],
            act: parent?.verb.lemma ?? null,
            weight: 0.75,
          };
        }),
    );
}

/** `X remains the gravest threat to Y`. */
function menace(clause: Clause, reading: Reading, touched: Touched): Vote[] {
  if (!/^(?:be|remain|become)$/.test(clause.verb.lemma) || isNegated(clause, reading) || clause.link === 'if')
    return [];
  const threat = clause.objects.find(
    (phrase) =>
      !phrase.name && /^(?:threat|danger|menace|risk)$/.test(reading.tokens[phrase.head]?.lower ?? ''),
  );
  const to = [...(threat?.post ?? []), ...clause.preps].find(
    (item) => /^(?:to|for)$/.test(item.preposition) && threat !== undefined && item.at >= threat.to,
  );
  const relation = reading.knowledge.ontology.relationTypes.get('THREATENS');
  if (!threat || !to || !relation) return [];
  const targets = targetsOf([to.phrase], reading, relation.to).filter((item) =>
    relation.to.includes(item.draft.type),
  );
  const subjects = targetsOf(clause.subject, reading, relation.from).filter((item) =>
    relation.from.includes(item.draft.type),
  );
  touched.push(...subjects, ...targets);
  return subjects.flatMap((subject) =>
    targets
      .filter((target) => allowed(reading, subject.draft.id, 'THREATENS', target.draft.id))
      .map((target) => ({
        extractor: 'predicates',
        rule: 'a threat to',
        subject: subject.draft.id,
        type: 'THREATENS',
        object: target.draft.id,
        polarity: '+' as const,
        modality: 'asserted' as const,
        from: Math.min(subject.from, clause.verb.from),
        to: target.to,
        speakers: [],
        act: null,
        weight: 0.75,
      })),
  );
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
