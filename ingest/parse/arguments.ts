/** Distribution of a row of chunks over a verb: objects, prepositional phrases, subject. */
import type { Attachment, Chunk, Clause, Phrase } from './tree.ts';

type Holder = Pick<Clause, 'objects' | 'preps'>;

/** The subject: the first phrase that no preposition governs, after introductory phrases and their comma, with what is joined to it. */
export function subjectIn(row: readonly Chunk[]): Phrase[] {
  let start = 0;
  const comma = row.findIndex((chunk) => chunk.kind === 'comma');
  const introduced =
    row.slice(0, Math.max(0, comma)).some((chunk) => chunk.kind === 'prep') && isIntroduction(row, comma);
  if (introduced) start = comma + 1;
  else if (row[0]?.kind === 'prep' || row[0]?.kind === 'adv') {
    // `On Thursday X and Y, who …, visited Z`: no comma closes the time.
    const bare = row[0]?.kind === 'adv' && row[1]?.kind === 'phrase';
    if (comma >= 0) start = bare ? 1 : comma + 1;
  } else {
    // "In August, …" was cut before; "The Ministers, in Tokyo, agreed": keep the front.
    const first = row.findIndex((chunk) => chunk.kind === 'phrase');
    start = Math.max(0, first);
  }
  const holder: Holder = { objects: [], preps: [] };
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
    // "Ministers from Poland, Lithuania and Ukraine" is a subject, "Yesterday at the Pentagon, …" none.
    // nor is "Consultations between A, and B,".
    !/^(?:from|of|between|among|with)$/.test(row[1].word) &&
    row.slice(comma + 1).some((chunk) => chunk.kind === 'phrase') &&
    first.to - first.from === 1
  );
}

/** `compared notes on the situation in X and the resurgence of Y`: like what the preposition governs, more than like the object. */
function belongsBelow(clause: Holder, phrase: Phrase, last: Phrase | null, object: Phrase | null): boolean {
  const below = carrier(clause, phrase, last, false)?.phrase;
  return (
    below !== undefined &&
    object !== null &&
    below.determined === phrase.determined &&
    object.determined !== phrase.determined
  );
}

/** Introductory phrases before the subject: `Yesterday at the Pentagon, …`. */
export function introIn(row: readonly Chunk[]): Attachment[] {
  const comma = row.findIndex((chunk) => chunk.kind === 'comma');
  if (comma < 0) return [];
  const holder: Holder = { objects: [], preps: [] };
  takeArguments(holder, row.slice(0, comma));
  return holder.preps;
}

/** Whether a joined phrase is like the object above rather than like the complement before it: `the return of refugees, the fight …`. */
function belongsAbove(phrase: Phrase, last: Phrase | null, object: Phrase | null): boolean {
  if (!last || !object || last === object) return false;
  const like = (other: Phrase) =>
    Number((phrase.name !== null) === (other.name !== null)) * 2 +
    Number(phrase.determined === other.determined);
  return like(object) > like(last);
}

/** Distributes a row over objects and prepositional phrases; `of` binds to the phrase before, conjoined phrases to their like. */
export function takeArguments(clause: Holder, row: readonly Chunk[]): void {
  let preposition = '';
  let at = -1;
  let last: Phrase | null = null;
  let joining = false;
  let above = false;
  let join: 'conj' | 'comma' | null = null;
  let joined: number | null = null;
  for (const [index, chunk] of row.entries()) {
    if (chunk.kind === 'prep') {
      joined =
        joining && (join === 'conj' || chunk.word === preposition)
          ? coordinated(clause, chunk.word, preposition, at)
          : null;
      preposition = chunk.word;
      at = chunk.from;
      joining = false;
    } else if (chunk.kind === 'conj' || chunk.kind === 'comma') {
      joining = last !== null;
      join = chunk.kind;
      above = chunk.kind === 'conj' && chunk.word === 'as well as';
    } else if (chunk.kind === 'stop' && !/[()]/.test(chunk.word)) joining = false;
    else if (chunk.kind === 'phrase') {
      const { phrase } = chunk;
      if (joining && join === 'comma' && (isApposition(row, index) || placesIn(last, row, index))) {
        joining = false;
        continue;
      }
      // `in the strongest terms Russia's war`: a phrase right behind a phrase is not the preposition's.
      const second =
        row[index - 1]?.kind === 'phrase' && preposition !== '' && !joining && clause.objects.length === 0;
      if (second && last && phrase.from === last.to) {
        clause.objects.push(phrase);
        last = phrase;
        continue;
      }
      if (preposition !== '' && !joining) {
        const attachment: Attachment = { preposition, at, phrase, ...(joined === null ? {} : { joined }) };
        if (last) last.post.push(attachment);
        const like: Attachment | undefined =
          joined === null ? undefined : clause.preps.find((item) => item.at === joined);
        if (like && like.phrase !== phrase) like.phrase.conjuncts.push(phrase);
        if (preposition !== 'of' || !last) clause.preps.push(attachment);
      } else if (joining && listedWith(clause, phrase, last, above)) {
        const list = listedWith(clause, phrase, last, above);
        if (list) {
          clause.preps.push({ preposition: list.preposition, at: list.at, phrase });
          list.phrase.conjuncts.push(phrase);
        }
      } else if (
        preposition !== '' &&
        joining &&
        !(above && clause.objects.length > 0) &&
        (!belongsAbove(phrase, last, clause.objects.at(-1) ?? null) ||
          belongsBelow(clause, phrase, last, clause.objects.at(-1) ?? null))
      ) {
        const owner =
          carrier(clause, phrase, last, above) ??
          clause.preps.findLast((other) => other.preposition === preposition);
        const ofOwner = preposition === 'of' ? lastOf(clause) : null;
        if (owner && (preposition !== 'of' || owner.preposition !== 'of')) {
          clause.preps.push({ preposition: owner.preposition, at: owner.at, phrase });
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

/** `for a ceasefire in Yemen as well as humanitarian access`: what is joined to the phrase that the last preposition hangs on. */
function carrier(clause: Holder, phrase: Phrase, last: Phrase | null, above: boolean): Attachment | null {
  if (!last || (last.name === null && !above) || phrase.name !== null) return null;
  return (
    clause.preps.findLast(
      (item) =>
        item.phrase !== last &&
        item.phrase.name === null &&
        item.preposition !== 'of' &&
        item.phrase.post.some((below) => below.phrase === last),
    ) ?? null
  );
}

/** `…, a charge that …`, `…, a step it had ruled out`: names again what the clause says, and is no argument of it. */
function isApposition(row: readonly Chunk[], index: number): boolean {
  const chunk = row[index];
  if (chunk?.kind !== 'phrase' || !chunk.phrase.indefinite || chunk.phrase.name) return false;
  const rest = row.slice(index + 1);
  if (rest.some((other) => other.kind === 'conj' || other.kind === 'comma')) return false;
  return rest.length === 0
    ? true
    : rest.every((other) => other.kind === 'phrase' || other.kind === 'that' || other.kind === 'wh');
}

/** `to Augusta, Italy, in June`: the country only says where the place is. */
function placesIn(last: Phrase | null, row: readonly Chunk[], index: number): boolean {
  const chunk = row[index];
  return (
    chunk?.kind === 'phrase' &&
    /^(?:Place|Facility)$/.test(last?.name?.type ?? '') &&
    chunk.phrase.name?.type === 'Country' &&
    chunk.phrase.to === chunk.phrase.name.to &&
    row[index + 1]?.kind !== 'conj' &&
    !row.slice(index + 1).some((other) => other.kind === 'conj' && other.word === 'and')
  );
}

const COORDINATE = /^(?:in|on|against|over|about|regarding)$/;

/** Where the preposition stands with which this one is coordinated: `on X and on Y`, `in X and on Y`. */
function coordinated(clause: Holder, word: string, before: string, at: number): number | null {
  if (before === '') return null;
  const alike = clause.preps.findLast((prep) => prep.preposition === word);
  if (alike) return alike.joined ?? alike.at;
  return COORDINATE.test(word) && COORDINATE.test(before) ? at : null;
}

/** The list a joined phrase goes on with: `including the relocation of X to Y as well as facility development of Z`. */
function listedWith(clause: Holder, phrase: Phrase, last: Phrase | null, above: boolean): Attachment | null {
  const list = clause.preps.findLast((item) => /^(?:including|such as)$/.test(item.preposition));
  if (!list || !last || last === list.phrase) return null;
  return above || belongsAbove(phrase, last, list.phrase) ? list : null;
}

function lastOf(clause: Holder): Attachment | null {
  const all = [...clause.objects, ...clause.preps.map((prep) => prep.phrase)]
    .flatMap(deepPost)
    .filter((item) => item.preposition === 'of');
  return all.sort((a, b) => a.at - b.at).at(-1) ?? null;
}

function deepPost(phrase: Phrase): Attachment[] {
  return phrase.post.flatMap((item) => [item, ...deepPost(item.phrase)]);
}

export function antecedentOf(row: readonly Chunk[], topmost: boolean): Phrase | null {
  const holder: Holder = { objects: [], preps: [] };
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

/** What deeds do rather than things and bodies. */
const OF_DEEDS =
  /^(?:contribute|threaten|undermine|help|demonstrate|violate|strengthen|enhance|improve|show|raise|increase|endanger|cause|mark|come|follow|take place|mean|make|constitute|represent|put|allow|enable)$/;

/** What `which`, `who` or `that` behind this row takes up. */
export function relativeTo(
  row: readonly Chunk[],
  word: string,
  whole: boolean,
  lemma: string,
): Phrase | null {
  const phrases = row.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  const nearest = phrases.at(-1);
  if (!nearest) return null;
  if (word === 'who') return phrases.findLast((phrase) => phrase.name?.type === 'Person') ?? nearest;
  const at = row.findLastIndex((chunk) => chunk.kind === 'phrase');
  const governor = row[at - 1];
  const owned = row[at - 2];
  // `a drone of the Air Force which was stationed at X`: the drone.
  if (
    governor?.kind === 'prep' &&
    governor.word === 'of' &&
    owned?.kind === 'phrase' &&
    /^(?:EquipmentType|Exercise)$/.test(owned.phrase.name?.type ?? '') &&
    /^(?:Organization|Country)$/.test(nearest.name?.type ?? '')
  )
    return owned.phrase;
  const held = /^(?:Facility|Organization|EquipmentType|Exercise|Agreement|Strategy|Program|Alliance)$/;
  if (whole && held.test(nearest.name?.type ?? '') && !OF_DEEDS.test(lemma)) return nearest;
  return antecedentOf(row, whole);
}

export function previousIsPhrase(region: readonly Chunk[]): boolean {
  const before = region.at(-2);
  return before?.kind === 'phrase' || (before?.kind === 'comma' && region.at(-3)?.kind === 'phrase');
}

export function dropConjunction(row: readonly Chunk[]): Chunk[] {
  return dropTail(
    row,
    (chunk) =>
      chunk.kind === 'conj' || chunk.kind === 'comma' || chunk.kind === 'stop' || chunk.kind === 'that',
  );
}

export function dropTail(row: readonly Chunk[], drop: (chunk: Chunk) => boolean): Chunk[] {
  let end = row.length;
  while (end > 0 && drop(row[end - 1] as Chunk)) end -= 1;
  return row.slice(0, end);
}

export function findLast(row: readonly Chunk[], test: (chunk: Chunk) => boolean): number {
  for (let i = row.length - 1; i >= 0; i -= 1) if (test(row[i] as Chunk)) return i;
  return -1;
}

/** Where a clause begins: with its subject, where that stands before the verb. */
export function beginOf(clause: Clause): number {
  return Math.min(clause.verb.from, ...clause.subject.map((phrase) => phrase.from));
}

/** Where a phrase ends with all that hangs on it. */
export function endOf(phrase: Phrase): number {
  return Math.max(phrase.to, ...phrase.post.map((item) => endOf(item.phrase)));
}
