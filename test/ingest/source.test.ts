import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxBytes, maxFileBytes } from '../../ingest/formats/detect.ts';
import type { Metadata } from '../../ingest/front-matter.ts';
import { readSource, readStream } from '../../ingest/source.ts';
import { SourceError } from '../../ingest/source-error.ts';

/** Plain text needs no conversion. */
const never = () => Promise.reject(new Error('plain text was converted'));
const readFrom = (path: string, metadata: Metadata = {}) => readSource(path, metadata, never);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadline-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
async function fault(path: string): Promise<SourceError> {
  const error = await readFrom(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof SourceError)) throw new Error(`not refused: ${path}`);
  return error;
}

describe('reading a file', () => {
  it('gives the text as it is, line ends and all', async () => {
    const text = 'Title\r\n\r\nJapan’s “Minister” said 防衛 🛡️.\n';
    const source = await readFrom(await file('a.txt', text));
    expect(source).toEqual({ text, name: 'a.txt' });
  });
  it('drops a byte order mark', async () => {
    expect((await readFrom(await file('bom.txt', '\uFEFFText'))).text).toBe('Text');
  });
  it('does not take the top of a plain text for front matter', async () => {
    const text = '---\ntitle: T\n---\nBody';
    expect((await readFrom(await file('plain.txt', text))).text).toBe(text);
  });
  it('reads one line of just under 5 MB, and exactly 5 MB', async () => {
    const text = 'word '.repeat(maxBytes.text / 5);
    expect((await readFrom(await file('long.txt', text))).text).toHaveLength(maxBytes.text);
  });
  it("takes a Markdown file's front matter out of the text, and lets the caller overrule it", async () => {
    const path = await file('a.md', '---\ntitle: Readout\npublished: 2026-01-02\n---\n# Heading\n');
    expect(await readFrom(path, { title: 'Other' })).toEqual({
      text: '# Heading\n',
      name: 'a.md',
      title: 'Other',
      published: '2026-01-02',
    });
  });
});

describe('a file that is no document', () => {
  it('is named with its reason in one line', async () => {
    const error = await fault(join(folder, 'missing.txt'));
    expect(error.message).toContain('missing.txt: ');
    expect(error.message).not.toContain('\n');
  });
  it.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty'],
    ['blank.txt', ' \n\t\r\n', 'empty'],
    ['nul.txt', 'text\0text', 'binary'],
    ['image.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
    ['latin1.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]), 'encoding'],
    ['surrogate.txt', new Uint8Array([0xed, 0xa0, 0x80]), 'encoding'],
    ['truncated.txt', new Uint8Array([0x61, 0xe3, 0x81]), 'encoding'],
    ['utf16.txt', Buffer.from('\uFEFFtext', 'utf16le'), 'encoding'],
    ['rich.txt', '{\\rtf1 text}', 'format'],
    ['front.md', '---\ntitle: T\n---\n\n', 'empty'],
    ['date.md', '---\npublished: yesterday\n---\nBody', 'front_matter'],
    ['yaml.md', '---\ntitle: "T\n---\nBody', 'front_matter'],
  ])('%s', async (name, content, expected) => {
    expect((await fault(await file(name, content))).fault).toBe(expected);
  });
  it('is too large over 5 MB', async () => {
    for (const size of [maxBytes.text + 1, maxFileBytes + 1]) {
      const large = await fault(await file('large.txt', new Uint8Array(size).fill(97)));
      expect(large.fault).toBe('too_large');
    }
  });
  it('is a folder, or something under a file', async () => {
    await mkdir(join(folder, 'sub'), { recursive: true });
    expect((await fault(join(folder, 'sub'))).fault).toBe('not_a_file');
    expect((await fault(join(await file('leaf', 'x'), 'below'))).fault).toBe('missing');
  });
  it.runIf(process.platform !== 'win32')('is a device', async () => {
    expect((await fault('/dev/zero')).fault).toBe('not_a_file');
  });
});

describe('standard input', () => {
  async function* parts(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text);
  }
  it('is read whole, also where a character is cut', async () => {
    async function* cut() {
      const bytes = Buffer.from('Café.');
      yield bytes.subarray(0, 4);
      yield bytes.subarray(4);
    }
    expect(await readStream(cut(), {}, never)).toEqual({ text: 'Café.', name: 'standard input' });
  });
  it('is refused when empty or too large', async () => {
    await expect(readStream(parts(), {}, never)).rejects.toMatchObject({ fault: 'empty' });
    const much = parts(...Array.from({ length: 21 }, () => 'x'.repeat(1024 * 1024)));
    await expect(readStream(much, {}, never)).rejects.toMatchObject({ fault: 'too_large' });
  });
});
