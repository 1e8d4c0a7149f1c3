/** HTML pages: the main text as Readability finds it, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PartialDate } from '../../graph/model.ts';
import { type Metadata, present } from '../front-matter.ts';
import { SourceError } from '../source-error.ts';
import { blocksOf, bodyOf, checkDepth, TooDeepError } from './blocks.ts';
import type { Converted } from './convert.ts';

/** What windows-1252 has at 80 to 9F: some versions of Node.js give the control characters of Latin-1 instead. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const windows = (character: string) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character;

/** Encoding by byte order mark, then by the page's own word, else UTF-8. @throws SourceError */
export function decodePage(file: string, bytes: Uint8Array): string {
  const opening = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString(
    'latin1',
  );
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(opening)?.[1] ?? 'utf-8';
  const marked = opening.startsWith('ï»¿') ? 'utf-8' : declared;
  try {
    const decoder = new TextDecoder(marked, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, windows) : text;
  } catch (error) {
    throw new SourceError(file, 'encoding', `is not in the encoding it names, ${marked}.`, error);
  }
}

/** Most links kept of a page. */
const MOST_LINKS = 1000;

/** Web addresses of the main text's links, each once; relative ones by the page's own address, where it gives one. */
function linksIn(anchors: readonly Element[], base: string | undefined): string[] {
  const found = anchors.flatMap((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    if (href === '' || href.startsWith('#') || !URL.canParse(href, base)) return [];
    return address(new URL(href, base).href) ?? [];
  });
  return [...new Set(found)].slice(0, MOST_LINKS);
}

/** What stands around the text of a page. */
const AROUND =
  'nav, footer, aside, form, body > header, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="search"], [hidden], [aria-hidden="true"]';

/** @throws SourceError */
export function readHtml(file: string, bytes: Uint8Array): Converted {
  const { document } = parseHTML(framed(decodePage(file, bytes)));
  try {
    checkDepth(document);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    throw new SourceError(file, 'broken', 'is nested too deeply to be a page.', error);
  }
  const page = about(document);
  for (const element of document.querySelectorAll(AROUND)) element.remove();
  // Readability takes the tree apart: what it may lose is read before.
  const whole = document.body ? blocksOf(document.body) : '';
  const article = new Readability(document, { charThreshold: 200 }).parse();
  const holder = bodyOf(article?.content ?? '');
  const main = blocksOf(holder);
  const links = linksIn(main === '' ? [] : [...holder.querySelectorAll('a[href]')], page.url);
  const text = main === '' ? whole : main;
  const metadata = present<Metadata>({
    ...page,
    title: page.title ?? (article?.title?.trim() || undefined),
    publisher: page.publisher ?? (article?.siteName?.trim() || undefined),
    published: page.published ?? dateIn(article?.publishedTime),
    links: links.length > 0 ? links : undefined,
  });
  return { text: withTitle(text, metadata.title), metadata };
}

/** A page whose `<html>` or `<body>` is left out, as the standard allows: the parser wants both. */
function framed(page: string): string {
  const inner = page.replace(/^\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>/i, '');
  if (!/<body[\s>]/i.test(inner)) {
    const head = /^[\s\S]*<\/head\s*>/i.exec(inner)?.[0];
    if (head !== undefined) return `${head}<body>${inner.slice(head.length)}</body>`;
    return `<html><body>${inner.replace(/<\/?html[^>]*>/gi, '')}</body></html>`;
  }
  return /<html[\s>]/i.test(inner) ? inner : `<html>${inner}</html>`;
}

/** The title opens the text, as in every other document: who it is between stands there. */
function withTitle(text: string, title: string | undefined): string {
  if (!title || text === '' || text.startsWith(title)) return text;
  return `${title}\n\n${text}`;
}

/** What the page's head says. Addresses are kept as source, never fetched. */
function about(document: Document): Metadata {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document.querySelector(`meta[name="${name}" i], meta[property="${name}" i]`);
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const dates = [
    meta(
      'article:published_time',
      'citation_publication_date',
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.date',
    ),
    meta('dc.date', 'date', 'pubdate', 'parsely-pub-date', 'dcterms.created'),
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
  ];
  const canonical = document.querySelector('link[rel="canonical" i]')?.getAttribute('href');
  return present<Metadata>({
    title: meta('citation_title', 'og:title', 'dcterms.title', 'dc.title') ?? mainHeading(document),
    publisher: meta('citation_publisher', 'dcterms.publisher', 'dc.publisher', 'og:site_name'),
    published: dates.map((date) => dateIn(date)).find((date) => date !== undefined),
    url: [canonical, meta('og:url')].map(address).find((found) => found !== undefined),
    language: /^[a-z]{2,3}/i.exec(document.documentElement?.getAttribute('lang') ?? '')?.[0].toLowerCase(),
  });
}

function mainHeading(document: Document): string | undefined {
  const [only, another] = document.querySelectorAll('h1');
  return another ? undefined : only?.textContent.replace(/\s+/g, ' ').trim() || undefined;
}

function dateIn(text: string | null | undefined): string | undefined {
  const found = /^\s*(\d{4})[-/](\d{2})(?:[-/](\d{2}))?/.exec(text ?? '');
  return found ? PartialDate.safeParse(found.slice(1).filter(Boolean).join('-')).data : undefined;
}

function address(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}
