import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../graph/store/open.ts';
import { storeContract } from './store.contract.ts';

storeContract('embedded', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'threadline-contract-'));
  const store = await openStore({ dataDir });
  return {
    store,
    dispose: async () => {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
});
