/**
 * Who may talk to the server. It binds to loopback and has no login, so the danger is another web page in the same
 * browser: DNS rebinding (a foreign name that resolves to 127.0.0.1) and cross-site requests. Every route is judged,
 * static files included. See OWASP's cheat sheet on CSRF (Fetch Metadata) for the rules.
 */
import type { MiddlewareHandler } from 'hono';
import { maxUploadBytes } from '../api.ts';
import { RequestError } from './errors.ts';

/** Largest request body in bytes: a statement of 100,000 characters with generous parameters fits. */
export const maxBodyBytes = 1024 * 1024;

/** The same where a file is sent: base64 takes four bytes for three. */
export const maxUploadBodyBytes = Math.ceil(maxUploadBytes / 3) * 4 + 4096;

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** What the judgement needs to know of a request. */
export interface RequestHead {
  readonly method: string;
  readonly path: string;
  readonly header: (name: string) => string | undefined;
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function refuseHost(head: RequestHead, names: readonly string[]): RequestError | null {
  const host = head.header('host');
  if (host !== undefined && (loopback.includes(hostName(host)) || names.includes(hostName(host))))
    return null;
  return new RequestError(
    403,
    'host_refused',
    `This server does not answer for the host ${host ?? '(none)'}.`,
    'Open it under http://127.0.0.1 or http://localhost.',
  );
}

/** A person following a link from elsewhere to a page of ours: nothing is read by the other site or changed by it. */
function opensPage(head: RequestHead): boolean {
  return (
    head.method === 'GET' &&
    !head.path.startsWith('/api') &&
    head.header('sec-fetch-mode') === 'navigate' &&
    head.header('sec-fetch-dest') === 'document'
  );
}

function refuseSite(head: RequestHead): RequestError | null {
  const refused = new RequestError(403, 'cross_site', 'Requests from other sites are refused.');
  const site = head.header('sec-fetch-site');
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none' || opensPage(head) ? null : refused;
  }
  const origin = head.header('origin');
  if (origin === undefined || origin === `http://${head.header('host')}`) return null;
  return refused;
}

function refuseType(head: RequestHead): RequestError | null {
  if (head.method === 'GET' || head.method === 'HEAD') return null;
  const type = head.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return null;
  return new RequestError(415, 'not_json', 'Send the body as Content-Type: application/json.');
}

/**
 * Why a request is refused, or null. `names` are host names beyond loopback that the server answers for.
 * Rules: a known Host; no cross-site or same-site sender (Sec-Fetch-Site, else Origin); JSON bodies only.
 */
export function refusal(head: RequestHead, names: readonly string[] = []): RequestError | null {
  return refuseHost(head, names) ?? refuseSite(head) ?? refuseType(head);
}

/**
 * `unsafe-inline` for style elements only: the component library and the canvas insert `<style>`; `style="…"`
 * attributes in markup, and inline scripts of any kind, stay forbidden.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every response. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Sets {@link securityHeaders} on whatever is answered, refusals and errors included. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
};

/** Refuses what {@link refusal} refuses. @throws RequestError */
export function guard(names: readonly string[] = []): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    const refused = refusal({ method, path, header: (name) => context.req.header(name) }, names);
    if (refused) throw refused;
    await next();
  };
}
