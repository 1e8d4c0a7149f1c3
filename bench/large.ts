/**
 * A graph of the size of a large corpus, in batches for a store's `write`: a few hubs that touch everything, the rest
 * in communities with ties across, and for a share of the relations the sentence, document and claim behind them.
 * Deterministic.
 */
import { encodeClaim, encodeDocument, encodeEntity, encodeRelation, encodeSentence } from '../graph/codec.ts';
import * as cypher from '../graph/cypher.ts';
import { claimId, documentId, entityId, relationId, sentenceId } from '../graph/id.ts';
import type { Claim, Document, Entity, Json, Relation, Sentence } from '../graph/model.ts';
import type { WriteStatement } from '../graph/store.ts';
import { plain } from '../test/entity.ts';
import { random } from './graph.ts';

const HUBS = 200;
const COMMUNITY = 250;
const BATCH = 5000;
/** Sentences of one document; each says one relation. */
const SENTENCES = 200;
const WORDS = [
  'security',
  'maritime',
  'exercise',
  'supply',
  'border',
  'missile',
  'climate',
  'energy',
  'trade',
];

type Rows = { readonly [key: string]: Json }[];

export interface LargeGraph {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Everything as transactions of one batch each. */
  readonly batches: () => Generator<WriteStatement[]>;
}

const nameOf = (index: number): string => {
  const word = WORDS[index % WORDS.length];
  return index < HUBS
    ? `Country ${index}`
    : `${word} topic ${index} of community ${Math.floor(index / COMMUNITY)}`;
};

function entityAt(index: number): Entity {
  const hub = index < HUBS;
  const name = nameOf(index);
  return { ...plain, id: entityId(hub ? 'country' : 'topic', name), type: hub ? 'Country' : 'Topic', name };
}

/** `entities` entities and exactly `relations` relations, of which `told` have a sentence behind them. */
export function largeGraph(entities = 50_000, relations = 250_000, told = 20_000): LargeGraph {
  const next = random(11);
  const all = Array.from({ length: entities }, (_, index) => entityAt(index));
  const found = new Map<string, Relation>();
  const below = (limit: number): number => Math.floor(next() * limit);
  const ends = (): [number, string, number] => {
    const kind = next();
    const source = HUBS + below(entities - HUBS);
    // Hubs by Zipf's law: the k-th is touched 1/k as often as the first.
    if (kind < 0.35) return [Math.floor(HUBS ** next()) - 1, 'DISCUSSES', source];
    if (kind < 0.8) {
      const start = source - (source % COMMUNITY);
      return [source, 'ABOUT', Math.min(entities - 1, Math.max(HUBS, start + below(COMMUNITY)))];
    }
    return [source, 'INCLUDES', HUBS + below(entities - HUBS)];
  };
  while (found.size < relations) {
    const [from, type, to] = ends();
    const [subject, object] = [all[from]?.id, all[to]?.id];
    if (subject === undefined || object === undefined || subject === object) continue;
    const id = relationId(subject, type, object, '+');
    if (!found.has(id)) found.set(id, relationOf(id, subject, type, object, 0.5 + next() / 2));
  }
  const list = [...found.values()];
  return { entities: all, relations: list, batches: () => batches(all, list, told) };
}

function relationOf(
  id: Relation['id'],
  subject: Entity['id'],
  type: string,
  object: Entity['id'],
  confidence: number,
): Relation {
  return {
    id,
    subject,
    type,
    object,
    polarity: '+',
    modalities: ['asserted'],
    confidence: Math.round(confidence * 1e6) / 1e6,
    claimCount: 1,
    claims: [],
    documents: [],
    firstDate: '2024-05-06',
    lastDate: '2024-05-06',
    origin: 'document',
  };
}

const slices = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );

const nodes = (labels: readonly string[], items: readonly { id: string }[], encode: (item: never) => Json) =>
  slices(items).map((slice) => [
    cypher.statement(cypher.putNodes(labels), {
      rows: slice.map((item) => ({ id: item.id, properties: encode(item as never) })),
    }),
  ]);

const links = (command: cypher.Command<{ rows: Rows }>, rows: Rows) =>
  slices(rows).map((slice) => [cypher.statement(command, { rows: slice })]);

function* batches(
  entities: readonly Entity[],
  relations: readonly Relation[],
  told: number,
): Generator<WriteStatement[]> {
  yield* nodes(['Entity', 'Country', 'Actor'], entities.slice(0, HUBS), encodeEntity);
  yield* nodes(['Entity', 'Topic', 'Subject'], entities.slice(HUBS), encodeEntity);
  for (const type of ['DISCUSSES', 'ABOUT', 'INCLUDES']) {
    const rows = relations
      .filter((relation) => relation.type === type)
      .map((relation) => {
        const properties = encodeRelation(relation, {
          symmetric: false,
          backgroundDocuments: [],
          background: null,
        });
        return { id: relation.id, subject: relation.subject, object: relation.object, properties };
      });
    yield* links(cypher.putRelations(type), rows);
  }
  yield* evidence(relations.slice(0, told));
}

/** Documents whose sentences say the relations, one each. */
function* evidence(relations: readonly Relation[]): Generator<WriteStatement[]> {
  const said = relations.map((relation, index) => saying(relation, index));
  const documents = new Map(said.map(({ document }) => [document.id, document]));
  const by = <T>(pick: (said: Said) => T): T[] => said.map(pick);
  yield* nodes(['Document'], [...documents.values()], encodeDocument);
  yield* nodes(
    ['Sentence'],
    by(({ sentence }) => sentence),
    encodeSentence,
  );
  yield* slices(said).map((slice) => [
    cypher.statement(cypher.putNodes(['Claim']), {
      rows: slice.map(({ claim, relation }) => ({
        id: claim.id,
        properties: encodeClaim(claim, relation.id),
      })),
    }),
  ]);
  yield* links(
    cypher.linkSentences,
    by(({ sentence, document }) => ({ document: document.id, sentence: sentence.id })),
  );
  yield* links(
    cypher.linkClaims,
    by(({ claim }) => ({
      id: claim.id,
      sentence: claim.sentence,
      subject: claim.subject,
      object: claim.object,
    })),
  );
  const mentions = said.flatMap(({ sentence, relation }) =>
    [relation.subject, relation.object].map((entity, index) => ({
      sentence: sentence.id,
      entity,
      start: sentence.start + index,
      end: sentence.start + index + 1,
      kind: 'named',
      text: entity,
    })),
  );
  yield* links(cypher.putMentions, mentions);
  const names = new Map(
    said.flatMap(({ document, relation }) =>
      [relation.subject, relation.object].map((entity) => [
        `${document.id} ${entity}`,
        { document: document.id, entity, version: '{}' },
      ]),
    ),
  );
  yield* links(cypher.putNames, [...names.values()]);
}

interface Said {
  readonly relation: Relation;
  readonly document: Document;
  readonly sentence: Sentence;
  readonly claim: Claim;
}

function saying(relation: Relation, index: number): Said {
  const number = Math.floor(index / SENTENCES);
  const text = `Document ${number} of a large corpus.`;
  const document: Document = {
    id: documentId(text),
    title: `Document ${number}`,
    publisher: null,
    published: '2024-05-06',
    url: null,
    links: [],
    language: 'en',
    text,
  };
  const quote = `${relation.subject} ${relation.type} ${relation.object}.`;
  const place = { document: document.id, start: 0, end: text.length };
  const sentence: Sentence = {
    ...place,
    id: sentenceId(document.id, index % SENTENCES),
    index: index % SENTENCES,
    kind: 'sentence',
    text: quote,
    section: '',
  };
  const { subject, type, object, confidence } = relation;
  const claim: Claim = {
    ...place,
    id: claimId(sentence.id, subject, type, object, '+'),
    sentence: sentence.id,
    subject,
    type,
    object,
    speakers: [],
    act: null,
    polarity: '+',
    modality: 'asserted',
    quote: text,
    prefix: '',
    suffix: '',
    confidence,
    extractors: ['synthetic'],
    eventDate: null,
    reviewer: null,
    reviewNote: null,
  };
  return { relation, document, sentence, claim };
}
