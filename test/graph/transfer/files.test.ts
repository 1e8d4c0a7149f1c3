/** Files of whole graphs: what is written is checked before it is read, and comes back as it was. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../graph/store/open.ts';
import { UnsupportedError } from '../../../graph/store.ts';
import { type GraphElement, GraphFileError, MixRefusedError } from '../../../graph/transfer/element.ts';
import { exportGraph } from '../../../graph/transfer/export.ts';
import { FORMATS } from '../../../graph/transfer/formats.ts';
import { importGraph } from '../../../graph/transfer/import.ts';
import { elementLine, readElement } from '../../../graph/transfer/jsonl.ts';
import { checkFile, elementsOf } from '../../../graph/transfer/jsonl-file.ts';
import { Groups } from '../../../graph/transfer/steps.ts';
import { allOf, comparable, graphs, manyAsOne, numbered, sourceOfElements, values } from './graphs.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-files-'));
  path = join(folder, 'graph.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function save(elements: readonly GraphElement[]): Promise<string> {
  let text = '';
  for await (const piece of FORMATS.jsonl.write(sourceOfElements(elements))) text += piece.text;
  await writeFile(path, text);
  return text;
}

describe('a line', () => {
  test('holds every value as it is', () => {
    fc.assert(
      fc.property(values(), (value) => {
        const element: GraphElement = { kind: 'node', key: '#1', labels: ['A'], properties: { value } };
        expect(readElement(elementLine(element))).toEqual(element);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['{"node":"#1","labels":[],"properties":{"a":{"date":"yesterday"}}}', /'a': "yesterday" is no date/],
    ['{"node":"#1","labels":[],"properties":{"a":12345678901234567890}}', /'a': .* too large/],
    ['{"node":"#1","labels":[],"properties":{"a":null}}', /'a': null, maps/],
    ['{"node":"#1","labels":[],"properties":{"a":"\\ud800"}}', /half of a character/],
    ['{"node":"#1","labels":[""],"properties":{}}', /labels/],
    ['{"relationship":"T","start":"#1","properties":{}}', /end/],
    ['{"node":"#1","labels":[],"properties":{},"more":1}', /more/],
    ['nothing', /not JSON/],
  ])('at fault says why: %s', (line, reason) => {
    expect(() => readElement(line)).toThrow(reason);
  });
});

describe('a file', () => {
  test('that is whole gives its elements', async () => {
    const elements = fc.sample(graphs(), { numRuns: 1, seed: 3 })[0] ?? [];
    await save(elements);
    const { manifest } = await checkFile(path);
    expect(manifest.nodes + manifest.relationships).toBe(elements.length);
    const found: GraphElement[] = [];
    for await (const element of elementsOf(path)) found.push(element);
    expect(found).toEqual(elements);
  });

  test('cut anywhere is refused as cut short', async () => {
    const text = await save(numbered(20, 20));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: text.length - 1 }), async (length) => {
        await writeFile(path, text.slice(0, length));
        await expect(checkFile(path)).rejects.toThrow(/cut short/);
      }),
      { numRuns: 30 },
    );
  });

  test('with a line taken away, doubled or changed is refused, and the line named where it tells', async () => {
    const text = await save(numbered(20, 20));
    const lines = text.split('\n');
    const faults: [string, RegExp][] = [
      [lines.toSpliced(5, 1).join('\n'), /altered/],
      [lines.toSpliced(5, 0, lines[5] ?? '').join('\n'), /altered/],
      [text.replace('Node 7', 'Node 8'), /altered/],
      [text.replace('"uid":7', '"uid":null'), /altered.*line 9: the property 'uid'/s],
    ];
    for (const [fault, message] of faults) {
      await writeFile(path, fault);
      const error = await checkFile(path).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(GraphFileError);
      expect((error as Error).message).toMatch(message);
    }
  });

  test('that is none of ours, or missing, says so', async () => {
    await writeFile(path, 'name,age\nAda,36\n');
    await expect(checkFile(path)).rejects.toThrow(/no graph of Threadline's/);
    await expect(checkFile(join(folder, 'none.jsonl'))).rejects.toThrow(/ENOENT/);
  });
});

describe('the embedded store', () => {
  test('takes values of every type, and gives them back', async () => {
    const elements = manyAsOne({ without: new Set(['odd names']) }, 60);
    const store = await openStore({ dataDir: join(folder, 'data') });
    try {
      await save(elements);
      await importGraph(store, await checkFile(path));
      expect(comparable(await allOf(store.transfer))).toEqual(comparable(elements));
    } finally {
      await store.close();
    }
  });

  test('refuses what it cannot hold, by name, and other graphs', async () => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    try {
      await save([{ kind: 'node', key: '#1', labels: ['tick`ed'], properties: {} }]);
      await expect(importGraph(store, await checkFile(path))).rejects.toThrow(UnsupportedError);
    } finally {
      await store.close();
    }
    const other = await openStore({ dataDir: join(folder, 'other') });
    try {
      await save(numbered(3, 3));
      await importGraph(other, await checkFile(path));
      await expect(importGraph(other, await checkFile(path))).rejects.toThrow(MixRefusedError);
      await importGraph(other, await checkFile(path), { intoExisting: true });
      expect(await other.transfer.counts()).toEqual({ nodes: 6, relationships: 6 });
    } finally {
      await other.close();
    }
  });

  test('does not import a relationship without its nodes', async () => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    try {
      await save([
        { kind: 'node', key: '#1', labels: [], properties: {} },
        { kind: 'relationship', type: 'T', start: '#1', end: '#2', properties: {} },
      ]);
      await expect(importGraph(store, await checkFile(path))).rejects.toThrow(/not in the file/);
      expect((await store.transfer.counts()).relationships).toBe(0);
    } finally {
      await store.close();
    }
  });

  test('exports into files that appear when they are whole, and replaces none unasked', async () => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    try {
      await save(numbered(5, 5));
      await importGraph(store, await checkFile(path));
      await expect(exportGraph(store, FORMATS.jsonl, path)).rejects.toThrow(/is there already/);
      const { files } = await exportGraph(store, FORMATS.csv, join(folder, 'g.csv'));
      expect(files).toEqual([join(folder, 'g-nodes.csv'), join(folder, 'g-relationships.csv')]);
      expect(await readFile(files[0] ?? '', 'utf8')).toMatch(/^:ID,:LABEL,"name:string","uid:long"\n/);
    } finally {
      await store.close();
    }
  });
});

test('groups on different parts share no node, and every relationship stands in one', () => {
  const relationships = numbered(40, 400).filter((element) => element.kind === 'relationship');
  const gathering = new Groups(6, 30);
  const full = relationships.flatMap((relationship) => gathering.add(relationship) ?? []);
  expect(full.length).toBeGreaterThan(0);
  expect(full.every((group) => group.relationships.length === 30)).toBe(true);
  const groups = [...full, ...gathering.rest()];
  const taken = groups.flatMap((group) => group.relationships);
  expect(new Set(taken)).toEqual(new Set(relationships));
  expect(taken).toHaveLength(400);
  const nodesOf = ({ relationships: some }: (typeof groups)[number]) =>
    new Set(some.flatMap(({ start, end }) => [start, end]));
  for (const one of groups) {
    for (const other of groups) {
      if (one.parts.some((part) => other.parts.includes(part))) continue;
      expect([...nodesOf(one)].filter((node) => nodesOf(other).has(node))).toEqual([]);
    }
  }
});
