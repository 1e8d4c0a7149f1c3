/** Data files of the ingest: YAML, checked by schema, with the line in every complaint. */
import { readFileSync } from 'node:fs';
import { load, YAMLException } from 'js-yaml';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A data file is no valid YAML or does not fit its schema. `line` counts from 1. */
export class DataFileError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string) {
    super(`${file}, line ${line}: ${message}`);
    this.name = 'DataFileError';
    this.file = file;
    this.line = line;
  }
}

/** Reads `ingest/data/<name>`. Throws {@link DataFileError} with the line of the first fault, or the file system's error. */
export function readData<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return parseData(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'), name, schema);
}

/** Parses and checks a data file's text; `name` is only for messages. Throws {@link DataFileError} with the line of the first fault. */
export function parseData<S extends z.ZodType>(text: string, name: string, schema: S): z.output<S> {
  const read = quick(text, schema);
  return read?.success ? read.data : explained(text, name, schema);
}

/** The fast parser knows no lines: what it refuses is read again by the one that does. */
function quick<S extends z.ZodType>(text: string, schema: S): z.ZodSafeParseResult<z.output<S>> | null {
  try {
    return schema.safeParse(load(text));
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

function explained<S extends z.ZodType>(text: string, name: string, schema: S): z.output<S> {
  return parseLocated(text, name, schema).data;
}

/** A data file's content, and on which line (from 1) any part of it stands. */
export interface Located<T> {
  readonly data: T;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The same with the lines, for faults that only show in what the file is about. */
export function parseLocated<S extends z.ZodType>(
  text: string,
  name: string,
  schema: S,
): Located<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new DataFileError(name, lines.linePos(broken.pos[0]).line, broken.message);
  const where = (path: readonly PropertyKey[]) => lineOf(document.contents as Node | null, path, lines);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, lineOf: where };
  const issue = result.error.issues[0];
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...extra];
  const prefix = path.length > 0 ? `${path.join('.')}: ` : '';
  throw new DataFileError(name, where(path), `${prefix}${issue?.message ?? 'does not fit its schema'}`);
}

/** Line of the innermost node on `path` that exists. */
function lineOf(root: Node | null, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: Node | null = root;
  let offset = node?.range?.[0] ?? 0;
  for (const part of path) {
    if (!isMap(node) && !isSeq(node)) break;
    const child = node.get(part, true) as Node | undefined;
    if (!child?.range) break;
    node = child;
    offset = child.range[0];
  }
  return lines.linePos(offset).line;
}
