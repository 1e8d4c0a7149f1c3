/** Real servers of ours for the browser, each on a free port with a data folder of its own. */
import { start } from '../scripts/processes.ts';

export interface Server {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves a data folder; resolves when the address is printed. `port` 0: any free one. */
export async function serve(data: string, port = 0): Promise<Server> {
  const { child, finished, sees } = start(['scripts/start.mjs', '--port', String(port), '--data', data]);
  const [address] = await sees(/http:\/\/\S+(?=\n)/);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await finished;
    },
  };
}

/** Reads files into a data folder that nobody serves. */
export async function ingest(data: string, ...files: readonly string[]): Promise<void> {
  const { finished } = start(['scripts/run.mjs', 'ingest/cli.ts', 'ingest', '--data', data, ...files]);
  const { code, stdout, stderr } = await finished;
  if (code !== 0) throw new Error(`The documents could not be read:\n${stdout}${stderr}`);
}
