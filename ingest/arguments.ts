/** The command line of the ingest: text in, a checked request out. Pure. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PartialDate } from '../graph/model.ts';
import { type Metadata, present } from './front-matter.ts';

export const help = `Usage: npm run ingest -- [--data FOLDER] FILE…        read text, Markdown, HTML, PDF and DOCX files into the graph
       npm run ingest -- --review FILE.yaml FILE      with a person's decisions (FILE.review.yaml beside FILE is taken unasked)
       npm run ingest -- --list                       the documents in the graph, with their ids
       npm run ingest -- --remove ID                  take a document out, with what only it supported
       npm run ingest -- --into-existing FILE…        the same into a Neo4j database that holds other data
       npm run extract -- FILE                        print what is read in a file as JSON; no store is touched
       npm run extract -- FILE --draft                the claims as a review to edit: accept, reject, add
       npm run extract -- FILE --explain              the same as text: every sentence, its clauses, which rule made which claim

FILE may be - for standard input. What a single file does not say of itself: --title TEXT --publisher TEXT --date YYYY-MM-DD --url URL --language CODE
(a Markdown file can say it between two --- lines at its top: title, publisher, published, url, language).`;

/** The arguments make no request. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Common {
  readonly files: readonly string[];
  readonly metadata: Metadata;
  /** `extract` tells sentence by sentence how it read. */
  readonly explain: boolean;
  /** `extract` gives a review to edit. */
  readonly draft: boolean;
  /** The review of the one file, as given. */
  readonly review: string | undefined;
  /** Folder of the store, as given. */
  readonly data: string | undefined;
  /** Write into a Neo4j database that holds other data. */
  readonly intoExisting: boolean;
}
export type Arguments = Common &
  (
    | { readonly command: 'ingest' | 'extract' | 'list' | 'help' }
    | { readonly command: 'remove'; readonly id: string }
  );

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  data: text,
  remove: text,
  list: flag,
  explain: flag,
  draft: flag,
  review: text,
  help: flag,
  title: text,
  publisher: text,
  date: text,
  url: text,
  language: text,
  'into-existing': flag,
} as const;

/** What `parse` gives; flags it does not know are told with where to look. @throws UsageError */
export function parsedFor<T>(command: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message.split('. ')[0]}. See npm run ${command} -- --help.`);
  }
}

const parse = (args: readonly string[]) =>
  parsedFor('ingest', () => parseArgs({ args: [...args], allowPositionals: true, options }));

function check<T>(schema: z.ZodType<T>, value: unknown, message: string): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new UsageError(message);
}

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command, ...files] = positionals;
  const { title, publisher, date, url, language, data } = values;
  const published = check(PartialDate.optional(), date, `--date ${date}: write YYYY, YYYY-MM or YYYY-MM-DD.`);
  const address = check(
    z.url({ protocol: /^https?$/ }).optional(),
    url,
    `--url ${url} is not a web address.`,
  );
  const metadata = present<Metadata>({ title, publisher, published, url: address, language });
  const { explain, draft, review, 'into-existing': intoExisting } = values;
  const common = { files, metadata, data, explain, draft, review, intoExisting };
  if (values.help) return { ...common, command: 'help' };
  if (values.remove !== undefined) return { ...common, command: 'remove', id: values.remove };
  if (values.list) return { ...common, command: 'list' };
  if (command !== 'ingest' && command !== 'extract')
    throw new UsageError(`'${command ?? ''}' is neither ingest nor extract.`);
  for (const name of ['explain', 'draft'] as const)
    if (values[name] && command !== 'extract')
      throw new UsageError(`--${name} goes with extract: npm run extract -- FILE --${name}`);
  if (files.length === 0) throw new UsageError(`Name a file: npm run ${command} -- FILE`);
  if (files.length > 1 && command === 'extract') throw new UsageError('extract reads one file at a time.');
  if (files.length > 1 && review !== undefined)
    throw new UsageError('--review is of one file; name only one.');
  if (files.length > 1 && Object.keys(metadata).length > 0) {
    throw new UsageError(
      '--title, --publisher, --date, --url and --language describe one file; name only one.',
    );
  }
  return { ...common, command };
}
