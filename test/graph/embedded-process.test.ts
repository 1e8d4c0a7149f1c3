/** What concerns the embedded store's process and files: locks, folders, and ends that nobody planned. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentDetail, documents } from '../../graph/queries/document.ts';
import { health } from '../../graph/queries/overview.ts';
import { openStore } from '../../graph/store/open.ts';
import {
  type GraphStore,
  QueryStoppedError,
  QueryTimeoutError,
  StoreLockedError,
  StoreUnavailableError,
} from '../../graph/store.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ministerial, ontology } from './fixtures.ts';
import { numberedDocument } from './numbered.ts';
import { graphHash } from './whole-graph.ts';

const SLOW = 120_000;
const RUNAWAY =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a < 0 RETURN count(*) AS c';
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const PROGRAM = fileURLToPath(new URL('./load-many.ts', import.meta.url));

describe('embedded store, process and files', () => {
  let dataDir: string;
  const opened: GraphStore[] = [];
  const open = async (folder = dataDir) => {
    const store = await openStore({ dataDir: folder });
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'threadline-process-'));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await rm(dataDir, { recursive: true, force: true });
  }, SLOW);

  it(
    'keeps what was written when closed and opened again',
    async () => {
      const first = await open();
      await loadExtraction(first, ministerial, ontology);
      const hash = await graphHash(first);
      await first.close();
      expect(await graphHash(await open())).toBe(hash);
    },
    SLOW,
  );

  it(
    'refuses a folder that another process has open, and leaves that one alone',
    async () => {
      const first = await open();
      await expect(open()).rejects.toBeInstanceOf(StoreLockedError);
      expect((await first.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
    },
    SLOW,
  );

  it(
    'says when the folder is none or its data are not ours',
    async () => {
      const file = join(dataDir, 'file');
      await writeFile(file, 'not a folder');
      await expect(open(file)).rejects.toBeInstanceOf(StoreUnavailableError);
      await writeFile(join(dataDir, 'graph.grafeo'), 'not a graph'.repeat(1000));
      await expect(open()).rejects.toBeInstanceOf(StoreUnavailableError);
    },
    SLOW,
  );

  it(
    'answers after it was closed with an error',
    async () => {
      const store = await open();
      await store.close();
      await expect(store.read('RETURN 1')).rejects.toBeInstanceOf(StoreUnavailableError);
    },
    SLOW,
  );

  it(
    'finishes a write before it ends the process to stop a statement',
    async () => {
      const store = await open();
      const runaway = store.read(RUNAWAY, {}, { timeoutMs: 200 });
      const load = loadExtraction(store, ministerial, ontology);
      await expect(runaway).rejects.toBeInstanceOf(QueryTimeoutError);
      await load;
      expect(await health(store)).toMatchObject({ documents: 1, entities: 79 });
    },
    SLOW,
  );

  it(
    'stops several statements at once and goes on',
    async () => {
      const store = await open();
      const controller = new AbortController();
      const many = Array.from({ length: 4 }, () => store.read(RUNAWAY, {}, { signal: controller.signal }));
      setTimeout(() => controller.abort(), 100);
      for (const outcome of await Promise.allSettled(many)) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(QueryStoppedError) });
      }
      expect((await store.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
    },
    SLOW,
  );

  /** Loads documents in a process of its own and kills it after a while; gives the numbers it had acknowledged. */
  const loadAndKill = (milliseconds: number) =>
    new Promise<number[]>((resolve) => {
      const child = spawn(process.execPath, ['--import', LOADER, PROGRAM, dataDir, '40'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (data) => {
        if (output === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
        output += String(data);
      });
      child.on('exit', () =>
        resolve(
          output
            .split('\n')
            .filter((line) => line !== '')
            .map(Number),
        ),
      );
    });

  it(
    'survives being killed while it loads: acknowledged documents are whole, others absent or whole',
    async () => {
      const sizes = { sentences: ministerial.sentences.length, claims: ministerial.claims.length };
      for (const milliseconds of [0, 60, 150]) {
        const acknowledged = await loadAndKill(milliseconds);
        const store = await open();
        const stored = (await documents(store)).documents;
        const titles = new Set(stored.map(({ title }) => title));
        for (const number of acknowledged) expect(titles).toContain(`Copy ${number}`);
        for (const summary of stored) {
          expect(summary).toMatchObject(sizes);
          const detail = await documentDetail(store, summary.id);
          expect(detail.mentions).toHaveLength(ministerial.mentions.length);
        }
        await store.close();
      }
      const store = await open();
      const count = (await documents(store)).documents.length;
      for (let number = 0; number < count; number += 1) {
        await loadExtraction(store, numberedDocument(number), ontology);
      }
      const survived = await graphHash(store);
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
      const fresh = await open();
      for (let number = 0; number < count; number += 1) {
        await loadExtraction(fresh, numberedDocument(number), ontology);
      }
      expect(await graphHash(fresh)).toBe(survived);
    },
    SLOW,
  );
});
