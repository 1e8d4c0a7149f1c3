/** What a file is, judged by its first bytes and never by its name. */
import { SourceError } from '../source-error.ts';

export type Format = 'text' | 'html' | 'pdf' | 'docx';

/** Largest file read, in bytes, by what it is: a PDF or DOCX is mostly fonts and pictures. */
const megabyte = 1024 * 1024;
export const maxBytes: Readonly<Record<Format, number>> = {
  text: 5 * megabyte,
  html: 5 * megabyte,
  pdf: 20 * megabyte,
  docx: 20 * megabyte,
};
/** Largest of all formats. */
export const maxFileBytes = Math.max(...Object.values(maxBytes));

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]) =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Text of the first bytes, one character a byte. */
const opening = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');

/** A page says so at its very start; Markdown may hold tags further down, or begin with one of its own. */
const PAGE =
  /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

/**
 * The format of a file's content. @throws SourceError for what is known and cannot be read
 */
export function detect(file: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new SourceError(file, 'empty', 'is empty.');
  const start = opening(bytes, 4096);
  if (/^[\s\S]{0,1024}?%PDF-\d/.test(start)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'docx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw oleFile(file, bytes);
  if (start.startsWith('{\\rtf'))
    throw new SourceError(file, 'format', 'is an RTF file; save it as DOCX, PDF or text.');
  return PAGE.test(start) ? 'html' : 'text';
}

/** The container of Word up to 2003, and of newer files under a password. */
function oleFile(file: string, bytes: Uint8Array): SourceError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return encrypted
    ? new SourceError(file, 'encrypted', 'is protected by a password; save it without one.')
    : new SourceError(file, 'format', 'is in the format of Word up to 2003 (.doc); save it as DOCX.');
}

/** @throws SourceError a file over what is read of its format */
export function checkSize(file: string, format: Format, size: number): void {
  if (size <= maxBytes[format]) return;
  const megabytes = (size / megabyte).toFixed(1);
  throw new SourceError(
    file,
    'too_large',
    `is ${megabytes} MB; the most that is read is ${maxBytes[format] / megabyte} MB (${format}).`,
  );
}
