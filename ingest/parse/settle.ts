/** What is set right once all clauses of a sentence are there: asides, shared objects, openings, who says it behind the verb. */
import type { VerbKnowledge } from './divide.ts';
import type { Chunk, Clause } from './tree.ts';

/** `no aircraft, he noted, is stationed at X`: who says so stands between commas, and is a clause of its own. */
export function withoutAsides(
  whole: readonly Chunk[],
  knowledge: VerbKnowledge,
): { row: Chunk[]; asides: Clause[] } {
  const row: Chunk[] = [];
  const asides: Clause[] = [];
  for (let i = 0; i < whole.length; i += 1) {
    const [open, who, says, close, next] = whole.slice(i, i + 5);
    const said =
      open?.kind === 'comma' &&
      who?.kind === 'phrase' &&
      says?.kind === 'verb' &&
      says.verb.form === 'finite' &&
      !says.verb.modal &&
      close?.kind === 'comma' &&
      knowledge.reports.has(says.verb.lemma) &&
      i > 0 &&
      (next?.kind === 'verb' || (next?.kind === 'conj' && whole[i + 5]?.kind === 'verb'));
    if (!said || who?.kind !== 'phrase' || says?.kind !== 'verb') {
      row.push(whole[i] as Chunk);
      continue;
    }
    asides.push({
      verb: says.verb,
      link: 'root',
      parent: null,
      marker: '',
      subject: [who.phrase],
      objects: [],
      preps: [],
      span: { from: who.from, to: says.to },
      ownSubject: true,
    });
    i += 3;
  }
  return { row, asides };
}

/** `has neither stationed nor tested M-46 guns in Kapiri`: what stands behind the second verb is the first one's too. */
export function shareObjects(found: readonly Clause[]): void {
  found.forEach((clause, i) => {
    const next = found[i + 1];
    const bare = clause.objects.length === 0 && clause.preps.length === 0 && !clause.verb.passive;
    if (
      !next ||
      !bare ||
      /^(?:be|have|do)$/.test(clause.verb.lemma) ||
      clause.verb.form !== 'finite' ||
      next.verb.from !== clause.verb.to + 1
    )
      return;
    if (next.ownSubject || next.verb.passive || (next.link !== 'and' && next.link !== clause.link)) return;
    const below = found[i + 2];
    const holder = next.objects.length === 0 && below?.link === 'to' && below.parent === next ? below : next;
    clause.objects.push(...holder.objects);
    clause.preps.push(...holder.preps);
  });
}

/** `…, said Minister X`: who says it stands behind its verb. */
export function saidBehind(clause: Clause, knowledge: VerbKnowledge): void {
  const { verb } = clause;
  const [who] = clause.objects;
  if (!who || clause.ownSubject || verb.passive || verb.modal || verb.negated || verb.form !== 'finite')
    return;
  if (!/^(?:say|add|note|explain|warn|tell|insist|argue|write|reply)$/.test(verb.lemma) || verb.perfect)
    return;
  const speaks = who.name?.type === 'Person' || SPEAKER.test(knowledge.headOf(who));
  if (!speaks || who.from > verb.to + 1) return;
  clause.subject = [who];
  clause.objects = clause.objects.slice(1);
  clause.ownSubject = true;
  clause.link = 'root';
  clause.parent = null;
}

const SPEAKER =
  /^(?:minister|spokes(?:person|man|woman)|official|secretary|president|ministry|he|she|commander)$/;

/** `Having deployed X, Australia will …`: who the opening is about comes after it. */
export function openedBy(found: readonly Clause[]): void {
  const [first, next] = found;
  const described =
    first?.verb.participle === true &&
    first.verb.to === first.verb.from + 1 &&
    !first.verb.passive &&
    first.verb.from <= 1 &&
    first.objects.length === 0 &&
    next?.ownSubject === true &&
    /^(?:concern|alarm|worry|disturb|trouble|appal|appall|commit|convince|determine|encourage|oppose|resolve|unite)$/.test(
      first.verb.lemma,
    );
  const opening =
    first !== undefined &&
    (first.verb.form === 'gerund' || described) &&
    first.subject.length === 0 &&
    first.marker !== 'that';
  if (!first || !next?.ownSubject || !opening || next.link === 'relative' || next.link === 'reduced') return;
  if (
    /^(?:be|remain)$/.test(next.verb.lemma) &&
    !next.verb.passive &&
    next.subject.some((phrase) => phrase.from < next.verb.from && phrase.to <= first.verb.from)
  )
    return;
  if (next.subject.every((phrase) => phrase.from > first.verb.to)) {
    first.subject = next.subject;
    if (described) first.verb.passive = true;
  }
}
