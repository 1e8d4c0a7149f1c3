/** Ingest: extraction and loading, beside part-of-speech tagging alone on the same text. */
import { readOntology } from '../graph/ontology-file.ts';
import { openStore } from '../graph/store/open.ts';
import { bundledDocument } from '../ingest/bundled.ts';
import { loadExtraction } from '../ingest/load.ts';
import { createExtractor } from '../ingest/pipeline.ts';
import type { Figure } from './report.ts';

const COPIES = 40;

/** CPU milliseconds of this process while `work` runs. */
async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function tagger(): Promise<(text: string) => number> {
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}

/** `data` is a folder that does not exist yet. */
export async function ingest(data: string): Promise<Figure[]> {
  const source = bundledDocument();
  const texts = Array.from({ length: COPIES }, (_, copy) => `${source.text}\n\nCopy ${copy}.`);
  let extractor = createExtractor();
  const start = await cpu(() => {
    extractor = createExtractor();
    extractor.extract({ ...source, text: 'Japan welcomed the exercise.' });
  });
  const tag = await tagger();
  const taggerStart = await cpu(() => tag('Japan welcomed the exercise.'));
  const extractions = texts.map((text) => ({ text, sentences: 0 }));
  const ours = await cpu(() => {
    for (const each of extractions)
      each.sentences = extractor.extract({ ...source, text: each.text }).sentences.length;
  });
  const peer = await cpu(() => texts.map(tag));
  const sentences = extractions.reduce((sum, each) => sum + each.sentences, 0);
  return [
    {
      what: 'extractor, first sentence',
      unit: 'ms CPU',
      ours: start,
      peer: { name: 'wink-nlp tagging, loaded', value: Math.max(taggerStart, 0.1) },
    },
    {
      what: 'extraction',
      unit: 'sentences/s CPU',
      ours: (sentences / ours) * 1000,
      peer: { name: 'wink-nlp tagging', value: (sentences / peer) * 1000 },
    },
    { what: 'extraction, memory in use', unit: 'MB', ours: process.memoryUsage().rss / 2 ** 20 },
    await loading(data, texts.slice(0, 5)),
  ];
}

async function loading(data: string, texts: readonly string[]): Promise<Figure> {
  const store = await openStore({ dataDir: data });
  const ontology = readOntology();
  const extractor = createExtractor();
  const source = bundledDocument();
  const extractions = texts.map((text) => extractor.extract({ ...source, text }));
  const sentences = extractions.reduce((sum, each) => sum + each.sentences.length, 0);
  const started = performance.now();
  for (const extraction of extractions) await loadExtraction(store, extraction, ontology);
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  return { what: 'loading into the embedded store', unit: 'sentences/s', ours: sentences / seconds };
}
