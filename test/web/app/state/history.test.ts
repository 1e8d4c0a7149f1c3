import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend, begin, commit, DEPTH, redo, undo } from '../../../../web/app/state/history.ts';

describe('history', () => {
  it('undoes and redoes any sequence of changes to where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1 }), { maxLength: 40 }), fc.nat(40), (values, back) => {
        const changed = values.reduce((history, value) => commit(history, value), begin(0));
        const steps = Math.min(back, changed.past.length);
        let history = changed;
        for (let step = 0; step < steps; step += 1) history = undo(history);
        for (let step = 0; step < steps; step += 1) history = redo(history);
        expect(history).toEqual(changed);
      }),
    );
  });

  it('forgets what was undone when something else is done', () => {
    const history = commit(undo(commit(commit(begin('a'), 'b'), 'c')), 'd');
    expect(history).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
  });

  it('amends the last step without making one, and keeps redo', () => {
    const history = amend(undo(commit(begin('a'), 'b')), 'a, placed');
    expect(history).toEqual({ past: [], present: 'a, placed', future: ['b'] });
    expect(undo(history)).toBe(history);
  });

  it('is no step when nothing changes, and remembers only so many', () => {
    const start = begin(0);
    expect(commit(start, 0)).toBe(start);
    let history = start;
    for (let value = 1; value <= DEPTH + 50; value += 1) history = commit(history, value);
    expect(history.past).toHaveLength(DEPTH);
    expect(history.past[0]).toBe(50);
  });
});
