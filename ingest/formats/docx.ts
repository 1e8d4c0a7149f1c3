/** Word documents: mammoth makes HTML of them; the archive is unpacked under limits first. */
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { SourceError } from '../source-error.ts';
import { blocksOf, bodyOf } from './blocks.ts';
import type { Converted } from './convert.ts';

/** Most that the parts which are read may take once unpacked, in bytes. */
const UNPACKED = 64 * 1024 * 1024;
/** Text and what it refers to; pictures and embedded files are never unpacked. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/** @throws SourceError */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Converted> {
  const parts = unpack(file, bytes);
  if (!parts['[Content_Types].xml'] || !Object.keys(parts).some((name) => name.startsWith('word/')))
    throw new SourceError(file, 'format', 'is an archive, but no Word document (DOCX).');
  // Packed again without compression: what mammoth unpacks is what was measured here.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { includeDefaultStyleMap: true });
  const title = titleIn(parts['docProps/core.xml']);
  return { text: blocksOf(bodyOf(value)), metadata: title ? { title } : {} };
}

/** The parts that are read. A part's buffer has the size the archive gives for it, so no part grows beyond that. */
function unpack(file: string, bytes: Uint8Array): Unzipped {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!READ.test(name)) return false;
        total += originalSize;
        if (total > UNPACKED)
          throw new SourceError(
            file,
            'too_large',
            'unpacks to more than 64 MB of text: it may be a zip bomb.',
          );
        return true;
      },
    });
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(file, 'broken', 'is a damaged archive.', error);
  }
}

function titleIn(core: Uint8Array | undefined): string | undefined {
  if (!core) return undefined;
  const found = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(new TextDecoder().decode(core))?.[1] ?? '';
  return blocksOf(bodyOf(found)) || undefined;
}
