/** Finds the review of a file: the one named, else the one that stands beside it. */
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { SourceError } from '../source-error.ts';
import { type Review, readReview } from './review-file.ts';

/**
 * `speech.pdf` is reviewed in `speech.review.yaml`. Null where nothing is named and nothing stands there.
 * @throws DataFileError, SourceError
 */
export async function reviewBeside(
  named: string | null,
  file: string,
  folder: string,
): Promise<Review | null> {
  if (named === null && file === '-') return null;
  const path = resolve(folder, named ?? `${file.slice(0, file.length - extname(file).length)}.review.yaml`);
  try {
    return readReview(await readFile(path, 'utf8'), basename(path));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (named === null && error.code === 'ENOENT') return null;
    const missing = error.code === 'ENOENT';
    throw new SourceError(
      path,
      missing ? 'missing' : 'unreadable',
      missing ? 'there is no such review.' : error.message,
    );
  }
}
