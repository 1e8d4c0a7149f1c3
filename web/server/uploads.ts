/** Documents brought and taken out through the page: the same reading, limits and loading as `npm run ingest`. */
import type { z } from 'zod';
import { documentId } from '../../graph/id.ts';
import type { DocumentId, Extraction } from '../../graph/model.ts';
import type { Ontology } from '../../graph/ontology.ts';
import { documents } from '../../graph/queries/document.ts';
import type { GraphStore } from '../../graph/store.ts';
import { createBackground, defaultLimits, type Limits } from '../../ingest/background.ts';
import { loadExtraction, removeDocument } from '../../ingest/load.ts';
import type { ModelConfig } from '../../ingest/model/config.ts';
import { reviewerOf } from '../../ingest/review/kept.ts';
import { sourceOf } from '../../ingest/source.ts';
import { SourceError } from '../../ingest/source-error.ts';
import type { AddDocument, UploadStage, Uploads } from '../api.ts';
import { RequestError } from './errors.ts';

export type Upload = z.output<(typeof AddDocument)['body']>;
export type Added = z.input<(typeof AddDocument)['response']>;

export interface Intake {
  /** Reads a file and stores it, after those that came before. @throws RequestError */
  add(upload: Upload): Promise<Added>;
  /** @throws NotFoundError, RequestError */
  remove(id: DocumentId): Promise<void>;
  uploads(): z.input<(typeof Uploads)['response']>['uploads'];
  /** Ends the reading thread; files that wait are refused. */
  close(): Promise<void>;
}

/** Files that may wait at a time; each is held in memory. */
const MOST_WAITING = 20;

interface Options {
  readonly model?: ModelConfig | null;
  readonly limits?: Limits;
  /** Told what the language model cost and what was turned down. */
  readonly note?: (line: string) => void;
}

/** The reading thread starts with the first file. */
export function createIntake(
  store: GraphStore,
  ontology: Ontology,
  { model = null, limits = defaultLimits, note = console.log }: Options = {},
): Intake {
  const background = createBackground(limits);
  const waiting = new Map<symbol, { key: string; name: string; stage: UploadStage }>();
  let turn: Promise<unknown> = Promise.resolve();

  const read = async (
    name: string,
    { content }: Upload,
    tell: (stage: UploadStage) => void,
  ): Promise<Added> => {
    tell('reading');
    const source = await sourceOf(name, Buffer.from(content, 'base64'), {}, background.convert);
    const id = documentId(source.text);
    const before = (await documents(store)).documents.find((document) => document.id === id);
    // Reading it anew would undo what a person decided.
    if (before && (await reviewerOf(store, id)) !== null) return { document: before, known: true };
    tell('extracting');
    const { extraction, notes } = await background.extract(source, model);
    for (const line of notes) note(`${name}: ${line}`);
    tell('storing');
    await loadExtraction(store, extraction, ontology);
    return { document: summaryOf(extraction), known: before !== undefined };
  };
  const checkWritable = () => {
    if (store.readOnlyReason !== undefined) throw new RequestError(403, 'read_only', store.readOnlyReason);
  };

  return {
    async add(upload) {
      checkWritable();
      if (waiting.size >= MOST_WAITING) {
        const hint = 'Send it again when some of them are done.';
        throw new RequestError(429, 'busy', `${MOST_WAITING} files are waiting to be read.`, hint);
      }
      const name = fileName(upload.name);
      const own = Symbol(name);
      const tell = (stage: UploadStage) => waiting.set(own, { key: upload.key, name, stage });
      tell('waiting');
      const result = turn.then(() => read(name, upload, tell)).finally(() => waiting.delete(own));
      turn = result.catch(() => undefined);
      return result.catch((error: unknown) => {
        throw error instanceof SourceError ? refusal(error) : error;
      });
    },
    async remove(id) {
      checkWritable();
      await removeDocument(store, id, ontology);
    },
    uploads: () => [...waiting.values()],
    close: background.close,
  };
}

/** What a file is called, without a path or characters that are not to be seen. */
function fileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').trim() || 'document';
}

function refusal({ fault, message }: SourceError): RequestError {
  return new RequestError(fault === 'too_large' ? 413 : 422, `file_${fault}`, message);
}

function summaryOf({ document, sentences, claims }: Extraction): Added['document'] {
  const { text, links: _links, ...rest } = document;
  return { ...rest, characters: text.length, sentences: sentences.length, claims: claims.length };
}
