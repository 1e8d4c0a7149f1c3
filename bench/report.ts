/** Figures of one benchmark run: what was measured, ours beside a peer, and their ratio. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer?: { readonly name: string; readonly value: number };
}

/** The value below which the share `p` (0–1) of the samples lies; samples need not be sorted. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));

/** A plain-text table of one section. The ratio is ours ÷ peer, in the unit of the row. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${number(figure.ours)} ${figure.unit}`,
    figure.peer ? `${number(figure.peer.value)} ${figure.unit}` : '',
    figure.peer ? figure.peer.name : '',
    figure.peer ? `${(figure.ours / figure.peer.value).toFixed(2)}×` : '',
  ]);
  const head = ['', 'Threadline', 'peer', '', 'ratio'];
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [`\n${title}`, line(head), ...rows.map(line)].join('\n');
}
