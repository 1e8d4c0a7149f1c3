/**
 * What must be written so that the store holds a new version of a document, or none of it. Pure: stored state and new
 * extraction in, statements out; no statements where nothing differs.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  encodeClaim,
  encodeDocument,
  encodeEntity,
  encodeRelation,
  encodeSentence,
  entityLabels,
  type RelationSupport,
} from '../graph/codec.ts';
import * as cypher from '../graph/cypher.ts';
import { mergeEntities } from '../graph/merge.ts';
import type {
  Claim,
  Document,
  Entity,
  Extraction,
  Json,
  Mention,
  Relation,
  Sentence,
} from '../graph/model.ts';
import type { Ontology } from '../graph/ontology.ts';
import { mergeBackground, project, symmetricTypes, type Triple, tripleOf } from '../graph/projection.ts';
import type { WriteStatement } from '../graph/store.ts';

/** Rows of one statement at most: bounds memory and the size of a message. */
const BATCH = 1000;

/** An entity as the store holds it, with the labels of its node. */
export interface StoredEntity {
  readonly entity: Entity;
  readonly labels: readonly string[];
}
export interface StoredRelation {
  readonly relation: Relation;
  readonly support: RelationSupport;
}

/** What the store holds of a document, and of everything that the new extraction touches. */
export interface Stored {
  readonly document: Document | null;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  /** This document's versions of entities, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What other documents say of the touched entities. */
  readonly otherVersions: ReadonlyMap<string, readonly Entity[]>;
  readonly entities: ReadonlyMap<string, StoredEntity>;
  /** Claims of other documents for the touched relations, and when those documents were published. */
  readonly otherClaims: readonly Claim[];
  readonly otherDocuments: readonly Pick<Document, 'id' | 'published'>[];
  readonly relations: ReadonlyMap<string, StoredRelation>;
}

/** An empty extraction of a document: what it is when it is to be removed. */
export const nothingOf = (document: Document): Extraction => ({
  document,
  sentences: [],
  mentions: [],
  entities: [],
  claims: [],
  background: [],
});

/** The relations that a document's claims and background knowledge are drawn as, each once. */
export function triplesOf(
  claims: readonly Claim[],
  background: readonly Relation[],
  symmetric: ReadonlySet<string>,
): Triple[] {
  const triples = [...claims, ...background].map((claim) => tripleOf(claim, symmetric));
  return [...new Map(triples.map((triple) => [triple.id, triple])).values()];
}

type Row = Record<string, Json>;

function batches<T>(items: readonly T[], write: (part: T[]) => WriteStatement): WriteStatement[] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, index) => write(items.slice(index * BATCH, (index + 1) * BATCH)));
}
const put = (command: cypher.Command<{ rows: Row[] }>, rows: readonly Row[]): WriteStatement[] =>
  batches(rows, (part) => cypher.statement(command, { rows: part }));
const drop = (command: cypher.Command<{ ids: string[] }>, ids: readonly string[]): WriteStatement[] =>
  batches(ids, (part) => cypher.statement(command, { ids: part }));

function grouped<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}

/** Items of `next` that `before` lacks or has otherwise, and the ids that only `before` has. */
function difference<T extends { id: string }>(before: readonly T[], next: readonly T[]) {
  const had = new Map(before.map((item) => [item.id, item]));
  const has = new Set(next.map(({ id }) => id));
  return {
    changed: next.filter((item) => !isDeepStrictEqual(had.get(item.id), item)),
    replaced: next.filter((item) => had.has(item.id) && !isDeepStrictEqual(had.get(item.id), item)),
    gone: before.filter(({ id }) => !has.has(id)).map(({ id }) => id),
  };
}

const mentionKey = ({ sentence, entity, start, end }: Mention) => `${sentence} ${start} ${end} ${entity}`;
const byKey = (mentions: readonly Mention[]) =>
  [...new Map(mentions.map((mention) => [mentionKey(mention), mention]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, mention]) => mention);

interface Steps {
  readonly drops: WriteStatement[];
  readonly puts: WriteStatement[];
  readonly last: WriteStatement[];
}
const steps = (parts: Partial<Steps>): Steps => ({ drops: [], puts: [], last: [], ...parts });

function planSentences(stored: Stored, { document, sentences }: Extraction): Steps {
  const { changed, gone } = difference(stored.sentences, sentences);
  return steps({
    drops: drop(cypher.dropNodes('Sentence'), gone),
    puts: [
      ...put(
        cypher.putNodes(['Sentence']),
        changed.map((item) => ({ id: item.id, properties: encodeSentence(item) })),
      ),
      ...put(
        cypher.linkSentences,
        changed.map(({ id }) => ({ document: document.id, sentence: id })),
      ),
    ],
  });
}

function planEntities(stored: Stored, { document, entities }: Extraction, ontology: Ontology): Steps {
  const mine = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const merged: StoredEntity[] = [];
  const gone: string[] = [];
  for (const id of new Set([...mine.keys(), ...stored.names.keys()])) {
    const version = mine.get(id);
    const versions = [...(stored.otherVersions.get(id) ?? []), ...(version ? [version] : [])];
    if (versions.length === 0) gone.push(id);
    else {
      const entity = mergeEntities(versions);
      merged.push({ entity, labels: entityLabels(entity, ontology.entityTypes) });
    }
  }
  const changed = merged.filter((next) => !isDeepStrictEqual(stored.entities.get(next.entity.id), next));
  const stale = changed.flatMap(({ entity, labels }) =>
    (stored.entities.get(entity.id)?.labels ?? [])
      .filter((label) => !labels.includes(label))
      .map((label) => ({ id: entity.id, label })),
  );
  const names = [...mine].map(([id, entity]) => ({
    document: document.id,
    entity: id,
    version: JSON.stringify(entity),
  }));
  const unnamed = [...stored.names.keys()].filter((id) => !mine.has(id));
  return {
    drops: [
      ...grouped(stale, ({ label }) => label).flatMap(([label, items]) =>
        drop(
          cypher.dropLabel(label),
          items.map(({ id }) => id),
        ),
      ),
      ...batches(unnamed, (ids) => cypher.statement(cypher.dropNames, { ids, document: document.id })),
    ],
    puts: [
      ...grouped(changed, ({ labels }) => labels.join('\n')).flatMap(([, items]) => {
        const labels = items[0]?.labels.filter((label) => label !== 'Entity') ?? [];
        const rows = items.map(({ entity }) => ({ id: entity.id, properties: encodeEntity(entity) }));
        return put(cypher.putNodes(['Entity', ...labels]), rows);
      }),
      ...put(
        cypher.putNames,
        names.filter(({ entity, version }) => stored.names.get(entity) !== version),
      ),
    ],
    last: drop(cypher.dropNodes('Entity'), gone),
  };
}

function planMentions(stored: Stored, { document, mentions }: Extraction): Steps {
  const next = byKey(mentions);
  if (isDeepStrictEqual(byKey(stored.mentions), next)) return steps({});
  return steps({
    drops: stored.mentions.length > 0 ? [cypher.statement(cypher.dropMentions, { id: document.id })] : [],
    puts: put(
      cypher.putMentions,
      next.map((mention) => ({ ...mention })),
    ),
  });
}

function planClaims(stored: Stored, { claims }: Extraction, symmetric: ReadonlySet<string>): Steps {
  const { changed, replaced, gone } = difference(stored.claims, claims);
  const speakers = changed.flatMap((claim) =>
    claim.speakers.map((speaker) => ({ claim: claim.id, speaker })),
  );
  return steps({
    drops: drop(cypher.dropNodes('Claim'), [...gone, ...replaced.map(({ id }) => id)]),
    puts: [
      ...put(
        cypher.putNodes(['Claim']),
        changed.map((claim) => ({
          id: claim.id,
          properties: encodeClaim(claim, tripleOf(claim, symmetric).id),
        })),
      ),
      ...put(
        cypher.linkClaims,
        changed.map(({ id, sentence, subject, object }) => ({ id, sentence, subject, object })),
      ),
      ...put(cypher.linkSpeakers, speakers),
    ],
  });
}

/** What stands behind a relation besides claims, once this document says what it says now. */
function supportOf(
  stored: StoredRelation | undefined,
  document: string,
  background: Relation | undefined,
  symmetric: boolean,
): RelationSupport {
  const others = (stored?.support.backgroundDocuments ?? []).filter((id) => id !== document);
  const documents = background ? [...others, document].toSorted() : others;
  const known = background ?? stored?.support.background ?? null;
  return { symmetric, backgroundDocuments: documents, background: documents.length > 0 ? known : null };
}

function planRelations(stored: Stored, next: Extraction, symmetric: ReadonlySet<string>): Steps {
  const background = mergeBackground([], next.background, symmetric);
  const known = new Map<string, Relation>(background.map((relation) => [relation.id, relation]));
  const drawn = new Map<string, Relation>(
    project(
      [...stored.otherClaims, ...next.claims],
      [...stored.otherDocuments, next.document],
      symmetric,
    ).map((relation) => [relation.id, relation]),
  );
  const kept: StoredRelation[] = [];
  const gone: Relation[] = [];
  for (const id of new Set([...drawn.keys(), ...known.keys(), ...stored.relations.keys()])) {
    const before = stored.relations.get(id);
    const type = (drawn.get(id) ?? known.get(id) ?? before?.relation)?.type ?? '';
    const support = supportOf(before, next.document.id, known.get(id), symmetric.has(type));
    const relation = drawn.get(id) ?? support.background;
    if (!relation) {
      if (before) gone.push(before.relation);
    } else if (!isDeepStrictEqual(before, { relation, support })) {
      kept.push({ relation, support });
    }
  }
  const ends = ({ id, subject, object }: Relation) => ({ id, subject, object });
  return steps({
    drops: grouped(gone, ({ type }) => type).flatMap(([type, items]) =>
      put(cypher.dropRelations(type), items.map(ends)),
    ),
    puts: grouped(kept, ({ relation }) => relation.type).flatMap(([type, items]) =>
      put(
        cypher.putRelations(type),
        items.map(({ relation, support }) => ({
          ...ends(relation),
          properties: encodeRelation(relation, support),
        })),
      ),
    ),
  });
}

/** The statements, in the order they must run, that bring the store to hold `next` for the document, or nothing of it. */
export function planDocument(
  stored: Stored,
  next: Extraction,
  ontology: Ontology,
  remove: boolean,
): WriteStatement[] {
  const symmetric = symmetricTypes(ontology);
  const { document } = next;
  const row = { id: document.id, properties: encodeDocument(document) };
  const changed = !remove && !isDeepStrictEqual(stored.document, document);
  const parts = [
    steps({
      puts: changed ? put(cypher.putNodes(['Document']), [row]) : [],
      last: remove ? drop(cypher.dropNodes('Document'), [document.id]) : [],
    }),
    planSentences(stored, next),
    planEntities(stored, next, ontology),
    planMentions(stored, next),
    planClaims(stored, next, symmetric),
    planRelations(stored, next, symmetric),
  ];
  return [
    ...parts.flatMap(({ drops }) => drops),
    ...parts.flatMap(({ puts }) => puts),
    ...parts.flatMap(({ last }) => last),
  ];
}
