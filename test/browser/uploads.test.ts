/** Documents added and removed in the page, on a server of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { docx, lockedPdf, paragraph } from '../ingest/formats/files.ts';
import { test } from './fixture.ts';
import { type Server, serve } from './server.ts';
import { button, entities, idOf, inspector, panel, selectRelation } from './steps.ts';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-uploads-'));
  server = await serve(folder);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Documents' });
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

describe('documents in the page', () => {
  test('are added, shown, and removed after a question', async ({ open }) => {
    const { page, faults } = await open({ address: server.address });
    faults.expect(/status of 422/);
    const before = await entities(page);
    await page.keyboard.press('d');
    const chosen = [
      file(
        'talks.docx',
        docx(
          paragraph('Kenya condemned the attack on Mali.'),
          'Talks in <b>Nairobi</b>'.replace(/</g, '&lt;'),
        ),
      ),
      file('locked.pdf', lockedPdf()),
    ];
    await dialog(page).locator('input[type=file]').setInputFiles(chosen);
    await dialog(page).getByText('It is protected by a password; save it without one.').waitFor();
    await dialog(page).getByRole('heading', { name: 'In the graph (2)' }).waitFor();
    await page.getByRole('banner').first().getByText('2 documents').waitFor();
    await dialog(page).getByRole('button', { name: 'Show Talks in <b>Nairobi</b> in the graph' }).click();
    await panel(page, 'Reader').getByText('condemned the').waitFor();
    const kenya = await idOf(page, 'Kenya');
    await expect.poll(() => entities(page)).toContain(kenya);

    await button(page, 'Documents (D)').click();
    await dialog(page).getByRole('button', { name: 'Remove Talks in <b>Nairobi</b>' }).click();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'In the graph (2)' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Remove Talks in <b>Nairobi</b>' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'In the graph (1)' }).waitFor();
    await expect.poll(async () => (await entities(page)).toSorted()).toEqual(before.toSorted());
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });
  test('of the product come with who reviewed them', async ({ open }) => {
    const { page } = await open({ address: server.address });
    await selectRelation(page, 'MQ-9 Reaper deployed to JMSDF Kanoya Air Base');
    const claim = inspector(page).getByRole('article').first();
    await claim.getByText('Accepted by').waitFor();
    await claim.getByText("the document's answer key").waitFor();
    await claim.getByText('100%').waitFor();
  });
  test('may be dropped on the page', async ({ open }) => {
    const { page } = await open({ address: server.address });
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Togo condemned the attack on Benin.'], 'dropped.txt'));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    });
    await dialog(page).getByText('1 sentence, 1 claim', { exact: true }).waitFor();
    await dialog(page).getByRole('button', { name: 'Remove dropped.txt' }).waitFor();
  });
  test('that cannot be sent or listed say so', async ({ open }) => {
    const { page, faults } = await open({ address: server.address });
    faults.expect(/ERR_FAILED/);
    await page.route('**/api/documents', (route) => route.abort());
    await page.keyboard.press('d');
    await dialog(page)
      .locator('input[type=file]')
      .setInputFiles([file('talks.txt', 'Text.')]);
    await dialog(page)
      .getByText(/The server does not answer/)
      .first()
      .waitFor();
  });
});
