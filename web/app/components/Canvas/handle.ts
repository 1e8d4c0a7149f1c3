/** A read-only handle for browser tests: where things are drawn, since a canvas has no elements to ask. */
import { EntityId, RelationId } from '../../../../graph/model.ts';
import { moved, overlaps } from '../../scene/captions.ts';
import type { Point } from '../../scene/elements.ts';
import type { CanvasController } from './controller.ts';

export interface Handle {
  readonly entities: () => readonly string[];
  readonly relations: () => readonly string[];
  /** px from the canvas's top left; null when it is not drawn. */
  readonly entityAt: (id: string) => Point | null;
  readonly relationAt: (id: string) => Point | null;
  /** In model units, unaffected by zoom and pan. */
  readonly positions: () => Readonly<Record<string, Point>>;
  /** Pairs of entities whose nodes or captions lie over each other. */
  readonly overlapping: () => readonly [string, string][];
  /** Entities hovered, selected or on a path themselves. */
  readonly standingOut: () => readonly string[];
  readonly zoom: () => number;
}

declare global {
  interface Window {
    __threadline?: Handle;
  }
}

/** Puts the handle on the window; the returned function takes it away. */
export function exposeForTests(controller: CanvasController): () => void {
  const nodes = () => controller.elements().nodes;
  const handle: Handle = {
    entities: () => nodes().map(({ id }) => id),
    relations: () => controller.elements().edges.flatMap(({ relations }) => relations),
    entityAt: (id) => controller.view().rendered(EntityId.parse(id)),
    relationAt: (id) => controller.view().renderedEdge(RelationId.parse(id)),
    positions: () =>
      Object.fromEntries(nodes().flatMap(({ id, position }) => (position ? [[id, { ...position }]] : []))),
    overlapping: () => {
      const placed = nodes().flatMap((node) => (node.position ? [{ ...node, position: node.position }] : []));
      const pairs = overlaps(placed.map(({ box, position }) => moved(box, position)));
      return pairs.map(([a, b]) => [placed[a]?.id ?? '', placed[b]?.id ?? '']);
    },
    standingOut: () => [...(controller.view().emphasis()?.strongEntities ?? [])],
    zoom: () => controller.view().zoom(),
  };
  window.__threadline = handle;
  return () => {
    if (window.__threadline === handle) delete window.__threadline;
  };
}
