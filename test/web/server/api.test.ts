import { apiContract } from './api.contract.ts';
import { openFixture } from './harness.ts';

apiContract(openFixture);
