import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionOf, captionsOf, ruleOf } from '../../graph/captions.ts';
import { LABEL_SHAPES, labelOf, lookOfLabel, NO_LABEL } from '../../graph/labels.ts';
import type { Json } from '../../graph/model.ts';

const called = (properties: Record<string, Json>, chosen?: string) =>
  captionOf(captionsOf(properties), 'Movie', '4:db:17', chosen);

describe('what a node is called', () => {
  it.each<[Record<string, Json>, string]>([
    [{ id: 3, released: 1999, title: 'The Matrix' }, 'The Matrix'],
    [{ title: 'Dr.', Name: 'No' }, 'No'],
    [{ caption: 'c', label: 'l' }, 'l'],
    [{ productID: 11, productName: 'Queso Cabrales' }, 'Queso Cabrales'],
    [{ body: 'x'.repeat(500), code: 'K-1', id: 'n1' }, 'n1'],
    [{ body: 'x'.repeat(500), size: 3, code: 'K-1' }, 'K-1'],
    [{ size: 3 }, '3'],
    [{ name: '  ', tags: ['a'], at: { srid: 7203, x: 1, y: 2 } }, 'Movie 17'],
    [{}, 'Movie 17'],
  ])('%j is %s', (properties, name) => {
    expect(called(properties)).toBe(name);
  });

  it('is by the property chosen where the node has it', () => {
    expect(called({ title: 'The Matrix', released: 1999 }, 'released')).toBe('1999');
    expect(called({ title: 'The Matrix' }, 'released')).toBe('The Matrix');
    expect(called({ title: 'The Matrix' }, 'toString')).toBe('The Matrix');
  });

  it('is short, and whole characters, whatever the properties hold', () => {
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.double(), fc.boolean());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (properties) => {
        const captions = captionsOf(properties);
        const name = captionOf(captions, 'Label', '4:db:1');
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(80);
        expect(name).toBe(captions[ruleOf(captions) ?? ''] ?? 'Label 1');
        expect(name.replace(/\p{Surrogate}/gu, '')).toBe(name);
      }),
    );
  });
});

describe('labels that the ontology does not know', () => {
  it('are shown by the first that says something', () => {
    expect(labelOf(['Movie', 'Entity'])).toBe('Movie');
    expect(labelOf(['_Internal', 'Zebra', 'Resource'])).toBe('Zebra');
    expect(labelOf(['Resource', 'Entity'])).toBe('Entity');
    expect(labelOf([])).toBe(NO_LABEL);
  });

  it('look the same for good: links and habits depend on it', () => {
    expect(lookOfLabel('Movie')).toEqual({ colour: 'wheel11', shape: 'star' });
  });

  it('rarely share both colour and shape', () => {
    const looks = Array.from({ length: 40 }, (_, index) => JSON.stringify(lookOfLabel(`Kind${index}`)));
    expect(new Set(looks).size).toBeGreaterThan(34);
    const shapes = new Set(looks.map((look) => (JSON.parse(look) as { shape: string }).shape));
    expect(shapes.size).toBeGreaterThan(LABEL_SHAPES.length / 2);
  });
});
