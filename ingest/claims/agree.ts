/** Votes of independent extractors merged into claims: agreement is confidence. */
import type { Sure, Sureness } from './confidence.ts';
import type { Vote } from './vote.ts';

/** A claim that the votes agreed on, how sure it is, and what that rests on. */
export type Agreed = Vote & Sure & { extractors: string[]; rules: string[] };

/**
 * One claim per subject, type, object and polarity of a sentence. The most trusted vote gives quote and modality; how sure the claim is,
 * the calibrated model says.
 */
export function agree(
  votes: readonly Vote[],
  symmetric: (type: string) => boolean,
  sure: Sureness,
): Agreed[] {
  const groups = new Map<string, Vote[]>();
  for (const vote of votes) {
    const [a, b] =
      symmetric(vote.type) && vote.subject > vote.object
        ? [vote.object, vote.subject]
        : [vote.subject, vote.object];
    const key = [a, vote.type, b, vote.polarity].join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), { ...vote, subject: a, object: b }]);
  }
  return [...groups.values()].flatMap((group) => {
    const best = group.reduce((a, b) => (b.weight > a.weight ? b : a));
    const extractors = [...new Set(group.map((vote) => vote.extractor))].sort();
    return [
      {
        ...best,
        extractors,
        rules: [...new Set(group.map((vote) => vote.rule))],
        ...sure(group, best),
      },
    ];
  });
}
