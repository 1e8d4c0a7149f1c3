/** The address carries the view: what is shown, selected and open, and in which theme. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { sceneDrawn, test } from './fixture.ts';
import {
  button,
  console,
  drawn,
  entities,
  idOf,
  inspector,
  type Places,
  panel,
  places,
  search,
} from './steps.ts';

const hashOf = (page: Page) => new URL(page.url()).hash;

/** Positions as the address keeps them: whole numbers. */
const rounded = (all: Places): Places =>
  Object.fromEntries(
    Object.entries(all).map(([id, { x, y }]) => [id, { x: Math.round(x) || 0, y: Math.round(y) || 0 }]),
  );
const schemeOf = (page: Page) =>
  page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));

describe('a reload', () => {
  test('brings back entities, places, selection, panels and theme', async ({ open }) => {
    const { page } = await open({ colorScheme: 'light' });
    await search(page, 'MQ-9');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    await page.keyboard.press('e');
    await page.waitForFunction(() => (window.__threadline?.relations().length ?? 0) > 0);
    await sceneDrawn(page);
    await button(page, 'Trace (T)').click();
    await button(page, /^Theme/).click();
    await button(page, /^Theme/).click();
    await button(page, 'Theme: dark').waitFor();
    const [before, shown] = [rounded(await places(page)), await entities(page)];
    await page.waitForURL(/theme=dark/);
    await page.reload();
    await sceneDrawn(page);
    expect(await entities(page)).toEqual(shown);
    expect(rounded(await places(page))).toEqual(before);
    await inspector(page).getByRole('heading', { level: 3, name: 'MQ-9' }).waitFor();
    await panel(page, 'Trace').waitFor();
    expect(await schemeOf(page)).toBe('dark');
  });
  test('right after a change loses nothing', async ({ open }) => {
    const { page } = await open();
    const all = (await entities(page)).length;
    await search(page, 'MQ-9');
    await page.keyboard.press('h');
    await drawn(page, all - 1);
    await page.reload();
    await sceneDrawn(page);
    expect((await entities(page)).length).toBe(all - 1);
  });
});

test('an address opened elsewhere gives an equal state', async ({ open }) => {
  const { page } = await open();
  await search(page, 'Kanoya Air Base');
  await page.keyboard.press('Shift+H');
  await drawn(page, 1);
  await page.keyboard.press('p');
  await page.waitForURL(/~p/);
  const hash = hashOf(page);
  const other = await open({ hash });
  expect(await entities(other.page)).toEqual(await entities(page));
  expect(await places(other.page)).toEqual(rounded(await places(page)));
  await button(other.page, 'Unpin').waitFor();
  await expect.poll(() => hashOf(other.page)).toBe(hash);
});

test('a statement in an address is filled in but not run', async ({ open }) => {
  const asked: string[] = [];
  const { page } = await open({ drawn: false, hash: '#v=1&open=console&q=MATCH%20(a)%20RETURN%20a' });
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  const editor = panel(page, 'Console').getByRole('textbox', { name: 'Cypher statement' });
  await editor.waitFor();
  await expect.poll(() => editor.textContent()).toContain('MATCH (a) RETURN a');
  await sceneDrawn(page);
  expect(asked).not.toContain('/api/cypher');
  const { editor: same } = await console(page);
  await same.click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await panel(page, 'Console')
    .getByText(/rows? in/)
    .waitFor();
});

test('a damaged address says so and shows the opening scene', async ({ open }) => {
  const { page } = await open({ hash: '#v=1&e=country:japan~$$$~2' });
  await page
    .getByRole('alert')
    .getByText(/The link is damaged/)
    .waitFor();
  expect((await entities(page)).length).toBeGreaterThan(1);
});

test('entities that are gone are counted', async ({ open }) => {
  const { page } = await open();
  const id = await idOf(page, 'Mageshima');
  const other = await open({ hash: `#v=1&e=${encodeURIComponent(id)}~0~0,gone:for-good~9~9` });
  await other.page.getByText('1 of the 2 entities of this link are no longer in the graph.').waitFor();
  expect(await entities(other.page)).toEqual([id]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`follows a ${scheme} system`, async ({ open }) => {
    const { page } = await open({ colorScheme: scheme });
    expect(await schemeOf(page)).toBe(scheme);
  });
}
