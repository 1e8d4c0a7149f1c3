/** Moving whole graphs into and out of Neo4j. */
import {
  type Driver,
  type Record as DriverRecord,
  Neo4jError,
  type Session,
  type Transaction,
} from 'neo4j-driver';
import {
  type ElementCounts,
  type GraphElement,
  GraphFileError,
  type Ownership,
} from '../transfer/element.ts';
import type { Into, LoadStatement, Transfer, Unfinished } from '../transfer/transfer.ts';
import { countsIn, nodeOf, pages, relationshipOf, requireSame } from './neo4j-elements.ts';
import { storeError, type Target } from './neo4j-errors.ts';
import { driverProperties } from './neo4j-exact.ts';
import { setUpSchema } from './neo4j-server.ts';
import { AWAIT_INDEXES, DROP_LATE_INDEXES, EXPORT, UNMARK_SCHEMA } from './neo4j-transfer-cypher.ts';
import {
  BEGIN,
  COUNT_KEYS,
  DROP_IMPORT_CONSTRAINTS,
  FORGET_KEYS,
  FORGET_STEPS,
  IMPORT_CONSTRAINTS,
  MARK_STEP,
  STEPS,
} from './transfer-cypher.ts';
import { decodeSteps, MissingRowsError } from './transfer-steps.ts';
import { Turns } from './turns.ts';

const CONSTRAINT_VIOLATED = 'Neo.ClientError.Schema.ConstraintValidationFailed';

export interface Connection {
  readonly driver: Driver;
  readonly target: Target;
  readonly session: (mode: 'READ' | 'WRITE') => Session;
}

export class Neo4jTransfer implements Transfer {
  /** One that is run while another is committed. */
  readonly lanes = 2;
  /** Properties named in a statement need no second operator that sets them, and no name in every row. */
  readonly rows = 'lists';
  readonly #connection: Connection;
  /**
   * Steps share no node, yet the chain of a node's relationships goes through those of others: two that commit at the
   * same time lock each other out now and then, and the driver then waits for a second.
   */
  readonly #commits = new Turns();
  #mark: { file: string; plan: string } = { file: '', plan: '' };

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async ownership(): Promise<Ownership> {
    const [row] = await this.#rows(EXPORT.ownership);
    if (row?.get('used') !== true) return 'empty';
    return row.get('marked') === true ? 'ours' : 'foreign';
  }

  async counts(): Promise<ElementCounts> {
    return this.#reading((transaction) => countsIn(transaction));
  }

  async *elements(): AsyncGenerator<readonly GraphElement[]> {
    const ours = (await this.ownership()) !== 'foreign';
    const session = this.#connection.session('READ');
    try {
      const transaction = await session.beginTransaction();
      const before = await countsIn(transaction);
      let nodes = 0;
      for await (const page of pages(transaction, EXPORT.nodes, (record) => nodeOf(record, ours))) {
        nodes += page.length;
        yield page;
      }
      let relationships = 0;
      for await (const page of pages(transaction, EXPORT.relationships, (record) =>
        relationshipOf(record, ours),
      )) {
        relationships += page.length;
        yield page;
      }
      const after = await countsIn(transaction);
      await transaction.commit();
      requireSame([before, { nodes, relationships }, after]);
    } catch (error) {
      throw storeError(error, this.#connection.target);
    } finally {
      await session.close();
    }
  }

  encode(element: GraphElement): Record<string, unknown> {
    return driverProperties(element.properties);
  }

  async unfinished(): Promise<Unfinished | undefined> {
    return decodeSteps((await this.#rows(STEPS)).map((record) => record.toObject()));
  }

  async begin(file: string, plan: string, { ours, fresh }: Into): Promise<void> {
    this.#mark = { file, plan };
    const { driver, target } = this.#connection;
    if (ours) await setUpSchema(driver, target);
    else if ((await this.ownership()) === 'empty') await this.#rows(UNMARK_SCHEMA);
    for (const text of IMPORT_CONSTRAINTS) await this.#rows(text);
    // What only searching needs is built at once when the nodes are there.
    if (ours && fresh) for (const text of DROP_LATE_INDEXES) await this.#rows(text);
    await this.#rows(AWAIT_INDEXES);
    if ((await this.unfinished()) === undefined) await this.write(BEGIN, []);
  }

  async write(step: string, statements: readonly LoadStatement[]): Promise<void> {
    const { session: open, target } = this.#connection;
    const session = open('WRITE');
    let attempts = 0;
    let committed = () => {};
    try {
      await session.executeWrite(async (transaction) => {
        committed();
        attempts += 1;
        const mark = transaction.run(MARK_STEP, { id: step, ...this.#mark });
        const running = statements.map(({ text, parameters }) => transaction.run(text, parameters));
        await mark;
        for (const [index, { records }] of (await Promise.all(running)).entries()) {
          const expected = statements[index]?.expected;
          if (expected !== undefined && records[0]?.get('count') !== BigInt(expected))
            throw new MissingRowsError();
        }
        committed = await this.#commits.take();
      });
    } catch (error) {
      // The answer to a commit was lost and the step sent again: its mark says that it was done.
      const done = attempts > 1 && error instanceof Neo4jError && error.code === CONSTRAINT_VIOLATED;
      if (!done) throw loadError(error, target);
    } finally {
      committed();
      await session.close();
    }
  }

  async indexNodes(ours: boolean): Promise<void> {
    const { driver, target } = this.#connection;
    if (ours) await setUpSchema(driver, target);
  }

  async finish(ours: boolean, onProgress: (left: number) => void): Promise<void> {
    let left = Number((await this.#rows(COUNT_KEYS))[0]?.get('count'));
    while (left > 0) {
      onProgress(left);
      left -= Number((await this.#rows(FORGET_KEYS))[0]?.get('count'));
    }
    await this.indexNodes(ours);
    await this.#rows(AWAIT_INDEXES);
    while (Number((await this.#rows(FORGET_STEPS))[0]?.get('count')) > 0);
    for (const text of DROP_IMPORT_CONSTRAINTS) await this.#rows(text);
  }

  async #rows(text: string): Promise<DriverRecord[]> {
    const { session: open, target } = this.#connection;
    const session = open('WRITE');
    try {
      return (await session.run(text)).records;
    } catch (error) {
      throw storeError(error, target);
    } finally {
      await session.close();
    }
  }

  async #reading<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { session: open, target } = this.#connection;
    const session = open('READ');
    try {
      const transaction = await session.beginTransaction();
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      throw storeError(error, target);
    } finally {
      await session.close();
    }
  }
}

function loadError(error: unknown, target: Target): unknown {
  if (error instanceof Neo4jError && error.code === CONSTRAINT_VIOLATED) {
    return new GraphFileError(
      `A node stands in the file twice, or is already in the database: ${error.message}`,
      {
        cause: error,
      },
    );
  }
  return storeError(error, target);
}
