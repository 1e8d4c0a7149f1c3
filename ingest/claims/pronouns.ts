/** Whom a pronoun means: who is the subject before it, who speaks, who was spoken of. */
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';

export type Meant = { actors: string[]; persons: string[] };
type ActorsOf = (phrases: readonly Phrase[], reading: Reading) => Meant;

/** `none of the battalions`, `each of the two states`: the phrase of which some, all or none are meant. */
export function wholeOf(phrase: Phrase, reading: Reading): Phrase | null {
  const counts = /^(?:none|neither|one|any|some|all|most|both|many|few|several|each|either)$/;
  if (phrase.name || !counts.test(reading.tokens[phrase.head]?.lower ?? '')) return null;
  return phrase.post.find((item) => item.preposition === 'of' && item.at <= phrase.to)?.phrase ?? null;
}

/** Subject of an earlier clause of the sentence that the pronoun may mean: `Vietnam said it …`, `Seoul and Tokyo said they …`. */
function earlierSubject(phrase: Phrase, reading: Reading, many: boolean, actorsOf: ActorsOf): Meant | null {
  for (const clause of reading.clauses.toReversed()) {
    if (
      !clause.ownSubject ||
      clause.link === 'reduced' ||
      clause.subject.some((item) => item.pronoun || item.to > phrase.from || wholeOf(item, reading))
    )
      continue;
    const found = actorsOf(clause.subject, reading);
    // Of a spokesman's `it`, the body is meant that the spokesman stands for.
    if (!many && found.persons.length === 1) {
      const body = bodyOf(found.persons[0] ?? '', reading) ?? found.actors[0];
      if (body) return { actors: [body], persons: found.persons };
    }
    const plural = /s$/.test(reading.tokens[(clause.subject[0]?.name?.to ?? 0) - 1]?.lower ?? '');
    const several =
      found.actors.length > 1 || (plural && found.actors.length === 1 && found.persons.length === 0);
    if (many ? several : found.actors.length === 1 && found.persons.length === 0)
      return { actors: found.actors, persons: found.persons };
  }
  return null;
}

/** `"We have not …," the ministry said`: the one body that speaks in the sentence. */
function bodyThatSays(reading: Reading): string | null {
  const said = reading.clauses.filter(
    (clause) =>
      /^(?:say|tell|add|state|insist|reply|announce|declare)$/.test(clause.verb.lemma) &&
      clause.subject.every((phrase) => !phrase.pronoun && phrase.name?.type === 'Organization'),
  );
  const bodies = new Set(
    said.flatMap((clause) => clause.subject.flatMap((phrase) => phrase.name?.entity ?? [])),
  );
  const [only] = bodies;
  return bodies.size === 1 ? (only ?? null) : null;
}

/** The person an earlier clause of the sentence is about: `Khoury said his country …`. */
function personBefore(phrase: Phrase, reading: Reading, actorsOf: ActorsOf): string | null {
  for (const clause of reading.clauses.toReversed()) {
    if (
      !clause.ownSubject ||
      clause.subject.some((item) => item.pronoun || item.to > phrase.from || wholeOf(item, reading))
    )
      continue;
    const { persons } = actorsOf(clause.subject, reading);
    if (persons.length === 1) return persons[0] ?? null;
  }
  return null;
}

const OFFICER =
  /^(?:president|minister|chancellor|premier|ambassador|envoy|king|spokesman|spokeswoman|spokesperson|secretary|chief|commander|official|diplomat|leader)$/;

/** `Moldova's president said her country …`: nobody is named, but whose officer speaks. */
function officerBefore(phrase: Phrase, reading: Reading): string | null {
  for (const clause of reading.clauses.toReversed()) {
    const [subject] = clause.subject;
    if (!clause.ownSubject || !subject || subject.name || subject.pronoun || subject.to > phrase.from)
      continue;
    if (!OFFICER.test(reading.tokens[subject.head]?.lower ?? '')) continue;
    const own = subject.possessor?.name ?? ownerNameIn(subject, reading);
    if (own?.type === 'Country') return own.entity;
  }
  return null;
}

function ownerNameIn(phrase: Phrase, reading: Reading) {
  return reading.names.find(
    (item) => item.from >= phrase.from && item.to <= phrase.head && item.type === 'Country',
  );
}

function bodyOf(person: string, reading: Reading): string | null {
  const here = reading.offices.find((link) => link.person === person && link.body !== null)?.body;
  return here ?? reading.discourse.bodies.get(person) ?? null;
}

export function pronoun(lower: string, phrase: Phrase, reading: Reading, actorsOf: ActorsOf): Meant {
  const { discourse, registry } = reading;
  if (/^(?:we|us)$/.test(lower)) {
    const report = reading.clauses.find(
      (clause) =>
        reading.knowledge.lexicon.reports.has(clause.verb.lemma) &&
        clause.subject.some((phrase) => phrase.name?.type === 'Person'),
    );
    // `"We are …," the Minister said`.
    const spokesman = report
      ? undefined
      : reading.clauses
          .filter(
            (clause) =>
              /^(?:say|tell|add|state|insist|stress|declare)$/.test(clause.verb.lemma) &&
              clause.subject.length === 1 &&
              clause.subject.every(
                (item) =>
                  item.name === null &&
                  reading.tokens[item.from]?.lower === 'the' &&
                  /^(?:minister|secretary)$/.test(reading.tokens[item.head]?.lower ?? ''),
              ),
          )
          .map((clause) => actorsOf(clause.subject, reading).persons)
          .find((persons) => persons.length === 1)?.[0];
    const own = spokesman ? registry.get(spokesman)?.country : null;
    if (own && /["“]/.test(reading.passage.text))
      return { actors: [own], persons: spokesman ? [spokesman] : [] };
    const body = report ? null : bodyThatSays(reading);
    if (body) return { actors: [body], persons: [] };
    const speaker =
      report?.subject.find((phrase) => phrase.name?.type === 'Person')?.name?.entity ?? discourse.person;
    // A statement that several countries make speaks for all of them.
    if (!report && !discourse.singleVoice && discourse.parties.length > 1)
      return { actors: [...discourse.parties], persons: [...discourse.principals] };
    const spoken = speaker
      ? (registry.get(speaker)?.country ?? bodyOf(speaker, reading))
      : reading.frame.home;
    return { actors: spoken ? [spoken] : [], persons: speaker ? [speaker] : [] };
  }
  if (/^(?:they|them|both|neither)$/.test(lower)) {
    const earlier = earlierSubject(phrase, reading, true, actorsOf);
    if (earlier) return earlier;
    if (discourse.group.actors.length > 0)
      return { actors: [...discourse.group.actors], persons: [...discourse.group.persons] };
    return { actors: [...discourse.parties], persons: [...discourse.principals] };
  }
  if (/^(?:he|she|him|her)$/.test(lower)) {
    const named = personBefore(phrase, reading, actorsOf);
    const unnamed = named ? null : officerBefore(phrase, reading);
    if (unnamed) return { actors: [unnamed], persons: [] };
    const person = named ?? discourse.person;
    const country = person ? registry.get(person)?.country : null;
    return { actors: country ? [country] : [], persons: person ? [person] : [] };
  }
  if (lower === 'it')
    return (
      earlierSubject(phrase, reading, false, actorsOf) ?? {
        actors: discourse.actor ? [discourse.actor] : [],
        persons: [],
      }
    );
  return { actors: [], persons: [] };
}
