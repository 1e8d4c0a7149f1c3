/** Finds a Chromium for the browser tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, root, run } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

/** The path where Playwright's own Chromium is or would be. */
async function playwrights() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** Path of a browser: CHROME_PATH, Chromium or Chrome on the PATH, an installed application, Playwright's own; or undefined. */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return executable(named) ? named : fail(`CHROME_PATH names ${named}, which cannot be run.`);
  return onPath() ?? applications.find(executable) ?? [await playwrights()].find(executable);
}

function install() {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    console.log('Installing a browser for the tests (apt-get install chromium) …');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (run('apt-get', ['update', '-qq'], quiet) !== 0) return;
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { ...quiet, env });
    return;
  }
  console.log('Installing a browser for the tests (playwright-core install chromium) …');
  spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Path of a browser, installing one where there is none. Ends the process when that fails. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  install();
  const installed = await findBrowser();
  if (installed) return installed;
  return fail('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to where it is.');
}
