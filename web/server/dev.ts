/** Development: Vite with hot reload for the pages, the API as it is, on one port. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';
import type { Listener } from './listen.ts';
import { refusal } from './security.ts';

export interface DevServer {
  /** Answers everything but the API. */
  readonly listener: Listener;
  close(): Promise<void>;
}

/** Starts Vite in middleware mode on `server`, behind the same guard as the API. `home` is the project's folder. */
export async function createDevServer(
  server: Server,
  home: string,
  hosts: readonly string[],
): Promise<DevServer> {
  const vite = await createServer({
    configFile: join(home, 'vite.config.ts'),
    root: join(home, 'web'),
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server }, allowedHosts: [...hosts] },
  });
  return {
    listener: (request, response) => {
      const header = (name: string) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      };
      const refused = refusal({ method: request.method ?? 'GET', path: request.url ?? '/', header }, hosts);
      if (refused === null) return vite.middlewares(request, response);
      response.writeHead(refused.status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(refused.message);
    },
    close: () => vite.close(),
  };
}
