/** What the dialog holds: the button that adds, files on their way, and the documents that are there. */
import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import IconFilePlus from '@tabler/icons-react/dist/esm/icons/IconFilePlus.mjs';
import { useRef } from 'react';
import * as documentActions from '../../document-actions.ts';
import { useUploads } from '../../hooks.ts';
import { hasEnded } from '../../state/uploads.ts';
import { ListingState } from '../Common/ListingState.tsx';
import { useDocuments } from '../Common/useDocuments.ts';
import { figures } from '../Common/words.ts';
import { DocumentItem } from './DocumentItem.tsx';
import classes from './Documents.module.css';
import { FileItem } from './FileItem.tsx';

const ACCEPT = '.txt,.md,.markdown,.html,.htm,.pdf,.docx';

export function Contents() {
  const listed = useRef<HTMLElement>(null);
  const files = useUploads((state) => state.files);
  const documents = useDocuments();
  const list = documents.status === 'ready' ? documents.data.documents : [];
  return (
    <Stack gap="md">
      <div className={classes.add}>
        <FileButton multiple accept={ACCEPT} onChange={(chosen) => void documentActions.addFiles(chosen)}>
          {(props) => (
            <Button {...props} leftSection={<IconFilePlus size={18} aria-hidden />} data-autofocus>
              Add documents
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          Text, Markdown, HTML, PDF or DOCX; or drop files anywhere on the page. They stay on this machine.
        </Text>
      </div>
      {files.length > 0 && (
        <section aria-label="Added just now">
          <Group justify="space-between" mb={4}>
            <Title order={3} size="h6">
              Added just now
            </Title>
            {files.some(hasEnded) && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={documentActions.clearEnded}>
                Clear
              </Button>
            )}
          </Group>
          <ul className={classes.list} aria-live="polite">
            {files.map((file) => (
              <FileItem key={file.key} file={file} />
            ))}
          </ul>
        </section>
      )}
      <section aria-label="In the graph" tabIndex={-1} ref={listed}>
        <Title order={3} size="h6" mb={4}>
          In the graph{list.length > 0 && ` (${figures(list.length)})`}
        </Title>
        <ListingState of={documents} none="There are none yet. Add one above." />
        <ul className={classes.list}>
          {list.map((document) => (
            <DocumentItem key={document.id} document={document} onRemoved={() => listed.current?.focus()} />
          ))}
        </ul>
      </section>
    </Stack>
  );
}
