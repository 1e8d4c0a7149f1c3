import type { EntityDetail, EntityId, RelationEvidence, RelationId } from '../model.ts';
import type { GraphStore } from '../store.ts';

/** An entity with its degree by relation type, its documents and mentions. @throws NotFoundError */
export async function entityDetail(_store: GraphStore, _id: EntityId): Promise<EntityDetail> {
  throw new Error('not written yet');
}

/** A relation with the claims behind it, strongest first. @throws NotFoundError */
export async function evidence(_store: GraphStore, _id: RelationId): Promise<RelationEvidence> {
  throw new Error('not written yet');
}
