import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, DocumentDetail, Mention } from '../../../../../graph/model.ts';
import { sentencesToShow } from '../../../../../web/app/components/Reader/follow.ts';
import { lightOf } from '../../../../../web/app/components/Reader/light.ts';
import { target } from '../../../../../web/app/components/Reader/stops.ts';
import {
  entitiesIn,
  isSentence,
  type ReaderMark,
  readerText,
  relationsIn,
  sentencesOf,
} from '../../../../../web/app/components/Reader/text.ts';
import { hover, nothingSelected, select } from '../../../../../web/app/state/selection.ts';
import { claim, entity, entityId, relationId, sentence } from '../../samples.ts';

/** A document whose sentences are the given slices of its text. */
function detail(
  text: string,
  units: readonly { start: number; end: number; kind?: string; section?: string }[],
  rest: Partial<Record<'mentions' | 'claims' | 'entities', unknown[]>> = {},
) {
  const document = Document.parse({
    id: 'd',
    title: 't',
    publisher: null,
    published: null,
    url: null,
    language: 'en',
    text,
  });
  const sentences = units.map(({ start, end, kind = 'sentence', section = '' }, index) =>
    sentence(text.slice(start, end), { id: `d#${index}`, index, kind, start, end, section }),
  );
  return DocumentDetail.parse({ document, sentences, mentions: [], claims: [], entities: [], ...rest });
}

const mention = (name: string, start: number, end: number, where = 'd#0') =>
  Mention.parse({ sentence: where, entity: name, kind: 'named', start, end, text: 'x' });

describe('readerText', () => {
  it('loses nothing of the text, whatever stands between the sentences', () => {
    const layout = fc.array(
      fc.tuple(
        fc.string({ maxLength: 6 }),
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.constantFrom('sentence', 'bullet', 'heading', 'title'),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(layout, fc.string({ maxLength: 5 }), (parts, tail) => {
        let text = '';
        const units = parts.map(([gap, body, kind]) => {
          const start = text.length + gap.length;
          text += gap + body;
          return { start, end: text.length, kind };
        });
        text += tail;
        const { blocks } = readerText(detail(text, units));
        const together = blocks
          .flatMap(({ pieces }) =>
            pieces.map((piece) => (isSentence(piece) ? piece.sentence.text : piece.gap)),
          )
          .join('');
        expect(together).toBe(text);
      }),
    );
  });

  it('starts a block at blank lines and at other kinds, not at a single line break', () => {
    const text = 'Head\n\nOne.\nTwo.\n\nThree.';
    const { blocks } = readerText(
      detail(text, [
        { start: 0, end: 4, kind: 'heading' },
        { start: 6, end: 10 },
        { start: 11, end: 15 },
        { start: 17, end: 23 },
      ]),
    );
    expect(blocks.map(({ kind, pieces }) => [kind, pieces.filter(isSentence).length])).toEqual([
      ['heading', 1],
      ['sentence', 2],
      ['sentence', 1],
    ]);
  });

  it('knows where entities are mentioned and relations claimed', () => {
    const text = 'Japan. Japan met.';
    const read = readerText(
      detail(
        text,
        [
          { start: 0, end: 6 },
          { start: 7, end: 17 },
        ],
        {
          entities: [entity('japan')],
          mentions: [mention('japan', 0, 5), mention('japan', 7, 12, 'd#1')],
          claims: [
            { ...claim({ sentence: 'd#1', subject: 'japan', object: 'us' }), relation: 'r' },
            { ...claim({ id: 'c2', sentence: 'd#1', subject: 'japan', object: 'us' }), relation: 'r' },
          ],
        },
      ),
    );
    expect(read.mentionedIn.get(entityId('japan'))).toEqual(['d#0', 'd#1']);
    expect(read.claimedIn.get(relationId('r'))).toEqual(['d#1']);
    const [, second] = sentencesOf(read.blocks);
    if (!second) throw new Error('the second sentence is missing');
    expect(entitiesIn([second])).toEqual(['japan', 'us']);
    expect(relationsIn(second)).toHaveLength(1);

    const pointed = hover(nothingSelected, { kind: 'entity', id: entityId('japan'), from: 'canvas' });
    expect(sentencesToShow(read, pointed, nothingSelected)).toEqual(['d#0', 'd#1']);
    const own = hover(nothingSelected, { kind: 'entity', id: entityId('japan'), from: 'reader' });
    expect(sentencesToShow(read, own, nothingSelected)).toEqual([]);
    const chosen = select(nothingSelected, { relations: [relationId('r')] });
    expect(sentencesToShow(read, chosen, nothingSelected)).toEqual(['d#1']);
    expect(sentencesToShow(read, chosen, chosen)).toEqual([]);
  });
});

describe('lightOf', () => {
  const japan: ReaderMark = { kind: 'mention', entity: entityId('japan'), start: 0, end: 5 };
  const quote: ReaderMark = { kind: 'claim', relation: relationId('r'), start: 0, end: 9 };

  it('lights what is hovered or selected, and a quote over a mention', () => {
    expect(lightOf([japan, quote], nothingSelected)).toBe('');
    const selected = select(nothingSelected, { entities: [entityId('japan')] });
    expect(lightOf([japan, quote], selected)).toBe('lit');
    expect(lightOf([quote], selected)).toBe('');
    const both = hover(selected, { kind: 'relation', id: relationId('r'), from: 'canvas' });
    expect(lightOf([japan, quote], both)).toBe('quote');
  });
});

describe('moving among the marks', () => {
  it('stays within them', () => {
    expect(target('ArrowRight', 0, 3)).toBe(1);
    expect(target('ArrowDown', 2, 3)).toBe(2);
    expect(target('ArrowLeft', 0, 3)).toBe(0);
    expect(target('End', 0, 3)).toBe(2);
    expect(target('Home', 2, 3)).toBe(0);
    expect(target('a', 1, 3)).toBeNull();
  });
});
