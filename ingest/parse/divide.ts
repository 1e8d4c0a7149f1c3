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
import { withSubject } from './finite.ts';
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

const PERSONAL = /^(?:it|they|he|she|we|i|you)$/;

/** Behind a comma, and with no object, these tell what was done to the thing before it: `two drones, bought with help from Spain`. */
const UNDERGONE =
  /^(?:hold|build|base|buy|sign|found|station|deploy|locate|produce|acquire|order|deliver|lease|launch|publish|adopt|manufacture|man|crew|own|fund|finance|back|lead|head|chair|flank|host|organi[sz]e|conduct|accompany|seize|supply|donate|transfer|moor|dock|purchase|establish|create|draft|negotiate|conclude|inaugurate|open|commission|name|schedule|plan|equip|arm|train|design|develop|mount|fit|board|detain|arrest|kill|wound|injure|damage|destroy|hit|sink|jam|shoot down|impose|lift|set up|carry out|draw up|grant|award|attribute|ratify|situate|posit|site|deny|report|intend|mean|aim|backdate|co-chair|co-host|co-finance|initiate|broker|mediate|sponsor|support)$/;

/** What is done to deeds, behind whatever else is told of them. */
const DONE =
  /^(?:claim|carry out|conduct|perpetrate|stage|mount|launch|commit|attribute|blame|orchestrate|execute|condemn|undertake|organize|organise)$/;
