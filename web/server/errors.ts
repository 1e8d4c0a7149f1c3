/** The one place that maps errors to HTTP: whatever is thrown becomes a status and the contract's error body. */
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { QuerySyntaxError, StoreError } from '../../graph/store.ts';
import type { ApiError } from '../api.ts';
import { faults, plainWords } from './faults.ts';

/** A request that cannot be answered, with the status to say so and words for the person who sent it. */
export class RequestError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly hint: string | undefined;
  constructor(status: ContentfulStatusCode, code: string, message: string, hint?: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** HTTP status of each stable code of a {@link StoreError}. */
const storeStatus: Readonly<Record<string, ContentfulStatusCode>> = {
  query_syntax: 400,
  read_only: 403,
  not_found: 404,
  unsupported: 422,
  timeout: 408,
  stopped: 409,
  locked: 503,
  unavailable: 503,
  row_shape: 500,
};

export interface HttpError {
  readonly status: ContentfulStatusCode;
  readonly body: ApiError;
  /** true where the fault is ours and the terminal should show it whole. */
  readonly unexpected: boolean;
}

type Details = { hint?: string | undefined; line?: number | undefined; column?: number | undefined };

function answer(status: ContentfulStatusCode, code: string, message: string, details: Details = {}) {
  const given = Object.entries(details).filter(([, value]) => value !== undefined);
  const body: ApiError = { error: { code, message, ...Object.fromEntries(given) } };
  return { status, body, unexpected: status === 500 };
}

/** Status and body for anything thrown while a request was answered. */
export function toHttp(error: unknown): HttpError {
  if (error instanceof RequestError) {
    return answer(error.status, error.code, error.message, { hint: error.hint });
  }
  if (error instanceof QuerySyntaxError) {
    const { hint, line, column } = error;
    return answer(400, error.code, error.message, { hint, line, column });
  }
  if (error instanceof StoreError) {
    return answer(storeStatus[error.code] ?? 500, error.code, error.message, { hint: error.hint });
  }
  if (error instanceof HTTPException) return answer(error.status, 'bad_request', error.message);
  return answer(500, 'internal', 'Threadline failed to answer this request.', {
    hint: 'The terminal it runs in says why. Please report it if it happens again.',
  });
}

/** Parses request input, turning what Zod finds into a 400 that names the parameter. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value, { error: plainWords });
  if (parsed.success) return parsed.data;
  throw new RequestError(400, 'bad_request', faults(parsed.error));
}
