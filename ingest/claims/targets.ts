/** What a slot of a frame holds: the entities of its phrases, through transparent heads and coordinations. */

import { complements, concept, headLemma, isTransparent, type Located } from '../concepts.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, ofPair, ownerOf } from './actors.ts';
import { wholeOf } from './pronouns.ts';
import { equipmentBefore, eventBefore, thingAgain } from './told-again.ts';

/** Entities of these phrases; `wanted` are the types the relation admits there. */
export function targetsOf(
  phrases: readonly Phrase[],
  reading: Reading,
  wanted: readonly string[] | null,
): Located[] {
  return phrases.flatMap((phrase) => targetsOfOne(phrase, reading, wanted, 0));
}

function targetsOfOne(
  phrase: Phrase,
  reading: Reading,
  wanted: readonly string[] | null,
  depth: number,
): Located[] {
  if (phrase.name) {
    const draft = reading.registry.get(phrase.name.entity);
    if (!draft) return [];
    const more = lowerHead(phrase, reading);
    if (more) return [];
    // `a peaceful, stable and prosperous Pacific`: a state of things, where a region cannot be the end.
    const wished =
      wanted?.includes('Topic') &&
      !wanted.includes(draft.type) &&
      /^(?:Region|Place|Country)$/.test(draft.type) &&
      reading.tokens.slice(phrase.from, phrase.name.from).some((token) => token.tag === 'ADJ') &&
      phrase.determined;
    const state = wished ? concept({ ...phrase, name: null }, reading, ['Topic']) : null;
    if (state) return [state];
    if (draft.type === 'Person' && wanted?.includes('Country') && !wanted.includes('Person'))
      return countryOf(draft.country, phrase, reading);
    const whole = { draft, from: phrase.name.from, to: phrase.name.to, kind: 'named' as const };
    return [whole, ...nameConjuncts(phrase, reading)];
  }
  const again = wanted?.includes('EquipmentType') ? thingAgain(phrase, reading) : null;
  if (again) return [{ draft: again, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
  const whole = wholeOf(phrase, reading);
  if (whole && depth < 3) return targetsOfOne(whole, reading, wanted, depth + 1);
  const paired = phrase.pronoun ? ofPair(phrase, reading) : null;
  if (paired) return [{ draft: paired, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
  if (phrase.pronoun) {
    const lower = reading.tokens[phrase.head]?.lower ?? '';
    // `the Navy will operate it from Hera`: a thing, where the sentence or the one before speaks of one.
    const run =
      wanted?.includes('EquipmentType') &&
      wanted.includes('Facility') &&
      !wanted.includes('Country') &&
      /^(?:it|them|they)$/.test(lower)
        ? equipmentBefore(phrase, reading)
        : null;
    if (run) return [{ draft: run, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    if (wanted?.includes('Facility') && !wanted.includes('Country') && /^(?:it|this|that)$/.test(lower)) {
      const named = reading.names.findLast((item) => item.to <= phrase.from && wanted.includes(item.type));
      const draft = reading.registry.get(named?.entity ?? reading.discourse.place ?? '');
      if (draft && wanted.includes(draft.type))
        return [{ draft, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    }
    if (
      wanted?.join() === 'EquipmentType' &&
      /^(?:it|they|them|these|those|none|any|some|ones?|neither)$/.test(lower)
    ) {
      const thing = equipmentBefore(phrase, reading);
      return thing ? [{ draft: thing, from: phrase.from, to: phrase.to, kind: 'anaphor' }] : [];
    }
    // `will sit this one out`: the gathering spoken of.
    const gathering =
      wanted?.includes('Exercise') && wanted.includes('Event') && /^(?:it|this|that)$/.test(lower)
        ? reading.registry.get(
            reading.names.findLast((item) => item.to <= phrase.from && item.type === 'Exercise')?.entity ??
              reading.discourse.gathering ??
              '',
          )
        : undefined;
    if (gathering && wanted?.includes(gathering.type))
      return [{ draft: gathering, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    const event =
      lower === 'it' && (wanted === null || wanted.includes('Event')) ? eventBefore(phrase, reading) : null;
    if (event) return [{ draft: event, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    const actors = wanted === null || wanted.includes('Country') ? actorsOf([phrase], reading).actors : [];
    if (actors.length > 0) return actors.flatMap((id) => countryOf(id, phrase, reading));
    if (/^(?:it|this|that)$/.test(lower) && wanted?.includes('Topic')) {
      const matter = matterBefore(phrase, reading, wanted);
      if (matter) return [{ ...matter, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    }
    if (/^(?:it|this|that|these|them)$/.test(lower)) {
      const latest = reading.discourse.event();
      if (latest && wanted?.includes('Event') && /^(?:this|these|them)$/.test(lower))
        return [{ draft: latest, from: phrase.from, to: phrase.to, kind: 'anaphor' }];
    }
    return [];
  }
  const spot = wanted?.includes('Place') && !wanted.includes('Topic') ? spotOf(phrase, reading) : null;
  if (spot) return [spot];
  const land = wanted?.includes('Country') ? territoryOf(phrase, reading) : null;
  if (land) return countryOf(land, phrase, reading);
  if (isTransparent(phrase, reading) && depth < 3) {
    const inner = complements(phrase, reading);
    if (inner.length > 0) {
      const found = inner.flatMap((item) => targetsOfOne(item, reading, wanted, depth + 1));
      // `the question of Western Sahara`: where the name cannot be the end, the question is.
      const asked =
        wanted?.includes('Topic') &&
        !found.some((item) => wanted.includes(item.draft.type)) &&
        inner.every((item) => item.name !== null) &&
        /^(?:expansion|construction|modernisation|modernization|upgrade|use|future|opening|closure|development|question|issue|matter|status|problem|case|conclusion|implementation|extension|ratification|signing|adoption|establishment|completion|revision|renewal|role)$/.test(
          headLemma(phrase, reading),
        );
      const whole = asked ? concept(phrase, reading, ['Topic']) : null;
      return whole ? [whole] : found;
    }
    const gerund = reading.clauses.find(
      (clause) =>
        clause.verb.from >= phrase.to &&
        clause.verb.from <= phrase.to + 2 &&
        (clause.link === 'gerund' || clause.link === 'to'),
    );
    if (gerund) {
      const reported = reading.clauses.find((clause) => clause.parent === gerund && clause.link === 'that');
      return targetsOf(
        gerund.objects.length > 0 || !reported ? gerund.objects : reported.subject,
        reading,
        wanted,
      );
    }
    // `the progress made on submarines`.
    const made = reading.clauses.find(
      (clause) =>
        clause.link === 'reduced' &&
        clause.subject.includes(phrase) &&
        /^(?:make|relate)$/.test(clause.verb.lemma),
    );
    const on = made?.preps.filter((prep) => /^(?:on|in|to|towards?)$/.test(prep.preposition)) ?? [];
    if (on.length > 0)
      return targetsOf(
        on.map((prep) => prep.phrase),
        reading,
        wanted,
      );
    const determined = /^(?:the|this|that|these|those|such)$/.test(reading.tokens[phrase.from]?.lower ?? '');
    if (!determined && phrase.head - phrase.from < 1) return [];
  }
  if (wanted?.includes('Country') && !wanted.includes('Topic')) {
    const actors = actorsOf([phrase], reading);
    if (actors.role && actors.actors.length > 0)
      return actors.actors.flatMap((id) => countryOf(id, phrase, reading));
  }
  const split = splitModifiers(phrase, reading);
  const found = split ?? [concept(phrase, reading, wanted)];
  return found.filter((item): item is Located => item !== null);
}

/** `to the border town of Chaman`, `at the port of X`: the place. */
function spotOf(phrase: Phrase, reading: Reading): Located | null {
  if (
    !/^(?:town|village|city|port|island|province|district|region|garrison|settlement|municipality|area|governorate|prefecture|capital|outpost)$/.test(
      headLemma(phrase, reading),
    )
  )
    return null;
  const name = phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
  const draft =
    name && /^(?:Place|Facility|Region)$/.test(name.type) ? reading.registry.get(name.entity) : undefined;
  return name && draft ? { draft, from: name.from, to: name.to, kind: 'named' } : null;
}

/** What `considering it`, `ruled out that` takes up: the matter of the clause before, else of the sentence before. */
function matterBefore(phrase: Phrase, reading: Reading, wanted: readonly string[]): Located | null {
  const clause = reading.clauses.find((item) => item.objects.includes(phrase));
  if (
    !clause ||
    !/^(?:consider|discuss|rule out|weigh|raise|study|debate|contemplate|exclude|welcome|endorse|back)$/.test(
      clause.verb.lemma,
    )
  )
    return null;
  const before = reading.clauses.findLast(
    (item) =>
      item.verb.to <= phrase.from &&
      item !== clause &&
      item.link !== 'relative' &&
      item.objects.some((other) => !other.pronoun),
  );
  const here = before
    ? targetsOf(before.objects, reading, wanted).filter((item) => wanted.includes(item.draft.type))
    : [];
  const draft = here.at(-1)?.draft ?? reading.discourse.matter;
  return draft && wanted.includes(draft.type)
    ? { draft, from: phrase.from, to: phrase.to, kind: 'anaphor' }
    : null;
}

/** `on its territory`, `on Palauan soil`: the country. */
function territoryOf(phrase: Phrase, reading: Reading): string | null {
  if (!/^(?:territory|soil|land)$/.test(reading.tokens[phrase.head]?.lower ?? '')) return null;
  const inside = [...reading.names, ...reading.nested].find(
    (name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.head,
  );
  const of = phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
  if (inside ?? of) return (inside ?? of)?.entity ?? null;
  return ownerOf(phrase, reading);
}

function countryOf(id: string | null, phrase: Phrase, reading: Reading): Located[] {
  const draft = id ? reading.registry.get(id) : undefined;
  return draft ? [{ draft, from: phrase.from, to: phrase.to, kind: 'role' }] : [];
}

/** A name used as modifier of a following common noun is not the phrase's own entity. */
function lowerHead(phrase: Phrase, _reading: Reading): boolean {
  return phrase.name !== null && phrase.head >= phrase.name.to;
}

/** `Japan-U.S.`: names joined by hyphens in one phrase. */
function nameConjuncts(phrase: Phrase, reading: Reading): Located[] {
  const { name } = phrase;
  if (name?.type !== 'Country') return [];
  return reading.names
    .filter(
      (other) =>
        other !== name &&
        other.from >= phrase.from &&
        other.to <= name.from &&
        other.type === 'Country' &&
        /^[-–]$/.test(reading.tokens[other.to]?.text ?? ''),
    )
    .flatMap((other) => {
      const draft = reading.registry.get(other.entity);
      return draft ? [{ draft, from: other.from, to: other.to, kind: 'named' as const }] : [];
    });
}

/** `Japan-U.S. bilateral and Japan-U.S.-ROK trilateral cooperation`: two things with one head. */
function splitModifiers(phrase: Phrase, reading: Reading): (Located | null)[] | null {
  for (let i = phrase.from + 1; i < phrase.head; i += 1) {
    const token = reading.tokens[i];
    if (
      token?.lower !== 'and' ||
      reading.tokens[i - 1]?.tag !== 'ADJ' ||
      !/lateral$/.test(reading.tokens[i - 1]?.lower ?? '')
    )
      continue;
    const head = reading.text(phrase.head, phrase.head + 1);
    const begin = reading.names.find((name) => name.from >= phrase.from && name.to <= i)?.from ?? phrase.from;
    const left: Phrase = { ...phrase, from: begin, to: i, head: i - 1, post: [], conjuncts: [] };
    const right: Phrase = { ...phrase, from: i + 1, post: phrase.post };
    const first = concept(left, reading, ['Topic']);
    if (first) first.draft.aliases.add(`${first.draft.name} ${head}`);
    return [first, concept(right, reading, null)];
  }
  return null;
}
