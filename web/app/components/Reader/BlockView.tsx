import { Button } from '@mantine/core';
import IconChartDots3 from '@tabler/icons-react/dist/esm/icons/IconChartDots3.mjs';
import type { ReactNode } from 'react';
import type { ReaderTarget } from '../../state/ui.ts';
import classes from './Reader.module.css';
import { SentenceView } from './SentenceView.tsx';
import { showGraphOf } from './show.ts';
import {
  type Block,
  entitiesIn,
  isSentence,
  type MarkedSentence,
  type ReaderText,
  type TargetMark,
} from './text.ts';

/** A paragraph, bullet or heading. A heading offers the graph of its section. */
export function BlockView({
  block,
  text,
  sentences,
  open,
  target,
  onOpen,
  colourOf,
}: {
  readonly block: Block;
  readonly text: ReaderText;
  readonly sentences: readonly MarkedSentence[];
  readonly open: string | null;
  readonly target: ReaderTarget | null;
  readonly onOpen: (sentence: string | null) => void;
  readonly colourOf: (type: string | undefined) => string;
}) {
  const content = block.pieces.map((piece) =>
    isSentence(piece) ? (
      <SentenceView
        key={piece.sentence.id}
        marked={piece}
        target={targetIn(piece, target)}
        open={open === piece.sentence.id}
        {...{ onOpen, colourOf }}
        entities={text.entities}
      />
    ) : (
      <span key={piece.start}>{piece.gap}</span>
    ),
  );
  if (block.kind === 'title') return <h3 className={classes.title}>{content}</h3>;
  if (block.kind === 'heading') return <SectionHead section={block.section} {...{ sentences, content }} />;
  return (
    <p className={classes.block} data-kind={block.kind}>
      {content}
    </p>
  );
}

/** The place to emphasise in a sentence, as a mark that stays the same object while nothing changes. */
function targetIn({ sentence }: MarkedSentence, target: ReaderTarget | null): TargetMark | null {
  if (target?.start === undefined || target.end === undefined) return null;
  const { start, end } = target;
  if (start >= sentence.end || end <= sentence.start) return null;
  const known = targets.get(target) ?? { kind: 'target', start, end };
  targets.set(target, known);
  return known;
}
const targets = new WeakMap<ReaderTarget, TargetMark>();

function SectionHead({
  section,
  sentences,
  content,
}: {
  readonly section: string;
  readonly sentences: readonly MarkedSentence[];
  readonly content: ReactNode;
}) {
  const ids = entitiesIn(sentences.filter(({ sentence }) => sentence.section === section));
  return (
    <div className={classes.head}>
      <h4>{content}</h4>
      {ids.length > 0 && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconChartDots3 size={12} aria-hidden />}
          aria-label={`Graph of this section: ${section}`}
          onClick={() => void showGraphOf(ids)}
        >
          Graph of this section
        </Button>
      )}
    </div>
  );
}
