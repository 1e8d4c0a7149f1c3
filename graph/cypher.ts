// biome-ignore-all lint/performance/noBarrelFile: the one door to the product's Cypher.
// biome-ignore-all lint/performance/noReExportAll: the topics have what it is made of, and no more.
/**
 * Every Cypher text of the product, by topic in `cypher/`. Right on Neo4j 5 and on the embedded engine alike. Values are
 * always parameters; labels and relationship types come from the ontology or the live schema, through `name` of
 * `cypher-text.ts`.
 */

export * from './cypher/document.ts';
export * from './cypher/entity.ts';
export * from './cypher/indexes.ts';
export * from './cypher/loading-reads.ts';
export * from './cypher/loading-writes.ts';
export * from './cypher/overview.ts';
export * from './cypher/paths.ts';
export { type Command, type Query, statement } from './cypher/query.ts';
export * from './cypher/scene.ts';
export * from './cypher/search.ts';
