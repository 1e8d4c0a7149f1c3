/**
 * What every command needs before anything of ours can be imported: the right Node, the dependencies of the
 * lock file, and the built web app. Plain JavaScript without dependencies: it runs before node_modules exists.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Prints one line on stderr and ends the process with exit code 1. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Ends the process with a clear line when this Node is older than package.json asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = /(\d+)\.(\d+)/.exec(engines.node).slice(1).map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
    fail(
      `Threadline needs Node ${major}.${minor} or newer; this is ${process.version}. See https://nodejs.org`,
    );
  }
}

/**
 * true when node_modules holds exactly what the lock file asks for. npm records what it installed in
 * node_modules/.package-lock.json; optional packages (other platforms' binaries) may be absent.
 */
export function dependenciesInstalled(directory = root) {
  const packages = (file) => JSON.parse(readFileSync(join(directory, file), 'utf8')).packages;
  if (!existsSync(join(directory, 'node_modules/.package-lock.json'))) return false;
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return Boolean(optional || devOptional);
    return found.version === version && found.integrity === integrity;
  });
}

/** Runs a command in the project's folder with our own standard streams; gives its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) return fail(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** Installs what is missing, from the lock file; returns at once when nothing is. */
export function ensureDependencies() {
  if (dependenciesInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm
    ? run(process.execPath, [npm, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) fail('The dependencies could not be installed; npm says why above.');
}

/** Newest modification time in milliseconds of a file, or of anything in a folder (the folder itself included). */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

const webSources = [
  'web/app',
  'web/public',
  'web/index.html',
  'web/api.ts',
  'graph/model.ts',
  'graph/ontology.ts',
  'graph/ontology.yaml',
  'graph/subgraph.ts',
  'graph/transfer',
  'graph/cypher-text.ts',
  'graph/store/transfer-cypher.ts',
  'graph/store/neo4j-cypher.ts',
  'vite.config.ts',
  'package-lock.json',
];

/** true when dist/web is at least as new as everything it is built from. */
export function webBuilt() {
  const built = statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false });
  return built !== undefined && webSources.every((path) => newest(join(root, path)) <= built.mtimeMs);
}

/** Runs a script of a dependency, such as `vite/bin/vite.js`, to its end; gives its exit code and what it wrote. */
export async function runTool(script, args, env = {}) {
  const child = spawn(process.execPath, [join('node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], ...streams] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: code ?? 1, output: streams.join('') };
}

/** Builds the web app with Vite; gives its exit code and what it wrote. */
export async function buildWeb() {
  const started = new Date();
  // What users get, also when a test runner set another NODE_ENV for its own children.
  const result = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  });
  // A source saved while the build ran counts as newer than it.
  if (result.code === 0) utimesSync(join(root, 'dist/web/index.html'), started, started);
  return result;
}

/** Builds the web app when its sources are newer than the build. */
export async function ensureWeb() {
  if (webBuilt()) return;
  console.log('Building the web app …');
  const { code, output } = await buildWeb();
  if (code === 0) return;
  process.stderr.write(output);
  fail('The web app could not be built; Vite says why above.');
}
