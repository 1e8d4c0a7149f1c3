/** The optional language model: off unless an endpoint is named. Pure; the programs read the environment. */
import { join } from 'node:path';

export interface ModelConfig {
  /** Of an OpenAI-compatible API, without `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
  /** Folder of answers by the hash of their questions. */
  readonly cache: string;
  readonly limits: ModelLimits;
}

/** What one document may cost. */
export interface ModelLimits {
  readonly requests: number;
  readonly tokens: number;
  /** Milliseconds for all requests, and for one. */
  readonly totalMs: number;
  readonly requestMs: number;
  /** Bytes of one answer. */
  readonly answerBytes: number;
}

export const defaultModelLimits: ModelLimits = {
  requests: 100,
  tokens: 200_000,
  totalMs: 120_000,
  requestMs: 30_000,
  answerBytes: 256 * 1024,
};

/** The settings of the model cannot be used. The message is one line and holds no key. */
export class ModelConfigError extends Error {
  override readonly name = 'ModelConfigError';
}

/**
 * Reads `LLM_BASE_URL`, `LLM_MODEL`, `LLM_API_KEY`, `LLM_MAX_REQUESTS` and `LLM_MAX_TOKENS`; null where no endpoint is named.
 * @param data the store's folder; answers are kept in a folder of it
 * @throws ModelConfigError
 */
export function modelConfig(
  env: Readonly<Record<string, string | undefined>>,
  data: string,
): ModelConfig | null {
  const baseUrl = env.LLM_BASE_URL?.trim();
  if (!baseUrl) return null;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new ModelConfigError(
      'LLM_BASE_URL is not a web address, such as https://host/v1 (a key goes into LLM_API_KEY).',
    );
  const model = env.LLM_MODEL?.trim();
  if (!model)
    throw new ModelConfigError('LLM_BASE_URL is set, but LLM_MODEL does not say which model to ask.');
  const limit = (name: string, fallback: number) => {
    const text = env[name]?.trim();
    if (!text) return fallback;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new ModelConfigError(`${name} is not a number.`);
  };
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    model,
    key: env.LLM_API_KEY?.trim() || null,
    cache: join(data, 'model-answers'),
    limits: {
      ...defaultModelLimits,
      requests: limit('LLM_MAX_REQUESTS', defaultModelLimits.requests),
      tokens: limit('LLM_MAX_TOKENS', defaultModelLimits.tokens),
    },
  };
}
