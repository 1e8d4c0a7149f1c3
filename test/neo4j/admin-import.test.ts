/** Our CSV through Neo4j's own importer, on a server of its own. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNeo4j } from '../../graph/store/neo4j.ts';
import { writeCsv } from '../../graph/transfer/csv.ts';
import type { Exact, GraphElement } from '../../graph/transfer/element.ts';
import { allOf, comparable, manyAsOne, sourceOfElements } from '../graph/transfer/graphs.ts';
import { describeNeo4j } from './database.ts';
import { startServer } from './server.ts';

/** One graph out of many, so that the importer, which takes seconds, reads everything at once. */
const elements = manyAsOne({ without: new Set(['empty lists', 'bytes']) }, 60);

const isNothing = (value: Exact) =>
  Array.isArray(value) && (value.length === 0 || (value.length === 1 && value[0] === ''));

/** What the importer has no form for is left out, and told. */
const withoutNothing = (element: GraphElement): GraphElement => ({
  ...element,
  properties: Object.fromEntries(Object.entries(element.properties).filter(([, value]) => !isNothing(value))),
});

describeNeo4j('neo4j-admin database import', () => {
  test('reads our CSV as the graph that it is', { timeout: 180_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'threadline-csv-'));
    const notes: string[] = [];
    const parts = new Set<string>();
    const file = (part: string) => join(folder, `graph-${part}.csv`);
    for await (const { part, text } of writeCsv(sourceOfElements(elements), (line) => notes.push(line))) {
      parts.add(part);
      await appendFile(file(part), text);
    }
    const options = [...(notes[0] ?? '').matchAll(/--array-delimiter=\S+/g)].map(([option]) => option);
    const of = (kind: string) => [...parts].filter((part) => part.startsWith(kind)).map(file);
    const server = await startServer({
      imported: { nodes: of('nodes'), relationships: of('relationships'), options },
    });
    try {
      const store = await openNeo4j(server);
      const found = comparable(await allOf(store.transfer));
      await store.close();
      expect(found).toEqual(comparable(elements.map(withoutNothing)));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
