/** The command line of export and import: text in, a checked request out. Pure. */
import { parseArgs } from 'node:util';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../graph/transfer/formats.ts';
import { parsedFor, UsageError } from './arguments.ts';

export const help = `Usage: npm run export -- [FILE] [--format ${FORMAT_NAMES.join('|')}] [--data FOLDER] [--force]
       npm run import -- FILE [--data FOLDER] [--into-existing]

export writes the whole graph: jsonl (default) holds everything and is what import reads; graphml is for Gephi and
networkx, csv (FILE-nodes and FILE-relationships) for neo4j-admin database import, cypher for cypher-shell.
Without --format the ending of FILE tells it. --force replaces files that are there.

import takes a jsonl file into an empty store, or brings it together with a graph of Threadline's that is there.
A file that was cut short or altered is refused. An import that was interrupted goes on when it is run again.
--into-existing adds the file to a database that holds other data.`;

export type MoveArguments =
  | { readonly command: 'help' }
  | {
      readonly command: 'export';
      readonly file: string;
      readonly format: FormatName;
      readonly force: boolean;
      readonly data: string | undefined;
    }
  | {
      readonly command: 'import';
      readonly file: string;
      readonly intoExisting: boolean;
      readonly data: string | undefined;
    };

const options = {
  data: { type: 'string' },
  format: { type: 'string' },
  force: { type: 'boolean', default: false },
  'into-existing': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) =>
  parsedFor('export', () => parseArgs({ args: [...args], allowPositionals: true, options }));

const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

function formatOf(named: string | undefined, file: string | undefined): FormatName {
  if (named !== undefined && isFormat(named)) return named;
  if (named !== undefined) {
    throw new UsageError(`--format ${named}: there are ${FORMAT_NAMES.join(', ')}.`);
  }
  const ending = file?.slice(file.lastIndexOf('.') + 1) ?? '';
  return FORMAT_NAMES.find((name) => FORMATS[name].ending === ending) ?? 'jsonl';
}

/** @throws UsageError */
export function readMoveArguments(args: readonly string[]): MoveArguments {
  const { values, positionals } = parse(args);
  const [command, file, ...more] = positionals;
  if (values.help) return { command: 'help' };
  if (more.length > 0) throw new UsageError(`${command} takes one file; there are ${more.length + 1}.`);
  const { data, force, 'into-existing': intoExisting } = values;
  if (command === 'import') {
    if (file === undefined) throw new UsageError('Name a file: npm run import -- FILE');
    if (values.format !== undefined) throw new UsageError('--format goes with export; import reads jsonl.');
    return { command, file, intoExisting, data };
  }
  if (command !== 'export') throw new UsageError(`'${command ?? ''}' is neither export nor import.`);
  if (intoExisting) throw new UsageError('--into-existing goes with import.');
  const format = formatOf(values.format, file);
  return { command, file: file ?? `graph.${FORMATS[format].ending}`, format, force, data };
}
