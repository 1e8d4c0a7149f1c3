import { Anchor, Button, Text } from '@mantine/core';
import IconChartDots3 from '@tabler/icons-react/dist/esm/icons/IconChartDots3.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DocumentDetail } from '../../../../graph/model.ts';
import { useCatalogue } from '../../hooks.ts';
import { entityTypeIn } from '../../state/catalogue.ts';
import type { ReaderTarget } from '../../state/ui.ts';
import { typeColour } from '../Common/TypeIcon.tsx';
import { count, safeLink, sourceOf } from '../Common/words.ts';
import { BlockView } from './BlockView.tsx';
import { sentenceElement, useFollow } from './follow.ts';
import classes from './Reader.module.css';
import { showGraphOf } from './show.ts';
import { enterStops, moveStop } from './stops.ts';
import { entitiesIn, readerText, sentencesOf } from './text.ts';

/** A document: what it is, and its text with mentions and claims marked. */
export function DocumentView({
  detail,
  target,
}: {
  readonly detail: DocumentDetail;
  readonly target: ReaderTarget | null;
}) {
  const text = useMemo(() => readerText(detail), [detail]);
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const schema = useCatalogue((state) => state.schema);
  const colourOf = useCallback(
    (type: string | undefined) => typeColour(entityTypeIn(schema, type)?.colour),
    [schema],
  );
  useFollow(root, text);
  useEffect(() => {
    if (root.current) enterStops(root.current);
  });
  useEffect(() => {
    if (!root.current || !target?.sentence) return;
    sentenceElement(root.current, target.sentence)?.scrollIntoView({ block: 'center' });
  }, [target]);
  const everything = useMemo(() => sentencesOf(text.blocks), [text]);
  return (
    <div className={classes.document}>
      <About detail={detail} />
      <Button
        size="compact-sm"
        variant="light"
        mb="sm"
        leftSection={<IconChartDots3 size={14} aria-hidden />}
        onClick={() => void showGraphOf(entitiesIn(everything))}
      >
        Graph of this document
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons in the text */}
      <div
        ref={root}
        className={classes.text}
        lang={detail.document.language}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          if (moveStop(event.currentTarget, event.key)) event.preventDefault();
        }}
        onFocus={(event: FocusEvent<HTMLElement>) => enterStops(event.currentTarget, event.target)}
      >
        {text.blocks.map((block) => (
          <BlockView
            key={block.start}
            {...{ block, text, open, target, colourOf }}
            sentences={everything}
            onOpen={setOpen}
          />
        ))}
      </div>
    </div>
  );
}

function About({ detail }: { readonly detail: DocumentDetail }) {
  const { document, sentences, claims } = detail;
  const link = safeLink(document.url);
  return (
    <div className={classes.about}>
      <Text size="sm" fw={600}>
        {document.title}
      </Text>
      <Text size="xs" c="dimmed">
        {[sourceOf(document), count(sentences.length, 'sentence'), count(claims.length, 'claim')]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      {link && (
        <Anchor size="xs" href={link} target="_blank" rel="noreferrer noopener">
          {new URL(link).hostname} <IconExternalLink size={12} aria-label="(opens in a new tab)" />
        </Anchor>
      )}
      <Links links={document.links} />
    </div>
  );
}

/** Where the source links to, folded away. */
function Links({ links }: { readonly links: readonly string[] }) {
  const safe = links.flatMap((link) => safeLink(link) ?? []);
  if (safe.length === 0) return null;
  return (
    <Text component="details" size="xs" className={classes.links}>
      <summary>{count(safe.length, 'link')} of the source</summary>
      <ul>
        {safe.map((link) => (
          <li key={link}>
            <Anchor size="xs" href={link} target="_blank" rel="noreferrer noopener">
              {link}
            </Anchor>
          </li>
        ))}
      </ul>
    </Text>
  );
}
