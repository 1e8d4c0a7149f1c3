/** What stands in a slot of a clause: objects, prepositions, the place spoken of, what a governed verb does. */

import type { Located } from '../concepts.ts';
import { draftId } from '../entities.ts';
import { beginOf, endOf } from '../parse/arguments.ts';
import type { Attachment, Clause, Name, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { targetsOf } from './targets.ts';

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
        (item.type === 'Organization' || item.type === 'Country'),
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
  const begin = beginOf(clause);
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
export function inner(clause: Clause, reading: Reading, after: Phrase | null): Phrase[] {
  const child = reading.clauses.find(
    (other) =>
      other.parent === clause &&
      (other.link === 'to' || other.link === 'gerund') &&
      (!after || (other.verb.from >= after.to && other.verb.from <= after.to + 3)),
  );
  if (!child) return [];
  // `asked the Union for drones to monitor the line`: it is the drones.
  if (!after && clause.preps.some((prep) => prep.preposition === 'for' && prep.phrase.to === child.verb.from))
    return [];
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
  return child && !movesThing(child, reading) ? deedAt(child, reading) : null;
}

/** What a clause says is done, as a topic: verb and object, without its adverbs and places. */
export function deedAt(child: Clause, reading: Reading): Located {
  const from = child.verb.at;
  // `considering asking for a mission`.
  const behind = child.objects.length > 0 ? [] : child.preps.slice(0, 1).map((prep) => prep.phrase);
  const to = Math.max(child.verb.to, ...[...child.objects.slice(0, 1), ...behind].map(endOf));
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
