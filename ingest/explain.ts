/** What the extractor saw, sentence by sentence, for a person who wants to know why. */
import type { Read } from './assemble.ts';
import type { Agreed } from './claims/agree.ts';
import type { Vote } from './claims/vote.ts';
import type { ConfidenceModel } from './knowledge/confidence.ts';
import type { Clause, Phrase } from './parse/tree.ts';
import type { Reading } from './reading.ts';

/**
 * Plain text: every passage with its names, its clauses, the claims with the rules that made them and the votes behind
 * each, and what was dropped and why.
 */
export function explain(read: readonly Read[]): string {
  const used = new Set(
    read.flatMap(({ agreed }) => agreed.flatMap((claim) => [claim.subject, claim.object, ...claim.speakers])),
  );
  return read.map((sentence) => explainSentence(sentence, used)).join('\n\n');
}

function explainSentence(read: Read, used: ReadonlySet<string>): string {
  const { reading, agreed, touched } = read;
  const { passage } = reading;
  const lines = [
    `[${passage.kind} ${passage.index}, ${passage.start}–${passage.end}] ${passage.text.replace(/\s+/g, ' ')}`,
  ];
  const names = reading.names.map((item) => `${reading.text(item.from, item.to)} → ${item.entity}`);
  if (names.length > 0) lines.push(`  names: ${names.join('; ')}`);
  const concepts = [
    ...new Set(touched.map((item) => `${reading.text(item.from, item.to)} → ${item.draft.id}`)),
  ];
  if (concepts.length > 0) lines.push(`  also: ${concepts.join('; ')}`);
  for (const clause of reading.clauses) lines.push(`  clause: ${explainClause(clause, reading)}`);
  for (const claim of agreed) lines.push(...explainClaim(claim, read));
  return [...lines, ...dropped(read, used).map((reason) => `  dropped: ${reason}`)].join('\n');
}

function explainClaim(claim: Agreed, { reading, votes }: Read): string[] {
  const name = (id: string) => reading.registry.get(id)?.name ?? id;
  const sign = claim.polarity === '-' ? 'NOT ' : '';
  const same = votes.filter(
    ({ subject, type, object, polarity }) =>
      type === claim.type &&
      polarity === claim.polarity &&
      [subject, object].sort().join(' ') === [claim.subject, claim.object].sort().join(' '),
  );
  return [
    `  claim: ${name(claim.subject)} ${sign}${claim.type} ${name(claim.object)} (${claim.modality}, ${claim.confidence}; ${claim.extractors.join(' + ')}; ${claim.rules.join(', ')})`,
    ...(same.length > 1
      ? same.map(
          (vote) =>
            `    vote: ${vote.extractor} ${vote.weight}, ${vote.rule}, ${vote.modality}: "${reading.text(vote.from, vote.to).replace(/\s+/g, ' ')}"`,
        )
      : []),
    `    confidence: ${weighed(claim, reading.knowledge.confidence)}`,
  ];
}

/** What spoke for and against a claim, each with its points; what has none is left out. */
function weighed({ grounds }: Agreed, { base, grounds: points }: ConfidenceModel): string {
  const parts = grounds.flatMap((ground) => {
    const value = Math.round((points[ground] ?? 0) * 10) / 10;
    return value === 0 ? [] : [`${value > 0 ? '+' : '−'}${Math.abs(value)} ${ground}`];
  });
  return [`${Math.round(base * 10) / 10} as for any claim`, ...parts].join(', ');
}

/** What came to nothing in a sentence, each with its reason. */
function dropped(read: Read, used: ReadonlySet<string>): string[] {
  const { reading, touched, votes, withheld } = read;
  const { passage, registry, refused } = reading;
  if (reading.tokens.length === 0) return ['the whole passage: too long to be parsed, or without words'];
  const typed = (id: string) => `${registry.get(id)?.name ?? id} (${registry.get(id)?.type ?? 'unknown'})`;
  const unkept = touched
    .filter(({ draft, keep }) => !keep && !used.has(draft.id))
    .map(({ draft }) => draft.id);
  return [
    ...[...refused.values()].map(
      ({ subject, type, object }) =>
        `${typed(subject)} ${type} ${typed(object)}: the ontology does not allow it`,
    ),
    ...withheld.map(
      ({ subject, type, object }) =>
        `${typed(subject)} ${type} ${typed(object)}: a negation stands before it whose reach is not clear`,
    ),
    ...reading.clauses.flatMap((clause) => barren(clause, reading, [...votes, ...withheld])),
    ...[...new Set(unkept)].map((id) => `${typed(id)}: no claim speaks of it`),
    ...(passage.kind === 'heading' && votes.length === 0 ? ['no claims: a heading only names topics'] : []),
  ];
}

/** Why a clause without a vote of its own made no claim. */
function barren(clause: Clause, reading: Reading, votes: readonly Vote[]): string[] {
  const { lemma, at } = clause.verb;
  if (lemma === '' || votes.some((vote) => vote.from <= at && at < vote.to)) return [];
  const { verbFrames, deeds, reports, carriers } = reading.knowledge.lexicon;
  if (reports.has(lemma) || carriers.has(lemma)) return [];
  const known = verbFrames.has(lemma) || deeds.has(lemma);
  return [
    known
      ? `the clause of "${lemma}": no actor and object in it that its relations join`
      : `the clause of "${lemma}": no relation is known for this verb`,
  ];
}

function explainClause(clause: Clause, reading: Reading): string {
  const text = (phrase: Phrase) =>
    reading.text(phrase.from, phrase.to).replace(/\s+/g, ' ') || '(the subject above)';
  const { verb } = clause;
  const marks = [verb.modal, verb.negated ? 'not' : null, verb.passive ? 'passive' : null].filter(
    (mark) => mark !== null,
  );
  const parts = [
    `${verb.lemma}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    clause.parent ? `${clause.link} under ${clause.parent.verb.lemma || 'the line above'}` : clause.link,
    `subject [${clause.subject.map(text).join(' | ')}]`,
    `object [${clause.objects.map(text).join(' | ')}]`,
    ...clause.preps.map((prep) => `${prep.preposition} [${text(prep.phrase)}]`),
  ];
  return parts.join(', ');
}
