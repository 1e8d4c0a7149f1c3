/** The indexes that a search can ask, as the database has them. */
import type { Row, Value } from '../store.ts';
import type { TextIndex } from '../text-index.ts';

/** How long the list is taken to be as it was: indexes come and go, and one that was just made cannot be asked yet. */
const KEPT_MS = 30_000;

const names = (value: Value | undefined) => (Array.isArray(value) ? value.map(String) : []);

/** The rows of the adapter's question as indexes. */
export const indexesOf = (rows: readonly Row[]): TextIndex[] =>
  rows.map((row) => ({
    kind: row.kind === 'fulltext' ? 'fulltext' : 'property',
    name: String(row.name),
    labels: names(row.labels),
    properties: names(row.properties),
  }));

/** Reads the list now and then; several who ask at once wait for the same reading. */
export class KnownIndexes {
  readonly #read: () => Promise<readonly TextIndex[]>;
  #answer: Promise<readonly TextIndex[]> | undefined;
  #until = 0;

  constructor(read: () => Promise<readonly TextIndex[]>) {
    this.#read = read;
  }

  now(): Promise<readonly TextIndex[]> {
    const known = performance.now() < this.#until ? this.#answer : undefined;
    if (known !== undefined) return known;
    const answer = this.#read();
    this.#answer = answer;
    this.#until = performance.now() + KEPT_MS;
    // Told to whoever waits for it; the next one tries again.
    answer.catch(() => this.forget());
    return answer;
  }

  forget(): void {
    this.#answer = undefined;
  }
}
