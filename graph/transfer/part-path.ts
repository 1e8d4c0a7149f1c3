/** `graph.csv` and `nodes` → `graph-nodes.csv`; `''` is the file itself. */
export function partPath(path: string, part: string): string {
  if (part === '') return path;
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > path.lastIndexOf('/') + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  return `${stem}-${part}${ending}`;
}
