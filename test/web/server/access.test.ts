/** Signing in, through the app with everything behind it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '../../../web/server/access.ts';
import { createApp } from '../../../web/server/app.ts';
import type { Pages } from '../../../web/server/pages.ts';
import { type Fixture, openFixture } from './harness.ts';

const TOKEN = 'correct-horse-battery-staple-0123456789';
const DAYS_30 = 30 * 24 * 3600 * 1000;
const pages: Pages = new Map([
  [
    '/index.html',
    {
      body: new TextEncoder().encode('<title>app</title>'),
      type: 'text/html',
      etag: '"1"',
      cacheControl: 'no-cache',
    },
  ],
]);

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

/** A server of its own, as after a start; `token` as another one with the same store. */
function started(token = TOKEN) {
  let time = 1_700_000_000_000;
  const { launchPath, middleware } = createAccess(token, () => time);
  const { store, ontology, intake } = fixture;
  const app = createApp({ store, ontology, intake, version: '1.2.3', pages, access: middleware });
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(path, { method, headers: { host: '127.0.0.1:4747', ...headers } });
  return { launchPath, ask, passes: (milliseconds: number) => (time += milliseconds) };
}

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('a server with a token', () => {
  it('gives nothing to who is not signed in: neither data nor files', async () => {
    const { ask } = started();
    for (const path of ['/api/health', '/', '/index.html', '/api/none', '/launch', '/launch?code=']) {
      const response = await ask(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'signed_out' } });
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it('tells a person who opens a page what to do', async () => {
    const response = await started().ask('/', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toMatch("default-src 'self'");
    expect(await response.text()).toContain('Open the link');
  });

  it('lets one browser in by its link, once, and keeps it by a cookie that scripts cannot read', async () => {
    const { ask, launchPath } = started();
    const head = await ask(launchPath, {}, 'HEAD');
    expect(head.status).toBe(401);
    const first = await ask(launchPath);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    const set = first.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000']) expect(set).toContain(part);
    expect(set).not.toContain(TOKEN);
    expect(set).not.toContain(launchPath.split('=')[1]);
    expect((await ask(launchPath)).status).toBe(401);
    const cookie = cookieOf(first);
    expect((await ask('/api/health', { cookie })).status).toBe(200);
    expect(await (await ask('/', { cookie })).text()).toContain('app');
    // Other sites are refused before anyone is asked who they are.
    expect((await ask('/api/health', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('/api/health', { cookie, host: 'evil.example' })).status).toBe(403);
  });

  it('takes the token from programs, and no other', async () => {
    const { ask } = started();
    expect((await ask('/api/health', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    for (const wrong of [
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      'Bearer ',
      TOKEN,
    ]) {
      expect((await ask('/api/health', { authorization: wrong })).status).toBe(401);
    }
  });

  it('knows its cookie after a restart and in another process with the same token, not with another', async () => {
    const one = started();
    const cookie = cookieOf(await one.ask(one.launchPath));
    expect((await started().ask('/api/health', { cookie })).status).toBe(200);
    expect((await started(`${TOKEN}-new`).ask('/api/health', { cookie })).status).toBe(401);
  });

  it('refuses a cookie that was changed, made up, or is past its time', async () => {
    const { ask, launchPath, passes } = started();
    const cookie = cookieOf(await ask(launchPath));
    const later = cookie.replace(/=(\d+)/, (_all, until: string) => `=${Number(until) + DAYS_30}`);
    expect(later).not.toBe(cookie);
    for (const made of [later, 'threadline=9999999999999', 'threadline=9999999999999.abc', 'threadline=']) {
      expect((await ask('/api/health', { cookie: made })).status).toBe(401);
    }
    passes(DAYS_30 - 1);
    expect((await ask('/api/health', { cookie })).status).toBe(200);
    passes(1);
    expect((await ask('/api/health', { cookie })).status).toBe(401);
  });

  it('has another link at every start', () => {
    const links = Array.from({ length: 5 }, () => started().launchPath);
    expect(new Set(links).size).toBe(5);
    for (const link of links) expect(link).toMatch(/^\/launch\?code=[\w-]{43}$/);
  });
});
