/** How sure a claim is: the least of the precisions that its cells had on documents with keys (`test/golden/calibrate.ts`). */
import type { ConfidenceModel } from '../knowledge/confidence.ts';
import type { Reading } from '../reading.ts';
import type { Vote } from './vote.ts';

/** The votes of one claim to a probability, and what it rests on; `best` is the most trusted of them. */
export type Sureness = (votes: readonly Vote[], best: Vote) => { confidence: number; grounds: string[] };

/** The extractor whose votes come from a language model: each has its own weight, and no part in the fitted model. */
const MODEL = 'model';

/** How sure claims of a sentence are, by what is known now of the document. A language model's vote adds to what the rules say. */
export function sureness(reading: Reading, model: ConfidenceModel): Sureness {
  return (votes, best) => {
    const rules = votes.filter((vote) => vote.extractor !== MODEL);
    const names = [...new Set(rules.map((vote) => vote.extractor))];
    const grounds = rules.length > 0 ? features(best, names, reading) : [];
    const own = rules.length > 0 ? confidenceOf(grounds, best.polarity === '-', model) : 0;
    const others = votes.filter((vote) => vote.extractor === MODEL).map((vote) => vote.weight);
    const doubt = (1 - own) * (1 - Math.max(0, ...others));
    return { confidence: Math.round((1 - doubt) * 1000) / 1000, grounds };
  };
}

/** The cells of the table that a claim falls in. */
function features(best: Vote, extractors: readonly string[], reading: Reading): string[] {
  const named = [...reading.names, ...reading.nested].some((name) => name.entity === best.object);
  const type = reading.registry.get(best.object)?.type ?? '';
  const concept = /^(?:Topic|Event|Capability|Group)$/.test(type);
  return [
    `${best.type} by ${extractors.length > 1 ? 'several' : (extractors[0] ?? '')}`,
    `${best.type} of ${named ? 'named' : concept ? 'concept' : 'inferred'}`,
  ];
}

/** Denials are rarer than the table's cells can tell apart, and graver when wrong. */
const DENIED = 0.93;

function confidenceOf(grounds: readonly string[], denied: boolean, model: ConfidenceModel): number {
  const least = Math.min(...grounds.map((cell) => model.cells[cell] ?? model.unknown));
  return Math.round(100 * least * (denied ? DENIED : 1)) / 100;
}
