/**
 * A synthetic graph with hubs and communities, the shape of a corpus of policy documents: a few countries
 * that touch everything, and clusters of topics, assets and events around them. Deterministic.
 */

import { claimId, documentId, entityId, sentenceId } from '../graph/id.ts';
import type { Claim, Entity, Extraction, Sentence } from '../graph/model.ts';
import { plain } from '../test/entity.ts';

/** A linear congruential generator in [0, 1): the same seed gives the same graph (Numerical Recipes constants). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const HUBS = 12;
const COMMUNITY = 40;

function entity(index: number): Entity {
  const hub = index < HUBS;
  const name = hub ? `Country ${index}` : `Topic ${index} of community ${Math.floor(index / COMMUNITY)}`;
  return {
    id: entityId(hub ? 'country' : 'topic', name),
    type: hub ? 'Country' : 'Topic',
    name,
    ...plain,
    labels: [hub ? 'Actor' : 'Subject'],
  };
}

/** `nodes` entities and about 2.2 relations each, every relation with one claim and one sentence behind it. */
export function hubsAndCommunities(nodes: number, seed = 7): Extraction {
  const next = random(seed);
  const entities = Array.from({ length: nodes }, (_, index) => entity(index));
  const pairs: [Entity, string, Entity][] = [];
  const hubOf = (index: number): number => Math.min(HUBS - 1, Math.floor(next() ** 2 * HUBS) + (index % 2));
  entities.forEach((source, index) => {
    if (index < HUBS) return;
    const hub = entities[hubOf(index)];
    if (hub) pairs.push([hub, 'DISCUSSES', source]);
    const start = index - (index % COMMUNITY);
    const near = entities[Math.max(HUBS, start + Math.floor(next() * COMMUNITY))];
    if (near && near !== source) pairs.push([source, 'ABOUT', near]);
    const far = entities[HUBS + Math.floor(next() * (nodes - HUBS))];
    if (far && far !== source && next() < 0.2) pairs.push([source, 'INCLUDES', far]);
  });
  return extraction(entities, pairs);
}

function extraction(entities: Entity[], pairs: readonly [Entity, string, Entity][]): Extraction {
  const lines = pairs.map(([subject, type, object]) => `${subject.name} ${type} ${object.name}.`);
  const text = lines.join('\n');
  const document = documentId(text);
  const sentences: Sentence[] = [];
  const claims: Claim[] = [];
  let start = 0;
  pairs.forEach(([subject, type, object], index) => {
    const quote = lines[index] ?? '';
    const end = start + quote.length;
    const sentence = sentenceId(document, index);
    sentences.push({ id: sentence, document, index, kind: 'sentence', start, end, text: quote, section: '' });
    claims.push({
      id: claimId(sentence, subject.id, type, object.id, '+'),
      document,
      sentence,
      subject: subject.id,
      type,
      object: object.id,
      speakers: [],
      act: null,
      polarity: '+',
      modality: 'asserted',
      quote,
      prefix: '',
      suffix: '',
      start,
      end,
      confidence: 0.9,
      extractors: ['synthetic'],
      eventDate: null,
      reviewer: null,
      reviewNote: null,
    });
    start = end + 1;
  });
  return {
    document: {
      id: document,
      title: `Synthetic graph of ${entities.length} entities`,
      publisher: null,
      published: null,
      url: null,
      links: [],
      language: 'en',
      text,
    },
    sentences,
    mentions: [],
    entities,
    claims,
    background: [],
  };
}
