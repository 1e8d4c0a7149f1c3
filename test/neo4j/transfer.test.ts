/** Whole graphs out of and into a real Neo4j, beside the embedded store. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Extraction } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { type GraphElement, MixRefusedError } from '../../graph/transfer/element.ts';
import { exportGraph } from '../../graph/transfer/export.ts';
import { FORMATS } from '../../graph/transfer/formats.ts';
import { importGraph } from '../../graph/transfer/import.ts';
import { checkFile } from '../../graph/transfer/jsonl-file.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { allOf, comparable, graphs, numbered, sourceOfElements } from '../graph/transfer/graphs.ts';
import { bareDatabase, describeNeo4j, directly, open } from './database.ts';

const fixture = new URL('../fixtures/ministerial.json', import.meta.url);

describeNeo4j('whole graphs', () => {
  const opened: GraphStore[] = [];
  let folder: string;
  let files = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'threadline-transfer-'));
    await bareDatabase();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await rm(folder, { recursive: true, force: true });
  });

  async function embedded(): Promise<GraphStore> {
    files += 1;
    const store = await openStore({ dataDir: join(folder, `data-${files}`) });
    opened.push(store);
    return store;
  }

  async function neo4j(): Promise<GraphStore> {
    const store = await open();
    opened.push(store);
    return store;
  }

  const elementsOf = async (store: GraphStore) => comparable(await allOf(store.transfer));

  async function exported(store: GraphStore): Promise<string> {
    files += 1;
    const path = join(folder, `${files}.jsonl`);
    await exportGraph(store, FORMATS.jsonl, path);
    return path;
  }

  /** A file that holds these elements. */
  async function fileOf(elements: readonly GraphElement[]): Promise<string> {
    files += 1;
    const path = join(folder, `${files}.jsonl`);
    let text = '';
    for await (const piece of FORMATS.jsonl.write(sourceOfElements(elements))) text += piece.text;
    await writeFile(path, text);
    return path;
  }

  test('the bundled document: embedded → Neo4j → embedded, element by element', async () => {
    const first = await embedded();
    const extraction = Extraction.parse(JSON.parse(readFileSync(fixture, 'utf8')));
    await loadExtraction(first, extraction, readOntology());
    const graph = await elementsOf(first);
    const server = await neo4j();
    const there = await importGraph(server, await checkFile(await exported(first)));
    expect(there.nodes + there.relationships).toBe(graph.length);
    expect(await elementsOf(server)).toEqual(graph);
    const last = await embedded();
    await importGraph(last, await checkFile(await exported(server)));
    expect(await elementsOf(last)).toEqual(graph);
    // What was moved is as good as what was read in: reading it in again changes nothing.
    await loadExtraction(server, extraction, readOntology());
    expect(await elementsOf(server)).toEqual(graph);
    // And the same file over it changes nothing either.
    await importGraph(server, await checkFile(await exported(first)));
    expect(await elementsOf(server)).toEqual(graph);
  });

  test('values of every type, and labels and types of any spelling, come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(), async (elements) => {
        await bareDatabase();
        const server = await neo4j();
        await importGraph(server, await checkFile(await fileOf(elements)));
        expect(await elementsOf(server)).toEqual(comparable(elements));
        expect(await directly('MATCH (n) WHERE n.threadlineKey IS NOT NULL RETURN n')).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
  test('the Cypher script makes the same graph, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(graphs({ without: new Set(['bytes']) }), async (elements) => {
        await bareDatabase();
        for await (const { text } of FORMATS.cypher.write(sourceOfElements(elements))) {
          // No text of the graph ends a line: the script is a statement a line.
          for (const line of text.split('\n')) {
            if (line !== '' && !line.startsWith('//')) await directly(line.replace(/;$/, ''));
          }
        }
        expect(await elementsOf(await neo4j())).toEqual(comparable(elements));
      }),
      { numRuns: 15 },
    );
  });

  test('an interrupted import goes on where it stopped, and mixes with nothing meanwhile', async () => {
    const elements = numbered(9_000, 20_000);
    const path = await fileOf(elements);
    const checked = await checkFile(path);
    for (const store of [await neo4j(), await embedded()]) {
      const controller = new AbortController();
      const stopAt = (loaded: number) => {
        if (loaded > 12_000) controller.abort(new Error('stopped here'));
      };
      const stopped = importGraph(store, checked, { onProgress: stopAt, signal: controller.signal });
      await expect(stopped).rejects.toThrow('stopped here');
      const other = await checkFile(await fileOf(numbered(3, 1)));
      await expect(importGraph(store, other, { intoExisting: true })).rejects.toThrow(MixRefusedError);
      const { resumed } = await importGraph(store, checked);
      expect(resumed).toBeGreaterThan(1);
      expect(await elementsOf(store)).toEqual(comparable(elements));
    }
  });

  test('a database of others is left as it is, unless told so', async () => {
    await directly('CREATE (:Film {title: $title})', { title: 'Ran' });
    const path = await fileOf([{ kind: 'node', key: '#1', labels: ['Film'], properties: { uid: 1n } }]);
    const store = await neo4j();
    await expect(importGraph(store, await checkFile(path))).rejects.toThrow(MixRefusedError);
    expect(await directly('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
    await importGraph(store, await checkFile(path), { intoExisting: true });
    expect(await directly('MATCH (f:Film) RETURN f.title AS title, f.uid AS uid ORDER BY uid')).toEqual([
      { title: null, uid: 1 },
      { title: 'Ran', uid: null },
    ]);
    // What was imported as it is stays somebody's data: nothing of ours is left in it.
    expect((await neo4j()).content).toBe('foreign');
  });
});
