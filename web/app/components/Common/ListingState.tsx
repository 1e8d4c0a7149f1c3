import { Failed, Loading, Nothing } from './States.tsx';
import type { useDocuments } from './useDocuments.ts';

/** How asking for the documents goes, where they are to be listed; nothing once there are some. */
export function ListingState({
  of: documents,
  none,
}: {
  readonly of: ReturnType<typeof useDocuments>;
  /** Said when the graph holds no document; left out, nothing is said. */
  readonly none?: string;
}) {
  if (documents.status === 'failed') {
    return (
      <Failed title="The documents could not be listed" failure={documents.failure} retry={documents.retry} />
    );
  }
  if (documents.status !== 'ready') return <Loading what="Listing the documents" />;
  return none !== undefined && documents.data.documents.length === 0 ? <Nothing>{none}</Nothing> : null;
}
