/** From a file's bytes to text and what the file says of itself. Each format's library is loaded where it is needed. */
import type { Metadata } from '../front-matter.ts';
import { SourceError } from '../source-error.ts';
import type { Format } from './detect.ts';

export interface Converted {
  readonly text: string;
  readonly metadata: Metadata;
}

/** Longest text taken out of a file, in UTF-16 code units. */
const LONGEST_TEXT = 5 * 1024 * 1024;

async function read(file: string, format: Exclude<Format, 'text'>, bytes: Uint8Array): Promise<Converted> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).readHtml(file, bytes);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(file, bytes);
    case 'docx':
      return (await import('./docx.ts')).readDocx(file, bytes);
  }
}

/** @throws SourceError naming the file */
export async function convert(
  file: string,
  format: Exclude<Format, 'text'>,
  bytes: Uint8Array,
): Promise<Converted> {
  const converted = await read(file, format, bytes).catch((error: unknown) => {
    if (error instanceof SourceError) throw error;
    if (error instanceof RangeError)
      throw new SourceError(file, 'broken', 'is too large or nested too deeply once unpacked.', error);
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SourceError(file, 'broken', `is damaged (${why}).`, error);
  });
  if (converted.text.length > LONGEST_TEXT) {
    throw new SourceError(file, 'too_large', 'holds over 5 million characters of text; split it.');
  }
  if (converted.text.trim() !== '') return converted;
  throw format === 'pdf'
    ? new SourceError(
        file,
        'no_text',
        'has no text, only pictures: a scan. Run it through text recognition (OCR) first.',
      )
    : new SourceError(file, 'no_text', 'holds no text.');
}
