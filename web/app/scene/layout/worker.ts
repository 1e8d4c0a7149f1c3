/** The layout worker: one request, one answer, in order. */
import { arrange, place } from './arrange.ts';
import type { LayoutAnswer, LayoutRequest } from './runner.ts';

/** The layouts start from random places; a fixed seed gives the same picture for the same graph (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Requests wait for the one before: each starts from the seed. */
let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  last = last.then(async () => self.postMessage(await answerTo(data)));
});

async function answerTo({ ticket, graph, layout }: LayoutRequest): Promise<LayoutAnswer> {
  Math.random = seeded(20220915);
  try {
    return { ticket, positions: await (layout === null ? place(graph) : arrange(graph, layout)) };
  } catch (cause) {
    return { ticket, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}
