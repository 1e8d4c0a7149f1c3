/** What every store does. Run unchanged on each adapter; a skipped case carries its reason. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropRelations } from '../../graph/cypher.ts';
import { stringLiteral } from '../../graph/cypher-text.ts';
import { entityStatement, expansionStatement, pathStatement, sceneStatement } from '../../graph/gestures.ts';
import type { EntityId, Extraction, Relation, Subgraph } from '../../graph/model.ts';
import { userQuery } from '../../graph/queries/console.ts';
import { documentDetail, documents } from '../../graph/queries/document.ts';
import { entityDetail, evidence } from '../../graph/queries/entity.ts';
import { everyLink, type LinkFilter } from '../../graph/queries/network.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { paths } from '../../graph/queries/paths.ts';
import { entitiesById, neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import {
  type GraphStore,
  NotFoundError,
  QueryStoppedError,
  QuerySyntaxError,
  QueryTimeoutError,
  StoreError,
} from '../../graph/store.ts';
import { loadExtraction, removeDocument } from '../../ingest/load.ts';
import { InvalidExtractionError } from '../../ingest/load-check.ts';
import { extractions } from './arbitrary.ts';
import { disguisedWrites, innocentReads } from './disguised.ts';
import { ministerial, note, ontology } from './fixtures.ts';
import { graphHash, wholeGraph } from './whole-graph.ts';

export interface OpenedStore {
  readonly store: GraphStore;
  /** Closes the store and takes its data away. */
  readonly dispose: () => Promise<void>;
}

const SLOW = 120_000;
const RUNAWAY =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a < 0 RETURN count(*) AS c';

/** The same store; `onWrite` is told the number of statements before each write. */
function watching(store: GraphStore, onWrite: (statements: number) => void): GraphStore {
  return {
    kind: store.kind,
    content: store.content,
    typedWrites: store.typedWrites,
    read: (text, parameters, options) => store.read(text, parameters, options),
    nodesById: (ids) => store.nodesById(ids),
    state: () => store.state(),
    transfer: store.transfer,
    schema: () => store.schema(),
    textIndexes: () => store.textIndexes(),
    close: () => store.close(),
    write: (statements) => {
      onWrite(statements.length);
      return store.write(statements);
    },
  };
}

export interface ContractOptions {
  /** Names of cases that an adapter cannot do, with the reason. */
  readonly skips?: Readonly<Record<string, string>>;
  /** Runs of each property; fewer where a server makes each of them slow. */
  readonly runs?: number;
}

export function storeContract(
  adapter: string,
  open: () => Promise<OpenedStore>,
  { skips = {}, runs = 12 }: ContractOptions = {},
): void {
  const test = (name: string, body: () => Promise<void>) =>
    name in skips ? it.skip(`${name} (${skips[name]})`, body) : it(name, body, SLOW);

  describe(`store contract: ${adapter}`, () => {
    let opened: OpenedStore;
    let store: GraphStore;
    /** The bundled document and nothing else is loaded, and nothing was written since. */
    let filled = false;
    beforeAll(async () => {
      opened = await open();
      store = watching(opened.store, () => {
        filled = false;
      });
    }, SLOW);
    afterAll(() => opened.dispose(), SLOW);

    const clear = async () => {
      for (const { id } of (await documents(store)).documents) await removeDocument(store, id, ontology);
    };
    /** Cases that only read share what the one before them loaded. */
    const fill = async () => {
      if (filled) return;
      await clear();
      await loadExtraction(store, ministerial, ontology);
      filled = true;
    };
    /** The number of writes that some work causes. */
    const writesOf = async (work: (watched: GraphStore) => Promise<void>): Promise<number> => {
      let count = 0;
      const watched = watching(store, (statements) => {
        count += statements;
      });
      await work(watched);
      return count;
    };

    describe('values', () => {
      test('scalars, lists and maps come back as they went in', async () => {
        const given = {
          none: null,
          yes: true,
          whole: 42,
          part: 1.5,
          text: 'Kānoya "普天間" \u0000 🙂 \\ `',
          list: [1, 'two', null, [3]],
          map: { a: 1, b: { c: ['d'] } },
        };
        const keys = Object.keys(given);
        const { columns, rows } = await store.read(
          `RETURN ${keys.map((key) => `$${key} AS ${key}`).join(', ')}`,
          given,
        );
        expect(columns).toEqual(keys);
        expect(rows).toEqual([given]);
      });

      test('nodes, relationships and paths, alone and nested', async () => {
        await fill();
        const { rows } = await store.read(
          `MATCH p = (a:Entity {id: 'asset:mq-9'})-[r:DEPLOYED_TO]->(b:Entity)
           RETURN a, r, p, [a, b] AS list, {node: a} AS map`,
        );
        expect(rows).toHaveLength(1);
        const mq9 = { kind: 'node', id: 'asset:mq-9', labels: expect.arrayContaining(['Asset', 'Entity']) };
        const kanoya = { kind: 'node', id: 'base:kanoya' };
        const deployed = {
          kind: 'relationship',
          type: 'DEPLOYED_TO',
          start: 'asset:mq-9',
          end: 'base:kanoya',
        };
        expect(rows[0]).toMatchObject({
          a: { ...mq9, properties: { name: 'MQ-9 Reaper' } },
          r: deployed,
          p: { kind: 'path', nodes: [mq9, kanoya], relationships: [deployed] },
          list: [mq9, kanoya],
          map: { node: mq9 },
        });
      });

      test('nodes beside an aggregate, collected, and without a match', async () => {
        await fill();
        const text = `MATCH (a:Entity {id: 'asset:mq-9'}) OPTIONAL MATCH (a)-[:NO_SUCH_TYPE]->(b)
          RETURN a, b, count(*) AS n, collect(a) AS all`;
        const { rows } = await store.read(text, {}, { untrusted: true });
        expect(rows).toMatchObject([
          { a: { kind: 'node', id: 'asset:mq-9' }, b: null, n: 1, all: [{ kind: 'node', id: 'asset:mq-9' }] },
        ]);
      });

      test('more rows than asked for are cut, and that is said', async () => {
        const result = await store.read('UNWIND range(1, 50) AS n RETURN n', {}, { maxRows: 20 });
        expect(result.rows.map((row) => row.n)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
        expect(result.truncated).toBe(true);
        const whole = await store.read('UNWIND range(1, 20) AS n RETURN n', {}, { maxRows: 20 });
        expect(whole.truncated).toBe(false);
      });

      test('nodes by id, unknown ones left out', async () => {
        await fill();
        const nodes = await store.nodesById(['country:japan', 'no such id', ministerial.document.id]);
        expect(nodes.map(({ id }) => id).toSorted()).toEqual(
          [ministerial.document.id, 'country:japan'].toSorted(),
        );
      });
    });

    describe('writes', () => {
      test('all statements or none', async () => {
        await clear();
        const statements = [
          { text: "CREATE (:Scratch {id: 'one'})", parameters: {} },
          { text: 'CREATE (:Scratch {id: toInteger($broken) / 0})', parameters: { broken: '1' } },
        ];
        await expect(store.write(statements)).rejects.toBeInstanceOf(StoreError);
        expect(await wholeGraph(store)).toEqual([]);
      });
    });

    describe('statements of a person', () => {
      test('are refused when they would do more than read, however disguised', async () => {
        await fill();
        const before = await graphHash(store);
        expect(disguisedWrites.length).toBeGreaterThan(100);
        const accepted: string[] = [];
        for (const text of disguisedWrites) {
          const outcome = await store.read(text, {}, { untrusted: true }).then(
            () => 'accepted',
            (error: unknown) => (error instanceof StoreError ? 'refused' : String(error)),
          );
          if (outcome !== 'refused') accepted.push(`${outcome}: ${text}`);
        }
        expect(accepted).toEqual([]);
        expect(await graphHash(store)).toBe(before);
      });

      for (const text of innocentReads) {
        test(`are answered when they only look dangerous: ${text.replaceAll('\n', ' ')}`, async () => {
          await expect(store.read(text, {}, { untrusted: true })).resolves.toHaveProperty('rows');
        });
      }

      test('with a mistake say where it is', async () => {
        const mistake = store.read('MATCH (n)\nRETURN n,,', {}, { untrusted: true });
        await expect(mistake).rejects.toBeInstanceOf(QuerySyntaxError);
        await expect(mistake).rejects.toMatchObject({ line: 2 });
      });

      test('end at their time limit, and the next one works', async () => {
        const runaway = store.read(RUNAWAY, {}, { untrusted: true, timeoutMs: 300 });
        await expect(runaway).rejects.toBeInstanceOf(QueryTimeoutError);
        expect((await store.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
      });

      test('end when stopped, and others under way are answered', async () => {
        const controller = new AbortController();
        const runaway = store.read(RUNAWAY, {}, { untrusted: true, signal: controller.signal });
        const others = Promise.all([1, 2, 3].map((n) => store.read('RETURN $n AS n', { n })));
        setTimeout(() => controller.abort(), 100);
        await expect(runaway).rejects.toBeInstanceOf(QueryStoppedError);
        expect((await others).map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3]);
        expect((await store.read('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
      });

      test('that were stopped before they began do not run', async () => {
        const read = store.read('RETURN 1 AS one', {}, { signal: AbortSignal.abort() });
        await expect(read).rejects.toBeInstanceOf(QueryStoppedError);
      });
    });

    describe('loading', () => {
      const readBack = async (extraction: Extraction) => {
        const detail = await documentDetail(store, extraction.document.id);
        return { ...detail, claims: detail.claims.map(({ relation: _relation, ...claim }) => claim) };
      };
      const sorted = <T>(items: readonly T[]) =>
        items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

      test('any extraction reads back equal, loads again without a write, and leaves nothing when removed', async () => {
        await clear();
        await fc.assert(
          fc.asyncProperty(extractions('one'), async (extraction) => {
            await clear();
            await loadExtraction(store, extraction, ontology);
            const back = await readBack(extraction);
            expect(back.document).toEqual(extraction.document);
            expect(back.sentences).toEqual(extraction.sentences);
            for (const part of ['mentions', 'claims', 'entities'] as const) {
              expect(sorted<unknown>(back[part])).toEqual(sorted<unknown>(extraction[part]));
            }
            expect(await writesOf((watched) => loadExtraction(watched, extraction, ontology))).toBe(0);
            await removeDocument(store, extraction.document.id, ontology);
            expect(await wholeGraph(store)).toEqual([]);
          }),
          { numRuns: runs, seed: 7 },
        );
      });

      test('the order of documents does not matter, and removing one leaves what the other gives', async () => {
        await clear();
        await fc.assert(
          fc.asyncProperty(extractions('one'), extractions('two'), async (one, two) => {
            await clear();
            await loadExtraction(store, one, ontology);
            const alone = await wholeGraph(store);
            await loadExtraction(store, two, ontology);
            const both = await wholeGraph(store);
            await removeDocument(store, two.document.id, ontology);
            expect(await wholeGraph(store)).toEqual(alone);
            await removeDocument(store, one.document.id, ontology);
            await loadExtraction(store, two, ontology);
            await loadExtraction(store, one, ontology);
            expect(await wholeGraph(store)).toEqual(both);
            await clear();
          }),
          { numRuns: Math.ceil((runs * 2) / 3), seed: 11 },
        );
      });

      test('a new extraction of the same document replaces the old one', async () => {
        await clear();
        await loadExtraction(store, ministerial, ontology);
        const fewer: Extraction = { ...ministerial, claims: ministerial.claims.slice(0, 40), mentions: [] };
        await loadExtraction(store, fewer, ontology);
        const replaced = await wholeGraph(store);
        await clear();
        await loadExtraction(store, fewer, ontology);
        expect(replaced).toEqual(await wholeGraph(store));
      });

      test('an extraction that contradicts itself is refused whole', async () => {
        await clear();
        const broken: Extraction = {
          ...ministerial,
          claims: ministerial.claims.map((claim) => ({ ...claim, quote: `${claim.quote}!` })),
        };
        await expect(loadExtraction(store, broken, ontology)).rejects.toBeInstanceOf(InvalidExtractionError);
        expect(await wholeGraph(store)).toEqual([]);
      });

      test('entities shared by two documents are one, and the gazetteer wins', async () => {
        await fill();
        await loadExtraction(store, note, ontology);
        const { entity } = await entityDetail(store, 'country:japan' as EntityId);
        expect(entity).toMatchObject({ name: 'Japan', origin: 'gazetteer', provisional: false, iso3: 'JPN' });
        expect(entity.aliases).toEqual(expect.arrayContaining(['Nippon', 'Tōkyō']));
        await removeDocument(store, note.document.id, ontology);
        const alone = await entityDetail(store, 'country:japan' as EntityId);
        expect(alone.entity.aliases).not.toContain('Nippon');
        await expect(entityDetail(store, 'country:kenya' as EntityId)).rejects.toBeInstanceOf(NotFoundError);
      });

      test('plain Cypher finds families: the assets', async () => {
        await fill();
        const { rows } = await store.read('MATCH (a:Asset) RETURN a.id AS id');
        const ids = rows.map((row) => row.id);
        for (const part of ['mq-9', 'kanoya', 'futenma', 'henoko', 'mageshima']) {
          expect(ids).toContainEqual(expect.stringContaining(part));
        }
      });
    });

    describe('queries', () => {
      test('counts and schema', async () => {
        await fill();
        const counts = await health(store);
        expect(counts).toMatchObject({ documents: 1, entities: 79, relations: 137 });
        const summary = await schema(store, ontology);
        expect(summary.entityTypes.reduce((sum, { count }) => sum + count, 0)).toBe(counts.entities);
        expect(summary.relationTypes.reduce((sum, { count }) => sum + count, 0)).toBe(counts.relations);
        expect(summary.families.find(({ family }) => family === 'Actor')?.count).toBeGreaterThan(0);
      });

      test('search folds case and accents, finds CJK substrings, and ranks names first', async () => {
        await fill();
        await loadExtraction(store, note, ontology);
        const ids = async (q: string, types: string[] = []) =>
          (await search(store, { q, types })).results.map(({ entity }) => entity.id);
        expect((await ids('TOKYO'))[0]).toBe('country:japan');
        expect((await ids('japan'))[0]).toBe('country:japan');
        expect((await ids('jmsdf kanoya'))[0]).toBe('base:kanoya');
        expect(await ids('kanoya', ['Facility'])).toEqual(['base:kanoya']);
        expect(await ids('no such words anywhere')).toEqual([]);
        const { results } = await search(store, { q: 'unwavering' });
        expect(results[0]).toMatchObject({
          matched: 'sentence',
          excerpt: expect.stringContaining('unwavering'),
        });
        const { total, results: few } = await search(store, { q: 'a', limit: 3 });
        expect(few).toHaveLength(3);
        expect(total).toBeGreaterThan(3);
      });

      test('the opening scene is everything, or the best connected that hang together', async () => {
        await fill();
        const all = await openingScene(store, { limit: 300 });
        expect(all).toMatchObject({ shown: 79, total: 79 });
        expect(all.relations).toHaveLength(137);
        const some = await openingScene(store, { limit: 10 });
        expect(some).toMatchObject({ shown: 10, total: 79 });
        const ids = new Set(some.entities.map(({ id }) => id));
        for (const { subject, object } of some.relations) {
          expect(ids.has(subject) && ids.has(object)).toBe(true);
        }
        const linked = new Set(some.relations.flatMap(({ subject, object }) => [subject, object]));
        expect(linked.size).toBe(10);
      });

      test('a scene from its ids, with what is missing', async () => {
        await fill();
        const ids = ['asset:mq-9', 'base:kanoya', 'nowhere'] as EntityId[];
        const scene = await entitiesById(store, ids);
        expect(scene.entities.map(({ id }) => id)).toEqual(ids.slice(0, 2));
        expect(scene.relations.map(({ type }) => type)).toEqual(['DEPLOYED_TO']);
        expect(scene.missing).toEqual(['nowhere']);
      });

      test('neighbours by type, direction and order, beside what is present', async () => {
        await fill();
        const japan = 'country:japan' as EntityId;
        const few = await neighbours(store, japan, { limit: 5 });
        expect(few.shown).toBe(5);
        expect(few.total).toBeGreaterThan(20);
        expect(few.entities[0]?.id).toBe(japan);
        const most = Math.min(...few.entities.slice(1).map(({ id }) => few.degrees[id] ?? 0));
        const least = await neighbours(store, japan, { limit: 5, order: 'least' });
        expect(
          Math.max(...least.entities.slice(1).map(({ id }) => least.degrees[id] ?? 0)),
        ).toBeLessThanOrEqual(most);
        const out = await neighbours(store, 'asset:mq-9' as EntityId, {
          direction: 'out',
          types: ['DEPLOYED_TO'],
        });
        expect(out.entities.map(({ id }) => id)).toEqual(['asset:mq-9', 'base:kanoya']);
        const present = await neighbours(store, 'asset:mq-9' as EntityId, { present: ['base:kanoya'] });
        expect(present.entities.map(({ id }) => id)).toContain('base:kanoya');
        expect(present.total).toBe(present.shown);
        await expect(neighbours(store, 'nobody' as EntityId)).rejects.toBeInstanceOf(NotFoundError);
      });

      test('gestures as Cypher give what the gestures give', async () => {
        await fill();
        const { content } = store;
        const of = ({ entities, relations }: Subgraph) => ({
          entities: entities.map(({ id }) => id).toSorted(),
          relations: relations.map(({ id }) => id).toSorted(),
        });
        const told = async (statement: string) => of((await userQuery(store, statement)).graph);

        const id = 'base:kanoya' as EntityId;
        expect((await told(entityStatement(content, id))).entities).toEqual([id]);
        const around = await neighbours(store, id, { limit: 1000 });
        const starOf = ({ relations }: Subgraph) => ({
          entities: around.entities.map((entity) => entity.id).toSorted(),
          relations: relations
            .filter(({ subject, object }) => subject === id || object === id)
            .map((relation) => relation.id)
            .toSorted(),
        });
        expect(await told(expansionStatement(content, { id }))).toEqual(starOf(around));
        const narrow = { types: ['OPERATES', 'LOCATED_IN'], direction: 'in' } as const;
        expect(await told(expansionStatement(content, { id, ...narrow }))).toEqual(
          of(await neighbours(store, id, narrow)),
        );

        const scene = await openingScene(store, { limit: 12 });
        expect(
          await told(
            sceneStatement(
              content,
              scene.entities.map((entity) => entity.id),
            ),
          ),
        ).toEqual(of(scene));

        const { paths: found } = await paths(store, {
          from: 'asset:mq-9' as EntityId,
          to: 'place:mageshima' as EntityId,
          limit: 1,
        });
        const hops = found[0]?.hops ?? [];
        expect(hops.length).toBeGreaterThan(1);
        const steps = hops.map(({ from, to, forward, relation }) => ({
          from,
          to,
          forward,
          type: relation.type,
        }));
        const walked = await told(pathStatement(content, steps));
        expect(walked.entities).toEqual([...new Set(hops.flatMap(({ from, to }) => [from, to]))].toSorted());
        expect(walked.relations).toEqual(expect.arrayContaining(hops.map(({ relation }) => relation.id)));
      });

      test('a text as a literal of Cypher is that text', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
            const { rows } = await store.read(`RETURN ${stringLiteral(text)} AS text`);
            expect(rows[0]?.text).toBe(text);
          }),
          { numRuns: runs, examples: [["it's \\ `so` \n 普天間 \\u0041 \\'"]] },
        );
      });

      test('a relation opens its sentence', async () => {
        await fill();
        const { relations } = await entitiesById(store, ['asset:mq-9', 'base:kanoya'] as EntityId[]);
        const id = relations[0]?.id;
        if (!id) throw new Error('The fixture lost its relation.');
        const answer = await evidence(store, id);
        expect(answer.subject.name).toBe('MQ-9 Reaper');
        expect(answer.evidence[0]?.claim.quote).toBe('deployment of USAF MQ-9s to MSDF Kanoya Air Base');
        expect(answer.evidence[0]?.speakers.map(({ id: speaker }) => speaker)).toContain('person:austin');
        const background = await neighbours(store, 'base:kanoya' as EntityId, { types: ['LOCATED_IN'] });
        const known = background.relations.find(({ origin }) => origin === 'gazetteer');
        if (!known) throw new Error('The fixture lost its background relation.');
        expect((await evidence(store, known.id)).evidence).toEqual([]);
      });

      test('an entity with degrees, documents and mentions', async () => {
        await fill();
        const detail = await entityDetail(store, 'country:japan' as EntityId);
        expect(detail.degrees.reduce((sum, { count }) => sum + count, 0)).toBe(detail.degree);
        expect(detail.degrees.find(({ type }) => type === 'COOPERATES_WITH')?.direction).toBe('both');
        expect(detail.documents).toMatchObject([{ sentences: 34, claims: 144, characters: 5082 }]);
        for (const { mention, sentence } of detail.mentions) {
          expect(sentence.text.slice(mention.start - sentence.start, mention.end - sentence.start)).toBe(
            mention.text,
          );
        }
      });

      test('paths with the sentence behind each hop', async () => {
        await fill();
        const from = (await search(store, { q: 'mageshima' })).results[0]?.entity.id;
        const to = (await search(store, { q: 'extended deterrence' })).results[0]?.entity.id;
        if (!from || !to) throw new Error('The fixture lost its entities.');
        for (const rank of ['short', 'specific'] as const) {
          const answer = await paths(store, { from, to, limit: 4, rank });
          expect(answer.paths).toHaveLength(4);
          const costs = answer.paths.map(({ cost }) => cost);
          expect(costs).toEqual(costs.toSorted((a, b) => a - b));
          for (const { hops } of answer.paths) {
            expect(hops[0]?.from).toBe(from);
            expect(hops.at(-1)?.to).toBe(to);
            for (const { evidence: behind, relation } of hops) {
              expect(behind?.claim.document ?? relation.origin).toBeTruthy();
            }
          }
          const ids = new Set(answer.entities.map(({ id }) => id));
          expect(
            answer.paths.every(({ hops }) => hops.every((hop) => ids.has(hop.from) && ids.has(hop.to))),
          ).toBe(true);
        }
      });

      test('a trace follows what is written between one and the next', async () => {
        await fill();
        const [from, to] = ['asset:mq-9' as EntityId, 'country:japan' as EntityId];
        const state = await store.state();
        const before = await paths(store, { from, to });
        expect(await store.state()).toBe(state);
        const gone = before.paths[0]?.hops[0]?.relation;
        if (!gone) throw new Error('The fixture lost its path.');
        const { id, subject, object } = gone;
        const drop = dropRelations(gone.type);
        await store.write([{ text: drop.text, parameters: { rows: [{ id, subject, object }] } }]);
        expect(await store.state()).not.toBe(state);
        const after = await paths(store, { from, to });
        expect(after.relations.map((relation) => relation.id)).not.toContain(id);
      });

      test('a trace keeps to the relations it may follow', async () => {
        await fill();
        const [from, to] = ['asset:mq-9' as EntityId, 'country:japan' as EntityId];
        const limit = 50;
        const all = await paths(store, { from, to, limit });
        expect(all.relations.some(({ origin }) => origin === 'gazetteer')).toBe(true);
        const types = ['DEPLOYED_TO', 'LOCATED_IN', 'DEPLOYS'];
        const filters: [Partial<LinkFilter>, (relation: Relation) => boolean][] = [
          [{ types }, ({ type }) => types.includes(type)],
          [{ confidence: 0.8 }, ({ confidence }) => confidence >= 0.8],
          [{ documents: [ministerial.document.id] }, ({ documents }) => documents.length > 0],
          [{ after: '2022-09-15', before: '2022-09-15' }, ({ firstDate }) => firstDate !== null],
          [{ after: '2022', before: '2022' }, ({ firstDate }) => firstDate?.startsWith('2022') === true],
          [{ background: false }, ({ origin }) => origin !== 'gazetteer'],
        ];
        for (const [some, keeps] of filters) {
          const answer = await paths(store, { from, to, limit, filter: { ...everyLink, ...some } });
          expect(answer.relations.filter((relation) => !keeps(relation))).toEqual([]);
          expect(answer.paths.length).toBeLessThanOrEqual(all.paths.length);
        }
        const filter = { ...everyLink, after: '2022', before: '2022-09' };
        expect((await paths(store, { from, to: 'base:kanoya' as EntityId, filter })).paths).not.toEqual([]);
      });

      test('no path: the nearest miss', async () => {
        await fill();
        await loadExtraction(store, note, ontology);
        const kenya = 'country:kenya' as EntityId;
        const apart: Extraction = { ...note, claims: [] };
        await loadExtraction(store, apart, ontology);
        const answer = await paths(store, { from: 'asset:mq-9' as EntityId, to: kenya });
        expect(answer.paths).toEqual([]);
        expect(answer.nearest?.id).toBe('country:japan');
      });

      test('a statement of a person becomes a scene', async () => {
        await fill();
        const answer = await userQuery(
          store,
          'MATCH (a:Asset)-[r:DEPLOYED_TO]->(b) RETURN r, {where: b.name} AS place',
        );
        const [relation] = answer.graph.relations;
        expect(answer.rows).toEqual([[{ $relation: relation?.id }, { where: 'JMSDF Kanoya Air Base' }]]);
        expect(answer.graph.entities.map(({ id }) => id).toSorted()).toEqual(['asset:mq-9', 'base:kanoya']);
        expect(answer.graph.degrees['base:kanoya']).toBe(3);
      });

      test('sentences, claims and documents are drawable too', async () => {
        await fill();
        const text =
          'MATCH p = (d:Document)-[:HAS_SENTENCE]->(s:Sentence)<-[:EVIDENCE]-(c:Claim) RETURN p LIMIT 3';
        const { graph, rows } = await userQuery(store, text);
        expect(rows).toHaveLength(3);
        expect(new Set(graph.entities.map(({ type }) => type))).toEqual(
          new Set(['Document', 'Sentence', 'Claim']),
        );
        const again = await userQuery(store, text);
        expect(again.graph.relations.map(({ id }) => id).toSorted()).toEqual(
          graph.relations.map(({ id }) => id).toSorted(),
        );
      });

      test('what is not there is said to be not there', async () => {
        for (const call of [
          () => entityDetail(store, 'nobody' as EntityId),
          () => evidence(store, 'nothing' as never),
          () => documentDetail(store, 'no document' as never),
          () => removeDocument(store, 'no document' as never, ontology),
          () => paths(store, { from: 'nobody' as EntityId, to: 'country:japan' as EntityId }),
        ]) {
          await expect(call()).rejects.toBeInstanceOf(NotFoundError);
        }
      });
    });
  });
}
