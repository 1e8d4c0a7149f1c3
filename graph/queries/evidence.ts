/** The claims behind relations, with everything a reader needs to judge them. */
import { decodeClaim, decodeSentence } from '../codec.ts';
import * as cypher from '../cypher.ts';
import type { Entity, Evidence, RelationId } from '../model.ts';
import { Document } from '../model.ts';
import { rowsOf } from '../run.ts';
import type { GraphStore } from '../store.ts';
import { entitiesOf } from './scene.ts';

const Heading = Document.omit({ text: true, links: true });

/** Surest first; then by document and place. */
function byStrength(a: Evidence, b: Evidence): number {
  return (
    b.claim.confidence - a.claim.confidence ||
    (a.document.published ?? '').localeCompare(b.document.published ?? '') ||
    (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0) ||
    a.claim.start - b.claim.start ||
    (a.claim.id < b.claim.id ? -1 : 1)
  );
}

/** The evidence of each of these relations, strongest first; relations without claims are not in the map. */
export async function evidenceOf(
  store: GraphStore,
  ids: readonly RelationId[],
): Promise<Map<RelationId, Evidence[]>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(store, cypher.claimsOfRelations, { ids: [...new Set(ids)] });
  const found = rows.map(({ relation, claim, sentence, ...document }) => ({
    relation: relation as RelationId,
    claim: decodeClaim(claim.properties),
    sentence: decodeSentence(sentence.properties),
    document: Heading.parse(document),
  }));
  const { entities } = await entitiesOf(
    store,
    found.flatMap(({ claim }) => claim.speakers),
  );
  const speakers = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const grouped = new Map<RelationId, Evidence[]>();
  for (const { relation, ...rest } of found) {
    const said = rest.claim.speakers.flatMap((id) => speakers.get(id) ?? []);
    grouped.set(relation, [...(grouped.get(relation) ?? []), { ...rest, speakers: said }]);
  }
  return new Map([...grouped].map(([id, items]) => [id, items.toSorted(byStrength)]));
}
