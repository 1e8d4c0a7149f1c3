/**
 * Fits ingest/data/confidence.yaml on the documents rules are developed on: `node scripts/run.mjs test/golden/calibrate.ts SHARE`.
 * Logistic regression with a ridge, cross-validated by document; what it prints is what the held-out folds say. Rules err more on
 * documents nobody developed on: the intercept is then lowered until the mean confidence is SHARE, the precision on those kept aside.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createExtractor } from '../../ingest/pipeline.ts';
import { toPrediction } from '../../ingest/prediction.ts';
import { matchEntities, SYMMETRIC } from './score.mjs';

type Gold = {
  split?: string;
  relations: { subject: string; type: string; object: string; polarity: string; altTypes?: string[] }[];
};
type Sample = { document: number; grounds: string[]; right: boolean };
type Weights = Map<string, number>;

const DEV = new URL('dev/', import.meta.url);
const RIDGE = 1.5;
const extractor = createExtractor();
const share = Number(process.argv[2]);
if (!(share > 0.5 && share < 1)) throw new Error('Name the precision on the documents kept aside, e.g. 0.83');

const sorted = (type: string, a: string, b: string) => (SYMMETRIC.has(type) && a > b ? [b, a] : [a, b]);
const key = (polarity: string, type: string, a: string, b: string) =>
  [polarity === '-' ? '-' : '+', type, ...sorted(type, a, b)].join(' ');

function samplesOf(name: string, document: number): Sample[] {
  const gold = JSON.parse(readFileSync(new URL(name, DEV), 'utf8')) as Gold;
  if (gold.split === 'report') return [];
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
      grounds: claim.grounds,
      right: right.has(
        key(claim.polarity, claim.type, toGold.get(claim.subject) ?? '?', toGold.get(claim.object) ?? '?'),
      ),
    })),
  );
}

const INTERCEPT = '';
const sum = (weights: Weights, grounds: readonly string[]) =>
  grounds.reduce((all, name) => all + (weights.get(name) ?? 0), weights.get(INTERCEPT) ?? 0);
const chance = (logit: number) => 1 / (1 + Math.exp(-logit));

/** Plain gradient descent: a few dozen weights, a thousand samples. */
function fit(samples: readonly Sample[]): Weights {
  const weights: Weights = new Map([[INTERCEPT, 2]]);
  for (let round = 0; round < 1500; round += 1) {
    const slope: Weights = new Map();
    for (const { grounds, right } of samples) {
      const error = chance(sum(weights, grounds)) - Number(right);
      for (const name of [INTERCEPT, ...grounds]) slope.set(name, (slope.get(name) ?? 0) + error);
    }
    for (const [name, value] of slope) {
      const old = weights.get(name) ?? 0;
      const ridge = name === INTERCEPT ? 0 : RIDGE * old;
      weights.set(name, old - (4 * (value + ridge)) / samples.length);
    }
  }
  return weights;
}

function lowered(weights: Weights, samples: readonly Sample[]): Weights {
  const mean = (by: number) =>
    samples.reduce((all, { grounds }) => all + chance(sum(weights, grounds) - by), 0) / samples.length;
  let by = 0;
  while (mean(by) > share) by += 0.01;
  return new Map([...weights].map(([name, weight]) => [name, name === INTERCEPT ? weight - by : weight]));
}

const files = readdirSync(DEV).filter((name) => name.endsWith('.json'));
const samples = files.flatMap(samplesOf);
const documents = [...new Set(samples.map(({ document }) => document))];
const bins = new Map<number, { right: number; all: number }>();
for (let fold = 0; fold < 6; fold += 1) {
  const held = new Set(documents.filter((_, i) => i % 6 === fold));
  const train = samples.filter(({ document }) => !held.has(document));
  const weights = lowered(fit(train), train);
  for (const { document, grounds, right } of samples) {
    if (!held.has(document)) continue;
    const bin = Math.floor(chance(sum(weights, grounds)) * 20) / 20;
    const counts = bins.get(bin) ?? { right: 0, all: 0 };
    bins.set(bin, { right: counts.right + Number(right), all: counts.all + 1 });
  }
}
for (const [bin, { right, all }] of [...bins].sort((a, b) => a[0] - b[0]))
  console.log(`${bin.toFixed(2)}–: ${right} of ${all}, ${(right / all).toFixed(2)}`);

const model = lowered(fit(samples), samples);
const rounded = (weight: number) => String(Math.round(weight * 100) / 100);
const lines = [...model].filter(([name]) => name !== INTERCEPT).sort(([a], [b]) => a.localeCompare(b));
writeFileSync(
  new URL('../../ingest/data/confidence.yaml', import.meta.url),
  [
    `# Made by test/golden/calibrate.ts ${share} from ${samples.length} claims in ${documents.length} documents; see there how.`,
    `intercept: ${rounded(model.get(INTERCEPT) ?? 0)}`,
    'weights:',
    ...lines.map(([name, weight]) => `  ${name.includes('-') || name.includes('+') ? `"${name}"` : name}: ${rounded(weight)}`),
    '',
  ].join('\n'),
);
