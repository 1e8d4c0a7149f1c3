/** The statements that both stores must answer alike. */
import { BREADTH } from './breadth.ts';
import { EXPLORATION } from './exploration.ts';
import { expressionStatement } from './expressions.ts';
import { graphStatement } from './graph.ts';
import { HAND_WRITTEN } from './hand-written.ts';
import { Choices } from './random.ts';
import { SHAPES } from './shapes.ts';

const SEED = 20_220_914;
const GENERATED = 150;

function generated(make: (choose: Choices) => string, seed: number): string[] {
  const choose = new Choices(seed);
  const statements = new Set<string>();
  while (statements.size < GENERATED) statements.add(make(choose).replace(/\s+/g, ' ').trim());
  return [...statements];
}

/** More than 900 statements, the same ones always. */
export const CORPUS: readonly string[] = [
  ...new Set([
    ...EXPLORATION,
    ...BREADTH,
    ...HAND_WRITTEN,
    ...SHAPES,
    ...generated(expressionStatement, SEED),
    ...generated(graphStatement, SEED + 1),
  ]),
];
