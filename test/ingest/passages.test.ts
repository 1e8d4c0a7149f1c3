import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passages } from '../../ingest/passages.ts';

const kinds = (text: string) => passages(text).map(({ kind, text: unit }) => `${kind}: ${unit}`);

test('a ministerial summary falls into title, dateline, numbered headings and sentences', () => {
  const text =
    'Japan-U.S. Meeting (Summary)\n\nSeptember 15, 2022 Ministry of Defense\n\nOn September 14, they met (local time) at the U.S. Department of Defense. The summary is as follows.\n\n1. Regional Affairs\n\nThe Ministers examined "counterstrike capabilities." Minister Hamada agreed.';
  expect(kinds(text)).toEqual([
    'title: Japan-U.S. Meeting (Summary)',
    'dateline: September 15, 2022 Ministry of Defense',
    'sentence: On September 14, they met (local time) at the U.S. Department of Defense.',
    'sentence: The summary is as follows.',
    'heading: 1. Regional Affairs',
    'sentence: The Ministers examined "counterstrike capabilities."',
    'sentence: Minister Hamada agreed.',
  ]);
  expect(passages(text).at(-1)?.section).toBe('Regional Affairs');
});

test('abbreviations and initials end no sentence, a country at the end of one does', () => {
  expect(
    kinds(
      'Title here\n\nGen. Mark A. Milley met Mr. Lee in Washington, D.C. The two spoke of U.S.-ROK drills.',
    ),
  ).toEqual([
    'title: Title here',
    'sentence: Gen. Mark A. Milley met Mr. Lee in Washington, D.C.',
    'sentence: The two spoke of U.S.-ROK drills.',
  ]);
});

test('list items are bullets, with CRLF line ends too', () => {
  expect(
    kinds('Statement\r\n\r\nThe Ministers:\r\n• welcomed the treaty;\r\n• agreed to meet.\r\n').slice(2),
  ).toEqual(['bullet: • welcomed the treaty;', 'bullet: • agreed to meet.']);
});

test('hard-wrapped lines are one paragraph', () => {
  const wrapped =
    'Title\n\nSecretary of Defense Angela M. Whitfield hosted the Cabinet Secretary\nfor Defence in the morning and spoke with reporters after that.';
  expect(passages(wrapped)).toHaveLength(2);
});

test('units never overlap, lie in order, and are slices of the text; only white space is left out', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('. ', '\r\n', '\n\n', 'U.S. ', '1. ', '• ', '😀', '"', ' The ', 'Ministers agreed.'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let at = 0;
      let rest = '';
      for (const unit of passages(text)) {
        expect(unit.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(unit.start, unit.end)).toBe(unit.text);
        rest += text.slice(at, unit.start);
        at = unit.end;
      }
      expect((rest + text.slice(at)).trim()).toBe('');
    }),
  );
});
