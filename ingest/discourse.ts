/** What a reader keeps in mind from sentence to sentence: the parties, who spoke last, which events were named. */
import type { Charge } from './claims/charges.ts';
import type { Vote } from './claims/vote.ts';
import type { Draft } from './entities.ts';
import type { Phrase } from './parse/tree.ts';

export type Discourse = {
  /** Actors of phrases that stand in another sentence: the subject before a list. */
  resolved: Map<Phrase, { actors: string[]; persons: string[] }>;
  /** Countries (or bodies) between which the document is, and the people who speak for them. */
  parties: string[];
  principals: string[];
  /** Actors of the last subject with several members: `they`. */
  group: { actors: string[]; persons: string[] };
  /** Countries that the sentence before named. */
  countries: string[];
  /** Index of the sentence that last named several together. */
  groupAt: number;
  /** Last person in subject position: `he`, `she`. */
  person: string | null;
  /** Last single actor in subject position: `it`. */
  actor: string | null;
  /** Subject of the clause above, for `they` in a reported clause. */
  note(draft: Draft, head: string): void;
  /** An entity noted earlier by this head, the latest first; of these types when given. */
  definite(head: string, types: readonly string[] | null): Draft | null;
  /** The latest event noted by this very head. */
  called(head: string): Draft | null;
  /** The earlier entity that a definite phrase names again in fewer words: `the deployment of MQ-9s`. */
  same(head: string, text: string, type: string): Draft | null;
  /** The latest event; for `such actions`, `these incidents`. */
  event(): Draft | null;
  /** The place, base or country in place named last: `there`. */
  place: string | null;
  /** The equipment spoken of last: `moved them to …`. */
  thing: Draft | null;
  /** What was considered, discussed or called for last: `ruled out that`. */
  matter: Draft | null;
  /** The latest thing somebody undertook: `these efforts`. */
  efforts: Draft[];
  /** What the sentence before said. */
  said: readonly Vote[];
  /** What the last sentences charged or reported, the latest first: a denial may answer it. */
  told: Charge[][];
  /** Votes that were only asked and then answered with no; votes that nobody in particular reported, and somebody denied. */
  withdrawn: Set<Vote>;
  doubted: Set<Vote>;
  /** Attacks, seizures and the like of the last sentences, the latest first: `denied any involvement`. */
  deeds: Draft[];
  /** The exercise or event named last: `will not take part`. */
  gathering: string | null;
  /** The last two of a kind that were named together: `the former`, `the latter`. */
  pair: readonly [string, string] | null;
  /** The office of each person who holds one, and those persons as they were spoken of, the latest last. */
  held: Map<string, string>;
  officials: string[];
  /** The body a person commands or speaks for. */
  bodies: Map<string, string>;
  /** Whether the document is one voice: a ministry's or spokesperson's, not a joint one. */
  singleVoice: boolean;
  /** Whose statement the document is, where it says `we`: what it calls a crime, they condemn. */
  voice: string[];
};

const GENERAL = new Set([
  'action',
  'incident',
  'act',
  'move',
  'activity',
  'development',
  'behaviour',
  'behavior',
  'conduct',
  'measure',
  'operation',
  'violation',
  'provocation',
  'event',
  'attack',
  'launch',
  'step',
]);
const EFFORTS = new Set([
  'effort',
  'initiative',
  'endeavour',
  'endeavor',
  'undertaking',
  'work',
  'plan',
  'direction',
]);

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [])
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/s$/, ''));
}

/** Words by which a draft was called; kept, for long documents ask again and again. */
function memory(): (draft: Draft) => ReadonlySet<string> {
  const known = new Map<string, { aliases: number; words: ReadonlySet<string> }>();
  return (draft) => {
    const kept = known.get(draft.id);
    if (kept?.aliases === draft.aliases.size) return kept.words;
    const words = new Set(contentWords([draft.name, ...draft.aliases].join(' ')));
    known.set(draft.id, { aliases: draft.aliases.size, words });
    return words;
  };
}

export function createDiscourse(): Discourse {
  /** By head, each draft once, the latest last. */
  const noted = new Map<string, Set<Draft>>();
  const wordsOf = memory();
  let lastEvent: Draft | null = null;
  const latest = (head: string, fits: (draft: Draft) => boolean) =>
    [...(noted.get(head) ?? [])].findLast(fits) ?? null;
  const discourse: Discourse = {
    resolved: new Map(),
    parties: [],
    principals: [],
    group: { actors: [], persons: [] },
    person: null,
    actor: null,
    efforts: [],
    said: [],
    told: [],
    deeds: [],
    withdrawn: new Set(),
    doubted: new Set(),
    gathering: null,
    pair: null,
    voice: [],
    groupAt: -1,
    countries: [],
    held: new Map(),
    officials: [],
    bodies: new Map(),
    singleVoice: false,
    place: null,
    thing: null,
    matter: null,
    note(draft, head) {
      const drafts = noted.get(head) ?? new Set();
      drafts.delete(draft);
      noted.set(head, drafts.add(draft));
      if (draft.type === 'Event') lastEvent = draft;
      if (draft.type === 'EquipmentType') discourse.thing = draft;
    },
    definite(head, types) {
      const fits = (draft: Draft) => types === null || types.includes(draft.type);
      const named = latest(head, fits);
      if (named) return named;
      if (GENERAL.has(head)) return discourse.event();
      if (EFFORTS.has(head)) return discourse.efforts.findLast(fits) ?? null;
      return null;
    },
    called: (head) => latest(head, (draft) => draft.type === 'Event'),
    same(head, text, type) {
      const words = contentWords(text);
      if (words.length < 2) return null;
      return latest(head, (draft) => draft.type === type && words.every((word) => wordsOf(draft).has(word)));
    },
    event: () => lastEvent,
  };
  return discourse;
}
