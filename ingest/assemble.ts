/** Drafts, names and agreed claims as the model's Extraction. */
import { claimId, documentId, relationId, sentenceId } from '../graph/id.ts';
import type {
  Claim,
  DocumentId,
  Entity,
  EntityId,
  Extraction,
  Mention,
  Relation,
  Sentence,
} from '../graph/model.ts';
import type { Agreed } from './claims/agree.ts';
import type { Sureness } from './claims/confidence.ts';
import type { Vote } from './claims/vote.ts';
import type { Located } from './concepts.ts';
import type { Draft, Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Reading } from './reading.ts';
import type { SourceDocument } from './source-document.ts';

const CONTEXT = 32;

/** A sentence as it was read: what it speaks of, who voted for what, and what came of the votes. */
export type Read = {
  reading: Reading;
  touched: Located[];
  votes: readonly Vote[];
  /** What a negation of unclear reach may deny. */
  withheld: readonly Vote[];
  sure: Sureness;
  agreed: Agreed[];
};

/** The document's extraction: only entities that a mention or a claim speaks of. */
export function assemble(
  source: SourceDocument,
  frame: DocumentFrame,
  read: readonly Read[],
  registry: Registry,
  knowledge: Knowledge,
): Extraction {
  const id = documentId(source.text);
  const document = {
    id,
    title: frame.title,
    publisher: frame.publisher,
    published: frame.published,
    url: source.url ?? null,
    language: source.language ?? 'en',
    links: source.links ?? [],
    text: source.text,
  };
  const sentences = read.map(({ reading }) => sentenceOf(reading, id));
  const claims = read.flatMap(({ reading, agreed }) =>
    agreed.map((vote) => claimOf(vote, reading, id, registry, source.text)),
  );
  const used = new Set<string>(claims.flatMap((claim) => [claim.subject, claim.object, ...claim.speakers]));
  const mentions = read.flatMap((item) => mentionsOf(item, id, used, registry));
  for (const mention of mentions) used.add(mention.entity);
  const drafts = registry.all().filter((draft) => used.has(draft.id));
  const background = backgroundOf(drafts, knowledge, registry);
  const outside = background
    .flatMap((relation) => [relation.subject, relation.object])
    .filter((other) => !used.has(other));
  const more = [...new Set(outside)].flatMap((other) => registry.get(other) ?? []);
  return {
    document,
    sentences,
    mentions,
    claims,
    background,
    entities: [
      ...drafts.map((draft) => entityOf(draft, knowledge, 'document')),
      ...more.map((draft) => entityOf(draft, knowledge, 'gazetteer')),
    ],
  };
}

function sentenceOf(reading: Reading, document: DocumentId): Sentence {
  const { index, kind, start, end, text, section } = reading.passage;
  return { id: sentenceId(document, index), document, index, kind, start, end, text, section };
}

function claimOf(
  vote: Agreed,
  reading: Reading,
  document: DocumentId,
  registry: Registry,
  text: string,
): Claim {
  const sentence = sentenceId(document, reading.passage.index);
  const subject = vote.subject as EntityId;
  const object = vote.object as EntityId;
  const start = reading.tokens[vote.from]?.start ?? reading.passage.start;
  const end = reading.tokens[vote.to - 1]?.end ?? reading.passage.end;
  return {
    id: claimId(sentence, subject, vote.type, object, vote.polarity),
    document,
    sentence,
    subject,
    type: vote.type,
    object,
    speakers: [...new Set(vote.speakers)] as EntityId[],
    act: vote.act,
    polarity: vote.polarity,
    modality: vote.modality,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
    confidence: vote.confidence,
    extractors: vote.extractors,
    eventDate:
      registry.get(object)?.date ?? registry.get(subject)?.date ?? reading.dateNear(vote.from, vote.to),
    reviewer: null,
    reviewNote: null,
  };
}

function mentionsOf(
  { reading, touched }: Read,
  document: DocumentId,
  used: ReadonlySet<string>,
  registry: Registry,
): Mention[] {
  const sentence = sentenceId(document, reading.passage.index);
  const rows = [
    ...[...reading.names, ...reading.nested].map(({ from, to, entity, kind }) => ({
      from,
      to,
      entity,
      kind,
    })),
    ...touched
      .filter((item) => used.has(item.draft.id) || item.keep)
      .map(({ from, to, draft, kind }) => ({ from, to, entity: draft.id, kind })),
  ];
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const start = reading.tokens[row.from]?.start ?? 0;
    const end = reading.tokens[row.to - 1]?.end ?? 0;
    const key = `${start} ${end} ${row.entity}`;
    if (end <= start || seen.has(key) || !registry.get(row.entity)) return [];
    seen.add(key);
    return [
      {
        sentence,
        entity: row.entity as EntityId,
        kind: row.kind,
        start,
        end,
        text: reading.passage.text.slice(start - reading.passage.start, end - reading.passage.start),
      },
    ];
  });
}

function entityOf(draft: Draft, knowledge: Knowledge, origin: Entity['origin']): Entity {
  const { entry } = draft;
  const families = knowledge.ontology.entityTypes.get(draft.type)?.families ?? [];
  const labels = entry?.site && !families.includes('Asset') ? [...families, 'Asset'] : families;
  return {
    id: draft.id as EntityId,
    type: draft.type,
    name: draft.name,
    aliases: [...draft.aliases].filter((alias) => alias !== draft.name),
    description: entry?.description ?? null,
    wikidata: entry?.wikidata ?? null,
    iso3: entry?.iso3 ?? null,
    latitude: entry?.point?.lat ?? null,
    longitude: entry?.point?.lon ?? null,
    origin,
    provisional: draft.provisional && entry === null,
    labels: [...labels],
    date: draft.date,
  };
}

/** What the gazetteer knows about the document's entities. */
function backgroundOf(drafts: readonly Draft[], knowledge: Knowledge, registry: Registry): Relation[] {
  return drafts
    .flatMap((draft) =>
      (draft.entry?.background ?? []).map(({ type, to }) => {
        const object = registry.get(to) ?? registry.known(to, null);
        const subject = draft.id as EntityId;
        return {
          id: relationId(subject, type, object.id as EntityId, '+'),
          type,
          subject,
          object: object.id as EntityId,
          polarity: '+' as const,
          modalities: ['asserted' as const],
          confidence: 1,
          claimCount: 0,
          claims: [],
          documents: [],
          firstDate: null,
          lastDate: null,
          origin: 'gazetteer' as const,
        };
      }),
    )
    .filter((relation) => knowledge.ontology.relationTypes.has(relation.type));
}
