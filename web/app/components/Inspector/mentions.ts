import type { EntityDetail, Sentence } from '../../../../graph/model.ts';
import type { Mark } from '../Common/segments.ts';

export interface MentioningSentence {
  readonly sentence: Sentence;
  readonly marks: readonly Mark[];
}

/** Mentions gathered by sentence, in the order given: a sentence that names the entity twice stands once. */
export function bySentence(mentions: EntityDetail['mentions']): MentioningSentence[] {
  const sentences = new Map<string, { sentence: Sentence; marks: Mark[] }>();
  for (const { mention, sentence } of mentions) {
    const known = sentences.get(sentence.id);
    const mark = { start: mention.start, end: mention.end };
    if (known) known.marks.push(mark);
    else sentences.set(sentence.id, { sentence, marks: [mark] });
  }
  return [...sentences.values()];
}
