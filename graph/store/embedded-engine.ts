/**
 * The child process of the embedded store: the only file that imports the engine. Statements run on the engine's own
 * threads, so this process keeps answering; the parent ends it to stop one, which the engine's file survives.
 */
import { createRequire } from 'node:module';
import type { GrafeoDB } from '@grafeo-db/js';
import type { StoreSchema, WriteStatement } from '../store.ts';
import { bounds, load, range } from './embedded-elements.ts';
import { failureOf } from './embedded-failure.ts';
import { type Envelope, MEMORY_EXIT_CODE, type Reply, type Request } from './embedded-protocol.ts';
import { readGuarded, readTrusted } from './embedded-read.ts';

// The package is CommonJS, and its exports cannot be seen by an import of their names.
const engine = createRequire(import.meta.url)('@grafeo-db/js') as typeof import('@grafeo-db/js');

/** Bytes that this process may take before a statement is ended. */
const MEMORY_LIMIT = 2_000_000_000;
const MEMORY_CHECK_MS = 100;

let database: GrafeoDB | undefined;
let running = 0;

function opened(): GrafeoDB {
  if (!database) throw new Error('The engine is not open.');
  return database;
}

async function write(db: GrafeoDB, statements: readonly WriteStatement[]): Promise<void> {
  const schema = statements.filter(({ text }) => /^\s*(?:CREATE|DROP)\s+(?:CONSTRAINT|INDEX)\b/i.test(text));
  for (const { text, parameters } of schema) await db.executeCypher(text, parameters);
  const data = statements.filter((statement) => !schema.includes(statement));
  if (data.length === 0) return;
  const transaction = db.beginTransaction();
  try {
    for (const { text, parameters } of data) await transaction.executeCypher(text, parameters);
    transaction.commit();
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

function schemaOf(db: GrafeoDB): StoreSchema {
  type Named = { readonly name: string; readonly count: number };
  const { labels, edge_types, property_keys } = db.schema() as {
    labels: Named[];
    edge_types: Named[];
    property_keys: string[];
  };
  const present = (all: Named[]) => all.filter(({ count }) => count > 0).map(({ name }) => name);
  return {
    labels: present(labels).toSorted(),
    relationshipTypes: present(edge_types).toSorted(),
    propertyKeys: property_keys.toSorted(),
  };
}

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'open':
      database = engine.GrafeoDB.create(request.file);
      return null;
    case 'read': {
      const { text, parameters, maxRows, guarded } = request;
      return (guarded ? readGuarded : readTrusted)(opened(), text, parameters, maxRows);
    }
    case 'write':
      await write(opened(), request.statements);
      return null;
    case 'schema':
      return schemaOf(opened());
    case 'bounds':
      return bounds(opened());
    case 'range':
      return range(opened(), request.what, request.from, request.to);
    case 'load':
      return load(opened().beginTransaction(), request.statements);
    case 'close':
      database?.close();
      database = undefined;
      return null;
  }
}

async function serve(envelope: Envelope<Request>): Promise<void> {
  running += 1;
  let reply: Reply;
  try {
    reply = { call: envelope.call, ok: true, answer: await answer(envelope) };
  } catch (error) {
    reply = { call: envelope.call, ok: false, failure: failureOf(error, envelope) };
  }
  running -= 1;
  process.send?.(reply);
}

process.on('message', (envelope: Envelope<Request>) => void serve(envelope));
// The parent decides when this process ends: a Ctrl-C reaches both, and the parent closes the store in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => {
  if (running === 0) database?.close();
  process.kill(process.pid, 'SIGKILL');
});
setInterval(() => {
  if (running > 0 && process.memoryUsage.rss() > MEMORY_LIMIT) process.exit(MEMORY_EXIT_CODE);
}, MEMORY_CHECK_MS).unref();
