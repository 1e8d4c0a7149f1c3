/** Overlapping marks over a stretch of text, cut into segments that each carry the marks covering them. */

/** A marked span. Offsets are UTF-16 code units into the document's text, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface Segment<M extends Mark> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The marks that cover this segment, wholly; in the order they were given. */
  readonly marks: readonly M[];
}

/**
 * Cuts `text`, which starts at `offset` in its document, at every end of a mark. The segments put together
 * are the text again; each mark is covered by whole segments, and by all segments within it. Marks reaching
 * beyond the text are clipped to it; empty ones and those outside are left out.
 */
export function segment<M extends Mark>(text: string, offset: number, marks: readonly M[]): Segment<M>[] {
  const last = offset + text.length;
  const inside = marks.filter(
    ({ start, end }) => Math.max(start, offset) < Math.min(end, last), // something of it is in the text
  );
  const cuts = new Set([offset, last]);
  for (const { start, end } of inside) cuts.add(Math.max(start, offset)).add(Math.min(end, last));
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? last;
    return {
      start,
      end,
      text: text.slice(start - offset, end - offset),
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end),
    };
  });
}

/** The marks of the shortest span among those given: what a click in an overlap means. Several where spans are equal. */
export function innermost<M extends Mark>(marks: readonly M[]): M[] {
  const shortest = Math.min(...marks.map(({ start, end }) => end - start));
  return marks.filter(({ start, end }) => end - start === shortest);
}

/** A sentence in three: before the quote, the quote, after it. Without a quote in it, all of it is `before`. */
export function aroundQuote(
  sentence: Mark & { readonly text: string },
  quote: Mark,
): { before: string; quote: string; after: string } {
  const start = Math.max(quote.start, sentence.start) - sentence.start;
  const end = Math.min(quote.end, sentence.end) - sentence.start;
  if (start >= end) return { before: sentence.text, quote: '', after: '' };
  const { text } = sentence;
  return { before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) };
}
