/** What Neo4j and its driver report → the errors of the store interface, in words that say what to do. Pure. */
import neo4j, { Neo4jError } from 'neo4j-driver';
import {
  QueryStoppedError,
  QuerySyntaxError,
  QueryTimeoutError,
  ReadOnlyError,
  StoreError,
  StoreUnavailableError,
  UnsupportedError,
} from '../store.ts';

/** What the messages name: never a password. */
export interface Target {
  /** Host and port. */
  readonly address: string;
  readonly username: string;
  /** undefined: the user's home database. */
  readonly database: string | undefined;
}

type Mapping = (error: Neo4jError, target: Target) => StoreError;

const CLIENT = 'Neo.ClientError';

const BY_CODE: Readonly<Record<string, Mapping>> = {
  [`${CLIENT}.Security.Unauthorized`]: (cause, { address, username }) =>
    new StoreUnavailableError(`Neo4j at ${address} refused the password of the user "${username}".`, {
      cause,
      hint: 'Set NEO4J_USERNAME and NEO4J_PASSWORD to a user that this server knows.',
    }),
  [`${CLIENT}.Security.AuthenticationRateLimit`]: (cause, { address }) =>
    new StoreUnavailableError(`Neo4j at ${address} has locked sign-in after too many wrong passwords.`, {
      cause,
      hint: 'Correct NEO4J_USERNAME and NEO4J_PASSWORD and try again in a few seconds.',
    }),
  [`${CLIENT}.Security.CredentialsExpired`]: (cause, { username }) =>
    new StoreUnavailableError(`The password of the Neo4j user "${username}" has to be changed first.`, {
      cause,
      hint: 'Change it with ALTER CURRENT USER SET PASSWORD in cypher-shell or the Neo4j Browser.',
    }),
  [`${CLIENT}.Database.DatabaseNotFound`]: (cause, { address, database }) =>
    new StoreUnavailableError(`Neo4j at ${address} has no database "${database ?? ''}".`, {
      cause,
      hint: 'Set NEO4J_DATABASE to one that exists, or leave it out for the home database.',
    }),
  [`${CLIENT}.Security.Forbidden`]: (cause, { username }) =>
    new ReadOnlyError(`The Neo4j user "${username}" has no permission for this: ${cause.message}`, {
      cause,
      hint: 'Ask the administrator of the database for it, or sign in as another user.',
    }),
  [`${CLIENT}.Statement.AccessMode`]: (cause) =>
    new ReadOnlyError('This statement writes to the graph; only reading is possible here.', { cause }),
  [`${CLIENT}.Transaction.TransactionTimedOutClientConfiguration`]: timedOut,
  [`${CLIENT}.Transaction.TransactionTimedOut`]: timedOut,
  [`${CLIENT}.Transaction.Terminated`]: stopped,
  [`${CLIENT}.Transaction.LockClientStopped`]: stopped,
  'Neo.TransientError.Transaction.Terminated': stopped,
  'Neo.TransientError.Transaction.LockClientStopped': stopped,
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': outOfMemory,
  'Neo.TransientError.General.TransactionMemoryLimit': outOfMemory,
  'Neo.TransientError.General.OutOfMemoryError': outOfMemory,
};

function timedOut(cause: Neo4jError): StoreError {
  return new QueryTimeoutError('The query was stopped because it took longer than its time limit.', {
    cause,
    hint: 'Narrow it: name a label, give a starting point, bound the length of paths, or add LIMIT.',
  });
}

function stopped(cause: Neo4jError): StoreError {
  return new QueryStoppedError('The query was stopped.', { cause });
}

function outOfMemory(cause: Neo4jError): StoreError {
  return new UnsupportedError('The query needs more memory than the server grants one query.', {
    cause,
    hint: 'Return less at once: add LIMIT, or bound the length of paths.',
  });
}

/**
 * The store's error for whatever was thrown. Errors that do not come from Neo4j are given back as they are.
 * `linesBefore` are lines that we put before the person's text; positions in the message count without them.
 */
export function storeError(error: unknown, target: Target, linesBefore = 0): unknown {
  if (error instanceof StoreError || !(error instanceof Neo4jError)) return error;
  const mapping = BY_CODE[error.code];
  if (mapping !== undefined) return mapping(error, target);
  if (isBusy(error)) return busy(target, error);
  if (isAway(error)) return away(target, error);
  if (error.code.startsWith(CLIENT)) return statementError(error, linesBefore);
  return new StoreUnavailableError(`Neo4j at ${target.address} failed: ${error.message} (${error.code})`, {
    cause: error,
  });
}

/** Whether all connections of the pool stayed in use for as long as one was waited for. */
function isBusy(error: Neo4jError): boolean {
  return /^Connection acquisition timed out/.test(error.message);
}

function busy({ address }: Target, cause: Neo4jError): StoreUnavailableError {
  return new StoreUnavailableError(`All connections to Neo4j at ${address} are in use.`, {
    cause,
    hint: 'Try again when other queries have ended, or raise NEO4J_MAX_POOL_SIZE or NEO4J_ACQUISITION_TIMEOUT_MS.',
  });
}

/** Whether the server could not be reached, or was lost. */
export function isAway(error: unknown): boolean {
  const { SERVICE_UNAVAILABLE, SESSION_EXPIRED } = neo4j.error;
  if (!(error instanceof Neo4jError) || isBusy(error)) return false;
  return error.code === SERVICE_UNAVAILABLE || error.code === SESSION_EXPIRED || error.code === 'N/A';
}

/** The error for a server that cannot be reached. */
export function away({ address }: Target, cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(`Neo4j at ${address} does not answer.`, {
    cause,
    hint: 'Check that the server runs and that NEO4J_URI names its address.',
  });
}

/** `Unknown function 'x' (line 2, column 16 (offset: 15))\n"RETURN x()"\n ^` → the sentence, and where. */
function statementError(cause: Neo4jError, linesBefore: number): QuerySyntaxError {
  const match = /^([\s\S]*?)\s*\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(cause.message);
  const message = match?.[1] ?? cause.message;
  const [line, column] = [Number(match?.[2] ?? 0) - linesBefore, Number(match?.[3] ?? 0)];
  return new QuerySyntaxError(message, { cause, ...(line > 0 && column > 0 ? { line, column } : {}) });
}
