/** Everything about one entity, and about one relation. */
import { decodeSentence, entityIn, relationIn } from '../codec.ts';
import * as cypher from '../cypher.ts';
import {
  type Degree,
  DocumentSummary,
  type EntityDetail,
  type EntityId,
  Mention,
  type RelationEvidence,
  type RelationId,
} from '../model.ts';
import { rowsOf } from '../run.ts';
import { type GraphStore, NotFoundError } from '../store.ts';
import { newestFirst } from './document.ts';
import { evidenceOf } from './evidence.ts';
import { entitiesOf } from './scene.ts';

interface TypeCount {
  readonly type: string;
  readonly symmetric: boolean;
  readonly count: number;
}

/** Degrees by type and direction, largest first; both directions of a symmetric type are one. */
function degreesOf(out: readonly TypeCount[], into: readonly TypeCount[]): Degree[] {
  const all = new Map<string, Degree>();
  const add = ({ type, symmetric, count }: TypeCount, side: 'out' | 'in') => {
    const direction = symmetric ? 'both' : side;
    const key = `${type} ${direction}`;
    all.set(key, { type, direction, count: (all.get(key)?.count ?? 0) + count });
  };
  for (const row of out) add(row, 'out');
  for (const row of into) add(row, 'in');
  return [...all.values()].toSorted(
    (a, b) => b.count - a.count || `${a.type} ${a.direction}`.localeCompare(`${b.type} ${b.direction}`),
  );
}

/** An entity with its degree by relation type, its documents and mentions. @throws NotFoundError */
export async function entityDetail(store: GraphStore, id: EntityId): Promise<EntityDetail> {
  const [found, out, into, documents, mentions] = await Promise.all([
    rowsOf(store, cypher.entitiesByIds, { ids: [id] }),
    rowsOf(store, cypher.degreesOut, { id }),
    rowsOf(store, cypher.degreesIn, { id }),
    rowsOf(store, cypher.entityDocuments, { id }),
    rowsOf(store, cypher.entityMentions, { id }),
  ]);
  const [row] = found;
  if (!row) throw new NotFoundError(`No entity has the id ${id}.`);
  const entity = entityIn(store.content, row.entity);
  const sentences = mentions.map(({ sentence: node, startsAt: start, endsAt: end, kind, text }) => {
    const sentence = decodeSentence(node.properties);
    return {
      sentence,
      mention: Mention.parse({ sentence: sentence.id, entity: id, kind, start, end, text }),
    };
  });
  return {
    entity,
    degree: row.degree,
    degrees: degreesOf(out, into),
    documents: documents.map((row) => DocumentSummary.parse(row)).toSorted(newestFirst),
    mentions: sentences.toSorted(
      (a, b) =>
        a.sentence.document.localeCompare(b.sentence.document) ||
        a.mention.start - b.mention.start ||
        a.mention.end - b.mention.end,
    ),
    ...(entity.captions === undefined ? {} : { properties: row.entity.properties }),
  };
}

/** A relation with the claims behind it, strongest first; background knowledge has none. @throws NotFoundError */
export async function evidence(store: GraphStore, id: RelationId): Promise<RelationEvidence> {
  const [byClaims] = await rowsOf(store, cypher.relationOfClaims, { id });
  const [found] = byClaims ? [byClaims] : await rowsOf(store, cypher.relationById, { id });
  if (!found) throw new NotFoundError(`No relation has the id ${id}.`);
  const relation = relationIn(store.content, found.relation);
  const [{ entities }, claims] = await Promise.all([
    entitiesOf(store, [relation.subject, relation.object]),
    evidenceOf(store, [id]),
  ]);
  const subject = entities.find((entity) => entity.id === relation.subject);
  const object = entities.find((entity) => entity.id === relation.object);
  if (!subject || !object) throw new NotFoundError(`An end of the relation ${id} is gone.`);
  const { properties } = found.relation;
  const own = relation.claimCount > 0 || relation.origin === 'gazetteer';
  return { relation, subject, object, evidence: claims.get(id) ?? [], ...(own ? {} : { properties }) };
}
