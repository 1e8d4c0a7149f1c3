import { memo } from 'react';
import type { Entity, EntityId } from '../../../../graph/model.ts';
import { useSelection } from '../../hooks.ts';
import { segment } from '../Common/segments.ts';
import classes from './Reader.module.css';
import { SegmentView } from './SegmentView.tsx';
import { SentenceMenu } from './SentenceMenu.tsx';
import type { MarkedSentence, TargetMark } from './text.ts';

/** A sentence with its marks. A click on it opens the list of its relations. */
export const SentenceView = memo(function SentenceView({
  marked,
  target,
  open,
  onOpen,
  entities,
  colourOf,
}: {
  readonly marked: MarkedSentence;
  readonly target: TargetMark | null;
  readonly open: boolean;
  readonly onOpen: (sentence: string | null) => void;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly colourOf: (type: string | undefined) => string;
}) {
  const { sentence, marks, claims } = marked;
  const lit = useSelection(({ hover, relations }) =>
    claims.some(({ relation }) => hover?.id === relation || relations.has(relation)),
  );
  const all = target ? [...marks, target] : marks;
  const hasMenu = marks.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button at the sentence's end does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <span
      className={classes.sentence}
      data-sentence={sentence.id}
      data-lit={lit || undefined}
      data-open={open || undefined}
      onClick={() => hasMenu && window.getSelection()?.isCollapsed !== false && onOpen(sentence.id)}
    >
      {segment(sentence.text, sentence.start, all).map((each) => (
        <SegmentView key={each.start} segment={each} entities={entities} colourOf={colourOf} />
      ))}
      {hasMenu && <SentenceMenu marked={marked} entities={entities} open={open} onOpen={onOpen} />}
    </span>
  );
});
