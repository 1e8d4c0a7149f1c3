/** The block between two `---` lines that may open a Markdown file and says what the document is. Pure. */
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PartialDate } from '../graph/model.ts';
import type { SourceDocument } from './source-document.ts';

const FrontMatter = z.object({
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: PartialDate.optional(),
  date: PartialDate.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string().optional(),
});

/** What a front matter can tell; absent keys are absent. */
export type Metadata = Omit<SourceDocument, 'text' | 'name'>;

/** The front matter is not valid. `line` counts from 1 in the file. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(`front matter, line ${line}: ${message}`);
    this.line = line;
  }
}

/** Drops the keys whose value is undefined. */
export function present<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Splits a Markdown text into what its front matter says and the text after it. A text that does not open with
 * `---`, or whose block is never closed, is all text. Keys other than ours are left alone.
 * @throws FrontMatterError
 */
export function readFrontMatter(text: string): { metadata: Metadata; text: string } {
  const block = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!block) return { metadata: {}, text };
  const lines = new LineCounter();
  const parsed = parseDocument(block[1] ?? '', { lineCounter: lines, prettyErrors: false });
  const fault = parsed.errors[0];
  if (fault) throw new FrontMatterError(fault.message, lines.linePos(fault.pos[0]).line + 1);
  const checked = FrontMatter.safeParse(parsed.toJS() ?? {});
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const key = issue?.path[0];
    const line = (block[1] ?? '').split('\n').findIndex((entry) => entry.startsWith(`${String(key)}:`));
    throw new FrontMatterError(`${String(key ?? 'it')}: ${issue?.message}`, line + 2);
  }
  const { date, published, ...rest } = checked.data;
  const metadata = present<Metadata>({ ...rest, published: published ?? date });
  return { metadata, text: text.slice(block[0].length) };
}
