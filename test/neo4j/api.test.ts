/** The API's own tests, unchanged, on the server. */
import { describe } from 'vitest';
import { apiContract } from '../web/server/api.contract.ts';
import { fixtureOn } from '../web/server/harness.ts';
import { requestsContract } from '../web/server/requests.contract.ts';
import { describeNeo4j, emptyDatabase, open } from './database.ts';

async function openFixture() {
  await emptyDatabase();
  return fixtureOn(await open());
}

describeNeo4j('the API on the test server', () => {
  describe('answers', () => apiContract(openFixture));
  describe('requests', () => requestsContract(openFixture));
});
