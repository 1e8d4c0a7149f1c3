/** Files → source documents: the ingest's I/O edge. Files are judged by their content, not their name. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { FrontMatterError, type Metadata, readFrontMatter } from './front-matter.ts';
import type { SourceDocument } from './source-document.ts';

/** Largest file read, in bytes. */
export const maxFileBytes = 5 * 1024 * 1024;

export type SourceFault =
  | 'missing'
  | 'unreadable'
  | 'not_a_file'
  | 'too_large'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'format'
  | 'front_matter';

/** A file that cannot be read as a document. The message names the file and the reason in one line. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: SourceFault;
  readonly file: string;
  constructor(file: string, fault: SourceFault, reason: string, cause?: unknown) {
    super(`${file}: ${reason}`, cause === undefined ? {} : { cause });
    this.fault = fault;
    this.file = file;
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new SourceError(file, 'not_a_file', 'is a folder; name the files in it.');
    if (!found.isFile()) throw new SourceError(file, 'not_a_file', 'is not a regular file.');
    return found.size;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): unknown {
  if (error instanceof SourceError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new SourceError(file, 'missing', 'there is no such file.', error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new SourceError(file, 'unreadable', 'this account may not read it.', error);
  }
  return new SourceError(file, 'unreadable', `cannot be read: ${error.message}`, error);
}

function startsWith(bytes: Uint8Array, ...prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/**
 * Text of a file's bytes; a byte order mark is dropped, nothing else is changed.
 * @throws SourceError
 */
export function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new SourceError(file, 'empty', 'is empty.');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new SourceError(
      file,
      'format',
      'is a PDF; only text and Markdown are read so far. Save it as text.',
    );
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new SourceError(file, 'encoding', 'is UTF-16; save it as UTF-8.');
  }
  if (bytes.includes(0)) throw new SourceError(file, 'binary', 'is a binary file, not text.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') throw new SourceError(file, 'empty', 'holds nothing but white space.');
    return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SourceError(file, 'encoding', 'is not UTF-8; save it as UTF-8.', error);
  }
}

function withFrontMatter(file: string, text: string): { metadata: Metadata; text: string } {
  try {
    return readFrontMatter(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    throw new SourceError(file, 'front_matter', error.message, error);
  }
}

/**
 * Reads one UTF-8 text or Markdown file. What `metadata` says wins over a Markdown file's front matter, which is
 * not part of the document's text.
 * @throws SourceError
 */
export async function readSource(file: string, metadata: Metadata = {}): Promise<SourceDocument> {
  const size = await sizeOf(file);
  if (size > maxFileBytes) {
    const megabytes = (size / 1024 / 1024).toFixed(1);
    throw new SourceError(file, 'too_large', `is ${megabytes} MB; the most that is read is 5 MB.`);
  }
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const text = decode(file, bytes);
  const name = basename(file);
  if (!/^\.(md|markdown)$/i.test(extname(file))) return { text, name, ...metadata };
  const read = withFrontMatter(file, text);
  if (read.text.trim() === '') throw new SourceError(file, 'empty', 'holds nothing but its front matter.');
  return { text: read.text, name, ...read.metadata, ...metadata };
}
