/** Our programs as processes of their own, with their output and exit code. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves with the first match in standard output; rejects when the process ends without one. */
  sees(pattern: RegExp): Promise<RegExpExecArray>;
}

/**
 * Variables that would change what a program does, emptied: so neither the shell's nor those of a `.env` count. A test
 * sets what it means to test.
 */
const emptied = Object.fromEntries(
  ['PORT', 'HOST', 'THREADLINE_DATA', 'THREADLINE_HOSTS', 'THREADLINE_TOKEN', 'NEO4J_URI'].map((name) => [
    name,
    '',
  ]),
);

/** Starts `node ARGUMENTS…` in the project's folder; `input` comes in through standard input. */
export function start(
  args: readonly string[],
  env: Record<string, string> = {},
  input?: string | Uint8Array,
): Running {
  const { npm_lifecycle_event: _script, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, ...emptied, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const sees = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(stdout);
        if (found) resolve(found);
      };
      look();
      child.stdout.on('data', look);
      void finished.then(() => reject(new Error(`ended without ${pattern}:\n${stdout}${stderr}`)));
    });
  return { child, finished, sees };
}

/** Runs a program to its end. */
export function finish(
  args: readonly string[],
  env: Record<string, string> = {},
  input?: string | Uint8Array,
): Promise<Finished> {
  return start(args, env, input).finished;
}
