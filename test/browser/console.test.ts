/** The console: statements that read, statements that do not, statements that never end. */
import { describe, expect } from 'vitest';
import { examples } from '../../web/app/components/Console/examples.ts';
import { test } from './fixture.ts';
import { button, console, panel } from './steps.ts';

const RUNAWAY = 'MATCH (a),(b),(c),(d),(e),(f) RETURN count(*)';

describe('what goes wrong is said', () => {
  test('a syntax error with its position', async ({ open }) => {
    const { page, faults } = await open();
    faults.expect(/status of 400/);
    const { run } = await console(page);
    await run('MATCH (a:Asset)\nRETURN a.name,,');
    const alert = panel(page, 'Console').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/The statement failed at line 2, column \d+/);
    await panel(page, 'Console').locator('.fault').first().waitFor();
  });
  test('a statement that writes, which is refused', async ({ open }) => {
    const { page, faults } = await open();
    faults.expect(/status of 403/);
    const { run } = await console(page);
    const before = await (await fetch(`${new URL(page.url()).origin}/api/health`)).json();
    await run("CREATE (n:Entity {id: 'made-up', name: 'made up'}) RETURN n");
    const alert = panel(page, 'Console').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/only reading is allowed/);
    expect(await (await fetch(`${new URL(page.url()).origin}/api/health`)).json()).toEqual(before);
  });
  test('parameters that are not JSON', async ({ open }) => {
    const { page } = await open();
    const { run } = await console(page);
    await button(page, 'Parameters').click();
    await page.getByRole('textbox', { name: 'Parameters (JSON)' }).fill('{name: Japan}');
    await run('RETURN $name');
    expect(await panel(page, 'Console').getByRole('alert').textContent()).toMatch(/parameters are not JSON/);
  });
});

test('a runaway statement is stopped, and the next one works', async ({ open }) => {
  const { page } = await open();
  const { run } = await console(page);
  await run(RUNAWAY);
  const region = panel(page, 'Console');
  await region.getByRole('button', { name: 'Stop' }).click();
  await region.getByText('Stopped.').waitFor();
  await run("MATCH (c:Country {name: 'Japan'}) RETURN c.name AS name");
  await region.getByRole('cell', { name: 'Japan' }).waitFor();
  expect(await region.getByRole('row').count()).toBe(2);
});

test('parameters reach the statement', async ({ open }) => {
  const { page } = await open();
  const { run } = await console(page);
  await button(page, 'Parameters').click();
  await page.getByRole('textbox', { name: 'Parameters (JSON)' }).fill('{"name": "Mageshima"}');
  await run('MATCH (a:Asset {name: $name}) RETURN a.name AS name');
  await panel(page, 'Console').getByRole('cell', { name: 'Mageshima' }).waitFor();
});

test('all eight examples run and give rows', async ({ open }) => {
  const { page } = await open();
  await console(page);
  expect(examples).toHaveLength(8);
  const region = panel(page, 'Console');
  for (const { title } of examples) {
    await region.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: title }).click();
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/cypher'));
    await region.getByRole('button', { name: /^Run/ }).click();
    expect((await answered).status(), title).toBe(200);
    await region.getByText(/[1-9][\d,]* rows? in/).waitFor();
    expect(await region.getByRole('alert').count(), title).toBe(0);
  }
});

test('the scene as Cypher gives the scene', async ({ open }) => {
  const { page } = await open();
  const shown = await page.evaluate(() => window.__threadline?.entities().length);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command or entity' }).fill('scene as cypher');
  await page.getByRole('option', { name: 'This scene as Cypher' }).click();
  const region = panel(page, 'Console');
  // The editor draws only as much of a long statement as can be seen.
  await expect
    .poll(() => region.getByRole('textbox', { name: 'Cypher statement' }).textContent())
    .toContain('WITH [');
  await region.getByRole('button', { name: /^Run/ }).click();
  await region.getByRole('tab', { name: 'Graph' }).click();
  await region
    .getByText(new RegExp(`^${shown} entities and \\d+ relations; all of them are on the canvas`))
    .waitFor();
});

test('a cut answer says so, and goes into a file', async ({ open }) => {
  const { page } = await open();
  const { run } = await console(page);
  await run('UNWIND range(1, 1500) AS n RETURN n');
  const region = panel(page, 'Console');
  await region
    .getByRole('status')
    .getByText(/1,000 (of 1,500 )?rows/)
    .waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    region.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(1001);
});
