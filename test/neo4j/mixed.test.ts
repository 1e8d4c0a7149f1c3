/** Our documents in a database that holds other data: only when asked for, and both can be explored. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../graph/model.ts';
import { documentDetail, documents } from '../../graph/queries/document.ts';
import { entityDetail, evidence } from '../../graph/queries/entity.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { paths } from '../../graph/queries/paths.ts';
import { neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import { type GraphStore, ReadOnlyError } from '../../graph/store.ts';
import { loadExtraction, removeDocument } from '../../ingest/load.ts';
import { ministerial, ontology } from '../graph/fixtures.ts';
import { start } from '../scripts/processes.ts';
import { bareDatabase, describeNeo4j, directly, open, server } from './database.ts';
import { MOVIES } from './examples.ts';

/** What must be there for the test to go on. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing of that kind.');
  return value;
}

const NODES = 'MATCH (n) RETURN count(n) AS nodes';

describeNeo4j('our documents beside other data', () => {
  let store: GraphStore;
  beforeAll(async () => {
    await bareDatabase();
    await directly(MOVIES);
  });
  afterAll(() => store.close());

  test('are not written there unasked', async () => {
    store = await open();
    const loading = loadExtraction(store, ministerial, ontology);
    await expect(loading).rejects.toThrow(ReadOnlyError);
    await expect(loading).rejects.toMatchObject({ hint: expect.stringContaining('--into-existing') });
    await store.close();
    expect(await directly(NODES)).toEqual([{ nodes: 10 }]);
    expect(await directly('SHOW CONSTRAINTS')).toEqual([]);
  });

  test('nor where others use our labels, though asked for', async () => {
    await directly("CREATE (:Document {title: 'theirs'})");
    store = await open({ intoExisting: true });
    const loading = loadExtraction(store, ministerial, ontology);
    await expect(loading).rejects.toThrow(/uses :Document for data of its own/);
    await store.close();
    await directly('MATCH (d:Document) DELETE d');
    expect(await directly(NODES)).toEqual([{ nodes: 10 }]);
  });

  test('the ingest names the flag that it needs, and takes it', { timeout: 120_000 }, async () => {
    const { uri, username, password } = server();
    const env = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    const text = 'Japan and the United States agreed to deploy MQ-9 to Kanoya Air Base.';
    const ingest = (...flags: string[]) =>
      start(['scripts/run.mjs', 'ingest/cli.ts', 'ingest', ...flags, '-'], env, text).finished;
    const refused = await ingest();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--into-existing');
    expect(await directly(NODES)).toEqual([{ nodes: 10 }]);
    const taken = await ingest('--into-existing');
    expect(taken.stderr).not.toContain('refused');
    expect(taken.code).toBe(0);
    expect(await directly('MATCH (d:Document) RETURN count(d) AS documents')).toEqual([{ documents: 1 }]);
    await bareDatabase();
    await directly(MOVIES);
  });

  test('are written there when asked for', async () => {
    store = await open({ intoExisting: true });
    await loadExtraction(store, ministerial, ontology);
    expect(store.content).toBe('mixed');
    await store.close();
    store = await open();
    expect(store).toMatchObject({ content: 'mixed', readOnlyReason: undefined });
    expect(await health(store)).toMatchObject({
      documents: 1,
      entities: ministerial.entities.length + 10,
    });
  });

  test('both are drawn, each under its own ids', async () => {
    const { entities, relations, degrees, shown, total } = await openingScene(store, { limit: 1000 });
    expect(shown).toBe(total);
    expect(total).toBe(ministerial.entities.length + 10);
    expect((await health(store)).relations).toBe(relations.length);
    const japan = entities.find(({ id }) => id === 'country:japan');
    expect(japan).toMatchObject({ name: 'Japan', type: 'Country' });
    expect(japan?.captions).toBeUndefined();
    expect(entities.find(({ name }) => name === 'Hoffa')?.captions).toBeDefined();
    const japanese = relations.filter(({ subject, object }) =>
      [subject, object].includes('country:japan' as EntityId),
    );
    expect(degrees['country:japan']).toBe(japanese.length);
    const quoted = given(relations.find(({ claimCount }) => claimCount > 0));
    expect((await evidence(store, quoted.id)).evidence.length).toBeGreaterThan(0);
    const acted = given(relations.find(({ type }) => type === 'ACTED_IN'));
    expect(await evidence(store, acted.id)).toMatchObject({
      evidence: [],
      properties: { roles: expect.anything() },
    });
    const background = relations.find(({ origin }) => origin === 'gazetteer');
    if (background) expect((await evidence(store, background.id)).relation).toEqual(background);
  });

  test('both are counted, found, expanded and inspected', async () => {
    const { entityTypes, relationTypes } = await schema(store, ontology);
    const counts = new Map([...entityTypes, ...relationTypes].map(({ type, count }) => [type, count]));
    expect(counts.get('Movie')).toBe(4);
    expect(counts.get('ACTED_IN')).toBe(5);
    expect(counts.get('Country')).toBe(ministerial.entities.filter(({ type }) => type === 'Country').length);
    expect(counts.has('Sentence')).toBe(false);
    const found = async (q: string) => (await search(store, { q })).results.map(({ entity }) => entity.name);
    expect(await found('wachowski')).toEqual(['Lana Wachowski']);
    expect(await found('mageshima')).toContain('Mageshima, Kagoshima');
    expect((await neighbours(store, 'country:japan' as EntityId, {})).shown).toBeGreaterThan(3);
    const hanks = given((await search(store, { q: 'tom hanks' })).results[0]);
    expect((await neighbours(store, hanks.entity.id, {})).shown).toBe(3);
    expect((await entityDetail(store, hanks.entity.id)).properties).toEqual({
      name: 'Tom Hanks',
      born: 1956,
    });
    expect((await entityDetail(store, 'country:japan' as EntityId)).mentions.length).toBeGreaterThan(0);
    const { entities } = await documentDetail(store, ministerial.document.id);
    expect(entities).toHaveLength(ministerial.entities.length);
  });

  test('traces run in either part, and across nothing', async () => {
    const id = async (q: string) => given((await search(store, { q })).results[0]).entity.id;
    const within = await paths(store, { from: await id('tom hanks'), to: await id('keanu reeves') });
    expect(within.paths.length).toBeGreaterThan(0);
    const ours = await paths(store, { from: 'country:japan' as EntityId, to: await id('MQ-9') });
    expect(ours.paths.length).toBeGreaterThan(0);
    const across = await paths(store, { from: 'country:japan' as EntityId, to: await id('tom hanks') });
    expect(across).toMatchObject({ paths: [], nearest: null });
  });

  test('taking the document out leaves theirs', async () => {
    await removeDocument(store, ministerial.document.id, ontology);
    expect(await documents(store)).toEqual({ documents: [] });
    expect(await directly('MATCH (n) WHERE NOT n:ThreadlineSchema RETURN count(n) AS nodes')).toEqual([
      { nodes: 10 },
    ]);
  });
});
