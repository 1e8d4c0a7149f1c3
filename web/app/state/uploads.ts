/** Files on their way into the graph. Pure transitions; not part of undo. */
import type { DocumentId, DocumentSummary } from '../../../graph/model.ts';
import type { UploadStage } from '../../api.ts';

/** `queued`: not sent yet. The rest as the server tells it, then how it ended. */
export type FileStage = 'queued' | UploadStage | 'done' | 'failed';

export interface FileState {
  readonly key: string;
  readonly name: string;
  readonly stage: FileStage;
  /** Why it failed, in plain words. */
  readonly reason: string | null;
  /** What it became. */
  readonly document: DocumentSummary | null;
  /** The graph held it already. */
  readonly known: boolean;
}

export interface Uploads {
  readonly files: readonly FileState[];
}
export const noUploads: Uploads = { files: [] };

const fresh = { stage: 'queued', reason: null, document: null, known: false } as const;

/** Files join the end of the list. */
export function queue(state: Uploads, files: readonly { key: string; name: string }[]): Uploads {
  return { files: [...state.files, ...files.map(({ key, name }) => ({ key, name, ...fresh }))] };
}

function alter(state: Uploads, key: string, change: Partial<FileState>): Uploads {
  return { files: state.files.map((file) => (file.key === key ? { ...file, ...change } : file)) };
}

/** How far the server is; what has ended stays ended, whatever comes late. */
export function advance(state: Uploads, key: string, stage: UploadStage): Uploads {
  const file = state.files.find((each) => each.key === key);
  return !file || hasEnded(file) ? state : alter(state, key, { stage });
}

export function finish(state: Uploads, key: string, document: DocumentSummary, known: boolean): Uploads {
  return alter(state, key, { stage: 'done', document, known });
}

export function fail(state: Uploads, key: string, reason: string): Uploads {
  return alter(state, key, { stage: 'failed', reason });
}

/** Takes what has ended off the list. */
export function clearEnded(state: Uploads): Uploads {
  return { files: state.files.filter((file) => !hasEnded(file)) };
}

/** A document that left the graph leaves the list too. */
export function forget(state: Uploads, id: DocumentId): Uploads {
  return { files: state.files.filter(({ document }) => document?.id !== id) };
}

export const hasEnded = ({ stage }: FileState): boolean => stage === 'done' || stage === 'failed';
