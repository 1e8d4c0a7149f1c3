/**
 * The whole scene in a corner, with a frame around what is in view. The entities are painted once per change; moving
 * the view only moves the frame. Hidden while everything is in view.
 */
import { type Box, bounds, moved } from './captions.ts';
import type { Point, SceneElements } from './elements.ts';
import type { Viewport } from './mount.ts';
import { grounds, swatch, type Theme } from './palette.ts';

export const MAP_SIZE = { width: 168, height: 120 };
const MARGIN = 6;
/** Smaller canvases have no room to spare, in px. */
const LEAST = { width: 720, height: 420 };

/** What the map shows and moves. */
export interface Mapped {
  elements(): SceneElements;
  viewport(): Viewport;
  /** Size of the canvas in px. */
  size(): { readonly width: number; readonly height: number };
  theme(): Theme;
  moveTo(point: Point): void;
}

export interface Minimap {
  /** The scene has changed. */
  redraw(): void;
  /** The view has moved. */
  follow(): void;
  stop(): void;
}

/** Everything that is placed, in model units; null where nothing is. */
export function extentOf({ nodes }: SceneElements): Box | null {
  return bounds(nodes.flatMap(({ box, position }) => (position ? [moved(box, position)] : [])));
}

/** The part of the model that a canvas of this size shows. */
export function inView({ zoom, pan }: Viewport, size: { width: number; height: number }): Box {
  return {
    left: -pan.x / zoom,
    top: -pan.y / zoom,
    right: (size.width - pan.x) / zoom,
    bottom: (size.height - pan.y) / zoom,
  };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}

/** From model units to px of the map: the whole extent, in its proportions, in the middle. */
export function projection(extent: Box) {
  const scale = Math.min(
    (MAP_SIZE.width - 2 * MARGIN) / Math.max(1, extent.right - extent.left),
    (MAP_SIZE.height - 2 * MARGIN) / Math.max(1, extent.bottom - extent.top),
  );
  const x = MAP_SIZE.width / 2 - ((extent.left + extent.right) / 2) * scale;
  const y = MAP_SIZE.height / 2 - ((extent.top + extent.bottom) / 2) * scale;
  return {
    scale,
    to: (point: Point): Point => ({ x: point.x * scale + x, y: point.y * scale + y }),
    from: (point: Point): Point => ({ x: (point.x - x) / scale, y: (point.y - y) / scale }),
  };
}

export function createMinimap(canvas: HTMLCanvasElement, mapped: Mapped): Minimap {
  const [front, back] = [contextOf(canvas), contextOf(document.createElement('canvas'))];
  let extent: Box | null = null;
  let frame = 0;

  function paint(): void {
    frame = 0;
    const size = mapped.size();
    const view = inView(mapped.viewport(), size);
    const small = size.width < LEAST.width || size.height < LEAST.height;
    canvas.hidden = extent === null || small || contains(view, extent);
    if (extent === null || canvas.hidden) return;
    front.clearRect(0, 0, MAP_SIZE.width, MAP_SIZE.height);
    front.drawImage(back.canvas, 0, 0, MAP_SIZE.width, MAP_SIZE.height);
    drawFrame(front, view, projection(extent), mapped.theme());
  }
  const follow = () => {
    frame ||= requestAnimationFrame(paint);
  };
  const go = ({ clientX, clientY }: PointerEvent) => {
    if (extent === null) return;
    const { left, top } = canvas.getBoundingClientRect();
    mapped.moveTo(projection(extent).from({ x: clientX - left, y: clientY - top }));
  };
  const press = (event: PointerEvent) => {
    canvas.setPointerCapture(event.pointerId);
    go(event);
  };
  const drag = (event: PointerEvent) => {
    if (canvas.hasPointerCapture(event.pointerId)) go(event);
  };
  canvas.addEventListener('pointerdown', press);
  canvas.addEventListener('pointermove', drag);
  return {
    redraw() {
      const elements = mapped.elements();
      extent = extentOf(elements);
      if (extent) drawEntities(back, elements, projection(extent), mapped.theme());
      follow();
    },
    follow,
    stop() {
      cancelAnimationFrame(frame);
      canvas.removeEventListener('pointerdown', press);
      canvas.removeEventListener('pointermove', drag);
    },
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(MAP_SIZE.width * ratio);
  canvas.height = Math.round(MAP_SIZE.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  context.scale(ratio, ratio);
  return context;
}

function drawEntities(
  context: CanvasRenderingContext2D,
  { nodes }: SceneElements,
  { scale, to }: ReturnType<typeof projection>,
  theme: Theme,
): void {
  context.clearRect(0, 0, MAP_SIZE.width, MAP_SIZE.height);
  for (const { position, size, colour } of nodes) {
    if (!position) continue;
    const { x, y } = to(position);
    const side = Math.max(2, size * scale);
    context.fillStyle = swatch(theme, colour).border;
    context.fillRect(x - side / 2, y - side / 2, side, side);
  }
}

function drawFrame(
  context: CanvasRenderingContext2D,
  view: Box,
  { to }: ReturnType<typeof projection>,
  theme: Theme,
): void {
  const [from, until] = [to({ x: view.left, y: view.top }), to({ x: view.right, y: view.bottom })];
  // A frame beyond the map would not be seen: it runs along the map's edge there.
  const left = Math.max(1, from.x);
  const top = Math.max(1, from.y);
  const width = Math.min(MAP_SIZE.width - 1, until.x) - left;
  const height = Math.min(MAP_SIZE.height - 1, until.y) - top;
  context.strokeStyle = grounds[theme].accent;
  context.lineWidth = 1.5;
  context.strokeRect(left, top, Math.max(3, width), Math.max(3, height));
}
