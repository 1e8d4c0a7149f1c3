import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../web/api.ts';
import { ListenError, type Listening, listen } from '../../../web/server/listen.ts';

const opened: Listening[] = [];
afterEach(async () => {
  for (const listening of opened.splice(0)) await listening.close();
});
async function open(port = 0): Promise<Listening> {
  const listening = await listen('127.0.0.1', port);
  opened.push(listening);
  return listening;
}

describe('listening', () => {
  it('says that it is starting until it has something to answer with', async () => {
    const listening = await open();
    const early = await fetch(`${listening.address}/api/health`);
    expect(early.status).toBe(503);
    expect(ApiError.parse(await early.json()).error.code).toBe('starting');
    listening.answerWith((_request, response) => void response.end('ready'));
    expect(await (await fetch(listening.address)).text()).toBe('ready');
  });
  it('names the port that is taken', async () => {
    const { port } = new URL((await open()).address);
    const refused = listen('127.0.0.1', Number(port));
    await expect(refused).rejects.toThrow(ListenError);
    await expect(refused).rejects.toThrow(`Port ${port} `);
  });
  it('has an address to open for IPv6 as well', async () => {
    const listening = await listen('::1', 0).catch((error: unknown) => error);
    if (listening instanceof ListenError) return; // a machine without IPv6
    opened.push(listening as Listening);
    expect((listening as Listening).address).toMatch(/^http:\/\/\[::1\]:\d+$/);
  });
  it('tells the handler when the page is closed, and when the server is', async () => {
    for (const by of ['page', 'server'] as const) {
      const listening = await open();
      let started = () => {};
      const waiting = new Promise<void>((resolve) => {
        started = resolve;
      });
      const stopped = new Promise((resolve) => {
        const app = new Hono();
        app.get('*', async (context) => {
          await new Promise((end) => {
            context.req.raw.signal.addEventListener('abort', end);
            started();
          });
          resolve(true);
          return context.text('too late');
        });
        const answer = getRequestListener(app.fetch);
        listening.answerWith((request, response) => void answer(request, response));
      });
      const page = new AbortController();
      const lost = expect(fetch(listening.address, { signal: page.signal })).rejects.toThrow();
      await waiting;
      if (by === 'page') page.abort();
      else await listening.close();
      expect(await stopped).toBe(true);
      await lost;
    }
  });
});
