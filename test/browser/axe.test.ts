/** axe finds nothing serious or critical on any view, in both colour schemes. */
import { describe, expect } from 'vitest';
import { audit } from './audit.ts';
import { test } from './fixture.ts';
import { button, console, drawn, inspector, panel, search, selectRelation, trace } from './steps.ts';

describe('axe', () => {
  // axe is put into the page as a script, which the page's own policy would refuse.
  const options = { bypassCSP: true };

  test('the scene, an entity, a relation and its place in the text', async ({ open }) => {
    const { page } = await open(options);
    expect(await audit(page), 'opening scene').toEqual([]);
    await search(page, 'MQ-9');
    await inspector(page)
      .getByText(/\d+ mentions? in/)
      .waitFor();
    expect(await audit(page), 'entity').toEqual([]);
    await selectRelation(page, 'Henoko-saki located in Okinawa');
    await inspector(page).getByText('Background knowledge').first().waitFor();
    expect(await audit(page), 'background relation').toEqual([]);
    await page.keyboard.press('r');
    await panel(page, 'Reader').locator('[data-sentence]').first().waitFor();
    expect(await audit(page), 'reader').toEqual([]);
  });
  test('search results, help, palette and list', async ({ open }) => {
    const { page } = await open(options);
    await page.keyboard.press('/');
    await page.keyboard.type('Ja');
    await page.getByRole('option').first().waitFor();
    expect(await audit(page), 'search results').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await button(page, /^Keys and gestures/).click();
    await page.getByRole('dialog').waitFor();
    expect(await audit(page), 'help').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Command or entity' }).fill('japan');
    await page
      .getByRole('option', { name: /^Japan/ })
      .first()
      .waitFor();
    expect(await audit(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button(page, /^List of/).click();
    await panel(page, 'List of what is on the canvas').waitFor();
    expect(await audit(page), 'list').toEqual([]);
  });
  test('documents, and the question before one is removed', async ({ open }) => {
    const { page, faults } = await open(options);
    faults.expect(/status of 422/);
    await button(page, /^Documents/).click();
    const dialog = page.getByRole('dialog');
    const blank = { name: 'blank.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') };
    await dialog.locator('input[type=file]').setInputFiles(blank);
    await dialog.getByText('It holds nothing but white space.').waitFor();
    await dialog.getByRole('button', { name: /^Remove Japan/ }).click();
    await dialog.getByRole('button', { name: 'Keep' }).waitFor();
    expect(await audit(page), 'documents').toEqual([]);
  });
  test('trace and expansion dialog', async ({ open }) => {
    const { page } = await open(options);
    const region = await trace(page, 'Mageshima', 'extended deterrence');
    await region.getByRole('article').first().waitFor();
    await region.getByRole('button', { name: 'Add a stop' }).click();
    await region.getByRole('button', { name: 'Filters' }).click();
    await region.getByRole('combobox', { name: 'Least confidence' }).selectOption('90%');
    await region.getByRole('button', { name: 'Filters 1 on' }).waitFor();
    await region.getByRole('status').first().waitFor();
    expect(await audit(page), 'trace').toEqual([]);
    await region.getByRole('button', { name: 'Close trace' }).click();
    await search(page, 'Japan');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    expect(await audit(page), 'expansion dialog').toEqual([]);
  });
  test('console with a table and with an error', async ({ open }) => {
    const { page, faults } = await open(options);
    faults.expect(/status of 400/);
    const { run } = await console(page);
    await run('MATCH (a:Asset)-[r]->(b:Entity) RETURN a, r, b, a.name AS name');
    await panel(page, 'Console').getByRole('row').nth(1).waitFor();
    expect(await audit(page), 'table').toEqual([]);
    await run('MATCH (a RETURN a');
    await panel(page, 'Console').getByRole('alert').waitFor();
    expect(await audit(page), 'error').toEqual([]);
  });
  test('a window 400 px wide', async ({ open }) => {
    const { page } = await open({ ...options, viewport: { width: 400, height: 800 } });
    expect(await audit(page), 'narrow scene').toEqual([]);
    await search(page, 'MQ-9');
    expect(await audit(page), 'narrow inspector').toEqual([]);
    await button(page, 'Reader (R)').click();
    await panel(page, 'Reader').locator('[data-sentence]').first().waitFor();
    expect(await audit(page), 'narrow reader').toEqual([]);
  });
});
