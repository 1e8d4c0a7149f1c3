/** The language model as one more voter: asked window by window within its limits; what fails costs its votes only. */
import type { Ontology } from '../../graph/ontology.ts';
import type { Read } from '../assemble.ts';
import type { Vote } from '../claims/vote.ts';
import { type AnswerCache, createCache } from './cache.ts';
import type { ModelConfig } from './config.ts';
import { ask, type Effects, EndpointError, pauseAfter, realEffects } from './endpoint.ts';
import { isAnswer, judge } from './judge.ts';
import { question, windows } from './question.ts';

/** Votes by the index of their sentence. */
export type Votes = ReadonlyMap<number, readonly Vote[]>;

export interface Voted {
  readonly votes: Votes;
  /** What was asked and what was turned down, in lines for the person at the terminal. */
  readonly notes: readonly string[];
}

const ATTEMPTS = 3;
/** Questions in a row without an answer before the model is left alone. */
const PATIENCE = 2;
const ANSWER_TOKENS = 2000;

/** What has been spent on one document. */
interface Purse {
  requests: number;
  tokens: number;
}

/** Asks about every window of a document. Never rejects for what the model or its endpoint does. */
export async function modelVotes(
  read: readonly Read[],
  ontology: Ontology,
  config: ModelConfig,
  effects: Effects = realEffects,
): Promise<Voted> {
  const cache = createCache(config.cache, config.baseUrl);
  const purse: Purse = { requests: 0, tokens: 0 };
  const votes = new Map<number, Vote[]>();
  const notes: string[] = [];
  const signal = AbortSignal.timeout(config.limits.totalMs);
  const asked = windows(read);
  let answered = 0;
  let failed = 0;
  for (const window of asked) {
    try {
      const body = question(window, ontology, config.model, ANSWER_TOKENS);
      const content = (await cache.get(body)) ?? (await askAnew(body, config, purse, cache, signal, effects));
      const judged = judge(content, window);
      for (const [sentence, own] of judged.votes)
        votes.set(sentence, [...(votes.get(sentence) ?? []), ...own]);
      notes.push(...judged.rejects.map((reason) => `model: rejected: ${reason}`));
      answered += 1;
      failed = 0;
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      notes.push(`model: ${error.message}`);
      failed += 1;
      if (error.next === 'stop' || failed >= PATIENCE) break;
    }
  }
  const count = [...votes.values()].reduce((sum, own) => sum + own.length, 0);
  notes.unshift(
    `model: ${count} votes from ${answered} of ${asked.length} questions (${purse.requests} requests, about ${purse.tokens} tokens)`,
  );
  return { votes, notes };
}

/** Asks with retries, within the limits. @throws EndpointError */
async function askAnew(
  body: object,
  config: ModelConfig,
  purse: Purse,
  cache: AnswerCache,
  signal: AbortSignal,
  effects: Effects,
): Promise<string> {
  const estimate = Math.ceil(JSON.stringify(body).length / 4);
  for (let attempt = 0; ; attempt += 1) {
    checkLimits(purse, estimate, config, signal);
    purse.requests += 1;
    purse.tokens += estimate;
    try {
      const { content, tokens } = await ask(config, body, signal);
      // Whoever says that it took less than what was sent is not believed.
      purse.tokens += Math.max((tokens ?? 0) - estimate, Math.ceil(content.length / 4));
      if (isAnswer(content)) await cache.put(body, content);
      return content;
    } catch (error) {
      if (!(error instanceof EndpointError) || error.next !== 'again' || attempt + 1 >= ATTEMPTS) throw error;
      await effects.sleep(pauseAfter(error, attempt));
    }
  }
}

function checkLimits(purse: Purse, estimate: number, { limits }: ModelConfig, signal: AbortSignal): void {
  const stop = (what: string) => new EndpointError(`not asked further: ${what}`, 'stop');
  if (signal.aborted) throw stop(`${limits.totalMs / 1000} seconds are over`);
  if (purse.requests >= limits.requests)
    throw stop(`${limits.requests} requests are made (LLM_MAX_REQUESTS)`);
  if (purse.tokens + estimate + ANSWER_TOKENS > limits.tokens)
    throw stop(`${limits.tokens} tokens would be exceeded (LLM_MAX_TOKENS)`);
}
