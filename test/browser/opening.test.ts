/** The first picture: drawn, counted, readable. */
import { describe, expect, inject } from 'vitest';
import { routes } from '../../web/api.ts';
import { FIRST_PICTURE } from '../../web/app/scene/first-picture.ts';
import { test } from './fixture.ts';
import { button, canvas, entities, idOf, places, relations } from './steps.ts';

const health = async () =>
  routes.health.response.parse(await (await fetch(`${inject('address')}/api/health`)).json());

describe('the opening scene', () => {
  test('draws the whole graph, every entity in a place of its own', async ({ open }) => {
    const { page } = await open();
    const known = await health();
    expect((await entities(page)).length).toBe(known.entities);
    expect((await relations(page)).length).toBe(known.relations);
    expect(Object.keys(await places(page)).length).toBe(known.entities);
    expect(await page.evaluate(() => window.__threadline?.overlapping())).toEqual([]);
  });
  test('paints the canvas', async ({ open }) => {
    const { page } = await open();
    const painted = await page.evaluate(() =>
      [...document.querySelectorAll('canvas')].some((layer) => {
        const { width, height } = layer;
        if (width === 0 || height === 0) return false;
        const pixels = layer.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return new Set(pixels).size > 50;
      }),
    );
    expect(painted).toBe(true);
  });
  test('notes in the timeline when it was there', async ({ open }) => {
    const { page } = await open();
    const noted = await page.evaluate((name) => performance.getEntriesByName(name).length, FIRST_PICTURE);
    expect(noted).toBe(1);
  });
  test('says how much there is, in the words of the API', async ({ open }) => {
    const { page } = await open();
    const { entities: all, relations: lines, documents } = await health();
    const header = page.getByRole('banner');
    await header.getByRole('heading', { level: 1, name: 'Threadline' }).waitFor();
    expect(documents).toBe(1);
    expect(await header.textContent()).toContain(`1 document · ${all} entities · ${lines} relations`);
    expect(await canvas(page).getAttribute('aria-label')).toContain(`${all} entities and ${lines} relations`);
    await page.getByText(`All ${all} entities shown`).waitFor();
  });
  test('shows everything inside the window', async ({ open }) => {
    const { page } = await open();
    const box = await canvas(page).boundingBox();
    const spots = await page.evaluate(() =>
      window.__threadline?.entities().map((id) => window.__threadline?.entityAt(id) ?? null),
    );
    for (const spot of spots ?? []) {
      expect(spot?.x).toBeGreaterThan(0);
      expect(spot?.y).toBeGreaterThan(0);
      expect(spot?.x).toBeLessThan(box?.width ?? 0);
      expect(spot?.y).toBeLessThan(box?.height ?? 0);
    }
  });
  test('holds the assets the document is about', async ({ open }) => {
    const { page } = await open();
    const shown = await entities(page);
    for (const name of ['MQ-9', 'Kanoya', 'Futenma', 'Henoko', 'Mageshima']) {
      expect(shown, name).toContain(await idOf(page, name));
    }
  });
  for (const width of [400, 1920]) {
    test(`fits a window ${width} px wide without a scroll bar`, async ({ open }) => {
      const { page } = await open({ viewport: { width, height: 800 } });
      const { scrollWidth, scrollHeight } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth ?? 0).toBeLessThanOrEqual(width);
      expect(scrollHeight ?? 0).toBeLessThanOrEqual(800);
      await button(page, 'Reader (R)').waitFor();
      expect(await page.evaluate(() => window.__threadline?.overlapping())).toEqual([]);
    });
  }
});
