/** The page without a mouse: keys, tab order, visible focus, Escape. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './fixture.ts';
import { button, canvas, drawn, entities, idOf, inspector, panel, places, search } from './steps.ts';

/** Names of everything the Tab key reaches, until it comes round or leaves the page. */
async function tabOrder(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const names: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const seen =
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none' ||
        // A field shows its focus by its border.
        element.matches('input, textarea, .cm-content');
      return { name: element.getAttribute('aria-label') ?? element.textContent ?? '', seen };
    });
    if (at === null) break;
    expect(at.seen, `focus on ${at.name} can be seen`).toBe(true);
    names.push(at.name);
  }
  return names;
}

test('Tab reaches the tools, the canvas, the search, the legend and the inspector, each visibly', async ({
  open,
}) => {
  const { page } = await open();
  const names = await tabOrder(page);
  for (const name of [
    /^Reader/,
    /^Console/,
    /^Theme/,
    /^Graph of \d+/,
    /^Search the graph/,
    /^Countries/,
    /^Zoom in/,
    /^List of/,
    /^Close inspector/,
    /Japan-U\.S\. Defense/,
  ]) {
    expect(
      names.some((each) => name.test(each)),
      String(name),
    ).toBe(true);
  }
});

describe('keys', () => {
  test('/ searches; letters typed there are text', async ({ open }) => {
    const { page } = await open();
    const field = page.getByRole('combobox', { name: 'Search the graph' });
    await page.keyboard.press('/');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('hefi');
    expect(await field.inputValue()).toBe('hefi');
    expect((await entities(page)).length).toBeGreaterThan(1);
  });
  test('Ctrl+K opens the palette anywhere: commands and entities by name, Enter takes the first', async ({
    open,
  }) => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Search the graph' }).focus();
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Palette' });
    await expect.poll(() => palette.getByRole('option').count()).toBeGreaterThan(20);
    expect(await palette.getByRole('combobox').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.type('theme dark');
    await expect.poll(() => palette.getByRole('option').allTextContents()).toEqual(['Theme: dark']);
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
      .toBe('dark');

    await page.keyboard.press('ControlOrMeta+k');
    await palette.getByRole('combobox').fill('mageshima');
    await palette.getByRole('option', { name: /^Mageshima/ }).waitFor();
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { name: 'Mageshima' }).waitFor();

    await page.keyboard.press('ControlOrMeta+k');
    await palette.getByRole('combobox').fill('qwxz');
    await palette.getByText('No command and no entity matches “qwxz”.').waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
  });
  test('R, T, Q, I, L and ? open and close their panels', async ({ open }) => {
    const { page } = await open();
    for (const [key, name] of [
      ['r', 'Reader'],
      ['t', 'Trace'],
      ['q', 'Console'],
      ['l', 'List of what is on the canvas'],
    ] as const) {
      await page.keyboard.press(key);
      await panel(page, name).waitFor();
      // Its field may take the keyboard once it is there; keys are the page's outside of fields.
      await panel(page, name).getByRole('textbox').or(panel(page, name)).last().waitFor();
      await canvas(page).focus();
      await page.keyboard.press(key);
      await panel(page, name).waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('i');
    await inspector(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('i');
    await inspector(page).waitFor();
  });
  test('? lists every key, and Escape closes the list', async ({ open }) => {
    const { page } = await open();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys and gestures' });
    await dialog.waitFor();
    const text = await dialog.textContent();
    for (const words of [
      'Search',
      'Undo',
      'Redo',
      'Expand what is selected',
      'Collapse',
      'Hide what is selected',
      'Hide everything else',
      'Pin or unpin',
      'Fit everything',
      'Inspector',
      'Run the console',
    ]) {
      expect(text).toContain(words);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
  test('E expands, C collapses, H hides, Shift+H hides the others, P pins', async ({ open }) => {
    const { page } = await open();
    await search(page, 'MQ-9');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    await page.keyboard.press('e');
    await page.waitForFunction(() => (window.__threadline?.entities().length ?? 0) > 1);
    await page.keyboard.press('c');
    await drawn(page, 1);
    await page.keyboard.press('p');
    await button(page, 'Unpin').waitFor();
    await page.keyboard.press('h');
    await page.getByRole('heading', { name: 'The canvas is empty' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await drawn(page, 1);
  });
  test('+ and − zoom, F fits, Ctrl+A selects everything, Escape selects nothing', async ({ open }) => {
    const { page } = await open();
    const zoom = () => page.evaluate(() => window.__threadline?.zoom() ?? 0);
    const before = await zoom();
    const stood = await places(page);
    await page.keyboard.press('+');
    await expect.poll(zoom).toBeGreaterThan(before);
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect.poll(zoom).toBeLessThan(before);
    await page.keyboard.press('f');
    await expect.poll(zoom).toBeCloseTo(before, 5);
    expect(await places(page)).toEqual(stood);
    await page.keyboard.press('ControlOrMeta+a');
    const all = (await entities(page)).length;
    await inspector(page)
      .getByText(new RegExp(`\\b${all} entities`))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await inspector(page).getByRole('heading', { name: 'The graph' }).waitFor();
  });
  test('arrows walk over the canvas, Enter opens the menu of what is selected', async ({ open }) => {
    const { page } = await open();
    await canvas(page).focus();
    await page.keyboard.press('ArrowDown');
    const heading = inspector(page).getByRole('heading', { level: 3 });
    await expect.poll(() => heading.textContent()).not.toBe('The graph');
    const first = await heading.textContent();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => heading.textContent()).not.toBe(first);
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu').first();
    await menu.waitFor();
    expect(await menu.textContent()).toContain(await heading.textContent());
  });
});

test('a trace without the mouse: T, a name, Enter, a name, Enter; Escape leaves the field', async ({
  open,
}) => {
  const { page } = await open();
  await page.keyboard.press('t');
  const region = panel(page, 'Trace');
  const has = (label: string) => region.getByRole('combobox', { name: label }).and(page.locator(':focus'));
  for (const [label, name] of [
    ['Trace from', 'Mageshima'],
    ['Trace to', 'extended deterrence'],
  ] as const) {
    await has(label).waitFor();
    await page.keyboard.type(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
    await page.keyboard.press('Enter');
  }
  await region.getByRole('article').first().waitFor();
  await page.keyboard.press('Escape');
  await has('Trace to').waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  await region.waitFor({ state: 'hidden' });
});

test('Escape closes the search without choosing', async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('Mageshima');
  await page
    .getByRole('option', { name: /^Mageshima/ })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  expect(await inspector(page).getByRole('heading', { level: 3 }).textContent()).toBe('The graph');
  expect(await entities(page)).toContain(await idOf(page, 'Mageshima'));
});
