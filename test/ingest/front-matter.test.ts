import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrontMatterError, readFrontMatter } from '../../ingest/front-matter.ts';

function lineOf(text: string): number {
  try {
    readFrontMatter(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return error.line;
    throw error;
  }
  throw new Error('no error');
}

describe('front matter', () => {
  it('tells title, publisher, date, address and language', () => {
    const text = [
      '---',
      'title: "Readout: Talks"',
      'publisher: Ministry',
      'date: 2026-01',
      'url: https://example.org/a',
      'language: en',
      'tags: [a, b]',
      '---',
      'Body',
    ].join('\r\n');
    expect(readFrontMatter(text)).toEqual({
      metadata: {
        title: 'Readout: Talks',
        publisher: 'Ministry',
        published: '2026-01',
        url: 'https://example.org/a',
        language: 'en',
      },
      text: 'Body',
    });
  });
  it('may be empty', () => {
    expect(readFrontMatter('---\n---\nBody')).toEqual({ metadata: {}, text: 'Body' });
  });
  it('is only what stands between two lines at the very top', () => {
    for (const text of [
      'Body\n---\ntitle: T\n---\n',
      '--- \ntitle: T\nBody',
      '----\ntitle: T\n----\n',
      '---',
    ]) {
      expect(readFrontMatter(text)).toEqual({ metadata: {}, text });
    }
  });
  it('refuses addresses that are no web pages', () => {
    expect(() => readFrontMatter('---\nurl: javascript:alert(1)\n---\n')).toThrow(FrontMatterError);
    expect(() => readFrontMatter('---\nurl: file:///etc/passwd\n---\n')).toThrow(FrontMatterError);
  });
  it('names the line of a fault', () => {
    expect(lineOf('---\ntitle: T\npublished: soon\n---\n')).toBe(3);
    expect(lineOf('---\ntitle: T\npublisher: [a\n---\n')).toBeGreaterThanOrEqual(3);
    expect(lineOf('---\n- a list\n---\n')).toBeGreaterThanOrEqual(1);
  });
  it('never loses or changes text after it', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        expect(readFrontMatter(`---\ntitle: T\n---\n${body}`).text).toBe(body);
      }),
    );
  });
});
