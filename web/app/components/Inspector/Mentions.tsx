import { Button, Mark, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { EntityDetail } from '../../../../graph/model.ts';
import { openReader } from '../../actions.ts';
import { segment } from '../Common/segments.ts';
import { count, figures } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { bySentence } from './mentions.ts';
import { Section } from './Section.tsx';

const FIRST = 8;

/** The sentences that name the entity; each opens in the reader. */
export function Mentions({ mentions }: { readonly mentions: EntityDetail['mentions'] }) {
  const [all, setAll] = useState(false);
  if (mentions.length === 0) return null;
  const sentences = bySentence(mentions);
  const shown = all ? sentences : sentences.slice(0, FIRST);
  const title = `${count(mentions.length, 'mention')} in ${count(sentences.length, 'sentence')}`;
  return (
    <Section title={title}>
      <ul className={classes.list}>
        {shown.map(({ sentence, marks }) => (
          <li key={sentence.id}>
            <UnstyledButton
              className={classes.row}
              onClick={() => openReader(sentence.document, sentence.id, marks[0])}
              title="Open in the reader"
            >
              <span className={`${classes.rowText} ${classes.excerpt}`}>
                {segment(sentence.text, sentence.start, marks).map((part) =>
                  part.marks.length > 0 ? (
                    <Mark key={part.start}>{part.text}</Mark>
                  ) : (
                    <span key={part.start}>{part.text}</span>
                  ),
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {`Show all ${figures(sentences.length)} sentences`}
        </Button>
      )}
    </Section>
  );
}
