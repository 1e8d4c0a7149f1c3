/** A server of its own that is killed and brought back, and one that takes encrypted connections only. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from 'vitest';
import { openNeo4j } from '../../graph/store/neo4j.ts';
import type { Neo4jOptions } from '../../graph/store/neo4j-server.ts';
import { StoreUnavailableError } from '../../graph/store.ts';
import { describeNeo4j } from './database.ts';
import { startServer } from './server.ts';

/** Two servers start here, one of them twice; on a busy machine each takes its time. */
const SLOW = 300_000;

describeNeo4j('a server of its own', () => {
  test.concurrent('that goes away: reads and writes fail clearly, and work again when it is back', {
    timeout: SLOW,
  }, async ({ expect }) => {
    const server = await startServer();
    const store = await openNeo4j({ ...server, retryMs: 500 });
    try {
      const count = async () => (await store.read('MATCH (n:Entity) RETURN count(n) AS n')).rows[0]?.n;
      await store.write([{ text: "CREATE (:Entity {id: 'kept'})", parameters: {} }]);
      await server.kill();
      await expect(count()).rejects.toThrow(StoreUnavailableError);
      await expect(count()).rejects.toMatchObject({
        code: 'unavailable',
        hint: expect.stringContaining('NEO4J_URI'),
      });
      const write = store.write([{ text: "CREATE (:Entity {id: 'lost'})", parameters: {} }]);
      await expect(write).rejects.toThrow(StoreUnavailableError);
      // One that starts while the server is still away waits for it.
      const notices: string[] = [];
      const options = { ...server, waitMs: 60_000, onNotice: (message: string) => notices.push(message) };
      const [late] = await Promise.all([openNeo4j(options), server.restart()]);
      await late.close();
      expect(notices[0]).toMatch(/does not answer yet/);
      expect(await count()).toBe(1);
      await store.write([{ text: "CREATE (:Entity {id: 'second'})", parameters: {} }]);
      expect(await count()).toBe(2);
    } finally {
      await store.close();
      await server.stop();
    }
  });

  test.concurrent('encrypted with a certificate of its own: taken with +ssc, refused with +s and without encryption', {
    timeout: SLOW,
  }, async ({ expect }) => {
    const folder = await mkdtemp(join(tmpdir(), 'threadline-certificate-'));
    const [certificate, key] = [join(folder, 'public.crt'), join(folder, 'private.key')];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
    const files = ['-keyout', key, '-out', certificate];
    await promisify(execFile)('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      ...subject,
      ...files,
    ]);
    const server = await startServer({ certificate: { certificate, key } });
    const open = (scheme: string, options: Partial<Neo4jOptions> = {}) =>
      openNeo4j({ ...server, ...options, uri: server.uri.replace('bolt:', `${scheme}:`) });
    const impatient = { connectionTimeoutMs: 1000, retryMs: 500 };
    try {
      for (const scheme of ['bolt+ssc', 'neo4j+ssc']) {
        const store = await open(scheme);
        expect((await store.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
        await store.close();
      }
      await expect(open('bolt+s', impatient)).rejects.toThrow(StoreUnavailableError);
      await expect(open('bolt', impatient)).rejects.toThrow(StoreUnavailableError);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
});
