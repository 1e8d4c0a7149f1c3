/** What is wrong with a request, in words for the person who sent it; a schema's own words come before these. */
import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What a value of each kind is called. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What the size of each kind counts; numbers have none. */
const units: Readonly<Record<string, string>> = { string: 'characters', array: 'items', set: 'items' };

const listed = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;

function bound(origin: string, word: 'at least' | 'at most', size: number | bigint): string {
  const unit = units[origin];
  if (unit === undefined) return `must be ${word} ${size}`;
  if (word === 'at least' && Number(size) === 1) return 'must not be empty';
  return `must have ${word} ${size} ${unit}`;
}

/** An error map for Zod: `must be at most 100`, `is missing`. */
export const plainWords: z.core.$ZodErrorMap = (issue: Issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? `of the kind ${issue.expected}`}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${listed(issue.values)}`;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'invalid_format':
      return 'is not written as it must be';
    case 'unrecognized_keys':
      return `holds what is not known here: ${issue.keys.join(', ')}`;
    default:
      return 'cannot be used';
  }
};

/** `limit: must be at most 100` for every fault that Zod found, in its order. */
export function faults(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
