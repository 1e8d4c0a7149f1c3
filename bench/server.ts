/** Starts and stops a real server process for a measurement, and waits for the line with its address. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('..', import.meta.url));

export interface Running {
  readonly address: string;
  /** Milliseconds from spawning to the line with the address. */
  readonly milliseconds: number;
  stop(): Promise<void>;
}

/** Runs `node` with the arguments until a line with an http address is printed. Rejects when it exits before. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: home,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await firstAddress(child);
  return { address, milliseconds: performance.now() - started, stop: () => stop(child) };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new TypeError('the child has no output to read');
    child.once('exit', (code) => reject(new Error(`exited with ${code} before it served`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /https?:\/\/\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
