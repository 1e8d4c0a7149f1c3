/** The differential corpus on both stores: how many statements the embedded one answers as Neo4j does, refuses, gets wrong. */

import { readOntology } from '../graph/ontology-file.ts';
import { openNeo4j } from '../graph/store/neo4j.ts';
import { openStore } from '../graph/store/open.ts';
import { bundledDocument } from '../ingest/bundled.ts';
import { loadExtraction } from '../ingest/load.ts';
import { createExtractor } from '../ingest/pipeline.ts';
import { compareStores } from '../test/neo4j/differential/compare.ts';
import { CORPUS } from '../test/neo4j/differential/corpus.ts';
import { startServer } from '../test/neo4j/server.ts';
import type { Figure } from './report.ts';

export async function differential(dataDir: string): Promise<Figure[]> {
  const server = await startServer();
  try {
    const { uri, username, password } = server;
    const [neo4j, embedded] = await Promise.all([
      openNeo4j({ uri, username, password }),
      openStore({ dataDir }),
    ]);
    try {
      const ontology = readOntology();
      const extraction = createExtractor().extract(bundledDocument());
      for (const store of [neo4j, embedded]) await loadExtraction(store, extraction, ontology);
      const { same, refused, different } = await compareStores(neo4j, embedded, CORPUS);
      const figure = (what: string, ours: number): Figure => ({ what, unit: 'statements', ours });
      return [
        figure('the same answer', same),
        figure('refused by name', refused.length),
        figure('a different answer', different.length),
      ];
    } finally {
      await Promise.all([neo4j.close(), embedded.close()]);
    }
  } finally {
    await server.stop();
  }
}
