/** Moving the view. */
import type cytoscape from 'cytoscape';

/** px from each side that other things cover. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const MARGIN = 24;
/** Zoom that fitting does not go beyond, so that three nodes do not fill the screen. */
const CLOSEST = 1.25;

/** Shows all of these, or everything, in the free part of the canvas. */
export function fitTo(cy: cytoscape.Core, keys: readonly string[] | undefined, insets: Insets): void {
  const wanted = keys ? collect(cy, keys) : cy.nodes();
  if (wanted.empty()) return;
  const box = wanted.boundingBox({ includeOverlays: false, includeEdges: false });
  const width = Math.max(50, cy.width() - insets.left - insets.right - 2 * MARGIN);
  const height = Math.max(50, cy.height() - insets.top - insets.bottom - 2 * MARGIN);
  const zoom = Math.min(width / Math.max(1, box.w), height / Math.max(1, box.h), CLOSEST);
  show(cy, { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 }, Math.max(cy.minZoom(), zoom), insets);
}

/** Moves to these; zooms in only as far as captions can be read. */
export function centreOn(cy: cytoscape.Core, keys: readonly string[], insets: Insets): void {
  const wanted = collect(cy, keys);
  if (wanted.empty()) return;
  const box = wanted.boundingBox({ includeOverlays: false, includeEdges: false });
  show(cy, { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 }, Math.max(cy.zoom(), 0.9), insets);
}

/** Puts a point of the model in the middle, at the zoom there is. */
export function moveTo(cy: cytoscape.Core, point: { x: number; y: number }, insets: Insets): void {
  show(cy, point, cy.zoom(), insets);
}

function collect(cy: cytoscape.Core, keys: readonly string[]): cytoscape.CollectionReturnValue {
  return keys.reduce((found, key) => found.union(cy.getElementById(key)), cy.collection());
}

/** Puts a point of the model in the middle of the free part, at a zoom. */
function show(cy: cytoscape.Core, point: { x: number; y: number }, zoom: number, insets: Insets): void {
  const middle = {
    x: (insets.left + cy.width() - insets.right) / 2,
    y: (insets.top + cy.height() - insets.bottom) / 2,
  };
  cy.viewport({ zoom, pan: { x: middle.x - point.x * zoom, y: middle.y - point.y * zoom } });
}
