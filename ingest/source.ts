/** Files → source documents: the ingest's I/O edge. Files are judged by their content, not their name. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Background } from './background.ts';
import { checkSize, detect, maxFileBytes } from './formats/detect.ts';
import { FrontMatterError, type Metadata, readFrontMatter } from './front-matter.ts';
import type { SourceDocument } from './source-document.ts';
import { SourceError } from './source-error.ts';

/** Takes the text out of what is not plain text; asked for only then. */
export type Convert = Background['convert'];

async function checkFile(file: string): Promise<void> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new SourceError(file, 'not_a_file', 'is a folder; name the files in it.');
    if (!found.isFile()) throw new SourceError(file, 'not_a_file', 'is not a regular file.');
    if (found.size > maxFileBytes) throw tooLarge(file, found.size);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function tooLarge(file: string, size: number): SourceError {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const most = 'the most that is read is 5 MB of text or HTML, 20 MB of PDF or DOCX.';
  return new SourceError(file, 'too_large', `is ${megabytes} MB; ${most}`);
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

/** Text of a file's bytes; a byte order mark is dropped, nothing else is changed. @throws SourceError */
function decode(file: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
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
 * A document from a file's bytes: UTF-8 text, Markdown, HTML, PDF or DOCX. `file` names it in messages. What
 * `metadata` says wins over what the file says of itself; front matter is read in Markdown only and is not part of
 * the text.
 * @throws SourceError
 */
export async function sourceOf(
  file: string,
  bytes: Uint8Array,
  metadata: Metadata,
  convert: Convert,
): Promise<SourceDocument> {
  const format = detect(file, bytes);
  checkSize(file, format, bytes.length);
  const name = basename(file);
  if (format !== 'text') {
    const converted = await convert(file, format, bytes);
    return { text: converted.text, name, ...converted.metadata, ...metadata };
  }
  const text = decode(file, bytes);
  if (!/^\.(md|markdown)$/i.test(extname(file))) return { text, name, ...metadata };
  const read = withFrontMatter(file, text);
  if (read.text.trim() === '') throw new SourceError(file, 'empty', 'holds nothing but its front matter.');
  return { text: read.text, name, ...read.metadata, ...metadata };
}

/** Reads one file. @throws SourceError */
export async function readSource(
  file: string,
  metadata: Metadata,
  convert: Convert,
): Promise<SourceDocument> {
  await checkFile(file);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  return sourceOf(file, bytes, metadata, convert);
}

/** Reads what comes in through a stream, under the same limits. @throws SourceError */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  metadata: Metadata,
  convert: Convert,
): Promise<SourceDocument> {
  const name = 'standard input';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxFileBytes) throw tooLarge(name, size);
    parts.push(part);
  }
  return sourceOf(name, Buffer.concat(parts), metadata, convert);
}
