/** The whole graph as a download, page by page: nothing of it is held longer than it takes to send. */
import { Zip, ZipDeflate } from 'fflate';
import type { GraphStore } from '../../graph/store.ts';
import { sourceOf } from '../../graph/transfer/export.ts';
import { FORMATS, type Format } from '../../graph/transfer/formats.ts';
import { partPath } from '../../graph/transfer/part-path.ts';
import type { Piece, Source } from '../../graph/transfer/source.ts';
import { EXPORT_FILES } from '../api.ts';
import { RequestError } from './errors.ts';

type FileName = (typeof EXPORT_FILES)[number];

const FILES: Readonly<Record<FileName, { format: Format; mediaType: string }>> = {
  'graph.jsonl': { format: FORMATS.jsonl, mediaType: 'application/x-ndjson' },
  'graph.graphml': { format: FORMATS.graphml, mediaType: 'application/graphml+xml' },
  'graph.csv.zip': { format: FORMATS.csv, mediaType: 'application/zip' },
  'graph.cypher': { format: FORMATS.cypher, mediaType: 'text/plain' },
};

const isFile = (name: string): name is FileName => Object.hasOwn(FILES, name);

/** @throws RequestError no such file; StoreError where the graph cannot be read or the format not hold it */
export async function exportFile(store: GraphStore, name: string): Promise<Response> {
  if (!isFile(name)) {
    throw new RequestError(
      404,
      'no_route',
      `There is no export ${name}.`,
      `There are ${EXPORT_FILES.join(', ')}.`,
    );
  }
  const { format, mediaType } = FILES[name];
  const source = await sourceOf(store);
  const bytes = name.endsWith('.zip') ? zipped(source, format, name) : encoded(source, format);
  // What goes wrong before the first byte is told as an error; later it can only break the download off.
  const first = await bytes.next();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (!first.done) controller.enqueue(first.value);
    },
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

const encoder = new TextEncoder();

async function* encoded(source: Source, { write }: Format): AsyncGenerator<Uint8Array> {
  for await (const { text } of write(source, () => {})) yield encoder.encode(text);
}

/** Tables side by side cannot be zipped as they come: the graph is read once for each of them. */
async function* zipped(source: Source, { write }: Format, name: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const notes: string[] = [];
  const parts = new Set<string>();
  const fileName = (part: string) => partPath(name.replace('.zip', ''), part);
  const each = async function* (wanted: (piece: Piece) => boolean, file: ZipDeflate) {
    for await (const piece of write(source, (note) => notes.push(note))) {
      parts.add(piece.part);
      if (wanted(piece)) file.push(encoder.encode(piece.text));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  };
  const begin = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  };
  yield* each(({ part }) => part === 'nodes', begin(fileName('nodes')));
  for (const part of [...parts].filter((other) => other !== 'nodes')) {
    yield* each((piece) => piece.part === part, begin(fileName(part)));
  }
  const told = begin('README.txt');
  told.push(encoder.encode(`${[...new Set(notes)].join('\n')}\n`), true);
  zip.end();
  yield* ready.splice(0);
}
