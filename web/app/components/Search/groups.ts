/** Search results in groups by type, for the type-ahead. */
import type { SearchHit } from '../../../../graph/model.ts';
import { type Catalogue, entityTypeIn } from '../../state/catalogue.ts';

export interface HitGroup {
  readonly type: string;
  /** The type's plural, as the legend has it. */
  readonly caption: string;
  readonly hits: readonly SearchHit[];
}

/** Groups hits by entity type. Groups stand in the order of their best hit; hits keep theirs. */
export function groupHits(hits: readonly SearchHit[], schema: Catalogue['schema']): HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const members = groups.get(hit.entity.type);
    if (members) members.push(hit);
    else groups.set(hit.entity.type, [hit]);
  }
  return [...groups].map(([type, members]) => ({
    type,
    caption: entityTypeIn(schema, type)?.caption ?? type,
    hits: members,
  }));
}

/** Where the words were found, when it was not the name. */
export function foundIn({ matched, excerpt }: SearchHit): string | null {
  if (matched === 'name') return null;
  if (matched === 'alias') return `also called ${excerpt}`;
  return matched === 'description' || matched === 'property' ? excerpt : `“${excerpt}”`;
}
