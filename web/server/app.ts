/** The HTTP side of the product: guard → validate → query → JSON, and the web app's files. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { exportPath, routes } from '../api.ts';
import { parseInput, RequestError, toHttp } from './errors.ts';
import { exportFile } from './export.ts';
import { createHandlers, type Handlers, type Input, type Services } from './handlers.ts';
import { type Pages, servePages } from './pages.ts';
import { guard, maxBodyBytes, maxUploadBodyBytes, withHeaders } from './security.ts';

export interface AppOptions extends Services {
  /** The built web app; without it only the API answers. */
  readonly pages?: Pages;
  /** Host names the server answers for besides loopback. */
  readonly hosts?: readonly string[];
  /** Lets in only who is signed in; without it everyone on this machine. */
  readonly access?: MiddlewareHandler;
  /** Told of every fault that is ours rather than the request's. Default: stderr. */
  readonly report?: (error: unknown) => void;
}

/** Query values as the contract's schemas take them: one value as text, repeated ones as a list. */
function queryOf(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => {
      const [only] = values;
      return [name, values.length === 1 && only !== undefined ? only : values];
    }),
  );
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RequestError(400, 'bad_json', `The body is not JSON: ${error.message}`);
  }
}

/** Validates a request against its route. @throws RequestError naming the parameter */
async function inputOf<Name extends keyof Handlers>(
  name: Name,
  context: Context,
): Promise<Input<(typeof routes)[Name]>> {
  const route = routes[name];
  const input = {
    params: 'params' in route ? parseInput(route.params, context.req.param()) : undefined,
    query: 'query' in route ? parseInput(route.query, queryOf(context)) : undefined,
    body: 'body' in route ? parseInput(route.body, await bodyOf(context)) : undefined,
    signal: context.req.raw.signal,
  };
  // The schemas of this very route made it; TypeScript cannot follow that through the index.
  return input as Input<(typeof routes)[Name]>;
}

function addRoute<Name extends keyof Handlers>(app: Hono, name: Name, handle: Handlers[Name]): void {
  const { method, path } = routes[name];
  app.on(method, path, async (context) => {
    const answer = await handle(await inputOf(name, context));
    return context.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
}

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new RequestError(413, 'too_large', `The body is over ${Math.round(maxSize / 1024)} KiB.`);
    },
  });

/** The API of `web/api.ts` and the web app behind the guard of `security.ts`. Holds no state of its own. */
export function createApp(options: AppOptions): Hono {
  const { pages = new Map(), hosts = [], access, report = console.error } = options;
  const app = new Hono();
  app.use(withHeaders, guard(hosts));
  if (access) app.use(access);
  const [usual, upload] = [limitBody(maxBodyBytes), limitBody(maxUploadBodyBytes)];
  app.use((context, next) => {
    const { method, path } = context.req;
    const sendsFile = method === routes.addDocument.method && path === routes.addDocument.path;
    return (sendsFile ? upload : usual)(context, next);
  });
  const handlers = createHandlers(options);
  for (const name of Object.keys(handlers) as (keyof Handlers)[]) addRoute(app, name, handlers[name]);
  app.get(exportPath(':file'), ({ req }) => exportFile(options.store, req.param('file') ?? ''));
  app.all('/api/*', ({ req }) => {
    throw new RequestError(404, 'no_route', `The API has no ${req.method} ${req.path}.`);
  });
  app.get('*', servePages(pages));
  app.notFound(({ req }) => {
    throw new RequestError(404, 'not_found', `There is nothing at ${req.path}.`);
  });
  app.onError((error, context) => {
    const { status, body, unexpected } = toHttp(error);
    if (unexpected) report(error);
    return context.json(body, status, { 'Cache-Control': 'no-store' });
  });
  return app;
}
