/** Everything that answers requests, put together: the API, and the built app or Vite before it. */
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Ontology } from '../../graph/ontology.ts';
import type { GraphStore } from '../../graph/store.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Listener, Listening } from './listen.ts';
import { readPages } from './pages.ts';
import type { Intake } from './uploads.ts';

export interface Serving {
  readonly home: string;
  readonly config: Pick<Config, 'dev' | 'hosts'>;
  readonly store: GraphStore;
  readonly ontology: Ontology;
  readonly version: string;
  readonly intake: Intake;
  readonly access?: MiddlewareHandler;
}

/** Answers requests from now on. Resolves with what ends the parts that have an end of their own. */
export async function serve(
  listening: Listening,
  { home, config, ...services }: Serving,
): Promise<() => Promise<void>> {
  const { dev, hosts } = config;
  const pages = dev ? new Map() : await readPages(join(home, 'dist/web'));
  const answer = getRequestListener(createApp({ ...services, pages, hosts }).fetch);
  const api: Listener = (request, response) => void answer(request, response);
  if (!dev) {
    listening.answerWith(api);
    return async () => {};
  }
  const { createDevServer } = await import('./dev.ts');
  const vite = await createDevServer(listening.server, home, hosts);
  listening.answerWith((request, response) => {
    const toApi = request.url?.startsWith('/api/') ?? false;
    return toApi ? api(request, response) : vite.listener(request, response);
  });
  return () => vite.close();
}
