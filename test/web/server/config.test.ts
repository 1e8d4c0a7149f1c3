import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../graph/store.ts';
import { ConfigError, isLoopback, readConfig } from '../../../web/server/config.ts';

describe('configuration', () => {
  it('has defaults', () => {
    expect(readConfig([], {}, '/home/threadline')).toEqual({
      host: '127.0.0.1',
      port: 4747,
      store: { dataDir: '/home/threadline/data' },
      hosts: [],
      token: undefined,
      dev: false,
    });
  });
  it('lets flags win over the environment, and an empty variable count as none', () => {
    const env = { PORT: '5000', HOST: 'localhost', THREADLINE_DATA: '/graphs' };
    expect(readConfig([], env, '/h')).toMatchObject({
      host: 'localhost',
      port: 5000,
      store: { dataDir: '/graphs' },
    });
    expect(readConfig(['--port', '5001', '--host=::1', '--data', 'other'], env, '/h')).toMatchObject({
      host: '::1',
      port: 5001,
      store: { dataDir: '/h/other' },
    });
    expect(readConfig([], { PORT: '', HOST: '', THREADLINE_DATA: '' }, '/h')).toMatchObject({ port: 4747 });
  });
  it.each(['x', '-1', '65536', '4747.5', '0x10', ' 80'])('refuses the port %j', (port) => {
    expect(() => readConfig([`--port=${port}`], {}, '/h')).toThrow(ConfigError);
  });
  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org'])('refuses to bind beyond loopback: %s', (host) => {
    expect(() => readConfig(['--host', host], {}, '/h')).toThrow(ConfigError);
    expect(() => readConfig([], { HOST: host }, '/h')).toThrow(/loopback/);
  });
  it('binds beyond loopback with a token, and never with one that can be guessed', () => {
    const token = 'f'.repeat(32);
    expect(readConfig(['--host', '0.0.0.0'], { THREADLINE_TOKEN: token }, '/h')).toMatchObject({
      host: '0.0.0.0',
      token,
    });
    const short = { THREADLINE_TOKEN: 'f'.repeat(31) };
    for (const args of [[], ['--host', '0.0.0.0']]) {
      expect(() => readConfig(args, short, '/h')).toThrow(/THREADLINE_TOKEN has fewer/);
    }
    expect(() => readConfig(['--host', '::'], { THREADLINE_TOKEN: '' }, '/h')).toThrow(ConfigError);
    expect(() => readConfig(['--dev'], { THREADLINE_TOKEN: token }, '/h')).toThrow(/--dev/);
  });
  it('names an unknown flag', () => {
    expect(() => readConfig(['--prot', '1'], {}, '/h')).toThrow(/--prot/);
    expect(() => readConfig(['--port'], {}, '/h')).toThrow(ConfigError);
  });
  it('uses Neo4j where it is named, without inventing credentials', () => {
    expect(readConfig([], { NEO4J_URI: 'bolt://localhost:7687' }, '/h').store).toEqual({
      neo4j: { uri: 'bolt://localhost:7687' },
    });
  });
  it('takes limits of the store, and names the one that is no number', () => {
    const limits = {
      NEO4J_MAX_POOL_SIZE: '20',
      NEO4J_ACQUISITION_TIMEOUT_MS: '4000',
      NEO4J_CONNECTION_TIMEOUT_MS: '2000',
      QUERY_TIMEOUT_MS: ' 60000 ',
    };
    expect(readConfig([], { NEO4J_URI: 'bolt://localhost:7687', ...limits }, '/h').store).toEqual({
      neo4j: {
        uri: 'bolt://localhost:7687',
        maxConnections: 20,
        acquisitionTimeoutMs: 4000,
        connectionTimeoutMs: 2000,
      },
      timeoutMs: 60_000,
    });
    expect(readConfig([], { QUERY_TIMEOUT_MS: '500' }, '/h').store).toMatchObject({ timeoutMs: 500 });
    for (const name of Object.keys(limits)) {
      for (const value of ['0', '-1', '1.5', 'many', '99999999999']) {
        const reading = () => readConfig([], { NEO4J_URI: 'bolt://localhost', [name]: value }, '/h');
        expect(reading).toThrow(StoreUnavailableError);
        expect(reading).toThrow(name);
      }
    }
  });
  it('lets typed statements write where asked to, on Neo4j only', () => {
    const neo4j = { NEO4J_URI: 'bolt://localhost:7687' };
    const allowed = { neo4j: { uri: 'bolt://localhost:7687', allowWrite: true } };
    expect(readConfig(['--allow-write'], neo4j, '/h').store).toEqual(allowed);
    expect(readConfig([], { ...neo4j, ALLOW_WRITE: '1' }, '/h').store).toEqual(allowed);
    expect(readConfig([], { ...neo4j, ALLOW_WRITE: '0' }, '/h').store).not.toEqual(allowed);
    expect(() => readConfig([], { ...neo4j, ALLOW_WRITE: 'perhaps' }, '/h')).toThrow(ConfigError);
    expect(() => readConfig(['--allow-write'], {}, '/h')).toThrow(/embedded engine/);
  });
  it('takes further host names', () => {
    expect(readConfig([], { THREADLINE_HOSTS: 'Graph.test, other.test,' }, '/h').hosts).toEqual([
      'graph.test',
      'other.test',
    ]);
  });
});

describe('loopback addresses', () => {
  it('are told from others', () => {
    expect(['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.4', '127.evil.example', 'example.org', ''].some(isLoopback)).toBe(
      false,
    );
  });
});
