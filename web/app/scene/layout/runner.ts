/** The page's side of the layout worker. */
import type { LayoutGraph, Positions } from './graph.ts';
import type { LayoutName } from './names.ts';

export interface LayoutRequest {
  readonly ticket: number;
  readonly graph: LayoutGraph;
  /** null: only place what has no place yet. */
  readonly layout: LayoutName | null;
}

export type LayoutAnswer =
  | { readonly ticket: number; readonly positions: Positions }
  | { readonly ticket: number; readonly failure: string };

/** The layout could not be computed. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

export interface LayoutRunner {
  /** Positions of every node. `layout` null: place only what is not fixed. @throws LayoutError */
  run(graph: LayoutGraph, layout: LayoutName | null): Promise<Positions>;
  close(): void;
}

let ahead: Worker | null = null;

/** Starts the worker that the next {@link createLayoutRunner} takes, so that its code loads beside the page's. */
export function startLayoutWorker(): void {
  ahead ??= createWorker();
}

function createWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'layout' });
}

/** A runner with a worker of its own. */
export function createLayoutRunner(): LayoutRunner {
  const worker = ahead ?? createWorker();
  ahead = null;
  const waiting = new Map<number, { resolve(found: Positions): void; reject(cause: Error): void }>();
  let tickets = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    const asked = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if ('failure' in data) asked?.reject(new LayoutError(data.failure));
    else asked?.resolve(data.positions);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values())
      reject(new LayoutError(message || 'The layout could not start.'));
    waiting.clear();
  });
  return {
    run: (graph, layout) =>
      new Promise((resolve, reject) => {
        tickets += 1;
        waiting.set(tickets, { resolve, reject });
        const request: LayoutRequest = { ticket: tickets, graph, layout };
        worker.postMessage(request);
      }),
    close: () => worker.terminate(),
  };
}
