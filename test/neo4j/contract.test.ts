import { inject } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import { storeContract } from '../graph/store.contract.ts';
import { describeNeo4j, emptyDatabase } from './database.ts';

/** Each run is dozens of transactions on the server; the embedded store makes more. */
const RUNS = 4;

async function openEmpty() {
  await emptyDatabase();
  const address = inject('neo4j');
  if (address === null) throw new Error('There is no Neo4j server in this run.');
  const store = await openStore({ neo4j: address });
  return { store, dispose: () => store.close() };
}

describeNeo4j('on the test server', () => storeContract('neo4j', openEmpty, { runs: RUNS }));
