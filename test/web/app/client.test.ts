import { describe, expect, it } from 'vitest';
import { routes } from '../../../web/api.ts';
import { ApiFailure, createClient } from '../../../web/app/client.ts';

interface Seen {
  url: string;
  init: RequestInit;
}

/** A client whose network is `answer`, and the requests it made. */
function clientWith(answer: (seen: Seen) => Response | Promise<Response>) {
  const seen: Seen[] = [];
  const client = createClient(async (url, init = {}) => {
    const request = { url: String(url), init };
    seen.push(request);
    return answer(request);
  });
  return { client, seen };
}

const json = (data: unknown, status = 200) => new Response(JSON.stringify(data), { status });

async function failure(promise: Promise<unknown>): Promise<ApiFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiFailure)) throw new Error(`expected an ApiFailure, got ${String(error)}`);
  return error;
}

describe('client: requests', () => {
  it('sends lists that the contract reads back, whatever stands in them', async () => {
    const { client, seen } = clientWith(() =>
      json({ entities: [], relations: [], degrees: {}, shown: 0, total: 0 }),
    );
    const types = ['A,B', '100%', '%2C', 'a b&c', 'plain'];
    await client.neighbours('x', { types });
    const { searchParams } = new URL(seen[0]?.url ?? '', 'http://localhost');
    expect(routes.neighbours.query.parse(Object.fromEntries(searchParams)).types).toEqual(types);
  });

  it('encodes ids, joins lists and leaves absent values out', async () => {
    const { client, seen } = clientWith(() =>
      json({ entities: [], relations: [], degrees: {}, shown: 0, total: 0 }),
    );
    await client.neighbours('place:a/b c?', {
      types: ['DEPLOYS', 'HOLDS_OFFICE'],
      limit: 5,
      present: [],
      order: 'least',
    });
    expect(seen[0]?.url).toBe(
      '/api/entities/place%3Aa%2Fb%20c%3F/neighbours?types=DEPLOYS%2CHOLDS_OFFICE&limit=5&order=least',
    );
    expect(seen[0]?.init.method).toBe('GET');
  });

  it('keeps $ sequences of an id as they are', async () => {
    const { client, seen } = clientWith(() => json({}, 404));
    await failure(client.entity("x$&$'"));
    expect(seen[0]?.url).toBe(`/api/entities/${encodeURIComponent("x$&$'")}`);
  });

  it('posts JSON with its content type', async () => {
    const { client, seen } = clientWith(() =>
      json({
        columns: ['n'],
        rows: [[1]],
        graph: { entities: [], relations: [], degrees: {} },
        truncated: false,
        milliseconds: 2,
      }),
    );
    const result = await client.cypher({ query: 'RETURN 1 AS n', parameters: { a: [1] } });
    expect(result.rows).toEqual([[1]]);
    expect(seen[0]?.init.method).toBe('POST');
    expect(new Headers(seen[0]?.init.headers).get('content-type')).toBe('application/json');
    expect(JSON.parse(String(seen[0]?.init.body))).toEqual({
      query: 'RETURN 1 AS n',
      parameters: { a: [1] },
    });
  });
});

describe('client: failures', () => {
  it("throws the API's own error with its place and hint", async () => {
    const error = {
      code: 'query_syntax',
      message: 'Unexpected ")"',
      hint: 'Look there.',
      line: 2,
      column: 7,
    };
    const { client } = clientWith(() => json({ error }, 400));
    expect(await failure(client.cypher({ query: 'x' }))).toMatchObject({ ...error, status: 400 });
  });

  it('says offline when nobody answers', async () => {
    const { client } = clientWith(() => Promise.reject(new TypeError('fetch failed')));
    expect(await failure(client.health())).toMatchObject({ code: 'offline', status: 0 });
  });

  it('says stopped when the caller aborted, whatever the reason given', async () => {
    for (const reason of [undefined, 'newer search']) {
      const controller = new AbortController();
      const { client } = clientWith(async ({ init }) => {
        controller.abort(reason);
        init.signal?.throwIfAborted();
        return json({});
      });
      expect(await failure(client.health(controller.signal))).toMatchObject({ code: 'stopped' });
    }
  });

  it('says unexpected when an error page or an answer of another shape comes back', async () => {
    const page = clientWith(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await failure(page.client.health())).toMatchObject({ code: 'unexpected', status: 502 });
    const other = clientWith(() => json({ status: 'fine' }));
    expect(await failure(other.client.health())).toMatchObject({ code: 'unexpected', status: 200 });
    const html = clientWith(() => new Response('<!doctype html>'));
    expect(await failure(html.client.schema())).toMatchObject({ code: 'unexpected' });
  });
});
