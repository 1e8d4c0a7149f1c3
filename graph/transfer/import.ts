/** A checked file into a store, in steps that can be interrupted and gone on with. */
import type { GraphStore } from '../store.ts';
import { GraphFileError, MixRefusedError, type NodeElement, naturalKey, type Ownership } from './element.ts';
import type { Head, Manifest } from './jsonl.ts';
import { type CheckedFile, elementsOf } from './jsonl-file.ts';
import { Lanes, type Piece } from './lanes.ts';
import {
  Groups,
  type Manner,
  nodeStatements,
  PARTS,
  type RelationshipGroup,
  relationshipStatements,
  STEP_SIZE,
} from './steps.ts';
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
  /** Nodes are spread over so many parts; steps on different ones run side by side. */
  readonly parts: number;
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
  const plan = JSON.parse(unfinished.plan) as Partial<Plan>;
  if (plan.parts !== undefined) return plan as Plan;
  throw new MixRefusedError('The import that was interrupted here was begun by an older version.', {
    hint: 'Empty the database, or the data folder, and import the file anew.',
  });
}

function planFor(head: Head, manifest: Manifest, target: Ownership, lanes: number, mix: boolean): Plan {
  const parts = lanes < 2 ? 1 : PARTS;
  const common = { lanes, parts, step: STEP_SIZE, fresh: target === 'empty' };
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
  #steps = 0;

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

  /** While steps are written, the next are read and made ready. */
  async run(path: string): Promise<void> {
    const { lanes, parts, step } = this.#plan;
    const writing = new Lanes(lanes);
    const groups = new Groups(parts, step);
    const counts = { nodes: 0, relationships: 0 };
    let nodes: NodeElement[] = [];
    const flushNodes = async (): Promise<void> => {
      const page = nodes;
      nodes = [];
      if (page.length > 0) await writing.add(this.#nodeStep(page));
    };
    for await (const element of elementsOf(path)) {
      if (element.kind === 'node') {
        if (counts.relationships > 0) throw new GraphFileError('A node stands after the first relationship.');
        counts.nodes += 1;
        const own = naturalKey(element.key);
        if (own?.label === 'Document') this.documents.push(own.id);
        if (nodes.push(element) === step) await flushNodes();
      } else {
        if (counts.relationships === 0) {
          await flushNodes();
          // Relationships find their nodes only when these are in.
          await writing.drained();
          await this.#transfer.indexNodes(this.#plan.ours);
        }
        counts.relationships += 1;
        const full = groups.add(element);
        if (full !== undefined) await writing.add(this.#relationshipStep(full));
      }
    }
    await flushNodes();
    for (const group of groups.rest()) await writing.add(this.#relationshipStep(group));
    await writing.drained();
    this.#requireCounts(counts);
  }

  #requireCounts({ nodes, relationships }: { nodes: number; relationships: number }): void {
    if (nodes === this.#manifest.nodes && relationships === this.#manifest.relationships) return;
    throw new GraphFileError(
      `The file holds ${nodes} nodes and ${relationships} relationships; its manifest says ${this.#manifest.nodes} and ${this.#manifest.relationships}.`,
    );
  }

  #nodeStep(nodes: readonly NodeElement[]): Piece {
    return this.#step([], nodes.length, () => nodeStatements(nodes, this.#plan, this.#transfer));
  }

  #relationshipStep({ parts, relationships }: RelationshipGroup): Piece {
    return this.#step(parts, relationships.length, () =>
      relationshipStatements(relationships, this.#plan, this.#transfer),
    );
  }

  /** Steps are numbered in the order in which the file fills them, the same in every run. */
  #step(parts: readonly number[], size: number, statements: () => LoadStatement[]): Piece {
    this.#steps += 1;
    const id = String(this.#steps);
    const loaded = () => {
      this.#loaded += size;
      this.#options.onProgress?.(this.#loaded, this.#manifest.nodes + this.#manifest.relationships);
    };
    if (this.#done.has(id)) {
      this.skipped += 1;
      return { parts: [], prepare: () => async () => loaded() };
    }
    const prepare = () => {
      const ready = statements();
      return async () => {
        this.#options.signal?.throwIfAborted();
        await this.#transfer.write(id, ready);
        loaded();
      };
    };
    return { parts, prepare };
  }
}
