/**
 * Counts ingest/data/confidence.yaml: `node scripts/run.mjs test/golden/calibrate.ts`. For every kind of claim (type by extractor, type by
 * kind of object) the share that is right, less a standard error, in all documents with keys, held towards PRIOR. Programs read the documents kept aside here;
 * people still do not. What it prints is counted on documents kept aside by tables that had not seen the document.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createExtractor } from '../../ingest/pipeline.ts';
import { toPrediction } from '../../ingest/prediction.ts';
import { matchEntities, SYMMETRIC } from './score.mjs';

type Gold = {
  split?: string;
  relations: { subject: string; type: string; object: string; polarity: string; altTypes?: string[] }[];
};
type Sample = { document: number; grounds: string[]; right: boolean; kept: boolean };
type Cells = Map<string, number>;

const DEV = new URL('dev/', import.meta.url);
/** What is expected of a kind before it is seen, and how many claims that is worth. */
const PRIOR = { share: 0.85, claims: 4 };
const HIGH = 0.9;
const extractor = createExtractor();
const sorted = (type: string, a: string, b: string) => (SYMMETRIC.has(type) && a > b ? [b, a] : [a, b]);
const key = (polarity: string, type: string, a: string, b: string) =>
  [polarity === '-' ? '-' : '+', type, ...sorted(type, a, b)].join(' ');

function samplesOf(name: string, document: number): Sample[] {
  const gold = JSON.parse(readFileSync(new URL(name, DEV), 'utf8')) as Gold;
  const text = readFileSync(new URL(name.replace('.json', '.txt'), DEV), 'utf8');
  const { extraction, read } = extractor.trace({ text });
  const { toGold } = matchEntities(gold, toPrediction(extraction));
  const right = new Set(
    gold.relations.flatMap(({ subject, type, object, polarity, altTypes = [] }) =>
      [type, ...altTypes].map((other) => key(polarity, other, subject, object)),
    ),
  );
  return read.flatMap(({ agreed }) =>
    agreed.map((claim) => ({
      document,
      kept: gold.split === 'report',
      grounds: claim.grounds,
      right: right.has(
        key(claim.polarity, claim.type, toGold.get(claim.subject) ?? '?', toGold.get(claim.object) ?? '?'),
      ),
    })),
  );
}

function count(samples: readonly Sample[]): Cells {
  const counts = new Map<string, { right: number; all: number }>();
  for (const { grounds, right } of samples) {
    for (const cell of grounds) {
      const old = counts.get(cell) ?? { right: 0, all: 0 };
      counts.set(cell, { right: old.right + Number(right), all: old.all + 1 });
    }
  }
  // A standard error below what was counted: little seen is little sure.
  const share = ({ right, all }: { right: number; all: number }) => {
    const mean = (right + PRIOR.share * PRIOR.claims) / (all + PRIOR.claims);
    return mean - Math.sqrt((mean * (1 - mean)) / (all + PRIOR.claims));
  };
  return new Map([...counts].map(([cell, counted]) => [cell, share(counted)]));
}

const files = readdirSync(DEV).filter((name) => name.endsWith('.json'));
const samples = files.flatMap(samplesOf);
const documents = [...new Set(samples.map(({ document }) => document))];
const high = { right: 0, all: 0 };
for (const held of documents) {
  const cells = count(samples.filter(({ document }) => document !== held));
  for (const { document, grounds, right, kept } of samples) {
    const sure = Math.min(...grounds.map((cell) => cells.get(cell) ?? PRIOR.share)) >= HIGH;
    if (document !== held || !kept || !sure) continue;
    high.right += Number(right);
    high.all += 1;
  }
}
console.log(`kept aside, confidence of ${HIGH} or more: ${high.right} of ${high.all} right`);

const rounded = (share: number) => String(Math.round(share * 1000) / 1000);
const lines = [...count(samples)].sort(([a], [b]) => a.localeCompare(b));
writeFileSync(
  new URL('../../ingest/data/confidence.yaml', import.meta.url),
  [
    `# Made by test/golden/calibrate.ts from ${samples.length} claims in ${documents.length} documents; see there how.`,
    'unknown: 0.7',
    'cells:',
    ...lines.map(([cell, share]) => `  ${cell}: ${rounded(share)}`),
    '',
  ].join('\n'),
);
