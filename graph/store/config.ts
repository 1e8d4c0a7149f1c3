/** Which store the environment asks for. Pure: each program's main passes its own environment in. */
import type { StoreConfig } from './open.ts';

/**
 * Neo4j where `NEO4J_URI` is set (with `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE` and, to let people's
 * statements call more procedures and functions that read, `NEO4J_ALLOW`: names, `*` at the end stands for more),
 * else the folder.
 */
export function storeConfig(env: Readonly<Record<string, string | undefined>>, dataDir: string): StoreConfig {
  const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, NEO4J_ALLOW = '' } = env;
  if (!NEO4J_URI) return { dataDir };
  const allowedProcedures = NEO4J_ALLOW.split(/[\s,]+/).filter((name) => name !== '');
  return {
    neo4j: {
      uri: NEO4J_URI,
      ...(NEO4J_USERNAME ? { username: NEO4J_USERNAME } : {}),
      ...(NEO4J_PASSWORD ? { password: NEO4J_PASSWORD } : {}),
      ...(NEO4J_DATABASE ? { database: NEO4J_DATABASE } : {}),
      ...(allowedProcedures.length > 0 ? { allowedProcedures } : {}),
    },
  };
}
