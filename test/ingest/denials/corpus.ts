/** The corpus of denials, and what an extractor makes of it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Claim } from '../../../graph/model.ts';
import type { Extractor } from '../../../ingest/pipeline.ts';
import { fits, readTriple } from '../triples.ts';

const Triples = z.array(z.string()).default([]);
const Sentence = z.strictObject({ s: z.string(), yes: Triples, no: Triples, open: Triples });
export type Sentence = z.infer<typeof Sentence>;

export type Verdict = { triple: string; sentence: string; found: boolean; opposite: boolean };
export type Outcome = { no: Verdict[]; yes: Verdict[]; open: Verdict[] };

/** Sentences of a kind; those to report on are kept aside: rules are not written on them. */
export function sentences(kind: 'denied' | 'stated', half: 'develop' | 'report'): Sentence[] {
  const name = half === 'report' ? `${kind}-kept` : kind;
  return z.array(Sentence).parse(parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')));
}

/** Of every expected relation whether it was found, and whether its opposite was stated. */
export function judge(items: readonly Sentence[], extractor: Extractor): Outcome {
  const outcome: Outcome = { no: [], yes: [], open: [] };
  for (const item of items) {
    const read = extractor.extract({ text: item.s });
    const verdict = (triple: string, found: (claim: Claim) => boolean, not: (claim: Claim) => boolean) => {
      const asked = readTriple(triple);
      const claims = read.claims.filter((claim) => fits(asked, claim, read));
      return { triple, sentence: item.s, found: claims.some(found), opposite: claims.some(not) };
    };
    const denied = (claim: Claim) => claim.polarity === '-';
    const stated = (claim: Claim) => claim.polarity === '+';
    const fact = (claim: Claim) => claim.modality !== 'hypothetical';
    // A charge and its denial are two relations.
    const charged = (triple: string) => (item.yes.includes(triple) ? () => false : stated);
    outcome.no.push(...item.no.map((triple) => verdict(triple, denied, charged(triple))));
    const answered = (triple: string) => (item.no.includes(triple) ? () => false : denied);
    outcome.yes.push(...item.yes.map((triple) => verdict(triple, stated, answered(triple))));
    outcome.open.push(
      ...item.open.map((triple) =>
        verdict(
          triple,
          (claim) => stated(claim) && !fact(claim),
          (claim) => fact(claim) || denied(claim),
        ),
      ),
    );
  }
  return outcome;
}
