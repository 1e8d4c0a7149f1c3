/**
 * The page in headless Chromium, beside sigma drawing the same graph at the same places: first paint, the
 * moment everything is placed, main-thread CPU, and frame times while zooming and dragging. Ours fetches,
 * lays out and draws; sigma only draws, since the places are given to it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { routes } from '../web/api.ts';
import { add, emptyExploration } from '../web/app/state/exploration.ts';
import { nothingSelected } from '../web/app/state/selection.ts';
import { stores } from '../web/app/state/store.ts';
import { encodeView, viewOf } from '../web/app/state/url.ts';
import { fill } from './api.ts';
import { type Figure, percentile } from './report.ts';
import { home, serve } from './server.ts';

interface Measured {
  readonly firstPaint: number;
  readonly drawn: number;
  readonly loadCpu: number;
  readonly gestureCpu: number;
  readonly frames: readonly number[];
}

type Positions = Readonly<Record<string, { x: number; y: number }>>;
const SIZE = { width: 1280, height: 800 };

/** Tells the main thread's CPU milliseconds since now, in every task of the page. */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/** As text: the loader adds helpers to functions that a page does not have. */
const COUNT_FRAMES = `{
  const frames = (window.benchFrames = []);
  let last = performance.now();
  requestAnimationFrame(function tick(now) {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  });
}`;

/** Zooms in and out and drags the background for about two seconds, counting the time between frames in ms. */
async function gesture(page: Page): Promise<number[]> {
  await page.evaluate(COUNT_FRAMES);
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2);
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, turn % 20 < 10 ? -40 : 40);
    await page.waitForTimeout(16);
  }
  await page.mouse.move(SIZE.width / 2 - 3, SIZE.height / 2 - 3);
  await page.mouse.down();
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.move(SIZE.width / 2 + turn * 4, SIZE.height / 2 + turn * 2);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames.slice(1));
}

async function measure(
  browser: Browser,
  url: string,
  ready: (page: Page) => Promise<void>,
  then?: (page: Page) => Promise<void>,
): Promise<Measured> {
  const page = await browser.newPage({ viewport: SIZE });
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  const cpu = await mainThread(page);
  const started = performance.now();
  await page.goto(url);
  await ready(page);
  const drawn = performance.now() - started;
  const loadCpu = await cpu();
  await then?.(page);
  const before = await cpu();
  const frames = await gesture(page);
  const gestureCpu = (await cpu()) - before;
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await page.close();
  return { firstPaint, drawn, loadCpu, gestureCpu, frames };
}

/** Everything placed, as the page's own handle tells. */
const allPlaced = (count: number) => async (page: Page) => {
  await page.waitForFunction(
    (wanted) => Object.keys(window.__threadline?.positions() ?? {}).length >= wanted,
    count,
    { timeout: 120_000 },
  );
};

const sigmaDrawn = async (page: Page) => {
  await page.waitForSelector('body[data-drawn]', { state: 'attached', timeout: 60_000 });
};

/** The address of a view of the `limit` best-connected entities, and their graph. */
async function scene(address: string, limit: number) {
  const response = await fetch(new URL(`/api/graph?limit=${limit}`, address));
  const graph = routes.graph.response.parse(await response.json());
  const view = viewOf(add(emptyExploration, graph, graph.degrees), nothingSelected, stores.ui.getState());
  return { graph, url: new URL(`/#${encodeView(view)}`, address).href };
}

async function compare(browser: Browser, address: string, limit: number, folder: string): Promise<Figure[]> {
  const { graph, url } = await scene(address, limit);
  let positions: Positions = {};
  const ours = await measure(browser, url, allPlaced(graph.entities.length), async (page) => {
    positions = await page.evaluate(() => window.__threadline?.positions() ?? {});
  });
  const site = join(folder, `sigma-${limit}`);
  await build({
    root: join(home, 'bench/sigma'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: site, emptyOutDir: true, target: 'es2022' },
  });
  writeFileSync(join(site, 'graph.json'), JSON.stringify({ ...graph, positions }));
  const server = await preview({
    root: site,
    configFile: false,
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 4736 },
  });
  const sigma = await measure(browser, 'http://127.0.0.1:4736/', sigmaDrawn);
  await server.close();
  return figures(`${graph.entities.length} entities, ${graph.relations.length} relations`, ours, sigma);
}

function figures(size: string, ours: Measured, sigma: Measured): Figure[] {
  const row = (what: string, pick: (measured: Measured) => number): Figure => ({
    what: `${size}: ${what}`,
    unit: 'ms',
    ours: pick(ours),
    peer: { name: 'sigma', value: pick(sigma) },
  });
  return [
    row('first paint', (each) => each.firstPaint),
    row('all placed and drawn', (each) => each.drawn),
    row('main-thread CPU until then', (each) => each.loadCpu),
    row('main-thread CPU of zoom and drag', (each) => each.gestureCpu),
    row('frame, median', (each) => percentile(each.frames, 0.5)),
    row('frame, 95%', (each) => percentile(each.frames, 0.95)),
  ];
}

/** `data` is a folder that does not exist yet; `chrome` the browser's path. */
export async function page(
  data: string,
  chrome: string,
  sizes: readonly number[] = [100, 300, 1000, 2000],
): Promise<Figure[]> {
  await fill(data, 2000);
  const server = await serve(['scripts/start.mjs', '--port', '4737', '--data', data]);
  const folder = mkdtempSync(join(tmpdir(), 'threadline-bench-'));
  const browser = await chromium.launch({
    executablePath: chrome,
    // sigma needs WebGL, which without a graphics card is drawn in software.
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
    ],
  });
  const rows: Figure[] = [];
  try {
    for (const limit of sizes) {
      rows.push(...(await compare(browser, server.address, limit, folder)));
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
