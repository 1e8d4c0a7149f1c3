/** One question at a time: only the newest one's answer counts. */

export type Outcome<T> =
  | { readonly status: 'ready'; readonly data: T }
  | { readonly status: 'failed'; readonly cause: unknown };

export interface Latest<T> {
  /** Asks; whatever was asked before is aborted and its answer, should it still come, is dropped. */
  ask(load: (signal: AbortSignal) => Promise<T>): void;
  /** Aborts what is under way; nothing more is delivered until the next `ask`. */
  stop(): void;
}

/** Delivers the outcome of the newest question only, in whatever order the answers come. */
export function createLatest<T>(deliver: (outcome: Outcome<T>) => void): Latest<T> {
  let current: AbortController | null = null;
  const stop = () => {
    current?.abort();
    current = null;
  };
  return {
    stop,
    ask(load) {
      stop();
      const controller = new AbortController();
      current = controller;
      load(controller.signal).then(
        (data) => {
          if (current === controller) deliver({ status: 'ready', data });
        },
        (cause: unknown) => {
          if (current === controller) deliver({ status: 'failed', cause });
        },
      );
    },
  };
}
