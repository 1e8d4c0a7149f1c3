/** Heads, titles and frames: the words the extractor reads by. Data in YAML, checked by schema. */
import { z } from 'zod';
import { readData } from '../data-file.ts';

const Words = z.array(z.string().min(1));

const Heads = z.strictObject({
  types: z.record(z.string(), Words),
  transparent: Words,
  evaluative: Words,
  binomials: Words,
  spoken: Words,
  spokenModified: Words,
  spokenAlone: Words,
});
const Titles = z.strictObject({
  heads: Words,
  ranks: Words,
  honorifics: Words,
  modifiers: Words,
  status: z.strictObject({ former: Words, future: Words }),
  suffixes: Words,
  particles: Words,
});

const Emission = z.strictObject({
  type: z.string().regex(/^[A-Z_]+$/),
  from: z.string().default('subject'),
  to: z.array(z.string()).default([]),
  only: z.array(z.string()).optional(),
  head: z.array(z.string()).optional(),
  /** Heads of the object of which it is not said: to share a view is to talk. */
  except: z.array(z.string()).optional(),
  mutual: z.boolean().default(false),
  /** Not of what its noun calls a topic: another relation of the frame takes that. */
  happened: z.boolean().default(false),
  /** Only of what goes on rather than what happened: a bare noun that is no event. */
  generic: z.boolean().default(false),
  modality: z.enum(['considering', 'planned']).optional(),
  polarity: z.enum(['+', '-']).optional(),
  /** Only with one of these behind `with`: `noted with concern`. */
  manner: Words.optional(),
  /** Only where it is not denied: not to seek a thing says nothing of the kind. */
  positive: z.boolean().default(false),
  /** Only where noun or verb is denied (`made no decision on`, `would not allow`). */
  denied: z.boolean().default(false),
});
export type Emission = z.infer<typeof Emission>;

const VerbFrame = z.strictObject({
  verbs: Words,
  negated: z.boolean().default(false),
  needs: Words.optional(),
  inanimate: z.boolean().default(false),
  passive: z.enum(['any']).optional(),
  emit: z.array(Emission),
});
export type VerbFrame = z.infer<typeof VerbFrame>;
const NounFrame = z.strictObject({ nouns: Words, emit: z.array(Emission) });
export type NounFrame = z.infer<typeof NounFrame>;

export const Mood = z.enum(['planned', 'in_progress', 'called_for', 'hypothetical', 'negated']);
export type Mood = z.infer<typeof Mood>;

const Deed = z.strictObject({ verbs: Words, nouns: Words, objects: Words.optional() });
export type Deed = z.infer<typeof Deed>;

const Frames = z.strictObject({
  deeds: z.array(Deed),
  verbs: z.array(VerbFrame),
  carriers: Words,
  nouns: z.array(NounFrame),
  reports: Words,
  objectControl: Words,
  others: Words,
  moods: z.record(Mood, Words),
});

export type Lexicon = {
  headType: ReadonlyMap<string, string>;
  transparent: ReadonlySet<string>;
  evaluative: ReadonlySet<string>;
  binomials: string[][];
  /** Heads of topics that are looked for without a claim: narrowed, modified, or by themselves. */
  spoken: ReadonlySet<string>;
  spokenModified: ReadonlySet<string>;
  spokenAlone: ReadonlySet<string>;
  titles: {
    heads: ReadonlySet<string>;
    ranks: ReadonlySet<string>;
    /** Ranks as words, the longest first. */
    rankWords: readonly (readonly string[])[];
    honorifics: ReadonlySet<string>;
    modifiers: ReadonlySet<string>;
    former: ReadonlySet<string>;
    future: ReadonlySet<string>;
    suffixes: ReadonlySet<string>;
    particles: ReadonlySet<string>;
  };
  verbFrames: ReadonlyMap<string, VerbFrame[]>;
  nounFrames: ReadonlyMap<string, NounFrame[]>;
  /** Verbs that tell an event, with the nouns by which the text may name it again and the objects they need. */
  deeds: ReadonlyMap<string, Deed>;
  carriers: ReadonlySet<string>;
  reports: ReadonlySet<string>;
  objectControl: ReadonlySet<string>;
  /** Verbs that no frame answers to; known so that their clauses are read. */
  others: readonly string[];
  moods: ReadonlyMap<string, Mood>;
};

/** Reads heads.yaml, titles.yaml and frames.yaml. Throws DataFileError with the line of the first fault. */
export function readLexicon(): Lexicon {
  const heads = readData('heads.yaml', Heads);
  const titles = readData('titles.yaml', Titles);
  const frames = readData('frames.yaml', Frames);
  const moods = new Map<string, Mood>();
  for (const [mood, words] of Object.entries(frames.moods))
    for (const word of words ?? []) moods.set(word, Mood.parse(mood));
  return {
    headType: new Map(
      Object.entries(heads.types).flatMap(([type, words]) => words.map((word) => [word, type] as const)),
    ),
    transparent: new Set(heads.transparent),
    evaluative: new Set(heads.evaluative),
    binomials: heads.binomials
      .filter((text) => text.includes(' '))
      .map((text) => text.replaceAll(',', ' ,').split(' ')),
    spoken: new Set(heads.spoken),
    spokenModified: new Set(heads.spokenModified),
    spokenAlone: new Set(heads.spokenAlone),
    titles: {
      heads: new Set(titles.heads),
      ranks: new Set(titles.ranks),
      rankWords: titles.ranks.map((rank) => rank.split(' ')).sort((a, b) => b.length - a.length),
      honorifics: new Set(titles.honorifics),
      modifiers: new Set(titles.modifiers),
      former: new Set(titles.status.former),
      future: new Set(titles.status.future),
      suffixes: new Set(titles.suffixes),
      particles: new Set(titles.particles),
    },
    verbFrames: group(frames.verbs, (frame) => frame.verbs),
    nounFrames: group(frames.nouns, (frame) => frame.nouns),
    deeds: new Map(frames.deeds.flatMap((deed) => deed.verbs.map((verb) => [verb, deed] as const))),
    carriers: new Set(frames.carriers),
    reports: new Set(frames.reports),
    objectControl: new Set(frames.objectControl),
    others: frames.others,
    moods,
  };
}

function group<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) map.set(key, [...(map.get(key) ?? []), item]);
  return map;
}

/** Forms of the frames' verbs back to their lemmas: `condemned` → condemn. Regular inflection, doubled consonants and listed irregulars. */
export function verbForms(lexicon: Lexicon): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const lemmas = new Set(
    [
      ...lexicon.verbFrames.keys(),
      ...lexicon.deeds.keys(),
      ...lexicon.carriers,
      ...lexicon.reports,
      ...lexicon.objectControl,
      ...lexicon.others,
    ].map((lemma) => lemma.split(' ')[0] ?? ''),
  );
  for (const lemma of lemmas) {
    for (const form of inflect(lemma)) if (!forms.has(form)) forms.set(form, lemma);
  }
  for (const [form, lemma] of IRREGULAR) forms.set(form, lemma);
  for (const [form, lemma] of [...forms]) if (JOINT.has(lemma)) forms.set(`co-${form}`, `co-${lemma}`);
  return forms;
}

/** Verbs that several do together by a prefix: `co-chaired`, `co-hosted`. */
const JOINT = new Set('chair host lead organise organize sponsor sign author preside'.split(' '));

const IRREGULAR: [string, string][] = [
  ['held', 'hold'],
  ['met', 'meet'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['said', 'say'],
  ['told', 'tell'],
  ['took', 'take'],
  ['taken', 'take'],
  ['gave', 'give'],
  ['given', 'give'],
  ['made', 'make'],
  ['began', 'begin'],
  ['begun', 'begin'],
  ['stood', 'stand'],
  ['understood', 'understand'],
  ['sent', 'send'],
  ['built', 'build'],
  ['kept', 'keep'],
  ['led', 'lead'],
  ['sought', 'seek'],
  ['thought', 'think'],
  ['flew', 'fly'],
  ['flown', 'fly'],
  ['drew', 'draw'],
  ['drawn', 'draw'],
  ['struck', 'strike'],
  ['undertook', 'undertake'],
  ['undertaken', 'undertake'],
  ['withdrew', 'withdraw'],
  ['ran', 'run'],
  ['shown', 'show'],
  ['fought', 'fight'],
  ['overflew', 'overfly'],
  ['brought', 'bring'],
  ['bought', 'buy'],
  ['sold', 'sell'],
  ['came', 'come'],
  ['fell', 'fall'],
  ['rose', 'rise'],
  ['won', 'win'],
  ['lost', 'lose'],
  ['wrote', 'write'],
  ['chose', 'choose'],
  ['broke', 'break'],
  ['saw', 'see'],
  ['paid', 'pay'],
  ['laid', 'lay'],
  ['went', 'go'],
  ['borne', 'bear'],
  ['bore', 'bear'],
  ['dug', 'dig'],
];

function inflect(lemma: string): string[] {
  const doubled = /(?:[^aeiou][aeiou][bdgmnprt])$/.test(lemma) ? lemma + lemma.slice(-1) : null;
  const stem = lemma.replace(/e$/, '');
  const third = /(?:[sxz]|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const past = /e$/.test(lemma)
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`;
  return [
    lemma,
    third,
    past,
    `${/ee$/.test(lemma) ? lemma : stem}ing`,
    ...(doubled ? [`${doubled}ed`, `${doubled}ing`] : []),
  ];
}
