import { ActionIcon, Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import type { DocumentSummary } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import * as documentActions from '../../document-actions.ts';
import { DocumentWords } from '../Common/DocumentRow.tsx';
import classes from './Documents.module.css';

/** A document of the graph: opens in the reader, or leaves after a second question. */
interface Props {
  readonly document: DocumentSummary;
  /** The row that had the focus is going. */
  readonly onRemoved: () => void;
}

export function DocumentItem({ document, onRemoved }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.open}
        onClick={() => {
          actions.showPanels({ documents: false });
          actions.openReader(document.id);
        }}
      >
        <DocumentWords document={document} />
      </UnstyledButton>
      {asking ? (
        <Confirm document={document} onRemoved={onRemoved} onCancel={() => setAsking(false)} />
      ) : (
        <Tooltip label="Remove from the graph">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${document.title}`}
            onClick={() => setAsking(true)}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

function Confirm({ document, onRemoved, onCancel }: Props & { readonly onCancel: () => void }) {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    if (await documentActions.removeDocument(document.id)) onRemoved();
    else onCancel();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend
    <div role="group" aria-label={`Remove ${document.title}?`} className={classes.confirm}>
      <Text size="xs">Remove it and what only it supports?</Text>
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={onCancel} disabled={busy} autoFocus>
          Keep
        </Button>
        <Button size="compact-sm" color="red.8" onClick={() => void remove()} loading={busy}>
          Remove
        </Button>
      </Group>
    </div>
  );
}
