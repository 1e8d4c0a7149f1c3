/**
 * `npm run ingest` and `npm run extract`: arguments in, progress and exit code out. Reads the environment; everything
 * below it is given what it needs.
 */
import { resolve } from 'node:path';
import { documentId } from '../graph/id.ts';
import { DocumentId } from '../graph/model.ts';
import { readOntology } from '../graph/ontology-file.ts';
import { documents } from '../graph/queries/document.ts';
import type { GraphStore } from '../graph/store.ts';
import { type Arguments, help, readArguments } from './arguments.ts';
import { type Background, createBackground } from './background.ts';
import { dataFolder, explain, loadEnvironment, userFolder, withStore } from './command.ts';
import { loadExtraction, removeDocument } from './load.ts';
import { type ModelConfig, modelConfig } from './model/config.ts';
import type { Extractor } from './pipeline.ts';
import { toPrediction } from './prediction.ts';
import { createProgress } from './progress.ts';
import { readWithModel } from './read-with-model.ts';
import { applyReview, tell as tellReview } from './review/apply.ts';
import { reviewBeside } from './review/beside.ts';
import { reviewerOf } from './review/kept.ts';
import { readSource, readStream } from './source.ts';
import type { SourceDocument } from './source-document.ts';

/** The pipeline is imported only where it reads: it loads a language model. */
async function loadExtractor(): Promise<Extractor> {
  const { createExtractor } = await import('./pipeline.ts');
  return createExtractor();
}

/** A file named from where the person stands, or standard input for `-`. */
function readFrom(file: string, args: Arguments, { convert }: Background): Promise<SourceDocument> {
  if (file === '-') return readStream(process.stdin, args.metadata, convert);
  return readSource(resolve(userFolder(process.env), file), args.metadata, convert);
}

/** Gives work a thread for formats that are not plain text; it starts when one is met. */
async function withBackground<T>(work: (background: Background) => Promise<T>): Promise<T> {
  const background = createBackground();
  try {
    return await work(background);
  } finally {
    await background.close();
  }
}

/** What reading needs besides the file. */
interface Tools {
  readonly background: Background;
  readonly extractor: Extractor;
  readonly model: ModelConfig | null;
}

/** Reads, extracts and stores one file; gives what is to be told of it. */
async function ingestFile(store: GraphStore, file: string, args: Arguments, tools: Tools): Promise<string> {
  const ontology = readOntology();
  const source = await readFrom(file, args, tools.background);
  const review = await reviewBeside(args.review ?? null, file, userFolder(process.env));
  const by = review ? null : await reviewerOf(store, documentId(source.text));
  if (by !== null)
    return `${file}: reviewed by ${by}; left as it is without its review (--review FILE, or remove it first)`;
  const { traced, notes } = await readWithModel(tools.extractor, source, tools.model);
  const reviewed = review && applyReview(traced.extraction, review, ontology);
  const extraction = reviewed?.extraction ?? traced.extraction;
  await loadExtraction(store, extraction, ontology);
  const { document, sentences, entities, claims } = extraction;
  const found = `${sentences.length} sentences, ${entities.length} entities, ${claims.length} claims`;
  const decided = reviewed && review ? tellReview(reviewed.outcome, review.name) : [];
  return [`${document.title}: ${found} (id ${document.id})`, ...notes, ...decided].join('\n  ');
}

/** Reads every file; gives how many could not be. A signal lets the current one finish. */
async function ingest(args: Arguments, background: Background): Promise<number> {
  const model = modelConfig(process.env, dataFolder(args.data));
  const tools = { background, model, extractor: await loadExtractor() };
  const progress = createProgress(args.files.length, process.stderr);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return withStore(args, async (store) => {
    let refused = 0;
    for (const file of args.files) {
      if (stopped) break;
      progress.start(file);
      try {
        progress.done(await ingestFile(store, file, args, tools));
      } catch (error) {
        refused += 1;
        progress.failed(explain(error));
      }
    }
    progress.end();
    return stopped ? Math.max(refused, 1) : refused;
  });
}

async function remove(args: Arguments, id: string): Promise<number> {
  await withStore(args, (store) => removeDocument(store, DocumentId.parse(id), readOntology()));
  console.log(`Removed ${id} and what only it supported.`);
  return 0;
}

async function list(args: Arguments): Promise<number> {
  const answer = await withStore(args, documents);
  for (const { id, published, title, claims } of answer.documents) {
    console.log(`${id}  ${published ?? '(no date)'}  ${title} (${claims} claims)`);
  }
  if (answer.documents.length === 0) console.log('The store holds no documents.');
  return 0;
}

async function extract(args: Arguments, background: Background): Promise<number> {
  const [file = ''] = args.files;
  const source = await readFrom(file, args, background);
  const model = modelConfig(process.env, dataFolder(args.data));
  const { traced, notes } = await readWithModel(await loadExtractor(), source, model);
  const { extraction, read } = traced;
  for (const line of notes) console.error(line);
  if (args.draft) {
    const { draftReview } = await import('./review/draft.ts');
    console.log(draftReview(extraction));
  } else if (args.explain) {
    const { explain: tell } = await import('./explain.ts');
    console.log(tell(read));
  } else console.log(JSON.stringify(toPrediction(extraction), null, 2));
  return 0;
}

async function main(): Promise<number> {
  loadEnvironment();
  const args = readArguments(process.argv.slice(2));
  if (args.command === 'help') console.log(help);
  if (args.command === 'ingest') return withBackground((background) => ingest(args, background));
  if (args.command === 'extract') return withBackground((background) => extract(args, background));
  if (args.command === 'list') return list(args);
  if (args.command === 'remove') return remove(args, args.id);
  return 0;
}

main().then(
  (failures) => {
    process.exitCode = failures > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  },
);
