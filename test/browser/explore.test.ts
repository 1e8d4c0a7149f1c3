/** Legend, list, menus, pins: what changes the picture, and what mirrors it. */
import { describe, expect } from 'vitest';
import { test } from './fixture.ts';
import {
  button,
  canvas,
  drawn,
  emptySpot,
  entities,
  idOf,
  inspector,
  panel,
  places,
  relations,
  search,
  spotOf,
} from './steps.ts';

const number = (text: string | null) => Number(/[\d,]+(?=\D*$)/.exec(text ?? '')?.[0].replace(',', ''));

describe('the legend', () => {
  test('hides a type and brings it back, and the counts follow', async ({ open }) => {
    const { page } = await open();
    const all = (await entities(page)).length;
    const country = panel(page, 'Legend').getByRole('button', { name: /^Countries/ });
    const count = number(await country.textContent());
    expect(count).toBeGreaterThan(1);
    await country.click();
    await drawn(page, all - count);
    expect(await country.getAttribute('aria-pressed')).toBe('false');
    expect(await entities(page)).not.toContain(await idOf(page, 'Japan'));
    await page.getByText(`${all - count} of ${all} entities shown (${count} filtered out)`).waitFor();
    await country.click();
    await drawn(page, all);
  });
  test('counts add up to what is drawn', async ({ open }) => {
    const { page } = await open();
    const rows = panel(page, 'Types and lines').locator('[aria-pressed]');
    const counts = await rows.evaluateAll((all) =>
      all.map((row) => ({ text: row.textContent ?? '', shown: row.getAttribute('aria-pressed') })),
    );
    const types = counts.filter(({ text }) => !text.startsWith('Background'));
    const sum = types.reduce((total, { text }) => total + number(text), 0);
    expect(sum).toBe((await entities(page)).length);
  });
  test('takes background knowledge away', async ({ open }) => {
    const { page } = await open();
    const lines = (await relations(page)).length;
    const background = panel(page, 'Legend').getByRole('button', { name: /^Background/ });
    const count = number(await background.textContent());
    await background.click();
    await expect.poll(async () => (await relations(page)).length).toBe(lines - count);
  });
});

describe('the minimap', () => {
  test('comes when not everything is in view, leads elsewhere, and goes again', async ({ open }) => {
    const { page } = await open();
    const map = page.getByRole('img', { name: /^Minimap/ });
    expect(await map.isVisible()).toBe(false);
    const japan = await idOf(page, 'Japan');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('+');
    await map.waitFor();
    const before = await spotOf(page, japan);
    await map.click({ position: { x: 30, y: 30 } });
    const after = await spotOf(page, japan);
    expect(after.x).toBeGreaterThan(before.x);
    expect(after.y).toBeGreaterThan(before.y);
    await page.keyboard.press('f');
    await map.waitFor({ state: 'hidden' });
  });
});

test('a panel that opens leaves in the middle what was there', async ({ open }) => {
  const { page } = await open();
  const japan = await idOf(page, 'Japan');
  await page.keyboard.press('+');
  const fromMiddle = async () => {
    const [spot, box] = [await spotOf(page, japan), await canvas(page).boundingBox()];
    if (!box) throw new Error('no canvas');
    return { x: spot.x - box.x - box.width / 2, y: spot.y - box.y - box.height / 2, width: box.width };
  };
  const before = await fromMiddle();
  await page.keyboard.press('t');
  await panel(page, 'Trace').waitFor();
  await expect.poll(async () => (await fromMiddle()).width).toBeLessThan(before.width);
  const after = await fromMiddle();
  expect(after.x).toBeCloseTo(before.x, 0);
  expect(after.y).toBeCloseTo(before.y, 0);
});

describe('the list', () => {
  test('mirrors the canvas and follows a filter', async ({ open }) => {
    const { page } = await open();
    await page.keyboard.press('l');
    const list = panel(page, 'List of what is on the canvas');
    const all = (await entities(page)).length;
    await list.getByText(`${all} of ${all} entities shown`).waitFor();
    expect(await list.getByRole('button', { name: /^Expand / }).count()).toBe(all);
    await list.getByText('Relations', { exact: true }).first().click();
    const lines = (await relations(page)).length;
    await list.getByText(`${lines} of ${lines} relations shown`).waitFor();
    await list.getByRole('textbox', { name: 'Filter the list' }).fill('Kanoya');
    await list.getByRole('button', { name: /^MQ-9.* deployed to .*Kanoya Air Base$/ }).waitFor();
    expect(await list.getByRole('button', { name: /Mageshima/ }).count()).toBe(0);
  });
  test('works with the keyboard alone', async ({ open }) => {
    const { page } = await open();
    await button(page, /^List of what is on the canvas/).focus();
    await page.keyboard.press('Enter');
    const list = panel(page, 'List of what is on the canvas');
    const name = list.getByRole('button', { name: 'Mageshima', exact: true });
    await name.focus();
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { level: 3, name: 'Mageshima' }).waitFor();
    expect(await name.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await inspector(page).getByRole('heading', { level: 3, name: 'Mageshima' }).waitFor();
  });
});

describe('menus', () => {
  test('of an entity: expansion by type with counts, hide, pin, trace, reader, copy', async ({ open }) => {
    const { page } = await open();
    const spot = await spotOf(page, await idOf(page, 'Mageshima'));
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    const menu = page.getByRole('menu').first();
    for (const name of [
      /^Expand/,
      /^Collapse/,
      /^Hide H/,
      /^Hide all others/,
      /^Pin/,
      /^Start path here/,
      /^Path to here/,
      /^Open in reader/,
      /^Copy/,
    ]) {
      await menu.getByRole('menuitem', { name }).waitFor();
    }
    await menu.getByRole('menuitem', { name: 'Expand' }).hover();
    await page.getByRole('menuitem', { name: /^located in 1/ }).waitFor();
    await page.getByRole('menuitem', { name: 'Open in reader' }).click();
    await panel(page, 'Reader').getByRole('button', { name: 'Mageshima' }).first().waitFor();
  });
  test('of the background: fit, layouts, selection, undo', async ({ open }) => {
    const { page } = await open();
    const before = await places(page);
    const spot = await emptySpot(page);
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    for (const name of [
      /^Fit into view/,
      /^Select all/,
      /^Show relations among the visible/,
      /^Dismiss unconnected/,
    ]) {
      await page.getByRole('menuitem', { name }).waitFor();
    }
    expect(await page.getByRole('menuitem', { name: 'Undo' }).isDisabled()).toBe(true);
    await page.getByRole('menuitem', { name: 'Layout' }).hover();
    await page.getByRole('menuitem', { name: 'Rings by connections' }).click();
    await expect.poll(() => places(page)).not.toEqual(before);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => places(page)).toEqual(before);
  });
  test('Escape closes a menu and leaves the keyboard on the canvas', async ({ open }) => {
    const { page } = await open();
    await canvas(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('application');
  });
});

test('a pinned entity stays where it is when all others are laid out again', async ({ open }) => {
  const { page } = await open();
  const id = await idOf(page, 'Mageshima');
  await search(page, 'Mageshima');
  await page.keyboard.press('p');
  await button(page, 'Unpin').waitFor();
  const before = await places(page);
  const spot = await emptySpot(page);
  await page.mouse.click(spot.x, spot.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Layout' }).hover();
  await page.getByRole('menuitem', { name: 'Rings by connections' }).click();
  await expect.poll(() => places(page)).not.toEqual(before);
  expect((await places(page))[id]).toEqual(before[id]);
});

test('dragging an entity moves it alone, and can be undone', async ({ open }) => {
  const { page } = await open();
  const id = await idOf(page, 'Mageshima');
  const before = await places(page);
  const from = await spotOf(page, id);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await places(page))[id]).not.toEqual(before[id]);
  const { [id]: _moved, ...rest } = await places(page);
  expect(before).toMatchObject(rest);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => places(page)).toEqual(before);
});

test('clicking a line selects its relation', async ({ open }) => {
  const { page } = await open();
  await search(page, 'MQ-9');
  await page.keyboard.press('Shift+H');
  await drawn(page, 1);
  await page.keyboard.press('e');
  await page.waitForFunction(() => (window.__threadline?.relations().length ?? 0) > 0);
  await page.keyboard.press('f');
  const kanoya = await idOf(page, 'Kanoya Air Base');
  const [a, b] = [await spotOf(page, await idOf(page, 'MQ-9')), await spotOf(page, kanoya)];
  await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
  await inspector(page)
    .getByRole('heading', { level: 3, name: /^MQ-9.* deployed to .*Kanoya Air Base/ })
    .waitFor();
});

test('hovering a mention in the text and a relation in the panel lights up the other side', async ({
  open,
}) => {
  const { page } = await open();
  await button(page, 'Reader (R)').click();
  const reader = panel(page, 'Reader');
  await reader.getByRole('button', { name: 'Mageshima' }).first().click();
  await inspector(page).getByRole('heading', { level: 3, name: 'Mageshima' }).waitFor();
  expect(await reader.locator('[data-light="lit"]').first().textContent()).toContain('Mageshima');
});
