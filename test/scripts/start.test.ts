/** `npm start` as a process: what it says, what it refuses, how it ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Health } from '../../web/api.ts';
import { type Finished, finish, type Running, start } from './processes.ts';

const script = 'scripts/start.mjs';
let folder: string;
const running: Running[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-start-'));
});
afterEach(async () => {
  for (const { child, finished } of running.splice(0)) {
    child.kill('SIGKILL');
    await finished;
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function serve(data: string, ...args: string[]) {
  const server = start([script, '--port', '0', '--data', join(folder, data), ...args]);
  running.push(server);
  const [address] = await server.sees(/http:\/\/\S+(?=\n)/);
  return { ...server, address };
}

/** One clear line on standard error, and exit code 1. */
function expectRefusal({ code, stderr }: Finished, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

describe('npm start', { timeout: 120_000 }, () => {
  it('reads the bundled document into an empty store, and only then; prints the address last', async () => {
    const first = await serve('main');
    const health = Health.response.parse(await (await fetch(`${first.address}/api/health`)).json());
    expect(health.documents).toBe(1);
    expect(health.relations).toBeGreaterThan(0);
    first.child.kill('SIGINT');
    const { code, stdout, stderr } = await first.finished;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/bundled document/);
    expect(stdout.trimEnd().split('\n').at(-1)).toContain(first.address);

    const second = await serve('main');
    expect(Health.response.parse(await (await fetch(`${second.address}/api/health`)).json())).toEqual(health);
    second.child.kill('SIGTERM');
    const again = await second.finished;
    expect(again.code).toBe(0);
    expect(again.stdout).not.toMatch(/bundled document/);
  });
  it('with a token, prints the link that signs in, and the token nowhere', async () => {
    const token = 'a-secret-that-only-the-test-knows-of';
    const env = { THREADLINE_TOKEN: token };
    const server = start([script, '--port', '0', '--host', '0.0.0.0', '--data', join(folder, 'main')], env);
    running.push(server);
    const [, address = '', path = ''] = await server.sees(/is at (http:\/\/127\.0\.0\.1:\d+)(\/launch\S+)\n/);
    expect((await fetch(address)).status).toBe(401);
    const signedIn = await fetch(address + path, { redirect: 'manual' });
    const [cookie = ''] = signedIn.headers.get('set-cookie')?.split(';') ?? [];
    expect((await fetch(`${address}/api/health`, { headers: { cookie } })).status).toBe(200);
    server.child.kill('SIGTERM');
    const { stdout, stderr } = await server.finished;
    expect(stdout + stderr).not.toContain(token);
  });
  it('serves the app under its own policy', async () => {
    const { address } = await serve('main');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await page.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });
  it('ends with a statement still running', async () => {
    const { address, child, finished } = await serve('main');
    const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n';
    const answer = fetch(`${address}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const lost = expect(answer).rejects.toThrow();
    await fetch(`${address}/api/health`);
    child.kill('SIGINT');
    expect((await finished).code).toBe(0);
    await lost;
  });
});

describe('npm start refuses', { timeout: 120_000 }, () => {
  it('a second process on the same data', async () => {
    await serve('held');
    const second = await finish([script, '--port', '0', '--data', join(folder, 'held')]);
    expectRefusal(second, /another process/i);
  });
  it('a folder that cannot be written', async () => {
    await writeFile(join(folder, 'leaf'), '');
    for (const inside of ['leaf', 'leaf/data']) {
      const refused = await finish([script, '--port', '0', '--data', join(folder, inside)]);
      expectRefusal(refused, /cannot be written \(a file stands in its place\)/);
    }
  });
  it.runIf(process.platform === 'linux')('a folder under one where none can be made', async () => {
    expectRefusal(await finish([script, '--port', '0', '--data', '/proc/none/data']), /cannot be written/);
  });
  it('nonsense', async () => {
    expectRefusal(await finish([script], { PORT: 'many' }), /'many'/);
    expectRefusal(await finish([script, '--host', '0.0.0.0']), /loopback/);
    expectRefusal(await finish([script, '--colour']), /--colour/);
  });

  describe('a port', () => {
    let holder: Server;
    beforeAll(async () => {
      holder = createServer();
      await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => new Promise((resolve) => holder.close(resolve)));
    it('that is taken', async () => {
      const { port } = holder.address() as AddressInfo;
      const refused = await finish([script, '--data', join(folder, 'other')], { PORT: String(port) });
      expectRefusal(refused, new RegExp(`Port ${port} .* already in use`));
    });
  });
});
