/** Words that tell what a capitalised name is: `Base`, `Strait of`, `Agreement`, `missile system`. */
import { z } from 'zod';
import { readData } from '../data-file.ts';

const ByType = z.record(z.string(), z.array(z.string().min(1)));
const File = z.strictObject({
  last: ByType,
  first: ByType,
  lower: ByType,
  portfolio: z.array(z.string()),
  acronyms: z.record(z.string(), z.string()),
  systems: z.array(z.string().min(1)),
});

export type Designators = {
  last: ReadonlyMap<string, string>;
  /** Word sequences, longest first. */
  first: readonly { words: readonly string[]; type: string }[];
  lower: readonly { words: readonly string[]; type: string }[];
  portfolio: ReadonlySet<string>;
  acronyms: ReadonlyMap<string, string>;
  /** Names of weapon systems as words, by the first. */
  systems: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** Reads designators.yaml. Throws DataFileError with the line of the first fault. */
export function readDesignators(): Designators {
  const file = readData('designators.yaml', File);
  const sequences = (group: z.infer<typeof ByType>) =>
    Object.entries(group)
      .flatMap(([type, texts]) => texts.map((text) => ({ words: text.split(' '), type })))
      .sort((a, b) => b.words.length - a.words.length);
  return {
    last: new Map(
      Object.entries(file.last).flatMap(([type, words]) => words.map((word) => [word, type] as const)),
    ),
    first: sequences(file.first),
    lower: sequences(file.lower),
    portfolio: new Set(file.portfolio),
    acronyms: new Map(Object.entries(file.acronyms)),
    systems: byFirst(file.systems),
  };
}

function byFirst(names: readonly string[]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const words of names.map((name) => name.split(' '))) {
    const first = words[0] ?? '';
    found.set(
      first,
      [...(found.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return found;
}
