import { Mark } from '@mantine/core';
import { found } from './emphasis.ts';
import { segment } from './segments.ts';

/** A text in which the words searched for stand out. */
export function Emphasised({ text, query }: { readonly text: string; readonly query: string }) {
  return segment(text, 0, found(text, query)).map(({ start, text: part, marks }) =>
    marks.length > 0 ? <Mark key={start}>{part}</Mark> : <span key={start}>{part}</span>,
  );
}
