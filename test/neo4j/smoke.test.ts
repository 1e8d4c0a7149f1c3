/** `npm start` with `NEO4J_URI`: the whole product on the server, from the first start to Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import { describeNeo4j, directly, emptyDatabase, server } from './database.ts';

const START_LIMIT_MS = 90_000;

interface Run {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output(): string;
}

/** Starts the product; `env` comes on top of the server's address and password. */
function start(env: Readonly<Record<string, string>> = {}): Run {
  const { uri, username, password } = server();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, exited, output: () => output };
}

/** The address it prints when it is ready. */
async function address(run: Run): Promise<string> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit && run.child.exitCode === null) {
    const [, found] = /Threadline is at (http\S+)/.exec(run.output()) ?? [];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not start:\n${run.output()}`);
}

async function cypher(home: string, query: string): Promise<{ status: number; body: string }> {
  const response = await fetch(new URL('/api/cypher', home), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.text() };
}

describeNeo4j('npm start on Neo4j', () => {
  beforeAll(emptyDatabase);

  test('reads the bundled document into the empty database and serves it', async () => {
    const run = start();
    try {
      const home = await address(run);
      const health = await (await fetch(new URL('/api/health', home))).json();
      expect(health).toMatchObject({ store: 'neo4j', documents: 1 });
      expect((await fetch(home)).status).toBe(200);
      const { status, body } = await cypher(home, 'MATCH (a:Asset) RETURN a.name AS name');
      expect(status).toBe(200);
      for (const name of ['MQ-9', 'Kanoya Air Base', 'Mageshima']) expect(body).toContain(name);
      expect((await cypher(home, "LOAD CSV FROM 'file:///x' AS l RETURN l")).status).toBe(403);
      expect((await cypher(home, 'MATCH (n) DETACH DELETE n')).status).toBe(403);
      expect(await directly('MATCH (d:Document) RETURN count(d) AS n')).toEqual([{ n: 1 }]);
      run.child.kill('SIGINT');
      expect(await run.exited).toBe(0);
      expect(run.output()).not.toContain(server().password);
    } finally {
      run.child.kill('SIGKILL');
    }
  });

  test('a database of others is served and left as it is', async () => {
    await emptyDatabase();
    await directly("CREATE (:Movie {title: 'Ran'})<-[:ACTED_IN]-(:Person {name: 'Nakadai Tatsuya'})");
    const run = start();
    try {
      const home = await address(run);
      expect(run.output()).toContain('nothing is written to it');
      const { status, body } = await cypher(home, 'MATCH (a)-[r]->(m) RETURN a, r, m');
      expect(status).toBe(200);
      expect(body).toContain('Nakadai Tatsuya');
      expect(await directly('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 2 }]);
    } finally {
      run.child.kill('SIGKILL');
    }
  });

  test('a wrong password is one clear line and exit code 1', async () => {
    const run = start({ NEO4J_PASSWORD: 'wrong-password' });
    expect(await run.exited).toBe(1);
    expect(run.output()).toMatch(/refused the password of the user "neo4j"/);
    expect(run.output()).not.toMatch(/wrong-password|at .*\.ts:\d+/);
  });
});
