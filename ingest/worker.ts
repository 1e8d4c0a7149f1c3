/** The thread behind `background.ts`: one request at a time, answered by number. */
import { parentPort } from 'node:worker_threads';
import type { Extraction } from '../graph/model.ts';
import { type Converted, convert } from './formats/convert.ts';
import type { Format } from './formats/detect.ts';
import type { Extractor } from './pipeline.ts';
import type { SourceDocument } from './source-document.ts';
import { SourceError, type SourceFault } from './source-error.ts';

export type Work =
  | {
      readonly kind: 'convert';
      readonly file: string;
      readonly format: Exclude<Format, 'text'>;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'extract'; readonly source: SourceDocument };
export type Result = { readonly convert: Converted; readonly extract: Extraction };
export type Reply =
  | { readonly ok: true; readonly answer: Converted | Extraction }
  | { readonly ok: false; readonly refused: { file: string; fault: SourceFault; reason: string } }
  | { readonly ok: false; readonly refused: null; readonly error: unknown };

let extractor: Promise<Extractor> | undefined;

async function answer(work: Work): Promise<Converted | Extraction> {
  if (work.kind === 'convert') return convert(work.file, work.format, work.bytes);
  extractor ??= import('./pipeline.ts').then(({ createExtractor }) => createExtractor());
  return (await extractor).extract(work.source);
}

parentPort?.on('message', (work: Work) => {
  answer(work).then(
    (done) => parentPort?.postMessage({ ok: true, answer: done } satisfies Reply),
    (error: unknown) => {
      const refused =
        error instanceof SourceError ? { file: error.file, fault: error.fault, reason: error.reason } : null;
      parentPort?.postMessage(
        (refused ? { ok: false, refused } : { ok: false, refused: null, error }) satisfies Reply,
      );
    },
  );
});
