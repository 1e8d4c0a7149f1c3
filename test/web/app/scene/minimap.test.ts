import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../web/app/scene/captions.ts';
import { contains, inView, MAP_SIZE, projection } from '../../../../web/app/scene/minimap.ts';

const extent: Box = { left: -300, top: -100, right: 500, bottom: 700 };

describe('projection', () => {
  it('keeps everything on the map', () => {
    const { to } = projection(extent);
    for (const x of [extent.left, extent.right]) {
      for (const y of [extent.top, extent.bottom]) {
        const at = to({ x, y });
        expect(at.x).toBeGreaterThan(0);
        expect(at.y).toBeGreaterThan(0);
        expect(at.x).toBeLessThan(MAP_SIZE.width);
        expect(at.y).toBeLessThan(MAP_SIZE.height);
      }
    }
  });

  it('leads back to where a point came from', () => {
    const coordinate = fc.double({ min: -10_000, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const { to, from } = projection(extent);
        const back = from(to({ x, y }));
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe('inView', () => {
  it('is the whole scene where it was fitted, and less once zoomed in', () => {
    const size = { width: 800, height: 800 };
    const fitted = inView({ zoom: 1, pan: { x: 300, y: 100 } }, size);
    expect(fitted).toEqual(extent);
    expect(contains(fitted, extent)).toBe(true);
    expect(contains(inView({ zoom: 1.5, pan: { x: 300, y: 100 } }, size), extent)).toBe(false);
  });
});
