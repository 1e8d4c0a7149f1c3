/** What the test server is made of: a Java that can run it and its jars, fetched once through Maven and cached. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/threadline-neo4j');

/** One version of Neo4j Community that the tests can run. */
export interface Release {
  readonly version: string;
  readonly mainClass: string;
  /** Major versions of Java it runs on. */
  readonly java: { readonly min: number; readonly max: number };
}

/** The reference: the newest of the 5.26 long-term line. */
export const LTS: Release = {
  version: '5.26.30',
  mainClass: 'org.neo4j.server.CommunityEntryPoint',
  java: { min: 17, max: 21 },
};

/** The newest calendar version: a shorter run where a newer Java is found. */
export const CALENDAR: Release = {
  version: '2026.08.1',
  mainClass: 'org.neo4j.server.Neo4jCommunity',
  java: { min: 21, max: 99 },
};

/** Why no server can be had here: Java or Maven is missing, or Maven's repository does not answer. */
export class NoServerError extends Error {}

async function javaVersion(java: string): Promise<number | null> {
  try {
    // `java -version` writes to stderr: openjdk version "17.0.15" 2025-04-15
    const { stdout, stderr } = await run(java, ['-version']);
    const major = /version "(\d+)/.exec(stderr + stdout)?.[1];
    return major === undefined ? null : Number(major);
  } catch {
    return null;
  }
}

async function installedJavas(): Promise<string[]> {
  const folder = '/usr/lib/jvm';
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.map((name) => join(folder, name, 'bin/java')).filter((path) => existsSync(path));
}

/** The first Java that fits the release: `JAVA_HOME`, then the one on the path, then Debian's folder. */
export async function findJava(release: Release): Promise<string> {
  const home = process.env.JAVA_HOME;
  const candidates = [...(home ? [join(home, 'bin/java')] : []), 'java', ...(await installedJavas())];
  for (const java of candidates) {
    const version = await javaVersion(java);
    if (version !== null && version >= release.java.min && version <= release.java.max) return java;
  }
  throw new NoServerError(
    `Neo4j ${release.version} needs Java ${release.java.min} to ${release.java.max}, and none was found. ` +
      'Install one (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME.',
  );
}

/** The folder with the release's jars; fetches them with Maven when they are not in the cache yet (about 125 MB). */
export async function fetchJars(release: Release): Promise<string> {
  const lib = join(CACHE, release.version);
  if (existsSync(lib)) return lib;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(join(CACHE, 'fetching-'));
  try {
    await run(
      'mvn',
      [
        ...['-q', '-B', '-f', join(import.meta.dirname, 'pom.xml')],
        ...['dependency:copy-dependencies', '-DincludeScope=runtime'],
        ...[`-Dneo4j.version=${release.version}`, `-DoutputDirectory=${unfinished}`],
      ],
      { timeout: 300_000, maxBuffer: 16_000_000 },
    );
    await rename(unfinished, lib).catch((error: unknown) => {
      // Another run finished first: its folder is as good as ours.
      if (!existsSync(lib)) throw error;
    });
    return lib;
  } catch (error) {
    throw new NoServerError(
      `The jars of Neo4j ${release.version} could not be fetched: ${mavenFault(error)}`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function mavenFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') {
    return 'Maven (mvn) is not installed (Debian: apt-get install maven).';
  }
  const output = 'stdout' in error ? String(error.stdout) : '';
  const line = output.split('\n').find((text) => text.includes('[ERROR]'));
  return line ?? error.message;
}
