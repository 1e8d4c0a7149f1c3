/** The page's first and smallest script: sets everything going that takes time, then loads the rest. */
import './zod.ts';
import { askAhead } from './ahead.ts';
import { OPENING } from './opening.ts';
import { startLayoutWorker } from './scene/layout/runner.ts';

startLayoutWorker();
// An address with a view asks for that view's entities instead of the opening scene.
const opening = window.location.hash.length > 1 ? [] : [`/api/graph?limit=${OPENING}`];
askAhead([...opening, '/api/schema', '/api/health']);
void import('./main.tsx');
