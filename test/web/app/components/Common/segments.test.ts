import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundQuote, innermost, segment } from '../../../../../web/app/components/Common/segments.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const span = fc
  .tuple(fc.integer({ min: -5, max: 120 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }));
const marks = fc.array(span, { maxLength: 12 });

describe('segment', () => {
  it('gives the text again when put together, without gaps or overlaps', () => {
    fc.assert(
      fc.property(text, fc.nat(40), marks, (body, offset, spans) => {
        const segments = segment(body, offset, spans);
        expect(segments.map((each) => each.text).join('')).toBe(body);
        let at = offset;
        for (const each of segments) {
          expect(each.start).toBe(at);
          expect(each.text.length).toBe(each.end - each.start);
          at = each.end;
        }
        expect(at).toBe(segments.length === 0 ? offset : offset + body.length);
      }),
    );
  });

  it('covers every mark exactly, clipped to the text', () => {
    fc.assert(
      fc.property(text, fc.nat(40), marks, (body, offset, spans) => {
        const segments = segment(body, offset, spans);
        for (const mark of spans) {
          const covered = segments.filter((each) => each.marks.includes(mark));
          const start = Math.min(Math.max(mark.start, offset), offset + body.length);
          const end = Math.min(Math.max(mark.end, offset), offset + body.length);
          expect(covered.map((each) => each.text).join('')).toBe(
            start < end ? body.slice(start - offset, end - offset) : '',
          );
        }
      }),
    );
  });

  it('keeps nested and crossing marks apart', () => {
    const alliance = { start: 10, end: 29, name: 'alliance' };
    const japan = { start: 10, end: 15, name: 'japan' };
    const crossing = { start: 13, end: 35, name: 'crossing' };
    const segments = segment('Japan-U.S. Alliance is old', 10, [alliance, japan, crossing]);
    expect(segments.map(({ text: each, marks: on }) => [each, on.map(({ name }) => name)])).toEqual([
      ['Jap', ['alliance', 'japan']],
      ['an', ['alliance', 'japan', 'crossing']],
      ['-U.S. Alliance', ['alliance', 'crossing']],
      [' is ol', ['crossing']],
      ['d', []],
    ]);
  });

  it('gives nothing for an empty text', () => {
    expect(segment('', 3, [{ start: 0, end: 9 }])).toEqual([]);
  });
});

describe('innermost', () => {
  it('takes the shortest span, and all that share it', () => {
    const wide = { start: 0, end: 9 };
    const hamada = { start: 2, end: 5 };
    const austin = { start: 2, end: 5 };
    expect(innermost([wide, hamada, austin])).toEqual([hamada, austin]);
    expect(innermost([])).toEqual([]);
  });
});

describe('aroundQuote', () => {
  it('splits a sentence at its quote', () => {
    const sentence = { start: 100, end: 118, text: 'They met in Tokyo.' };
    expect(aroundQuote(sentence, { start: 105, end: 108 })).toEqual({
      before: 'They ',
      quote: 'met',
      after: ' in Tokyo.',
    });
  });

  it('loses nothing, wherever the quote lies', () => {
    fc.assert(
      fc.property(text, fc.nat(40), span, (body, start, quote) => {
        const parts = aroundQuote({ start, end: start + body.length, text: body }, quote);
        expect(parts.before + parts.quote + parts.after).toBe(body);
      }),
    );
  });
});
