/** The README says what is true: its Cypher runs, its commands exist, its keys and variables are the product's. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId } from '../graph/id.ts';
import { readOntology } from '../graph/ontology-file.ts';
import { userQuery } from '../graph/queries/console.ts';
import { openStore } from '../graph/store/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { bundledDocument } from '../ingest/bundled.ts';
import { loadExtraction } from '../ingest/load.ts';
import { createExtractor } from '../ingest/pipeline.ts';
import { examples } from '../web/app/components/Console/examples.ts';
import { keys } from '../web/app/components/Shell/keys.ts';
import { blocks, readme } from './readme-blocks.ts';
import { finish } from './scripts/processes.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('the Cypher of the README and of the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadline-readme-'));
  let store: GraphStore;

  beforeAll(async () => {
    store = await openStore({ dataDir: folder });
    await loadExtraction(store, createExtractor().extract(bundledDocument()), readOntology());
  }, 60_000);
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const statements = [...blocks('cypher'), ...examples.map(({ query }) => query)];
  it('is there', () => {
    expect(blocks('cypher').length).toBeGreaterThanOrEqual(5);
    expect(examples).toHaveLength(8);
  });
  it.each(statements)('%s', async (statement) => {
    const { rows } = await userQuery(store, statement, {});
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the commands of the README', () => {
  const lines = blocks('sh').flatMap((block) => block.split('\n'));
  const reading = lines.filter((line) => /^npm run (ingest|extract) /.test(line));
  it.each(lines.filter((line) => line.startsWith('npm ')))('%s is a script', (line) => {
    const script = line.replace(/^npm (run )?/, '').split(' ')[0] ?? '';
    expect(manifest.scripts).toHaveProperty(script);
  });
  it('copy a file that is there', () => {
    for (const line of lines.filter((each) => each.startsWith('cp '))) {
      expect(existsSync(line.split(' ')[1] ?? ''), line).toBe(true);
    }
  });
  it('read, list and remove documents, in their order', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadline-readme-'));
    const speech = 'The Minister of Defense of Japan welcomed the deployment of MQ-9s to Kanoya Air Base.\n';
    writeFileSync(join(folder, 'speech.txt'), speech);
    writeFileSync(
      join(folder, 'statement.md'),
      `${blocks('markdown')[0] ?? ''}\nFrance condemned the attack.\n`,
    );
    expect(reading).toHaveLength(6);
    for (const line of reading) {
      const words = line
        .replace('DOCUMENT_ID', documentId(speech))
        .replace(/\S+\.(txt|md|yaml)/g, (file) => join(folder, file))
        .split(' ')
        .slice(4);
      const script = (manifest.scripts[line.split(' ')[2] ?? ''] ?? '').split(' ').slice(1);
      const done = await finish([...script, ...words], { THREADLINE_DATA: join(folder, 'data') });
      expect(done, line).toMatchObject({ code: 0 });
      if (line.endsWith('--draft')) writeFileSync(join(folder, 'speech.review.yaml'), done.stdout);
      if (line.endsWith('--list')) expect(done.stdout).toContain('Joint statement on maritime security');
    }
    rmSync(folder, { recursive: true, force: true });
  });
  it('move the graph and bring it back', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadline-readme-'));
    const moving = lines.filter((line) => /^npm run (export|import) /.test(line));
    expect(moving).toHaveLength(5);
    const store = await openStore({ dataDir: join(folder, 'data') });
    await loadExtraction(store, createExtractor().extract(bundledDocument()), readOntology());
    const { nodes, relationships } = await store.transfer.counts();
    await store.close();
    for (const line of moving) {
      const [, , script = '', , file = ''] = line.split(' ');
      const words = [...(manifest.scripts[script] ?? '').split(' ').slice(1), join(folder, file)];
      const data = script === 'import' ? 'brought' : 'data';
      const done = await finish(words, { THREADLINE_DATA: join(folder, data) });
      expect(done, line).toMatchObject({ code: 0 });
      expect(done.stderr).toContain(`${nodes} nodes and ${relationships.toLocaleString('en')} relationships`);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  it('link to files that are there', () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(target ?? ''), target).toBe(true);
    }
  });
});

describe('the tables of the README', () => {
  it('list the keys of the page', () => {
    const section = readme.split('## Keys and gestures')[1]?.split('\n## ')[0] ?? '';
    const listed = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, key, caption]) => [
      key,
      caption,
    ]);
    const written = keys.map(({ key, shift, control, caption }) => [
      [control && 'Ctrl/⌘', shift && 'Shift', key === 'Escape' ? 'Esc' : key.toUpperCase()]
        .filter(Boolean)
        .join('+'),
      caption,
    ]);
    expect(listed.filter(([key]) => key !== 'Ctrl/⌘+Enter')).toEqual(written);
  });
  it('list only variables that something reads', () => {
    const sources = [
      'web/server/config.ts',
      'graph/store/config.ts',
      'scripts/browser.mjs',
      'ingest/model/config.ts',
      'ingest/command.ts',
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const section = readme.split('## Configuration')[1]?.split('\n## ')[0] ?? '';
    const variables = [...section.matchAll(/^\| ([^|]+)/gm)].flatMap(
      ([, cell]) => cell?.match(/[A-Z0-9]+(?:_[A-Z0-9]+)+|PORT|HOST/g) ?? [],
    );
    expect(variables.length).toBeGreaterThan(5);
    for (const variable of variables) expect(sources).toContain(variable);
  });
  it('name dependencies that are installed', () => {
    const named = [...readme.matchAll(/npmjs\.com\/package\/([^)\s]+)\)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) {
      expect({ ...manifest.dependencies, ...manifest.devDependencies }).toHaveProperty([name]);
    }
  });
});
