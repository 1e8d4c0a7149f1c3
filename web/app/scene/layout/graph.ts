/** What a layout is given and gives: plain data that crosses to the worker and back. */
import type { Box } from '../captions.ts';
import type { Point } from '../elements.ts';

export interface LayoutNode {
  readonly id: string;
  /** What node and caption take, relative to the position. */
  readonly box: Box;
  /** For layouts that group. */
  readonly type: string;
  /** Where it must stay; null: free. */
  readonly fixed: Point | null;
}

export interface LayoutGraph {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
  /** Width by height of the space it will be shown in. */
  readonly aspect: number;
}

export type Positions = Map<string, Point>;

/** Neighbours of each node, without loops and repetitions. */
export function adjacency({ nodes, edges }: LayoutGraph): Map<string, Set<string>> {
  const found = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { source, target } of edges) {
    if (source === target) continue;
    found.get(source)?.add(target);
    found.get(target)?.add(source);
  }
  return found;
}
