/** Neo4j's own importer: `neo4j-admin database import full` on a home whose server is not running. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files to import, with further options of the importer. */
export interface AdminImport {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  readonly options?: readonly string[];
}

/** Imports into the database `neo4j`; gives the milliseconds it took, the start of its Java included. */
export async function adminImport(
  { java, lib, home }: { readonly java: string; readonly lib: string; readonly home: string },
  { nodes, relationships, options = [] }: AdminImport,
): Promise<number> {
  const args = [
    ...[
      'database',
      'import',
      'full',
      'neo4j',
      '--overwrite-destination',
      '--multiline-fields=true',
      ...options,
    ],
    ...nodes.map((file) => `--nodes=${file}`),
    ...relationships.map((file) => `--relationships=${file}`),
  ];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const command = ['-Xmx1g', '-cp', join(lib, '*'), 'org.neo4j.server.startup.Neo4jAdminCommand', ...args];
  const started = performance.now();
  try {
    await run(java, command, { env, cwd: home, maxBuffer: 1 << 26 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`neo4j-admin import failed:\n${stdout.slice(-3000)}${stderr.slice(-3000)}`, {
      cause: error,
    });
  }
  return performance.now() - started;
}
