/** One question to an OpenAI-compatible endpoint: limits of time and size, retries where that helps, the key in no message. */
import { z } from 'zod';
import type { ModelConfig } from './config.ts';

/** What is to be done without an answer: ask the same again, go on with the next question, or ask no more. */
export type Next = 'again' | 'skip' | 'stop';

/** Why there is no answer. The message never holds the key. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  readonly next: Next;
  constructor(message: string, next: Next) {
    super(message);
    this.next = next;
  }
}

export interface Answered {
  readonly content: string;
  /** Tokens the endpoint says it took; null where it does not say. */
  readonly tokens: number | null;
}

/** What tests replace: the waiting between attempts. */
export interface Effects {
  readonly sleep: (milliseconds: number) => Promise<void>;
}
export const realEffects: Effects = {
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish(),
});

const LONGEST_WAIT_MS = 10_000;

/** Asks once. @throws EndpointError */
export async function ask(config: ModelConfig, body: object, signal: AbortSignal): Promise<Answered> {
  const { baseUrl, key, limits } = config;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.requestMs)]),
      // A redirect would take the key elsewhere.
      redirect: 'error',
    });
    text = await readCapped(response, limits.answerBytes);
  } catch (error) {
    if (error instanceof EndpointError) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new EndpointError(late ? 'the model took too long' : 'the model cannot be reached', 'again');
  }
  if (!response.ok) throw new RefusedError(response);
  const parsed = Completion.safeParse(parseJson(text));
  if (!parsed.success) throw new EndpointError('the model gave no completion', 'skip');
  const { choices, usage } = parsed.data;
  return { content: choices[0]?.message.content ?? '', tokens: usage?.total_tokens ?? null };
}

/** The endpoint answered with a status that is no success. */
class RefusedError extends EndpointError {
  /** Milliseconds the endpoint asks to wait, where it does. */
  readonly wait: number | null;
  constructor({ status, headers }: Response) {
    super(`the model answered with status ${status}`, status === 429 || status >= 500 ? 'again' : 'stop');
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    this.wait = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
  }
}

/** How long to wait after an attempt, in ms: what the endpoint asks for, else twice as long each time. */
export function pauseAfter(error: EndpointError, attempt: number): number {
  const asked = error instanceof RefusedError ? error.wait : null;
  return Math.min(asked ?? 500 * 2 ** attempt, LONGEST_WAIT_MS);
}

async function readCapped(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new EndpointError(`the answer is over ${Math.round(most / 1024)} KiB`, 'skip');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller tells it as no completion
  }
}
