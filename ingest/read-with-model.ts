/** Extraction with the language model's votes, where one is configured: the only step of reading that does I/O. */
import { readOntology } from '../graph/ontology-file.ts';
import type { ModelConfig } from './model/config.ts';
import type { Extractor, Traced } from './pipeline.ts';
import type { SourceDocument } from './source-document.ts';

export interface ReadWithModel {
  readonly traced: Traced;
  /** What the model cost and what was turned down, in lines. */
  readonly notes: readonly string[];
}

/** Without a model nothing is asked and nothing of it is loaded. */
export async function readWithModel(
  extractor: Extractor,
  source: SourceDocument,
  model: ModelConfig | null,
): Promise<ReadWithModel> {
  const traced = extractor.trace(source);
  if (!model) return { traced, notes: [] };
  const { modelVotes } = await import('./model/voter.ts');
  const { votes, notes } = await modelVotes(traced.read, readOntology(), model);
  return { traced: traced.withVotes(votes), notes };
}
