/** Databases that hold other data: explored as they are, without a node of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entity, EntityId, RelationId } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { documents } from '../../graph/queries/document.ts';
import { entityDetail, evidence } from '../../graph/queries/entity.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { paths } from '../../graph/queries/paths.ts';
import { entitiesById, neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import { type GraphStore, NotFoundError } from '../../graph/store.ts';
import { bareDatabase, describeNeo4j, directly, open } from './database.ts';
import { FORTY_LABELS, LONG, MOVIES, ODDITIES } from './examples.ts';

const ontology = readOntology();
let store: GraphStore;

async function filled(statement: string, parameters: Record<string, unknown> = {}): Promise<void> {
  await bareDatabase();
  await directly(statement, parameters);
  store = await open();
}

/** Everything in the store as one scene, and its entities by name. */
async function everything() {
  const scene = await openingScene(store, { limit: 500 });
  const named = new Map(scene.entities.map((entity) => [entity.name, entity]));
  const find = (name: string): Entity => {
    const found = named.get(name);
    if (!found) throw new Error(`No entity is called ${name}: ${[...named.keys()].join(', ')}`);
    return found;
  };
  return { scene, find };
}

describeNeo4j('a database of movies', () => {
  beforeAll(() => filled(MOVIES));
  afterAll(() => store.close());

  test('is told from one of ours', () => {
    expect(store.content).toBe('foreign');
    expect(store.readOnlyReason).toMatch(/nothing is written/);
  });

  test('opens with its nodes under their names and titles', async () => {
    const { scene, find } = await everything();
    expect(scene).toMatchObject({ shown: 10, total: 10 });
    expect(find('Keanu Reeves')).toMatchObject({ type: 'Person', labels: [] });
    expect(find('The Matrix').type).toBe('Movie');
    expect(scene.relations).toHaveLength(11);
    expect(scene.degrees[find('The Matrix').id]).toBe(3);
    const ids = scene.entities.map(({ id }) => id);
    const again = await entitiesById(store, ids);
    expect(again.missing).toEqual([]);
    expect(again.entities).toEqual(scene.entities);
    expect(again.relations).toEqual(scene.relations);
  });

  test('says what it holds of each kind', async () => {
    expect(await health(store)).toMatchObject({ documents: 0, entities: 10, relations: 11 });
    const { entityTypes, relationTypes } = await schema(store, ontology);
    expect(entityTypes.map(({ type, count }) => [type, count])).toEqual([
      ['Person', 6],
      ['Movie', 4],
    ]);
    expect(relationTypes.map(({ type, count }) => [type, count])).toEqual([
      ['ACTED_IN', 5],
      ['DIRECTED', 4],
      ['FOLLOWS', 2],
    ]);
    expect(await documents(store)).toEqual({ documents: [] });
  });

  test('both relations between the same two are there, each with an id of its own', async () => {
    const { scene, find } = await everything();
    const between = scene.relations.filter(
      ({ subject, object }) => subject === find('Danny DeVito').id && object === find('Hoffa').id,
    );
    expect(between.map(({ type }) => type).toSorted()).toEqual(['ACTED_IN', 'DIRECTED']);
    expect(new Set(between.map(({ id }) => id)).size).toBe(2);
  });

  test('neighbours and their counts by type and direction', async () => {
    const { find } = await everything();
    const { id } = find('Tom Hanks');
    const detail = await entityDetail(store, id);
    expect(detail.degrees).toEqual([
      { type: 'ACTED_IN', direction: 'out', count: 1 },
      { type: 'FOLLOWS', direction: 'in', count: 1 },
      { type: 'FOLLOWS', direction: 'out', count: 1 },
    ]);
    const around = await neighbours(store, id, { types: ['FOLLOWS'], direction: 'in' });
    expect(around).toMatchObject({ shown: 1, total: 1 });
    expect(around.entities.map(({ name }) => name).toSorted()).toEqual(['Danny DeVito', 'Tom Hanks']);
    await expect(neighbours(store, '4:none:1' as EntityId)).rejects.toThrow(NotFoundError);
  });

  test('traces run over it', async () => {
    const { find } = await everything();
    const answer = await paths(store, { from: find('Jack Nicholson').id, to: find('Keanu Reeves').id });
    expect(answer.paths[0]?.hops.map(({ relation }) => relation.type)).toEqual([
      'ACTED_IN',
      expect.stringMatching('ACTED_IN|DIRECTED'),
      'FOLLOWS',
      'FOLLOWS',
      'DIRECTED',
      'ACTED_IN',
    ]);
    expect(answer.paths[0]?.hops.every(({ evidence }) => evidence === null)).toBe(true);
  });

  test('a relation has no evidence, and is found by its id', async () => {
    const { scene } = await everything();
    for (const { id } of scene.relations) {
      expect(await evidence(store, id)).toMatchObject({ relation: { id }, evidence: [] });
    }
    await expect(evidence(store, '5:none:1' as RelationId)).rejects.toThrow(NotFoundError);
  });
});

describeNeo4j('search in a database of others', () => {
  beforeAll(() => filled(MOVIES));
  afterAll(() => store.close());

  const found = async (q: string, types: string[] = []) => {
    const { results, ...rest } = await search(store, { q, types });
    return { names: results.map(({ entity }) => entity.name), results, ...rest };
  };

  test('finds what nodes are called, from any part, without case and accents, best first', async () => {
    expect((await found('hoffa')).names).toEqual(['Hoffa']);
    expect((await found('EIFREM')).names).toEqual(['Emil Eifrém']);
    expect((await found('wachow lana')).names).toEqual(['Lana Wachowski']);
    const { names } = await found('an');
    expect(names[0]).toBe('Lana Wachowski');
    expect(names.toSorted()).toEqual(['Danny DeVito', 'Keanu Reeves', 'Lana Wachowski', 'Tom Hanks']);
    const movies = (await found('a', ['Movie'])).names;
    expect(movies[0]).toBe('Cloud Atlas');
    expect(movies.toSorted()).toEqual(['Cloud Atlas', 'Hoffa', 'Speed Racer', 'The Matrix']);
    expect(await found('nothing like it')).toMatchObject({ names: [], total: 0 });
  });

  test('finds other properties, and says which and what was looked through', async () => {
    const { results, searched } = await found('real world');
    expect(results).toMatchObject([
      {
        entity: { name: 'The Matrix' },
        matched: 'property',
        excerpt: 'tagline: Welcome to the Real World',
        degree: 3,
      },
    ]);
    expect(searched).toBe('Searched: the text of all 10 nodes.');
    expect((await found('1999')).names).toEqual(['The Matrix']);
  });

  test('asks the full-text indexes that are there', async () => {
    await directly('CREATE FULLTEXT INDEX taglines FOR (m:Movie) ON EACH [m.tagline]');
    await directly('CALL db.awaitIndexes(60)');
    await store.close();
    store = await open();
    const { names, searched } = await found('welcome');
    expect(names).toEqual(['The Matrix']);
    expect(searched).toMatch(/full-text index taglines, the text of all 10 nodes/);
  });
});

describeNeo4j('a database with forty labels', () => {
  beforeAll(() => filled(FORTY_LABELS));
  afterAll(() => store.close());

  test('counts each of them', async () => {
    const { entityTypes } = await schema(store, ontology);
    expect(entityTypes).toHaveLength(41);
    expect(entityTypes.find(({ type }) => type === 'Common')?.count).toBe(8);
    expect((await openingScene(store, { limit: 12 })).total).toBe(40);
  });
});

describeNeo4j('a database of oddities', () => {
  beforeAll(() => filled(ODDITIES, { long: LONG }));
  afterAll(() => store.close());

  test('every node and relationship of any shape is drawn', async () => {
    const { scene } = await everything();
    expect(scene).toMatchObject({ shown: 9, total: 9 });
    expect(scene.relations).toHaveLength(7);
    expect(new Set(scene.relations.map(({ id }) => id)).size).toBe(7);
    for (const { id } of scene.relations) expect((await evidence(store, id)).relation.id).toBe(id);
    for (const { id } of scene.entities) expect((await entityDetail(store, id)).entity.id).toBe(id);
  });

  test('labels of ours in the hands of others mean nothing', async () => {
    const { scene } = await everything();
    expect(scene.entities.filter(({ type }) => type === 'Entity')).toHaveLength(2);
    expect(await documents(store)).toEqual({ documents: [] });
    expect(await health(store)).toMatchObject({ documents: 0, entities: 9, relations: 7 });
  });
});
