/** The documents of the graph: what is there, more of them, and out again. Files may be dropped anywhere on the page. */
import { Modal, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as actions from '../../actions.ts';
import * as documentActions from '../../document-actions.ts';
import { useUi } from '../../hooks.ts';
import { Loading } from '../Common/States.tsx';
import classes from './Documents.module.css';

const Contents = lazy(() =>
  import('./Contents.tsx').then(({ Contents: component }) => ({ default: component })),
);

export function DocumentsDialog() {
  const open = useUi((state) => state.documents);
  const dragging = useFileDrop();
  return (
    <>
      <Modal
        opened={open}
        onClose={() => actions.showPanels({ documents: false })}
        title="Documents"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close the documents' }}
      >
        <Suspense fallback={<Loading what="Opening" />}>
          <Contents />
        </Suspense>
      </Modal>
      {dragging && (
        <div className={classes.drop} aria-hidden>
          <Text fw={600} size="lg">
            Drop the files to read them into the graph
          </Text>
        </div>
      )}
    </>
  );
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped on the page; true while some are over it. */
function useFileDrop(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!carriesFiles(event)) return;
      // Otherwise the browser would leave the page for the file.
      event.preventDefault();
      actions.showPanels({ documents: true });
      void documentActions.addFiles(event.dataTransfer?.files ?? []);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  return dragging;
}
