/** A whole graph into files, page by page. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { GraphStore } from '../store.ts';
import { type ElementCounts, GraphFileError } from './element.ts';
import type { Format } from './formats.ts';
import { partPath } from './part-path.ts';
import type { Piece, Source } from './source.ts';

export interface ExportOptions {
  /** Replaces files that are there. */
  readonly force?: boolean;
  /** Told how many elements are read, of how many: some formats read the graph twice. */
  readonly onProgress?: (read: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Exported extends ElementCounts {
  readonly files: readonly string[];
  /** What a person should know of the files, one line each. */
  readonly notes: readonly string[];
}

/** A store as the formats read it, with progress told. */
export async function sourceOf(
  store: GraphStore,
  onPage: (elements: number) => void = () => {},
): Promise<Source> {
  const ownership = await store.transfer.ownership();
  return {
    ownership,
    async *elements() {
      for await (const page of store.transfer.elements()) {
        onPage(page.length);
        yield page;
      }
    },
  };
}

/**
 * Writes the graph to `path` in a format. Files appear under their names only when all of them are whole.
 * @throws GraphFileError a file is there already, or cannot be written
 * @throws PropertyError a value that the format has no form for
 */
export async function exportGraph(
  store: GraphStore,
  format: Format,
  path: string,
  options: ExportOptions = {},
): Promise<Exported> {
  const { onProgress, signal, force = false } = options;
  const counts = await store.transfer.counts();
  const total = format.passes * (counts.nodes + counts.relationships);
  let read = 0;
  const source = await sourceOf(store, (elements) => {
    signal?.throwIfAborted();
    read += elements;
    onProgress?.(read, total);
  });
  const files = new Files(path, force);
  const notes: string[] = [];
  try {
    for await (const piece of format.write(source, (note) => notes.push(note))) await files.write(piece);
    return { ...counts, files: await files.finish(), notes };
  } catch (error) {
    await files.discard();
    throw error;
  }
}

/** Files that are written under another name until they are whole. */
class Files {
  readonly #path: string;
  readonly #force: boolean;
  readonly #open = new Map<string, FileHandle>();

  constructor(path: string, force: boolean) {
    this.#path = path;
    this.#force = force;
  }

  async write({ part, text }: Piece): Promise<void> {
    const path = partPath(this.#path, part);
    const file = this.#open.get(path) ?? (await this.#create(path));
    await file.appendFile(text);
  }

  async #create(path: string): Promise<FileHandle> {
    try {
      if (!this.#force) await requireAbsent(path);
      const file = await open(`${path}.part`, 'w');
      this.#open.set(path, file);
      return file;
    } catch (error) {
      if (error instanceof GraphFileError) throw error;
      throw new GraphFileError(`${path} cannot be written (${reason(error)}).`, { cause: error });
    }
  }

  /** Gives the paths. */
  async finish(): Promise<string[]> {
    for (const [path, file] of this.#open) {
      await file.sync();
      await file.close();
      await rename(`${path}.part`, path);
    }
    return [...this.#open.keys()];
  }

  async discard(): Promise<void> {
    for (const [path, file] of this.#open) {
      await file.close().catch(() => {});
      await rm(`${path}.part`, { force: true });
    }
  }
}

async function requireAbsent(path: string): Promise<void> {
  const there = await open(path, 'r').then(
    (file) => file.close().then(() => true),
    (error: unknown) => (reason(error) === 'ENOENT' ? false : Promise.reject(error)),
  );
  if (there) throw new GraphFileError(`${path} is there already.`, { hint: 'Say --force to replace it.' });
}

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
