/** Which way a date without its year, or a weekday, looks: reports look back, `will` and `next` ahead. */
import type { Direction } from './calendar.ts';

const BORDER = /[;:,"“”]|\b(?:that|which|who|said|says|told|announced|reported)\b/g;
const AHEAD =
  /\b(?:will|shall|would|(?:is|are|was|were) (?:to|due|set|scheduled|expected|slated)|plans? (?:to|for)|planned for|planning to|scheduled|slated|(?:agreed|decided|pledged|expects?|intends?) to)\b/;
const SAYING =
  /\b(?:said|says|told(?: \w+){1,2}|announced|reported|stated|added)(?: (?:late|early))?(?: on| in)? $/;
/** `began on`, `was seized in`: the verb beside the date has happened. */
const HAPPENED = /\b(?:met|began|held|took place|came|left|sank|fell|\w{2,}ed) (?:on|in) (?:the )?$/;
const FRONTED = /^\s*(?:(?:on|in|by|from|early|late|starting|beginning)\s+)*$/i;

/** Whether the date says when something was said (`the ministry said on Tuesday`), not when it happened. */
export function datesSaying(text: string, start: number): boolean {
  return SAYING.test(text.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' '));
}

/** Read from the words of the same clause around the date. */
export function directionOf(text: string, start: number, end: number): Direction {
  const before = text.slice(Math.max(0, start - 120), start).replace(/\s+/g, ' ');
  if (SAYING.test(before) || /\bsince (?:the )?(?:\w+ )?$/i.test(before)) return 'past';
  const clause = before.slice(lastBorder(before));
  if (AHEAD.test(clause)) return 'future';
  if (HAPPENED.test(clause)) return 'past';
  if (!FRONTED.test(clause)) return 'open';
  const after = text
    .slice(end, end + 120)
    .replace(/\s+/g, ' ')
    .replace(/^,/, '');
  const [head = ''] = after.split(/[;:"“”]|\b(?:that|which|who|said|says|told|announced|reported)\b/);
  return AHEAD.test(head) ? 'future' : 'open';
}

function lastBorder(text: string): number {
  return Math.max(0, ...[...text.matchAll(BORDER)].map((match) => match.index + match[0].length));
}
