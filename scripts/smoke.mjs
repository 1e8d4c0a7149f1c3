#!/usr/bin/env node
/**
 * `npm start` as a newcomer meets it: in a fresh clone, without dependencies, build or data. Waits for the printed
 * address, asks for the page and the API, presses Ctrl-C; then the same on what the first start left behind.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'threadline-smoke-'));
const clone = join(folder, 'clone');
const patience = 10 * 60_000;

function check(condition, message) {
  if (!condition) throw new Error(message);
}

/** Resolves with the address that the server prints last, rejects when it ends before. */
function address(server) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no address within ten minutes')), patience);
    let output = '';
    server.stdout.on('data', (data) => {
      process.stdout.write(data);
      output += data;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it served`)));
  });
}

async function visit(url) {
  const health = await (await fetch(`${url}/api/health`)).json();
  check(health.status === 'ok' && health.documents === 1, `health says ${JSON.stringify(health)}`);
  check(health.entities > 0 && health.relations > 0, 'the bundled document gave no graph');
  const page = await fetch(url);
  check(page.status === 200, `the page answers ${page.status}`);
  const script = /<script[^>]+src="([^"]+)"/.exec(await page.text())?.[1];
  check(script !== undefined, 'the page loads no script');
  check((await fetch(new URL(script, url))).status === 200, `${script} is not served`);
}

let server;

/** Serves, is visited, gets Ctrl-C's signal like a terminal sends it: to the whole process group. */
async function session(command, args, endings) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', THREADLINE_DATA: join(folder, 'data') };
  server = spawn(command, args, { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((resolve) => server.once('close', (code, signal) => resolve(signal ?? code)));
  await visit(await address(server));
  process.kill(-server.pid, 'SIGINT');
  const ending = await ended;
  check(endings.includes(ending), `Ctrl-C ended it with ${ending}`);
}

try {
  const cloned = spawnSync('git', ['clone', '-q', '--no-hardlinks', root, clone], { stdio: 'inherit' });
  check(cloned.status === 0, 'the clone failed');
  // npm's own shell is ended by the signal, whatever the server made of it; the second start has no npm around it.
  await session('npm', ['start'], [0, 130, 'SIGINT']);
  await session(process.execPath, ['scripts/start.mjs'], [0]);
  console.log('ok     npm start in a fresh clone');
} catch (error) {
  console.log(`FAILED npm start in a fresh clone: ${error.message}`);
  process.exitCode = 1;
} finally {
  if (server?.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
