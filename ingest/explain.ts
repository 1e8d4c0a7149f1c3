/** What the extractor saw, sentence by sentence, for a person who wants to know why. */
import type { Read } from './assemble.ts';
import type { Clause, Phrase } from './parse/tree.ts';
import type { Reading } from './reading.ts';

/** Plain text: every passage with its names, clauses, and the claims with the rules and extractors that agreed on them. */
export function explain(read: readonly Read[]): string {
  return read.map(explainSentence).join('\n\n');
}

function explainSentence({ reading, agreed, touched }: Read): string {
  const { passage, registry } = reading;
  const name = (id: string) => registry.get(id)?.name ?? id;
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
  for (const claim of agreed) {
    const sign = claim.polarity === '-' ? 'NOT ' : '';
    lines.push(
      `  claim: ${name(claim.subject)} ${sign}${claim.type} ${name(claim.object)} (${claim.modality}, ${claim.confidence}; ${claim.extractors.join(' + ')}; ${claim.rules.join(', ')})`,
    );
  }
  if (agreed.length === 0 && reading.clauses.length > 0)
    lines.push('  no claim: no frame of these clauses found an actor and an object that the ontology joins');
  return lines.join('\n');
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
