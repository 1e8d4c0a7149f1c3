/** `The Foreign Minister and the Minister of Defence of India, A and B`: two titles, two names, each in its place. */
import type { Span } from '../text/token.ts';
import type { Found } from './found.ts';
import { nameAt } from './person-names.ts';
import { type Ground, type Title, titleAt } from './titles.ts';

/** Both people, and where their names end; null where the titles or names are not two. */
export function paired(ground: Ground, first: Title): { found: Found[]; to: number } | null {
  const { tokens } = ground;
  if (tokens[first.to]?.lower !== 'and') return null;
  const second = titleAt(ground, first.to + 1);
  if (second === null || tokens[second.to]?.text !== ',') return null;
  const one = nameAt(ground, second.to + 1);
  if (!one || one.to - one.from < 2 || tokens[one.to]?.lower !== 'and') return null;
  const other = nameAt(ground, one.to + 1);
  // "… and the Minister of Finance": the second name is missing.
  if (!other || other.to - other.from < 2) return null;
  const country = first.office.country ?? second.office.country;
  const pairs: [Title, Span, number][] = [
    [first, one, second.to + 1],
    [second, other, one.to + 1],
  ];
  return {
    found: pairs.map(([title, name, from]) => {
      const office = { ...title.office, country: title.office.country ?? country };
      return {
        from,
        to: name.to,
        type: 'Person',
        person: { ...name, title: office, apposition: null },
        office,
        rank: 6,
        ...(office.country ? { country: office.country } : {}),
      };
    }),
    to: other.to,
  };
}
