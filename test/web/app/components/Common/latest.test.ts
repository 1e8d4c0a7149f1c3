import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLatest, type Outcome } from '../../../../../web/app/components/Common/latest.ts';

/** A question that is answered by hand. */
function question<T>() {
  let answer: (value: T) => void = () => {};
  let fail: (cause: unknown) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  let signal: AbortSignal | undefined;
  const load = (given: AbortSignal) => {
    signal = given;
    return promise;
  };
  return { load, answer, fail, aborted: () => signal?.aborted };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createLatest', () => {
  it('drops the answer to an older question that comes late', async () => {
    const seen: Outcome<string>[] = [];
    const latest = createLatest<string>((outcome) => seen.push(outcome));
    const [older, newer] = [question<string>(), question<string>()];
    latest.ask(older.load);
    latest.ask(newer.load);
    newer.answer('new');
    older.answer('old');
    await settle();
    expect(seen).toEqual([{ status: 'ready', data: 'new' }]);
    expect(older.aborted()).toBe(true);
    expect(newer.aborted()).toBe(false);
  });

  it('delivers the newest only, whatever order answers and failures come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 6 })
          .chain((n) =>
            fc.tuple(
              fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
              fc.array(fc.boolean(), { minLength: n, maxLength: n }),
            ),
          ),
        async ([order, fails]) => {
          const seen: Outcome<number>[] = [];
          const latest = createLatest<number>((outcome) => seen.push(outcome));
          const questions = order.map(() => question<number>());
          for (const { load } of questions) latest.ask(load);
          for (const index of order) {
            if (fails[index]) questions[index]?.fail(index);
            else questions[index]?.answer(index);
          }
          await settle();
          const last = order.length - 1;
          expect(seen).toEqual([
            fails[last] ? { status: 'failed', cause: last } : { status: 'ready', data: last },
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('delivers nothing after stop', async () => {
    const seen: Outcome<string>[] = [];
    const latest = createLatest<string>((outcome) => seen.push(outcome));
    const asked = question<string>();
    latest.ask(asked.load);
    latest.stop();
    asked.answer('late');
    await settle();
    expect(seen).toEqual([]);
    expect(asked.aborted()).toBe(true);
  });
});
