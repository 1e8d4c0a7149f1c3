import { describe, expect, it } from 'vitest';
import { help, readArguments, UsageError } from '../../ingest/arguments.ts';

describe('command line', () => {
  it('names files to read, and what is known of a single one', () => {
    expect(readArguments(['ingest', 'a.txt', 'b.md'])).toMatchObject({
      command: 'ingest',
      files: ['a.txt', 'b.md'],
      metadata: {},
    });
    const known = ['--title', 'T', '--publisher=P', '--date', '2026', '--url', 'https://example.org/'];
    expect(readArguments(['ingest', 'a.txt', ...known]).metadata).toEqual({
      title: 'T',
      publisher: 'P',
      published: '2026',
      url: 'https://example.org/',
    });
  });
  it('explains what extract reads', () => {
    expect(readArguments(['extract', 'a.txt', '--explain'])).toMatchObject({
      command: 'extract',
      explain: true,
    });
    expect(readArguments(['extract', 'a.txt']).explain).toBe(false);
    expect(readArguments(['ingest', 'a.txt', '--into-existing']).intoExisting).toBe(true);
    expect(readArguments(['ingest', 'a.txt']).intoExisting).toBe(false);
    expect(help).toContain('--explain');
  });
  it('lists and removes', () => {
    expect(readArguments(['ingest', '--list']).command).toBe('list');
    expect(readArguments(['ingest', '--remove', 'd1'])).toMatchObject({ command: 'remove', id: 'd1' });
    expect(readArguments(['ingest', '--data', 'x', '--list']).data).toBe('x');
  });
  it.each([
    [['ingest']],
    [['extract']],
    [[]],
    [['bake', 'a.txt']],
    [['extract', 'a.txt', 'b.txt']],
    [['ingest', 'a.txt', 'b.txt', '--title', 'T']],
    [['ingest', 'a.txt', '--date', 'yesterday']],
    [['ingest', 'a.txt', '--url', 'javascript:alert(1)']],
    [['ingest', 'a.txt', '--frobnicate']],
    [['ingest', '--remove']],
    [['ingest', 'a.txt', '--explain']],
  ])('refuses %j', (args) => {
    expect(() => readArguments(args)).toThrow(UsageError);
  });
});
