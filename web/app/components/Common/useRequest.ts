import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { ApiFailure } from '../../client.ts';
import { createLatest, type Outcome } from './latest.ts';

export type Request<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T }
  | { readonly status: 'failed'; readonly failure: ApiFailure; readonly retry: () => void };

const asFailure = (cause: unknown): ApiFailure =>
  cause instanceof ApiFailure
    ? cause
    : new ApiFailure(
        { code: 'unexpected', message: cause instanceof Error ? cause.message : String(cause) },
        0,
        cause,
      );

/**
 * What `load` gives for `key`; asked again whenever the key changes, never for null. An answer to an older
 * key is dropped, however late it comes.
 */
export function useRequest<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Request<T> {
  const [answer, setAnswer] = useState<{ key: string; outcome: Outcome<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const ask = useEffectEvent((signal: AbortSignal) => load(signal));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same key again
  useEffect(() => {
    if (key === null) return;
    const latest = createLatest<T>((outcome) => setAnswer({ key, outcome }));
    latest.ask((signal) => ask(signal));
    return latest.stop;
  }, [key, attempt]);
  const retry = useCallback(() => {
    setAnswer(null);
    setAttempt((before) => before + 1);
  }, []);
  if (key === null) return { status: 'idle' };
  if (answer === null || answer.key !== key) return { status: 'loading' };
  return answer.outcome.status === 'ready'
    ? answer.outcome
    : { status: 'failed', failure: asFailure(answer.outcome.cause), retry };
}
