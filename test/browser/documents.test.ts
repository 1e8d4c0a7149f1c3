/** A server of its own: it goes away and comes back, reads more documents, one of them hostile. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { routes } from '../../web/api.ts';
import { sceneDrawn, test } from './fixture.ts';
import { ingest, type Server, serve } from './server.ts';
import { button, console, entities, idOf, inspector, panel, search, selectRelation, trace } from './steps.ts';

const document = (name: string) => fileURLToPath(new URL(`documents/${name}`, import.meta.url));

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-documents-'));
  server = await serve(folder);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const port = () => Number(new URL(server.address).port);

describe('a server that goes away', () => {
  test('is named in plain words, and asking again works once it is back', async ({ open }) => {
    const { page, faults } = await open({ address: server.address });
    faults.expect(/ERR_CONNECTION_REFUSED/);
    const [before, japan] = [await entities(page), await idOf(page, 'Japan')];
    // The list's own code is fetched when the page is idle: open, it is there for sure.
    await page.keyboard.press('l');
    const listed = page.getByRole('button', { name: 'Mageshima', exact: true });
    await listed.waitFor();
    await server.stop();
    await listed.click();
    const failure = inspector(page).getByRole('alert');
    await failure.getByText('The server does not answer.').waitFor();
    expect(await failure.textContent()).toContain('Check that Threadline is still running');
    await page.getByRole('button', { name: 'Expand Mageshima' }).click();
    await page.getByRole('alert').getByText('The neighbours could not be loaded').waitFor();
    expect(await entities(page)).toEqual(before);
    expect(before).toContain(japan);

    server = await serve(folder, port());
    await failure.getByRole('button', { name: 'Try again' }).click();
    await inspector(page)
      .getByRole('heading', { name: /relations?/ })
      .first()
      .waitFor();
  });
  test('before the first picture: the page says so and offers to try again', async ({ open }) => {
    const { page, faults } = await open({ address: server.address, drawn: false });
    faults.expect(/ERR_FAILED/);
    await page.route('**/api/**', (route) => route.abort());
    await page.evaluate(() => history.replaceState(null, '', '/'));
    await page.reload();
    await page.getByRole('heading', { name: 'The graph could not be loaded' }).waitFor();
    await page.getByText('The server does not answer.').first().waitFor();
    await page.unroute('**/api/**');
    await button(page, 'Try again').first().click();
    await sceneDrawn(page);
  });
});

describe('more documents', () => {
  let before: { documents: number; entities: number };
  beforeAll(async () => {
    const health = await fetch(`${server.address}/api/health`);
    before = routes.health.response.parse(await health.json());
    await server.stop();
    await ingest(folder, document('second.txt'), document('hostile.md'));
    server = await serve(folder, port());
  });

  test('are listed by the reader and share their entities', async ({ open }) => {
    const { page } = await open({ address: server.address });
    expect(await page.getByRole('banner').textContent()).toContain(`${before.documents + 2} documents`);
    expect((await entities(page)).length).toBeGreaterThan(before.entities);
    await button(page, 'Reader (R)').click();
    const picker = panel(page, 'Reader').getByRole('combobox', { name: /^Document/ });
    const titles = async () => (await picker.locator('option').allTextContents()).join('\n');
    await expect.poll(titles).toContain('Japan-U.S. Defense Ministerial Meeting (Summary)');
    expect(await titles()).toContain('Japan-Australia Defense Ministerial Meeting');
    await panel(page, 'Reader').getByRole('button', { name: 'Close reader' }).click();
    await search(page, 'MQ-9');
    await inspector(page).getByRole('heading', { name: '2 documents' }).waitFor();
  });
  test('are traced across', async ({ open }) => {
    const { page } = await open({ address: server.address });
    const region = await trace(page, 'Richard Marles', 'Mageshima');
    await region.getByRole('article').first().waitFor();
    await region
      .getByText(/across \d documents/)
      .first()
      .waitFor();
  });
});

/** Markup in a document is text wherever it comes out; the fixture fails on dialogs, violations and errors. */
describe('a hostile document', () => {
  const TITLE = `Readout <img src=x onerror="document.title='owned'"> & <script>alert('title')</script>`;
  const NAME = 'Zephyr<svg/onload=alert(1)>-9';

  test('is text in search, inspector and canvas', async ({ open }) => {
    const { page } = await open({ address: server.address });
    await page.keyboard.press('/');
    await page.keyboard.type('Zephyr<svg');
    const option = page.getByRole('option').filter({ hasText: NAME }).first();
    await option.waitFor();
    await option.click();
    await inspector(page).getByRole('heading', { level: 3 }).filter({ hasText: NAME }).waitFor();
    await inspector(page).getByText(TITLE).first().waitFor();
    const id = await idOf(page, 'Zephyr');
    expect(await entities(page)).toContain(id);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img, iframe, svg[onload], [onmouseover], [onerror]').count()).toBe(0);
  });
  test('is text in the list, the relation and the reader', async ({ open }) => {
    const { page } = await open({ address: server.address });
    await page.keyboard.press('l');
    await page.getByRole('textbox', { name: 'Filter the list' }).fill('Zephyr');
    await page.getByRole('button').filter({ hasText: NAME }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close the list' }).click();
    const reading = (await relationReadings(server.address)).find((each) => each.includes(NAME));
    await selectRelation(page, reading ?? 'no relation with the hostile name');
    const claim = inspector(page).getByRole('article').first();
    expect(await claim.textContent()).toContain(NAME);
    await claim.getByRole('button', { name: 'Show in text' }).click();
    const text = panel(page, 'Reader');
    await text
      .getByText(`<img src=x onerror=alert('event')>`)
      .or(text.locator('[data-sentence]').filter({ hasText: `onerror=alert('event')` }))
      .first()
      .waitFor();
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img, iframe, svg[onload], [onmouseover], [onerror]').count()).toBe(0);
  });
  test('is text in the console: table, JSON and notices', async ({ open }) => {
    const { page } = await open({ address: server.address });
    const { run } = await console(page);
    await run(
      'MATCH (d:Document)-[:HAS_SENTENCE]->(s) RETURN d.title AS title, s.text AS text, s.section AS section, d.publisher AS publisher',
    );
    const region = panel(page, 'Console');
    await region.getByRole('cell', { name: TITLE }).first().waitFor();
    await region.getByRole('tab', { name: 'JSON' }).click();
    await region.getByText(`<svg onload=alert('publisher')>Truth</svg>`).first().waitFor();
    expect(await page.locator('img, iframe, svg[onload], [onmouseover], [onerror]').count()).toBe(0);
  });
});

/** The relations of the graph as the list words them. */
async function relationReadings(address: string): Promise<string[]> {
  const graph = routes.graph.response.parse(await (await fetch(`${address}/api/graph?limit=2000`)).json());
  const schema = routes.schema.response.parse(await (await fetch(`${address}/api/schema`)).json());
  const nameOf = new Map(graph.entities.map(({ id, name }) => [id, name]));
  const captionOf = new Map(schema.relationTypes.map(({ type, caption }) => [type, caption]));
  return graph.relations.map(
    ({ subject, type, object }) => `${nameOf.get(subject)} ${captionOf.get(type)} ${nameOf.get(object)}`,
  );
}
