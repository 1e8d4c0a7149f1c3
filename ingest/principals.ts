/** Whose minister a person is when the title does not say: the document's own country, or the party nobody else speaks for. */
import type { Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import { linkOffice } from './mentions/link.ts';
import type { Named, Setting } from './mentions.ts';

/** Gives persons without a country theirs, and their offices too. */
export function settleCountries(
  named: readonly Named[],
  frame: DocumentFrame,
  registry: Registry,
  setting: Setting,
): void {
  const people = registry.all().filter((draft) => draft.type === 'Person');
  const spoken = new Set(people.flatMap((draft) => draft.country ?? []));
  const titled = new Set(
    named.flatMap((sentence) =>
      sentence.offices.filter((link) => link.status !== 'former').map((link) => link.person),
    ),
  );
  const parties = frame.titleParties.filter((id) => !spoken.has(id));
  for (const person of people) {
    if (person.country || !titled.has(person.id)) continue;
    const secretary = /^Secretary of (?:Defense|State|War)$/.test(person.title ?? '');
    const american =
      secretary && (frame.titleParties.includes('country:united-states') || frame.home === null)
        ? 'country:united-states'
        : null;
    const free = frame.titleParties.length > 0 ? parties.shift() : undefined;
    person.country = american ?? (frame.home && !spoken.has(frame.home) ? frame.home : (free ?? frame.home));
    if (person.country) {
      spoken.add(person.country);
      if (!registry.get(person.country) && setting.knowledge.entries.has(person.country))
        registry.known(person.country, null);
    }
  }
  for (const sentence of named) {
    for (const link of sentence.offices) {
      const person = registry.get(link.person);
      const office = registry.get(link.office);
      if (link.country || !person?.country || !office?.title || link.status !== 'holds') continue;
      const text = [...office.aliases][0] ?? office.name;
      const settled = linkOffice(
        { from: 0, to: 0, title: text, country: person.country, status: 'holds' },
        person.country,
        setting,
        text,
      );
      for (const name of sentence.nested)
        if (name.entity === office.id && name.from >= link.from && name.to <= link.to)
          name.entity = settled.id;
      link.office = settled.id;
      link.country = person.country;
    }
  }
}
