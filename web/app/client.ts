/**
 * The API as typed functions, derived from the routes of the contract. Every answer is parsed with its schema;
 * every failure, whatever its cause, is thrown as an {@link ApiFailure}.
 */
import type { z } from 'zod';
import type { EntityId, PathRank } from '../../graph/model.ts';
import { ApiError, routes } from '../api.ts';
import { takeAhead } from './ahead.ts';
import { calledWithin } from './state/captions.ts';
import { stores } from './state/store.ts';

/**
 * Why a call failed. `code` is the API's error code, or one of the client's own: `offline` (nobody answered),
 * `stopped` (aborted by the caller), `unexpected` (an answer that is not what the contract says).
 * `line` and `column` count from 1; `status` is the HTTP status, 0 where there was no answer.
 */
export class ApiFailure extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly status: number;
  constructor(error: ApiError['error'], status: number, cause?: unknown) {
    super(error.message, cause === undefined ? {} : { cause });
    this.name = 'ApiFailure';
    this.code = error.code;
    this.hint = error.hint;
    this.line = error.line;
    this.column = error.column;
    this.status = status;
  }
}

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
interface Call {
  readonly id?: string | undefined;
  readonly query?: Values;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}
interface Route<Response extends z.ZodType> {
  readonly method: string;
  readonly path: string;
  readonly response: Response;
}

/** One of a list in an address: what is inside must not end it. `web/api.ts` reads it back. */
const inList = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');

/** Path and query of a call: `:id` URI-encoded, lists joined by commas, absent and empty values left out. */
function address(path: string, { id, query = {} }: Call): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const text = Array.isArray(value)
      ? value.map(inList).join(',')
      : value === undefined
        ? ''
        : String(value);
    if (text !== '') search.set(key, text);
  }
  const filled = path.replace(':id', encodeURIComponent(id ?? ''));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Turns whatever stopped a request into an {@link ApiFailure}. */
function lost(cause: unknown, signal: AbortSignal | undefined): ApiFailure {
  if (signal?.aborted) return new ApiFailure({ code: 'stopped', message: 'Stopped.' }, 0, cause);
  const hint = 'Check that Threadline is still running in its terminal, then try again.';
  return new ApiFailure({ code: 'offline', message: 'The server does not answer.', hint }, 0, cause);
}

/** The failure an error response stands for, also where its body is not the API's (a proxy's page, say). */
function refused(status: number, data: unknown): ApiFailure {
  const known = ApiError.safeParse(data);
  if (known.success) return new ApiFailure(known.data.error, status);
  return new ApiFailure(
    { code: 'unexpected', message: `The server answered with status ${status}.` },
    status,
  );
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: the callers report it, with the status
  }
}

/** One client; `fetch` is given by tests. `rename` calls what is in an answer as people have chosen. */
export function createClient(
  fetch: typeof globalThis.fetch = (...all) => globalThis.fetch(...all),
  rename: <T>(answer: T) => T = (answer) => answer,
) {
  async function call<S extends z.ZodType>(route: Route<S>, options: Call): Promise<z.infer<S>> {
    const headers = {
      accept: 'application/json',
      // Without it the server takes a change for another site's.
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    };
    let response: Response;
    let data: unknown;
    try {
      response = await fetch(address(route.path, options), {
        method: route.method,
        headers,
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      data = await readJson(response);
    } catch (cause) {
      throw lost(cause, options.signal);
    }
    if (!response.ok) throw refused(response.status, data);
    const parsed = route.response.safeParse(data);
    if (parsed.success) return rename(parsed.data);
    const message = 'The server gave an answer this page does not understand.';
    const hint = 'Page and server may be of different versions: reload the page.';
    throw new ApiFailure({ code: 'unexpected', message, hint }, response.status, parsed.error);
  }

  return {
    health: (signal?: AbortSignal) => call(routes.health, { signal }),
    schema: (signal?: AbortSignal) => call(routes.schema, { signal }),
    search: (query: { q: string; types?: readonly string[]; limit?: number }, signal?: AbortSignal) =>
      call(routes.search, { query, signal }),
    graph: (query: { limit?: number } = {}, signal?: AbortSignal) => call(routes.graph, { query, signal }),
    entities: (body: { ids: readonly EntityId[] }, signal?: AbortSignal) =>
      call(routes.entities, { body, signal }),
    entity: (id: string, signal?: AbortSignal) => call(routes.entity, { id, signal }),
    neighbours: (
      id: string,
      query: {
        types?: readonly string[];
        direction?: 'out' | 'in' | 'both';
        limit?: number;
        order?: 'most' | 'least';
        present?: readonly string[];
      } = {},
      signal?: AbortSignal,
    ) => call(routes.neighbours, { id, query, signal }),
    evidence: (id: string, signal?: AbortSignal) => call(routes.evidence, { id, signal }),
    documents: (signal?: AbortSignal) => call(routes.documents, { signal }),
    document: (id: string, signal?: AbortSignal) => call(routes.document, { id, signal }),
    addDocument: (body: { key: string; name: string; content: string }, signal?: AbortSignal) =>
      call(routes.addDocument, { body, signal }),
    removeDocument: (id: string, signal?: AbortSignal) => call(routes.removeDocument, { id, signal }),
    uploads: (signal?: AbortSignal) => call(routes.uploads, { signal }),
    paths: (
      query: {
        from: string;
        to: string;
        via?: readonly string[];
        limit?: number;
        rank?: PathRank;
        types?: readonly string[];
        documents?: readonly string[];
        confidence?: number;
        after?: string;
        before?: string;
        background?: boolean;
      },
      signal?: AbortSignal,
    ) => call(routes.paths, { query, signal }),
    cypher: (body: { query: string; parameters?: Record<string, unknown> }, signal?: AbortSignal) =>
      call(routes.cypher, { body, signal }),
  };
}

export type Client = ReturnType<typeof createClient>;
/** The page's own client; what was asked for ahead is not asked for again. */
export const client: Client = createClient(
  (input, init) => takeAhead(String(input)) ?? globalThis.fetch(input, init),
  (answer) => calledWithin(answer, stores.ui.getState().captions),
);
