import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import type { DocumentId, DocumentSummary } from '../../../../graph/model.ts';
import { openReader, showPanels } from '../../actions.ts';
import { client } from '../../client.ts';
import { useExploration, useSelection, useUi } from '../../hooks.ts';
import { ListingState } from '../Common/ListingState.tsx';
import { Panel } from '../Common/Panel.tsx';
import { Failed, Loading } from '../Common/States.tsx';
import { useDocuments } from '../Common/useDocuments.ts';
import { useRequest } from '../Common/useRequest.ts';
import { figures } from '../Common/words.ts';
import { DocumentView } from './DocumentView.tsx';

/** The documents behind the graph, with everything marked that was read out of them. */
export function Reader() {
  const target = useUi((state) => state.reader);
  const documents = useDocuments();
  const list = documents.status === 'ready' ? documents.data.documents : [];
  const shown = target?.document ?? list[0]?.id ?? null;
  useSelectedRelationsDocument(shown);
  return (
    <Panel title="Reader" onClose={() => showPanels({ left: null })}>
      <ListingState of={documents} none="No document has been read into this graph yet." />
      {list.length > 1 && <Picker documents={list} shown={shown} />}
      {shown && <OpenDocument key={shown} id={shown} />}
    </Panel>
  );
}

/** Opens the document of a relation that is selected and does not stand in the one shown. */
function useSelectedRelationsDocument(shown: DocumentId | null): void {
  const selected = useSelection(({ relations }) => (relations.size === 1 ? [...relations][0] : undefined));
  const relation = useExploration((state) => (selected ? state.relations.get(selected) : undefined));
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection, not the user's own choice of a document
  useEffect(() => {
    const [first] = relation?.documents ?? [];
    if (first && shown && !relation?.documents.includes(shown)) openReader(first);
  }, [relation]);
}

function Picker({
  documents,
  shown,
}: {
  readonly documents: readonly DocumentSummary[];
  readonly shown: DocumentId | null;
}) {
  return (
    <NativeSelect
      m="sm"
      size="sm"
      label={`Document (${figures(documents.length)})`}
      value={shown ?? ''}
      onChange={(event) => {
        const next = documents.find(({ id }) => id === event.currentTarget.value);
        if (next) openReader(next.id);
      }}
      data={documents.map(({ id, title, published }) => ({
        value: id,
        label: published ? `${title} (${published})` : title,
      }))}
    />
  );
}

function OpenDocument({ id }: { readonly id: DocumentId }) {
  const target = useUi((state) => state.reader);
  const request = useRequest(id, (signal) => client.document(id, signal));
  if (request.status === 'failed') {
    return (
      <Failed title="The document could not be opened" failure={request.failure} retry={request.retry} />
    );
  }
  if (request.status !== 'ready') return <Loading what="Opening the document" />;
  return <DocumentView detail={request.data} target={target} />;
}
