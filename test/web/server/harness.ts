/** The real thing in one process: an embedded store in a temporary folder with the bundled document, behind the app. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Extraction } from '../../../graph/model.ts';
import type { Ontology } from '../../../graph/ontology.ts';
import { readOntology } from '../../../graph/ontology-file.ts';
import { openStore } from '../../../graph/store/open.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { bundledDocument } from '../../../ingest/bundled.ts';
import { loadExtraction } from '../../../ingest/load.ts';
import { createExtractor } from '../../../ingest/pipeline.ts';
import { ApiError, routes } from '../../../web/api.ts';
import { createApp } from '../../../web/server/app.ts';
import { createIntake, type Intake } from '../../../web/server/uploads.ts';

export interface Fixture {
  readonly store: GraphStore;
  readonly extraction: Extraction;
  readonly ontology: Ontology;
  readonly intake: Intake;
  /** Faults the app reported as its own. */
  readonly faults: unknown[];
  /** A request as the app's own page would send it. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function openFixture(): Promise<Fixture> {
  const dataDir = await mkdtemp(join(tmpdir(), 'threadline-api-'));
  return fixtureOn(await openStore({ dataDir }), () => rm(dataDir, { recursive: true }));
}

/** The same on any store that is empty; closing the fixture closes it. */
export async function fixtureOn(store: GraphStore, cleanUp = async () => {}): Promise<Fixture> {
  const ontology = readOntology();
  const extraction = createExtractor().extract(bundledDocument());
  await loadExtraction(store, extraction, ontology);
  const faults: unknown[] = [];
  const intake = createIntake(store, ontology);
  const app = createApp({
    store,
    ontology,
    version: '1.2.3',
    intake,
    report: (error) => faults.push(error),
  });
  return {
    store,
    extraction,
    ontology,
    intake,
    faults,
    request: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('host')) headers.set('host', '127.0.0.1:4747');
      return app.request(path, { ...init, headers });
    },
    close: async () => {
      await intake.close();
      await store.close();
      await cleanUp();
    },
  };
}

type Name = keyof typeof routes;
type Answer<N extends Name> = z.output<(typeof routes)[N]['response']>;

/** Asks a route and parses its answer with the contract; `path` replaces the route's own (`:id`, query). */
export async function ask<N extends Name>(
  fixture: Fixture,
  name: N,
  path: string = routes[name].path,
  body?: unknown,
): Promise<Answer<N>> {
  const { method, response: schema } = routes[name];
  const init =
    method !== 'GET'
      ? { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {};
  const response = await fixture.request(path, init);
  const data = await response.json();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(data)}`);
  return schema.parse(data) as Answer<N>;
}

/** The error a request is answered with. */
export async function failure(
  fixture: Fixture,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number } & ApiError['error']> {
  const response = await fixture.request(path, init);
  return { status: response.status, ...ApiError.parse(await response.json()).error };
}

/** A POST of JSON. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}
