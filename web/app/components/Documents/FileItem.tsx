import { Button, Loader, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import * as actions from '../../actions.ts';
import * as documentActions from '../../document-actions.ts';
import type { FileStage, FileState } from '../../state/uploads.ts';
import { count } from '../Common/words.ts';
import classes from './Documents.module.css';

const words: Readonly<Record<Exclude<FileStage, 'done' | 'failed'>, string>> = {
  queued: 'Waiting',
  waiting: 'Waiting',
  reading: 'Reading the file…',
  extracting: 'Reading the sentences…',
  storing: 'Storing…',
};

/** Red that can be read on both backgrounds. */
const FAULT = 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))';

/** One file on its way: how far it is, what it became, or why not. */
export function FileItem({ file }: { readonly file: FileState }) {
  const { document } = file;
  return (
    <li className={classes.item}>
      <span className={classes.icon}>
        <StageIcon stage={file.stage} />
      </span>
      <div className={classes.text}>
        <Text size="sm" fw={500}>
          {document?.title ?? file.name}
        </Text>
        <Text size="xs" c={file.stage === 'failed' ? FAULT : 'dimmed'}>
          {outcome(file)}
        </Text>
      </div>
      {document && (
        <Button
          size="compact-sm"
          variant="light"
          aria-label={`Show ${document.title} in the graph`}
          onClick={() => {
            actions.showPanels({ documents: false });
            void documentActions.showDocument(document.id);
          }}
        >
          Show
        </Button>
      )}
    </li>
  );
}

function outcome({ stage, reason, document, known }: FileState): string {
  if (stage === 'failed') return reason ?? 'Failed';
  if (stage !== 'done') return words[stage];
  const found = `${count(document?.sentences ?? 0, 'sentence')}, ${count(document?.claims ?? 0, 'claim')}`;
  return known ? `${found}. It was in the graph already.` : found;
}

function StageIcon({ stage }: { readonly stage: FileStage }) {
  if (stage === 'done') return <IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden />;
  if (stage === 'failed') return <IconAlertTriangle size={18} color={FAULT} aria-hidden />;
  if (stage === 'queued' || stage === 'waiting') return <IconClock size={18} aria-hidden />;
  return <Loader size={16} aria-hidden />;
}
