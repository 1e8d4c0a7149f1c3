/** Snippets in eight house styles, and what an extractor makes of them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Claim, Extraction } from '../../../graph/model.ts';
import type { Extractor } from '../../../ingest/pipeline.ts';
import { fits, readTriple, type Triple } from '../triples.ts';

const Triples = z.array(z.string()).default([]);
const Snippet = z.strictObject({
  style: z.string(),
  s: z.string(),
  yes: Triples,
  no: Triples,
  also: Triples,
});
export type Snippet = z.infer<typeof Snippet>;

export type Outcome = { expected: number; missed: string[]; claims: number; wrong: string[] };

/** Where things lie and what they are about: true of much, and expected of nothing here. */
const STRUCTURE = /^(?:LOCATED_IN|ABOUT|OCCURS_IN|PART_OF)$/;

export function snippets(): Snippet[] {
  return z.array(Snippet).parse(parse(readFileSync(new URL('snippets.yaml', import.meta.url), 'utf8')));
}

/** What of the expected relations was missed, and which claims nobody would take from the text. */
export function judge(item: Snippet, extractor: Extractor): Outcome {
  const read = extractor.extract({ text: item.s });
  const stated = read.claims.filter((claim) => claim.polarity === '+');
  const denied = read.claims.filter((claim) => claim.polarity === '-');
  const [yes, no, also] = [item.yes, item.no, item.also].map((list) => list.flatMap(triples));
  const missing = (list: readonly Triple[] = [], claims: readonly Claim[]) =>
    list.filter((triple) => !claims.some((claim) => fits(triple, claim, read)));
  const known = (claim: Claim) =>
    [...((claim.polarity === '+' ? yes : no) ?? []), ...(also ?? [])].some((triple) =>
      fits(triple, claim, read),
    );
  const counted = read.claims.filter((claim) => !STRUCTURE.test(claim.type));
  return {
    expected: (yes?.length ?? 0) + (no?.length ?? 0),
    missed: [...missing(yes, stated), ...missing(no, denied)].map(shown),
    claims: counted.length,
    wrong: counted
      .filter((claim) => !known(claim))
      .map((claim) => `${shown(claimed(claim, read))} ${claim.polarity}`),
  };
}

/** `A & B | TYPE | C & D`: every pair. */
function triples(line: string): Triple[] {
  const { subject: subjects, type, object: objects } = readTriple(line);
  return subjects
    .split(' & ')
    .flatMap((subject) => objects.split(' & ').map((object) => ({ subject, type, object })));
}

const shown = (triple: Triple) => `${triple.subject} | ${triple.type} | ${triple.object}`;

function claimed(claim: Claim, read: Extraction): Triple {
  const name = (id: string) => read.entities.find((entity) => entity.id === id)?.name ?? id;
  return { subject: name(claim.subject), type: claim.type, object: name(claim.object) };
}
