/** Who a subject phrase stands for: countries and bodies as actors, persons as those who speak. */
import type { Draft } from '../entities.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { pronoun, wholeOf } from './pronouns.ts';

export type Actors = { actors: string[]; persons: string[]; from: number; to: number; role: boolean };

const ROLE_HEAD =
  /^(?:ministers?|secretar(?:y|ies)|sides?|leaders?|countries|nations|parties|chiefs|presidents|counterparts?|governments|officials|delegations|principals|partners|allies|states|pair|two|three|four|officers|diplomats|interlocutors|premiers|participants|delegates|heads of state|commanders-in-chief|trio|duo|quartet|counterparties|envoys|co-chairs|cochairs|chairs|heads|generals|commanders|forces|navies|armies|militaries|neighbours|neighbors|air forces)$/;
/** People, bodies and things that act for the state or body they are of. */
const OF_STATE =
  /^(?:spokespersons?|spokesman|spokeswoman|official|officials|statement|source|sources|ministry|government|military|authorities|troops|forces|soldiers|army|navy|aircraft|warplanes|warships|jets|communiqué|report|press|office|envoy|ambassador|air force|police|fighters|delegation|parliament|cabinet|presidency|embassy|marines|gunners|artillery|airmen|crews?|pilots|sailors|diplomats?|intelligence|commander|commanders|battalion|battalions|brigade|brigades|regiment|contingent|contingents|battlegroup|squadron|frigate|destroyer|corvette|helicopters|units|personnel|paratroopers|cadets|airmen|rangers|reservists)$/;
const NONE: Actors = { actors: [], persons: [], from: 0, to: 0, role: false };

/** Actors of one or several conjoined phrases. */
export function actorsOf(phrases: readonly Phrase[], reading: Reading): Actors {
  const found = phrases
    .map((phrase) => actorsOfOne(phrase, reading))
    .filter((item) => item.actors.length > 0 || item.persons.length > 0);
  if (found.length === 0) return NONE;
  const unique = (lists: string[][]) => [...new Set(lists.flat())];
  return {
    actors: unique(found.map((item) => item.actors)),
    persons: unique(found.map((item) => item.persons)),
    from: Math.min(...found.map((item) => item.from)),
    to: Math.max(...found.map((item) => item.to)),
    role: found.some((item) => item.role),
  };
}

/** Bodies that a text names again by what they are: `the army`, `the bloc`. */
const BODIES =
  /^(?:ministry|government|army|navy|military|command|agency|coastguard|guard|corps|brigade|battalion|council|commission|department|bloc|alliance|group|organi[sz]ation|institute|force|forces|company|movement|mission|service)$/;
const OWN = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['his', 'he'],
  ['her', 'she'],
  ['our', 'we'],
]);

function actorsOfOne(phrase: Phrase, reading: Reading): Actors {
  const { discourse, registry, tokens } = reading;
  const elsewhere = discourse.resolved.get(phrase);
  if (elsewhere) return { ...elsewhere, from: Number.MAX_SAFE_INTEGER, to: 0, role: true };
  const place = { from: phrase.from, to: phrase.to };
  const lower = tokens[phrase.head]?.lower ?? '';
  const whole = wholeOf(phrase, reading);
  if (whole && whole !== phrase) return actorsOfOne(whole, reading);
  if (/^(?:former|latter)$/.test(lower) && phrase.pronoun) {
    const draft = ofPair(phrase, reading);
    if (!draft || !/^(?:Country|Organization|Alliance|Person)$/.test(draft.type)) return NONE;
    const person = draft.type === 'Person';
    const actors = person ? [draft.country ?? ''].filter(Boolean) : [draft.id];
    return { actors, persons: person ? [draft.id] : [], ...place, role: true };
  }
  if (phrase.pronoun) return { ...pronoun(lower, phrase, reading, actorsOf), ...place, role: true };
  if (phrase.name) {
    const draft = registry.get(phrase.name.entity);
    if (draft?.type === 'Person')
      return { actors: draft.country ? [draft.country] : [], persons: [draft.id], ...place, role: false };
    if (draft?.type === 'Office') {
      const holder = reading.registry
        .all()
        .find(
          (other) =>
            other.type === 'Person' && other.country === draft.country && other.title === draft.title,
        );
      return {
        actors: draft.country ? [draft.country] : [],
        persons: holder ? [holder.id] : [],
        ...place,
        role: false,
      };
    }
    if (draft && (draft.type === 'Country' || draft.type === 'Organization' || draft.type === 'Alliance'))
      return { actors: [draft.id], persons: [], ...place, role: false };
    return NONE;
  }
  const possessor = phrase.possessor?.name ? registry.get(phrase.possessor.name.entity) : undefined;
  if (/^(?:counterparts?|colleagues?|homologues?)$/.test(lower)) {
    const found = counterpart(phrase, reading);
    if (found) return { ...found, ...place, role: true };
  }
  // `its forces`, `our aircraft`: whose they are acts.
  const owned = OWN.get(tokens[phrase.from]?.lower ?? '');
  if (
    owned &&
    (OF_STATE.test(lower) ||
      /^(?:forces|armies|navies|militaries|governments?|delegations?|country|nation|state|side|countries|nations|states|sides|ministries)$/.test(
        lower,
      ))
  )
    return { ...pronoun(owned, phrase, reading, actorsOf), persons: [], ...place, role: true };
  const eachOf =
    /^(?:neither|either|each|both)$/.test(tokens[phrase.from]?.lower ?? '') &&
    /^(?:country|nation|state|government|party)$/.test(lower);
  if (ROLE_HEAD.test(lower) || eachOf) {
    const alone =
      /^(?:minister|secretary)$/.test(lower) &&
      !/^(?:neither|both|each|either)$/.test(tokens[phrase.from]?.lower ?? '');
    const person = alone ? officialBy(lower, reading) : null;
    if (person)
      return {
        actors: [registry.get(person)?.country ?? ''].filter(Boolean),
        persons: [person],
        ...place,
        role: true,
      };
    if (possessor?.type === 'Country') return { actors: [possessor.id], persons: [], ...place, role: true };
    const adjective = reading.names.find(
      (name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.head,
    );
    if (
      adjective &&
      /^(?:sides?|officials?|governments?|delegations?|officers|leaders|forces|navies|armies|militaries|generals|commanders|negotiators)$/.test(
        lower,
      )
    )
      return { actors: [adjective.entity], persons: [], ...place, role: true };
    const listed = listedCountries(phrase);
    if (listed.length > 1) return { actors: listed, persons: [], ...place, role: true };
    const of = phrase.post.find((item) => item.preposition === 'of' && item.phrase.name === null)?.phrase;
    if (
      of &&
      of !== phrase &&
      /^(?:delegations?|ministers|leaders|chiefs|heads|officials|forces|navies|armies|representatives|officers|envoys)$/.test(
        lower,
      )
    ) {
      const through = actorsOfOne(of, reading);
      if (through.actors.length > 0) return { ...through, persons: [], ...place, role: true };
    }
    // `delegations led by General X and Admiral Y`.
    const led = reading.clauses.find(
      (clause) =>
        clause.link === 'reduced' &&
        /^(?:lead|head)$/.test(clause.verb.lemma) &&
        clause.subject.includes(phrase),
    );
    if (led && /^delegations?$/.test(lower)) {
      const heads = reading.names
        .filter((name) => name.type === 'Person' && name.from >= led.verb.to && name.from < led.span.to + 2)
        .map((name) => name.entity);
      const countries = heads.flatMap((id) => registry.get(id)?.country ?? []);
      if (countries.length > 0)
        return { actors: [...new Set(countries)], persons: [...new Set(heads)], ...place, role: true };
    }
    if (!/^(?:the|both|two|three|four|all|either|these|neither)$/.test(tokens[phrase.from]?.lower ?? ''))
      return NONE;
    if (/^(?:forces|army|navy)$/.test(lower)) {
      const earlier = earlierBody(lower, reading);
      if (earlier) return { actors: [earlier], persons: [], ...place, role: true };
    }
    const countries = namesOf(phrase, reading);
    if (countries.length > 1) return { actors: countries, persons: [], ...place, role: true };
    // `Argentina and Chile … The two navies`: those named together in the sentence before.
    const near =
      /^(?:navies|armies|militaries|neighbours|neighbors|air forces|capitals)$/.test(lower) &&
      discourse.group.actors.length > 1 &&
      tokens[phrase.from]?.lower === 'the' &&
      discourse.groupAt === reading.passage.index - 1;
    if (near) return { actors: [...discourse.group.actors], persons: [], ...place, role: true };
    // `its partnership with China … The two countries`: no title says between whom the text is.
    const pair =
      /^(?:countries|nations|states|capitals|governments)$/.test(lower) &&
      discourse.singleVoice &&
      reading.frame.titleParties.length < 2 &&
      /^(?:the|both)$/.test(tokens[phrase.from]?.lower ?? '')
        ? discourse.countries
        : [];
    if (pair.length === 2 && pair.includes(reading.frame.home ?? ''))
      return { actors: [...pair], persons: [], ...place, role: true };
    // `the two sides` of three that the title names: those who met.
    if (
      reading.tokens.slice(phrase.from, phrase.to).some((token) => token.lower === 'two') &&
      discourse.parties.length > 2 &&
      discourse.group.actors.length === 2
    )
      return {
        actors: [...discourse.group.actors],
        persons: [...discourse.group.persons],
        ...place,
        role: true,
      };
    return {
      actors: discourse.parties.length > 0 ? [...discourse.parties] : [...discourse.group.actors],
      persons: [...discourse.principals],
      ...place,
      role: true,
    };
  }
  if (
    /^(?:soldier|sailor|airman|ship|vessel|unit|officer|representative|delegation|team|soldiers|troops|personnel|forces|ships|units|aircraft|officials|representatives|delegations|marines|sailors|contingents|warships|vessels|participants|observers|members)$/.test(
      lower,
    )
  ) {
    const ids = listedCountries(phrase);
    const inside = ids.length > 0 ? ids : namesOf(phrase, reading);
    if (inside.length > 0) return { actors: [...new Set(inside)], persons: [], ...place, role: true };
  }
  if (OF_STATE.test(lower)) {
    const owner = possessor ?? ownerInside(phrase, reading);
    if (owner?.type === 'Country' || owner?.type === 'Organization')
      return { actors: [owner.id], persons: [], ...place, role: false };
  }
  if (
    BODIES.test(lower) &&
    /^(?:the|this|that)$/.test(tokens[phrase.from]?.lower ?? '') &&
    phrase.head - phrase.from <= 1
  ) {
    const earlier = earlierBody(lower, reading);
    if (earlier) return { actors: [earlier], persons: [], ...place, role: true };
    const home = /^(?:government|ministry)$/.test(lower) ? reading.frame.home : null;
    if (home && reading.frame.homeKnown && reading.registry.get(home))
      return { actors: [home], persons: [], ...place, role: true };
  }
  return NONE;
}

/** `the minister`: the person spoken of, unless only another is one. */
function officialBy(word: string, { discourse, registry, frame }: Reading): string | null {
  const bears = (id: string) => {
    const office = registry.get(discourse.held.get(id) ?? '');
    return office?.title?.toLowerCase().includes(word) === true;
  };
  const { person, officials } = discourse;
  if (person !== null && (bears(person) || !officials.some(bears))) return person;
  const ours = officials.filter((id) => registry.get(id)?.country === frame.home);
  return ours.findLast(bears) ?? officials.findLast(bears) ?? person;
}

/** `the former`, `the latter`: one of the last two of a kind that were named together. */
export function ofPair(phrase: Phrase, reading: Reading): Draft | null {
  const pair = pairBefore(reading, phrase.from) ?? reading.discourse.pair;
  const word = reading.tokens[phrase.head]?.lower;
  const id = word === 'former' ? pair?.[0] : word === 'latter' ? pair?.[1] : undefined;
  return (id && reading.registry.get(id)) || null;
}

/** `Kenya and Rwanda`, `at Camp A and at Camp B`: the last two of a kind that are joined. */
export function pairBefore({ names, tokens }: Reading, at: number): readonly [string, string] | null {
  for (const [i, second] of [...names.entries()].toReversed()) {
    const first = names[i - 1];
    if (!first || second.to > at || first.type !== second.type || first.entity === second.entity) continue;
    const between = tokens.slice(first.to, second.from).map((token) => token.lower);
    if (
      between.length <= 4 &&
      between.includes('and') &&
      between.every((word) => /^(?:and|the|at|in|on|to|of|exercise|camp|both|with|by)$/.test(word))
    )
      return [first.entity, second.entity];
  }
  return null;
}

/** The state that a body or person belongs to; what belongs to none, and a state, is itself. */
export function stateOf(id: string, reading: Reading): string {
  return reading.registry.get(id)?.country ?? id;
}

/** The one country or body that `its`, `our`, `their` before a noun mean. */
export function ownerOf(phrase: Phrase, reading: Reading): string | null {
  const word = OWN.get(reading.tokens[phrase.from]?.lower ?? '');
  const { actors } = word ? pronoun(word, phrase, reading, actorsOf) : NONE;
  const [only] = actors;
  return actors.length === 1 && only ? stateOf(only, reading) : null;
}

/** A body named before by a name that ends so, or, for a bloc or a group, the one named last. */
function earlierBody(head: string, reading: Reading): string | null {
  const found = reading.discourse.definite(head, ['Organization', 'Country', 'Alliance']);
  if (found) return found.id;
  return /^(?:bloc|alliance|group|organi[sz]ation)$/.test(head)
    ? (reading.discourse.definite('(bloc)', ['Organization', 'Alliance'])?.id ?? null)
    : null;
}

/** `the defence ministers of Kenya, Uganda and Tanzania`, `troops from Brazil`: the countries behind `of` or `from`. */
function listedCountries(phrase: Phrase): string[] {
  const from = phrase.post.find(
    (item) => /^(?:from|of)$/.test(item.preposition) && item.phrase.name?.type === 'Country',
  );
  if (!from) return [];
  const row = (item: Phrase): Phrase[] => [item, ...item.conjuncts.flatMap(row)];
  const all = [...row(from.phrase), ...phrase.conjuncts.flatMap(row)];
  return [...new Set(all.flatMap((item) => (item.name?.type === 'Country' ? [item.name.entity] : [])))];
}

/** `her Moroccan counterpart, Karim Bennani`, `his counterpart from Kenya`: the person named behind, else the country. */
function counterpart(phrase: Phrase, reading: Reading): { actors: string[]; persons: string[] } | null {
  const from = phrase.post.find((item) => /^(?:from|of|in)$/.test(item.preposition));
  const end = Math.max(phrase.to, from?.phrase.to ?? 0);
  const next = reading.names.find((name) => name.from >= end && name.from <= end + 2);
  const person = next?.type === 'Person' ? reading.registry.get(next.entity) : undefined;
  const named = from?.phrase.name?.type === 'Country' ? [from.phrase.name.entity] : namesOf(phrase, reading);
  // `In a call with her Chadian colleague, Minister X of Gabon …`: X is another.
  const other = person?.country && named.length > 0 && !named.includes(person.country);
  const actors = person?.country && !other ? [person.country] : named;
  return actors.length > 0 || person ? { actors, persons: person && !other ? [person.id] : [] } : null;
}

function namesOf(phrase: Phrase, reading: Reading): string[] {
  return reading.names
    .filter((name) => name.type === 'Country' && name.from >= phrase.from && name.to <= phrase.to)
    .map((name) => name.entity);
}

function ownerInside(phrase: Phrase, reading: Reading) {
  const name = reading.names.find(
    (item) =>
      item.from >= phrase.from &&
      item.to <= phrase.head &&
      (item.type === 'Country' || item.type === 'Organization'),
  );
  return name ? reading.registry.get(name.entity) : undefined;
}
