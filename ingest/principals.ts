/** Whose minister a person is when the title does not say: the document's own country, or the party nobody else speaks for. */
import type { Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import { linkOffice } from './mentions/office-names.ts';
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
      sentence.offices
        .filter((link) => link.status !== 'former' && !link.elsewhere)
        .map((link) => link.person),
    ),
  );
  represented(named, registry);
  delegated(named, registry);
  const assumed = new Set<string>();
  for (const person of people) {
    if (person.country || !titled.has(person.id)) continue;
    const guest = guestFrom(person.id, named, registry, frame);
    person.country =
      guest ??
      besideMate(person.id, named, registry, frame) ??
      whereSpeaking(person.id, named, registry) ??
      countryByTitle(person.title ?? '', frame, named) ??
      (frame.homeKnown ? null : stateBefore(person.id, named)) ??
      freeParty(person.title ?? '', frame, spoken);
    if (person.country) {
      assumed.add(person.id);
      spoken.add(person.country);
      if (!registry.get(person.country) && setting.knowledge.entries.has(person.country))
        registry.known(person.country, null);
    }
  }
  for (const sentence of named) {
    for (const link of sentence.offices) {
      const person = registry.get(link.person);
      const office = link.office ? registry.get(link.office) : undefined;
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
      link.assumed = assumed.has(person.id);
    }
  }
}

/** `its partnership with China and the visit of President X`: who comes is of the other country that the sentence names. */
function guestFrom(
  person: string,
  named: readonly Named[],
  registry: Registry,
  frame: DocumentFrame,
): string | null {
  const first = named.find((sentence) => sentence.offices.some((link) => link.person === person));
  const who = first?.names.find((name) => name.entity === person);
  if (!first || !who) return null;
  const { tokens, names } = first;
  const comes =
    /^(?:of|by)$/.test(tokens[who.from - 1]?.lower ?? '') &&
    /^(?:visit|arrival|trip)$/.test(tokens[who.from - 2]?.lower ?? '');
  const others = names.filter(
    (name) => name.type === 'Country' && name.entity !== frame.home && name.to < who.from,
  );
  return comes ? (registry.get(others.at(-1)?.entity ?? '')?.id ?? null) : null;
}

/** `Malta's constitution bars bases; Foreign Minister X argued …`: nobody's document, so of the state that the sentence is about. */
function stateBefore(person: string, named: readonly Named[]): string | null {
  const first = named.find((sentence) => sentence.offices.some((link) => link.person === person));
  const who = first?.names.find((name) => name.entity === person);
  const states = first?.names.filter((name) => name.type === 'Country' && name.to <= (who?.from ?? 0)) ?? [];
  const different = new Set(states.map((name) => name.entity));
  return different.size === 1 ? (states[0]?.entity ?? null) : null;
}

/** `In Pyongyang, Vice Foreign Minister X said`, `told lawmakers in Taipei`: people of a government speak at its seat. */
function whereSpeaking(person: string, named: readonly Named[], registry: Registry): string | null {
  const first = named.find((sentence) => sentence.offices.some((link) => link.person === person));
  if (!first) return null;
  const { tokens, names } = first;
  const who = names.find((name) => name.entity === person);
  const seats = names.flatMap((name) => {
    const place = registry.get(name.entity);
    const seat = place?.type === 'Place' && place.country !== null && tokens[name.from - 1]?.lower === 'in';
    const opens = seat && name.from <= 1 && tokens[name.to]?.text === ',';
    const said =
      seat &&
      who !== undefined &&
      name.from - who.to <= 3 &&
      /^(?:said|told|added|speaking|warned)$/.test(tokens[who.to]?.lower ?? '');
    const told =
      said ||
      (seat &&
        /^(?:lawmakers|parliament|reporters|journalists|legislators|deputies)$/.test(
          tokens[name.from - 2]?.lower ?? '',
        ));
    const visited =
      seat && who !== undefined && isHost(tokens.slice(name.to, who.from).map((token) => token.lower));
    return place?.country && (opens || told || visited) ? [place.country] : [];
  });
  return seats[0] ?? null;
}

/** `was in Kabul for talks with the foreign minister`: who is met there is of that country. */
function isHost(between: readonly string[]): boolean {
  return / for (?:\w+ )?(?:talks|consultations|a meeting|discussions) with(?: the)?(?: \w+)? $/.test(
    ` ${between.join(' ')} `,
  );
}

/** `The ROK was represented by A and B, and Indonesia by C`: whose people they are. */
function represented(named: readonly Named[], registry: Registry): void {
  for (const { tokens, names } of named) {
    let country: string | null = null;
    const begun = tokens.findIndex(
      (token, i) => token.lower === 'represented' && tokens[i + 1]?.lower === 'by',
    );
    if (begun < 0) continue;
    for (const name of names) {
      const by = tokens[name.to]?.lower === 'by';
      if (name.type === 'Country' && (name.to <= begun || by)) country = name.entity;
      const person = name.type === 'Person' && name.from > begun ? registry.get(name.entity) : undefined;
      if (person && country) person.country ??= country;
    }
  }
}

/** `the Romanian delegation, headed by State Secretary X`: X is of the delegation's country. */
function delegated(named: readonly Named[], registry: Registry): void {
  for (const { tokens, names } of named) {
    tokens.forEach((token, i) => {
      const led = /^(?:headed|led|chaired)$/.test(tokens[i - 1]?.lower ?? '');
      const one = tokens[i - 1]?.lower === 'one';
      // `… was led by A, and the Beninese delegation by B`.
      const short =
        /^(?:delegation|side|team)$/.test(tokens[i - 1]?.lower ?? '') &&
        tokens.slice(0, i).some((other) => /^(?:headed|led|chaired|represented)$/.test(other.lower));
      if (token.lower !== 'by' || !(led || one || short)) return;
      const at = short
        ? i - 1
        : one
          ? i - 1
          : /^(?:,|was|were|is)$/.test(tokens[i - 2]?.lower ?? '')
            ? i - 3
            : i - 2;
      const country = names.find((name) => name.type === 'Country' && name.to === at);
      const article = tokens[i + 1]?.lower === 'the' ? 2 : 1;
      const person = names.find((name) => name.type === 'Person' && name.from === i + article);
      const draft = person ? registry.get(person.entity) : undefined;
      const group = one || /^(?:delegation|side|team|party)$/.test(tokens[at]?.lower ?? '');
      if (group && country && draft) draft.country ??= country.entity;
    });
  }
}

/** `co-chaired by Defence Secretary A and Principal Secretary B`: of two parties, each has one. */
function besideMate(
  person: string,
  named: readonly Named[],
  registry: Registry,
  { titleParties }: DocumentFrame,
): string | null {
  if (titleParties.length !== 2) return null;
  const first = named.find((sentence) => sentence.offices.some((link) => link.person === person));
  const who = first?.names.find((name) => name.entity === person);
  if (!first || !who || first.tokens[who.from - 1]?.lower !== 'and') return null;
  const mate = first.names.find((name) => name.type === 'Person' && name.to === who.from - 1);
  const co = first.tokens.slice(0, mate?.from ?? 0).some((token) => /^co-?chair/.test(token.lower));
  const country = mate && co ? registry.get(mate.entity)?.country : null;
  return (country && titleParties.find((id) => id !== country)) || null;
}

/** Titles that only one country's government uses: between India and Kenya a `Defence Secretary` is one of theirs. */
function countryByTitle(title: string, frame: DocumentFrame, named: readonly Named[]): string | null {
  const country = ofOneState(title, frame);
  const spoken = named.some(({ names, nested }) =>
    [...names, ...nested].some((name) => name.entity === country),
  );
  return spoken || frame.home === country || !frame.homeKnown ? country : null;
}

function ofOneState(title: string, frame: DocumentFrame): string | null {
  if (/^Secretary of Defence$|^Secretary of State for\b/.test(title)) return 'country:united-kingdom';
  if (
    /^(?:Deputy |Under |Assistant )?Secretary of (?:Defense|State|War|the Navy|the Army|the Air Force)\b/.test(
      title,
    )
  ) {
    return frame.home === 'country:philippines' && !frame.titleParties.includes('country:united-states')
      ? null
      : 'country:united-states';
  }
  return null;
}

/** The document's own country, or, for the head of a ministry whose like already speaks for it, the party nobody speaks for. */
function freeParty(title: string, frame: DocumentFrame, spoken: ReadonlySet<string>): string | null {
  const head = /^(?:Deputy Prime |Prime )?(?:Minister|Secretary|President)\b/.test(title);
  if (!head) return frame.homeKnown ? frame.home : null;
  if (!frame.home || !spoken.has(frame.home)) return frame.home;
  // Of a news headline `China` is no party.
  const meets =
    /\b(?:Meet\w*|Talks?|Dialogue|Statement|Calls?|Readout|Consultations?|Ministerial|Visits?|Summit|Communiqu\w+|Conversation|Speaks?|Summary|Committee)\b/i.test(
      frame.title,
    );
  const free = meets ? frame.titleParties : [];
  return free.find((id) => !spoken.has(id)) ?? (frame.homeKnown ? frame.home : null);
}
