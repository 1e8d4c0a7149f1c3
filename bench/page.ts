/**
 * The page in headless Chromium, beside sigma drawing the same graph at the same places: first paint, the
 * first picture, main-thread CPU, and frame times while zooming and dragging. Ours fetches, lays out and draws;
 * sigma only draws, since the places are given to it. Every page opens in a browser of its own that has seen
 * nothing before. Times are from navigation on, as the pages themselves note them, and nothing else asks the page
 * anything until then; CPU and frames are counted in a further browser.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import type { z } from 'zod';
import { routes } from '../web/api.ts';
import { OPENING } from '../web/app/opening.ts';
import { FIRST_PICTURE } from '../web/app/scene/first-picture.ts';
import { add, emptyExploration } from '../web/app/state/exploration.ts';
import { nothingSelected } from '../web/app/state/selection.ts';
import { stores } from '../web/app/state/store.ts';
import { encodeView, viewOf } from '../web/app/state/url.ts';
import { fill } from './api.ts';
import { type Figure, percentile } from './report.ts';
import { home, serve } from './server.ts';

/** Moments of one page, in ms from navigation on. */
interface Opened {
  readonly firstPaint: number;
  readonly drawn: number;
}

/** What the main thread did, in ms. */
interface Effort {
  readonly loadCpu: number;
  readonly gestureCpu: number;
  readonly frames: readonly number[];
}

interface Measured extends Effort {
  readonly opened: readonly Opened[];
}

type Graph = z.output<typeof routes.graph.response>;
type Positions = Readonly<Record<string, { x: number; y: number }>>;
/** Names of what is measured, in the page's own timeline. */
const MOMENTS = ['first-contentful-paint', FIRST_PICTURE];
/** Browsers that open each page. */
const COLD_STARTS = 5;
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

/** Opens the page in a new browser and waits for its first picture. */
async function open(
  launch: () => Promise<Browser>,
  url: string,
  before?: (page: Page) => Promise<void>,
): Promise<Page> {
  const browser = await launch();
  const page = await browser.newPage({ viewport: SIZE });
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  await before?.(page);
  await page.goto(url);
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    MOMENTS,
    {
      polling: 250,
      timeout: 120_000,
    },
  );
  return page;
}

async function momentsOf(page: Page): Promise<Opened> {
  const [firstPaint = Number.NaN, drawn = Number.NaN] = await page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime),
    MOMENTS,
  );
  return { firstPaint, drawn };
}

/** `then` looks at the page before it is moved. */
async function measure(
  launch: () => Promise<Browser>,
  url: string,
  then?: (page: Page) => Promise<void>,
): Promise<Measured> {
  const opened: Opened[] = [];
  for (let turn = 0; turn < COLD_STARTS; turn++) {
    const page = await open(launch, url);
    opened.push(await momentsOf(page));
    await page.context().browser()?.close();
  }
  let cpu = async () => Number.NaN;
  const page = await open(launch, url, async (empty) => {
    cpu = await mainThread(empty);
  });
  const loadCpu = await cpu();
  await then?.(page);
  const before = await cpu();
  const frames = await gesture(page);
  const gestureCpu = (await cpu()) - before;
  await page.context().browser()?.close();
  return { opened, loadCpu, gestureCpu, frames };
}

interface Scene {
  readonly name: string;
  readonly graph: Graph;
  readonly url: string;
}

/** The address of a view of the `limit` best-connected entities, and their graph. */
async function scene(address: string, limit: number): Promise<Scene> {
  const response = await fetch(new URL(`/api/graph?limit=${limit}`, address));
  const graph = routes.graph.response.parse(await response.json());
  const view = viewOf(add(emptyExploration, graph, graph.degrees), nothingSelected, stores.ui.getState());
  const name = `${graph.entities.length} entities, ${graph.relations.length} relations`;
  return { graph, name, url: new URL(`/#${encodeView(view)}`, address).href };
}

/** Draws a graph at its places with sigma; the page is built and served for the time it takes. */
async function measureSigma(launch: () => Promise<Browser>, site: string, graph: object): Promise<Measured> {
  await build({
    root: join(home, 'bench/sigma'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: site, emptyOutDir: true, target: 'es2022' },
  });
  writeFileSync(join(site, 'graph.json'), JSON.stringify(graph));
  const server = await preview({
    root: site,
    configFile: false,
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 4736 },
  });
  const measured = await measure(launch, 'http://127.0.0.1:4736/');
  await server.close();
  return measured;
}

/** One graph at one address of ours, beside sigma. */
async function compare(
  launch: () => Promise<Browser>,
  { graph, url, name }: Scene,
  folder: string,
): Promise<Figure[]> {
  let positions: Positions = {};
  const ours = await measure(launch, url, async (page) => {
    const { placed, drawn } = await page.evaluate(() => {
      const scene = window.__threadline;
      const ids = scene?.entities() ?? [];
      return { placed: scene?.positions() ?? {}, drawn: ids.filter((id) => scene?.entityAt(id)).length };
    });
    if (drawn < graph.entities.length)
      throw new Error(`${name}: the first picture held ${drawn} of ${graph.entities.length} entities.`);
    positions = placed;
  });
  const site = join(folder, `sigma-${graph.entities.length}`);
  const sigma = await measureSigma(launch, site, { ...graph, positions });
  return figures(name, ours, sigma);
}

const median = (samples: readonly number[]): number => percentile(samples, 0.5);

function figures(size: string, ours: Measured, sigma: Measured): Figure[] {
  const row = (what: string, pick: (measured: Measured) => number): Figure => ({
    what: `${size}: ${what}`,
    unit: 'ms',
    ours: pick(ours),
    peer: { name: 'sigma', value: pick(sigma) },
  });
  return [
    row('first paint, median', ({ opened }) => median(opened.map(({ firstPaint }) => firstPaint))),
    row('all drawn, median', ({ opened }) => median(opened.map(({ drawn }) => drawn))),
    row('all drawn, slowest', ({ opened }) => Math.max(...opened.map(({ drawn }) => drawn))),
    row('main-thread CPU until then', (each) => each.loadCpu),
    row('main-thread CPU of zoom and drag', (each) => each.gestureCpu),
    row('frame, median', (each) => percentile(each.frames, 0.5)),
    row('frame, 95%', (each) => percentile(each.frames, 0.95)),
  ];
}

/** Measures scenes of one server after another, and stops it. */
async function withServer(data: string, work: (address: string) => Promise<Figure[]>): Promise<Figure[]> {
  const server = await serve(['scripts/start.mjs', '--port', '4737', '--data', data]);
  try {
    return await work(server.address);
  } finally {
    await server.stop();
  }
}

/** `data` is a folder that does not exist yet; `chrome` the browser's path. */
export async function page(
  data: string,
  chrome: string,
  sizes: readonly number[] = [100, 300, 1000, 2000],
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'threadline-bench-'));
  const launch = () =>
    chromium.launch({
      executablePath: chrome,
      // WebGL, which sigma needs, in software; the rest is drawn as in any browser without a graphics card.
      args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-networking'],
    });
  try {
    const bundled = await withServer(join(folder, 'bundled'), async (address) => {
      const opening = { ...(await scene(address, OPENING)), name: 'opening scene', url: address };
      return compare(launch, opening, folder);
    });
    await fill(data, 2000);
    const synthetic = await withServer(data, async (address) => {
      const rows: Figure[] = [];
      for (const limit of sizes) rows.push(...(await compare(launch, await scene(address, limit), folder)));
      return rows;
    });
    return [...bundled, ...synthetic];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
