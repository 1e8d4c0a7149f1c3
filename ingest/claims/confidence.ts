/** How sure a claim is: a logistic model over what is known of its reading, fitted on documents with keys (`test/golden/calibrate.ts`). */
import type { ConfidenceModel } from '../knowledge/confidence.ts';
import type { Reading } from '../reading.ts';
import type { Vote } from './vote.ts';

/** The votes of one claim to a probability, and what it rests on; `best` is the most trusted of them. */
export type Sureness = (votes: readonly Vote[], best: Vote) => { confidence: number; grounds: string[] };

/** The extractor whose votes come from a language model: each has its own weight, and no part in the fitted model. */
const MODEL = 'model';

/** How sure claims of a sentence are, by what is known now of the document. A language model's vote adds to what the rules say. */
export function sureness(reading: Reading, model: ConfidenceModel): Sureness {
  const parties = [...reading.discourse.parties];
  return (votes, best) => {
    const rules = votes.filter((vote) => vote.extractor !== MODEL);
    const names = [...new Set(rules.map((vote) => vote.extractor))];
    const grounds = rules.length > 0 ? features(best, names, reading, parties) : [];
    const own = rules.length > 0 ? confidenceOf(grounds, model) : 0;
    const others = votes.filter((vote) => vote.extractor === MODEL).map((vote) => vote.weight);
    const doubt = (1 - own) * (1 - Math.max(0, ...others));
    return { confidence: Math.round((1 - doubt) * 1000) / 1000, grounds };
  };
}

/** What speaks for or against a claim, by name; the model has a weight for each it knows. */
export function features(
  vote: Vote,
  extractors: readonly string[],
  reading: Reading,
  parties: readonly string[],
): string[] {
  const named = (id: string) => [...reading.names, ...reading.nested].some((name) => name.entity === id);
  const { titleParties } = reading.frame;
  const certain =
    titleParties.length > 1 &&
    titleParties.length === parties.length &&
    titleParties.every((id) => parties.includes(id));
  const subject = named(vote.subject)
    ? 'named'
    : parties.includes(vote.subject) && certain
      ? 'party'
      : reading.registry.get(vote.subject)?.type === 'Country' ||
          reading.registry.get(vote.subject)?.type === 'Organization'
        ? 'inferred'
        : 'concept';
  const draft = reading.registry.get(vote.object);
  const concept = /^(?:Topic|Event|Capability|Group)$/.test(draft?.type ?? '');
  const object = named(vote.object) ? 'named' : concept ? 'concept' : 'inferred';
  const size = reading.clauses.length > 4 ? 'many' : reading.clauses.length > 2 ? 'some' : 'few';
  return [
    `type ${vote.type}`,
    `extractor ${extractors.length > 1 ? 'several' : (extractors[0] ?? '')}`,
    `subject ${subject}`,
    `object ${object}`,
    `clauses ${size}`,
    `polarity ${vote.polarity}`,
    ...(reading.tokens.length > 45 ? ['long sentence'] : []),
    ...(vote.to - vote.from > 20 ? ['long quote'] : []),
  ];
}

/** The model's probability, two decimals. */
export function confidenceOf(found: readonly string[], model: ConfidenceModel): number {
  const sum = found.reduce((all, name) => all + (model.weights[name] ?? 0), model.intercept);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
