/** The shared server as the tests see it. */
import neo4j, { type ProfiledPlan } from 'neo4j-driver';
import { describe, inject } from 'vitest';
import { openNeo4j } from '../../graph/store/neo4j.ts';
import type { Neo4jOptions } from '../../graph/store/neo4j-server.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { ServerAddress } from './shared.ts';

const address = inject('neo4j');

/** `describe` for tests that need the server; skipped where none can be had (the reason is printed once). */
export const describeNeo4j = describe.skipIf(address === null);

export function server(): ServerAddress {
  if (address === null) throw new Error('There is no Neo4j server in this run.');
  return address;
}

/** Runs one statement past the adapter, as an administrator would. */
export async function directly(
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  const { uri, username, password } = server();
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

/** The plan of a statement with what each operator did. */
export async function profiled(text: string, parameters: Record<string, unknown>): Promise<ProfiledPlan> {
  const { uri, username, password } = server();
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { useBigInt: true });
  try {
    const integers = Object.entries(parameters).map(([key, value]) => [
      key,
      typeof value === 'number' ? BigInt(value) : value,
    ]);
    const { summary } = await driver.executeQuery(`PROFILE ${text}`, Object.fromEntries(integers));
    if (!summary.profile) throw new Error('Neo4j gave no profile.');
    return summary.profile;
  } finally {
    await driver.close();
  }
}

/** Empties the database: Community has only one, so every file starts with this. */
export async function emptyDatabase(): Promise<void> {
  await directly('MATCH (n) DETACH DELETE n');
}

/** Empties the database and takes its constraints and indexes away: as it is before anyone has used it. */
export async function bareDatabase(): Promise<void> {
  await emptyDatabase();
  for (const { name } of await directly('SHOW CONSTRAINTS YIELD name RETURN name')) {
    await directly(`DROP CONSTRAINT \`${String(name)}\``);
  }
  for (const { name } of await directly("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
    await directly(`DROP INDEX \`${String(name)}\``);
  }
}

export function open(options: Partial<Neo4jOptions> = {}): Promise<GraphStore> {
  return openNeo4j({ ...server(), ...options });
}
