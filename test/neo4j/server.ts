/** A real Neo4j Community server for the tests: free loopback ports, a folder of its own, gone afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { type AdminImport, adminImport } from './admin-import.ts';
import { fetchJars, findJava, LTS, type Release } from './jars.ts';

const START_LIMIT_MS = 90_000;
/** A small heap, and flags that make a short life start sooner. */
const SHORT_LIVED = { heapMb: 512, pageCacheMb: 64, flags: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'] };
/** For measuring: the compiler that servers in use have, and the memory of `docker-compose.yml`. */
const MEASURED = { heapMb: 1024, pageCacheMb: 512, flags: [] };

/** A running server. `uri` has the form `bolt://127.0.0.1:<port>`. */
export interface TestServer {
  readonly version: string;
  readonly uri: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Milliseconds that the import of `imported` took. */
  readonly imported: number | undefined;
  /** Of the process that runs now. */
  pid(): number | undefined;
  /** Kills the server without warning; `restart` brings it back on the same port with the same data. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Stops the server and deletes its folder. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly release?: Release;
  /** A PEM certificate and its key: Bolt then takes encrypted connections only. */
  readonly certificate?: { readonly certificate: string; readonly key: string };
  /** true for a server that is measured: it starts slower, and runs as fast as one in use. */
  readonly measured?: boolean;
  /** Files that Neo4j's own importer reads before the first start. */
  readonly imported?: AdminImport;
}

/** Starts a server and waits until Bolt answers. Rejects with NoServerError where Java or Maven cannot be used. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const release = options.release ?? LTS;
  const java = await findJava(release);
  const lib = await fetchJars(release);
  const home = await mkdtemp(join(tmpdir(), 'threadline-neo4j-'));
  const [port, password] = [await freePort(), `pw-${crypto.randomUUID()}`];
  const machine = options.measured ? MEASURED : SHORT_LIVED;
  const running = new ServerProcess({
    release,
    java,
    lib,
    home,
    port,
    machine,
    encrypted: !!options.certificate,
  });
  let imported: number | undefined;
  try {
    await writeHome(home, port, machine, options.certificate);
    await writePassword(home, password);
    if (options.imported) imported = await adminImport({ java, lib, home }, options.imported);
    await running.start(password);
  } catch (error) {
    await running.kill();
    await rm(home, { recursive: true, force: true });
    throw error;
  }
  return {
    version: release.version,
    uri: `bolt://127.0.0.1:${port}`,
    port,
    username: 'neo4j',
    password,
    imported,
    pid: () => running.pid,
    kill: () => running.kill(),
    restart: () => running.start(password),
    stop: async () => {
      // Nothing of it is kept, so it need not close its files in order.
      await running.kill();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Machine {
  readonly heapMb: number;
  readonly pageCacheMb: number;
  readonly flags: readonly string[];
}

interface ProcessSetup {
  readonly release: Release;
  readonly java: string;
  readonly lib: string;
  readonly home: string;
  readonly port: number;
  readonly machine: Machine;
  readonly encrypted: boolean;
}

class ServerProcess {
  readonly #setup: ProcessSetup;
  #child: ChildProcess | undefined;

  constructor(setup: ProcessSetup) {
    this.#setup = setup;
    // The server must not outlive a test run that ends early.
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(password: string): Promise<void> {
    const { java, lib, home, release, machine } = this.#setup;
    const log = openSync(join(home, 'server.log'), 'a');
    const directories = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
    this.#child = spawn(
      java,
      [`-Xmx${machine.heapMb}m`, ...machine.flags, '-cp', join(lib, '*'), release.mainClass, ...directories],
      {
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    await this.#answering(this.#child, password);
  }

  async #answering(child: ChildProcess, password: string): Promise<void> {
    const scheme = this.#setup.encrypted ? 'bolt+ssc' : 'bolt';
    const auth = neo4j.auth.basic('neo4j', password);
    const driver = neo4j.driver(`${scheme}://127.0.0.1:${this.#setup.port}`, auth, {
      connectionTimeout: 2000,
    });
    const deadline = Date.now() + START_LIMIT_MS;
    try {
      for (;;) {
        const answered = await driver.verifyConnectivity({ database: 'neo4j' }).then(
          () => true,
          () => false,
        );
        if (answered) return;
        if (child.exitCode !== null || Date.now() > deadline) throw await this.#startFault();
        await sleep(250);
      }
    } finally {
      await driver.close();
    }
  }

  async #startFault(): Promise<Error> {
    const log = await readFile(join(this.#setup.home, 'server.log'), 'utf8');
    return new Error(`Neo4j did not start. The end of its log:\n${log.slice(-3000)}`);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
}

async function writeHome(
  home: string,
  port: number,
  { heapMb, pageCacheMb }: Machine,
  certificate: ServerOptions['certificate'],
): Promise<void> {
  const bolt = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
  ];
  const settings = [
    'server.default_listen_address=127.0.0.1',
    ...bolt,
    'server.http.enabled=false',
    'server.https.enabled=false',
    `server.memory.heap.max_size=${heapMb}m`,
    `server.memory.pagecache.size=${pageCacheMb}m`,
    'dbms.usage_report.enabled=false',
    'db.tx_log.preallocate=false',
  ];
  await mkdir(join(home, 'conf'), { recursive: true });
  if (certificate !== undefined) {
    const folder = join(home, 'certificates/bolt');
    await mkdir(folder, { recursive: true });
    await cp(certificate.certificate, join(folder, 'public.crt'));
    await cp(certificate.key, join(folder, 'private.key'));
    settings.push(
      'server.bolt.tls_level=REQUIRED',
      'dbms.ssl.policy.bolt.enabled=true',
      'dbms.ssl.policy.bolt.base_directory=certificates/bolt',
      'dbms.ssl.policy.bolt.client_auth=NONE',
    );
  }
  await writeFile(join(home, 'conf/neo4j.conf'), `${settings.join('\n')}\n`);
}

/** What `neo4j-admin dbms set-initial-password` writes, without the seconds that its own Java takes. */
async function writePassword(home: string, password: string): Promise<void> {
  const salt = randomBytes(32);
  let digest = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < 1024; round++) digest = createHash('sha256').update(digest).digest();
  const folder = join(home, 'data/dbms');
  await mkdir(folder, { recursive: true });
  const credential = ['SHA-256', digest.toString('hex'), salt.toString('hex'), 1024].join(',');
  await writeFile(join(folder, 'auth.ini'), `neo4j:${credential}:\n`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}
