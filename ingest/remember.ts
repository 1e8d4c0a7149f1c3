/** What a reader keeps in mind of a sentence for the next. */
import { actorsOf, pairBefore } from './claims/actors.ts';
import { chargesIn } from './claims/charges.ts';
import type { Vote } from './claims/vote.ts';
import type { Clause } from './parse/tree.ts';
import type { Reading } from './reading.ts';
import { singular } from './text/singular.ts';

/** Names that a text takes up again by their last word: `the base`, `the army`, `the system`. */
const NAMED_AGAIN = /^(?:Organization|Alliance|Facility|EquipmentType|Exercise|Program|Agreement)$/;

/** How many sentences back a denial may look for what it denies. */
const REMEMBERED = 2;

/** `the Irish Defence Forces`: one body in the plural, which `they` goes on with. */
function severalIn(clause: Clause, reading: Reading): string | null {
  const by = clause.verb.passive ? clause.preps.find((prep) => prep.preposition === 'by')?.phrase : undefined;
  const phrases = by ? [by] : clause.subject;
  const [only] = phrases;
  const name = phrases.length === 1 && only?.conjuncts.length === 0 ? only.name : null;
  const last = reading.tokens[(name?.to ?? 0) - 1]?.text ?? '';
  return name?.type === 'Organization' && /^(?:Forces|Guards|Marines|Rangers|Troops|Militias)$/.test(last)
    ? name.entity
    : null;
}

/** After a sentence: who its subjects were, and what was undertaken. */
export function remember(reading: Reading, votes: readonly Vote[]): void {
  const { discourse, registry } = reading;
  for (const clause of reading.clauses) {
    if (!clause.ownSubject || clause.link === 'relative' || clause.link === 'reduced') continue;
    const actors = actorsOf(clause.subject, reading);
    if (actors.actors.length > 1 && !actors.role) discourse.groupAt = reading.passage.index;
    if (actors.actors.length > 1) discourse.group = { actors: actors.actors, persons: actors.persons };
    const many = severalIn(clause, reading);
    if (many) discourse.group = { actors: [many], persons: [] };
    if (actors.persons.length === 1 && clause.link !== 'that') discourse.person = actors.persons[0] ?? null;
    if (actors.actors.length === 1 && actors.persons.length === 0) discourse.actor = actors.actors[0] ?? null;
    // `The militia said … It accused …`: nobody that was named before.
    const [subject] = clause.subject;
    const unknown =
      actors.actors.length + actors.persons.length === 0 &&
      clause.link === 'root' &&
      /^(?:militia|group|company|firm|party|movement|union|court|bank|newspaper|agency|parliament|institute|commission|organi[sz]ation|network|body|panel)$/.test(
        reading.tokens[subject?.head ?? -1]?.lower ?? '',
      );
    if (unknown) discourse.actor = null;
  }
  const met = votes.filter(
    (vote) => vote.extractor === 'meetings' && vote.polarity === '+' && vote.type === 'CONSULTS_WITH',
  );
  if (met.length > 0) {
    const actors = [...new Set(met.flatMap((vote) => [vote.subject, vote.object]))];
    const persons = votes
      .filter((vote) => vote.extractor === 'meetings' && vote.type === 'PARTICIPATES_IN')
      .map((vote) => vote.subject)
      .filter((id) => registry.get(id)?.type === 'Person');
    discourse.group = { actors, persons: [...new Set(persons)] };
  }
  for (const name of reading.names) {
    if (name.type !== 'Person' || !discourse.held.has(name.entity)) continue;
    discourse.officials = [...discourse.officials.filter((id) => id !== name.entity), name.entity];
  }
  for (const link of reading.offices) if (link.body) discourse.bodies.set(link.person, link.body);
  for (const name of reading.names) {
    const draft = registry.get(name.entity);
    if (!draft || !NAMED_AGAIN.test(draft.type)) continue;
    discourse.note(draft, singular(reading.tokens[name.to - 1]?.lower ?? ''));
    if (/^(?:Organization|Alliance)$/.test(draft.type) && draft.country === null)
      discourse.note(draft, '(bloc)');
  }
  const place =
    reading.names.findLast((name) => name.type === 'Facility') ??
    reading.names.findLast(
      (name) =>
        name.type === 'Place' ||
        (name.type === 'Country' && /^(?:in|to|at)$/.test(reading.tokens[name.from - 1]?.lower ?? '')),
    );
  if (place) discourse.place = place.entity;
  const matter = votes.findLast(
    (vote) => vote.polarity === '+' && /^(?:CONSIDERS|DISCUSSES|CALLS_FOR|OPPOSES|WELCOMES)$/.test(vote.type),
  );
  discourse.matter = (matter && registry.get(matter.object)) ?? null;
  discourse.said = votes;
  const states = [
    ...reading.names.filter((name) => name.type === 'Country').map((name) => name.entity),
    ...reading.names
      .filter((name) => name.type === 'Person')
      .map((name) => registry.get(name.entity)?.country ?? '')
      .filter(Boolean),
  ];
  discourse.countries = [...new Set(states)];
  if (reading.passage.kind !== 'title' && reading.passage.kind !== 'dateline')
    discourse.told = [chargesIn(votes, reading), ...discourse.told].slice(0, REMEMBERED);
  const gathering = reading.names.findLast((name) => /^(?:Exercise|Event)$/.test(name.type));
  if (gathering || reading.passage.kind === 'heading') discourse.gathering = gathering?.entity ?? null;
  discourse.pair = pairBefore(reading, reading.tokens.length) ?? discourse.pair;
  for (const vote of votes) {
    const draft = /^(?:STRENGTHENS|COOPERATES_ON)$/.test(vote.type) ? registry.get(vote.object) : undefined;
    if (draft) discourse.efforts.push(draft);
  }
}
