import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimId, documentId, entityId, relationId, sentenceId, slug } from '../../graph/id.ts';
import type { EntityId } from '../../graph/model.ts';

const text = fc.string({ unit: 'binary' });

describe('ids', () => {
  it('slugs are stable, folded and free of separators', () => {
    fc.assert(
      fc.property(text, (given) => {
        const made = slug(given);
        expect(slug(made)).toBe(made);
        expect(slug(given.normalize('NFD'))).toBe(slug(given.normalize('NFC')));
        expect(made).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      }),
    );
    expect(slug('Henoko-saki')).toBe('henoko-saki');
    expect(slug('Kānoya Air Base')).toBe('kanoya-air-base');
    expect(slug('普天間飛行場')).toBe('普天間飛行場');
  });

  it('an entity always has an id, however odd its key', () => {
    fc.assert(
      fc.property(text, (key) => {
        expect(entityId('topic', key)).toMatch(/^topic:.+/u);
      }),
    );
    expect(entityId('topic', '???')).not.toBe(entityId('topic', '!!!'));
  });

  it('what differs has another id, what is the same has the same', () => {
    const ids = fc.string().map((value) => value as EntityId);
    fc.assert(
      fc.property(ids, fc.string(), ids, ids, (a, type, b, c) => {
        const relation = relationId(a, type, b, '+');
        expect(relationId(a, type, b, '+')).toBe(relation);
        expect(relationId(a, type, b, '-')).not.toBe(relation);
        if (c !== b) expect(relationId(a, type, c, '+')).not.toBe(relation);
        const sentence = sentenceId(documentId('text'), 0);
        expect(claimId(sentence, a, type, b, '+')).not.toBe(relation);
      }),
    );
    expect(documentId('a')).not.toBe(documentId('b'));
  });
});
