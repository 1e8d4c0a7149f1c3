import { type CSSProperties, type MouseEvent, memo } from 'react';
import type { Entity, EntityId } from '../../../../graph/model.ts';
import { hover } from '../../actions.ts';
import { useSelection } from '../../hooks.ts';
import { innermost, type Segment } from '../Common/segments.ts';
import { lightOf } from './light.ts';
import classes from './Reader.module.css';
import { showTogether } from './show.ts';
import type { MentionMark, ReaderMark } from './text.ts';

interface SegmentProps {
  readonly segment: Segment<ReaderMark>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly colourOf: (type: string | undefined) => string;
}

/** A stretch of text under the same marks; a mention is a button that selects what it names. */
export const SegmentView = memo(function SegmentView({ segment, entities, colourOf }: SegmentProps) {
  const light = useSelection((state) => lightOf(segment.marks, state));
  const mentions = innermost(segment.marks.filter((mark) => mark.kind === 'mention'));
  const [first] = mentions;
  if (first === undefined) {
    const quoted = segment.marks.some((mark) => mark.kind === 'claim');
    return (
      <span data-light={light} className={quoted ? classes.quoted : undefined}>
        {segment.text}
      </span>
    );
  }
  return <MentionView {...{ segment, entities, colourOf, light, mentions, first }} />;
});

function MentionView({
  segment,
  entities,
  colourOf,
  light,
  mentions,
  first,
}: SegmentProps & {
  readonly light: string;
  readonly mentions: readonly MentionMark[];
  readonly first: MentionMark;
}) {
  const ids = mentions.map(({ entity }) => entity);
  const names = ids.map((id) => entities.get(id)?.name ?? id).join(' and ');
  const choose = (event: { stopPropagation(): void; preventDefault(): void }) => {
    event.stopPropagation();
    event.preventDefault();
    void showTogether(ids);
  };
  const glow = () => hover({ kind: 'entity', id: first.entity, from: 'reader' });
  const style: CSSProperties = { borderBottomColor: colourOf(entities.get(first.entity)?.type) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot break across lines
    <span
      role="button"
      tabIndex={-1}
      // A mention cut into several segments by others is one stop for the keyboard.
      {...(first.start === segment.start ? { 'data-stop': '' } : {})}
      data-light={light}
      className={classes.mention}
      style={style}
      title={names}
      onClick={(event: MouseEvent) => choose(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') choose(event);
      }}
      onMouseEnter={glow}
      onMouseLeave={() => hover(null)}
      onFocus={glow}
      onBlur={() => hover(null)}
    >
      {segment.text}
    </span>
  );
}
