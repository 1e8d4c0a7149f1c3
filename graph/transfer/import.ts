/** A checked file into a store, in steps that can be interrupted and gone on with. */
import type { GraphStore } from '../store.ts';
import {
  GraphFileError,
  MixRefusedError,
  type NodeElement,
  naturalKey,
  type Ownership,
  type RelationshipElement,
} from './element.ts';
import type { Head, Manifest } from './jsonl.ts';
import { type CheckedFile, elementsOf } from './jsonl-file.ts';
import { disjointRounds, type Manner, nodeStatements, relationshipStatements, STEP_SIZE } from './steps.ts';
import type { LoadStatement, Transfer, Unfinished } from './transfer.ts';

export interface ImportOptions {
  /** Adds the file to a database that holds data of others, or to a graph that it cannot be matched with. */
  readonly intoExisting?: boolean;
  /** Told how many elements are in. */
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly signal?: AbortSignal;
  /**
   * Called where the file was brought together with a graph of ours, with the ids of the file's documents: what is
   * drawn of their claims has to be drawn anew.
   */
  readonly settle?: (documents: readonly string[]) => Promise<void>;
}

export interface Imported {
  readonly nodes: number;
  readonly relationships: number;
  /** Steps that an earlier, interrupted run had done. */
  readonly resumed: number;
  /** Whether it was brought together with a graph that was there. */
  readonly merged: boolean;
}

/** How one import goes; written into the store, so that a later run goes on in the same way. */
interface Plan extends Manner {
  readonly ours: boolean;
  /** Whether the store was empty when it began. */
  readonly fresh: boolean;
  readonly lanes: number;
  readonly step: number;
}

/**
 * Loads a file. What an interrupted import had loaded stays; the same file again goes on from there.
 * @throws MixRefusedError the store holds another graph, or half of another file
 * @throws GraphFileError a line at fault, or a relationship without its node
 * @throws PropertyError a value that this store cannot hold
 */
export async function importGraph(
  store: GraphStore,
  { path, head, manifest }: CheckedFile,
  options: ImportOptions = {},
): Promise<Imported> {
  const { transfer } = store;
  const unfinished = await transfer.unfinished();
  const plan = unfinished
    ? resumed(unfinished, manifest)
    : planFor(head, manifest, await transfer.ownership(), transfer.lanes, options.intoExisting ?? false);
  await transfer.begin(manifest.sha256, JSON.stringify(plan), {
    ours: plan.ours,
    fresh: plan.fresh,
  });
  const loader = new Loader(transfer, plan, unfinished?.steps ?? new Set(), manifest, options);
  await loader.run(path);
  if (plan.merge) await options.settle?.(loader.documents);
  await transfer.finish(plan.ours, () => options.signal?.throwIfAborted());
  const { nodes, relationships } = manifest;
  return { nodes, relationships, resumed: loader.skipped, merged: plan.merge };
}

function resumed(unfinished: Unfinished, manifest: Manifest): Plan {
  if (unfinished.file !== manifest.sha256) {
    throw new MixRefusedError('The import of another file was interrupted here and is not finished.', {
      hint: 'Run that import again to the end, or empty the database first.',
    });
  }
  return JSON.parse(unfinished.plan) as Plan;
}

function planFor(head: Head, manifest: Manifest, target: Ownership, lanes: number, mix: boolean): Plan {
  const common = { lanes, step: STEP_SIZE, fresh: target === 'empty' };
  const ours = head.ownership !== 'foreign';
  if (target === 'empty') return { ...common, byId: ours, merge: false, ours };
  if (target === 'ours' && ours && (manifest.unkeyed === 0 || mix)) {
    return { ...common, byId: true, merge: true, ours: true };
  }
  if (mix) return { ...common, byId: false, merge: false, ours: target === 'ours' };
  throw new MixRefusedError(
    target === 'foreign'
      ? 'The database holds data of others, so nothing is imported into it.'
      : 'The store holds a graph already, and the file has nodes without ids by which the two could be matched.',
    {
      hint: 'Import into an empty database or folder, or say --into-existing to add the file to what is there.',
    },
  );
}

class Loader {
  skipped = 0;
  readonly documents: string[] = [];
  readonly #transfer: Transfer;
  readonly #plan: Plan;
  readonly #done: ReadonlySet<string>;
  readonly #manifest: Manifest;
  readonly #options: ImportOptions;
  #loaded = 0;

  constructor(
    transfer: Transfer,
    plan: Plan,
    done: ReadonlySet<string>,
    manifest: Manifest,
    options: ImportOptions,
  ) {
    this.#transfer = transfer;
    this.#plan = plan;
    this.#done = done;
    this.#manifest = manifest;
    this.#options = options;
  }

  /** While one window is written, the next is read. */
  async run(path: string): Promise<void> {
    const { lanes, step } = this.#plan;
    // Enough relationships for every pair of parts to fill a step.
    const [nodesAtOnce, relationshipsAtOnce] = [lanes * step, lanes * (2 * lanes - 1) * step];
    const counts = { nodes: 0, relationships: 0 };
    let nodes: NodeElement[] = [];
    let relationships: RelationshipElement[] = [];
    let writing = Promise.resolve();
    let windows = 0;
    const flush = async (): Promise<void> => {
      await writing;
      windows += 1;
      const [name, n, r] = [`${windows}`, nodes, relationships];
      [nodes, relationships] = [[], []];
      writing = n.length > 0 ? this.#writeNodes(name, n) : this.#writeRelationships(name, r);
      // A failure is told when the next window is due; it must not count as unheard until then.
      writing.catch(() => {});
    };
    for await (const element of elementsOf(path)) {
      if (element.kind === 'node') {
        if (counts.relationships > 0) throw new GraphFileError('A node stands after the first relationship.');
        counts.nodes += 1;
        const own = naturalKey(element.key);
        if (own?.label === 'Document') this.documents.push(own.id);
        if (nodes.push(element) === nodesAtOnce) await flush();
      } else {
        if (nodes.length > 0) await flush();
        // Relationships find their nodes only when these are in.
        if (counts.relationships === 0) await writing;
        counts.relationships += 1;
        if (relationships.push(element) === relationshipsAtOnce) await flush();
      }
    }
    if (nodes.length + relationships.length > 0) await flush();
    await writing;
    this.#requireCounts(counts);
  }

  #requireCounts({ nodes, relationships }: { nodes: number; relationships: number }): void {
    if (nodes === this.#manifest.nodes && relationships === this.#manifest.relationships) return;
    throw new GraphFileError(
      `The file holds ${nodes} nodes and ${relationships} relationships; its manifest says ${this.#manifest.nodes} and ${this.#manifest.relationships}.`,
    );
  }

  async #writeNodes(name: string, nodes: readonly NodeElement[]): Promise<void> {
    const parts = chunks(nodes, this.#plan.step);
    await Promise.all(
      parts.map((part, index) =>
        this.#step(`${name}.${index}`, part.length, () => nodeStatements(part, this.#plan, this.#encode)),
      ),
    );
  }

  async #writeRelationships(name: string, relationships: readonly RelationshipElement[]): Promise<void> {
    for (const [turn, round] of disjointRounds(relationships, this.#plan.lanes).entries()) {
      await Promise.all(
        round.map((group, index) =>
          this.#step(`${name}.${turn}.${index}`, group.length, () =>
            relationshipStatements(group, this.#plan, this.#encode),
          ),
        ),
      );
    }
  }

  readonly #encode: Transfer['encode'] = (element) => this.#transfer.encode(element);

  async #step(id: string, size: number, statements: () => LoadStatement[]): Promise<void> {
    if (this.#done.has(id)) this.skipped += 1;
    else {
      this.#options.signal?.throwIfAborted();
      await this.#transfer.write(id, statements());
    }
    this.#loaded += size;
    this.#options.onProgress?.(this.#loaded, this.#manifest.nodes + this.#manifest.relationships);
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
