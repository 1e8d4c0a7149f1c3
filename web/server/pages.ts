/** The built web app, read into memory once: no path from a request ever reaches the file system. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { RequestError } from './errors.ts';

/** A file of the web app as it is sent. */
export interface Page {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

/** The web app by URL path (`/index.html`, `/assets/…`). */
export type Pages = ReadonlyMap<string, Page>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Vite names the files under /assets/ by their content: they never change. Everything else is asked for again. */
function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Reads every file under `folder`; an empty map where there is no such folder. */
export async function readPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  const pages = files.map(async (entry): Promise<[string, Page]> => {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const body = new Uint8Array(await readFile(file));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const type = types[extname(path)] ?? 'application/octet-stream';
    return [path, { body, type, etag, cacheControl: cacheControl(path) }];
  });
  return new Map(await Promise.all(pages));
}

/** The file a path stands for; any path that looks like no file is a view of the app. */
function find(pages: Pages, path: string): Page {
  const exact = pages.get(path === '/' ? '/index.html' : path);
  const page = exact ?? (extname(path) === '' ? pages.get('/index.html') : undefined);
  if (page) return page;
  if (pages.size === 0) {
    throw new RequestError(
      503,
      'not_built',
      'The web app has not been built.',
      'Stop the server and run npm start.',
    );
  }
  throw new RequestError(404, 'not_found', `There is nothing at ${path}.`);
}

/** Serves the web app; the browser keeps what it has when the content is still the same. */
export function servePages(pages: Pages): MiddlewareHandler {
  return async (context) => {
    const page = find(pages, context.req.path);
    const headers = { 'Content-Type': page.type, 'Cache-Control': page.cacheControl, ETag: page.etag };
    if (context.req.header('if-none-match') === page.etag) return context.body(null, 304, headers);
    return context.body(page.body, 200, headers);
  };
}
