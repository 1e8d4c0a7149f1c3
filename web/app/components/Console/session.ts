import { client } from '../../client.ts';
import { refreshAll } from '../../graph-actions.ts';
import { createConsole } from './runner.ts';

/** The app's console. */
export const session = createConsole({
  client,
  storage: () => localStorage,
  changed: () => void refreshAll(),
});
