/** The bundled document's answer key as an extraction, and a second, small document that shares entities with it. */

import { readFileSync } from 'node:fs';
import { claimId, documentId, sentenceId } from '../../graph/id.ts';
import { type Entity, type EntityId, Extraction } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { plain } from '../entity.ts';

export const ontology = readOntology();

export const ministerial = Extraction.parse(
  JSON.parse(readFileSync(new URL('../fixtures/ministerial.json', import.meta.url), 'utf8')),
);

const japan = 'country:japan' as EntityId;
const kenya = 'country:kenya' as EntityId;

function countryOf(id: EntityId, name: string, aliases: string[]): Entity {
  return {
    id,
    type: 'Country',
    name,
    ...plain,
    aliases,
    provisional: true,
  };
}

function secondDocument(): Extraction {
  const text = 'Tōkyō and Kenya will work together. Japan condemned no one.';
  const id = documentId(text);
  const first = 'Tōkyō and Kenya will work together.';
  const sentence = sentenceId(id, 0);
  return {
    document: {
      id,
      title: 'Note',
      publisher: null,
      published: '2023-02',
      url: null,
      links: [],
      language: 'en',
      text,
    },
    sentences: [
      {
        id: sentence,
        document: id,
        index: 0,
        kind: 'sentence',
        start: 0,
        end: first.length,
        text: first,
        section: '',
      },
    ],
    mentions: [
      { sentence, entity: japan, kind: 'named', start: 0, end: 5, text: 'Tōkyō' },
      { sentence, entity: kenya, kind: 'named', start: 10, end: 15, text: 'Kenya' },
    ],
    entities: [countryOf(japan, 'Tōkyō', ['Nippon']), countryOf(kenya, 'Kenya', [])],
    claims: [
      {
        id: claimId(sentence, kenya, 'COOPERATES_WITH', japan, '+'),
        document: id,
        sentence,
        subject: kenya,
        type: 'COOPERATES_WITH',
        object: japan,
        speakers: [],
        act: null,
        polarity: '+',
        modality: 'planned',
        quote: 'Kenya will work together',
        prefix: 'Tōkyō and ',
        suffix: '.',
        start: 10,
        end: 34,
        confidence: 0.5,
        extractors: ['verbal'],
        eventDate: null,
        reviewer: null,
        reviewNote: null,
      },
    ],
    background: [],
  };
}

export const note = secondDocument();
