/** Why a file is no document that can be read. */
export type SourceFault =
  | 'missing'
  | 'unreadable'
  | 'not_a_file'
  | 'too_large'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'format'
  | 'front_matter'
  | 'encrypted'
  | 'no_text'
  | 'broken'
  | 'too_long';

/** A file that cannot be read as a document. The message names the file and the reason in one line. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: SourceFault;
  readonly file: string;
  /** The message without the file's name. */
  readonly reason: string;
  constructor(file: string, fault: SourceFault, reason: string, cause?: unknown) {
    super(`${file}: ${reason}`, cause === undefined ? {} : { cause });
    this.fault = fault;
    this.file = file;
    this.reason = reason;
  }
}
