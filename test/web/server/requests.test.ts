import { openFixture } from './harness.ts';
import { requestsContract } from './requests.contract.ts';

requestsContract(openFixture);
