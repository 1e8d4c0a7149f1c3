/** What the API answers, whichever store it stands on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityId } from '../../../graph/model.ts';
import { bundledDocument } from '../../../ingest/bundled.ts';
import { ask, type Fixture, failure } from './harness.ts';

export function apiContract(open: () => Promise<Fixture>): void {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await open();
  });
  afterAll(() => fixture.close());

  /** The id of the entity that a search for its name puts first. */
  async function idOf(name: string): Promise<EntityId> {
    const { results } = await ask(fixture, 'search', `/api/search?q=${encodeURIComponent(name)}`);
    const [first] = results;
    if (!first) throw new Error(`nothing found for ${name}`);
    return first.entity.id;
  }

  describe('overview', () => {
    it('health counts what is in the store', async () => {
      const health = await ask(fixture, 'health');
      expect(health).toMatchObject({
        status: 'ok',
        store: fixture.store.kind,
        version: '1.2.3',
        documents: 1,
      });
      expect(health.entities).toBeGreaterThan(50);
      expect(health.relations).toBeGreaterThan(50);
    });
    it('schema counts types, and the counts add up', async () => {
      const schema = await ask(fixture, 'schema');
      const health = await ask(fixture, 'health');
      const sum = (entries: readonly { count: number }[]) =>
        entries.reduce((total, { count }) => total + count, 0);
      expect(sum(schema.entityTypes)).toBe(health.entities);
      expect(sum(schema.relationTypes)).toBe(health.relations);
      expect(schema.families.find(({ family }) => family === 'Asset')?.count).toBeGreaterThanOrEqual(5);
    });
    it('the opening scene is everything, each relation between two of its entities', async () => {
      const scene = await ask(fixture, 'graph');
      const health = await ask(fixture, 'health');
      expect(scene.total).toBe(health.entities);
      expect(scene.shown).toBe(scene.entities.length);
      const ids = new Set(scene.entities.map(({ id }) => id));
      expect(scene.relations.every(({ subject, object }) => ids.has(subject) && ids.has(object))).toBe(true);
      expect(Object.keys(scene.degrees).sort()).toEqual([...ids].sort());
    });
    it('a smaller scene says what it leaves out', async () => {
      const scene = await ask(fixture, 'graph', '/api/graph?limit=10');
      expect(scene.entities).toHaveLength(10);
      expect(scene.shown).toBe(10);
      expect(scene.total).toBeGreaterThan(10);
    });
  });

  describe('search', () => {
    it('finds by name, folded case, and keeps to types', async () => {
      const { results } = await ask(fixture, 'search', '/api/search?q=mq-9');
      expect(results[0]?.entity).toMatchObject({
        name: expect.stringContaining('MQ-9'),
        type: 'EquipmentType',
      });
      const countries = await ask(fixture, 'search', '/api/search?q=japan&types=Country,Person&limit=5');
      expect(countries.results.length).toBeGreaterThan(0);
      expect(countries.results.every(({ entity }) => ['Country', 'Person'].includes(entity.type))).toBe(true);
    });
    it('takes repeated types like a list', async () => {
      const listed = await ask(fixture, 'search', '/api/search?q=japan&types=Country,Person');
      const repeated = await ask(fixture, 'search', '/api/search?q=japan&types=Country&types=Person');
      expect(repeated).toEqual(listed);
    });
    it('finds nothing without failing', async () => {
      expect(await ask(fixture, 'search', '/api/search?q=zzzzqqq')).toEqual({ results: [], total: 0 });
    });
  });

  describe('from an entity to the sentence', () => {
    it('MQ-9 is to be deployed to Kanoya, and the sentence says so', async () => {
      const id = await idOf('MQ-9');
      const detail = await ask(fixture, 'entity', `/api/entities/${encodeURIComponent(id)}`);
      expect(detail.entity.id).toBe(id);
      expect(detail.documents).toHaveLength(1);
      expect(detail.mentions.length).toBeGreaterThan(0);
      const around = await ask(fixture, 'neighbours', `/api/entities/${encodeURIComponent(id)}/neighbours`);
      const deployed = around.relations.find(({ type, subject }) => type === 'DEPLOYED_TO' && subject === id);
      if (!deployed) throw new Error('MQ-9 has no DEPLOYED_TO');
      expect(around.entities.find((entity) => entity.id === deployed.object)?.name).toContain('Kanoya');
      const evidence = await ask(
        fixture,
        'evidence',
        `/api/relations/${encodeURIComponent(deployed.id)}/evidence`,
      );
      const [first] = evidence.evidence;
      if (!first) throw new Error('no evidence');
      const { text } = bundledDocument();
      expect(text.slice(first.claim.start, first.claim.end)).toBe(first.claim.quote);
      expect(text.slice(first.sentence.start, first.sentence.end)).toBe(first.sentence.text);
      expect(first.sentence.text).toContain('MQ-9');
    });
    it('neighbours keep to relation types and direction and say how many there are', async () => {
      const id = encodeURIComponent(await idOf('Japan'));
      const path = `/api/entities/${id}/neighbours`;
      const few = await ask(fixture, 'neighbours', `${path}?limit=3`);
      expect(few.shown).toBe(3);
      expect(few.total).toBeGreaterThan(3);
      const condemned = await ask(fixture, 'neighbours', `${path}?types=CONDEMNS&direction=out`);
      expect(condemned.total).toBeGreaterThan(0);
      expect(condemned.total).toBeLessThan(few.total);
    });
    it('entities come back by id, the unknown ones named', async () => {
      const id = await idOf('MQ-9');
      const answer = await ask(fixture, 'entities', '/api/entities', { ids: [id, 'nobody'] });
      expect(answer.entities.map((entity) => entity.id)).toEqual([id]);
      expect(answer.missing).toEqual(['nobody']);
    });
  });

  describe('documents', () => {
    it('are listed, and opened with every offset right', async () => {
      const { documents } = await ask(fixture, 'documents');
      expect(documents).toHaveLength(1);
      const id = encodeURIComponent(documents[0]?.id ?? '');
      const detail = await ask(fixture, 'document', `/api/documents/${id}`);
      const { text } = detail.document;
      expect(text).toBe(bundledDocument().text);
      expect(detail.claims.length).toBe(fixture.extraction.claims.length);
      for (const { start, end, quote } of detail.claims) expect(text.slice(start, end)).toBe(quote);
      for (const { start, end, text: sentence } of detail.sentences) {
        expect(text.slice(start, end)).toBe(sentence);
      }
      for (const { start, end, text: mention } of detail.mentions)
        expect(text.slice(start, end)).toBe(mention);
    });
  });

  describe('paths', () => {
    it.each(['short', 'specific', 'evidenced'])(
      'lead from Mageshima to extended deterrence (%s)',
      async (rank) => {
        const [from, to] = await Promise.all([idOf('Mageshima'), idOf('extended deterrence')]);
        const query = new URLSearchParams({ from, to, rank, limit: '3' });
        const answer = await ask(fixture, 'paths', `/api/paths?${query}`);
        expect(answer.paths.length).toBeGreaterThan(0);
        for (const { hops } of answer.paths) {
          expect(hops[0]?.from).toBe(from);
          expect(hops.at(-1)?.to).toBe(to);
          for (const [index, hop] of hops.entries()) {
            if (index > 0) expect(hop.from).toBe(hops[index - 1]?.to);
            if (hop.relation.origin === 'document') expect(hop.evidence?.claim.quote).toBeTruthy();
          }
        }
      },
    );
  });

  describe('paths by way of others, over some relations', () => {
    const question = async (more: Record<string, string>) => {
      const [from, to] = await Promise.all([idOf('Mageshima'), idOf('extended deterrence')]);
      return ask(fixture, 'paths', `/api/paths?${new URLSearchParams({ from, to, limit: '50', ...more })}`);
    };
    it('pass every way point in order, and no entity twice', async () => {
      const [via, then] = await Promise.all([idOf('Japan'), idOf('United States')]);
      const answer = await question({ via: `${via},${then}` });
      expect(answer.paths.length).toBeGreaterThan(0);
      for (const { hops } of answer.paths) {
        const nodes = [hops[0]?.from, ...hops.map(({ to }) => to)];
        expect(nodes.indexOf(via)).toBeGreaterThan(0);
        expect(nodes.indexOf(then)).toBeGreaterThan(nodes.indexOf(via));
        expect(new Set(nodes).size).toBe(nodes.length);
      }
      const costs = answer.paths.map(({ cost }) => cost);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    });
    it('keep to the types, the confidence, the documents and what documents say', async () => {
      const all = await question({});
      const [{ type } = { type: '' }] = all.relations;
      expect((await question({ types: type })).relations.every((relation) => relation.type === type)).toBe(
        true,
      );
      const sure = await question({ confidence: '0.85' });
      expect(sure.relations.every(({ confidence }) => confidence >= 0.85)).toBe(true);
      const said = await question({ background: 'false' });
      expect(said.relations.every(({ origin }) => origin === 'document')).toBe(true);
      expect((await question({ documents: 'no-such-document' })).paths).toEqual([]);
      expect((await question({ after: '2030' })).paths).toEqual([]);
    });
    it('say which parameter cannot be read', async () => {
      for (const [name, value] of [
        ['confidence', '2'],
        ['after', 'soon'],
        ['background', 'maybe'],
      ] as const) {
        const failed = failure(fixture, `/api/paths?from=a&to=b&${name}=${value}`);
        expect(await failed).toMatchObject({ status: 400, message: expect.stringContaining(name) });
      }
    });
  });

  describe('statements', () => {
    it('answer with a table and a graph that it refers to', async () => {
      const answer = await ask(fixture, 'cypher', '/api/cypher', {
        query: 'MATCH (a:Asset)-[r]-(b) RETURN a, r, b',
      });
      expect(answer.columns).toEqual(['a', 'r', 'b']);
      expect(answer.rows.length).toBeGreaterThan(0);
      const ids = new Set<string>(answer.graph.entities.map(({ id }) => id));
      const relations = new Set<string>(answer.graph.relations.map(({ id }) => id));
      for (const [a, r, b] of answer.rows) {
        expect(ids.has((a as { $entity: string }).$entity)).toBe(true);
        expect(relations.has((r as { $relation: string }).$relation)).toBe(true);
        expect(ids.has((b as { $entity: string }).$entity)).toBe(true);
      }
    });
    it('take parameters', async () => {
      const answer = await ask(fixture, 'cypher', '/api/cypher', {
        query: 'MATCH (c:Country) WHERE c.name = $name RETURN c.name AS name',
        parameters: { name: 'Japan' },
      });
      expect(answer.rows).toEqual([['Japan']]);
    });
    it('announce a cut', async () => {
      const answer = await ask(fixture, 'cypher', '/api/cypher', {
        query: 'UNWIND range(1, 1500) AS n RETURN n',
      });
      expect(answer.truncated).toBe(true);
      expect(answer.rows).toHaveLength(1000);
    });
  });
}
