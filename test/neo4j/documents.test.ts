/** Documents as people have them, in both stores: the same exported graph, and the same rows of the README's Cypher. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOntology } from '../../graph/ontology-file.ts';
import { userQuery } from '../../graph/queries/console.ts';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { exportGraph } from '../../graph/transfer/export.ts';
import { FORMATS } from '../../graph/transfer/formats.ts';
import { bundledDocument } from '../../ingest/bundled.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { createExtractor } from '../../ingest/pipeline.ts';
import { examples } from '../../web/app/components/Console/examples.ts';
import { blocks } from '../readme-blocks.ts';
import { bareDatabase, describeNeo4j, open } from './database.ts';

const OWN = new URL('../golden/dev/', import.meta.url);
const own = readdirSync(OWN)
  .filter((name) => name.endsWith('.txt'))
  .slice(0, 10);

describeNeo4j('the bundled document and ten more in both stores', () => {
  let folder: string;
  let embedded: GraphStore;
  let neo4j: GraphStore;

  beforeAll(async () => {
    await bareDatabase();
    folder = await mkdtemp(join(tmpdir(), 'threadline-documents-'));
    [embedded, neo4j] = await Promise.all([openStore({ dataDir: join(folder, 'data') }), open()]);
    const extractor = createExtractor();
    const ontology = readOntology();
    const texts = own.map((name) => ({ text: readFileSync(new URL(name, OWN), 'utf8'), title: name }));
    for (const source of [bundledDocument(), ...texts]) {
      const extraction = extractor.extract(source);
      await Promise.all([embedded, neo4j].map((store) => loadExtraction(store, extraction, ontology)));
    }
  });
  afterAll(async () => {
    await Promise.all([embedded?.close(), neo4j?.close()]);
    await rm(folder, { recursive: true });
  });

  /** The elements of an export: its lines without the head and the manifest, in an order that is the same everywhere. */
  async function exported(store: GraphStore): Promise<string[]> {
    const path = join(folder, `${store.kind}.jsonl`);
    await exportGraph(store, FORMATS.jsonl, path);
    return (await readFile(path, 'utf8')).trimEnd().split('\n').slice(1, -1).toSorted();
  }

  test('the exported graphs are the same, element by element', async () => {
    const [here, there] = [await exported(embedded), await exported(neo4j)];
    expect(own).toHaveLength(10);
    expect(here.filter((line) => JSON.parse(line).labels?.includes('Document'))).toHaveLength(11);
    expect(here.length).toBeGreaterThan(2000);
    expect(there).toEqual(here);
  });

  const statements = [...blocks('cypher'), ...examples.map(({ query }) => query)];
  test.each(statements)('the same rows: %s', async (statement) => {
    // What ORDER BY leaves open may come in any order.
    const rowsOf = async (store: GraphStore) => {
      const { rows } = await userQuery(store, statement, {});
      return rows.map((row) => JSON.stringify(row)).toSorted();
    };
    const rows = await rowsOf(neo4j);
    expect(rows.length).toBeGreaterThan(0);
    expect(await rowsOf(embedded)).toEqual(rows);
  });
});
