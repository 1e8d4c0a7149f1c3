import { describe, expect, it } from 'vitest';
import { createProgress, type Output } from '../../ingest/progress.ts';

function report(terminal: boolean, columns = 80): string {
  let text = '';
  const output: Output = {
    isTTY: terminal,
    columns,
    write: (part) => {
      text += part;
    },
  };
  const progress = createProgress(3, output);
  progress.start('a.txt');
  progress.done('A: 2 sentences');
  progress.start('b.txt');
  progress.failed('b.txt: is empty.');
  progress.start('c.txt');
  progress.done('C: 1 sentence');
  progress.end();
  return text;
}

describe('progress', () => {
  it('is one plain line per file away from a terminal', () => {
    expect(report(false)).toBe(
      'A: 2 sentences\nb.txt: is empty.\nC: 1 sentence\n2 of 3 files read into the graph, 1 refused\n',
    );
  });
  it('is a bar on a terminal that finished lines replace, and that fits', () => {
    const text = report(true, 40);
    expect(text).toContain('[........................] 0/3 a.txt');
    expect(text).toContain('[################........] 2/3 c.txt');
    const narrow = report(true, 20).split('\u001b[K');
    expect(narrow[1]).toBe(`[${'.'.repeat(18)}\r`);
  });
  it('tells what a stop left unread', () => {
    let text = '';
    const progress = createProgress(2, { write: (part) => (text += part) });
    progress.start('a.txt');
    progress.done('A');
    progress.end();
    expect(text).toBe('A\n1 of 2 files read into the graph, 1 not read: stopped\n');
  });
});
