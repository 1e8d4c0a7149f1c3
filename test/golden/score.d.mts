/** Types of what the tests use of the scorer. */
export type Ratio = { tp: number; fp: number; fn: number; p: number; r: number; f: number };
export type Score = {
  warnings: string[];
  entities: { typed: Ratio; untyped: Ratio };
  strict: Ratio & { neutral: number };
  core: { gold: number; found: number; r: number };
  modality: { matched: number; ok: number; acc: number };
  negation: { gold: number; found: number; assertedInstead: number };
  hypothetical: { matched: number; statedAsFact: number };
  evidence: { relations: number; quoteValid: number; quoteValidRate: number; rate: number };
  confidence: { right: number | null; wrong: number | null };
};
export const SYMMETRIC: ReadonlySet<string>;
/** The gold entity each predicted one stands for. */
export function matchEntities(gold: unknown, prediction: unknown): { toGold: ReadonlyMap<string, string> };
export function score(gold: unknown, prediction: unknown, text: string): Score;
