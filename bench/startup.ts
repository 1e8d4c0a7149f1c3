/** Start-up: installed and built, with an empty store (reads the bundled document) and with a full one. */
import { type Figure, percentile } from './report.ts';
import { serve } from './server.ts';

const RUNS = 5;

async function median(args: readonly string[], runs = RUNS): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const running = await serve(args);
    samples.push(running.milliseconds);
    await running.stop();
  }
  return percentile(samples, 0.5);
}

/** `data` is a folder that does not exist yet. */
export async function startup(data: string): Promise<Figure[]> {
  const ours = ['scripts/start.mjs', '--port', '4739', '--data', data];
  const empty = await median(ours, 1);
  const full = await median(ours);
  const bare = await median(['--import', 'tsx', 'bench/bare.ts']);
  const peer = { name: 'empty Hono server', value: bare };
  return [
    { what: 'start, empty store', unit: 'ms', ours: empty, peer },
    { what: 'start, bundled document stored', unit: 'ms', ours: full, peer },
  ];
}
