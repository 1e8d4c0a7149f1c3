/** What each route of the contract answers: the request's validated input in, one query of the graph, its answer out. */
import type { z } from 'zod';
import type { Ontology } from '../../graph/ontology.ts';
import { userQuery } from '../../graph/queries/console.ts';
import { documentDetail, documents } from '../../graph/queries/document.ts';
import { entityDetail, evidence } from '../../graph/queries/entity.ts';
import { health, schema } from '../../graph/queries/overview.ts';
import { paths } from '../../graph/queries/paths.ts';
import { entitiesById, neighbours, openingScene } from '../../graph/queries/scene.ts';
import { search } from '../../graph/queries/search.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { routes } from '../api.ts';
import type { Intake } from './uploads.ts';

/** What the server answers from. */
export interface Services {
  readonly store: GraphStore;
  readonly ontology: Ontology;
  readonly version: string;
  /** Takes documents in and out. */
  readonly intake: Intake;
}

export type Routes = typeof routes;
type Part<Route, Name extends string> = Route extends { readonly [N in Name]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;

/** A request's input after validation; a part that the route does not declare is undefined. */
export interface Input<Route> {
  readonly params: Part<Route, 'params'>;
  readonly query: Part<Route, 'query'>;
  readonly body: Part<Route, 'body'>;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** One function per route, typed by the contract. */
export type Handlers = {
  readonly [Name in keyof Routes]: (input: Input<Routes[Name]>) => Promise<z.input<Routes[Name]['response']>>;
};

/**
 * The handlers of every route. Only the user's own statements stop when the page goes away: stopping costs the
 * embedded store a restart of its engine, more than any of the product's own queries takes.
 */
export function createHandlers({ store, ontology, version, intake }: Services): Handlers {
  return {
    health: async () => ({ status: 'ok', version, ...(await health(store)) }),
    schema: () => schema(store, ontology),
    search: ({ query }) => search(store, query),
    graph: ({ query }) => openingScene(store, query),
    entities: ({ body }) => entitiesById(store, body.ids),
    entity: ({ params }) => entityDetail(store, params.id),
    neighbours: ({ params, query }) => neighbours(store, params.id, query),
    evidence: ({ params }) => evidence(store, params.id),
    documents: () => documents(store),
    document: ({ params }) => documentDetail(store, params.id),
    addDocument: ({ body }) => intake.add(body),
    removeDocument: async ({ params }) => {
      await intake.remove(params.id);
      return { removed: params.id };
    },
    uploads: async () => ({ uploads: intake.uploads() }),
    paths: ({ query: { from, to, via, limit, rank, ...filter } }) =>
      paths(store, { from, to, via, limit, rank, filter }),
    cypher: ({ body, signal }) => userQuery(store, body.query, body.parameters, { signal }),
  };
}
