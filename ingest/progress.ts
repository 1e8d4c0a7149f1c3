/** Progress of long work: a bar on a terminal, plain lines elsewhere. */

/** What progress is written to: a terminal's stream, or anything else that takes text. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** The next file is being read. */
  start(name: string): void;
  /** It is in the store. */
  done(line: string): void;
  /** It could not be stored; the line names it and says why. */
  failed(line: string): void;
  /** Everything is over: says how many went in. */
  end(): void;
}

const width = 24;

function bar(finished: number, total: number, name: string, columns: number): string {
  const filled = Math.round((finished / total) * width);
  const text = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${finished}/${total} ${name}`;
  return text.slice(0, columns - 1);
}

/** Reports on `total` files. A terminal's last line is the bar; finished files stand above it. */
export function createProgress(total: number, output: Output): Progress {
  const terminal = output.isTTY === true;
  let stored = 0;
  let refused = 0;
  const clear = () => {
    if (terminal) output.write('\r\u001b[K');
  };
  const line = (text: string) => {
    clear();
    output.write(`${text}\n`);
  };
  return {
    start(name) {
      clear();
      if (terminal) output.write(bar(stored + refused, total, name, output.columns ?? 80));
    },
    done(text) {
      stored += 1;
      line(text);
    },
    failed(text) {
      refused += 1;
      line(text);
    },
    end() {
      const notRead = total - stored - refused;
      line(
        [
          `${stored} of ${total} ${total === 1 ? 'file' : 'files'} read into the graph`,
          ...(refused > 0 ? [`${refused} refused`] : []),
          ...(notRead > 0 ? [`${notRead} not read: stopped`] : []),
        ].join(', '),
      );
    },
  };
}

export interface Counter {
  /** `done` of `total` pieces of a piece of work. */
  at(what: string, done: number, total: number): void;
  /** Clears the bar, and says how it ended. */
  end(line: string): void;
}

/** Milliseconds between two drawings of the bar. */
const REDRAW_MS = 100;
/** Lines that a piece of work gives where there is no terminal. */
const STEPS = 10;

/** Counts up to a total: a bar on a terminal, a line for every tenth elsewhere. */
export function createCounter(output: Output): Counter {
  const terminal = output.isTTY === true;
  let drawn = 0;
  let told = '';
  return {
    at(what, done, total) {
      const share = Math.floor((STEPS * done) / Math.max(total, 1));
      if (terminal && (Date.now() - drawn >= REDRAW_MS || done === total)) {
        drawn = Date.now();
        output.write(`\r\u001b[K${bar(done, Math.max(total, 1), what, output.columns ?? 80)}`);
      }
      if (terminal || share === 0 || told === `${what} ${share}`) return;
      told = `${what} ${share}`;
      output.write(`${what}: ${done} of ${total}\n`);
    },
    end(line) {
      output.write(`${terminal ? '\r\u001b[K' : ''}${line}\n`);
    },
  };
}
