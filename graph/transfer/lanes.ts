/** Work that runs side by side as long as no two pieces touch the same part; what is next is made ready meanwhile. */

export interface Piece {
  /** Parts that no other piece may touch while this one runs; none where it gets in nobody's way. */
  readonly parts: readonly number[];
  /** Does what can be done beforehand, and gives what is to be run. */
  prepare(): () => Promise<void>;
}

interface Waiting {
  readonly parts: readonly number[];
  readonly run: () => Promise<void>;
}

/** Pieces that wait, made ready, at most: among them one that touches nothing busy is nearly always found. */
const READY = 4;

export class Lanes {
  readonly #lanes: number;
  readonly #waiting: Waiting[] = [];
  readonly #busy = new Set<number>();
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(lanes: number) {
    this.#lanes = lanes;
  }

  /** Takes a piece in; waits while enough are ready. @throws what a piece before it threw */
  async add({ parts, prepare }: Piece): Promise<void> {
    while (this.#waiting.length >= READY && this.#failure === undefined) await Promise.race(this.#running);
    if (this.#failure !== undefined) return this.drained();
    this.#waiting.push({ parts, run: prepare() });
    this.#start();
  }

  /** Waits until nothing is left. @throws what a piece threw, when all others that ran have ended */
  async drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #start(): void {
    while (this.#running.size < this.#lanes && this.#failure === undefined) {
      const next = this.#waiting.findIndex(({ parts }) => parts.every((part) => !this.#busy.has(part)));
      const [piece] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (piece === undefined) return;
      for (const part of piece.parts) this.#busy.add(part);
      const running: Promise<void> = this.#run(piece).finally(() => {
        this.#running.delete(running);
        this.#start();
      });
      this.#running.add(running);
    }
  }

  async #run({ parts, run }: Waiting): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#failure ??= { error };
    } finally {
      for (const part of parts) this.#busy.delete(part);
    }
  }
}
