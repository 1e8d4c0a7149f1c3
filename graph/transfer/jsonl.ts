/**
 * The format of `npm run export`: JSON Lines. A head, one element a line with nodes before relationships, and a
 * manifest of counts and hash as the last line, so that a file that was cut short or altered is told from a whole one.
 */
import { z } from 'zod';
import type { Exact, GraphElement, Properties } from './element.ts';
import { decodeExact, encodeProperties, ValueError, wholeText } from './values.ts';

export const FORMAT_VERSION = 1;

const Head = z.strictObject({
  threadline: z.literal('graph'),
  version: z.number().int().positive(),
  /** `ours`: keys `Label:id` are the ids of this product's own nodes. */
  ownership: z.enum(['empty', 'ours', 'foreign']),
});
export type Head = z.infer<typeof Head>;

const Manifest = z.strictObject({
  manifest: z.strictObject({
    nodes: z.number().int().nonnegative(),
    relationships: z.number().int().nonnegative(),
    /** Nodes that have no id of ours. */
    unkeyed: z.number().int().nonnegative(),
    /** Of all bytes before this line, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type Manifest = z.infer<typeof Manifest>['manifest'];

const labels = z.array(z.string().min(1));
const key = z.string().min(1);
const properties = z.record(z.string().min(1), z.unknown());
const NodeLine = z.strictObject({ node: key, labels, properties });
const RelationshipLine = z.strictObject({
  relationship: z.string().min(1),
  start: key,
  end: key,
  properties,
});

/** A line that is not of the format; the message is the reason. */
export class LineError extends Error {}

export const headLine = (ownership: Head['ownership']): string =>
  `${JSON.stringify({ threadline: 'graph', version: FORMAT_VERSION, ownership } satisfies Head)}\n`;

export function elementLine(element: GraphElement): string {
  const encoded = encodeProperties(element.properties);
  const line =
    element.kind === 'node'
      ? { node: element.key, labels: element.labels, properties: encoded }
      : { relationship: element.type, start: element.start, end: element.end, properties: encoded };
  return `${JSON.stringify(line)}\n`;
}

export const manifestLine = (counts: Omit<Manifest, 'sha256'>, sha256: string): string =>
  `${JSON.stringify({ manifest: { ...counts, sha256 } })}\n`;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new LineError(`it is not JSON: ${error.message}`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new LineError(`${where === '' ? '' : `${where}: `}${issue?.message ?? 'it has another form'}`);
}

/** @throws LineError not a head, or of a newer version */
export function readHead(line: string): Head {
  const head = checked(Head, parse(line));
  if (head.version <= FORMAT_VERSION) return head;
  throw new LineError(
    `it is of format version ${head.version}; this Threadline reads up to ${FORMAT_VERSION}`,
  );
}

/** The manifest in a line; undefined where the line is something else. */
export function manifestIn(line: string): Manifest | undefined {
  if (!line.startsWith('{"manifest"')) return undefined;
  try {
    return Manifest.safeParse(JSON.parse(line)).data?.manifest;
  } catch {
    return undefined;
  }
}

/** @throws LineError with the reason */
export function readElement(line: string): GraphElement {
  const value = parse(line);
  const isNode = typeof value === 'object' && value !== null && 'node' in value;
  if (isNode) {
    const node = checked(NodeLine, value);
    for (const label of node.labels) text(label);
    return { kind: 'node', key: node.node, labels: node.labels, properties: readProperties(node.properties) };
  }
  const { relationship, start, end, ...rest } = checked(RelationshipLine, value);
  const held = readProperties(rest.properties);
  return { kind: 'relationship', type: text(relationship), start, end, properties: held };
}

function readProperties(held: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(
    Object.entries(held).map(([name, value]): [string, Exact] => {
      try {
        return [wholeText(name), decodeExact(value)];
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        throw new LineError(`the property '${name}': ${error.message}`);
      }
    }),
  );
}

function text(value: string): string {
  try {
    return wholeText(value);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new LineError(error.message);
  }
}
