/** Moving the view. */
import type cytoscape from 'cytoscape';
import { type Box, bounds } from './captions.ts';

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

/** Shows all of these boxes (in model units) in the free part of the canvas. Asking the renderer for them costs a second at 2,000. */
export function fitTo(cy: cytoscape.Core, boxes: readonly Box[], insets: Insets): void {
  const around = bounds(boxes);
  if (!around) return;
  const width = Math.max(50, cy.width() - insets.left - insets.right - 2 * MARGIN);
  const height = Math.max(50, cy.height() - insets.top - insets.bottom - 2 * MARGIN);
  const zoom = Math.min(
    width / Math.max(1, around.right - around.left),
    height / Math.max(1, around.bottom - around.top),
    CLOSEST,
  );
  show(cy, middleOf(around), Math.max(cy.minZoom(), zoom), insets);
}

/** Moves to these; zooms in only as far as captions can be read. */
export function centreOn(cy: cytoscape.Core, boxes: readonly Box[], insets: Insets): void {
  const around = bounds(boxes);
  if (around) show(cy, middleOf(around), Math.max(cy.zoom(), 0.9), insets);
}

/** Puts a point of the model in the middle, at the zoom there is. */
export function moveTo(cy: cytoscape.Core, point: { x: number; y: number }, insets: Insets): void {
  show(cy, point, cy.zoom(), insets);
}

function middleOf({ left, top, right, bottom }: Box): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Puts a point of the model in the middle of the free part, at a zoom. */
function show(cy: cytoscape.Core, point: { x: number; y: number }, zoom: number, insets: Insets): void {
  const middle = {
    x: (insets.left + cy.width() - insets.right) / 2,
    y: (insets.top + cy.height() - insets.bottom) / 2,
  };
  cy.viewport({ zoom, pan: { x: middle.x - point.x * zoom, y: middle.y - point.y * zoom } });
}
