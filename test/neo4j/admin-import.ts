/** Neo4j's own importer: `neo4j-admin database import full` on a home whose server is not running. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files to import, with further options of the importer. */
export interface AdminImport {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  readonly options?: readonly string[];
}

/** Processor seconds that a process has taken; undefined where the system does not tell (only Linux does). */
export async function cpuSeconds(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const TICKS = 100;
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) / TICKS;
}

export interface Effort {
  /** The start of its Java included. */
  readonly milliseconds: number;
  readonly cpuSeconds: number | undefined;
}

/** Imports into the database `neo4j`. */
export async function adminImport(
  { java, lib, home }: { readonly java: string; readonly lib: string; readonly home: string },
  { nodes, relationships, options = [] }: AdminImport,
): Promise<Effort> {
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
  const running = run(java, command, { env, cwd: home, maxBuffer: 1 << 26 });
  let cpu: number | undefined;
  const look = setInterval(async () => {
    cpu = (await cpuSeconds(running.child.pid)) ?? cpu;
  }, 100);
  try {
    await running;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`neo4j-admin import failed:\n${stdout.slice(-3000)}${stderr.slice(-3000)}`, {
      cause: error,
    });
  } finally {
    clearInterval(look);
  }
  return { milliseconds: performance.now() - started, cpuSeconds: cpu };
}
