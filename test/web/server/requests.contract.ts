/** What the API refuses, and that it goes on afterwards, whichever store it stands on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../../../web/server/security.ts';
import { ask, type Fixture, failure, post } from './harness.ts';

export function requestsContract(open: () => Promise<Fixture>): void {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await open();
  });
  afterAll(() => fixture.close());

  describe('refused requests', () => {
    it.each([
      ['/api/search', 400, 'q'],
      ['/api/search?q=%20', 400, 'q'],
      [`/api/search?q=${'x'.repeat(201)}`, 400, 'q'],
      ['/api/search?q=a&limit=0', 400, 'limit'],
      ['/api/search?q=a&limit=ten', 400, 'limit'],
      ['/api/search?q=a&limit=1&limit=2', 400, 'limit'],
      ['/api/graph?limit=1.5', 400, 'limit'],
      ['/api/entities/x/neighbours?direction=sideways', 400, 'direction'],
      ['/api/paths?from=a', 400, 'to'],
      ['/api/paths?from=a&to=b&rank=longest', 400, 'rank'],
    ])('%s: the parameter is named', async (path, status, parameter) => {
      const error = await failure(fixture, path);
      expect(error).toMatchObject({ status, code: 'bad_request' });
      expect(error.message).toMatch(new RegExp(`^${parameter}: `));
    });
    it.each([
      '/api/entities/nobody',
      '/api/entities/nobody/neighbours',
      '/api/relations/nothing/evidence',
      '/api/documents/none',
      '/api/paths?from=nobody&to=nobody-else',
    ])('%s: there is no such thing', async (path) => {
      expect(await failure(fixture, path)).toMatchObject({ status: 404, code: 'not_found' });
    });
    it.each(['/api', '/api/', '/api/none', '/api/cypher', '/api/entities'])(
      'GET %s is no route',
      async (path) => {
        expect(await failure(fixture, path)).toMatchObject({ status: 404 });
      },
    );
    it('state changes and statements never go by GET or by another method', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        expect(await failure(fixture, '/api/cypher', { ...post({}), method })).toMatchObject({ status: 404 });
      }
    });
    it('a body that is not JSON, of another shape, or of another type', async () => {
      expect(await failure(fixture, '/api/cypher', post('{"query":'))).toMatchObject({
        status: 400,
        code: 'bad_json',
      });
      expect(await failure(fixture, '/api/cypher', post({ query: 7 }))).toMatchObject({ status: 400 });
      expect(await failure(fixture, '/api/cypher', post([]))).toMatchObject({ status: 400 });
      const text = post({ query: 'RETURN 1' }, { 'content-type': 'text/plain' });
      expect(await failure(fixture, '/api/cypher', text)).toMatchObject({ status: 415, code: 'not_json' });
    });
    it('a body over the cap, whether it says so or not', async () => {
      const body = JSON.stringify({ query: 'RETURN 1', parameters: { x: 'x'.repeat(maxBodyBytes) } });
      const declared = post(body, { 'content-length': String(body.length) });
      expect(await failure(fixture, '/api/cypher', declared)).toMatchObject({
        status: 413,
        code: 'too_large',
      });
      expect(await failure(fixture, '/api/cypher', post(body))).toMatchObject({ status: 413 });
    });
  });

  describe('statements that are refused', () => {
    const statement = (query: string) => failure(fixture, '/api/cypher', post({ query }));
    it('say where the error stands', async () => {
      const error = await statement('MATCH (n)\nRETURN n,,');
      expect(error).toMatchObject({ status: 400, code: 'query_syntax' });
      expect(error.line).toBeTypeOf('number');
    });
    it.each([
      'CREATE (n:X) RETURN n',
      'MATCH (n) DETACH DELETE n',
      'MATCH (n) SET n.name = 1',
      "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
      'CREATE INDEX broken FOR (n:Entity) ON (n.nothing)',
    ])('%s', async (query) => {
      const before = await ask(fixture, 'health');
      const error = await statement(query);
      expect(error.status).toBeGreaterThanOrEqual(400);
      expect(error.status).toBeLessThan(500);
      expect(await ask(fixture, 'health')).toEqual(before);
    });
  });

  describe('a page that is closed', () => {
    it('stops its statement; the next one is answered', async () => {
      const closing = new AbortController();
      const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n';
      const running = failure(fixture, '/api/cypher', { ...post({ query }), signal: closing.signal });
      setTimeout(() => closing.abort(), 200);
      expect(await running).toMatchObject({ status: 409, code: 'stopped' });
      const next = await ask(fixture, 'cypher', '/api/cypher', { query: 'RETURN 1 AS one' });
      expect(next.rows).toEqual([[1]]);
    });
  });

  describe('every response', () => {
    it.each([
      ['an answer', '/api/health', {}, 200],
      ['an error', '/api/none', {}, 404],
      ['a missing page', '/', {}, 503],
      ['a refusal', '/api/health', { headers: { host: 'evil.example' } }, 403],
    ] as [string, string, RequestInit, number][])(
      'carries the headers: %s',
      async (_, path, init, status) => {
        const response = await fixture.request(path, init);
        expect(response.status).toBe(status);
        const csp = response.headers.get('content-security-policy') ?? '';
        for (const rule of [
          "default-src 'self'",
          "base-uri 'none'",
          "object-src 'none'",
          "frame-ancestors 'none'",
        ]) {
          expect(csp.split('; ')).toContain(rule);
        }
        expect(csp).not.toMatch(/script-src[^;]*unsafe/);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('referrer-policy')).toBe('no-referrer');
        expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
      },
    );
    it('other sites get nothing', async () => {
      for (const site of ['cross-site', 'same-site']) {
        const response = await fixture.request('/api/health', { headers: { 'sec-fetch-site': site } });
        expect(response.status).toBe(403);
      }
    });
    it('no fault of ours was met on the way', () => {
      expect(fixture.faults).toEqual([]);
    });
  });
}
