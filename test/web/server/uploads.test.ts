/** Documents through the API: added in every format, listed, removed; what is no document is refused by name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId } from '../../../graph/id.ts';
import { readOntology } from '../../../graph/ontology-file.ts';
import { bundledDocument, bundledReview } from '../../../ingest/bundled.ts';
import { loadExtraction } from '../../../ingest/load.ts';
import { applyReview } from '../../../ingest/review/apply.ts';
import { maxUploadBytes, routes } from '../../../web/api.ts';
import { wholeGraph } from '../../graph/whole-graph.ts';
import { docx, lockedPdf, paragraph, pdf } from '../../ingest/formats/files.ts';
import { ask, type Fixture, failure, openFixture, post } from './harness.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const upload = (name: string, content: string | Uint8Array, key = name) => ({
  key,
  name,
  content: Buffer.from(content).toString('base64'),
});
const add = (name: string, content: string | Uint8Array) =>
  ask(fixture, 'addDocument', routes.addDocument.path, upload(name, content));
const listed = async () => (await ask(fixture, 'documents')).documents.map(({ id }) => id);

describe('a document through the API', () => {
  it.each<[string, string | Uint8Array]>([
    ['talks.txt', 'Readout\n\nFrance condemned the attack on Mali.\n'],
    ['talks.md', '---\ntitle: Talks\n---\nFrance condemned the attack on Chad.\n'],
    ['talks', '<!doctype html><title>T</title><h1>Talks</h1><p>France condemned the attack on Niger.</p>'],
    ['talks.docx', docx(paragraph('France condemned the attack on Togo.'))],
    ['talks.pdf', pdf([[{ text: 'France condemned the attack on Benin.', x: 72, y: 700 }]])],
  ])('%s is read, listed, and leaves nothing behind when removed', async (name, content) => {
    const before = await wholeGraph(fixture.store);
    const { document, known } = await add(name, content);
    expect(known).toBe(false);
    expect(document.claims).toBeGreaterThan(0);
    expect(await listed()).toContain(document.id);
    expect((await add(name, content)).known).toBe(true);
    const path = `/api/documents/${document.id}`;
    expect(await ask(fixture, 'removeDocument', path, {})).toEqual({ removed: document.id });
    expect(await wholeGraph(fixture.store)).toEqual(before);
    expect(await failure(fixture, path, { ...post({}), method: 'DELETE' })).toMatchObject({ status: 404 });
  });
  it('that was reviewed stays as the reviewer has it', async () => {
    const { text } = bundledDocument();
    const { extraction } = applyReview(fixture.extraction, bundledReview(), readOntology());
    await loadExtraction(fixture.store, extraction, readOntology());
    const before = await wholeGraph(fixture.store);
    expect((await add('again.txt', text)).known).toBe(true);
    expect(await wholeGraph(fixture.store)).toEqual(before);
  });
  it('takes its name from the last part of a path, and reads no file for it', async () => {
    const { document } = await add('../../etc/\u0007passwd', 'France condemned the attack on Ghana');
    expect(document.title).toBe('passwd');
    await ask(fixture, 'removeDocument', `/api/documents/${document.id}`, {});
  });
  it('many at a time go in one after the other, and are told of while they wait', async () => {
    const texts = ['Kenya', 'Ghana', 'Benin'].map((name) => `France condemned the attack on ${name}.`);
    const adding = texts.map((text, index) => add(`${index}.txt`, text));
    const seen = new Set<string>();
    const all = Promise.all(adding);
    let done = false;
    void all.then(() => {
      done = true;
    });
    while (!done) {
      const { uploads } = await ask(fixture, 'uploads');
      for (const { key, stage } of uploads) seen.add(`${key} ${stage}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect((await all).map(({ document }) => document.id)).toEqual(texts.map(documentId));
    expect([...seen]).toContain('2.txt waiting');
    expect((await ask(fixture, 'uploads')).uploads).toEqual([]);
    for (const text of texts) await ask(fixture, 'removeDocument', `/api/documents/${documentId(text)}`, {});
  });
});

describe('what is no document', () => {
  it.each<[string, string | Uint8Array, number, string]>([
    ['empty.txt', '', 422, 'file_empty'],
    ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 422, 'file_binary'],
    ['locked.pdf', lockedPdf(), 422, 'file_encrypted'],
    ['scan.pdf', pdf([[]]), 422, 'file_no_text'],
    ['cut.docx', docx(paragraph('Text.')).slice(0, 99), 422, 'file_broken'],
    ['large.txt', 'x'.repeat(6 * 1024 * 1024), 413, 'file_too_large'],
  ])('%s is refused with its reason', async (name, content, status, code) => {
    const before = await listed();
    const error = await failure(fixture, routes.addDocument.path, post(upload(name, content)));
    expect(error).toMatchObject({ status, code });
    expect(error.message.startsWith(`${name}: `)).toBe(true);
    expect(await listed()).toEqual(before);
  });
  it('content that is not base64, a body over the cap, another type, another site', async () => {
    const path = routes.addDocument.path;
    const good = upload('a.txt', 'Text.');
    expect(await failure(fixture, path, post({ ...good, content: 'a b' }))).toMatchObject({ status: 400 });
    const huge = post({ ...good, content: 'A'.repeat(maxUploadBytes * 1.5) });
    expect(await failure(fixture, path, huge)).toMatchObject({ status: 413, code: 'too_large' });
    const form = post(good, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(await failure(fixture, path, form)).toMatchObject({ status: 415 });
    for (const method of ['POST', 'DELETE']) {
      const foreign = { ...post(good, { 'sec-fetch-site': 'cross-site' }), method };
      const to = method === 'POST' ? path : `${path}/${fixture.extraction.document.id}`;
      expect(await failure(fixture, to, foreign)).toMatchObject({ status: 403, code: 'cross_site' });
    }
    expect(fixture.faults).toEqual([]);
  });
});
