/** A server of its own that is killed and brought back, and one that takes encrypted connections only. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openNeo4j } from '../../graph/store/neo4j.ts';
import { StoreUnavailableError } from '../../graph/store.ts';
import { describeNeo4j } from './database.ts';
import { startServer } from './server.ts';

describeNeo4j('a server that goes away', () => {
  test('reads and writes fail clearly, and work again when it is back', async () => {
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
});

describeNeo4j('encrypted connections', () => {
  test('a certificate of its own: taken with +ssc, refused with +s and without encryption', async () => {
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
    const open = (scheme: string) =>
      openNeo4j({ ...server, uri: server.uri.replace('bolt:', `${scheme}:`), connectionTimeoutMs: 2000 });
    try {
      for (const scheme of ['bolt+ssc', 'neo4j+ssc']) {
        const store = await open(scheme);
        expect((await store.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
        await store.close();
      }
      await expect(open('bolt+s')).rejects.toThrow(StoreUnavailableError);
      await expect(open('bolt')).rejects.toThrow(StoreUnavailableError);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
});
