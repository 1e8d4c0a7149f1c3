/** Between whom a document is, and whose voice it is. */

import { meetingIn } from './claims/meeting-in.ts';
import type { Discourse } from './discourse.ts';
import type { Registry } from './entities.ts';
import type { DocumentFrame } from './frame.ts';
import type { Named } from './mentions.ts';
import type { Reading } from './reading.ts';

/** Between whom the document is: the title's countries, those of a named meeting, or those whose people it introduces. */
export function partiesOf(named: readonly Named[], frame: DocumentFrame, registry: Registry): string[] {
  if (frame.titleParties.length > 1) return [...frame.titleParties];
  for (const { names, nested } of named) {
    for (const name of names.filter((item) => item.type === 'Event' || item.type === 'Exercise')) {
      const inside = nested
        .filter((item) => item.type === 'Country' && item.from >= name.from && item.to <= name.to)
        .map((item) => item.entity);
      if (new Set(inside).size > 1) return [...new Set(inside)];
    }
  }
  const opening = named.filter(({ passage }) => passage.kind === 'sentence').slice(0, 3);
  for (const sentence of opening.slice(0, 2)) {
    const listed = ministersOf(sentence);
    if (listed.length > 1) return listed;
  }
  for (const { names } of opening) {
    const together = [...new Set(names.filter((name) => name.type === 'Country').map((name) => name.entity))];
    if (frame.titleParties.length === 0 && together.length === 2) return together;
  }
  const holders = named.flatMap(({ offices }) =>
    offices
      .filter((link) => link.status === 'holds')
      .map((link) => registry.get(link.person)?.country ?? null),
  );
  const countries = [...new Set(holders.filter((id) => id !== null))];
  if (countries.length > 1) return countries.slice(0, 3);
  return [...new Set([...frame.titleParties, ...countries, ...(frame.home ? [frame.home] : [])])];
}

/** `the defence ministers of Kenya, Uganda and Tanzania`: countries in a row behind the word for who speaks. */
function ministersOf({ tokens, names }: Named): string[] {
  const at = tokens.findIndex(
    (token, i) =>
      /^(?:ministers|leaders|secretaries|officials|delegations|presidents|chiefs|governments|representatives)$/.test(
        token.lower,
      ) && /^(?:of|from)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  if (at < 0) return [];
  const row: string[] = [];
  for (let i = at + 2; i < tokens.length; ) {
    const name = names.find((item) => item.from === i && item.type === 'Country');
    if (name) row.push(name.entity);
    else if (!/^(?:,|and|the|\(|\)|\p{Lu}{2,5})$/u.test(tokens[i]?.text ?? '')) break;
    i = name ? name.to : i + 1;
  }
  return [...new Set(row)];
}

/** The first meeting of the document says who its parties are. */
export function noteParties(reading: Reading): void {
  const { discourse, registry } = reading;
  if (discourse.principals.length > 0) return;
  const meeting = meetingIn(reading);
  if (!meeting) return;
  const everyone = reading.names.filter((name) => name.type === 'Person').map((name) => name.entity);
  const persons = [...new Set(everyone)];
  if (persons.length < 2) return;
  const countries = [...new Set(persons.flatMap((id) => registry.get(id)?.country ?? []))];
  discourse.principals = persons;
  // A minister nobody could read still has a country in the sentence, or in the title.
  const { titleParties } = reading.frame;
  const all = [...new Set([...countries, ...ministersCountries(reading)])];
  const fewer = titleParties.length > countries.length && countries.every((id) => titleParties.includes(id));
  if (fewer) discourse.parties = [...titleParties];
  else if (countries.length > 1) discourse.parties = all;
}

/** `Malaysian Minister of Defence …`: countries that stand before or behind the word for an office. */
function ministersCountries(reading: Reading): string[] {
  const office = /^(?:minister|secretary|defence|defense|foreign|prime|chief|president|state)$/;
  return [...reading.names, ...reading.nested]
    .filter((name) => name.type === 'Country')
    .filter(
      (name) =>
        office.test(reading.tokens[name.to]?.lower ?? '') &&
        reading.tokens
          .slice(name.to, name.to + 4)
          .some((token) => /^(?:minister|secretary|president)$/.test(token.lower)),
    )
    .map((name) => name.entity);
}

/** A ministry or a spokesperson speaking alone: `we` is one state. */
export function singleVoice(named: readonly Named[], frame: DocumentFrame): boolean {
  const opening = named.slice(0, 6).map(({ passage }) => passage.text);
  if (opening.some((text) => /\bjoint (?:statement|communiqu|declaration|press)|^We, /i.test(text)))
    return false;
  return (
    frame.homeKnown &&
    opening.some((text) =>
      /\b(?:spokes(?:person|man|woman)|press (?:secretary|officer|service)|press release|QA-\d|questions? and answers?|press conference|remarks)\b/i.test(
        text,
      ),
    )
  );
}

/** A statement in the first person speaks for its parties, a spokesperson for the state. What stands in quotation marks is somebody's own. */
export function voiceOf(named: readonly Named[], discourse: Discourse, frame: DocumentFrame): string[] {
  const plain = named.filter(
    ({ passage }) => /\b(?:[Ww]e|[Oo]ur)\b/.test(passage.text) && !/["“]/.test(passage.text),
  );
  if (plain.length < 2) return [];
  if (discourse.singleVoice) return frame.home ? [frame.home] : [];
  return discourse.parties.length > 1 ? [...discourse.parties] : [];
}
