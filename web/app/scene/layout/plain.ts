/** Layouts by a simple rule: rings by degree, and blocks by type. */
import { adjacency, type LayoutGraph, type LayoutNode, type Positions } from './graph.ts';

/** The best-connected in the middle, the others in rings around it. */
export function ringsLayout(graph: LayoutGraph): Positions {
  const neighbours = adjacency(graph);
  const degree = ({ id }: LayoutNode) => neighbours.get(id)?.size ?? 0;
  const order = [...graph.nodes].sort((a, b) => degree(b) - degree(a));
  const positions: Positions = new Map();
  let [placed, ring] = [0, 0];
  while (placed < order.length) {
    const radius = ring * 150;
    const room = ring === 0 ? 1 : Math.max(4, Math.floor((2 * Math.PI * radius) / 125));
    const members = order.slice(placed, placed + room);
    for (const [index, { id }] of members.entries()) {
      const angle = (2 * Math.PI * index) / members.length - Math.PI / 2;
      positions.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
    placed += room;
    ring += 1;
  }
  return positions;
}

/** A column for each type, wrapped to the shape of the canvas. */
export function typesLayout(graph: LayoutGraph): Positions {
  const order = [...graph.nodes].sort((a, b) => a.type.localeCompare(b.type) || a.id.localeCompare(b.id));
  const width = 150;
  const height = Math.max(70, ...graph.nodes.map(({ box }) => box.bottom - box.top + 14));
  const columns = Math.max(1, Math.ceil(Math.sqrt((order.length * height * graph.aspect) / width)));
  const positions: Positions = new Map();
  let [row, column, type] = [0, 0, order[0]?.type];
  for (const node of order) {
    if (node.type !== type || column === columns) {
      row += node.type === type ? 1 : 1.35;
      column = 0;
      type = node.type;
    }
    positions.set(node.id, { x: column * width, y: row * height });
    column += 1;
  }
  return positions;
}
