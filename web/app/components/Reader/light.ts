/** What of the text is lit up by what is hovered or selected. */
import type { Selection } from '../../state/selection.ts';
import type { ReaderMark } from './text.ts';

/** `lit`: names something pointed at; `quote`: is the quote of a relation pointed at. */
export type Light = '' | 'lit' | 'quote';

/** How a segment with these marks shows; a quote outshines a mention. */
export function lightOf(marks: readonly ReaderMark[], { entities, relations, hover }: Selection): Light {
  let light: Light = '';
  for (const mark of marks) {
    if (mark.kind === 'target') return 'quote';
    if (mark.kind === 'claim' && (hover?.id === mark.relation || relations.has(mark.relation)))
      return 'quote';
    if (mark.kind === 'mention' && (hover?.id === mark.entity || entities.has(mark.entity))) light = 'lit';
  }
  return light;
}
