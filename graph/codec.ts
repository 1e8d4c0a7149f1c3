/** Model types ↔ the properties and labels they are stored as. Nothing is lost: what goes in comes back equal. */
import { captionOf, captionsOf } from './captions.ts';
import { fold } from './fold.ts';
import { labelOf } from './labels.ts';
import { Claim, type Content, Document, Entity, type Json, Relation, Sentence } from './model.ts';
import type { EntityType } from './ontology.ts';
import { type NodeValue, type RelationshipValue, RowShapeError } from './store.ts';

export type Properties = Record<string, Json>;

/** A value without its nulls: stores keep no null properties. */
function stored(value: Readonly<Record<string, Json | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, Json] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}

/** Properties as a full record again: what is not stored is null, lists not stored are empty. */
function restored(
  properties: Readonly<Record<string, Json>>,
  shape: Readonly<Record<string, unknown>>,
  lists: readonly string[],
) {
  return Object.fromEntries(
    Object.keys(shape).map((key) => [key, properties[key] ?? (lists.includes(key) ? [] : null)]),
  );
}

function parse<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T; error?: Error } },
  value: unknown,
  what: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success && parsed.data !== undefined) return parsed.data;
  throw new RowShapeError(`A ${what} in the store does not have the shape of one.`, { cause: parsed.error });
}

/** What our nodes keep of an entity: they have a name and need no other captions. */
const StoredEntity = Entity.omit({ captions: true });

/** `search` holds what is looked through for words, folded. */
export const encodeEntity = (entity: Entity): Properties =>
  stored({ ...entity, search: fold([entity.name, ...entity.aliases, entity.description ?? ''].join('\n')) });

/** The labels of an entity's node, sorted: `Entity`, its type, the type's families, and its own further labels. */
export function entityLabels(entity: Entity, types: ReadonlyMap<string, EntityType>): string[] {
  const families = types.get(entity.type)?.families ?? [];
  return [...new Set(['Entity', entity.type, ...families, ...entity.labels])].toSorted();
}

export const decodeEntity = (properties: Readonly<Record<string, Json>>): Entity =>
  parse(StoredEntity, restored(properties, StoredEntity.shape, ['aliases', 'labels']), 'node :Entity');

export const encodeDocument = (document: Document): Properties =>
  stored({ ...document, characters: document.text.length });

export const decodeDocument = (properties: Readonly<Record<string, Json>>): Document =>
  parse(Document, restored(properties, Document.shape, ['links']), 'node :Document');

export const encodeSentence = (sentence: Sentence): Properties =>
  stored({ ...sentence, search: fold(sentence.text) });

export const decodeSentence = (properties: Readonly<Record<string, Json>>): Sentence =>
  parse(Sentence, restored(properties, Sentence.shape, []), 'node :Sentence');

/** `relation` is the id of the relation that the claim is drawn as. */
export const encodeClaim = (claim: Claim, relation: string): Properties => stored({ ...claim, relation });

export const decodeClaim = (properties: Readonly<Record<string, Json>>): Claim =>
  parse(Claim, restored(properties, Claim.shape, ['speakers', 'extractors']), 'node :Claim');

/** What a relationship keeps besides the relation itself. */
export interface RelationSupport {
  readonly symmetric: boolean;
  /** Documents whose extraction brought the relation as background knowledge. */
  readonly backgroundDocuments: readonly string[];
  /** The relation as the gazetteer knows it, for when no claim is left; null where it does not know it. */
  readonly background: Relation | null;
}

export function encodeRelation(relation: Relation, support: RelationSupport): Properties {
  const { type: _type, subject: _subject, object: _object, ...rest } = relation;
  const { symmetric, background, backgroundDocuments } = support;
  return stored({
    ...rest,
    ...(symmetric ? { symmetric } : {}),
    ...(background
      ? { background: JSON.stringify(background), backgroundDocuments: [...backgroundDocuments] }
      : {}),
  });
}

export function decodeSupport(properties: Readonly<Record<string, Json>>): RelationSupport {
  const { background, backgroundDocuments, symmetric } = properties;
  return {
    symmetric: symmetric === true,
    backgroundDocuments: Array.isArray(backgroundDocuments) ? backgroundDocuments.map(String) : [],
    background: typeof background === 'string' ? parse(Relation, JSON.parse(background), 'background') : null,
  };
}

/** A relationship between entities → relation. @throws RowShapeError where it is not one of our projection */
export const decodeRelation = ({ type, start, end, properties }: RelationshipValue): Relation =>
  parse(
    Relation,
    {
      ...restored(properties, Relation.shape, ['modalities', 'claims', 'documents']),
      type,
      subject: start,
      object: end,
    },
    `relationship :${type}`,
  );

/** The label that a node is shown under: of ours first, else by the rule for labels. */
function typeOf(labels: readonly string[]): string {
  return ['Document', 'Sentence', 'Claim'].find((own) => labels.includes(own)) ?? labelOf(labels);
}

/** Any node as something that the canvas can draw: our entities as they are, every other node under its label. */
export function nodeAsEntity(node: NodeValue): Entity {
  const { id, labels, properties } = node;
  if (labels.includes('Entity') && properties.id === id) {
    const entity = StoredEntity.safeParse(restored(properties, StoredEntity.shape, ['aliases', 'labels']));
    if (entity.success) return entity.data;
  }
  const type = typeOf(labels);
  const captions = captionsOf(properties);
  const number = (key: string) => (typeof properties[key] === 'number' ? properties[key] : null);
  return {
    id: id as Entity['id'],
    type,
    name: captionOf(captions, type, id),
    aliases: [],
    description: captions.description ?? null,
    wikidata: null,
    iso3: null,
    latitude: number('latitude'),
    longitude: number('longitude'),
    origin: 'document',
    provisional: false,
    labels: labels.filter((label) => label !== type),
    date: null,
    captions,
  };
}

/** Any relationship as something that the canvas can draw; those that are not drawn relations of ours have no claims. */
export function relationshipAsRelation(relationship: RelationshipValue): Relation {
  const { id, type, start, end, properties } = relationship;
  const whole = {
    ...restored(properties, Relation.shape, ['modalities', 'claims', 'documents']),
    id,
    type,
    subject: start,
    object: end,
  };
  const ours = Relation.safeParse(whole);
  if (ours.success && properties.id === id) return ours.data;
  return {
    id: id as Relation['id'],
    type,
    subject: start as Entity['id'],
    object: end as Entity['id'],
    polarity: '+',
    modalities: [],
    confidence: 1,
    claimCount: 0,
    claims: [],
    documents: [],
    firstDate: null,
    lastDate: null,
    origin: 'document',
  };
}

/** An entity as the database holds it. @throws RowShapeError where all are ours and this one is not */
export const entityIn = (content: Content, node: NodeValue): Entity =>
  content === 'ours' ? decodeEntity(node.properties) : nodeAsEntity(node);

/** A relation as the database holds it. @throws RowShapeError where all are ours and this one is not */
export const relationIn = (content: Content, relationship: RelationshipValue): Relation =>
  content === 'ours' ? decodeRelation(relationship) : relationshipAsRelation(relationship);
