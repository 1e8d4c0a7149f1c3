import { refreshAll } from '../../actions.ts';
import { client } from '../../client.ts';
import { createConsole } from './runner.ts';

/** The app's console. */
export const session = createConsole({
  client,
  storage: () => localStorage,
  changed: () => void refreshAll(),
});
