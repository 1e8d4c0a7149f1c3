/** What an entity has when nothing but its id, type and name is known: the rest of every entity made for a test. */
import type { Entity } from '../graph/model.ts';

export const plain: Omit<Entity, 'id' | 'type' | 'name'> = {
  aliases: [],
  description: null,
  wikidata: null,
  iso3: null,
  latitude: null,
  longitude: null,
  origin: 'document',
  provisional: false,
  labels: [],
  date: null,
};
