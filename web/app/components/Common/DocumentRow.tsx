import { Text, UnstyledButton } from '@mantine/core';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import type { DocumentSummary } from '../../../../graph/model.ts';
import { openReader } from '../../actions.ts';
import classes from './DocumentRow.module.css';
import { count, sourceOf } from './words.ts';

/** A document as a button that opens it in the reader. */
export function DocumentRow({ document }: { readonly document: DocumentSummary }) {
  return (
    <UnstyledButton className={classes.row} onClick={() => openReader(document.id)}>
      <IconFileText size={16} className={classes.icon} aria-hidden />
      <span className={classes.text}>
        <DocumentWords document={document} />
      </span>
    </UnstyledButton>
  );
}

/** Title, source and number of claims, a line each. */
export function DocumentWords({ document }: { readonly document: DocumentSummary }) {
  return (
    <>
      <Text component="span" size="sm" fw={500} display="block">
        {document.title}
      </Text>
      <Text component="span" size="xs" c="dimmed" display="block">
        {[sourceOf(document), count(document.claims, 'claim')].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
