/**
 * Noun-phrase patterns, independent of verbs: `Russia's aggression against Ukraine`, `deployment of USAF MQ-9s to Kanoya Air Base`,
 * `unmanned aerial vehicles of SDF`, `X including Y`. They look at words and names only.
 */
import { concept, headLemma, headType, type Located } from '../concepts.ts';
import type { Attachment, Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';
import { joining } from './exercise-guests.ts';
import { governor, modalityAround, phrasePolarity } from './nominal-mood.ts';
import { owners } from './owners.ts';
import { deepPosts, placesBehind } from './places.ts';
import { targetsOf } from './targets.ts';
import { backing, deterrence, ties } from './ties.ts';
import { allowed, type ClaimExtractor, type Touched, type Vote } from './vote.ts';

const VIOLENT =
  /^(?:aggression|invasion|attack|war|assault|strike|airstrike|bombardment|shelling|incursion|raid|annexation|occupation)$/;
const MOVES =
  /^(?:deployment|redeployment|stationing|dispatch|transfer|delivery|basing|rotation|arrival|placement)$/;

export const nominals: ClaimExtractor = (reading, touched) => {
  const votes: Vote[] = [];
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  for (const phrase of phrases) {
    votes.push(
      ...owners(phrase, reading, touched),
      ...joining(phrase, reading, touched),
      ...events(phrase, reading, touched),
      ...moves(phrase, reading, touched),
      ...based(phrase, reading),
      ...deterrence(phrase, reading, touched),
      ...ties(phrase, reading),
      ...backing(phrase, reading, touched),
    );
  }
  return votes.filter((vote) => allowed(reading, vote.subject, vote.type, vote.object));
};

const BASE = { extractor: 'nominals', polarity: '+' as const, speakers: [], act: null, weight: 0.75 };

/** Events with their doer and their victim: `X's launches`, `aggression against Y`, `damage … in Z`. */
function events(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  if (phrase.name || headType(phrase, reading, reading.knowledge.lexicon) !== 'Event') return [];
  const head = headLemma(phrase, reading);
  const doers = doersOf(phrase, reading);
  const [doer] = doers;
  // "war of aggression against Ukraine"
  const against = [
    ...phrase.post,
    ...deepPosts(phrase).filter((item) => item.preposition === 'against'),
  ].find(
    (item) =>
      /^(?:against|on|of)$/.test(item.preposition) &&
      item.phrase.name !== null &&
      /^(?:Country)$/.test(item.phrase.name.type),
  );
  const [where] = placesBehind(phrase, reading);
  if (!doer && !where) return [];
  const located: Located | null = doer || DEED.test(head) ? concept(phrase, reading, null) : null;
  if (located?.draft.type !== 'Event') return [];
  const modality = modalityAround(phrase, reading);
  const polarity = phrasePolarity(phrase, reading);
  const votes: Vote[] = [];
  const end = located.to;
  if (doer && (DEED.test(head) || VIOLENT.test(head))) {
    for (const each of doers)
      votes.push({
        ...BASE,
        polarity,
        rule: 'doer + deed',
        subject: each.entity,
        type: 'CONDUCTS',
        object: located.draft.id,
        modality,
        from: Math.min(each.from, located.from),
        to: end,
      });
    if (VIOLENT.test(head) && against?.phrase.name)
      votes.push({
        ...BASE,
        polarity,
        rule: 'deed against',
        subject: doer.entity,
        type: 'ATTACKS',
        object: against.phrase.name.entity,
        modality,
        from: doer.from,
        to: Math.max(end, against.phrase.to),
        weight: 0.85,
      });
  }
  if (where && votes.length > 0)
    votes.push({
      ...BASE,
      polarity,
      rule: 'deed in place',
      subject: located.draft.id,
      type: 'OCCURS_IN',
      object: where.entity,
      modality,
      from: located.from,
      to: Math.max(end, where.to),
    });
  if (votes.length > 0) touched.push(located);
  return votes;
}

const DEED =
  /^(?:launch|test|attack|strike|invasion|aggression|incursion|intrusion|firing|shelling|bombardment|raid|assault|provocation|action|act|conduct|activity|operation|patrol|flight|sortie|war|violation|occupation|blockade|use|ramming|airstrike|seizure|annexation|sabotage|interception|harassment|overflight|detention|cyberattack|move|kidnapping|abduction|hijacking|killing|massacre|ambush|bombing|crossing|interference|jamming|construction|coup|arrest|execution|sinking|collision|trespass|encroachment|bombardment|offensive|campaign|siege|mobilization|mobilisation|dispatch|transfer|shipment|dumping|expulsion|withdrawal|survey|landing|transit|hacking|espionage|assassination|shooting|demolition|boarding|drilling|closure|blast|explosion|shoot-down|shootdown|downing|burning|theft|looting|poisoning|deportation|abuse|torture|eviction|mining|laying|cutting|severing|damage|infiltration|breach|fire|gunfire)$/;

/** Nouns of a movement, made by those whose movement it is: `the flight of Russian bombers`. */
const MOVEMENT =
  /^(?:flight|overflight|transit|dispatch|movement|withdrawal|incursion|intrusion|landing|passage|patrol|crossing|entry|advance|sortie|visit|port call|call|mobilization|mobilisation)$/;

/** Who does what the noun says; of a movement all whose forces move. */
function doersOf(phrase: Phrase, reading: Reading): { entity: string; from: number }[] {
  const doer = doerOf(phrase, reading);
  if (doer) return [doer];
  const of = phrase.post.find((item) => item.preposition === 'of')?.phrase;
  if (!of || !MOVEMENT.test(headLemma(phrase, reading))) return [];
  const type = of.name?.type ?? reading.knowledge.lexicon.headType.get(headLemma(of, reading)) ?? '';
  if (!/^(?:EquipmentType|Group)$/.test(type)) return [];
  return reading.names
    .filter(
      (name) => /^(?:Country|Organization)$/.test(name.type) && name.from >= of.from && name.to <= of.head,
    )
    .map((name) => ({ entity: name.entity, from: name.from }));
}

/** What hangs on a phrase however deep, but not on another deed: `the ramming of a boat near X by Y`. */
function ownPosts(phrase: Phrase, reading: Reading, depth = 0): Attachment[] {
  if (depth > 3) return [];
  return phrase.post.flatMap((item) => [
    item,
    ...(DEED.test(headLemma(item.phrase, reading)) ? [] : ownPosts(item.phrase, reading, depth + 1)),
  ]);
}

/** The possessor, a country before the head, or what stands behind `by`. */
function doerOf(phrase: Phrase, reading: Reading): { entity: string; from: number } | null {
  const name = phrase.possessor?.name;
  if (name && /^(?:Country|Organization)$/.test(name.type)) return { entity: name.entity, from: name.from };
  const agent = ownPosts(phrase, reading).find((item) => item.preposition === 'by')?.phrase;
  const whole =
    agent?.name && /^(?:Country|Organization|Alliance)$/.test(agent.name.type) ? agent.name : null;
  if (whole) return { entity: whole.entity, from: phrase.from };
  const by = agent
    ? reading.names.findLast(
        (item) =>
          item.from >= agent.from && item.to <= agent.to && /^(?:Country|Organization)$/.test(item.type),
      )
    : undefined;
  if (by) return { entity: by.entity, from: phrase.from };
  // `by vessels from China`.
  const home = agent?.post.find(
    (item) =>
      /^(?:of|from)$/.test(item.preposition) &&
      item.phrase.name &&
      /^(?:Country|Organization)$/.test(item.phrase.name.type),
  )?.phrase.name;
  if (home) return { entity: home.entity, from: phrase.from };
  const adjective = reading.names.find(
    (item) =>
      item.from >= phrase.from && item.to <= phrase.head && /^(?:Country|Organization)$/.test(item.type),
  );
  return adjective ? { entity: adjective.entity, from: adjective.from } : null;
}

/** `deployment of X to Y`, `relocation of X to Y`. */
function moves(phrase: Phrase, reading: Reading, touched: Touched): Vote[] {
  const head = headLemma(phrase, reading);
  const relocation = head === 'relocation';
  if (phrase.name || (!relocation && !MOVES.test(head))) return [];
  const of = deepPosts(phrase).find((item) => item.preposition === 'of');
  if (!of) return [];
  const things = targetsOf(
    [of.phrase, ...of.phrase.conjuncts],
    reading,
    relocation ? ['Facility'] : ['EquipmentType'],
  ).filter((item) => item.draft.type === (relocation ? 'Facility' : 'EquipmentType'));
  const behind = deepPosts(phrase);
  const site = (pattern: RegExp) =>
    behind.find(
      (item) =>
        pattern.test(item.preposition) &&
        item.phrase.name !== null &&
        /^(?:Facility|Place|Region|Country)$/.test(item.phrase.name.type),
    );
  const to = site(/^(?:to|into)$/) ?? site(/^(?:at|in|on)$/);
  const modality = modalityAround(phrase, reading);
  const owner =
    reading.names.find(
      (name) =>
        name.from >= of.phrase.from && name.to < of.phrase.to && /^(?:Organization|Country)$/.test(name.type),
    ) ??
    phrase.possessor?.name ??
    null;
  const doers = owner ? [owner.entity] : undertakers(phrase, reading);
  const polarity = phrasePolarity(phrase, reading);
  const votes: Vote[] = [];
  for (const thing of things) {
    touched.push(thing);
    // What is handed to another is not deployed.
    if (!relocation && !(/^(?:transfer|delivery)$/.test(head) && to?.phrase.name?.type === 'Country'))
      for (const doer of doers)
        votes.push({
          ...BASE,
          polarity,
          rule: owner ? `${head} of` : `undertakes ${head}`,
          subject: doer,
          type: 'DEPLOYS',
          object: thing.draft.id,
          modality,
          from: Math.min(phrase.head, owner?.from ?? phrase.head),
          to: thing.to,
          weight: owner ? 0.9 : 0.75,
        });
    if (to?.phrase.name)
      votes.push({
        ...BASE,
        polarity,
        rule: `${head} of … to`,
        subject: thing.draft.id,
        type: relocation ? 'RELOCATED_TO' : 'DEPLOYED_TO',
        object: to.phrase.name.entity,
        modality: relocation && modality === 'done' ? 'in_progress' : modality,
        from: phrase.head,
        to: to.phrase.name.to,
        weight: 0.9,
      });
  }
  return votes;
}

/** `Poland announced the deployment of X`: who undertakes, calls off or denies a move makes it. */
function undertakers(phrase: Phrase, reading: Reading): string[] {
  const clause = governor(phrase, reading);
  const own =
    /^(?:announce|order|approve|complete|begin|start|continue|plan|cancel|halt|suspend|deny|rule out|postpone|confirm|schedule|finish|propose|prepare|conduct|carry out|make|undertake|consider|weigh|abandon|scrap|shelve)$/;
  if (!clause || !own.test(clause.verb.lemma) || !clause.objects.includes(phrase)) return [];
  const { actors } = actorsOf(clause.subject, reading);
  return actors.length === 1 ? actors : [];
}

/** `the army's CV90 vehicles at Camp Odo`: equipment at a base. */
function based(phrase: Phrase, reading: Reading): Vote[] {
  const thing = phrase.name?.type === 'EquipmentType' ? phrase.name : null;
  const at = phrase.post.find((item) => item.preposition === 'at' && item.at === phrase.to);
  const place = at?.phrase.name?.type === 'Facility' ? at.phrase.name : null;
  const clause = governor(phrase, reading);
  const settled =
    clause === null ||
    clause.subject.includes(phrase) ||
    /^(?:inspect|visit|tour|upgrade|replace|view|attack|destroy|damage|hit)$/.test(clause.verb.lemma);
  if (!thing || !place || !settled || clause?.verb.negated) return [];
  return [
    {
      ...BASE,
      rule: 'thing at base',
      subject: thing.entity,
      type: 'DEPLOYED_TO',
      object: place.entity,
      polarity: phrasePolarity(phrase, reading),
      modality: 'done',
      from: thing.from,
      to: place.to,
    },
  ];
}
