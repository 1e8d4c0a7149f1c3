/** A program for embedded-process.test.ts: loads documents into a folder and prints the number of each acknowledged one. */
import { openStore } from '../../graph/store/open.ts';
import { loadExtraction } from '../../ingest/load.ts';
import { ontology } from './fixtures.ts';
import { numberedDocument } from './numbered.ts';

const [, , dataDir = '', count = '0'] = process.argv;
const store = await openStore({ dataDir });
for (let number = 0; number < Number(count); number += 1) {
  await loadExtraction(store, numberedDocument(number), ontology);
  process.stdout.write(`${number}\n`);
}
await store.close();
