/** Sentence by sentence through a document: parse, read claims, remember who spoke. */

import type { Read } from './assemble.ts';
import { actorsOf } from './claims/actors.ts';
import { agree } from './claims/agree.ts';
import { withdrawAsked } from './claims/charges.ts';
import { sureness } from './claims/confidence.ts';
import { denials } from './claims/denials.ts';
import { exceptions } from './claims/exceptions.ts';
import { speakersOf } from './claims/frame-votes.ts';
import { frames } from './claims/frames.ts';
import { giving } from './claims/giving.ts';
import { happenings } from './claims/happenings.ts';
import { meetings } from './claims/meetings.ts';
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
import type { Clause, Phrase } from './parse/tree.ts';
import { noteParties, partiesOf, singleVoice, voiceOf } from './parties.ts';
import { createReading, type Reading } from './reading.ts';
import { remember } from './remember.ts';

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
  // `Having examined X, the three Ministers:`: who goes on is no object of what they had done.
  const spoken = last && last.subject.length === 0 && last.link === 'adjunct' ? behindComma(reading) : [];
  if (last && spoken.length === 0) return last;
  const phrases =
    spoken.length > 0
      ? spoken
      : reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
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

/** What stands by itself between the last comma and the colon. */
function behindComma({ chunks: row }: Reading): Phrase[] {
  const comma = row.findLastIndex((chunk) => chunk.kind === 'comma');
  const rest = comma < 0 ? [] : row.slice(comma + 1);
  return rest.every((chunk) => chunk.kind === 'phrase' || (chunk.kind === 'stop' && chunk.word === ':'))
    ? rest.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : [])).slice(0, 1)
    : [];
}

/** `its spokesman, Brig. Gen. Tin Maung Shwe`: of the body that the sentence, or the one before, has for its subject. */
function ownBodies(reading: Reading): void {
  const { tokens, clauses, discourse, registry } = reading;
  for (const link of reading.offices) {
    const word = tokens[link.from - 1]?.lower ?? '';
    const first = tokens[link.from]?.lower ?? '';
    const loose = word === 'its' || /^an?$/.test(word) || /^an?$/.test(first);
    if (link.body !== null || link.country !== null || !loose) continue;
    const here = clauses
      .filter((clause) => clause.ownSubject && clause.verb.to < link.from)
      .flatMap((clause) => clause.subject)
      .findLast((phrase) => phrase.name?.type === 'Organization')?.name?.entity;
    const body = here ?? discourse.actor;
    if (body && registry.get(body)?.type === 'Organization') link.body = body;
  }
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
