/** Whose equipment and bases are: `USAF MQ-9s`, `the Danish frigate X`, `drones of the SDF`, `its launchers`. */
import { concept, headType } from '../concepts.ts';
import type { Name, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { governor } from './nominal-mood.ts';
import type { Touched, Vote } from './vote.ts';

const BASE = {
  extractor: 'nominals',
  polarity: '+' as const,
  type: 'OPERATES',
  modality: 'asserted' as const,
  speakers: [],
  act: null,
  weight: 0.75,
};

/** That the body or state named with a thing operates it. */
export function owners(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  return [
    ...adjacent(phrase, reading),
    ...ofOwner(phrase, reading),
    ...apposed(phrase, reading),
    ...possessed(phrase, reading),
    ...unnamed(phrase, reading, touched),
  ];
}

/** Who buys a thing of a country has it, not that country: `received French howitzers`. */
const TRADE =
  /^(?:buy|purchase|acquire|order|receive|procure|sell|supply|offer|export|import|deliver|donate|want|need|request|seek|lease|manufacture|produce|build)$/;

/** A body, or a state, before equipment or a base. */
function adjacent(phrase: Phrase, reading: Reading): Vote[] {
  const inside = reading.names.filter((name) => name.from >= phrase.from && name.to <= phrase.to);
  return inside.flatMap((name, i) => {
    const next = inside[i + 1];
    if (!next || !isNear(name, next, reading) || !owns(name, next, phrase, reading)) return [];
    return [
      {
        ...BASE,
        rule: 'body + thing',
        subject: name.entity,
        object: next.entity,
        from: name.from,
        to: next.to,
        weight: 0.9,
      },
    ];
  });
}

/** Side by side, or with common words between: `the Royal Navy's survey ship HMS X`. */
function isNear(name: Name, next: Name, { tokens }: Reading): boolean {
  const between = tokens.slice(name.to, next.from);
  return (
    between.length <= 4 &&
    between.every(
      (token, k) =>
        (k === 0 && token.lower === "'s") ||
        (/^\p{Ll}/u.test(token.text) && /^(?:NOUN|ADJ|NUM|ADV)$/.test(token.tag)),
    )
  );
}

function owns(name: Name, thing: Name, phrase: Phrase, reading: Reading): boolean {
  if (thing.type === 'EquipmentType' && name.type === 'Country') {
    const clause = governor(phrase, reading);
    const denied = /^(?:no|any|none|neither|never)$/.test(reading.tokens[phrase.from]?.lower ?? '');
    return !denied && !(clause && TRADE.test(clause.verb.lemma) && !clause.subject.includes(phrase));
  }
  if (name.type === 'Organization') return thing.type === 'EquipmentType' || thing.type === 'Facility';
  // "Russia's 210th Military Base"
  const base = /\b(?:Military|Naval|Air|Army) (?:Base|Station|Garrison)\b/.test(
    reading.text(thing.from, thing.to),
  );
  return (
    thing.type === 'Facility' && name.type === 'Country' && base && reading.tokens[name.to]?.lower === "'s"
  );
}

/** `unmanned aerial vehicles of SDF`, `launchers of the United States`. */
function ofOwner(phrase: Phrase, reading: Reading): Vote[] {
  const of = phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
  const thing = phrase.name?.type === 'EquipmentType' ? phrase.name : null;
  if (!thing || !of || !/^(?:Organization|Country)$/.test(of.type)) return [];
  if (of.type === 'Country' && /^(?:no|any|none)$/.test(reading.tokens[phrase.from]?.lower ?? '')) return [];
  return [
    {
      ...BASE,
      rule: 'thing of body',
      subject: of.entity,
      object: thing.entity,
      from: thing.from,
      to: of.to,
      weight: 0.85,
    },
  ];
}

/** `NRP Tejo, a frigate of the Portuguese Navy, …`: whose ship or aircraft, says what stands beside the name. */
function apposed(phrase: Phrase, reading: Reading): Vote[] {
  const thing = phrase.name?.type === 'EquipmentType' ? phrase.name : null;
  if (!thing || reading.tokens[phrase.to]?.text !== ',') return [];
  const beside = reading.chunks.find((chunk) => chunk.kind === 'phrase' && chunk.from === phrase.to + 1);
  if (beside?.kind !== 'phrase' || beside.phrase.name || !beside.phrase.indefinite) return [];
  if (headType(beside.phrase, reading, reading.knowledge.lexicon) !== 'EquipmentType') return [];
  const of = beside.phrase.post.find((item) => item.preposition === 'of')?.phrase.name;
  const inside = reading.names.find(
    (name) => name.type === 'Organization' && name.from > phrase.to && name.to <= beside.phrase.head,
  );
  const owner = of?.type === 'Organization' ? of : inside;
  if (!owner) return [];
  return [
    {
      ...BASE,
      rule: 'thing, one of body',
      subject: owner.entity,
      object: thing.entity,
      from: thing.from,
      to: Math.max(owner.to, beside.phrase.to),
      weight: 0.85,
    },
  ];
}

/** `keeps its Bastion launchers at X`, `one of its patrol planes`: of the one body that `its` means. */
function possessed(phrase: Phrase, reading: Reading): Vote[] {
  const thing = phrase.name?.type === 'EquipmentType' ? phrase.name : null;
  // `ITS` is Italy's for ships.
  if (!thing || !/^(?:[Ii]ts|[Oo]ur)$/.test(reading.tokens[phrase.from]?.text ?? '')) return [];
  const before = reading.clauses.findLast(
    (clause) =>
      clause.ownSubject &&
      clause.link !== 'reduced' &&
      clause.subject.every((item) => item.to <= phrase.from) &&
      actorsOf(clause.subject, reading).actors.length > 0,
  );
  const { actors, role } = actorsOf(before?.subject ?? [], reading);
  const [only] = actors;
  if (actors.length !== 1 || !only || role) return [];
  return [
    {
      ...BASE,
      rule: 'its thing',
      subject: only,
      object: thing.entity,
      from: phrase.from,
      to: thing.to,
      weight: 0.7,
    },
  ];
}

/** `two patrol vessels of the Coast Guard`: counted things that no name tells, and whose they are. */
function unnamed(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  const of = phrase.post[0];
  const owner = of?.preposition === 'of' && of.at === phrase.to ? of.phrase.name : null;
  const counted = reading.tokens[phrase.from]?.tag === 'NUM';
  if (phrase.name || !counted || owner?.type !== 'Organization') return [];
  if (headType(phrase, reading, reading.knowledge.lexicon) !== 'EquipmentType') return [];
  const thing = concept(phrase, reading, ['EquipmentType']);
  if (thing?.draft.type !== 'EquipmentType') return [];
  touched.push(thing);
  return [
    {
      ...BASE,
      rule: 'thing of body',
      subject: owner.entity,
      object: thing.draft.id,
      from: phrase.from,
      to: owner.to,
    },
  ];
}
