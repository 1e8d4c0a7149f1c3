/** What a person does in the explorer, step by step, and what they then see. */
import type { Locator, Page } from 'playwright-core';
import { routes } from '../../web/api.ts';
import type { Handle } from '../../web/app/components/Canvas/handle.ts';

export type Spot = { readonly x: number; readonly y: number };
export type Places = ReturnType<Handle['positions']>;

export const canvas = (page: Page): Locator => page.getByRole('application');
export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
export const inspector = (page: Page): Locator => panel(page, 'Inspector');
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** Ids of what is drawn. */
export const entities = (page: Page) => page.evaluate(() => window.__threadline?.entities() ?? []);
export const relations = (page: Page) => page.evaluate(() => window.__threadline?.relations() ?? []);
export const places = (page: Page): Promise<Places> =>
  page.evaluate(() => window.__threadline?.positions() ?? {});

/** Waits until this many entities are drawn, all of them placed. */
export async function drawn(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const handle = window.__threadline;
    return (
      handle?.entities().length === wanted &&
      Object.keys(handle.positions()).length === wanted &&
      handle.entities().every((id) => handle.entityAt(id))
    );
  }, count);
}

/** The id of the entity that has this name or alias in the graph, by the API. */
export async function idOf(page: Page, name: string): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await fetch(`${origin}/api/search?q=${encodeURIComponent(name)}`);
  const { results } = routes.search.response.parse(await answer.json());
  const [first] = results;
  if (!first) throw new Error(`Nothing in the graph matches ${name}`);
  return first.entity.id;
}

/** The entity's place in the page, once the view has come to rest. */
export async function spotOf(page: Page, id: string): Promise<Spot> {
  const still = await page.waitForFunction(
    (entity) =>
      new Promise<Spot | null>((resolve) => {
        const before = window.__threadline?.entityAt(entity);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const after = window.__threadline?.entityAt(entity);
            const rests = before && after && before.x === after.x && before.y === after.y;
            resolve(rests ? after : null);
          }),
        );
      }),
    id,
  );
  const at = await still.jsonValue();
  const box = await canvas(page).boundingBox();
  if (!at || !box) throw new Error(`${id} is not drawn`);
  return { x: box.x + at.x, y: box.y + at.y };
}

/** A place of the canvas with nothing on it. */
export async function emptySpot(page: Page): Promise<Spot> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error('no canvas');
  return { x: box.x + box.width - 12, y: box.y + 12 };
}

/** Finds an entity by its name; it is selected after, and the canvas has the keyboard. */
export async function search(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  const found = page.getByRole('option', { name: new RegExp(`${name}[^“]* [\\d,]+ relations?\\b`) });
  await found.first().click();
  await inspector(page).getByRole('heading', { level: 3, name }).waitFor();
}

/** Selects the relation whose reading is given, by the list of the canvas. */
export async function selectRelation(page: Page, reading: string): Promise<void> {
  await page.keyboard.press('l');
  const list = panel(page, 'List of what is on the canvas');
  await list.getByText('Relations', { exact: true }).first().click();
  await list.getByRole('button', { name: reading }).click();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
}

export interface Statement {
  readonly editor: Locator;
  /** Writes a statement in place of the one there. */
  write(text: string): Promise<void>;
  /** Writes a statement and runs it with the keyboard. */
  run(text: string): Promise<void>;
}

/** Opens the console where it is not open. */
export async function console(page: Page): Promise<Statement> {
  const region = panel(page, 'Console');
  if (!(await region.isVisible())) await button(page, 'Console (Q)').click();
  const editor = region.getByRole('textbox', { name: 'Cypher statement' });
  await editor.waitFor();
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
  };
  return {
    editor,
    write,
    run: async (text) => {
      await write(text);
      await page.keyboard.press('ControlOrMeta+Enter');
    },
  };
}

/** Picks the ends of a trace in its panel. */
export async function trace(page: Page, from: string, to: string): Promise<Locator> {
  const region = panel(page, 'Trace');
  if (!(await region.isVisible())) await button(page, 'Trace (T)').click();
  for (const [label, name] of [
    ['Trace from', from],
    ['Trace to', to],
  ] as const) {
    await region.getByRole('combobox', { name: label }).fill(name);
    await page
      .getByRole('listbox')
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  return region;
}
