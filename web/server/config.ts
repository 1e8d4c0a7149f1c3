/** The server's configuration: flags win over the environment, that over defaults. Pure; main.ts reads both. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { storeConfig } from '../../graph/store/config.ts';
import type { StoreConfig } from '../../graph/store/open.ts';

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly store: StoreConfig;
  /** Host names the server answers for besides loopback (`THREADLINE_HOSTS`, comma-separated). */
  readonly hosts: readonly string[];
  /** Who may come in is asked for this (`THREADLINE_TOKEN`); undefined: nobody is asked. */
  readonly token: string | undefined;
  /** Vite with hot reload instead of the built web app. */
  readonly dev: boolean;
}

/** The configuration cannot be used. The message is one line that says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** true for the addresses the server may bind to without a token. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        dev: { type: 'boolean', default: false },
        'allow-write': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ConfigError(`${error.message.split('. ')[0]}. See npm start -- --help.`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`The port '${text}' is not a number from 0 to 65535. Set PORT or --port.`);
}

/** A variable that is on or off; not set is off. */
function readSwitch(name: string, text = ''): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(|0|false|no|off)$/i.test(text)) return false;
  throw new ConfigError(`${name} is '${text}': write 1 or 0.`);
}

/** As many characters as 128 random bits have in hexadecimal. */
const LEAST_TOKEN = 32;

function readToken(token: string | undefined): string | undefined {
  if (!token) return undefined;
  if (token.length >= LEAST_TOKEN) return token;
  throw new ConfigError(
    `THREADLINE_TOKEN has fewer than ${LEAST_TOKEN} characters. Make one with: openssl rand -hex 32`,
  );
}

function readHost(host: string, guarded: boolean): string {
  if (isLoopback(host) || guarded) return host.replace(/^\[(.*)\]$/, '$1');
  throw new ConfigError(
    `The host '${host}' is not a loopback address: anyone on the network could read the graph. Set THREADLINE_TOKEN to a secret, or HOST or --host to 127.0.0.1.`,
  );
}

/**
 * @param args the program's arguments
 * @param env its environment; an empty variable counts as not set
 * @param home folder that holds `data/` unless another folder is given
 * @throws ConfigError, and StoreUnavailableError where the store is asked for what it cannot be
 */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): Config {
  const flags = readFlags(args);
  const token = readToken(env.THREADLINE_TOKEN);
  if (flags.dev && token !== undefined) {
    throw new ConfigError('Vite answers anyone: with --dev leave THREADLINE_TOKEN out.');
  }
  return {
    port: readPort(flags.port ?? (env.PORT || '4747')),
    host: readHost(flags.host ?? (env.HOST || '127.0.0.1'), token !== undefined),
    token,
    store: storeConfig(env, resolve(home, flags.data ?? (env.THREADLINE_DATA || 'data')), {
      allowWrite: flags['allow-write'] || readSwitch('ALLOW_WRITE', env.ALLOW_WRITE),
    }),
    hosts: (env.THREADLINE_HOSTS ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    dev: flags.dev,
  };
}
