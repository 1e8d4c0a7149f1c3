import { describe, expect, it } from 'vitest';
import { Mention } from '../../../../../graph/model.ts';
import { degreeCaption } from '../../../../../web/app/components/Inspector/degrees.ts';
import { bySentence } from '../../../../../web/app/components/Inspector/mentions.ts';
import { parallels } from '../../../../../web/app/components/Inspector/parallels.ts';
import { summarise } from '../../../../../web/app/components/Inspector/summary.ts';
import { initialCatalogue } from '../../../../../web/app/state/catalogue.ts';
import { entity, entityId, relation, relationId, sentence } from '../../samples.ts';

describe('degreeCaption', () => {
  const about = {
    type: 'CONDEMNS',
    caption: 'condemns',
    inverse: 'condemned by',
    symmetric: false,
    auxiliary: false,
    from: [],
    to: [],
    count: 1,
  };
  const catalogue = {
    ...initialCatalogue,
    schema: { entityTypes: [], families: [], relationTypes: [about] },
  };

  it('reads from the entity that has the relations', () => {
    expect(degreeCaption({ type: 'CONDEMNS', direction: 'out', count: 3 }, catalogue)).toBe('condemns');
    expect(degreeCaption({ type: 'CONDEMNS', direction: 'in', count: 2 }, catalogue)).toBe('condemned by');
  });
});

describe('parallels', () => {
  it('finds the other relations between the same two, in either direction, and not itself', () => {
    const one = relation('a', 'CONDEMNS', 'b');
    const other = relation('a', 'OPPOSES', 'b');
    const back = relation('b', 'THREATENS', 'a');
    expect(parallels(one, [one, other, back, relation('a', 'OPPOSES', 'c')])).toEqual([other, back]);
  });
});

describe('bySentence', () => {
  it('shows a sentence that names the entity twice once, with both places', () => {
    const text = 'Japan and Japan';
    const where = sentence(text);
    const mention = (start: number) =>
      Mention.parse({
        sentence: 'd#0',
        entity: 'japan',
        kind: 'named',
        start,
        end: start + 5,
        text: 'Japan',
      });
    const [only, ...rest] = bySentence([
      { mention: mention(0), sentence: where },
      { mention: mention(10), sentence: where },
    ]);
    expect(rest).toEqual([]);
    expect(only?.marks).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 15 },
    ]);
  });
});

describe('summarise', () => {
  const entities = ['a', 'b', 'c'].map((id) => entity(id, { type: id === 'c' ? 'Person' : 'Topic' }));
  const relations = [relation('a', 'X', 'b'), relation('a', 'X', 'c'), relation('b', 'X', 'c')];
  const scene = {
    entities: new Map(entities.map((each) => [each.id, each])),
    relations: new Map(relations.map((each) => [each.id, each])),
  };

  it('groups entities by type and gives the relations among them', () => {
    const { chosen, among } = summarise(
      scene,
      new Set([entityId('c'), entityId('a'), entityId('b')]),
      new Set(),
    );
    expect(chosen.map(({ type, members }) => [type, members.length])).toEqual([
      ['Topic', 2],
      ['Person', 1],
    ]);
    expect(among).toHaveLength(3);
    expect(summarise(scene, new Set([entityId('a'), entityId('b')]), new Set()).among).toEqual([
      relations[0],
    ]);
  });

  it('gives the chosen relations where relations are chosen', () => {
    const ids = new Set([relationId('a X c'), relationId('gone')]);
    expect(summarise(scene, new Set(), ids)).toEqual({ chosen: [], among: [relations[1]] });
  });
});
