/**
 * Clauses from chunks: who does what to whom. Between two verb groups stands a row of phrases; its front belongs to the first verb as
 * objects and prepositional phrases, its end to the second as subject and connecting words.
 */
import type { Attachment, Chunk, Clause, Link, Phrase, VerbGroup } from './tree.ts';

type VerbChunk = Extract<Chunk, { kind: 'verb' }>;
type Division = {
  front: Chunk[];
  link: Link;
  marker: string;
  subject: Phrase[];
  ownSubject: boolean;
  conj: boolean;
  relativeObject?: Phrase;
  intro?: Attachment[];
};

/** What the parser must know of verbs: who takes a clause, and whose subject is the object of the verb above. */
export type VerbKnowledge = { reports: ReadonlySet<string>; objectControl: ReadonlySet<string> };

/** Clauses of one sentence, in the order of their verbs. `lead` is the clause a bullet list hangs on. */
export function clauses(row: readonly Chunk[], knowledge: VerbKnowledge, lead: Clause | null): Clause[] {
  const found: Clause[] = [];
  const verbs = row.flatMap((chunk, index) => (chunk.kind === 'verb' ? [{ chunk, index }] : []));
  let before: { chunk: VerbChunk; index: number } | null = null;
  for (const current of verbs) {
    const region = row.slice(before ? before.index + 1 : 0, current.index);
    const previous = found.at(-1) ?? null;
    const division = divide(region, current.chunk.verb, previous, knowledge);
    if (previous) takeArguments(previous, division.front);
    found.push(attach(current.chunk.verb, division, found, previous, lead, knowledge));
    before = current;
  }
  const last = found.at(-1);
  if (last && before) takeArguments(last, row.slice(before.index + 1));
  for (const clause of found) clause.span = spanOf(clause);
  return found;
}

/** Phrases of a row without verbs, with what follows them by preposition: for headings and titles. */
export function looseArguments(row: readonly Chunk[]): { phrases: Phrase[]; preps: Attachment[] } {
  const holder: Pick<Clause, 'objects' | 'preps'> = { objects: [], preps: [] };
  takeArguments(holder, row);
  return { phrases: holder.objects, preps: holder.preps };
}

function divide(
  region: readonly Chunk[],
  verb: VerbGroup,
  previous: Clause | null,
  knowledge: VerbKnowledge,
): Division {
  const trimmed = dropTail(region, (chunk) => chunk.kind === 'adv');
  const last = trimmed.at(-1);
  const whole = { front: [...trimmed], subject: [] as Phrase[], ownSubject: false, marker: '', conj: false };
  if (verb.form === 'infinitive') {
    if (last?.kind === 'mark')
      return { ...whole, front: trimmed.slice(0, -1), link: 'purpose', marker: last.word };
    const conj = last?.kind === 'conj';
    return {
      ...whole,
      front: conj ? dropConjunction(trimmed) : [...trimmed],
      link: 'to',
      marker: 'to',
      conj,
    };
  }
  if (verb.form === 'gerund') {
    if (last?.kind === 'prep')
      return { ...whole, front: trimmed.slice(0, -1), link: 'gerund', marker: last.word };
    if (last?.kind === 'conj')
      return { ...whole, front: dropConjunction(trimmed), link: 'gerund', marker: 'and', conj: true };
    return {
      ...whole,
      front: dropTail(trimmed, (chunk) => chunk.kind === 'comma'),
      link: 'adjunct',
      marker: last?.kind === 'comma' ? ',' : '',
    };
  }
  if (last?.kind === 'wh' || (last?.kind === 'that' && previousIsPhrase(trimmed))) {
    const front = trimmed.slice(0, -1);
    const antecedent = antecedentOf(front, last.kind === 'wh' && front.at(-1)?.kind === 'comma');
    return {
      ...whole,
      front,
      link: 'relative',
      marker: last.word,
      subject: antecedent ? [antecedent] : [],
      ownSubject: true,
    };
  }
  if (
    !last ||
    last.kind === 'conj' ||
    last.kind === 'comma' ||
    last.kind === 'stop' ||
    (last.kind === 'that' && !previousIsPhrase(trimmed))
  ) {
    const conj = last?.kind === 'conj' || last?.kind === 'comma';
    return { ...whole, front: dropConjunction(trimmed), link: 'and', marker: last ? 'and' : '', conj };
  }
  if (last.kind === 'sub') return { ...whole, front: trimmed.slice(0, -1), link: 'sub', marker: last.word };
  if (last.kind === 'prep' && last.word === 'as')
    return { ...whole, front: trimmed.slice(0, -1), link: 'sub', marker: 'as' };
  return withSubject(trimmed, verb, previous, knowledge);
}

/** A finite verb after a phrase: finds where its clause begins and what of it is the subject. */
function withSubject(
  region: readonly Chunk[],
  verb: VerbGroup,
  previous: Clause | null,
  knowledge: VerbKnowledge,
): Division {
  const hard = findLast(
    region,
    (chunk) =>
      chunk.kind === 'that' ||
      chunk.kind === 'wh' ||
      chunk.kind === 'sub' ||
      (chunk.kind === 'stop' && !/[()]/.test(chunk.word)),
  );
  const boundary = region[hard];
  if (
    boundary?.kind === 'wh' ||
    (boundary?.kind === 'that' &&
      previousIsPhrase(region.slice(0, hard + 1)) &&
      (!previous || !takesThat(previous, region, hard, knowledge)))
  ) {
    const front = region.slice(0, hard);
    const object = antecedentOf(front, false);
    return {
      front: [...front],
      link: 'relative',
      marker: boundary.word,
      subject: subjectIn(region.slice(hard + 1)),
      ownSubject: true,
      conj: false,
      ...(object ? { relativeObject: object } : {}),
    };
  }
  const start = hard >= 0 ? hard + 1 : 0;
  let cut = start;
  let link: Link =
    boundary?.kind === 'that'
      ? 'that'
      : boundary?.kind === 'sub'
        ? /^(?:if|unless|should)$/.test(boundary.word)
          ? 'if'
          : 'sub'
        : 'root';
  let conj = false;
  const zeroThat =
    hard < 0 &&
    previous !== null &&
    knowledge.reports.has(previous.verb.lemma) &&
    !previous.verb.passive &&
    region[0]?.kind === 'phrase';
  if (zeroThat) link = 'that';
  else if (hard < 0 && previous) {
    if (
      verb.form === 'finite' &&
      !verb.passive &&
      !verb.modal &&
      !verb.perfect &&
      !verb.progressive &&
      couldBeReduced(region, verb)
    ) {
      const object = antecedentOf(region, false);
      return {
        front: [...region],
        link: 'reduced',
        marker: '',
        subject: object ? [object] : [],
        ownSubject: true,
        conj: false,
      };
    }
    const soft = softBoundary(region);
    if (soft < 0) {
      const object = antecedentOf(region, false);
      return {
        front: [...region],
        link: 'reduced',
        marker: '',
        subject: object ? [object] : [],
        ownSubject: true,
        conj: false,
      };
    }
    cut = soft + 1;
    link = 'and';
    conj = true;
  }
  const subject = subjectIn(region.slice(cut));
  const intro = introIn(region.slice(cut));
  const front = region.slice(0, hard >= 0 ? hard : cut);
  return {
    front: zeroThat ? [] : dropConjunction(front),
    link,
    marker: boundary && 'word' in boundary ? boundary.word : '',
    subject,
    intro,
    ownSubject: true,
    conj: conj || region[hard - 1]?.kind === 'conj',
  };
}

/** `information acquired by …`: a form in -ed right after a phrase and before a preposition, in a clause that has its verb. */
function couldBeReduced(region: readonly Chunk[], verb: VerbGroup): boolean {
  return verb.past && softBoundary(region) < 0;
}

function takesThat(
  previous: Clause,
  region: readonly Chunk[],
  hard: number,
  knowledge: VerbKnowledge,
): boolean {
  return (
    knowledge.reports.has(previous.verb.lemma) &&
    (hard === 0 ||
      !region.slice(0, hard).some((chunk) => chunk.kind === 'phrase') ||
      region[hard - 1]?.kind !== 'phrase' ||
      true)
  );
}

/** The last place in a region where a coordinated clause may begin: `, and`, `and`, `but`, a comma before the last phrase. */
function softBoundary(region: readonly Chunk[]): number {
  const conj = findLast(region, (chunk) => chunk.kind === 'conj');
  if (conj >= 0 && region[conj - 1]?.kind === 'comma') return conj;
  const comma = findLast(region, (chunk) => chunk.kind === 'comma');
  return conj >= 0 && conj > comma ? conj : comma;
}

/** The subject: the first phrase that no preposition governs, after introductory phrases and their comma, with what is joined to it. */
function subjectIn(row: readonly Chunk[]): Phrase[] {
  let start = 0;
  const comma = row.findIndex((chunk) => chunk.kind === 'comma');
  const introduced =
    row.slice(0, Math.max(0, comma)).some((chunk) => chunk.kind === 'prep') && isIntroduction(row, comma);
  if (introduced) start = comma + 1;
  else if (row[0]?.kind === 'prep' || row[0]?.kind === 'adv') {
    if (comma >= 0) start = comma + 1;
  } else {
    // "In August, …" was cut before; "The Ministers, in Tokyo, agreed": keep the front.
    const first = row.findIndex((chunk) => chunk.kind === 'phrase');
    start = Math.max(0, first);
  }
  const holder: Pick<Clause, 'objects' | 'preps'> = { objects: [], preps: [] };
  takeArguments(holder, row.slice(start));
  if (holder.objects.length > 0) return holder.objects;
  const nearest = row.findLast((chunk) => chunk.kind === 'phrase');
  return nearest?.kind === 'phrase' ? [nearest.phrase] : [];
}

/** A phrase of time or place before the comma, with the subject after it. */
function isIntroduction(row: readonly Chunk[], comma: number): boolean {
  const first = row[0];
  if (first?.kind === 'prep') return true;
  return (
    first?.kind === 'phrase' &&
    first.phrase.name === null &&
    row[1]?.kind === 'prep' &&
    row.slice(comma + 1).some((chunk) => chunk.kind === 'phrase') &&
    first.to - first.from === 1
  );
}

/** Introductory phrases before the subject: `Yesterday at the Pentagon, …`. */
function introIn(row: readonly Chunk[]): Attachment[] {
  const comma = row.findIndex((chunk) => chunk.kind === 'comma');
  if (comma < 0) return [];
  const holder: Pick<Clause, 'objects' | 'preps'> = { objects: [], preps: [] };
  takeArguments(holder, row.slice(0, comma));
  return holder.preps;
}

/** Distributes a row over objects and prepositional phrases; `of` binds to the phrase before, conjoined phrases to their like. */
function takeArguments(clause: Pick<Clause, 'objects' | 'preps'>, row: readonly Chunk[]): void {
  let preposition = '';
  let at = -1;
  let last: Phrase | null = null;
  let joining = false;
  for (const chunk of row) {
    if (chunk.kind === 'prep') {
      preposition = chunk.word;
      at = chunk.from;
      joining = false;
    } else if (chunk.kind === 'conj' || chunk.kind === 'comma') joining = last !== null;
    else if (chunk.kind === 'stop' && !/[()]/.test(chunk.word)) joining = false;
    else if (chunk.kind === 'phrase') {
      const { phrase } = chunk;
      if (preposition !== '' && !joining) {
        const attachment = { preposition, at, phrase };
        if (last) last.post.push(attachment);
        if (preposition !== 'of' || !last) clause.preps.push(attachment);
      } else if (preposition !== '' && joining) {
        const owner = clause.preps.findLast((other) => other.preposition === preposition);
        const ofOwner = preposition === 'of' ? lastOf(clause) : null;
        if (owner && preposition !== 'of') {
          clause.preps.push({ preposition, at: owner.at, phrase });
          owner.phrase.conjuncts.push(phrase);
        } else if (ofOwner) ofOwner.phrase.conjuncts.push(phrase);
        else clause.objects.push(phrase);
      } else {
        if (joining && last) clause.objects[0]?.conjuncts.push(phrase);
        clause.objects.push(phrase);
      }
      last = phrase;
      joining = false;
    }
  }
}

function lastOf(clause: Pick<Clause, 'objects' | 'preps'>): Attachment | null {
  const all = [...clause.objects, ...clause.preps.map((prep) => prep.phrase)]
    .flatMap(deepPost)
    .filter((item) => item.preposition === 'of');
  return all.sort((a, b) => a.at - b.at).at(-1) ?? null;
}

function deepPost(phrase: Phrase): Attachment[] {
  return phrase.post.flatMap((item) => [item, ...deepPost(item.phrase)]);
}

function attach(
  verb: VerbGroup,
  division: Division,
  found: readonly Clause[],
  previous: Clause | null,
  lead: Clause | null,
  knowledge: VerbKnowledge,
): Clause {
  const clause: Clause = {
    verb,
    link: division.link,
    parent: previous,
    marker: division.marker,
    subject: division.subject,
    objects: [],
    preps: [],
    span: { from: verb.from, to: verb.to },
    ownSubject: division.ownSubject,
  };
  if (division.relativeObject) clause.objects.push(division.relativeObject);
  if (division.intro) clause.preps.push(...division.intro);
  if (division.link === 'and' && !division.ownSubject) {
    const like = previous ? sister(found, verb) : null;
    if (like) {
      clause.link = like.link === 'root' ? 'and' : like.link;
      clause.parent = like.link === 'root' || like.link === 'and' ? like : like.parent;
      clause.marker = like.marker;
      inherit(clause, like);
      if (!verb.modal && like.verb.modal && !verb.past) verb.modal = like.verb.modal;
      if (like.verb.negated && !verb.modal) verb.negated = verb.negated || false;
    } else if (lead) underLead(clause, lead);
    return clause;
  }
  if (division.link === 'to' && division.conj) {
    const like = found.findLast((other) => other.verb.form === 'infinitive');
    if (like) {
      clause.parent = like.parent;
      clause.link = like.link;
      inherit(clause, like);
      return clause;
    }
  }
  if (division.link === 'gerund' && division.conj) {
    const like = found.findLast((other) => other.verb.form === 'gerund');
    if (like) {
      clause.parent = like.parent;
      clause.link = like.link;
      clause.marker = like.marker;
      inherit(clause, like);
      return clause;
    }
  }
  throughPredicate(clause, previous);
  if (division.ownSubject) {
    if (division.link === 'that' && previous)
      clause.parent = division.conj ? (sisterThat(found) ?? previous) : previous;
    return clause;
  }
  if (!previous) {
    if (lead) underLead(clause, lead);
    else clause.parent = null;
    return clause;
  }
  if (
    division.link === 'to' &&
    knowledge.objectControl.has(previous.verb.lemma) &&
    previous.verb.form !== 'gerund'
  ) {
    clause.subject = previous.verb.passive
      ? previous.subject
      : previous.preps
          .filter((prep) => /^(?:on|upon|for)$/.test(prep.preposition))
          .map((prep) => prep.phrase);
    if (!previous.verb.passive && previous.objects.length > 0) clause.subject = previous.objects;
    if (clause.subject.length > 0) return clause;
  }
  inherit(clause, previous);
  return clause;
}

/** `… confirmed that A, and that B`: the second clause hangs where the first does. */
function sisterThat(found: readonly Clause[]): Clause | null {
  return found.findLast((other) => other.link === 'that')?.parent ?? null;
}

function underLead(clause: Clause, lead: Clause): void {
  if (clause.verb.past || lead.verb.lemma === '') {
    clause.link = 'root';
    clause.parent = null;
    clause.subject = lead.subject;
  } else {
    clause.link = clause.verb.form === 'infinitive' || clause.verb.form === 'finite' ? 'to' : clause.link;
    clause.parent = lead;
    clause.verb.modal ??= 'to';
    inherit(clause, lead);
  }
}

function inherit(clause: Clause, from: Clause): void {
  clause.subject = from.verb.passive && clause.link !== 'and' ? from.subject : from.subject;
  clause.ownSubject = false;
}

/** The clause a verb after a bare conjunction goes with: same kind of form, nearest first. */
function sister(found: readonly Clause[], verb: VerbGroup): Clause | null {
  const base = !verb.past && !verb.modal && !verb.progressive && !verb.perfect && !verb.passive;
  const like = found.findLast((other) => {
    if (other.link === 'relative' || other.link === 'reduced') return false;
    if (base)
      return (
        other.verb.form === 'infinitive' ||
        (other.verb.modal !== null && other.verb.form === 'finite') ||
        !other.verb.past
      );
    if (verb.past)
      return (
        other.verb.past &&
        other.verb.form === 'finite' &&
        !(verb.passive !== other.verb.passive && other.link === 'that' && false)
      );
    return other.verb.form === 'finite' && !other.verb.past;
  });
  return like ?? found.findLast((other) => other.verb.form === 'finite') ?? null;
}

/** `X is an outrage that undermines Y`: X undermines it. */
function throughPredicate(clause: Clause, previous: Clause | null): void {
  const [first] = clause.subject;
  if (
    clause.link === 'relative' &&
    first &&
    previous &&
    /^(?:be|remain|become)$/.test(previous.verb.lemma) &&
    previous.objects.includes(first) &&
    previous.subject.length > 0
  )
    clause.subject = previous.subject;
}

function antecedentOf(row: readonly Chunk[], topmost: boolean): Phrase | null {
  const holder: Pick<Clause, 'objects' | 'preps'> = { objects: [], preps: [] };
  const copy = row.map((chunk) =>
    chunk.kind === 'phrase' ? { ...chunk, phrase: { ...chunk.phrase, post: [], conjuncts: [] } } : chunk,
  );
  takeArguments(holder, copy);
  const original = (target: Phrase | undefined): Phrase | null => {
    const chunk = row.find((item) => item.kind === 'phrase' && item.from === target?.from);
    return chunk?.kind === 'phrase' ? chunk.phrase : null;
  };
  if (topmost) return original(holder.objects.at(-1) ?? holder.preps.at(-1)?.phrase);
  const nearest = row.findLast((chunk) => chunk.kind === 'phrase');
  return nearest?.kind === 'phrase' ? nearest.phrase : null;
}

function previousIsPhrase(region: readonly Chunk[]): boolean {
  const before = region.at(-2);
  return before?.kind === 'phrase' || (before?.kind === 'comma' && region.at(-3)?.kind === 'phrase');
}

function dropConjunction(row: readonly Chunk[]): Chunk[] {
  return dropTail(
    row,
    (chunk) =>
      chunk.kind === 'conj' || chunk.kind === 'comma' || chunk.kind === 'stop' || chunk.kind === 'that',
  );
}

function dropTail(row: readonly Chunk[], drop: (chunk: Chunk) => boolean): Chunk[] {
  let end = row.length;
  while (end > 0 && drop(row[end - 1] as Chunk)) end -= 1;
  return row.slice(0, end);
}

function findLast(row: readonly Chunk[], test: (chunk: Chunk) => boolean): number {
  for (let i = row.length - 1; i >= 0; i -= 1) if (test(row[i] as Chunk)) return i;
  return -1;
}

function spanOf(clause: Clause): { from: number; to: number } {
  const ends = [
    clause.verb.to,
    ...clause.objects.map(endOf),
    ...clause.preps.map((prep) => endOf(prep.phrase)),
  ];
  const starts = [
    clause.verb.from,
    ...(clause.ownSubject ? clause.subject.map((phrase) => phrase.from) : []),
  ];
  return { from: Math.min(...starts), to: Math.max(...ends) };
}

/** Where a phrase ends with all that hangs on it. */
export function endOf(phrase: Phrase): number {
  return Math.max(phrase.to, ...phrase.post.map((item) => endOf(item.phrase)));
}
