/**
 * Keeps the engine's child process: starts it, sends it calls, ends it to stop a statement, and starts it again.
 * Ending it loses no acknowledged write (the engine's file survives it); reads of other callers are sent again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  QueryStoppedError,
  QuerySyntaxError,
  ReadOnlyError,
  type StoreError,
  StoreLockedError,
  StoreUnavailableError,
  UnsupportedError,
} from '../store.ts';
import {
  type Answers,
  type Envelope,
  type Failure,
  MEMORY_EXIT_CODE,
  type Reply,
  type Request,
} from './embedded-protocol.ts';

/** How long a write may go on before the child is ended to stop another statement. */
const DRAIN_MS = 10_000;
/** How often a read is tried when the child ends under it. */
const ATTEMPTS = 3;

const ENGINE = fileURLToPath(new URL('./embedded-engine.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const writes = ({ kind }: Request): boolean => kind === 'write' || kind === 'load';

/** Calls of the keeper's own, beside those of its users. */
const OPENING = -1;
const CLOSING = 0;

interface Call {
  readonly request: Request;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  sent: boolean;
  attempts: number;
}

/** A failure told by the child → the error that the store rejects with. */
export function errorOf(failure: Failure, file: string): StoreError {
  const options = failure.hint === undefined ? {} : { hint: failure.hint };
  switch (failure.kind) {
    case 'syntax': {
      const { line, column } = failure;
      return new QuerySyntaxError(failure.message, {
        ...options,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
    }
    case 'read_only':
      return new ReadOnlyError(failure.message, options);
    case 'unsupported':
      return new UnsupportedError(failure.message, {
        hint: 'The same statement runs on Neo4j: set NEO4J_URI.',
        ...options,
      });
    case 'locked':
      return new StoreLockedError(`Another process has the data in ${file} open.`, {
        hint: 'Stop the other Threadline, or give this one a folder of its own (THREADLINE_DATA).',
      });
    case 'unavailable':
      return new StoreUnavailableError(`The data in ${file} cannot be opened: ${failure.message}`, options);
    case 'failed':
      return new QuerySyntaxError(failure.message, options);
  }
}

export class EngineProcess {
  readonly #file: string;
  readonly #calls = new Map<number, Call>();
  #child: ChildProcess | undefined;
  #ready = false;
  #closing = false;
  #next = 1;
  /** The restart under way, if any. */
  #restart: Promise<void> | undefined;

  private constructor(file: string) {
    this.#file = file;
  }

  /** Starts the child and opens the file. @throws StoreLockedError, StoreUnavailableError */
  static async start(file: string): Promise<EngineProcess> {
    const engine = new EngineProcess(file);
    await engine.#open();
    return engine;
  }

  /** Sends a request. `stopping` rejects to stop it: the call rejects with that reason and its statement is ended. */
  call<K extends Request['kind']>(
    request: Request & { kind: K },
    stopping?: (stop: (reason: StoreError) => void) => void,
  ): Promise<Answers[K]> {
    if (this.#closing) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    const number = this.#next++;
    return new Promise<Answers[K]>((resolve, reject) => {
      const call: Call = {
        request,
        resolve: resolve as (answer: unknown) => void,
        reject,
        sent: false,
        attempts: 0,
      };
      this.#calls.set(number, call);
      stopping?.((reason) => {
        if (!this.#calls.delete(number)) return;
        reject(reason);
        if (call.sent) void this.#restartEngine();
      });
      if (this.#ready) this.#send(number, call);
      else if (!this.#restart) void this.#restartEngine();
    });
  }

  /** Ends the child after writes under way; reads under way are stopped. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#restart;
    for (const [number, call] of this.#calls) {
      if (writes(call.request)) continue;
      this.#calls.delete(number);
      call.reject(new QueryStoppedError('The store was closed.'));
      if (call.sent) this.#ready = false;
    }
    const idle = this.#ready;
    await this.#drain();
    const child = this.#child;
    if (!child) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    if (idle) child.send({ call: CLOSING, kind: 'close' } satisfies Envelope<Request>);
    else child.kill('SIGKILL');
    const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
    await exited;
    clearTimeout(late);
  }

  #send(number: number, call: Call): void {
    call.sent = true;
    call.attempts += 1;
    this.#child?.send({ call: number, ...call.request } satisfies Envelope<Request>, (error) => {
      // The channel broke: the exit that follows sends the call again or rejects it.
      if (error) call.sent = true;
    });
  }

  async #open(): Promise<void> {
    const child = fork(ENGINE, [], {
      execArgv: ['--import', LOADER],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    const opened = new Promise<void>((resolve, reject) => {
      child.once('error', (cause) =>
        reject(new StoreUnavailableError('The engine could not be started.', { cause })),
      );
      child.once('exit', (code) =>
        reject(new StoreUnavailableError(`The engine ended while opening ${this.#file} (code ${code}).`)),
      );
      child.on('message', (reply: Reply) => {
        if (reply.call === OPENING) {
          if (reply.ok) resolve();
          else {
            const { failure } = reply;
            const kind = failure.kind === 'locked' ? 'locked' : 'unavailable';
            reject(errorOf({ ...failure, kind }, this.#file));
          }
        } else if (reply.call === CLOSING) child.kill('SIGKILL');
        else this.#settle(reply);
      });
    });
    child.send({ call: OPENING, kind: 'open', file: this.#file } satisfies Envelope<Request>);
    try {
      await opened;
    } catch (error) {
      this.#child = undefined;
      child.kill('SIGKILL');
      throw error;
    }
    child.on('exit', (code) => this.#exited(child, code));
    this.#ready = true;
    for (const [number, call] of this.#calls) if (!call.sent) this.#send(number, call);
  }

  #settle(reply: Reply): void {
    const call = this.#calls.get(reply.call);
    if (!call) return;
    this.#calls.delete(reply.call);
    if (reply.ok) call.resolve(reply.answer);
    else call.reject(errorOf(reply.failure, this.#file));
  }

  /** The child ended: whatever was under way is sent again, or rejected where it may have been the reason. */
  #exited(child: ChildProcess, code: number | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#ready = false;
    for (const [number, call] of this.#calls) {
      if (!call.sent) continue;
      const error = this.#afterExit(call, code);
      if (error) {
        this.#calls.delete(number);
        call.reject(error);
      } else {
        call.sent = false;
      }
    }
    if (this.#calls.size > 0 && !this.#closing && !this.#restart) void this.#restartEngine();
  }

  #afterExit({ request, attempts }: Call, code: number | null): StoreError | undefined {
    if (writes(request)) {
      return new StoreUnavailableError('The engine ended during a write. Nothing or all of it is stored.', {
        hint: 'Load the document again: what is already there stays as it is.',
      });
    }
    if (code === MEMORY_EXIT_CODE && request.kind === 'read' && request.guarded) {
      return new QueryStoppedError('The statement needed more memory than the embedded store allows.', {
        hint: 'Narrow the pattern, or add LIMIT before collecting or sorting.',
      });
    }
    if (attempts >= ATTEMPTS) return new StoreUnavailableError('The engine ended under this statement.');
    return undefined;
  }

  /** Waits until no write is under way, at most {@link DRAIN_MS}. */
  async #drain(): Promise<void> {
    const end = Date.now() + DRAIN_MS;
    const writing = () => [...this.#calls.values()].some(({ request, sent }) => sent && writes(request));
    while (writing() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #restartEngine(): Promise<void> {
    this.#restart ??= this.#replaceChild().finally(() => {
      this.#restart = undefined;
    });
    return this.#restart;
  }

  async #replaceChild(): Promise<void> {
    this.#ready = false;
    await this.#drain();
    const child = this.#child;
    if (child) {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await exited;
    }
    try {
      if (!this.#closing) await this.#open();
    } catch (error) {
      for (const { reject } of this.#calls.values()) reject(error as Error);
      this.#calls.clear();
    }
  }
}
