/** Titles that say less than the document knows: `Minister Brandt` holds the office that `German Defence Minister Annegret Brandt` named. */
import type { Registry } from '../entities.ts';
import type { Named, OfficeLink } from '../mentions.ts';
import { isBare } from './people.ts';

/** Gives bare titles the fuller office of the same person, or of the same country when the person has none. */
export function settleOffices(named: readonly Named[], registry: Registry): void {
  const links = named.flatMap((sentence) => sentence.offices.map((link) => ({ link, sentence })));
  const title = (link: OfficeLink) => (link.office && registry.get(link.office)?.title) || '';
  for (const { link, sentence } of links) {
    const own = title(link);
    if (
      !/^\S+$|^(?:Cabinet Secretary|Deputy Prime Minister|Deputy Minister|State Secretary|Vice Minister)$/.test(
        own,
      )
    )
      continue;
    const fuller = (other: OfficeLink) =>
      title(other).length > own.length &&
      (title(other).startsWith(`${own} of`) ||
        title(other).startsWith(`${own} and`) ||
        title(other).endsWith(` ${own}`) ||
        title(other).startsWith(own));
    const mine = links.find(
      (item) => item.link.person === link.person && item.link.status !== 'former' && fuller(item.link),
    );
    const former =
      link.status === 'former'
        ? links.find(
            (item) =>
              item.link.country !== null &&
              (link.country === null || item.link.country === link.country) &&
              fuller(item.link),
          )
        : undefined;
    const ofCountry = links.filter(
      (item) =>
        link.country !== null &&
        item.link.country === link.country &&
        item.link.person !== link.person &&
        fuller(item.link),
    );
    // Another's office only where the country has a single one of the kind and nobody else is named in it.
    const only =
      new Set(ofCountry.map((item) => item.link.office)).size === 1 &&
      !ofCountry.some((item) => item.link.status === 'holds')
        ? ofCountry[0]
        : undefined;
    const found = mine ?? former ?? only;
    if (!found) {
      if (isBare(own)) withdraw(link, sentence);
      continue;
    }
    for (const name of sentence.nested)
      if (name.entity === link.office && found.link.office && name.from >= link.from && name.to <= link.to)
        name.entity = found.link.office;
    link.office = found.link.office;
    link.country ??= found.link.country;
  }
}

/** A bare `Minister` that nothing explains is no office of its own; the person still stands for the country. */
function withdraw(link: OfficeLink, sentence: Named): void {
  sentence.nested = sentence.nested.filter(
    (name) => name.entity !== link.office || name.from < link.from || name.to > link.to,
  );
  link.office = null;
}
