/**
 * Who may come in where the server can be reached from beyond this machine. A secret token is set by whoever runs it.
 * The link printed at the start lets one browser in, once, and is exchanged for a cookie that the token signs; programs
 * send the token itself. The cookie is checked by its signature alone, so that processes with the same token know each
 * other's.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { RequestError } from './errors.ts';

const COOKIE = 'threadline';
const LAUNCH = '/launch';
/** How long a browser stays signed in, in seconds. */
const SIGNED_IN_S = 30 * 24 * 3600;
const CODE_BYTES = 32;

export interface Access {
  /** Path and query of the link that lets one browser in. */
  readonly launchPath: string;
  readonly middleware: MiddlewareHandler;
}

/** Takes as long for any two texts of the same length, however early they differ. */
function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

async function isSignedIn(context: Context, token: string, now: number): Promise<boolean> {
  const [, sent] = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  if (sent !== undefined) return same(sent, token);
  const until = await getSignedCookie(context, token, COOKIE);
  return typeof until === 'string' && Number(until) > now;
}

const MESSAGE = 'This server asks for a sign-in.';
const HINT = 'Open the link that it printed when it started; a new one comes with every start.';

/** The refusal: a page for a person, the API's error for the page's requests and for programs. */
function refused(context: Context): Response {
  if (context.req.header('sec-fetch-mode') !== 'navigate') {
    throw new RequestError(401, 'signed_out', MESSAGE, HINT);
  }
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Threadline: signed out</title>
<h1>Signed out</h1><p>${MESSAGE} ${HINT}</p></html>`;
  return context.html(page, 401, { 'Cache-Control': 'no-store' });
}

/** @param now milliseconds, as `Date.now` gives them */
export function createAccess(token: string, now: () => number = Date.now): Access {
  let code: string | null = randomBytes(CODE_BYTES).toString('base64url');
  const launchPath = `${LAUNCH}?code=${code}`;
  const launch = async (context: Context): Promise<Response> => {
    if (code === null || !same(context.req.query('code') ?? '', code)) return refused(context);
    code = null;
    const until = String(now() + 1000 * SIGNED_IN_S);
    await setSignedCookie(context, COOKIE, until, token, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: SIGNED_IN_S,
    });
    context.header('Cache-Control', 'no-store');
    return context.redirect('/', 303);
  };
  const middleware: MiddlewareHandler = async (context, next) => {
    if (context.req.path === LAUNCH && context.req.method === 'GET') return launch(context);
    if (!(await isSignedIn(context, token, now()))) return refused(context);
    await next();
  };
  return { launchPath, middleware };
}
