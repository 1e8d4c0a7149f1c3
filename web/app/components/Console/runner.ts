/** What the console is doing: headless, so that closing the drawer neither stops a query nor loses its answer. */

import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { Json, type QueryAnswer } from '../../../../graph/model.ts';
import { ApiFailure, type Client } from '../../client.ts';
import { keepPast, readPast, remembered, type Shelf } from './past.ts';

export type Outcome =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'stopped' }
  | { readonly status: 'done'; readonly answer: QueryAnswer }
  | { readonly status: 'failed'; readonly failure: ApiFailure };

export interface ConsoleState {
  /** The parameters as typed: a JSON object, or nothing. */
  readonly parameters: string;
  /** The statement that the outcome belongs to. */
  readonly ran: string;
  readonly outcome: Outcome;
  /** Statements run before, newest first. */
  readonly past: readonly string[];
}

const Parameters = z.record(z.string(), Json);

/** The parameters typed, as a map; throws an {@link ApiFailure} that says what is wrong with them. */
export function parseParameters(text: string): Record<string, Json> {
  if (text.trim() === '') return {};
  const hint = 'Write an object, such as {"name": "Japan"}; in the statement it is $name.';
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ApiFailure(
      { code: 'parameters', message: `The parameters are not JSON: ${reason}.`, hint },
      0,
      cause,
    );
  }
  const parsed = Parameters.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ApiFailure({ code: 'parameters', message: 'The parameters are not a JSON object.', hint }, 0);
}

export interface ConsoleParts {
  readonly client: Pick<Client, 'cypher'>;
  /** Where the past is kept; asked for only when needed, because a browser may refuse it. */
  readonly storage: () => Shelf;
  /** Told when a statement has changed the graph. */
  readonly changed?: () => void;
}

/** A console of its own; the app has one. */
export function createConsole(parts: ConsoleParts) {
  const store = createStore<ConsoleState>(() => ({
    parameters: '',
    ran: '',
    outcome: { status: 'idle' },
    past: readPast(parts.storage),
  }));
  let controller: AbortController | null = null;

  /** Runs a statement; one that is running is stopped. */
  async function run(statement: string): Promise<void> {
    if (statement.trim() === '') return;
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    const past = remembered(store.getState().past, statement);
    keepPast(past, parts.storage);
    store.setState({ ran: statement, outcome: { status: 'running' }, past });
    const outcome = await ask(statement, mine.signal);
    if (controller === mine) store.setState({ outcome });
    const changes = outcome.status === 'done' ? outcome.answer.changes : undefined;
    if (changes !== undefined && Object.keys(changes).length > 0) parts.changed?.();
  }

  async function ask(statement: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const parameters = parseParameters(store.getState().parameters);
      return { status: 'done', answer: await parts.client.cypher({ query: statement, parameters }, signal) };
    } catch (cause) {
      if (signal.aborted) return { status: 'stopped' };
      if (cause instanceof ApiFailure) return { status: 'failed', failure: cause };
      throw cause;
    }
  }

  return {
    store,
    run,
    /** Stops what is running: the server ends the query when the request is gone. */
    stop: () => controller?.abort(),
    setParameters: (parameters: string) => store.setState({ parameters }),
  };
}
