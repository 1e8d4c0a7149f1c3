/**
 * Reading in a thread of its own, under limits of time and memory: foreign formats may be made to exhaust both, and the
 * server's requests must not wait for a long document.
 */
import { Worker } from 'node:worker_threads';
import type { Converted } from './formats/convert.ts';
import type { Format } from './formats/detect.ts';
import type { ModelConfig } from './model/config.ts';
import type { SourceDocument } from './source-document.ts';
import { SourceError } from './source-error.ts';
import type { Extracted, Reply, Work } from './worker.ts';

export interface Limits {
  /** Milliseconds for taking the text out of a file. */
  readonly convertMs: number;
  /** Milliseconds for reading a text. */
  readonly extractMs: number;
  /** Bytes by which the process may grow during one request. */
  readonly memory: number;
}
export const defaultLimits: Limits = { convertMs: 20_000, extractMs: 300_000, memory: 1.5 * 1024 ** 3 };

export interface Background {
  /** @throws SourceError also where a limit is reached */
  convert(file: string, format: Exclude<Format, 'text'>, bytes: Uint8Array): Promise<Converted>;
  /** With the votes of a language model where one is given. @throws SourceError where a limit is reached */
  extract(source: SourceDocument, model?: ModelConfig | null): Promise<Extracted>;
  /** Ends the thread; a request under way is rejected. */
  close(): Promise<void>;
}

/** How often memory is looked at, and how long a thread without work is kept, in milliseconds. */
const LOOK_MS = 100;
const IDLE_MS = 60_000;

const reasons = {
  time: (seconds: number) => `took longer than ${seconds} seconds and was given up.`,
  memory: () => 'needs more memory than reading one file may take and was given up.',
  closed: () => 'was not read: Threadline is stopping.',
};

/** The thread is started by the first request. Requests are answered one after the other. */
export function createBackground(limits: Limits = defaultLimits): Background {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let giveUp: ((reason: string) => void) | undefined;
  let closed = false;

  const end = async () => {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const run = async (work: Work, file: string, milliseconds: number): Promise<unknown> => {
    clearTimeout(idle);
    if (closed) throw new SourceError(file, 'too_long', reasons.closed());
    worker ??= new Worker(new URL('./worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    try {
      return await settle(worker, work, file, milliseconds, limits.memory, (refuse) => {
        giveUp = refuse;
      });
    } catch (error) {
      // What was given up may still be running.
      if (!(error instanceof SourceError) || error.fault === 'too_long') await end();
      throw error;
    } finally {
      giveUp = undefined;
      idle = setTimeout(() => void end(), IDLE_MS).unref();
    }
  };
  const inTurn = (work: Work, file: string, milliseconds: number): Promise<unknown> => {
    const result = turn.then(() => run(work, file, milliseconds));
    turn = result.catch(() => undefined);
    return result;
  };
  return {
    convert: (file, format, bytes) =>
      inTurn({ kind: 'convert', file, format, bytes }, file, limits.convertMs) as Promise<Converted>,
    extract: (source, model = null) =>
      inTurn(
        { kind: 'extract', source, model },
        source.name ?? 'The document',
        limits.extractMs,
      ) as Promise<Extracted>,
    async close() {
      closed = true;
      giveUp?.(reasons.closed());
      await end();
    },
  };
}

/** Sends one request and waits for what comes first: its answer, a limit, or the thread's end. */
function settle(
  worker: Worker,
  work: Work,
  file: string,
  milliseconds: number,
  memory: number,
  onGiveUp: (refuse: (reason: string) => void) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const refuse = (reason: string) => finish(() => reject(new SourceError(file, 'too_long', reason)));
    const late = setTimeout(() => refuse(reasons.time(milliseconds / 1000)), milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory) refuse(reasons.memory());
    }, LOOK_MS);
    const onMessage = (reply: Reply) =>
      finish(() => {
        if (reply.ok) resolve(reply.answer);
        else if (reply.refused)
          reject(new SourceError(reply.refused.file, reply.refused.fault, reply.refused.reason));
        else reject(reply.error);
      });
    const onError = (error: Error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse(reasons.memory())
        : finish(() => reject(error));
    const onExit = (code: number) =>
      finish(() => reject(new Error(`The reading thread ended (code ${code}).`)));
    const finish = (settled: () => void) => {
      clearTimeout(late);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settled();
    };
    onGiveUp(refuse);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(work);
  });
}
