/**
 * Starts the one server that all files of the `neo4j` project use, and stops it when they are done.
 * `NEO4J_TEST_RELEASE=calendar` takes the newest calendar version instead of the long-term one.
 */
import type { TestProject } from 'vitest/node';
import { CALENDAR, LTS, NoServerError } from './jars.ts';
import { startServer, type TestServer } from './server.ts';

export interface ServerAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** null where no server can be had. */
    neo4j: ServerAddress | null;
  }
}

/** Without a server the tests are skipped and the reason printed, unless `NEO4J_TEST=1` asks for them. */
async function serverOrReason(): Promise<TestServer | null> {
  try {
    return await startServer({ release: process.env.NEO4J_TEST_RELEASE === 'calendar' ? CALENDAR : LTS });
  } catch (error) {
    if (!(error instanceof NoServerError) || process.env.NEO4J_TEST === '1') throw error;
    console.warn(`Neo4j tests skipped: ${error.message}`);
    return null;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await serverOrReason();
  if (server === null) {
    project.provide('neo4j', null);
    return undefined;
  }
  const { uri, username, password } = server;
  project.provide('neo4j', { uri, username, password });
  return () => server.stop();
}
