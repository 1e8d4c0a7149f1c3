/** What a slot of a frame holds: the entities of its phrases, through transparent heads and coordinations. */
import { complements, concept, headLemma, isTransparent, type Located } from '../concepts.ts';
import { type Draft, draftId } from '../entities.ts';
import { endOf } from '../parse/arguments.ts';
import type { Attachment, Clause, Name, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf, ofPair, ownerOf, wholeOf } from './actors.ts';

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
        /^(?:question|issue|matter|status|problem|case|conclusion|implementation|extension|ratification|signing|adoption|establishment|completion|revision|renewal)$/.test(
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

/** `such systems`, `these weapons`, `the launchers`: the equipment spoken of last. */
function thingAgain(phrase: Phrase, reading: Reading): Draft | null {
  const words = reading.tokens.slice(phrase.from, phrase.head).map((token) => token.lower);
  const such = /^(?:no such|any such)$/.test(words.join(' '));
  if (phrase.name || (phrase.head - phrase.from !== 1 && !such)) return null;
  // `the launchers of the brigade` are others.
  if (phrase.post.some((item) => item.preposition === 'of')) return null;
  const [word, head] = [such ? 'such' : (words[0] ?? ''), headLemma(phrase, reading)];
  const thing = equipmentBefore(phrase, reading);
  if (!thing) return null;
  if (/^(?:such|these|those)$/.test(word) && /^(?:system|weapon|equipment|asset|platform)$/.test(head))
    return thing;
  // What is said of no drones is said of the drones spoken of.
  const meant =
    /^(?:the|such|these|those)$/.test(word) || (/^(?:no|any)$/.test(word) && isCharged(thing, reading));
  return meant && calledSo(thing, head) ? thing : null;
}

/** Whether the sentences before report something of it that may be answered. */
function isCharged(thing: Draft, reading: Reading): boolean {
  return reading.discourse.told
    .flat()
    .some(
      ({ vote, reported, asked }) =>
        (reported || asked) &&
        vote.subject === thing.id &&
        reading.names.some((name) => name.entity === vote.object),
    );
}

function calledSo(thing: Draft, head: string): boolean {
  return [thing.name, ...thing.aliases].some((name) => new RegExp(`\\b${head}s?$`, 'i').test(name));
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
    (item) => item.verb.to <= phrase.from && item !== clause && item.objects.some((other) => !other.pronoun),
  );
  const here = before
    ? targetsOf(before.objects, reading, wanted).filter((item) => wanted.includes(item.draft.type))
    : [];
  const draft = here.at(-1)?.draft ?? reading.discourse.matter;
  return draft && wanted.includes(draft.type)
    ? { draft, from: phrase.from, to: phrase.to, kind: 'anaphor' }
    : null;
}

/** The equipment a pronoun takes up: the one named last in the sentence, else before it. */
function equipmentBefore(phrase: Phrase, reading: Reading): Draft | null {
  const before = reading.names.filter((item) => item.to <= phrase.from);
  const name = before.findLast((item) => item.type === 'EquipmentType');
  const nominal = name ? null : equipmentPhrase(phrase, reading);
  if (nominal) return nominal;
  if (!name && before.some((item) => /^(?:Event|Exercise)$/.test(item.type))) return null;
  return (name ? reading.registry.get(name.entity) : undefined) ?? reading.discourse.thing;
}

/** `asked about the strike, … had not carried it out`: the event the sentence told of before, else the one before it. */
function eventBefore(phrase: Phrase, reading: Reading): Draft | null {
  const clause = reading.clauses.find((item) => item.objects.includes(phrase));
  if (
    !clause ||
    !/^(?:carry out|conduct|commit|launch|stage|order|perpetrate|condemn|denounce|deplore|attribute|ascribe|describe)$/.test(
      clause.verb.lemma,
    )
  )
    return null;
  const found = reading.chunks.findLast(
    (chunk) =>
      chunk.kind === 'phrase' &&
      chunk.to <= phrase.from &&
      (chunk.phrase.name
        ? chunk.phrase.name.type === 'Event'
        : reading.knowledge.lexicon.headType.get(headLemma(chunk.phrase, reading)) === 'Event'),
  );
  if (found?.kind !== 'phrase') return reading.discourse.event();
  const { name } = found.phrase;
  if (name) return reading.registry.get(name.entity) ?? null;
  return concept(found.phrase, reading, ['Event'])?.draft ?? null;
}

/** `the deployment of tactical nuclear weapons … such weapons`: equipment told by a noun earlier in the sentence. */
function equipmentPhrase(phrase: Phrase, reading: Reading): Draft | null {
  const { headType } = reading.knowledge.lexicon;
  const found = reading.chunks.findLast(
    (chunk) =>
      chunk.kind === 'phrase' &&
      chunk.to <= phrase.from &&
      !chunk.phrase.name &&
      headType.get(headLemma(chunk.phrase, reading)) === 'EquipmentType' &&
      chunk.phrase.head > chunk.phrase.from,
  );
  return found?.kind === 'phrase' ? (concept(found.phrase, reading, ['EquipmentType'])?.draft ?? null) : null;
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

/** Phrases in a slot of a clause: `object`, `inner`, or a preposition; `after` limits to what follows a phrase (its own complements). */
export function slot(clause: Clause, name: string, reading: Reading, after: Phrase | null): Phrase[] {
  if (name === 'there') return thereOf(clause, reading);
  if (name === 'object') return objectsOf(clause);
  if (name === 'subject') return clause.subject;
  if (name === 'owner') return ownersOf(clause, reading);
  if (name === 'inner') return inner(clause, reading, after);
  const start = after ? after.to : -1;
  const own = after ? after.post.filter((item) => item.preposition === name) : [];
  const list: Attachment[] =
    own.length > 0
      ? [
          ...own,
          ...clause.preps.filter((prep) => own.some((item) => item.at === prep.at) && !own.includes(prep)),
        ]
      : clause.preps.filter((prep) => prep.preposition === name && prep.phrase.from >= start);
  const first = list[0];
  // `took stock of X`: what hangs on the object by `of`.
  if (!first && name === 'of' && !after && clause.verb.lemma === 'take')
    return clause.objects
      .slice(0, 1)
      .flatMap((phrase) =>
        phrase.post
          .filter((item) => item.preposition === 'of')
          .flatMap((item) => [item.phrase, ...item.phrase.conjuncts]),
      );
  if (!first) return [];
  // One preposition: what is joined to its phrase counts, a second use of it does not.
  const phrases = [...list, ...clause.preps]
    .filter((item) => item.at === first.at || item.joined === first.at)
    .map((item) => item.phrase);
  return [...new Set([...phrases, ...(own.length > 0 ? first.phrase.conjuncts : [])])];
}

/** Whose the things are that a clause moves: `RAF Typhoon fighters`, `bombers of the U.S. Air Force`. */
function ownersOf(clause: Clause, reading: Reading): Phrase[] {
  const active = !clause.verb.passive && clause.link !== 'reduced' && clause.objects.length > 0;
  if (active || logicalSubject(clause).some((phrase) => !clause.subject.includes(phrase))) return [];
  return clause.subject.slice(0, 1).flatMap((thing) => {
    const of = thing.post.find(
      (item) =>
        /^(?:of|from)$/.test(item.preposition) &&
        item.at <= thing.to + 1 &&
        item.phrase.name?.type === 'Organization',
    );
    if (of) return [of.phrase];
    const name = reading.names.find(
      (item) =>
        item.from >= thing.from &&
        item.to <= thing.head &&
        (item.type === 'Organization' || (item.type === 'Country' && thing.possessor?.name === item)),
    );
    return name ? [namePhrase(name)] : [];
  });
}

/** A name as a phrase of its own. */
function namePhrase(name: Name): Phrase {
  return {
    from: name.from,
    to: name.to,
    head: name.to - 1,
    name,
    possessor: null,
    modifier: null,
    pronoun: false,
    determined: false,
    indefinite: false,
    conjuncts: [],
    post: [],
  };
}

/** `… is not stationed there`: the place spoken of last. */
function thereOf(clause: Clause, reading: Reading): Phrase[] {
  // `Camp Odo, where the drones are stationed`.
  const begin = Math.min(clause.verb.from, ...clause.subject.map((phrase) => phrase.from));
  const site =
    clause.marker === 'where'
      ? reading.names.findLast((name) => name.to <= begin && /^(?:Facility|Place|Country)$/.test(name.type))
      : undefined;
  // `the base in Bokhtarak, where …`: at the base.
  const base =
    site?.type === 'Place'
      ? reading.names.findLast(
          (name) => name.type === 'Facility' && name.to <= site.from && name.to >= site.from - 2,
        )
      : undefined;
  if (site) return [namePhrase(base ?? site)];
  const at = reading.tokens.findIndex(
    (token, i) => i >= clause.verb.to && i <= clause.span.to + 1 && token.lower === 'there',
  );
  const inside = (index: number) =>
    /^(?:in|at|to|on|near|into)$/.test(reading.tokens[index - 1]?.lower ?? '') ||
    (reading.tokens[index - 1]?.lower === 'the' &&
      /^(?:in|at|to|on|near)$/.test(reading.tokens[index - 2]?.lower ?? ''));
  const here = reading.names.findLast(
    (name) =>
      name.to <= at &&
      (name.type === 'Facility' || (/^(?:Place|Country)$/.test(name.type) && inside(name.from))),
  );
  const place = here?.entity ?? reading.discourse.place;
  if (at < 0 || !place) return [];
  const type = reading.registry.get(place)?.type ?? 'Place';
  const span = { from: at, to: at + 1 };
  return [namePhrase({ ...span, entity: place, kind: 'pronoun', span, type })];
}

/** The logical object: of a passive its subject. */
export function objectsOf(clause: Clause): Phrase[] {
  if (clause.verb.passive || clause.link === 'reduced') return clause.subject;
  return clause.objects;
}

/** The logical subject: of a passive what stands with `by`. */
export function logicalSubject(clause: Clause): Phrase[] {
  if (clause.verb.passive || clause.link === 'reduced')
    return clause.preps.filter((prep) => prep.preposition === 'by').map((prep) => prep.phrase);
  return clause.subject;
}

/** Objects of the infinitives or gerunds this clause governs: `called on China to return to dialogue` → dialogue. */
function inner(clause: Clause, reading: Reading, after: Phrase | null): Phrase[] {
  const child = reading.clauses.find(
    (other) =>
      other.parent === clause &&
      (other.link === 'to' || other.link === 'gerund') &&
      (!after || (other.verb.from >= after.to && other.verb.from <= after.to + 3)),
  );
  if (!child) return [];
  if (child.objects.length > 0) return child.objects;
  const preps = child.preps
    .filter((prep) => /^(?:to|from|in|on|with|for)$/.test(prep.preposition))
    .slice(0, 1)
    .map((prep) => prep.phrase);
  return preps;
}

/** What a governed gerund or infinitive says is done, as a topic: `considering sending observers` → sending observers. */
export function deedOf(clause: Clause, reading: Reading, after: Phrase | null): Located | null {
  const child = reading.clauses.find(
    (other) =>
      other !== clause &&
      other.verb.from >= (after?.to ?? clause.verb.to) &&
      other.verb.from <= (after?.to ?? clause.verb.to) + 2 &&
      (other.verb.form === 'gerund' || other.verb.form === 'infinitive'),
  );
  if (!child || movesThing(child, reading)) return null;
  const from = child.verb.at;
  const to = Math.max(child.verb.to, ...child.objects.slice(0, 1).map(endOf));
  const name = reading.text(from, to).replace(/\s+/g, ' ');
  const draft = reading.registry.put(draftId('Topic', name.toLowerCase()), name, () => ({
    type: 'Topic',
    name,
    country: null,
    date: null,
    provisional: true,
    title: null,
  }));
  return { draft, from, to, kind: 'nominal' };
}

/** `considers stationing drones`: the stationing is claimed itself. */
function movesThing(clause: Clause, reading: Reading): boolean {
  const moves = reading.knowledge.lexicon.verbFrames
    .get(clause.verb.lemma)
    ?.some((frame) => frame.emit.some((emission) => emission.type === 'DEPLOYS'));
  return (
    moves === true &&
    targetsOf(clause.objects, reading, ['EquipmentType']).some((item) => item.draft.type === 'EquipmentType')
  );
}

export { headLemma };
