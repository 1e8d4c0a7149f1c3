/** Downloads of the whole graph through the API. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORT_FILES, exportPath } from '../../../web/api.ts';
import { type Fixture, openFixture } from './harness.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

test.each(EXPORT_FILES)('%s comes as a file', async (file) => {
  const response = await fixture.request(exportPath(file));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
});

test('the zip holds the tables, and how they are imported', async () => {
  const response = await fixture.request(exportPath('graph.csv.zip'));
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const tables = Object.keys(files).filter((name) => name.endsWith('.csv'));
  expect(tables).toEqual(expect.arrayContaining(['graph-nodes.csv', 'graph-relationships.csv']));
  expect(text('graph-nodes.csv')).toMatch(/^:ID,:LABEL,/);
  // A value of another type than its column stands in a further table; the command names all of them.
  for (const name of tables) expect(text('README.txt')).toContain(name.replace('graph-', 'FILE-'));
  const ids = tables.flatMap(
    (name) => text(name).match(/^"(?:Entity|Document|Sentence|Claim):[^"]*","(?:[A-Z]\w*;?)+",/gm) ?? [],
  );
  expect(new Set(ids).size).toBe((await fixture.store.transfer.counts()).nodes);
});

test('another name is refused, and another site', async () => {
  expect((await fixture.request('/api/export/graph.exe')).status).toBe(404);
  const headers = { 'Sec-Fetch-Site': 'cross-site' };
  expect((await fixture.request(exportPath('graph.jsonl'), { headers })).status).toBe(403);
});
