/** A finite verb behind a phrase: where its clause begins, what of the row is its subject, and how it hangs on the clause before. */
import {
  antecedentOf,
  dropConjunction,
  findLast,
  introIn,
  previousIsPhrase,
  relativeTo,
  subjectIn,
} from './arguments.ts';
import type { Division, VerbKnowledge } from './divide.ts';
import type { Chunk, Clause, Link, VerbGroup } from './tree.ts';

/** A finite verb after a phrase: finds where its clause begins and what of it is the subject. */
export function withSubject(
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
  /** A clause with its own subject behind the word at `at`. */
  const behindWord = (at: number, link: Link, marker: string): Division => ({
    front: region.slice(0, at),
    link,
    marker,
    subject: subjectIn(region.slice(at + 1)),
    ownSubject: true,
    conj: false,
  });
  if (boundary?.kind === 'that') {
    // `It is alleged in X that on 3 May the army …`.
    if (previous && isExpletive(previous, knowledge)) return behindWord(hard, 'that', '');
    if (holdsContent(region.slice(0, hard), knowledge)) return behindWord(hard, 'that', 'content');
  }
  if (
    boundary?.kind === 'wh' ||
    (boundary?.kind === 'that' &&
      previousIsPhrase(region.slice(0, hard + 1)) &&
      (!previous || !takesThat(previous, knowledge) || namesThing(region.slice(0, hard), previous)))
  ) {
    const behind = region.slice(hard + 1);
    if (boundary?.kind === 'wh' && behind[0]?.kind === 'prep' && !hasBarePhrase(behind)) {
      const front = region.slice(0, hard);
      const antecedent = relativeTo(front, boundary.word, front.at(-1)?.kind === 'comma', verb.lemma);
      return {
        front,
        link: 'relative',
        marker: boundary.word,
        subject: antecedent ? [antecedent] : [],
        ownSubject: true,
        conj: false,
      };
    }
    const governed =
      region[hard - 1]?.kind === 'prep' ? (region[hard - 1] as { word: string; from: number }) : null;
    const front = region.slice(0, governed ? hard - 1 : hard);
    // `the launch of a satellite, which Korea denounced`: behind a comma a judgement is of the whole.
    // `the aircraft that the Command transferred in May, which the Army flies from X`: both are of the aircraft.
    const object =
      antecedentOf(front, front.at(-1)?.kind === 'comma' && JUDGED.test(verb.lemma)) ??
      (previous?.link === 'relative' || previous?.link === 'reduced'
        ? (previous.objects[0] ?? previous.subject[0] ?? null)
        : null);
    return {
      front: [...front],
      link: 'relative',
      marker: boundary.word,
      subject: subjectIn(region.slice(hard + 1)),
      ownSubject: true,
      conj: false,
      ...(object && governed
        ? { intro: [{ preposition: governed.word, at: object.from, phrase: object }] }
        : object
          ? { relativeObject: object }
          : {}),
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
    !previous.verb.passive &&
    region[0]?.kind === 'phrase' &&
    (SAYS.test(previous.verb.lemma) ||
      (knowledge.reports.has(previous.verb.lemma) && softBoundary(region) < 0)) &&
    (SAYS.test(previous.verb.lemma) || clearlyFinite(verb));
  const [report, holder] = region;
  // `reaffirmed the deterrence it provides`, not `told the committee it would`.
  const provided =
    zeroThat &&
    region.length === 2 &&
    holder?.kind === 'phrase' &&
    holder.phrase.pronoun &&
    previous !== null &&
    !TOLD.test(previous.verb.lemma) &&
    report?.kind === 'phrase' &&
    !CONTENT.test(knowledge.headOf(report.phrase))
      ? contactClause(region)
      : null;
  if (provided) return provided;
  if (
    zeroThat &&
    report?.kind === 'phrase' &&
    holder?.kind === 'phrase' &&
    CONTENT.test(knowledge.headOf(report.phrase))
  )
    // `rejected claims it had allowed X`.
    return {
      front: [report],
      link: 'that',
      marker: 'content',
      subject: subjectIn(region.slice(1)),
      ownSubject: true,
      conj: false,
    };
  if (zeroThat) link = 'that';
  else if (hard < 0 && previous) {
    const opened =
      previous.subject.length === 0 &&
      !previous.ownSubject &&
      previous.link !== 'to' &&
      previous.verb.from <= 2;
    const soft = opened ? openingEnd(region) : softBoundary(region);
    const participle =
      verb.form === 'finite' &&
      !verb.passive &&
      !verb.modal &&
      !verb.perfect &&
      !verb.progressive &&
      couldBeReduced(region, verb);
    // `for the assistance it provided`.
    const held = region.at(-1);
    if (
      soft < 0 &&
      verb.form === 'finite' &&
      held?.kind === 'phrase' &&
      /^(?:it|they|he|she|we)$/.test(knowledge.headOf(held.phrase))
    ) {
      const contact = contactClause(region);
      if (contact) return contact;
    }
    if (soft < 0 && clearlyFinite(verb)) {
      const time = timeBoundary(region);
      if (time >= 0) return behindWord(time, 'sub', (region[time] as { word: string }).word);
      const contact = contactClause(region);
      if (contact) return contact;
    }
    if (participle || soft < 0) {
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

/** `It is a fact that …`, `It was reported in X that …`. */
function isExpletive({ verb, subject }: Clause, knowledge: VerbKnowledge): boolean {
  const [it] = subject;
  return verb.lemma === 'be' && it?.pronoun === true && knowledge.headOf(it) === 'it';
}

/** Whether a phrase stands in the row that no preposition governs. */
export function hasBarePhrase(row: readonly Chunk[]): boolean {
  return row.some(
    (chunk, i) => chunk.kind === 'phrase' && row[i - 1]?.kind !== 'prep' && row[i - 1]?.kind !== 'conj',
  );
}

/** `the assertion in a daily that …`: a noun that has a content, with no more than its prepositional phrases before `that`. */
function holdsContent(row: readonly Chunk[], knowledge: VerbKnowledge): boolean {
  const at = findLast(
    row,
    (chunk) => chunk.kind === 'phrase' && CONTENT.test(knowledge.headOf(chunk.phrase)),
  );
  if (at < 0) return false;
  const behind = row.slice(at + 1);
  return behind.every(
    (chunk, i) =>
      chunk.kind === 'prep' ||
      chunk.kind === 'adv' ||
      (chunk.kind === 'phrase' && (i === 0 || behind[i - 1]?.kind !== 'phrase')),
  );
}

/** Verbs whose object behind a comma and `which` is what the clause before tells. */
const JUDGED =
  /^(?:condemn|denounce|deplore|oppose|reject|welcome|praise|attribute|blame|criticize|criticise|protest|support|endorse|claim|describe|regard|call|deny|applaud|hail|decry|regret|back|launch|facilitate|appreciate)$/;

/** Verbs whose object is told something. */
const TOLD = /^(?:tell|inform|assure|remind|warn|notify|convince|show|promise|brief|advise|say|add)$/;

const SAYS = /^(?:say|think|believe|hope|add|claim|suggest|expect|warn|insist|tell|fear)$/;

/** A verb that cannot be a participle hanging on the noun before it. */
function clearlyFinite(verb: VerbGroup): boolean {
  return (
    verb.form === 'finite' &&
    (verb.modal !== null ||
      verb.perfect ||
      verb.progressive ||
      verb.passive ||
      verb.lemma === 'be' ||
      !verb.participle)
  );
}

/** `The test came as Seoul was weighing …`: a preposition that here begins a clause. */
function timeBoundary(region: readonly Chunk[]): number {
  const at = findLast(
    region,
    (chunk) => chunk.kind === 'prep' && /^(?:as|after|before|since|until|till)$/.test(chunk.word),
  );
  return at >= 0 && region[at + 1]?.kind === 'phrase' ? at : -1;
}

/** `the base the United States operates`: a relative clause without its pronoun. */
function contactClause(region: readonly Chunk[]): Division | null {
  const last = region.at(-1);
  const before = region.at(-2);
  if (last?.kind !== 'phrase' || before?.kind !== 'phrase' || !before.phrase.determined) return null;
  return {
    front: region.slice(0, -1),
    link: 'relative',
    marker: '',
    subject: [last.phrase],
    ownSubject: true,
    conj: false,
    relativeObject: before.phrase,
  };
}

/** Nouns that have a content: `reports that …`. */
export const CONTENT =
  /^(?:evidence|proof|indications?|signs?|confirmation|denials?|warnings?|concerns?|reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|ideas?|notions?|assertions?|charges?|speculation|news|statements?|belief|view|fact|possibility|assurances?|stor(?:y|ies)|accounts?|articles?|impression|theor(?:y|ies)|narratives?|contentions?|insinuations?|perception|hints?|conclusion|tales?)$/;

/** `information acquired by …`: a form in -ed right after a phrase and before a preposition, in a clause that has its verb. */
function couldBeReduced(region: readonly Chunk[], verb: VerbGroup): boolean {
  return verb.past && verb.participle && softBoundary(region) < 0;
}

/** `welcomed the Strategy that X published`, `thanks for the aircraft that Y sent`: the thing named before `that` is what it tells of. */
function namesThing(front: readonly Chunk[], previous: Clause): boolean {
  const last = front.at(-1);
  return (
    last?.kind === 'phrase' &&
    !TOLD.test(previous.verb.lemma) &&
    /^(?:EquipmentType|Strategy|Agreement|Exercise|Facility|Program)$/.test(last.phrase.name?.type ?? '')
  );
}

function takesThat(previous: Clause, knowledge: VerbKnowledge): boolean {
  return knowledge.reports.has(previous.verb.lemma);
}

/** `Concerned by X, the Ministers of A, B and C …`: the comma that ends the opening. */
function openingEnd(region: readonly Chunk[]): number {
  const at = region.findIndex((chunk, i) => {
    const next = region[i + 1];
    return (
      chunk.kind === 'comma' &&
      next?.kind === 'phrase' &&
      (next.phrase.determined ||
        next.phrase.pronoun ||
        /^(?:Person|Country|Organization)$/.test(next.phrase.name?.type ?? ''))
    );
  });
  return at >= 0 ? at : softBoundary(region);
}

/** The last place in a region where a coordinated clause may begin: `, and`, `and`, `but`, a comma before the last phrase. */
function softBoundary(region: readonly Chunk[]): number {
  const conj = findLast(region, (chunk) => chunk.kind === 'conj');
  if (conj >= 0 && region[conj - 1]?.kind === 'comma') return conj;
  const comma = findLast(region, (chunk) => chunk.kind === 'comma');
  return conj >= 0 && conj > comma ? conj : comma;
}
