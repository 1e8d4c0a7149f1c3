/** Documents into the graph and out of it, and the page brought up to date with what that changed. */
import type { DocumentDetail, DocumentId, EntityId } from '../../graph/model.ts';
import { maxUploadBytes } from '../api.ts';
import { addSubgraph, attempt, fit as fitView, notify, openReader, report, scene } from './actions.ts';
import { ApiFailure, client } from './client.ts';
import { openInitialScene } from './graph-actions.ts';
import { OPENING } from './opening.ts';
import * as exploring from './state/exploration.ts';
import * as history from './state/history.ts';
import { within } from './state/selection.ts';
import { stores } from './state/store.ts';
import * as uploads from './state/uploads.ts';

/** How often the server is asked how far it is, in ms. */
const ASK_EVERY = 400;

const change = (step: (state: uploads.Uploads) => uploads.Uploads) => stores.uploads.setState(step, true);

/** Reads files into the graph, one after the other; each tells its own outcome in the list of uploads. */
export async function addFiles(files: Iterable<File>): Promise<void> {
  const queued = [...files].map((file) => ({ key: crypto.randomUUID(), name: file.name, file }));
  change((state) => uploads.queue(state, queued));
  const stop = followProgress();
  for (const { key, file } of queued) await addFile(key, file);
  stop();
  await refresh();
}

async function addFile(key: string, file: File): Promise<void> {
  try {
    if (file.size > maxUploadBytes)
      throw new RangeError(`It has ${megabytes(file.size)}; the most is 20 MB.`);
    const content = await base64Of(file);
    change((state) => uploads.advance(state, key, 'waiting'));
    const { document, known } = await client.addDocument({ key, name: file.name, content });
    change((state) => uploads.finish(state, key, document, known));
  } catch (cause) {
    const hint = cause instanceof ApiFailure && cause.hint ? ` ${cause.hint}` : '';
    const reason = cause instanceof Error ? `${cause.message}${hint}` : String(cause);
    // The row already says which file it is.
    const own = reason.startsWith(`${file.name}: `) ? `It ${reason.slice(file.name.length + 2)}` : reason;
    change((state) => uploads.fail(state, key, own));
  }
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The browser cannot read this file.'));
    reader.readAsDataURL(file);
  });
}

/** Asks how far the server is until stopped. A question without an answer is asked again: the upload itself tells faults. */
function followProgress(): () => void {
  const timer = setInterval(() => {
    client.uploads().then(
      (answer) => {
        for (const { key, stage } of answer.uploads) change((state) => uploads.advance(state, key, stage));
      },
      () => {},
    );
  }, ASK_EVERY);
  return () => clearInterval(timer);
}

/** Takes a document out of the graph, and what only it supported off the canvas. True when it is gone. */
export async function removeDocument(id: DocumentId): Promise<boolean> {
  try {
    await client.removeDocument(id);
  } catch (cause) {
    report('The document could not be removed', cause);
    return false;
  }
  change((state) => uploads.forget(state, id));
  stores.ui.setState((state) => (state.reader?.document === id ? { ...state, reader: null } : state), true);
  await refresh();
  await refreshScene();
  return true;
}

export function clearEnded(): void {
  change(uploads.clearEnded);
}

/** Counts, types and lists as they are now, without taking the page apart. */
async function refresh(): Promise<void> {
  await attempt('The page could not be brought up to date', async () => {
    const [schema, health] = await Promise.all([client.schema(), client.health()]);
    const status = health.entities === 0 ? 'empty' : 'ready';
    stores.catalogue.setState(({ revision }) => ({ status, schema, health, revision: revision + 1 }));
    if (scene().entities.size === 0 && status === 'ready') await openInitialScene();
  });
}

/** The scene without what is no longer in the graph. There is no way back to what was removed: undo begins anew. */
async function refreshScene(): Promise<void> {
  await attempt('The scene could not be brought up to date', async () => {
    const found = await client.entities({ ids: [...scene().entities.keys()] });
    stores.scene.setState(
      ({ present }) => history.begin(exploring.replace(present, found, found.degrees)),
      true,
    );
    stores.selection.setState((state) => within(state, scene()), true);
  });
}

/** Brings what a document speaks of into the scene, and opens it in the reader. */
export async function showDocument(id: DocumentId): Promise<void> {
  await attempt('The document could not be shown', async () => {
    const detail = await client.document(id);
    const all = byClaims(detail);
    const own = all.slice(0, OPENING);
    const found = await client.entities({ ids: [...new Set([...scene().entities.keys(), ...own])] });
    addSubgraph(found, found.degrees);
    openReader(id);
    fitView(own);
    if (all.length > own.length) {
      const message = `The ${own.length} of its ${all.length} entities that it says most about were added.`;
      notify({ kind: 'info', title: 'Not all are shown', message });
    }
  });
}

/** A document's entities, those with the most claims first. */
function byClaims({ entities, claims }: DocumentDetail): EntityId[] {
  const counts = new Map<EntityId, number>();
  for (const { subject, object } of claims) {
    for (const id of [subject, object]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return entities.map(({ id }) => id).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
