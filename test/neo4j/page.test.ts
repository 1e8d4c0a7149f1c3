/** The page on a database of movies that nobody here made: opened, searched, expanded, traced and inspected. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { audit } from '../browser/audit.ts';
import { sceneDrawn } from '../browser/fixture.ts';
import {
  button,
  console,
  drawn,
  entities,
  inspector,
  panel,
  relations,
  search,
  trace,
} from '../browser/steps.ts';
import { bareDatabase, describeNeo4j, directly, server } from './database.ts';
import { LONG, MOVIES, ODDITIES } from './examples.ts';

const START_LIMIT_MS = 90_000;
const NODES = 'MATCH (n) RETURN count(n) AS nodes';

describeNeo4j('the page on a database of others', () => {
  let browser: Browser;
  let child: ChildProcess;
  let address: string;

  beforeAll(async () => {
    await bareDatabase();
    await directly(MOVIES);
    await directly(ODDITIES, { long: LONG });
    const { uri, username, password } = server();
    const neo4j = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0', '--allow-write'], {
      env: { ...process.env, NODE_ENV: 'production', ...neo4j },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const executablePath = await ensureBrowser();
    if (!executablePath) throw new Error('There is no browser to test with.');
    [browser, address] = await Promise.all([
      // The sandbox needs rights that root and containers do not have; only pages of ours are opened.
      chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] }),
      printed(child, /Threadline is at (http\S+)/),
    ]);
  }, START_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });

  async function open(hash = ''): Promise<{ page: Page; faults: string[] }> {
    // axe is put into the page as a script, which the page's own policy would refuse.
    const viewport = { width: 1280, height: 800 };
    const context = await browser.newContext({ viewport, bypassCSP: true });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${address}/${hash}`);
    await sceneDrawn(page);
    return { page, faults };
  }

  test('axe finds nothing serious', async () => {
    const { page, faults } = await open();
    await button(page, 'Captions').click();
    expect(await audit(page), 'opening scene').toEqual([]);
    await search(page, 'Lookout');
    await inspector(page).getByText('31.4000° N, 130.8000° E').waitFor();
    expect(await audit(page), 'node').toEqual([]);
    await inspector(page)
      .getByRole('button', { name: /likes Lookout/ })
      .first()
      .click();
    await inspector(page).getByText('There is no recorded evidence').waitFor();
    expect(await audit(page), 'relation').toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('opens with everything, hubs, loops and parallel relations included', async () => {
    const { page, faults } = await open();
    expect(await entities(page)).toHaveLength(19);
    expect(await relations(page)).toHaveLength(18);
    await page.getByText('19 entities · 18 relations').waitFor();
    const legend = panel(page, 'Legend');
    await legend.getByRole('button', { name: /^People/ }).waitFor();
    await legend.getByRole('button', { name: /^Movie/ }).click();
    await drawn(page, 15);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('shows all that a node holds, long texts folded', async () => {
    const { page } = await open();
    await search(page, 'Lookout');
    const shown = inspector(page);
    for (const text of [
      '29 February 2020',
      '4 August 2022, 09:30 +09:00',
      'view · wind',
      '9007199254740993',
      '(1, 2)',
    ]) {
      await shown.getByText(text, { exact: true }).waitFor();
    }
    await search(page, 'Long');
    await shown.getByRole('button', { name: 'Show all 5,000 characters' }).click();
    await shown.getByText(LONG.trim()).waitFor();
    await page.context().close();
  });

  test('expands, and says of a relation what it holds and that nothing is recorded behind it', async () => {
    const { page } = await open();
    await search(page, 'Danny DeVito');
    await page.keyboard.press('Shift+H');
    await drawn(page, 1);
    await page.keyboard.press('e');
    await drawn(page, 3);
    await inspector(page)
      .getByRole('button', { name: /acted in Hoffa/ })
      .click();
    await inspector(page).getByText('Robert "Bobby" Ciaro').waitFor();
    await inspector(page).getByText('There is no recorded evidence for this ACTED_IN relation').waitFor();
    await page.context().close();
  });

  test('traces from one node to another', async () => {
    const { page } = await open();
    const region = await trace(page, 'Jack Nicholson', 'Keanu Reeves');
    const card = region.getByRole('article').first();
    await card.waitFor();
    expect(await card.getByText('No recorded evidence for this step.').count()).toBe(6);
    await page.context().close();
  });

  test('calls nodes by what was chosen, in the scene, in links and on the next visit', async () => {
    const { page } = await open();
    await button(page, 'Captions').click();
    await page.getByLabel('Movie is called by').selectOption('released');
    await search(page, '1999');
    await page.waitForFunction(() =>
      ['c=Movie~released', '&s='].every((part) => window.location.hash.includes(part)),
    );
    const { hash } = new URL(page.url());
    await page.reload();
    await sceneDrawn(page);
    await inspector(page).getByRole('heading', { name: '1999' }).waitFor();
    await page.context().close();
    const other = await open(hash);
    await inspector(other.page).getByRole('heading', { name: '1999' }).waitFor();
    await button(other.page, 'Captions').click();
    await other.page.getByLabel('Movie is called by').selectOption('');
    await panel(other.page, 'Legend').waitFor();
    await inspector(other.page).getByRole('heading', { name: 'The Matrix' }).waitFor();
    await other.page.context().close();
  });

  test('a statement that writes is counted, and the page follows', async () => {
    const { page } = await open();
    await page.getByText('Writing is on', { exact: true }).waitFor();
    const region = panel(page, 'Console');
    const { run } = await console(page);
    await run("MATCH (m:Movie {title: 'Ran'}) RETURN m");
    await region.getByText(/^0 rows/).waitFor();
    await run(
      "MATCH (h:Movie {title: 'Hoffa'}) CREATE (r:Movie {title: 'Ran'}) SET h.released = 1993 RETURN r",
    );
    await region.getByText(/1 node created, 2 properties set, 1 label added/).waitFor();
    await page.getByText('20 entities · 18 relations').waitFor();
    await run("MATCH (m:Movie) WHERE m.title IN ['Ran', 'Speed Racer'] DETACH DELETE m");
    await region.getByText(/2 nodes deleted, 1 relationship deleted/).waitFor();
    await page.getByText('18 entities · 17 relations').waitFor();
    await drawn(page, 18);
    await run('CREATE INDEX made FOR (m:Movie) ON (m.title)');
    await region
      .getByRole('alert')
      .getByText(/only nodes and relationships can be changed/)
      .waitFor();
    expect(await directly(NODES)).toEqual([{ nodes: 18 }]);
    await page.context().close();
  });
});

/** The first group of what a process prints. */
async function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  for await (const data of child.stdout ?? []) {
    output += String(data);
    const [, found] = pattern.exec(output) ?? [];
    if (found !== undefined) {
      child.stdout?.resume();
      return found;
    }
  }
  throw new Error(`It did not start:\n${output}`);
}
