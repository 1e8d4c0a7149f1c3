/** `npm run ingest` and `npm run extract` as processes. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId } from '../../graph/id.ts';
import { maxBytes } from '../../ingest/formats/detect.ts';
import { docx, lockedPdf, paragraph, pdf } from '../ingest/formats/files.ts';
import { finish, root, start } from './processes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-ingest-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bundled = join(root, 'ingest/data/documents/2022-09-15-japan-us-defense-ministerial.txt');
const cli = (...args: string[]) => ['scripts/run.mjs', 'ingest/cli.ts', ...args];
async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('npm run ingest', { timeout: 120_000 }, () => {
  it('names every bad file with its reason, reads the others, and ends with 1', async () => {
    const data = join(folder, 'mixed');
    const bad = [
      await write('empty.txt', ''),
      await write('binary.txt', new Uint8Array([0, 1, 2])),
      await write('latin1.txt', new Uint8Array([0x63, 0xe9])),
      await write('large.txt', new Uint8Array(maxBytes.text + 1).fill(97)),
      await write('locked.pdf', lockedPdf()),
      await write('cut.docx', docx(paragraph('Text.')).slice(0, 200)),
      join(folder, 'missing.txt'),
      join(folder, 'sub'),
    ];
    await mkdir(join(folder, 'sub'));
    const body = 'Japan and the United States agreed to deploy MQ-9 to Kanoya Air Base.\r\n';
    const good = await write('good.md', `---\ntitle: Good readout\n---\n${body}`);
    const talks = await write('talks', docx(paragraph('France condemned the attack.'), 'Word readout'));
    const { code, stderr } = await finish(cli('ingest', '--data', data, ...bad, talks, good));
    expect(code).toBe(1);
    for (const file of bad) expect(stderr).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}: .+`));
    expect(stderr).not.toMatch(/^\s+at /m);
    const listed = await finish(cli('ingest', '--data', data, '--list'));
    expect(listed.code).toBe(0);
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(listed.stdout).toContain('Word readout');
    expect(listed.stdout).toContain('Good readout');
    expect(listed.stdout).toContain(documentId(body));
  });
  it('takes the review beside a file, tells what came of it, and names the line of a faulty one', async () => {
    const data = join(folder, 'reviewed');
    const talks = await write('reviewed.txt', 'Readout\n\nFrance condemned the attack on Mali.\n');
    const draft = await finish(cli('extract', talks, '--draft'));
    await write('reviewed.review.yaml', draft.stdout.replaceAll('decision: accept', 'decision: reject'));
    const read = await finish(cli('ingest', '--data', data, talks));
    expect(read).toMatchObject({ code: 0 });
    expect(read.stderr).toContain('reviewed.review.yaml: 0 claims accepted, 1 rejected');
    const listed = await finish(cli('ingest', '--data', data, '--list'));
    expect(listed.stdout).toContain('(0 claims)');
    // Without its review the file would undo the decisions: it is left alone.
    const accepted = await write('kept.review.yaml', draft.stdout);
    expect((await finish(cli('ingest', '--data', data, '--review', accepted, talks))).code).toBe(0);
    await rm(join(folder, 'reviewed.review.yaml'));
    const again = await finish(cli('ingest', '--data', data, talks));
    expect(again.stderr).toMatch(/reviewed\.txt: reviewed by .+; left as it is/);
    const faulty = await write('faulty.yaml', 'by: me\nclaims: [{ decision: maybe }]\n');
    const refused = await finish(cli('ingest', '--data', data, '--review', faulty, talks));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/faulty\.yaml, line 2: claims\.0\.decision: /);
    expect(refused.stderr).not.toMatch(/^\s+at /m);
  });
  it('takes a document out again', async () => {
    const data = join(folder, 'removed');
    const file = await write('talks.txt', 'Readout\n\nJapan condemned the launch by North Korea.\n');
    expect((await finish(cli('ingest', '--data', data, file))).code).toBe(0);
    const id = documentId(await readFile(file, 'utf8'));
    expect(await finish(cli('ingest', '--data', data, '--remove', id))).toMatchObject({ code: 0 });
    const listed = await finish(cli('ingest', '--data', data, '--list'));
    expect(listed.stdout).toContain('no documents');
    const again = await finish(cli('ingest', '--data', data, '--remove', id));
    expect(again.code).toBe(1);
    expect(again.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
  it('says what to do while the server holds the data', async () => {
    const data = join(folder, 'held');
    const server = start(['scripts/start.mjs', '--port', '0', '--data', data]);
    await server.sees(/http:\/\/\S+(?=\n)/);
    const { code, stderr } = await finish(cli('ingest', '--data', data, bundled));
    expect(code).toBe(1);
    expect(stderr).toMatch(/another process.*in its page.*stop/is);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    server.child.kill('SIGINT');
    expect((await server.finished).code).toBe(0);
  });
  it('wants a file', async () => {
    const { code, stderr } = await finish(cli('ingest'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/name a file/i);
  });
});

describe('npm run extract', { timeout: 120_000 }, () => {
  it('prints the prediction and touches no store', async () => {
    const data = join(folder, 'untouched');
    const { code, stdout } = await finish(cli('extract', bundled), { THREADLINE_DATA: data });
    expect(code).toBe(0);
    const prediction = JSON.parse(stdout);
    const text = await readFile(bundled, 'utf8');
    expect(prediction.relations.length).toBeGreaterThan(0);
    for (const { evidence } of prediction.relations) {
      for (const { start: from, end, quote } of evidence) expect(text.slice(from, end)).toBe(quote);
    }
    expect(existsSync(data)).toBe(false);
  });
  it('reads what comes in through standard input, in any format', async () => {
    const bytes = pdf([[{ text: 'France condemned the attack on Mali.', x: 72, y: 700 }]]);
    const { code, stdout, stderr } = await finish(cli('extract', '-'), {}, bytes);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).relations).toMatchObject([{ type: 'CONDEMNS', subject: 'country:france' }]);
  });
  it('names a bad file and ends with 1', async () => {
    const { code, stdout, stderr } = await finish(cli('extract', join(folder, 'none.txt')));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/none\.txt: there is no such file/);
  });
});
