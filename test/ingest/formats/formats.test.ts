/** HTML, PDF and DOCX through the door that files come in by: what is read of them, and what is refused. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createBackground } from '../../../ingest/background.ts';
import { bundledDocument } from '../../../ingest/bundled.ts';
import { maxBytes } from '../../../ingest/formats/detect.ts';
import { sourceOf } from '../../../ingest/source.ts';
import type { SourceDocument } from '../../../ingest/source-document.ts';
import { SourceError } from '../../../ingest/source-error.ts';
import { extractor } from '../extractor.ts';
import { docx, lockedPdf, paragraph, pdf, type Run } from './files.ts';

const background = createBackground();
afterAll(() => background.close());

const read = (name: string, content: Uint8Array | string, metadata = {}): Promise<SourceDocument> =>
  sourceOf(name, typeof content === 'string' ? strToU8(content) : content, metadata, background.convert);
async function refusal(name: string, content: Uint8Array | string): Promise<SourceError> {
  const error = await read(name, content).catch((thrown: unknown) => thrown);
  if (!(error instanceof SourceError)) throw error ?? new Error(`not refused: ${name}`);
  expect(error.message.startsWith(`${name}: `)).toBe(true);
  expect(error.message).not.toContain('\n');
  return error;
}
const fixture = (name: string) => readFileSync(new URL(name, import.meta.url));
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('a web page', () => {
  const page = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Readout of talks | Ministry of Defence</title>
<meta property="og:site_name" content="Ministry of Defence"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://example.org/readout"></head><body>
<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header><main><article><h1>Readout of talks</h1>
<p>Japan <a href="#note">condemned</a> the <a href="https://example.org/launch">launch</a> by North&nbsp;Korea.<br>It was&#32;the <b>third</b>.</p>
<h2>Maritime security</h2><ul><li>France and Japan agreed to expand exercises.<li>They <a href="javascript:alert(1)">welcomed</a> <i>the</i> <a href="/fleet">deployment</a>.</ul>
<table><tr><th>Ship</th><th>Port</th></tr><tr><td>Alpha</td><td>Toulon</td></tr></table>
<script>alert('x')</script><style>p { color: red }</style></article></main>
<aside>Read on: <a href="/x">Another story</a></aside><footer>© 2024</footer></body></html>`;
  it('gives its main text by paragraphs, and what it says of itself', async () => {
    expect(await read('talks', page)).toEqual({
      name: 'talks',
      title: 'Readout of talks',
      publisher: 'Ministry of Defence',
      published: '2024-05-03',
      url: 'https://example.org/readout',
      language: 'en',
      links: ['https://example.org/launch', 'https://example.org/fleet'],
      text: [
        'Readout of talks',
        'Japan condemned the launch by North Korea.\nIt was the third.',
        'Maritime security',
        '- France and Japan agreed to expand exercises.',
        '- They welcomed the deployment.',
        'Ship Port',
        'Alpha Toulon',
      ].join('\n\n'),
    });
  });
  it('is overruled by the one who brings it', async () => {
    expect(await read('talks', page, { title: 'Mine', published: '2020' })).toMatchObject({
      title: 'Mine',
      published: '2020',
      publisher: 'Ministry of Defence',
    });
  });
  it('is known by its content, whatever its name; Markdown with a tag in it is no page', async () => {
    expect((await read('talks.txt', page)).text).toContain('\n\nMaritime security\n\n');
    expect((await read('notes.md', 'A <b>word</b>.')).text).toBe('A <b>word</b>.');
  });
  it('is read in the encoding it names', async () => {
    const latin = Buffer.from(
      '<html><head><meta charset="windows-1252"></head><body><p>C\xf4te d\x92Ivoire signed.</p></body></html>',
      'latin1',
    );
    expect((await read('latin', latin)).text).toBe('Côte d’Ivoire signed.');
    expect((await refusal('wrong', Buffer.from('<html><body>caf\xe9 </body></html>', 'latin1'))).fault).toBe(
      'encoding',
    );
  });
  it('may leave out what the standard lets it leave out', async () => {
    expect((await read('bare', '<!doctype html><p>One.<p>Two.')).text).toBe('One.\n\nTwo.');
    expect((await read('open', '<html><head><title>T</title></head><p>One.')).text).toBe('T\n\nOne.');
  });
  it('keeps no address that is not of the web', async () => {
    const bad =
      '<html><head><link rel="canonical" href="javascript:alert(1)"></head><body><p>One.</p></body></html>';
    expect(await read('bad', bad)).not.toHaveProperty('url');
  });
  it('is refused without text, and when nested beyond all reason', async () => {
    expect((await refusal('blank', '<html><body><img src="x"><script>1</script></body></html>')).fault).toBe(
      'no_text',
    );
    const deep = `<html><body>${'<div>'.repeat(3000)}x${'</div>'.repeat(3000)}</body></html>`;
    expect((await refusal('deep', deep)).fault).toBe('broken');
  });
});

describe('a PDF', () => {
  const run = (text: string, y: number, x = 72, size = 11): Run => ({ text, x, y, size });
  const head = (page: number): Run[] => [
    run('Ministry of Defence - Readout', 760, 72, 9),
    run(`Page ${page} of 3`, 30, 280, 9),
  ];
  it('loses running heads and page numbers, and gets its lines and cut words joined', async () => {
    const bytes = pdf([
      [
        ...head(1),
        run('Readout of talks', 720, 72, 16),
        run('Japan and France agreed to strengthen their coope-', 690),
        run('ration on maritime security in the Indo-', 676),
        run('Pacific. They welcomed the deployment of MQ-', 662),
        run('9s to Kanoya Air Base.', 648),
        run('Germany welcomed the talks.', 620),
      ],
      [
        ...head(2),
        run('1. Exercises', 720, 72, 13),
        run('The two sides will hold an exercise that takes place', 690),
      ],
      [
        ...head(3),
        run('in October.', 720),
        run('\x95 They will invite Kenya.', 700),
        run('\x95 They will invite Ghana.', 686),
      ],
    ]);
    expect((await read('talks.pdf', bytes)).text.split('\n\n')).toEqual([
      'Readout of talks',
      'Japan and France agreed to strengthen their cooperation on maritime security in the Indo-Pacific. They welcomed the deployment of MQ-9s to Kanoya Air Base.',
      'Germany welcomed the talks.',
      '1. Exercises',
      'The two sides will hold an exercise that takes place in October.',
      '• They will invite Kenya.',
      '• They will invite Ghana.',
    ]);
  });
  it('is read column by column; the claims are those of the text it was printed from', async () => {
    const { text } = await read('print.pdf', fixture('two-columns.pdf'));
    const original = bundledDocument();
    expect(words(text)).toEqual(words(original.text));
    const claims = (source: SourceDocument) =>
      new Set(
        extractor.extract(source).claims.map((claim) => [claim.subject, claim.type, claim.object].join(' ')),
      );
    expect(claims({ ...original, text })).toEqual(claims(original));
  });
  it.each<[string, () => Uint8Array, string]>([
    ['locked.pdf', lockedPdf, 'encrypted'],
    ['scan.pdf', () => pdf([[], []]), 'no_text'],
    ['broken.pdf', () => strToU8('%PDF-1.7\nnothing that a reader could find its way in'), 'broken'],
    ['pages.pdf', () => pdf(Array.from({ length: 1001 }, () => [])), 'too_large'],
    ['heavy.pdf', () => Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(maxBytes.pdf)]), 'too_large'],
  ])('%s is refused', async (name, bytes, fault) => {
    expect((await refusal(name, bytes())).fault).toBe(fault);
  });
});

describe('a Word document', () => {
  it('gives headings, paragraphs, list items and rows', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const bytes = docx(
      [
        paragraph('Readout of talks', { style: 'Heading1' }),
        paragraph('Japan condemned the launch by North Korea &amp; others.'),
        paragraph('France agreed.', { listed: true }),
        paragraph('Kenya agreed.', { listed: true }),
        `<w:tbl><w:tr>${cell('Ship')}${cell('Port')}</w:tr></w:tbl>`,
      ].join(''),
      'Talks &amp; more',
    );
    expect(await read('talks.docx', bytes)).toEqual({
      name: 'talks.docx',
      title: 'Talks & more',
      text: [
        'Readout of talks',
        'Japan condemned the launch by North Korea & others.',
        '- France agreed.',
        '- Kenya agreed.',
        'Ship Port',
      ].join('\n\n'),
    });
  });
  const bomb = () => docx(paragraph(' '.repeat(70 * 1024 * 1024)));
  /** The archive says that its text takes 100 bytes, and it takes far more. */
  const lying = () => {
    const bytes = docx(paragraph('word '.repeat(1_000_000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      const central = view.getUint32(at, true) === 0x02014b50;
      if (central && Buffer.from(bytes).toString('latin1', at + 46, at + 63) === 'word/document.xml')
        view.setUint32(at + 24, 100, true);
    }
    return bytes;
  };
  it.each<[string, () => Uint8Array, string]>([
    ['old.doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'format'],
    [
      'locked.docx',
      () =>
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['other.zip', () => zipSync({ 'a.txt': strToU8('text') }), 'format'],
    ['cut.docx', () => docx(paragraph('Text.')).slice(0, 300), 'broken'],
    ['xml.docx', () => docx('<w:p><w:r><w:t>Text.'), 'broken'],
    ['blank.docx', () => docx(paragraph('')), 'no_text'],
    ['bomb.docx', bomb, 'too_large'],
    ['lying.docx', lying, 'broken'],
  ])('%s is refused', async (name, bytes, fault) => {
    expect((await refusal(name, bytes())).fault).toBe(fault);
  });
});

describe('limits of the reading thread', () => {
  const page = '<html><body><p>Japan condemned the launch.</p></body></html>';
  const trap = strToU8(`<html><body>${'<div>'.repeat(60_000)}x</body></html>`);
  it('gives up what takes too long, and reads the next file', async () => {
    const hurried = createBackground({ convertMs: 1, extractMs: 60_000, memory: 2 ** 40 });
    await expect(hurried.convert('page', 'html', strToU8(page))).rejects.toMatchObject({
      fault: 'too_long',
      file: 'page',
    });
    const next = createBackground();
    await expect(next.convert('page', 'html', strToU8(page))).resolves.toMatchObject({
      text: 'Japan condemned the launch.',
    });
    await Promise.all([hurried.close(), next.close()]);
  });
  it('gives up what takes too much memory', async () => {
    const narrow = createBackground({ convertMs: 60_000, extractMs: 60_000, memory: 1 });
    await expect(narrow.convert('trap', 'html', trap)).rejects.toMatchObject({ fault: 'too_long' });
    await narrow.close();
  });
  it('extracts as the caller would, without holding it up', async () => {
    const source = bundledDocument();
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 5);
    const { extraction } = await background.extract(source);
    clearInterval(beat);
    expect(extraction).toEqual(extractor.extract(source));
    expect(turns).toBeGreaterThan(3);
  });
});
