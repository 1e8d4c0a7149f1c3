import { describe, expect, it } from 'vitest';
import { called, calledWithin, captionChoices, withChoice } from '../../../../web/app/state/captions.ts';
import { add, emptyExploration, renamed } from '../../../../web/app/state/exploration.ts';
import { entity } from '../samples.ts';

const matrix = entity('m1', {
  type: 'Movie',
  name: 'The Matrix',
  captions: { title: 'The Matrix', released: '1999' },
});
const keanu = entity('p1', { type: 'Person', name: 'Keanu', captions: { name: 'Keanu', born: '1964' } });
const own = entity('country:japan', { type: 'Country', name: 'Japan' });

describe('captions', () => {
  it('can be chosen for the labels of nodes that are not ours', () => {
    expect(captionChoices([matrix, own, keanu])).toEqual([
      { label: 'Movie', properties: ['released', 'title'], rules: ['title'] },
      { label: 'Person', properties: ['born', 'name'], rules: ['name'] },
    ]);
  });

  it('name nodes of their label only', () => {
    const chosen = withChoice({}, 'Movie', 'released');
    expect(called(matrix, chosen).name).toBe('1999');
    expect(called(keanu, chosen)).toBe(keanu);
    expect(called(own, { Country: 'released' })).toBe(own);
    expect(called(called(matrix, chosen), withChoice(chosen, 'Movie', null)).name).toBe('The Matrix');
  });

  it('hold in every answer, however deep', () => {
    const answer = {
      results: [{ entity: matrix, degree: 3 }],
      graph: { entities: [keanu, matrix] },
      total: 1,
    };
    const named = calledWithin(answer, { Movie: 'released' });
    expect(named.results[0]?.entity.name).toBe('1999');
    expect(named.graph.entities.map(({ name }) => name)).toEqual(['Keanu', '1999']);
    expect(calledWithin(answer, {})).toBe(answer);
  });

  it('change a scene in place', () => {
    const scene = add(emptyExploration, { entities: [matrix, keanu], relations: [] });
    const next = renamed(scene, (each) => called(each, { Movie: 'released' }));
    expect([...next.entities.values()].map(({ name }) => name)).toEqual(['1999', 'Keanu']);
    expect(renamed(scene, (each) => each)).toBe(scene);
  });
});
