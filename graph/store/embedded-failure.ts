/** The embedded engine's errors → ours, in plain words. */
import type { Failure } from './embedded-protocol.ts';

/** A statement that was judged to do more than read. */
export class RefusedError extends Error {}

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

/** Where the engine points, less the line that `EXPLAIN` takes before the statement. */
function position(raw: string, guarded: boolean): { line?: number; column?: number } {
  const found = /-->\s*query:(\d+):(\d+)/.exec(raw);
  if (!found) return {};
  const line = Number(found[1]) - (guarded ? 1 : 0);
  return line < 1 ? {} : { line, column: Number(found[2]) };
}

/** Turns whatever was thrown while answering into what crosses to the parent. */
export function failureOf(error: unknown, undecodable = false): Failure {
  const raw = error instanceof Error ? error.message : String(error);
  if (error instanceof RefusedError) return { kind: 'read_only', message: raw };
  if (undecodable) return { kind: 'unsupported', message: `The embedded store cannot show ${raw}.` };
  if (/cannot be locked|locked by|lock/i.test(raw) && /GRAFEO-X001/.test(raw)) {
    return { kind: 'locked', message: raw };
  }
  if (/Schema commands should be routed/.test(raw)) {
    return { kind: 'read_only', message: 'This statement changes the schema, and only reading is allowed.' };
  }
  const status = (error as { gqlStatus?: unknown }).gqlStatus;
  if (typeof status === 'string' && status.startsWith('42')) {
    const hint = /help:\s*(.+)/.exec(raw)?.[1];
    return {
      kind: 'syntax',
      message: plainMessage(raw),
      ...position(raw, true),
      ...(hint === undefined ? {} : { hint }),
    };
  }
  return { kind: 'failed', message: plainMessage(raw) };
}
