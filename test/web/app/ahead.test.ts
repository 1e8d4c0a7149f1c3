import { afterEach, expect, it, vi } from 'vitest';
import { askAhead, takeAhead } from '../../../web/app/ahead.ts';

afterEach(() => vi.unstubAllGlobals());

it('asks at once and gives each answer out once', async () => {
  const fetch = vi.fn(async (address: string) => new Response(address));
  vi.stubGlobal('fetch', fetch);
  askAhead(['/api/schema', '/api/health']);
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(await (await takeAhead('/api/schema'))?.text()).toBe('/api/schema');
  expect(takeAhead('/api/schema')).toBeUndefined();
  expect(takeAhead('/api/graph')).toBeUndefined();
});

it('tells a failure to whoever takes the answer', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('nobody there');
  });
  askAhead(['/api/graph']);
  await expect(takeAhead('/api/graph')).rejects.toThrow(TypeError);
});
