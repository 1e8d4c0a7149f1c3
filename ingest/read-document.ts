/** Sentence by sentence through a document: parse, read claims, remember who spoke. */

import type { Read } from './assemble.ts';
import { actorsOf, pairBefore } from './claims/actors.ts';
import { agree } from './claims/agree.ts';
import { chargesIn, withdrawAsked } from './claims/charges.ts';
import { sureness } from './claims/confidence.ts';
import { denials } from './claims/denials.ts';
import { exceptions } from './claims/exceptions.ts';
import { speakersOf } from './claims/frame-votes.ts';
import { frames } from './claims/frames.ts';
import { giving } from './claims/giving.ts';
import { happenings } from './claims/happenings.ts';
import { meetingIn, meetings } from './claims/meetings.ts';
import { nominals } from './claims/nominals.ts';
import { predicates } from './claims/predicates.ts';
import { references } from './claims/references.ts';
import { deedsIn } from './claims/shares.ts';
import { structure } from './claims/structure.ts';
import { titles } from './claims/titles.ts';
import { undecided } from './claims/undecided.ts';
import { withheld } from './claims/unscoped.ts';
import type { ClaimExtractor, Vote } from './claims/vote.ts';
import { concept, headType, type Located } from './concepts.ts';
import { createDiscourse, type Discourse } from './discourse.ts';
import type { Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import { harvest } from './harvest.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Named } from './mentions.ts';
import { chunks } from './parse/chunks.ts';
import { clauses } from './parse/clauses.ts';
import { glue } from './parse/glue.ts';
import type { Clause } from './parse/tree.ts';
import { createReading, type Reading } from './reading.ts';
import { singular } from './text/singular.ts';

/** Names that a text takes up again by their last word: `the base`, `the army`, `the system`. */
const NAMED_AGAIN = /^(?:Organization|Alliance|Facility|EquipmentType|Exercise|Program|Agreement)$/;

const EXTRACTORS: ClaimExtractor[] = [
  titles,
  meetings,
  frames,
  giving,
  happenings,
  predicates,
  nominals,
  structure,
];

/** Reads all sentences in order; what one says is known to the next. */
export function readDocument(
  named: readonly Named[],
  frame: DocumentFrame,
  registry: Registry,
  knowledge: Knowledge,
): Read[] {
  const discourse = createDiscourse();
  discourse.parties = partiesOf(named, frame, registry);
  discourse.singleVoice = singleVoice(named, frame);
  discourse.voice = voiceOf(named, discourse, frame);
  const title = named
    .find(({ passage }) => passage.kind === 'title')
    ?.names.find((name) => name.type === 'Event');
  const main = title ? registry.get(title.entity) : undefined;
  if (main) main.title = 'main';
  let lead: Clause | null = null;
  const symmetric = (type: string) => knowledge.ontology.relationTypes.get(type)?.symmetric ?? false;
  const read = named.map((sentence) => {
    const { passage, tokens, names, nested, offices } = sentence;
    const nameAt = (index: number) => names.find((name) => name.from === index) ?? null;
    const glued = glue(tokens, knowledge.lexicon.binomials).filter(
      (span) =>
        !names.some(
          (name) =>
            name.from < span.to && span.from < name.to && !(name.from >= span.from && name.to <= span.to),
        ),
    );
    const glueAt = (index: number) => glued.find((span) => span.from === index) ?? null;
    const row = passage.kind === 'title' || passage.kind === 'dateline' ? [] : chunks(tokens, nameAt, glueAt);
    const listed = passage.kind === 'bullet' || /^[\p{Ll}]/u.test(passage.text);
    const parsed =
      passage.kind === 'heading'
        ? []
        : clauses(
            row,
            { ...knowledge.lexicon, headOf: (phrase) => tokens[phrase.head]?.lower ?? '' },
            listed ? lead : null,
          );
    const reading = createReading({
      passage,
      tokens,
      names,
      nested,
      offices,
      chunks: row,
      clauses: parsed,
      knowledge,
      registry,
      discourse,
      frame,
    });
    if (/:\s*$/.test(passage.text)) {
      lead = leadOf(reading);
      for (const phrase of lead?.subject ?? []) discourse.resolved.set(phrase, actorsOf([phrase], reading));
    } else if (passage.kind === 'heading' || (!listed && passage.kind === 'sentence')) lead = null;
    const touched: Located[] = [];
    noteParties(reading);
    ownBodies(reading);
    for (const link of reading.offices)
      if (link.office && link.status !== 'former') discourse.held.set(link.person, link.office);
    if (passage.kind === 'heading') headings(reading, touched);
    const found: Vote[] = exceptions(
      EXTRACTORS.flatMap((extractor) => extractor(reading, touched)),
      reading,
    );
    found.push(...denials(reading, found));
    found.push(...undecided(reading, found, touched));
    withdrawAsked(found, reading);
    const unsure = withheld(found, reading);
    const votes = found.filter((vote) => !unsure.includes(vote));
    if (isAsked(reading))
      for (const vote of votes) if (vote.extractor !== 'titles') discourse.withdrawn.add(vote);
    attribute(votes, reading);
    const spoken = references(reading);
    remember(reading, votes);
    touched.push(...spoken, ...harvest(reading, touched));
    if (passage.kind !== 'title')
      discourse.deeds = [...deedsIn(reading, touched), ...discourse.deeds].slice(0, 3);
    const sure = sureness(reading, touched, knowledge.confidence);
    return { reading, touched, votes, withheld: unsure, sure, agreed: agree(votes, symmetric, sure) };
  });
  return read.map((item) => afterAnswers(item, discourse, symmetric));
}

/** A sentence once the later ones are known: what was only asked and denied is no claim, what hearsay said and somebody denied no fact. */
function afterAnswers(read: Read, discourse: Discourse, symmetric: (type: string) => boolean): Read {
  const { withdrawn, doubted } = discourse;
  if (!read.votes.some((vote) => withdrawn.has(vote) || doubted.has(vote))) return read;
  const votes = read.votes
    .filter((vote) => !withdrawn.has(vote))
    .map((vote) => (doubted.has(vote) ? { ...vote, modality: 'hypothetical' as const } : vote));
  return { ...read, votes, agreed: agree(votes, symmetric, read.sure) };
}

/** `Does Serbia plan to buy drones?`: nothing is said by asking. */
function isAsked({ passage, tokens }: Reading): boolean {
  if (!/\?["”]?\s*$/.test(passage.text)) return false;
  const first = tokens.findIndex((token) => !/^(?:Q|Question|:|\.|["“])$/i.test(token.text));
  return /^(?:do|does|did|will|would|is|are|was|were|has|have|had|can|could|should|may)$/.test(
    tokens[first]?.lower ?? '',
  );
}

/** Between whom the document is: the title's countries, those of a named meeting, or those whose people it introduces. */
function partiesOf(named: readonly Named[], frame: DocumentFrame, registry: Registry): string[] {
  if (frame.titleParties.length > 1) return [...frame.titleParties];
  for (const { names, nested } of named) {
    for (const name of names.filter((item) => item.type === 'Event' || item.type === 'Exercise')) {
      const inside = nested
        .filter((item) => item.type === 'Country' && item.from >= name.from && item.to <= name.to)
        .map((item) => item.entity);
      if (new Set(inside).size > 1) return [...new Set(inside)];
    }
  }
  const opening = named.filter(({ passage }) => passage.kind === 'sentence').slice(0, 3);
  for (const sentence of opening.slice(0, 2)) {
    const listed = ministersOf(sentence);
    if (listed.length > 1) return listed;
  }
  for (const { names } of opening) {
    const together = [...new Set(names.filter((name) => name.type === 'Country').map((name) => name.entity))];
    if (frame.titleParties.length === 0 && together.length === 2) return together;
  }
  const holders = named.flatMap(({ offices }) =>
    offices
      .filter((link) => link.status === 'holds')
      .map((link) => registry.get(link.person)?.country ?? null),
  );
  const countries = [...new Set(holders.filter((id) => id !== null))];
  if (countries.length > 1) return countries.slice(0, 3);
  return [...new Set([...frame.titleParties, ...countries, ...(frame.home ? [frame.home] : [])])];
}

/** `the defence ministers of Kenya, Uganda and Tanzania`: countries in a row behind the word for who speaks. */
function ministersOf({ tokens, names }: Named): string[] {
  const at = tokens.findIndex(
    (token, i) =>
      /^(?:ministers|leaders|secretaries|officials|delegations|presidents|chiefs|governments|representatives)$/.test(
        token.lower,
      ) && /^(?:of|from)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  if (at < 0) return [];
  const row: string[] = [];
  for (let i = at + 2; i < tokens.length; ) {
    const name = names.find((item) => item.from === i && item.type === 'Country');
    if (name) row.push(name.entity);
    else if (!/^(?:,|and|the|\(|\)|\p{Lu}{2,5})$/u.test(tokens[i]?.text ?? '')) break;
    i = name ? name.to : i + 1;
  }
  return [...new Set(row)];
}

/** What a heading names is a topic of the document. */
function headings(reading: Reading, touched: Located[]): void {
  for (const chunk of reading.chunks) {
    if (
      chunk.kind !== 'phrase' ||
      chunk.phrase.name ||
      headType(chunk.phrase, reading, reading.knowledge.lexicon) !== 'Topic'
    )
      continue;
    const found = concept(chunk.phrase, reading, null);
    if (found) touched.push({ ...found, keep: /^\s*(?:\d|[IVX]+\.)/.test(reading.passage.text) });
    return;
  }
}

/** The clause a list hangs on: `The Ministers:`, `Australia and Fiji decided to:`. */
function leadOf(reading: Reading): Clause | null {
  const last = reading.clauses.at(-1);
  if (last) return last;
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  if (phrases.length === 0) return null;
  const verb = {
    from: 0,
    to: 0,
    lemma: '',
    at: 0,
    form: 'finite' as const,
    modal: null,
    negated: false,
    passive: false,
    participle: false,
    perfect: false,
    progressive: false,
    past: false,
  };
  return {
    verb,
    link: 'root',
    parent: null,
    marker: '',
    subject: phrases,
    objects: [],
    preps: [],
    span: { from: 0, to: 0 },
    ownSubject: true,
  };
}

/** `its spokesman, Brig. Gen. Tin Maung Shwe`: of the body that the sentence, or the one before, has for its subject. */
function ownBodies(reading: Reading): void {
  const { tokens, clauses, discourse, registry } = reading;
  for (const link of reading.offices) {
    if (link.body !== null || link.country !== null || tokens[link.from - 1]?.lower !== 'its') continue;
    const here = clauses
      .filter((clause) => clause.ownSubject && clause.verb.to < link.from)
      .flatMap((clause) => clause.subject)
      .findLast((phrase) => phrase.name?.type === 'Organization')?.name?.entity;
    const body = here ?? discourse.actor;
    if (body && registry.get(body)?.type === 'Organization') link.body = body;
  }
}

/** The first meeting of the document says who its parties are. */
function noteParties(reading: Reading): void {
  const { discourse, registry } = reading;
  if (discourse.principals.length > 0) return;
  const meeting = meetingIn(reading);
  if (!meeting) return;
  const everyone = reading.names.filter((name) => name.type === 'Person').map((name) => name.entity);
  const persons = [...new Set(everyone)];
  if (persons.length < 2) return;
  const countries = [...new Set(persons.flatMap((id) => registry.get(id)?.country ?? []))];
  discourse.principals = persons;
  // A minister nobody could read still has a country in the sentence, or in the title.
  const { titleParties } = reading.frame;
  const all = [...new Set([...countries, ...ministersCountries(reading)])];
  const fewer = titleParties.length > countries.length && countries.every((id) => titleParties.includes(id));
  if (fewer) discourse.parties = [...titleParties];
  else if (countries.length > 1) discourse.parties = all;
}

/** Who says what a noun phrase states: who speaks in its clause, else the only one who speaks in the sentence. */
function attribute(votes: Vote[], reading: Reading): void {
  const { reports } = reading.knowledge.lexicon;
  const said = reading.clauses
    .filter(
      (clause) => reports.has(clause.verb.lemma) && clause.link !== 'relative' && clause.link !== 'reduced',
    )
    .map((clause) => actorsOf(clause.subject, reading).persons)
    .filter((persons) => persons.length > 0);
  const single = new Set(said.map((persons) => persons.join())).size === 1 ? (said[0] ?? []) : [];
  for (const vote of votes) {
    if (vote.speakers.length > 0 || /^(?:titles|meetings)$/.test(vote.extractor)) continue;
    const own = reading.clauses.find((clause) => clause.span.from <= vote.from && vote.from < clause.span.to);
    const persons = own ? speakersOf(own, reading) : [];
    vote.speakers = persons.length > 0 ? persons : single;
  }
}

/** `Malaysian Minister of Defence …`: countries that stand before or behind the word for an office. */
function ministersCountries(reading: Reading): string[] {
  const office = /^(?:minister|secretary|defence|defense|foreign|prime|chief|president|state)$/;
  return [...reading.names, ...reading.nested]
    .filter((name) => name.type === 'Country')
    .filter(
      (name) =>
        office.test(reading.tokens[name.to]?.lower ?? '') &&
        reading.tokens
          .slice(name.to, name.to + 4)
          .some((token) => /^(?:minister|secretary|president)$/.test(token.lower)),
    )
    .map((name) => name.entity);
}

/** How many sentences back a denial may look for what it denies. */
const REMEMBERED = 2;

/** A ministry or a spokesperson speaking alone: `we` is one state. */
function singleVoice(named: readonly Named[], frame: DocumentFrame): boolean {
  const opening = named.slice(0, 6).map(({ passage }) => passage.text);
  if (opening.some((text) => /\bjoint (?:statement|communiqu|declaration|press)|^We, /i.test(text)))
    return false;
  return (
    frame.homeKnown &&
    opening.some((text) =>
      /\b(?:spokes(?:person|man|woman)|press release|QA-\d|questions? and answers?|remarks)\b/i.test(text),
    )
  );
}

/** A statement in the first person speaks for its parties, a spokesperson for the state. What stands in quotation marks is somebody's own. */
function voiceOf(named: readonly Named[], discourse: Discourse, frame: DocumentFrame): string[] {
  const plain = named.filter(
    ({ passage }) => /\b(?:[Ww]e|[Oo]ur)\b/.test(passage.text) && !/["“]/.test(passage.text),
  );
  if (plain.length < 2) return [];
  if (discourse.singleVoice) return frame.home ? [frame.home] : [];
  return discourse.parties.length > 1 ? [...discourse.parties] : [];
}

/** `the Irish Defence Forces`: one body in the plural, which `they` goes on with. */
function severalIn(clause: Clause, reading: Reading): string | null {
  const by = clause.verb.passive ? clause.preps.find((prep) => prep.preposition === 'by')?.phrase : undefined;
  const phrases = by ? [by] : clause.subject;
  const [only] = phrases;
  const name = phrases.length === 1 && only?.conjuncts.length === 0 ? only.name : null;
  const last = reading.tokens[(name?.to ?? 0) - 1]?.text ?? '';
  return name?.type === 'Organization' && /^(?:Forces|Guards|Marines|Rangers|Troops|Militias)$/.test(last)
    ? name.entity
    : null;
}

/** After a sentence: who its subjects were, and what was undertaken. */
function remember(reading: Reading, votes: readonly Vote[]): void {
  const { discourse, registry } = reading;
  for (const clause of reading.clauses) {
    if (!clause.ownSubject || clause.link === 'relative' || clause.link === 'reduced') continue;
    const actors = actorsOf(clause.subject, reading);
    if (actors.actors.length > 1 && !actors.role) discourse.groupAt = reading.passage.index;
    if (actors.actors.length > 1) discourse.group = { actors: actors.actors, persons: actors.persons };
    const many = severalIn(clause, reading);
    if (many) discourse.group = { actors: [many], persons: [] };
    if (actors.persons.length === 1 && clause.link !== 'that') discourse.person = actors.persons[0] ?? null;
    if (actors.actors.length === 1 && actors.persons.length === 0) discourse.actor = actors.actors[0] ?? null;
    // `The militia said … It accused …`: nobody that was named before.
    const [subject] = clause.subject;
    const unknown =
      actors.actors.length + actors.persons.length === 0 &&
      clause.link === 'root' &&
      /^(?:militia|group|company|firm|party|movement|union|court|bank|newspaper|agency|parliament|institute|commission|organi[sz]ation|network|body|panel)$/.test(
        reading.tokens[subject?.head ?? -1]?.lower ?? '',
      );
    if (unknown) discourse.actor = null;
  }
  const met = votes.filter(
    (vote) => vote.extractor === 'meetings' && vote.polarity === '+' && vote.type === 'CONSULTS_WITH',
  );
  if (met.length > 0) {
    const actors = [...new Set(met.flatMap((vote) => [vote.subject, vote.object]))];
    const persons = votes
      .filter((vote) => vote.extractor === 'meetings' && vote.type === 'PARTICIPATES_IN')
      .map((vote) => vote.subject)
      .filter((id) => registry.get(id)?.type === 'Person');
    discourse.group = { actors, persons: [...new Set(persons)] };
  }
  for (const name of reading.names) {
    if (name.type !== 'Person' || !discourse.held.has(name.entity)) continue;
    discourse.officials = [...discourse.officials.filter((id) => id !== name.entity), name.entity];
  }
  for (const link of reading.offices) if (link.body) discourse.bodies.set(link.person, link.body);
  for (const name of reading.names) {
    const draft = registry.get(name.entity);
    if (!draft || !NAMED_AGAIN.test(draft.type)) continue;
    discourse.note(draft, singular(reading.tokens[name.to - 1]?.lower ?? ''));
    if (/^(?:Organization|Alliance)$/.test(draft.type) && draft.country === null)
      discourse.note(draft, '(bloc)');
  }
  const place =
    reading.names.findLast((name) => name.type === 'Facility') ??
    reading.names.findLast(
      (name) =>
        name.type === 'Place' ||
        (name.type === 'Country' && /^(?:in|to|at)$/.test(reading.tokens[name.from - 1]?.lower ?? '')),
    );
  if (place) discourse.place = place.entity;
  const matter = votes.findLast(
    (vote) => vote.polarity === '+' && /^(?:CONSIDERS|DISCUSSES|CALLS_FOR|OPPOSES|WELCOMES)$/.test(vote.type),
  );
  discourse.matter = (matter && registry.get(matter.object)) ?? null;
  discourse.said = votes;
  const states = [
    ...reading.names.filter((name) => name.type === 'Country').map((name) => name.entity),
    ...reading.names
      .filter((name) => name.type === 'Person')
      .map((name) => registry.get(name.entity)?.country ?? '')
      .filter(Boolean),
  ];
  discourse.countries = [...new Set(states)];
  if (reading.passage.kind !== 'title' && reading.passage.kind !== 'dateline')
    discourse.told = [chargesIn(votes, reading), ...discourse.told].slice(0, REMEMBERED);
  const gathering = reading.names.findLast((name) => /^(?:Exercise|Event)$/.test(name.type));
  if (gathering || reading.passage.kind === 'heading') discourse.gathering = gathering?.entity ?? null;
  discourse.pair = pairBefore(reading, reading.tokens.length) ?? discourse.pair;
  for (const vote of votes) {
    const draft = /^(?:STRENGTHENS|COOPERATES_ON)$/.test(vote.type) ? registry.get(vote.object) : undefined;
    if (draft) discourse.efforts.push(draft);
  }
}
