/** `npm run bench [-- SECTION…]`: start-up, ingest, API and page, each beside a peer measured in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../scripts/browser.mjs';
import { api } from './api.ts';
import { differential } from './differential.ts';
import { ingest } from './ingest.ts';
import { loading, moving } from './moving.ts';
import { onNeo4j } from './neo4j.ts';
import { page } from './page.ts';
import { type Figure, table } from './report.ts';
import { startup } from './startup.ts';

const sections: Record<string, { title: string; run: (data: string) => Promise<Figure[]> }> = {
  startup: { title: 'Start-up (median of 5)', run: startup },
  ingest: { title: 'Ingest (CPU of this process; ratio: share of the peer’s speed)', run: ingest },
  api: { title: 'API, 2,000 entities (40 requests each)', run: api },
  neo4j: {
    title: 'API on Neo4j, 50,000 entities and 250,000 relations (300 requests, 100 traces each)',
    run: onNeo4j,
  },
  differential: { title: 'Typed statements on the embedded store, beside Neo4j', run: differential },
  loading: { title: 'Loading into Neo4j 5.26, started for it', run: loading },
  moving: { title: 'A million elements, imported and exported', run: moving },
  page: {
    title: 'Page in headless Chromium without a GPU',
    run: async (data) => page(data, String(await ensureBrowser())),
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`);
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'threadline-bench-'));
  try {
    for (const [name, { title, run }] of Object.entries(sections)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      console.log(table(title, await run(join(folder, name))));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
