/** The export menu: what is drawn and the whole graph, as files. */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './fixture.ts';

async function taken(page: Page, item: string | RegExp, nth = 0): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).nth(nth).click(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'threadline-download-'));
  const path = join(folder, 'file');
  await download.saveAs(path);
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return { name: download.suggestedFilename(), bytes };
}

/** Parses XML as the browser does; gives what is wrong with it, and the texts of some elements. */
const parsed = (page: Page, xml: string, selector: string) =>
  page.evaluate(
    ([text, wanted]) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const fault = document.querySelector('parsererror')?.textContent ?? null;
      return { fault, texts: [...document.querySelectorAll(wanted)].map((each) => each.textContent ?? '') };
    },
    [xml, selector] as const,
  );

test('the picture is taken away as SVG and PNG, with legend and sources', async ({ open }) => {
  const { page } = await open();
  const svg = await taken(page, /Picture, SVG/);
  const { fault, texts } = await parsed(page, svg.bytes.toString('utf8'), 'text');
  expect(fault).toBeNull();
  expect(texts).toContain('Sources');
  expect(texts.some((text) => text.includes('Ministry of Defense of Japan'))).toBe(true);
  expect(texts.some((text) => /^Countries \(\d+\)$/.test(text))).toBe(true);
  const drawn = await page.evaluate(() => window.__threadline?.entities().length ?? 0);
  expect(texts.length).toBeGreaterThan(drawn);
  const png = await taken(page, /Picture, PNG/);
  expect(png.name).toBe('scene.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.length).toBeGreaterThan(20_000);
});

test('the scene is taken away as data', async ({ open }) => {
  const { page } = await open();
  const drawn = await page.evaluate(() => window.__threadline?.entities().length ?? 0);
  const json = JSON.parse((await taken(page, /^JSON/)).bytes.toString('utf8'));
  expect(json.entities).toHaveLength(drawn);
  expect(Object.keys(json.positions)).toHaveLength(drawn);
  const graphml = await taken(page, /^GraphML/);
  expect(await parsed(page, graphml.bytes.toString('utf8'), 'node')).toMatchObject({ fault: null });
  const entities = (await taken(page, /^Entities, CSV/)).bytes.toString('utf8').split('\r\n');
  expect(entities).toHaveLength(drawn + 2);
  const relations = (await taken(page, /^Relations, CSV/)).bytes.toString('utf8').split('\r\n');
  expect(relations).toHaveLength(json.relations.length + 2);
});

test('the whole graph is downloaded in every format', async ({ open }) => {
  const { page } = await open();
  const lines = (await taken(page, /^JSON Lines/)).bytes.toString('utf8');
  const { manifest } = JSON.parse(lines.slice(lines.lastIndexOf('\n', lines.length - 2) + 1));
  const before = lines.slice(0, lines.lastIndexOf('\n', lines.length - 2) + 1);
  expect(createHash('sha256').update(before).digest('hex')).toBe(manifest.sha256);
  const graphml = await taken(page, /^GraphML/, 1);
  const { fault, texts } = await parsed(page, graphml.bytes.toString('utf8'), 'node');
  expect(fault).toBeNull();
  expect(texts).toHaveLength(manifest.nodes);
  const zip = await taken(page, /^CSV/);
  // The first file of the zip: 30 bytes of head, its name, its deflated bytes.
  const name = zip.bytes.subarray(30, 30 + zip.bytes.readUInt16LE(26)).toString('utf8');
  expect(name).toBe('graph-nodes.csv');
  const deflated = zip.bytes.subarray(30 + name.length + zip.bytes.readUInt16LE(28));
  expect(inflateRawSync(deflated).toString('utf8')).toMatch(/^:ID,:LABEL,/);
  expect((await taken(page, /^Cypher/, 1)).bytes.toString('utf8')).toContain('CREATE CONSTRAINT');
});
