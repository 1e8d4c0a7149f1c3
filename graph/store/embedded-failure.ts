/** The embedded engine's errors → ours, in plain words. */
import { bridged } from './embedded-bridge.ts';
import { UndecodableError } from './embedded-decode.ts';
import { neo4jOnly } from './embedded-dialect.ts';
import type { Failure, Request } from './embedded-protocol.ts';

/** A statement that was judged to do more than read. */
export class RefusedError extends Error {}

/** A statement with a construct that the engine is known to answer otherwise than Neo4j. */
export class UncertainError extends Error {}

const TOKENS: Readonly<Record<string, string>> = {
  RParen: "')'",
  LParen: "'('",
  RBracket: "']'",
  LBracket: "'['",
  RBrace: "'}'",
  LBrace: "'{'",
  Colon: "':'",
  Comma: "','",
  Eq: "'='",
};

/** The engine's message without its codes and its echo of the statement. */
function plainMessage(raw: string): string {
  const text = raw
    .replace(/^(?:Query|Database) error:\s*/, '')
    .replace(/^GRAFEO-[A-Z]\d+:\s*/, '')
    .replace(/\[Cypher\]\s*/, '')
    .replace(/^(?:syntax|semantic|execution) error:\s*/i, '')
    .split(/\n\s*(?:-->|\|)/)[0];
  const words = (text ?? raw).replace(
    /\b[LR](?:Paren|Bracket|Brace)\b|\b(?:Colon|Comma|Eq)\b/g,
    (token) => TOKENS[token] ?? token,
  );
  return `${words.charAt(0).toUpperCase()}${words.slice(1).trim()}`;
}

/** Where the engine points, in the text as the person wrote it: `EXPLAIN` takes a line before it, and backticks are added. */
function position(raw: string, text: string): { line?: number; column?: number } {
  const found = /-->\s*query:(\d+):(\d+)/.exec(raw);
  if (!found) return {};
  const line = Number(found[1]) - 1;
  return line < 1 ? {} : { line, column: bridged(text).columnBefore(line, Number(found[2])) };
}

const NEO4J = 'The same statement runs on Neo4j: set NEO4J_URI.';

/** A person's statement that the engine did not understand: beyond it, or a mistake. */
function misunderstood(raw: string, text: string): Failure {
  const construct = neo4jOnly(text);
  if (construct !== undefined) {
    return { kind: 'unsupported', message: `The embedded store does not run ${construct}.`, hint: NEO4J };
  }
  if (/panicked with message/.test(raw)) {
    const message = 'The engine of the embedded store failed at this statement; the graph is unharmed.';
    return { kind: 'unsupported', message, hint: NEO4J };
  }
  if (/PatternComprehension reached/.test(raw)) {
    const message =
      'The embedded store does not run lists of patterns such as [(a)--(b) | b] in a condition.';
    return { kind: 'unsupported', message, hint: `Use COUNT { … } or EXISTS { … } there. ${NEO4J}` };
  }
  if (/Aggregate function .* cannot be used here/.test(raw)) {
    const message =
      'The embedded store does not run a part of an aggregate such as collect(x)[0] in one step.';
    return {
      kind: 'unsupported',
      message,
      hint: 'Name the aggregate in WITH first, or run the statement on Neo4j.',
    };
  }
  const hint = /help:\s*(.+)/.exec(raw)?.[1];
  return {
    kind: 'syntax',
    message: plainMessage(raw),
    ...position(raw, text),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Turns whatever was thrown while answering a request into what crosses to the parent. */
export function failureOf(error: unknown, request: Request): Failure {
  const raw = error instanceof Error ? error.message : String(error);
  if (error instanceof RefusedError) return { kind: 'read_only', message: raw };
  if (error instanceof UncertainError) {
    return {
      kind: 'unsupported',
      message: `Not run here: ${raw}. The embedded store is known to answer this otherwise than Neo4j.`,
      hint: NEO4J,
    };
  }
  if (error instanceof UndecodableError) {
    return { kind: 'unsupported', message: `The embedded store cannot be sure of ${raw}.`, hint: NEO4J };
  }
  if (request.kind === 'open') {
    return {
      kind: /cannot be locked|is locked/i.test(raw) ? 'locked' : 'unavailable',
      message: plainMessage(raw),
    };
  }
  if (/Schema commands should be routed/.test(raw)) {
    return { kind: 'read_only', message: 'This statement changes the schema, and only reading is allowed.' };
  }
  if (request.kind === 'read' && request.guarded) return misunderstood(raw, request.text);
  return { kind: 'failed', message: plainMessage(raw) };
}
