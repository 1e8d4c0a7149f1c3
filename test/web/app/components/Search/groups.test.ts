import { describe, expect, it } from 'vitest';

import type { SearchHit } from '../../../../../graph/model.ts';
import { foundIn, groupHits } from '../../../../../web/app/components/Search/groups.ts';
import { entity } from '../../samples.ts';

const hit = (name: string, type: string, rest: Partial<SearchHit> = {}): SearchHit => ({
  entity: entity(name, { type }),
  degree: 1,
  matched: 'name',
  excerpt: name,
  ...rest,
});

describe('groupHits', () => {
  it('groups by type in the order of the best hit and keeps every hit', () => {
    const hits = [hit('Kanoya', 'Facility'), hit('Kan', 'Person'), hit('Kadena', 'Facility')];
    const groups = groupHits(hits, null);
    expect(
      groups.map(({ caption, hits: members }) => [caption, members.map(({ entity }) => entity.name)]),
    ).toEqual([
      ['Facility', ['Kanoya', 'Kadena']],
      ['Person', ['Kan']],
    ]);
  });
});

describe('foundIn', () => {
  it('says where the words stood, unless in the name', () => {
    expect(foundIn(hit('MQ-9', 'EquipmentType'))).toBeNull();
    expect(foundIn(hit('MQ-9', 'EquipmentType', { matched: 'alias', excerpt: 'Reaper' }))).toBe(
      'also called Reaper',
    );
    expect(foundIn(hit('MQ-9', 'EquipmentType', { matched: 'sentence', excerpt: 'of MQ-9s to' }))).toBe(
      '“of MQ-9s to”',
    );
  });
});
