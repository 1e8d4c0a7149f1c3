/** Random but valid extractions: texts of odd characters, their sentences, mentions, entities and claims. */
import fc from 'fast-check';
import { claimId, documentId, relationId, sentenceId } from '../../graph/id.ts';
import {
  type Claim,
  type Entity,
  type EntityId,
  type Extraction,
  type Mention,
  Modality,
  type Relation,
  type Sentence,
} from '../../graph/model.ts';

const WORDS = [
  'Japan',
  'MQ-9',
  'naïve',
  '普天間',
  '鹿屋基地',
  '𝒳-band',
  'e\u0301clair',
  'said',
  '"so"',
  "d'oh",
  '\\',
  '`x`',
  '$id',
  '{a: 1}',
  '🙂',
];
const TYPES = ['Country', 'Person', 'EquipmentType', 'Facility', 'Place', 'Topic'];
/** `COOPERATES_WITH` is symmetric; the last is no name of the ontology. */
export const RELATIONS = ['CONDEMNS', 'COOPERATES_WITH', 'DEPLOYED_TO', 'ODD type'];

const word = fc.constantFrom(...WORDS);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const dates = fc.constantFrom(null, '2022', '2022-08', '2022-08-04', '2023-01-31');
const sortedSet = (values: readonly string[]) => [...new Set(values)].toSorted();

/** Entities of a pool that documents share: the same index is the same id, told the same way or differently. */
function entityOf(
  index: number,
  told: {
    name: string;
    aliases: string[];
    gazetteer: boolean;
    coordinate: number | null;
    date: string | null;
  },
): Entity {
  const { name, aliases, gazetteer, coordinate, date } = told;
  const type = TYPES[index % TYPES.length] ?? 'Topic';
  return {
    id: `entity:${index}` as EntityId,
    type,
    name,
    aliases: sortedSet(aliases).filter((alias) => alias !== name),
    description: gazetteer ? `known as ${name}` : null,
    wikidata: gazetteer ? `Q${index}` : null,
    iso3: null,
    latitude: coordinate,
    longitude: coordinate === null ? null : 0 - coordinate,
    origin: gazetteer ? 'gazetteer' : 'document',
    provisional: !gazetteer,
    labels: type === 'Place' && gazetteer ? ['Asset'] : [],
    date,
  };
}

const entities = fc
  .array(
    fc.record({
      name: phrase,
      aliases: fc.array(phrase, { maxLength: 3 }),
      gazetteer: fc.boolean(),
      coordinate: fc.constantFrom(null, 0, 1, 31.5, -12.345678),
      date: dates,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((told) => told.map((one, index) => entityOf(index, one)));

const parts = fc.record({
  published: dates,
  publisher: fc.option(phrase),
  url: fc.option(fc.webUrl()),
  entities,
  sentences: fc.array(fc.array(word, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
  mentions: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 10 }),
  claims: fc.array(
    fc.record({
      sentence: fc.nat(),
      subject: fc.nat(),
      object: fc.nat(),
      speaker: fc.option(fc.nat()),
      type: fc.constantFrom(...RELATIONS),
      polarity: fc.constantFrom('+' as const, '-' as const),
      modality: fc.constantFrom(...Modality.options),
      confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      eventDate: dates,
    }),
    { maxLength: 8 },
  ),
  background: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
});

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Without a half of a character where the cut went through one. */
const wholeCharacters = (text: string) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

/** A valid extraction; `salt` keeps two documents apart. Its entities come from a pool that all documents share. */
export function extractions(salt: string): fc.Arbitrary<Extraction> {
  return parts.map((given): Extraction => {
    const texts = given.sentences.map((words) => `${words.join(' ')}.`);
    const text = `${salt}\r\n${texts.join('\n')}`;
    const id = documentId(text);
    let at = salt.length + 2;
    const sentences = texts.map((sentence, index): Sentence => {
      const start = at;
      at += sentence.length + 1;
      return {
        id: sentenceId(id, index),
        document: id,
        index,
        kind: 'sentence',
        start,
        end: start + sentence.length,
        text: sentence,
        section: index > 1 ? 'Part' : '',
      };
    });
    const span = (sentence: Sentence, index: number) => {
      const found = pick(sentence.text.slice(0, -1).split(' '), index);
      const start = sentence.start + sentence.text.indexOf(found);
      return { start, end: start + found.length, text: found };
    };
    const mentions = given.mentions.map(([s, e, w]): Mention => {
      const sentence = pick(sentences, s);
      return {
        sentence: sentence.id,
        entity: pick(given.entities, e).id,
        kind: 'named',
        ...span(sentence, w),
      };
    });
    const claims = given.claims.map(({ sentence: s, subject: a, object: b, speaker, ...rest }): Claim => {
      const sentence = pick(sentences, s);
      const subject = pick(given.entities, a).id;
      const object = pick(given.entities, b).id;
      const { start, end, text: quote } = span(sentence, a);
      return {
        id: claimId(sentence.id, subject, rest.type, object, rest.polarity),
        document: id,
        sentence: sentence.id,
        subject,
        object,
        speakers: speaker === null ? [] : [pick(given.entities, speaker).id],
        act: speaker === null ? null : 'say',
        quote,
        prefix: wholeCharacters(text.slice(Math.max(0, start - 8), start)),
        suffix: wholeCharacters(text.slice(end, end + 8)),
        start,
        end,
        extractors: ['nominal'],
        reviewer: null,
        reviewNote: null,
        ...rest,
      };
    });
    const background = given.background.map(([a, b]): Relation => {
      const subject = pick(given.entities, a).id;
      const object = pick(given.entities, b).id;
      return {
        id: relationId(subject, 'LOCATED_IN', object, '+'),
        type: 'LOCATED_IN',
        subject,
        object,
        polarity: '+',
        modalities: ['asserted'],
        confidence: 0.99,
        claimCount: 0,
        claims: [],
        documents: [],
        firstDate: null,
        lastDate: null,
        origin: 'gazetteer',
      };
    });
    const unique = <T>(items: readonly T[], key: (item: T) => string) => [
      ...new Map(items.map((item) => [key(item), item])).values(),
    ];
    return {
      document: {
        id,
        title: salt,
        publisher: given.publisher,
        published: given.published,
        url: given.url,
        links: given.url === null ? [] : [given.url],
        language: 'en',
        text,
      },
      sentences,
      mentions: unique(
        mentions,
        ({ sentence, entity, start, end }) => `${sentence} ${entity} ${start} ${end}`,
      ),
      entities: given.entities,
      claims: unique(claims, ({ id: claim }) => claim),
      background: unique(background, ({ id: relation }) => relation),
    };
  });
}
