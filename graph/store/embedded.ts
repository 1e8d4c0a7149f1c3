/** The embedded store: Grafeo in a child process, data in one folder, nothing else to install. */
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { embeddedIndexes, nodesByIds } from '../cypher.ts';
import {
  type GraphStore,
  type NodeValue,
  QueryStoppedError,
  QueryTimeoutError,
  type ReadOptions,
  type Result,
  StoreLockedError,
  StoreUnavailableError,
} from '../store.ts';
import { EngineProcess } from './embedded-process.ts';
import { EmbeddedTransfer } from './embedded-transfer.ts';

const FILE = 'graph.grafeo';
const TIMEOUT_MS = 15_000;
const LOCK_RETRY_MS = 300;

export interface EmbeddedOptions {
  /** Folder of the data; made when missing. */
  readonly dataDir: string;
  /** Time limit of a read where the call sets none, in milliseconds. */
  readonly timeoutMs?: number;
}

/** `mkdir -p` by hand: Node's own never returns where a parent that exists answers ENOENT, as `/proc` does. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file stands in its place' : code;
    throw new StoreUnavailableError(`The data folder ${dataDir} cannot be written (${reason}).`, {
      cause,
      hint: 'Give it write permission, or choose another folder with THREADLINE_DATA.',
    });
  }
}

/** A process that was just ended may hold its lock for a moment: the second try tells. */
async function start(file: string): Promise<EngineProcess> {
  try {
    return await EngineProcess.start(file);
  } catch (error) {
    if (!(error instanceof StoreLockedError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
    return EngineProcess.start(file);
  }
}

/**
 * Opens the embedded store in a folder and prepares its indexes.
 * @throws StoreLockedError another process holds the folder
 * @throws StoreUnavailableError the folder cannot be written, or its data not opened
 */
export async function openEmbedded({
  dataDir,
  timeoutMs = TIMEOUT_MS,
}: EmbeddedOptions): Promise<GraphStore> {
  await prepareFolder(dataDir);
  const engine = await start(join(dataDir, FILE));

  async function read(text: string, parameters = {}, options: ReadOptions = {}): Promise<Result> {
    const { signal, maxRows = null, untrusted = false } = options;
    const limit = options.timeoutMs ?? timeoutMs;
    if (signal?.aborted) throw new QueryStoppedError('The query was stopped before it began.');
    const request = { kind: 'read', text, parameters, maxRows, guarded: untrusted } as const;
    let release = () => {};
    const answer = engine.call(request, (stop) => {
      const timer = setTimeout(
        () =>
          stop(
            new QueryTimeoutError(`The query took longer than ${limit / 1000} s and was stopped.`, {
              hint: 'Narrow the pattern, bound its length, or add LIMIT.',
            }),
          ),
        limit,
      );
      const onAbort = () => stop(new QueryStoppedError('The query was stopped.'));
      signal?.addEventListener('abort', onAbort, { once: true });
      release = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
    });
    return answer.finally(() => release());
  }

  async function nodesById(ids: readonly string[]): Promise<NodeValue[]> {
    const results = await Promise.all(nodesByIds.map(({ text }) => read(text, { ids: [...ids] })));
    const nodes = results.flatMap(({ rows }) => rows.map((row) => row.node as NodeValue));
    const found = new Map(nodes.map((node) => [node.id, node]));
    return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
  }

  // Nobody else writes: the folder is locked, and calls take effect in the order they are made.
  let writes = 0;
  const store: GraphStore = {
    kind: 'embedded',
    content: 'ours',
    typedWrites: false,
    read,
    write: async (statements) => {
      writes += 1;
      await engine.call({ kind: 'write', statements });
    },
    state: async () => String(writes),
    nodesById,
    schema: () => engine.call({ kind: 'schema' }),
    textIndexes: async () => [],
    transfer: new EmbeddedTransfer(engine, () => {
      writes += 1;
    }),
    close: () => engine.close(),
  };
  await store.write(embeddedIndexes.map((text) => ({ text, parameters: {} })));
  return store;
}
