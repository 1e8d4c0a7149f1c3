/** The formats of `npm run export`, as data. */
import { writeCsv } from './csv.ts';
import { writeCypher } from './cypher-script.ts';
import { writeGraphml } from './graphml.ts';
import { writeJsonl } from './jsonl-file.ts';
import type { Writer } from './source.ts';

export interface Format {
  readonly ending: string;
  /** How often the graph is read: what has a head of columns is read once more for them. */
  readonly passes: number;
  readonly write: Writer;
}

export const FORMATS = {
  jsonl: { ending: 'jsonl', passes: 1, write: writeJsonl },
  graphml: { ending: 'graphml', passes: 2, write: writeGraphml },
  csv: { ending: 'csv', passes: 2, write: writeCsv },
  cypher: { ending: 'cypher', passes: 1, write: writeCypher },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
