/** The thread behind `background.ts`: one request at a time, answered by number. */
import { parentPort } from 'node:worker_threads';
import type { Extraction } from '../graph/model.ts';
import { type Converted, convert } from './formats/convert.ts';
import type { Format } from './formats/detect.ts';
import type { ModelConfig } from './model/config.ts';
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
  | { readonly kind: 'extract'; readonly source: SourceDocument; readonly model: ModelConfig | null };
/** An extraction, and lines for the person at the terminal about how it came to be. */
export type Extracted = { readonly extraction: Extraction; readonly notes: readonly string[] };
export type Reply =
  | { readonly ok: true; readonly answer: Converted | Extracted }
  | { readonly ok: false; readonly refused: { file: string; fault: SourceFault; reason: string } }
  | { readonly ok: false; readonly refused: null; readonly error: unknown };

let extractor: Promise<Extractor> | undefined;

async function answer(work: Work): Promise<Converted | Extracted> {
  if (work.kind === 'convert') return convert(work.file, work.format, work.bytes);
  extractor ??= import('./pipeline.ts').then(({ createExtractor }) => createExtractor());
  const { readWithModel } = await import('./read-with-model.ts');
  const { traced, notes } = await readWithModel(await extractor, work.source, work.model);
  return { extraction: traced.extraction, notes };
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
