/** Answers kept by the hash of what was asked: the same text costs once. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface AnswerCache {
  get(body: object): Promise<string | null>;
  /** @throws the file system's error */
  put(body: object, content: string): Promise<void>;
}

export function createCache(folder: string, baseUrl: string): AnswerCache {
  const fileOf = (body: object) => {
    const hash = createHash('sha256').update(baseUrl).update('\0').update(JSON.stringify(body)).digest('hex');
    return join(folder, `${hash}.txt`);
  };
  return {
    async get(body) {
      return readFile(fileOf(body), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    async put(body, content) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(body);
      // Whole or not at all, also when two processes write.
      const half = `${file}.${process.pid}`;
      await writeFile(half, content);
      await rename(half, file);
    },
  };
}
