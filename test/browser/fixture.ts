/** A page of the explorer for every test; whatever goes wrong in it unasked fails the test. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

/** Longest wait for anything in the page, in ms: machines that run these tests are busy. */
const PATIENCE = 20_000;

/** What went wrong in a page. */
export class Faults {
  #seen: string[] = [];
  #expected: RegExp[] = [];
  /** Errors that the test brings about on purpose, such as a refused request. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }
  add(fault: string): void {
    this.#seen.push(fault);
  }
  unexpected(): string[] {
    return this.#seen.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }
}

export interface Explorer {
  readonly page: Page;
  readonly faults: Faults;
}

async function watch(page: Page, faults: Faults): Promise<void> {
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => message.type() === 'error' && faults.add(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.add(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('reportViolation', (violation: string) => faults.add(`policy: ${violation}`));
  await page.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
    window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      reportViolation(`${violatedDirective} ${blockedURI}`),
    );
  });
}

interface Fixtures {
  readonly browser: Browser;
  /** Opens a page; the test fails when it reports an error, breaks the policy or shows a dialog of the browser. */
  readonly open: (options?: Opening) => Promise<Explorer>;
}

export interface Opening extends BrowserContextOptions {
  /** Server other than the shared one. */
  readonly address?: string;
  /** The view, with its `#`. */
  readonly hash?: string;
  /** Whether to wait until the scene is drawn; default true. */
  readonly drawn?: boolean;
}

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: how the runner tells fixtures what they need
    async ({}, use) => {
      const browser = await chromium.connect(inject('browser'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  open: async ({ browser }, use) => {
    const opened: Explorer[] = [];
    await use(async ({ address = inject('address'), hash = '', drawn = true, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const explorer = { page: await context.newPage(), faults: new Faults() };
      opened.push(explorer);
      await watch(explorer.page, explorer.faults);
      await explorer.page.goto(`${address}/${hash}`);
      if (drawn) await sceneDrawn(explorer.page);
      return explorer;
    });
    const unexpected = opened.flatMap(({ faults }) => faults.unexpected());
    await Promise.all(opened.map(({ page }) => page.context().close()));
    expect(unexpected, 'what went wrong in the page').toEqual([]);
  },
});

/** Waits until everything in the scene has a place and the view shows it. */
export async function sceneDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const handle = window.__threadline;
    if (!handle) return false;
    const [entities, positions] = [handle.entities(), handle.positions()];
    return entities.length > 0 && entities.every((id) => positions[id] && handle.entityAt(id));
  });
  await page.getByText('Laying out', { exact: false }).waitFor({ state: 'hidden' });
}
