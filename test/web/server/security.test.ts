import { describe, expect, it } from 'vitest';
import { type RequestHead, refusal } from '../../../web/server/security.ts';

function head(headers: Record<string, string>, method = 'GET', path = '/api/health'): RequestHead {
  return { method, path, header: (name) => headers[name] };
}
const host = '127.0.0.1:4747';
const code = (request: RequestHead, names?: readonly string[]) => refusal(request, names)?.code ?? null;

describe('Host', () => {
  it.each(['localhost', 'localhost:4747', 'LocalHost:1', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:4747'])(
    'answers for %s',
    (name) => {
      expect(code(head({ host: name }))).toBeNull();
    },
  );
  it.each([
    'evil.example',
    'evil.example:4747',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4747',
    '127.0.0.2',
    '192.168.0.1',
    'user@localhost',
    'localhost:4747:80',
    '[::ffff:127.0.0.1]',
    '',
  ])('refuses %j, also for pages', (name) => {
    expect(refusal(head({ host: name }))).toMatchObject({ status: 403, code: 'host_refused' });
    expect(refusal(head({ host: name }, 'GET', '/assets/app.js'))).toMatchObject({ status: 403 });
  });
  it('refuses a request without one', () => {
    expect(code(head({}))).toBe('host_refused');
  });
  it('answers for configured names, with or without port', () => {
    expect(code(head({ host: 'graph.test:4747' }), ['graph.test'])).toBeNull();
    expect(code(head({ host: 'other.test' }), ['graph.test'])).toBe('host_refused');
  });
});

describe('other sites', () => {
  it.each(['cross-site', 'same-site'])('refuses %s requests to the API and for files', (site) => {
    expect(code(head({ host, 'sec-fetch-site': site }))).toBe('cross_site');
    expect(code(head({ host, 'sec-fetch-site': site }, 'GET', '/assets/app.js'))).toBe('cross_site');
  });
  it.each(['same-origin', 'none'])('answers %s requests', (site) => {
    expect(code(head({ host, 'sec-fetch-site': site }))).toBeNull();
  });
  const link = {
    host,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  };
  it('lets a person follow a link to a view, but not to the API, into a frame, or by a form', () => {
    expect(code(head(link, 'GET', '/'))).toBeNull();
    expect(code(head(link, 'GET', '/api/health'))).toBe('cross_site');
    expect(code(head({ ...link, 'sec-fetch-dest': 'iframe' }, 'GET', '/'))).toBe('cross_site');
    expect(code(head(link, 'POST', '/'))).toBe('cross_site');
  });
  it('falls back to Origin where the browser sends no Sec-Fetch-Site', () => {
    expect(code(head({ host, origin: `http://${host}` }))).toBeNull();
    for (const origin of ['null', 'http://evil.example', 'http://127.0.0.1:9999', `https://${host}`]) {
      expect(code(head({ host, origin }))).toBe('cross_site');
    }
  });
});

describe('body type', () => {
  const post = (type?: string) => head({ host, ...(type ? { 'content-type': type } : {}) }, 'POST');
  it('takes JSON, with parameters', () => {
    expect(code(post('application/json'))).toBeNull();
    expect(code(post('Application/JSON; charset=utf-8'))).toBeNull();
  });
  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])('refuses %s with 415', (type) => {
    expect(refusal(post(type))).toMatchObject({ status: 415, code: 'not_json' });
  });
});
