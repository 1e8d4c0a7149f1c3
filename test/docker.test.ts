/** What the image and the compose file say, read as Docker reads them; Docker itself is asked where it is there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  ports: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
});
const compose = z
  .object({
    services: z.object({ neo4j: Service, threadline: Service }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(readFileSync('docker-compose.yml', 'utf8')));
const { neo4j, threadline } = compose.services;
const dockerfile = readFileSync('.docker/Dockerfile', 'utf8').split('\n');
const instructions = (name: string) =>
  dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('docker-compose.yml', () => {
  it('publishes ports to this machine alone', () => {
    for (const port of [...neo4j.ports, ...threadline.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
  it('has no secret of its own: every one has to be set', () => {
    const secrets = [neo4j.environment.NEO4J_AUTH, threadline.environment.NEO4J_PASSWORD];
    for (const secret of secrets) expect(secret).toMatch(/^(neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
    expect(threadline.environment.THREADLINE_TOKEN).toMatch(/^\$\{THREADLINE_TOKEN:\?[^}]+\}$/);
  });
  it('keeps the graph in named volumes, bounds its memory, and waits until it answers', () => {
    const named = neo4j.volumes.map((volume) => volume.split(':')[0] ?? '');
    expect(named).toEqual(Object.keys(compose.volumes));
    expect(neo4j.volumes.map((volume) => volume.split(':')[1])).toContain('/data');
    expect(neo4j.image).toMatch(/^neo4j:5\.26(\.\d+)?-community$/);
    expect(Object.keys(neo4j.environment)).toEqual(
      expect.arrayContaining([
        'NEO4J_server_memory_heap_max__size',
        'NEO4J_server_memory_pagecache_size',
        'NEO4J_dbms_security_allow__csv__import__from__file__urls',
      ]),
    );
    expect(neo4j.healthcheck?.test.join(' ')).toContain('cypher-shell');
    expect(threadline.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
  });
  it('runs the product on that Neo4j, unable to write anywhere else', () => {
    expect(threadline.environment.NEO4J_URI).toBe('bolt://neo4j:7687');
    expect(threadline.build).toEqual({ context: '.', dockerfile: '.docker/Dockerfile' });
    expect({ readOnly: threadline.read_only, dropped: threadline.cap_drop }).toEqual({
      readOnly: true,
      dropped: ['ALL'],
    });
  });
  it('sets only variables that something reads', () => {
    const sources = ['web/server/config.ts', 'graph/store/config.ts']
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const name of Object.keys(threadline.environment)) expect(sources).toContain(name);
  });

  const docker = spawnSync('docker', ['compose', 'version']).status === 0;
  it.skipIf(!docker)('is what Docker takes (skipped where there is no docker compose)', () => {
    const env = { ...process.env, NEO4J_PASSWORD: 'password-1', THREADLINE_TOKEN: 'f'.repeat(64) };
    execFileSync('docker', ['compose', '--env-file', '/dev/null', 'config', '--quiet'], { env });
    const without = spawnSync('docker', ['compose', '--env-file', '/dev/null', 'config', '--quiet'], {
      env: { ...process.env, NEO4J_PASSWORD: '', THREADLINE_TOKEN: '' },
    });
    expect(without.status).not.toBe(0);
  });
});

/** Packages that the TypeScript files under a folder import when they run. */
function importedFrom(path: string): string[] {
  const files = path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(path, file));
  // The development server is imported with --dev only, which the image has no files for.
  return files
    .filter((file) => !file.endsWith('server/dev.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type )[^;]*?from '([^']+)'|import\('([^']+)'\)/gm,
      ),
    ])
    .map(([, from, dynamic]) => from ?? dynamic ?? '')
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

describe('the image', () => {
  it('is built on one pinned Node that the product runs on', () => {
    const bases = instructions('FROM').map((line) => line.split(' ')[0]);
    expect(new Set(bases).size).toBe(1);
    const [, major] = /^node:(\d+)\.\d+\.\d+-/.exec(bases[0] ?? '') ?? [];
    expect(['20', '22']).toContain(major);
  });
  it('runs as a user without rights, on an address that asks for the token, and says whether it is well', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(instructions('ENV').join(' ')).toContain('HOST=0.0.0.0');
    expect(instructions('HEALTHCHECK').join()).toContain('health.mjs');
    expect(dockerfile.join('\n')).not.toMatch(/THREADLINE_TOKEN=[^…]|PASSWORD=/);
  });
  it('holds everything that the server imports', () => {
    const copied = instructions('COPY')
      .filter((line) => line.startsWith('--from=build'))
      .map((line) => line.split(' ').at(-1) ?? '');
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const imported = ['graph', 'ingest', 'web/server', 'web/api.ts'].flatMap((path) => {
      expect(copied).toContain(path);
      return importedFrom(path);
    });
    expect(imported).toContain('neo4j-driver');
    const missing = [...imported, 'tsx'].filter((name) => !(name in dependencies));
    expect(missing).toEqual([]);
  });
  it('is given no secrets and no data to build from', () => {
    const given = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => /^[*!]/.test(line));
    expect(given[0]).toBe('*');
    expect(given).not.toContain('!.env');
    expect(given.filter((line) => /data|\.git/.test(line))).toEqual([]);
  });
});
