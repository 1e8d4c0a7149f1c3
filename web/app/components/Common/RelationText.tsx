import { Badge } from '@mantine/core';
import classes from './RelationText.module.css';
import type { Reading } from './words.ts';

/** A relation as a sentence: “Japan CONDEMNS ballistic missile launches”, marked where the text denies it. */
export function RelationText({ reading }: { readonly reading: Reading }) {
  return (
    <span className={classes.text}>
      {reading.denied && <Denied />} {reading.subject} <span className={classes.verb}>{reading.verb}</span>{' '}
      {reading.object}
    </span>
  );
}

/** The mark of a claim the text denies. */
export function Denied() {
  return (
    <Badge color="red" variant="filled" size="sm" radius="sm" className={classes.denied}>
      ✕ Denied:
    </Badge>
  );
}
