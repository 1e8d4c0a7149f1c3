/** Whole files of the JSON Lines format: written with their manifest, checked against it, read line by line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type GraphElement, GraphFileError, naturalKey } from './element.ts';
import {
  elementLine,
  type Head,
  headLine,
  LineError,
  type Manifest,
  manifestIn,
  manifestLine,
  readElement,
  readHead,
} from './jsonl.ts';
import type { Piece, Source } from './source.ts';

export async function* writeJsonl(source: Source): AsyncGenerator<Piece> {
  const hash = createHash('sha256');
  const counts = { nodes: 0, relationships: 0, unkeyed: 0 };
  const piece = (text: string): Piece => {
    hash.update(text);
    return { part: '', text };
  };
  yield piece(headLine(source.ownership));
  for await (const page of source.elements()) {
    for (const element of page) {
      if (element.kind === 'relationship') counts.relationships += 1;
      else counts.nodes += 1;
      if (element.kind === 'node' && naturalKey(element.key) === undefined) counts.unkeyed += 1;
    }
    yield piece(page.map(elementLine).join(''));
  }
  yield { part: '', text: manifestLine(counts, hash.digest('hex')) };
}

/** Bytes at the end of a file in which its manifest stands. */
const TAIL = 4096;
const NEWLINE = 0x0a;

/** A file that was found to be whole and unaltered. */
export interface CheckedFile {
  readonly path: string;
  readonly head: Head;
  readonly manifest: Manifest;
}

/**
 * Reads a file to its end without keeping it, and compares it with its manifest.
 * @throws GraphFileError cut short, altered, or not of the format; a line at fault is named with its number
 */
export async function checkFile(
  path: string,
  onProgress: (share: number) => void = () => {},
): Promise<CheckedFile> {
  const { size, lastLine } = await tailOf(path);
  const manifest = manifestIn(lastLine);
  if (manifest === undefined) throw await cutShort(path);
  const end = size - Buffer.byteLength(lastLine) - 1;
  const hash = createHash('sha256');
  let lines = 0;
  let read = 0;
  const bytes = end > 0 ? createReadStream(path, { end: end - 1, highWaterMark: 1 << 20 }) : [];
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
    read += chunk.length;
    onProgress(read / size);
  }
  if (hash.digest('hex') !== manifest.sha256) throw await altered(path);
  if (lines !== manifest.nodes + manifest.relationships + 1) {
    throw new GraphFileError(
      `${path} has ${lines - 1} elements, and its manifest counts ${manifest.nodes + manifest.relationships}.`,
    );
  }
  return { path, head: await headOf(path), manifest };
}

async function tailOf(path: string): Promise<{ size: number; lastLine: string }> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new GraphFileError(`${path} cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  try {
    const { size } = await file.stat();
    const length = Math.min(TAIL, size);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString('utf8');
    if (!text.endsWith('\n')) return { size, lastLine: '' };
    return { size, lastLine: text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1) };
  } finally {
    await file.close();
  }
}

const AGAIN = { hint: 'Export it again, or copy it again from where it is whole.' };

/** The first line that is at fault by itself, if any, with its number. */
async function faultIn(path: string): Promise<{ lines: number; fault: GraphFileError | undefined }> {
  let number = 0;
  try {
    for await (const line of linesOf(path)) {
      number += 1;
      if (number === 1) readHead(line);
      else if (manifestIn(line) === undefined) readElement(line);
    }
  } catch (error) {
    if (error instanceof LineError) return { lines: number, fault: lineFault(path, number, error) };
    throw error;
  }
  return { lines: number, fault: undefined };
}

const lineFault = (path: string, number: number, error: LineError): GraphFileError =>
  new GraphFileError(`${path}, line ${number}: ${error.message}.`, { cause: error });

async function cutShort(path: string): Promise<GraphFileError> {
  const { lines, fault } = await faultIn(path);
  if (lines <= 1 && fault) {
    return new GraphFileError(`${path} is no graph of Threadline's in JSON Lines. ${fault.message}`, {
      cause: fault,
    });
  }
  const where = fault ? `within line ${lines}` : `after line ${lines}`;
  return new GraphFileError(
    `${path} is cut short: it ends ${where}, without its manifest. Nothing was imported.`,
    {
      ...AGAIN,
      ...(fault ? { cause: fault } : {}),
    },
  );
}

async function altered(path: string): Promise<GraphFileError> {
  const { fault } = await faultIn(path);
  const reason = fault ? ` ${fault.message}` : '';
  return new GraphFileError(
    `${path} was altered: its hash is not the one in its manifest.${reason} Nothing was imported.`,
    {
      ...AGAIN,
      ...(fault ? { cause: fault } : {}),
    },
  );
}

async function headOf(path: string): Promise<Head> {
  for await (const line of linesOf(path)) {
    try {
      return readHead(line);
    } catch (error) {
      if (error instanceof LineError) throw lineFault(path, 1, error);
      throw error;
    }
  }
  throw new GraphFileError(`${path} is empty.`);
}

/** The lines of a file, split at line feeds only: other separators stand within text. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  const chunks: AsyncIterable<string> = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** The elements of a checked file, in order. @throws GraphFileError naming the line */
export async function* elementsOf(path: string): AsyncGenerator<GraphElement> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (number === 1 || manifestIn(line) !== undefined) continue;
    try {
      yield readElement(line);
    } catch (error) {
      if (error instanceof LineError) throw lineFault(path, number, error);
      throw error;
    }
  }
}
