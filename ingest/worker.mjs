/** Entry of the thread that reads and extracts: TypeScript has to be registered in every thread anew. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
