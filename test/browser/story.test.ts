/** What a newcomer does first: find the MQ-9, read the sentence behind a line, expand, trace, ask. */
import { describe, expect } from 'vitest';
import { test } from './fixture.ts';
import {
  button,
  canvas,
  console,
  drawn,
  entities,
  idOf,
  inspector,
  panel,
  places,
  relations,
  search,
  selectRelation,
  spotOf,
  trace,
} from './steps.ts';

const SENTENCE =
  'From such perspective, the Ministers welcomed the progress towards the temporary deployment of USAF MQ-9s to MSDF Kanoya Air Base.';

describe('finding the MQ-9', () => {
  test('/ focuses the search, Enter selects and centres the first result', async ({ open }) => {
    const { page } = await open();
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search the graph' });
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('mq-9');
    await page.getByRole('option', { name: /^MQ-9/ }).waitFor();
    await page.locator('[role=option][data-combobox-selected]', { hasText: /^MQ-9/ }).waitFor();
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { level: 3, name: 'MQ-9' }).waitFor();
    const [box, spot] = [await canvas(page).boundingBox(), await spotOf(page, await idOf(page, 'MQ-9'))];
    if (!box) throw new Error('no canvas');
    // The legend takes room at the left: the middle of what is free is not the middle of the canvas.
    expect(Math.abs(spot.x - (box.x + box.width / 2))).toBeLessThan(box.width * 0.2);
    expect(Math.abs(spot.y - (box.y + box.height / 2))).toBeLessThan(box.height * 0.2);
  });
  test('its relation to Kanoya opens the sentence, and the sentence stands in the text', async ({ open }) => {
    const { page } = await open();
    await search(page, 'MQ-9');
    await inspector(page)
      .getByRole('button', { name: /MQ-9.* deployed to .*Kanoya Air Base/i })
      .click();
    await inspector(page)
      .getByRole('heading', { level: 3, name: /deployed to .*Kanoya/ })
      .waitFor();
    const claim = inspector(page).getByRole('article').first();
    expect(await claim.getByRole('blockquote').textContent()).toBe(SENTENCE);
    const quote = await claim.locator('mark').textContent();
    expect(SENTENCE).toContain(quote);
    expect(quote).toMatch(/MQ-9s to MSDF Kanoya/);
    await claim.getByRole('button', { name: 'Show in text' }).click();
    const sentence = panel(page, 'Reader').locator('[data-sentence]', {
      hasText: 'From such perspective, the Ministers welcomed',
    });
    await sentence.waitFor();
    await page.waitForFunction((start) => {
      const found = [...document.querySelectorAll('[data-sentence]')].find((each) =>
        each.textContent?.startsWith(start),
      );
      const box = found?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < window.innerHeight;
    }, 'From such perspective, the Ministers welcomed');
    expect((await sentence.locator('[data-light="quote"]').allTextContents()).join('')).toBe(quote);
  });
  test('what has no sentence says that it is background knowledge', async ({ open }) => {
    const { page } = await open();
    await selectRelation(page, 'Henoko-saki located in Okinawa');
    await inspector(page).getByText('Background knowledge from the gazetteer; no quote').waitFor();
    expect(await inspector(page).getByRole('blockquote').count()).toBe(0);
  });
});

describe('expanding', () => {
  test('adds neighbours and leaves everything else exactly where it was', async ({ open }) => {
    const { page } = await open();
    await search(page, 'MQ-9');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    const id = await idOf(page, 'MQ-9');
    const first = await places(page);
    const spot = await spotOf(page, id);
    await page.mouse.dblclick(spot.x, spot.y);
    const kanoya = await idOf(page, 'Kanoya');
    await page.waitForFunction((wanted) => window.__threadline?.entityAt(wanted), kanoya);
    const second = await places(page);
    expect(second).toMatchObject(first);

    await search(page, 'Kanoya Air Base');
    await page.keyboard.press('e');
    const japan = await idOf(page, 'Japan');
    await page.waitForFunction((wanted) => window.__threadline?.entityAt(wanted), japan);
    const third = await places(page);
    expect(third).toMatchObject(second);
    expect(await page.evaluate(() => window.__threadline?.overlapping())).toEqual([]);
    expect(await relations(page)).not.toEqual([]);
  });
  test('undo and redo take every step back and forth', async ({ open }) => {
    const { page } = await open();
    const before = await places(page);
    const all = (await entities(page)).length;
    await search(page, 'MQ-9');
    await page.keyboard.press('h');
    await drawn(page, all - 1);
    expect(await entities(page)).not.toContain(await idOf(page, 'MQ-9'));
    await page.keyboard.press('ControlOrMeta+z');
    await drawn(page, all);
    expect(await places(page)).toEqual(before);
    expect(await button(page, 'Undo (Ctrl+Z)').isDisabled()).toBe(true);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await drawn(page, all - 1);
    await button(page, 'Undo (Ctrl+Z)').click();
    await drawn(page, all);
  });
  test('a second double-click takes the expansion back', async ({ open }) => {
    const { page } = await open();
    await search(page, 'MQ-9');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    const spot = await spotOf(page, await idOf(page, 'MQ-9'));
    await page.mouse.dblclick(spot.x, spot.y);
    await page.waitForFunction(() => (window.__threadline?.entities().length ?? 0) > 1);
    await page.mouse.dblclick(spot.x, spot.y);
    await drawn(page, 1);
  });
  test('more than 25 new neighbours are asked about first', async ({ open }) => {
    const { page } = await open();
    await search(page, 'Japan');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Expand Japan' });
    await dialog.getByRole('textbox', { name: 'At most' }).fill('5');
    // News goes away by itself: it is watched for before it comes.
    const said = page
      .getByText(/5 of \d+ new neighbours of Japan were added/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Expand', exact: true }).click();
    await Promise.all([said, drawn(page, 6)]);
  });
});

describe('tracing', () => {
  test('Mageshima to extended deterrence: every hop has its quote or says that it is background', async ({
    open,
  }) => {
    const { page } = await open();
    const region = await trace(page, 'Mageshima', 'extended deterrence');
    const paths = region.getByRole('article');
    await paths.first().waitFor();
    const count = await paths.count();
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index += 1) {
      const path = paths.nth(index);
      const head = path.getByRole('button', { name: /Mageshima → .*extended deterrence/ });
      await head.click();
      await path.getByRole('list').waitFor();
      const hops = path.getByRole('list').getByRole('listitem');
      expect(await hops.count()).toBeGreaterThan(0);
      for (const hop of await hops.all()) {
        const quotes = await hop.locator('blockquote mark').allTextContents();
        const background = await hop.getByText('Background knowledge from the gazetteer').count();
        expect(quotes.filter((quote) => quote !== '').length + background).toBe(1);
      }
    }
  });
  test('by way of a stop, and only over what passes the filters', async ({ open }) => {
    const { page } = await open();
    const region = await trace(page, 'Mageshima', 'extended deterrence');
    await region.getByRole('button', { name: 'Add a stop' }).click();
    await page.keyboard.type('Realignment');
    const found = page.getByRole('listbox').getByRole('option', { name: /^Realignment/ });
    await found.first().waitFor();
    await page.keyboard.press('Enter');
    const heads = region.getByRole('article').getByRole('button', { name: / → / });
    await heads
      .and(region.getByRole('button', { name: /Mageshima → .*Realignment → / }))
      .first()
      .waitFor();
    for (const words of await heads.allTextContents()) expect(words).toMatch(/Mageshima → .*Realignment → /);
    await region.getByRole('button', { name: 'Filters' }).click();
    await region.getByRole('textbox', { name: 'Not before' }).fill('2090');
    await page.keyboard.press('Enter');
    await region.getByText('Filters are on: nothing that ended before 2090.').waitFor();
    await page.waitForURL(/via=topic:realignment.*after=2090/);
    await region.getByRole('button', { name: 'Filters 1 on' }).waitFor();
    await region.getByRole('button', { name: 'Clear all filters' }).click();
    await heads.first().waitFor();
    await region.getByRole('button', { name: 'Remove stop 1' }).click();
    await page.waitForURL((url) => !/via=|after=/.test(url.hash));
  });
  test('a chosen path comes into the scene, in view', async ({ open }) => {
    const { page } = await open();
    await search(page, 'MQ-9');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    const region = await trace(page, 'Mageshima', 'extended deterrence');
    const [mageshima, deterrence] = [await idOf(page, 'Mageshima'), await idOf(page, 'extended deterrence')];
    await region.getByRole('button', { name: 'Show on the canvas' }).first().click();
    for (const id of [mageshima, deterrence]) {
      await page.waitForFunction((wanted) => window.__threadline?.entityAt(wanted), id);
      const spot = await spotOf(page, id);
      const box = await canvas(page).boundingBox();
      expect(spot.x).toBeGreaterThan(box?.x ?? 0);
      expect(spot.x).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    }
    expect((await relations(page)).length).toBeGreaterThan(0);
  });
  test('the first path stands out at once where it is in the scene, with nothing to undo', async ({
    open,
  }) => {
    const { page } = await open();
    const region = await trace(page, 'Mageshima', 'extended deterrence');
    const head = region.getByRole('button', { name: / → / }).first();
    const steps = ((await head.textContent()) ?? '').split(' → ').length;
    await expect.poll(() => page.evaluate(() => window.__threadline?.standingOut().length)).toBe(steps);
    expect(await button(page, 'Undo (Ctrl+Z)').isDisabled()).toBe(true);
  });
  test('the menu of an entity sets the ends', async ({ open }) => {
    const { page } = await open();
    for (const [name, item] of [
      ['Mageshima', 'Start path here'],
      ['extended deterrence', 'Path to here'],
    ] as const) {
      await search(page, name);
      const spot = await spotOf(page, await idOf(page, name));
      await page.mouse.click(spot.x, spot.y, { button: 'right' });
      await page.getByRole('menuitem', { name: item }).click();
    }
    await panel(page, 'Trace').getByRole('article').first().waitFor();
  });
});

test('asking for every asset: a table, and the same on the canvas', async ({ open }) => {
  const { page } = await open();
  const { run } = await console(page);
  await run('MATCH (a:Asset)-[r]-(b) RETURN a, r, b');
  const region = panel(page, 'Console');
  await region
    .getByRole('row', { name: /MQ-9.*Kanoya Air Base/ })
    .first()
    .waitFor();
  expect(await region.getByRole('columnheader').allTextContents()).toEqual(['a', 'r', 'b']);
  await region.getByRole('tab', { name: 'Graph' }).click();
  const words = await region.getByText(/\d+ entities and \d+ relations/).textContent();
  await region.getByRole('button', { name: 'Show on canvas' }).click();
  await drawn(page, Number(/(\d+) entities/.exec(words ?? '')?.[1]));
  for (const name of ['MQ-9', 'Kanoya', 'Futenma', 'Henoko', 'Mageshima']) {
    expect(await entities(page), name).toContain(await idOf(page, name));
  }
});
