/** What axe says of a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface WithAxe {
  readonly axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** How a page looks that follows the system; structure is the same in both, so the second is asked for colours only. */
const schemes: readonly { readonly colorScheme: 'light' | 'dark'; readonly options: RunOptions }[] = [
  { colorScheme: 'light', options: {} },
  { colorScheme: 'dark', options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
];

/** What axe finds serious or critical in light and in dark, as lines that say where. */
export async function audit(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const found: string[] = [];
  for (const { colorScheme, options } of schemes) {
    await show(page, colorScheme);
    const lines = await violations(page, { ...options, resultTypes: ['violations'] });
    found.push(...lines.map((line) => `in ${colorScheme}, ${line}`));
  }
  await show(page, 'light');
  return found;
}

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  // Half-faded panels have half the contrast: look when nothing moves any more.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const endless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      return endless || playState !== 'running';
    }),
  );
}

function violations(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (run) => {
    const { axe } = window as WithAxe;
    if (!axe) throw new Error('axe did not get into the page');
    const { violations: all } = await axe.run(document, run);
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      );
  }, options);
}
