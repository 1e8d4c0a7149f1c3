import { client } from '../../client.ts';
import { useCatalogue } from '../../hooks.ts';
import { useRequest } from './useRequest.ts';

/** The documents of the graph, asked for again when some were added or removed. */
export function useDocuments() {
  const revision = useCatalogue((state) => state.revision);
  return useRequest(`documents ${revision}`, (signal) => client.documents(signal));
}
