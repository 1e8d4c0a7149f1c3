/** Titles that say less than the document knows: `Minister Brandt` holds the office that `German Defence Minister Annegret Brandt` named. */
import type { Registry } from '../entities.ts';
import type { Named, OfficeLink, Setting } from '../mentions.ts';
import { linkOffice } from './office-names.ts';
import { isBare } from './people.ts';

/** Gives bare titles the fuller office of the same person, of a former holder, of a counterpart, or the country's only one. */
export function settleOffices(named: readonly Named[], setting: Setting): void {
  const { registry } = setting;
  const links = named.flatMap((sentence) => sentence.offices.map((link) => ({ link, sentence })));
  for (const { link, sentence } of links) {
    const found = fuller({ link, sentence }, links, setting);
    if (!found) {
      if (isBare(titleOf(link, registry))) withdraw(link, sentence);
      continue;
    }
    for (const name of sentence.nested)
      if (name.entity === link.office && found.office && name.from >= link.from && name.to <= link.to)
        name.entity = found.office;
    link.office = found.office;
    link.country ??= found.country;
  }
  settleUnheld(named, registry);
}

type Held = { link: OfficeLink; sentence: Named };
type Settled = Pick<OfficeLink, 'office' | 'country'>;

/** Titles that may be short for many. */
const BARE =
  /^\S+$|^(?:Cabinet Secretary|Deputy Prime Minister|Deputy Minister|State Secretary|Vice Minister)$/;

const titleOf = (link: OfficeLink, registry: Registry) =>
  (link.office && registry.get(link.office)?.title) || '';

function fuller(held: Held, links: readonly Held[], setting: Setting): Settled | null {
  const { link } = held;
  const own = titleOf(link, setting.registry);
  const more = links
    .map((item) => item.link)
    .filter((other) => {
      const title = titleOf(other, setting.registry);
      if (own === '' && isBare(title)) return false;
      return title.length > own.length && (title.startsWith(own) || title.endsWith(` ${own}`));
    });
  const mine = more.find((other) => other.person === link.person && other.status !== 'former');
  if (mine || !BARE.test(own)) return mine ?? null;
  const theirs = more.filter(
    (other) =>
      other.country !== null &&
      (link.country === null ? link.status === 'former' : other.country === link.country),
  );
  // Of several offices nothing says which was held.
  const [only] = theirs;
  const single = new Set(theirs.map((other) => other.office)).size === 1;
  if (link.status === 'former') return single ? (only ?? null) : null;
  const peer = counterpart(held, links, setting);
  if (peer) return peer;
  // Another's office only where nobody else is named in it.
  const free = theirs.every((other) => other.person !== link.person && other.status !== 'holds');
  return single && free ? (only ?? null) : null;
}

/** `Minister of Defence X received his Estonian counterpart, Minister Y`: Y's office is that of X, for Y's country. */
function counterpart({ link, sentence }: Held, links: readonly Held[], setting: Setting): Settled | null {
  const word = sentence.tokens.slice(Math.max(0, link.from - 3), link.from);
  if (link.country === null || !word.some((token) => token.lower === 'counterpart')) return null;
  const before = links.findLast(
    (item) =>
      item.link.country !== link.country &&
      item.link.status === 'holds' &&
      item.sentence.passage.index <= sentence.passage.index &&
      / of /.test(titleOf(item.link, setting.registry)),
  );
  const office = before?.link.office ? setting.registry.get(before.link.office) : undefined;
  const title = office?.name.replace(/ \([^)]*\)$/, '') ?? '';
  if (!title) return null;
  const name = { from: 0, to: 0, title, country: link.country, status: 'holds' as const };
  return { office: linkOffice(name, link.country, setting, title).id, country: link.country };
}

/** `Readout of Secretary of Defense's Meeting`: an office without a country is the one office of that title that has one. */
function settleUnheld(named: readonly Named[], registry: Registry): void {
  const offices = registry.all().filter((draft) => draft.type === 'Office' && draft.title !== null);
  const owned = offices.filter((draft) => draft.country !== null);
  const full = new Map<string, string>();
  for (const { id, country, title } of offices) {
    if (country !== null || title === null) continue;
    const same = owned.filter((draft) => draft.title === title);
    const longer = owned.filter((draft) => draft.title?.startsWith(`${title} `) === true);
    const [only, ...others] = same.length > 0 ? same : longer;
    if (only && others.length === 0) full.set(id, only.id);
  }
  const settle = (office: string) => full.get(office) ?? office;
  for (const sentence of named) {
    if (!/^(?:title|heading)$/.test(sentence.passage.kind)) continue;
    for (const name of [...sentence.names, ...sentence.nested]) name.entity = settle(name.entity);
    for (const link of sentence.offices) if (link.office) link.office = settle(link.office);
  }
}

/** A bare `Minister` that nothing explains is no office of its own; the person still stands for the country. */
function withdraw(link: OfficeLink, sentence: Named): void {
  sentence.nested = sentence.nested.filter(
    (name) => name.entity !== link.office || name.from < link.from || name.to > link.to,
  );
  link.office = null;
}
