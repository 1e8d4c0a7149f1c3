/** The row between two verbs: what of it belongs to the first, and how the second hangs on what came before. */
import {
  antecedentOf,
  dropConjunction,
  dropTail,
  findLast,
  introIn,
  previousIsPhrase,
  relativeTo,
  subjectIn,
} from './arguments.ts';
import type { Attachment, Chunk, Clause, Link, Phrase, VerbGroup } from './tree.ts';

export type Division = {
  front: Chunk[];
  link: Link;
  marker: string;
  subject: Phrase[];
  ownSubject: boolean;
  conj: boolean;
  relativeObject?: Phrase;
  intro?: Attachment[];
  /** `…, as well as efforts to …` after a relative clause: back to the clause it stands in. */
  aside?: boolean;
};

/** What the parser must know of verbs: who takes a clause, and whose subject is the object of the verb above. */
export type VerbKnowledge = {
  reports: ReadonlySet<string>;
  objectControl: ReadonlySet<string>;
  /** Lower-case head of a phrase. */
  headOf(phrase: Phrase): string;
};

export function divide(
  region: readonly Chunk[],
  verb: VerbGroup,
  previous: Clause | null,
  knowledge: VerbKnowledge,
  { next, interrupted, only }: { next: Chunk | null; interrupted: boolean; only: boolean },
): Division {
  const trimmed = dropTail(region, (chunk) => chunk.kind === 'adv');
  const last = trimmed.at(-1);
  const whole = { front: [...trimmed], subject: [] as Phrase[], ownSubject: false, marker: '', conj: false };
  if (verb.form === 'infinitive') {
    if (last?.kind === 'mark')
      return { ...whole, front: trimmed.slice(0, -1), link: 'purpose', marker: last.word };
    const listed =
      last?.kind === 'comma' &&
      trimmed.some((chunk) => chunk.kind === 'conj') &&
      previous?.verb.form === 'infinitive';
    const conj = last?.kind === 'conj' || listed;
    return {
      ...whole,
      front: conj ? dropConjunction(trimmed) : [...trimmed],
      link: 'to',
      marker: 'to',
      conj,
      aside: trimmed.some(
        (chunk, i) => chunk.kind === 'conj' && trimmed[i + 1]?.kind === 'phrase' && i >= trimmed.length - 3,
      ),
    };
  }
  if (verb.form === 'gerund') {
    if (last?.kind === 'prep')
      return { ...whole, front: trimmed.slice(0, -1), link: 'gerund', marker: last.word };
    if (last?.kind === 'conj')
      return { ...whole, front: dropConjunction(trimmed), link: 'gerund', marker: 'and', conj: true };
    const complement = previous !== null && trimmed.length === 0;
    // `…, the path of dialogue remaining open`, `…, with the Union funding new posts`: a subject of its own.
    const comma = findLast(trimmed, (chunk) => chunk.kind === 'comma');
    const begin =
      trimmed[comma + 1]?.kind === 'prep' && (trimmed[comma + 1] as { word: string }).word === 'with'
        ? comma + 2
        : comma + 1;
    const own = trimmed.slice(begin);
    if (
      previous &&
      comma > 0 &&
      last?.kind === 'phrase' &&
      own[0]?.kind === 'phrase' &&
      own.every((chunk) => /^(?:phrase|prep|adv)$/.test(chunk.kind))
    )
      return {
        ...whole,
        front: trimmed.slice(0, comma),
        link: 'adjunct',
        marker: ',',
        subject: [own[0].phrase],
        ownSubject: true,
      };
    // `three aircraft belonging to the Air Force`
    if (last?.kind === 'phrase' && /^(?:belong|pertain|consist|stem|originate)$/.test(verb.lemma))
      return { ...whole, link: 'relative', subject: [last.phrase], ownSubject: true };
    return {
      ...whole,
      front: dropTail(trimmed, (chunk) => chunk.kind === 'comma'),
      link: complement ? 'gerund' : 'adjunct',
      marker: last?.kind === 'comma' ? ',' : '',
    };
  }
  if (last?.kind === 'wh' || (last?.kind === 'that' && previousIsPhrase(trimmed))) {
    const front = trimmed.slice(0, -1);
    const antecedent = relativeTo(
      front,
      last.word,
      last.kind === 'wh' && front.at(-1)?.kind === 'comma',
      verb.lemma,
    );
    return {
      ...whole,
      front,
      link: 'relative',
      marker: last.word,
      subject: antecedent ? [antecedent] : [],
      ownSubject: true,
    };
  }
  const bare =
    verb.past &&
    verb.participle &&
    !verb.modal &&
    !verb.perfect &&
    !verb.passive &&
    verb.to - verb.from === verb.lemma.split(' ').length;
  const described =
    last?.kind === 'comma' &&
    trimmed.at(-2)?.kind === 'phrase' &&
    UNDERGONE.test(verb.lemma) &&
    (next === null || /^(?:prep|adv|comma|stop)$/.test(next.kind));
  const aside =
    !only &&
    (interrupted ||
      described ||
      (next?.kind === 'prep' && (next.word === 'by' || (last?.kind === 'comma' && previous === null))));
  const pronoun =
    last?.kind === 'phrase' && last.phrase.pronoun && PERSONAL.test(knowledge.headOf(last.phrase));
  const relative = trimmed.findLastIndex((chunk) => chunk.kind === 'wh');
  // `to which Exercise X, held in May, …`: the relative clause has a subject that still waits for its verb.
  const awaited = relative >= 0 && !(described && relative < trimmed.length - 2);
  if (bare && aside && last && last.kind !== 'conj' && !awaited && !pronoun) {
    const wh = trimmed.findLastIndex((chunk) => chunk.kind === 'wh');
    const outer = trimmed[wh - 1]?.kind === 'prep' ? wh - 1 : wh;
    // `disaster response, to which Exercise X, held in May, contributed`: what is held stands in the relative clause.
    const front = wh >= 0 && described ? dropConjunction(trimmed.slice(0, outer)) : dropConjunction(trimmed);
    const inner = wh >= 0 && described ? trimmed.slice(wh + 1) : front;
    // `the attack on the market in X claimed by Y`: it is the attack that was claimed.
    const object = antecedentOf(inner, next?.kind === 'prep' && next.word === 'by' && DONE.test(verb.lemma));
    return { ...whole, front, link: 'reduced', subject: object ? [object] : [], ownSubject: true };
  }
  if (
    !last ||
    last.kind === 'conj' ||
    last.kind === 'comma' ||
    last.kind === 'stop' ||
    (last.kind === 'that' && !previousIsPhrase(trimmed))
  ) {
    const conj = last?.kind === 'conj' || last?.kind === 'comma';
    // `Oman, unlike Bahrain, did not …`, `…; the submarine, built in China, is …`: between commas stands an aside.
    const stop = findLast(trimmed, (chunk) => chunk.kind === 'stop' && !/[()]/.test(chunk.word));
    const opening =
      (!previous || stop >= 0) && last?.kind === 'comma' ? openingSubject(trimmed.slice(stop + 1)) : [];
    if (opening.length > 0)
      return {
        ...whole,
        front: stop >= 0 && previous ? trimmed.slice(0, stop) : [],
        link: 'root',
        subject: subjectIn(opening),
        ownSubject: true,
        // `Both forces, with France and Togo, will join X`.
        intro: introIn(trimmed.slice(stop + 1 + opening.length + 1)).filter((item) =>
          /^(?:with|alongside|together with|along with)$/.test(item.preposition),
        ),
      };
    const more = last?.kind === 'conj' && /^(?:let alone|much less|still less)$/.test(last.word);
    return {
      ...whole,
      front: dropConjunction(trimmed),
      link: 'and',
      marker: more ? last.word : last ? 'and' : '',
      conj,
    };
  }
  if (last.kind === 'sub') return { ...whole, front: trimmed.slice(0, -1), link: 'sub', marker: last.word };
  if (last.kind === 'prep' && last.word === 'as')
    return { ...whole, front: trimmed.slice(0, -1), link: 'sub', marker: 'as' };
  return withSubject(trimmed, verb, previous, knowledge);
}

/** What a sentence begins with before its commas: the first phrase, and what `and` joins to it; what stands between commas is an aside. */
function openingSubject(row: readonly Chunk[]): Chunk[] {
  if (row[0]?.kind !== 'phrase') return [];
  const pieces: Chunk[][] = [[]];
  for (const chunk of row) {
    if (chunk.kind === 'comma') pieces.push([]);
    else pieces.at(-1)?.push(chunk);
  }
  const parts = pieces.filter((piece) => piece.length > 0);
  if (parts.some((piece) => piece.some((chunk) => chunk.kind === 'stop' && !/[()]/.test(chunk.word))))
    return [];
  const joins = parts.findIndex((piece) => piece[0]?.kind === 'conj');
  const [first = [], second] = parts;
  // `A, B, and C, all of them …` begins with a list; `X, minister of Y, met …` with one name.
  if (joins > 0) return dropTail(row, (chunk) => chunk.kind === 'comma');
  return !second || /^(?:phrase|prep|adv)$/.test(second[0]?.kind ?? '') ? [...first] : [];
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
  // `It is alleged in X that on 3 May the army …`.
  if (boundary?.kind === 'that' && previous && isExpletive(previous, knowledge))
    return {
      front: region.slice(0, hard),
      link: 'that',
      marker: '',
      subject: subjectIn(region.slice(hard + 1)),
      ownSubject: true,
      conj: false,
    };
  if (boundary?.kind === 'that' && holdsContent(region.slice(0, hard), knowledge)) {
    return {
      front: region.slice(0, hard),
      link: 'that',
      marker: 'content',
      subject: subjectIn(region.slice(hard + 1)),
      ownSubject: true,
      conj: false,
    };
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
    if (soft < 0 && clearlyFinite(verb)) {
      const time = timeBoundary(region);
      if (time >= 0) {
        return {
          front: region.slice(0, time),
          link: 'sub',
          marker: (region[time] as { word: string }).word,
          subject: subjectIn(region.slice(time + 1)),
          ownSubject: true,
          conj: false,
        };
      }
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

const PERSONAL = /^(?:it|they|he|she|we|i|you)$/;

/** Verbs whose object behind a comma and `which` is what the clause before tells. */
const JUDGED =
  /^(?:condemn|denounce|deplore|oppose|reject|welcome|praise|attribute|blame|criticize|criticise|protest|support|endorse|claim|describe|regard|call|deny|applaud|hail|decry|regret|back|launch|facilitate|appreciate)$/;

/** Behind a comma, and with no object, these tell what was done to the thing before it: `two drones, bought with help from Spain`. */
const UNDERGONE =
  /^(?:hold|build|base|buy|sign|found|station|deploy|locate|produce|acquire|order|deliver|lease|launch|publish|adopt|manufacture|man|crew|own|fund|finance|back|lead|head|chair|flank|host|organi[sz]e|conduct|accompany|seize|supply|donate|transfer|moor|dock|purchase|establish|create|establish|draft|negotiate|conclude|inaugurate|open|commission|name|schedule|plan|equip|arm|train|design|develop|mount|fit|board|detain|arrest|kill|wound|injure|damage|destroy|hit|sink|jam|shoot down|impose|lift|set up|carry out|draw up|grant|award|attribute|ratify|situate|posit|site|deny|report|intend|mean|aim|backdate|co-chair|co-host|co-finance|initiate|broker|mediate|sponsor|support)$/;

/** What is done to deeds, behind whatever else is told of them. */
const DONE =
  /^(?:claim|carry out|conduct|perpetrate|stage|mount|launch|commit|attribute|blame|orchestrate|execute|condemn|undertake|organize|organise)$/;

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
