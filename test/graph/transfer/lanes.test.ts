/** Work side by side: never two pieces on one part, and what fails stops the rest. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lanes } from '../../../graph/transfer/lanes.ts';

test('pieces that run at the same time touch different parts, and every piece runs once', async () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 2 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 4 }), async (pieces, width) => {
      const lanes = new Lanes(width);
      const busy: number[] = [];
      const ran: number[] = [];
      let most = 0;
      let now = 0;
      for (const [index, parts] of pieces.entries()) {
        const run = async () => {
          expect(busy.filter((part) => parts.includes(part))).toEqual([]);
          busy.push(...parts);
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setImmediate(resolve));
          for (const part of parts) busy.splice(busy.indexOf(part), 1);
          now -= 1;
          ran.push(index);
        };
        await lanes.add({ parts, prepare: () => run });
      }
      await lanes.drained();
      expect(ran.toSorted((a, b) => a - b)).toEqual(pieces.map((_, index) => index));
      expect(most).toBeLessThanOrEqual(width);
    }),
    { numRuns: 50 },
  );
});

test('what a piece throws is told once the others have ended, and nothing more begins', async () => {
  const lanes = new Lanes(2);
  const ended: string[] = [];
  const piece = (name: string, fails = false) => ({
    parts: [],
    prepare: () => async () => {
      await new Promise((resolve) => setTimeout(resolve, fails ? 1 : 20));
      if (fails) throw new Error(`${name} failed`);
      ended.push(name);
    },
  });
  await lanes.add(piece('slow'));
  await lanes.add(piece('broken', true));
  const late = (async () => {
    for (let index = 0; index < 20; index += 1) await lanes.add(piece(`late ${index}`));
    await lanes.drained();
  })();
  await expect(late).rejects.toThrow('broken failed');
  expect(ended).toContain('slow');
  expect(ended).not.toContain('late 19');
});
