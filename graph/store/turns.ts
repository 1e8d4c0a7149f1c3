/** Lets one after the other do what cannot be done side by side. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn; what it gives ends the turn, and does nothing when called again. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let end = () => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
