import type { Counts, SchemaSummary } from '../model.ts';
import type { Ontology } from '../ontology.ts';
import type { GraphStore } from '../store.ts';

/** How many documents, entities and drawn relations the store holds. */
export async function health(_store: GraphStore): Promise<Counts> {
  throw new Error('not written yet');
}

/** Types, families and relation types with their counts: those of the ontology first, in its order, then others that the store holds. */
export async function schema(_store: GraphStore, _ontology: Ontology): Promise<SchemaSummary> {
  throw new Error('not written yet');
}
