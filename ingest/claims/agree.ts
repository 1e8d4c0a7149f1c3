/** Votes of independent extractors merged into claims: agreement is confidence. */
import type { Vote } from './vote.ts';

export type Agreed = Vote & { extractors: string[]; rules: string[]; confidence: number };

/**
 * One claim per subject, type, object and polarity of a sentence. Confidence is the chance that not all votes err, taking extractors as
 * independent (noisy or) and votes of one extractor as one. The most trusted vote gives quote and modality.
 */
export function agree(votes: readonly Vote[], symmetric: (type: string) => boolean): Agreed[] {
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
    const byExtractor = new Map<string, number>();
    for (const vote of group)
      byExtractor.set(vote.extractor, Math.max(byExtractor.get(vote.extractor) ?? 0, vote.weight));
    const doubt = [...byExtractor.values()].reduce((product, weight) => product * (1 - weight), 1);
    return [
      {
        ...best,
        extractors: [...byExtractor.keys()].sort(),
        rules: [...new Set(group.map((vote) => vote.rule))],
        confidence: Math.round((1 - doubt) * 1000) / 1000,
      },
    ];
  });
}
