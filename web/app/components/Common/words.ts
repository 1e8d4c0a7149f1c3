/** How relations, modalities and dates read in words. */
import type { Entity, EntityId, Modality, Polarity, Relation } from '../../../../graph/model.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import { relationCaption, relationTypeIn } from '../../state/catalogue.ts';

const modalities: Readonly<Record<Modality, string>> = {
  done: 'done',
  in_progress: 'in progress',
  planned: 'planned',
  called_for: 'called for',
  asserted: 'stated as standing',
  hypothetical: 'only considered',
};

export const modalityWords = (modality: Modality): string => modalities[modality];

/** What polarity means for the reader. */
export const polarityWords = (polarity: Polarity): string => (polarity === '-' ? 'denied' : 'affirmed');

/** How a type reads from its object's end: the schema's inverse, or the caption in brackets. */
export function inverseCaption(catalogue: Catalogue, type: string): string {
  const known = relationTypeIn(catalogue.schema, type);
  return known?.inverse ?? `${relationCaption(catalogue, type)} (from)`;
}

export interface Reading {
  readonly subject: string;
  readonly verb: string;
  readonly object: string;
  readonly denied: boolean;
}

/** A relation as subject, verb and object, in its own direction whatever way it is walked. */
export function readRelation(
  relation: Pick<Relation, 'subject' | 'type' | 'object' | 'polarity'>,
  nameOf: (id: EntityId) => string,
  catalogue: Catalogue,
): Reading {
  return {
    subject: nameOf(relation.subject),
    verb: relationCaption(catalogue, relation.type),
    object: nameOf(relation.object),
    denied: relation.polarity === '-',
  };
}

/** A reading as one line of text. */
export function sentenceOf({ subject, verb, object, denied }: Reading): string {
  return `${denied ? 'Denied: ' : ''}${subject} ${verb} ${object}`;
}

/** Names of entities by id; an unknown id stands for itself. */
export function names(entities: Iterable<Entity>): (id: EntityId) => string {
  const known = new Map([...entities].map((entity) => [entity.id, entity.name]));
  return (id) => known.get(id) ?? id;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A partial ISO date as people write it: `2022-09-15` → `15 September 2022`, `2022-08` → `August 2022`. */
export function dateWords(date: string): string {
  const [year = date, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** `2345` → `2,345`. By hand: the first use of `Intl` holds a page up for 10 ms. */
export function figures(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 relation`, `2,345 relations`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${figures(amount)} ${amount === 1 ? singular : plural}`;
}

/** A link that may be followed: http and https only, anything else (`javascript:`, a file name) is null. */
export function safeLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** The page of a Wikidata item; null for anything that is not an item's id. */
export function wikidataLink(item: string | null): string | null {
  return item !== null && /^Q\d+$/.test(item) ? `https://www.wikidata.org/wiki/${item}` : null;
}

/** Publisher and date of a document in one line; '' where neither is known. */
export function sourceOf({
  publisher,
  published,
}: {
  readonly publisher: string | null;
  readonly published: string | null;
}): string {
  return [publisher, published === null ? null : dateWords(published)]
    .filter((part) => part !== null)
    .join(', ');
}

/** What the extractors of the ingest read, by their names in a claim. */
const readings: Readonly<Record<string, string>> = {
  titles: 'titles',
  meetings: 'meetings',
  frames: 'verbs',
  predicates: 'statements of being',
  nominals: 'noun phrases',
  structure: 'parts of names',
  happenings: 'deeds and denials',
  model: 'the words of a language model',
};

/** Which extractors read a claim, for people: `verbs and noun phrases`. Unknown ones by their own names. */
export function readingsOf(extractors: readonly string[]): string {
  return extractors.map((name) => readings[name] ?? name).join(' and ');
}
