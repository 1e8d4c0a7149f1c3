import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHttp } from '../../../web/server/errors.ts';
import { type Pages, readPages, servePages } from '../../../web/server/pages.ts';

let folder: string;
let pages: Pages;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-pages-'));
  await mkdir(join(folder, 'web/assets'), { recursive: true });
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>Threadline</title>');
  await writeFile(join(folder, 'web/assets/app-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'web/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  pages = await readPages(join(folder, 'web'));
});
afterAll(() => rm(folder, { recursive: true }));

function get(path: string, headers: Record<string, string> = {}, from: Pages = pages) {
  const app = new Hono();
  app.get('*', servePages(from));
  app.onError((error, context) => context.json(toHttp(error).body, toHttp(error).status));
  return app.request(path, { headers });
}

describe('pages', () => {
  it('serves the page at the root and for every view of the app, asked for anew each time', async () => {
    for (const path of ['/', '/view/some-scene', '/index.html']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Threadline');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });
  it('lets the browser keep files named by their content', async () => {
    const response = await get('/assets/app-1a2b.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
  it('answers 304 when the browser has the same content', async () => {
    const etag = (await get('/icon.svg')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+"$/);
    const again = await get('/icon.svg', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get('/', { 'if-none-match': etag })).status).toBe(200);
  });
  it('answers 404 for a file that is not there rather than with the page', async () => {
    expect((await get('/assets/gone.js')).status).toBe(404);
    expect((await get('/favicon.ico')).status).toBe(404);
  });
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt'])(
    'never leaves its folder: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('"secret"');
    },
  );
  it('says so when nothing has been built', async () => {
    const response = await get('/', {}, await readPages(join(folder, 'none')));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'not_built' } });
  });
});
