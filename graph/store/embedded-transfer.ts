/** Moving whole graphs into and out of the embedded store. */

import { UnsupportedError } from '../store.ts';
import {
  ChangedMeanwhileError,
  type ElementCounts,
  type GraphElement,
  type Ownership,
} from '../transfer/element.ts';
import type { LoadStatement, Transfer, Unfinished } from '../transfer/transfer.ts';
import { OWNERSHIP, type RawNode, type RawRelationship } from './embedded-elements.ts';
import { engineProperties, exactProperties } from './embedded-exact.ts';
import type { EngineProcess } from './embedded-process.ts';
import {
  BEGIN,
  COUNT_KEYS,
  DROP_IMPORT_CONSTRAINTS,
  FORGET_KEYS,
  FORGET_STEPS,
  IMPORT_CONSTRAINTS,
  IMPORT_KEY,
  IMPORT_LABEL,
  MARK_STEP,
  STEPS,
} from './transfer-cypher.ts';
import { decodeSteps, MissingRowsError } from './transfer-steps.ts';

/** Elements fetched from the child at a time. */
const PAGE = 2000;

/** A constraint alone makes loading quadratic. */
const IMPORT_INDEX = `CREATE INDEX threadline_import_key IF NOT EXISTS FOR (n:${IMPORT_LABEL}) ON (n.${IMPORT_KEY})`;
const DROP_IMPORT_INDEX = 'DROP INDEX threadline_import_key IF EXISTS';

export class EmbeddedTransfer implements Transfer {
  /** The engine writes one transaction at a time. */
  readonly lanes = 1;
  readonly rows = 'maps';
  readonly #engine: EngineProcess;
  readonly #onWrite: () => void;
  #mark: { file: string; plan: string } = { file: '', plan: '' };

  constructor(engine: EngineProcess, onWrite: () => void) {
    this.#engine = engine;
    this.#onWrite = onWrite;
  }

  async ownership(): Promise<Ownership> {
    if ((await this.#rows(OWNERSHIP.used)).length === 0) return 'empty';
    const ours = await Promise.all(OWNERSHIP.ours.map((text) => this.#rows(text)));
    return ours.some((rows) => rows.length > 0) ? 'ours' : 'foreign';
  }

  async counts(): Promise<ElementCounts> {
    const [{ nodes, relationships }, steps] = await Promise.all([
      this.#engine.call({ kind: 'bounds' }),
      this.#count(OWNERSHIP.steps),
    ]);
    return { nodes: nodes.count - steps, relationships: relationships.count };
  }

  async *elements(): AsyncGenerator<readonly GraphElement[]> {
    const { nodes, relationships } = await this.#engine.call({ kind: 'bounds' });
    const before = await this.counts();
    const given = { nodes: 0, relationships: 0 };
    for (let from = 0; from < nodes.below; from += PAGE) {
      const to = Math.min(from + PAGE, nodes.below);
      const raw = await this.#engine.call({ kind: 'range', what: 'nodes', from, to });
      given.nodes += raw.nodes.length;
      yield raw.nodes.map(nodeOf);
    }
    for (let from = 0; from < relationships.below; from += PAGE) {
      const to = Math.min(from + PAGE, relationships.below);
      const raw = await this.#engine.call({ kind: 'range', what: 'relationships', from, to });
      given.relationships += raw.relationships.length;
      yield raw.relationships.map(relationshipOf);
    }
    const after = await this.counts();
    for (const { nodes: n, relationships: r } of [given, after]) {
      if (n === before.nodes && r === before.relationships) continue;
      throw new ChangedMeanwhileError('The graph was written to while it was read.', {
        hint: 'Export again when nothing is loading.',
      });
    }
  }

  encode(element: GraphElement): Record<string, unknown> {
    const names = element.kind === 'node' ? element.labels : [element.type];
    const odd = names.find((name) => name.includes('`'));
    if (odd !== undefined) {
      throw new UnsupportedError(
        `The embedded store cannot hold the label or type ${odd}: it has a backtick in it.`,
        {
          hint: 'Import the file into Neo4j: set NEO4J_URI.',
        },
      );
    }
    return engineProperties(element);
  }

  async unfinished(): Promise<Unfinished | undefined> {
    return decodeSteps(await this.#rows(STEPS));
  }

  async begin(file: string, plan: string): Promise<void> {
    this.#mark = { file, plan };
    await this.#schema([IMPORT_INDEX, ...IMPORT_CONSTRAINTS]);
    if ((await this.unfinished()) === undefined) await this.write(BEGIN, []);
  }

  async write(step: string, statements: readonly LoadStatement[]): Promise<void> {
    const mark: LoadStatement = { text: MARK_STEP, parameters: { id: step, ...this.#mark }, expected: 1 };
    this.#onWrite();
    const written = await this.#engine.call({ kind: 'load', statements: [mark, ...statements] });
    if (!written) throw new MissingRowsError();
  }

  /** What finds nodes here is kept up as they come. */
  async indexNodes(): Promise<void> {}

  async finish(_ours: boolean, onProgress: (left: number) => void): Promise<void> {
    for (let left = await this.#count(COUNT_KEYS); left > 0; left = await this.#count(COUNT_KEYS)) {
      onProgress(left);
      await this.#run(FORGET_KEYS);
    }
    while ((await this.#rows(STEPS)).length > 0) await this.#run(FORGET_STEPS);
    await this.#schema([...DROP_IMPORT_CONSTRAINTS, DROP_IMPORT_INDEX]);
  }

  async #rows(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await this.#engine.call({ kind: 'read', text, parameters: {}, maxRows: null, guarded: false }))
      .rows;
  }

  async #count(text: string): Promise<number> {
    return Number((await this.#rows(text))[0]?.count ?? 0);
  }

  async #run(text: string): Promise<void> {
    await this.#engine.call({ kind: 'load', statements: [{ text, parameters: {} }] });
  }

  async #schema(texts: readonly string[]): Promise<void> {
    const statements = texts.map((text) => ({ text, parameters: {} }));
    await this.#engine.call({ kind: 'write', statements });
  }
}

function nodeOf({ key, labels, properties }: RawNode): GraphElement {
  const element: GraphElement = { kind: 'node', key, labels: labels.toSorted(), properties: {} };
  return { ...element, properties: exactProperties(element, properties) };
}

function relationshipOf({ type, start, end, properties }: RawRelationship): GraphElement {
  const element: GraphElement = { kind: 'relationship', type, start, end, properties: {} };
  return { ...element, properties: exactProperties(element, properties) };
}
