/** Once per run: one browser for all files, and one server with the bundled document. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared server is. */
    readonly address: string;
    /** Where the shared browser listens. */
    readonly browser: string;
  }
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'threadline-browser-'));
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new Error('There is no browser to test with.');
  const [browser, server] = await Promise.all([
    // The sandbox needs rights that root and containers do not have; only pages of ours are opened.
    chromium.launchServer({ executablePath, args: [...quiet, '--no-sandbox'] }),
    serve(join(folder, 'data')),
  ]);
  project.provide('address', server.address);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await Promise.all([browser.close(), server.stop()]);
    await rm(folder, { recursive: true });
  };
}
