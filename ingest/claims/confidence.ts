/**
 * How sure a claim is: a score card. What speaks for and against it (grounds.ts) has points, fitted on documents with keys; the score
 * stands for the share of such claims that were right in documents that the fit had not seen (`test/golden/calibrate.ts`).
 */
import type { Located } from '../concepts.ts';
import type { ConfidenceModel } from '../knowledge/confidence.ts';
import type { Reading } from '../reading.ts';
import { groundsOf, ruleOf } from './grounds.ts';
import type { Vote } from './vote.ts';

export type Sure = { confidence: number; grounds: string[]; rule: string };

/** The votes of one claim to a probability, and what it rests on; `best` is the most trusted of them. */
export type Sureness = (votes: readonly Vote[], best: Vote) => Sure;

/** The extractor whose votes come from a language model: each has its own weight, and no part in the fitted model. */
const MODEL = 'model';
export const RARE = 'a rare rule';

/** How sure claims of a sentence are, by what is known now of the document. A language model's vote adds to what the rules say. */
export function sureness(reading: Reading, touched: readonly Located[], model: ConfidenceModel): Sureness {
  const rules = new Set(model.rules);
  return (votes, best) => {
    const own = votes.filter((vote) => vote.extractor !== MODEL);
    const names = [...new Set(own.map((vote) => vote.extractor))];
    const rule = ruleOf(best);
    const grounds = own.length > 0 ? groundsOf(best, names, reading, touched) : [];
    if (own.length > 0 && !rules.has(rule)) grounds.push(RARE);
    const ruled = own.length > 0 ? shareOf(scoreOf(grounds, model), model) : 0;
    const others = votes.filter((vote) => vote.extractor === MODEL).map((vote) => vote.weight);
    const doubt = (1 - ruled) * (1 - Math.max(0, ...others));
    return { confidence: Math.round((1 - doubt) * 1000) / 1000, grounds, rule };
  };
}

/** Points of these grounds together, in log-odds. */
export function scoreOf(grounds: readonly string[], { base, grounds: points }: ConfidenceModel): number {
  return grounds.reduce((sum, ground) => sum + (points[ground] ?? 0), base);
}

/** What a score stands for, to a hundredth: never less for a higher score. */
export function shareOf(score: number, { scale }: Pick<ConfidenceModel, 'scale'>): number {
  const above = scale.findIndex(([at]) => at > score);
  const [x1, y1] = scale[above < 0 ? scale.length - 1 : Math.max(0, above - 1)] ?? [0, 0];
  const [x2, y2] = scale[above < 0 ? scale.length - 1 : above] ?? [0, 0];
  const part = x2 > x1 ? (score - x1) / (x2 - x1) : 0;
  return Math.floor(100 * (y1 + (y2 - y1) * Math.max(0, part))) / 100;
}
