/** PDFs with text: pdf.js gives pieces of text with their places, {@link layOut} makes paragraphs of them. */
import { SourceError } from '../source-error.ts';
import type { Converted } from './convert.ts';
import { layOut, type Page, type Piece } from './pdf-layout.ts';

const MOST_PAGES = 1000;

/** Names that programs put where a title should be. */
const NO_TITLE =
  /^(?:microsoft word|untitled|slide|title|document)\b|\.(?:docx?|pdf|pptx?|indd|rtf|odt|wpd|html?|txt)$/i;

/** @throws SourceError */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Converted> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  }).catch((error: unknown) => {
    throw refusal(file, error);
  });
  if (pdf.numPages > MOST_PAGES)
    throw new SourceError(
      file,
      'too_large',
      `has ${pdf.numPages} pages; the most that is read is ${MOST_PAGES}.`,
    );
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: false });
    pages.push({ width, height, pieces: items.flatMap((item) => ('str' in item ? pieceOf(item) : [])) });
    page.cleanup();
  }
  const title = titleOf(await pdf.getMetadata().catch(() => null));
  return { text: layOut(pages), metadata: title ? { title } : {} };
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** A piece of upright text; what is written across (watermarks, margins) is left out. */
function pieceOf({ str, transform, width }: TextItem): Piece[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  if (str.trim() === '' || Math.abs(b) > 0.2 * Math.abs(a)) return [];
  return [{ text: str, x, y, right: x + width, size: Math.abs(d) || Math.abs(a) }];
}

function titleOf(metadata: { info: object } | null): string | undefined {
  const title = metadata && 'Title' in metadata.info ? metadata.info.Title : undefined;
  if (typeof title !== 'string' || NO_TITLE.test(title.trim())) return undefined;
  return title.trim() || undefined;
}

function refusal(file: string, error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new SourceError(file, 'encrypted', 'is protected by a password; save it without one.', error);
  if (name === 'InvalidPDFException') return new SourceError(file, 'broken', 'is a damaged PDF.', error);
  return error;
}
