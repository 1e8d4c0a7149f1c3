/** How readable an arrangement is, to choose between several. */
import { bounds, moved } from '../captions.ts';
import type { Point } from '../elements.ts';
import type { LayoutGraph, Positions } from './graph.ts';

/** What reading costs, without a unit: the area of the canvas the picture needs, times its crossings. Less is better. */
export function effort(graph: LayoutGraph, positions: Positions): number {
  return areaIn(graph, positions) * (graph.edges.length + crossings(graph, positions));
}

/** Area of the smallest canvas of the wanted proportions around all boxes. */
function areaIn({ nodes, aspect }: LayoutGraph, positions: Positions): number {
  const around = bounds(nodes.map(({ id, box }) => moved(box, positions.get(id) ?? { x: 0, y: 0 })));
  if (!around) return 0;
  const width = around.right - around.left;
  const height = around.bottom - around.top;
  return Math.max(width, height * aspect) ** 2 / aspect;
}

/** Pairs of edges without a common end whose straight lines cross. */
export function crossings({ edges }: LayoutGraph, positions: Positions): number {
  const lines = edges.flatMap(({ source, target }) => {
    const [from, to] = [positions.get(source), positions.get(target)];
    return from && to ? [{ source, target, from, to }] : [];
  });
  let count = 0;
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (!other || one.source === other.source || one.source === other.target) continue;
      if (one.target === other.source || one.target === other.target) continue;
      const parted = side(one.from, one.to, other.from) !== side(one.from, one.to, other.to);
      if (parted && side(other.from, other.to, one.from) !== side(other.from, other.to, one.to)) count += 1;
    }
  }
  return count;
}

/** Whether `point` lies left of the line from `a` to `b`. */
function side(a: Point, b: Point, point: Point): boolean {
  return (b.x - a.x) * (point.y - a.y) > (b.y - a.y) * (point.x - a.x);
}
