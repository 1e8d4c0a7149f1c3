/** `npm run export` and `npm run import`: arguments in, progress and exit code out. */
import { resolve } from 'node:path';
import { DocumentId } from '../graph/model.ts';
import { readOntology } from '../graph/ontology-file.ts';
import { exportGraph } from '../graph/transfer/export.ts';
import { FORMATS } from '../graph/transfer/formats.ts';
import { importGraph } from '../graph/transfer/import.ts';
import { checkFile } from '../graph/transfer/jsonl-file.ts';
import { explain, loadEnvironment, userFolder, withStore } from './command.ts';
import { settleDocument } from './load.ts';
import { help, type MoveArguments, readMoveArguments } from './move-arguments.ts';
import { createCounter } from './progress.ts';

type Request<C> = Extract<MoveArguments, { command: C }>;

const counted = (nodes: number, relationships: number): string =>
  `${nodes.toLocaleString('en')} nodes and ${relationships.toLocaleString('en')} relationships`;

/** Aborts at the first signal; what is done until then stays. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new StoppedError());
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return controller.signal;
}

class StoppedError extends Error {}

async function exportTo({ file, format, force, data }: Request<'export'>): Promise<void> {
  const path = resolve(userFolder(process.env), file);
  const progress = createCounter(process.stderr);
  const signal = stopSignal();
  await withStore({ data, intoExisting: false }, async (store) => {
    const onProgress = (read: number, total: number) => progress.at('elements read', read, total);
    const result = await exportGraph(store, FORMATS[format], path, { force, onProgress, signal });
    progress.end(`Exported ${counted(result.nodes, result.relationships)} to ${result.files.join(' and ')}`);
    for (const note of result.notes) console.log(note);
  });
}

async function importFrom({ file, intoExisting, data }: Request<'import'>): Promise<void> {
  const path = resolve(userFolder(process.env), file);
  const progress = createCounter(process.stderr);
  const signal = stopSignal();
  const checked = await checkFile(path, (share) => progress.at('% checked', Math.floor(100 * share), 100));
  await withStore({ data, intoExisting }, async (store) => {
    const onProgress = (loaded: number, total: number) => progress.at('elements loaded', loaded, total);
    const settle = async (documents: readonly string[]) => {
      const ontology = readOntology();
      for (const [index, id] of documents.entries()) {
        signal.throwIfAborted();
        await settleDocument(store, DocumentId.parse(id), ontology);
        progress.at('documents brought together', index + 1, documents.length);
      }
    };
    const result = await importGraph(store, checked, { intoExisting, onProgress, signal, settle });
    const how = result.merged ? ' into the graph that was there' : '';
    const resumed = result.resumed > 0 ? ', going on where the last import had stopped' : '';
    progress.end(`Imported ${counted(result.nodes, result.relationships)}${how}${resumed}`);
  });
}

async function main(): Promise<void> {
  loadEnvironment();
  const request = readMoveArguments(process.argv.slice(2));
  if (request.command === 'help') console.log(help);
  else if (request.command === 'export') await exportTo(request);
  else await importFrom(request);
}

main().catch((error: unknown) => {
  const stopped = 'Stopped. What is loaded stays; the same command goes on from there.';
  console.error(error instanceof StoppedError ? stopped : explain(error));
  process.exitCode = 1;
});
