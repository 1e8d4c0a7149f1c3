/**
 * A thin canvas above the scene, redrawn with it: on each node a badge with the number of its relations that
 * are not shown, and, when the view is so far out that captions vanish, the names of the best-connected.
 */
import type cytoscape from 'cytoscape';
import type { EntityId } from '../../../graph/model.ts';
import { type Box, FONT_FAMILY, LINE_HEIGHT, type Measure, moved } from './captions.ts';
import type { SceneNode } from './elements.ts';
import { Field } from './layout/separate.ts';
import { grounds, type Theme } from './palette.ts';

/** Below this zoom badges would be larger than what they say something about. */
const BADGES_FROM = 0.45;
/** At this zoom and below the scene's own captions are hidden: see stylesheet.ts. */
const NAMES_BELOW = 0.5;
/** One name for so many px² of the canvas. */
const AREA_PER_NAME = 18_000;
/** Width of a canvas, in px, below which names are shortened further. */
const NARROW = 500;

export interface Overlay {
  /** @param focus entities that stand out; the others' badges are dimmed with them */
  draw(
    cy: cytoscape.Core,
    nodes: ReadonlyMap<string, SceneNode>,
    focus: ReadonlySet<EntityId> | null,
    theme: Theme,
  ): void;
  resize(): void;
}

export function createOverlay(canvas: HTMLCanvasElement, measure: Measure): Overlay {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  const resize = () => {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };
  resize();
  return {
    resize,
    draw(cy, nodes, focus, theme) {
      context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
      const zoom = cy.zoom();
      const visible = onScreen(cy, nodes, canvas);
      for (const { node, x, y } of visible) {
        context.globalAlpha = focus === null || focus.has(node.id) ? 1 : 0.2;
        if (zoom >= BADGES_FROM && node.missing > 0) badge(context, node, x, y, zoom, theme);
      }
      context.globalAlpha = 1;
      if (zoom <= NAMES_BELOW) names(context, visible, zoom, measure, focus, theme);
    },
  };
}

interface Placed {
  readonly node: SceneNode;
  readonly x: number;
  readonly y: number;
}

function onScreen(
  cy: cytoscape.Core,
  nodes: ReadonlyMap<string, SceneNode>,
  canvas: HTMLCanvasElement,
): Placed[] {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const found: Placed[] = [];
  for (const [key, node] of nodes) {
    const position = cy.getElementById(key).position();
    const [x, y] = [position.x * zoom + pan.x, position.y * zoom + pan.y];
    if (x > -60 && y > -60 && x < canvas.clientWidth + 60 && y < canvas.clientHeight + 60) {
      found.push({ node, x, y });
    }
  }
  return found;
}

function badge(
  context: CanvasRenderingContext2D,
  node: SceneNode,
  x: number,
  y: number,
  zoom: number,
  theme: Theme,
): void {
  const ground = grounds[theme];
  const scale = Math.min(1.1, Math.max(0.75, zoom));
  const text = `+${node.missing}`;
  context.font = `600 ${9.5 * scale}px ${FONT_FAMILY}`;
  const width = context.measureText(text).width + 7 * scale;
  const height = 13 * scale;
  const left = x + node.size * 0.36 * zoom;
  const top = y - node.size * 0.5 * zoom - height * 0.35;
  context.fillStyle = ground.badge;
  context.strokeStyle = ground.background;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(left, top, width, height, height / 2);
  context.fill();
  context.stroke();
  context.fillStyle = ground.badgeText;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, top + height / 2 + 0.5);
}

/** Names at a constant size on the screen, the largest nodes first, none over another nor over a node. */
function names(
  context: CanvasRenderingContext2D,
  visible: readonly Placed[],
  zoom: number,
  measure: Measure,
  focus: ReadonlySet<EntityId> | null,
  theme: Theme,
): void {
  const ground = grounds[theme];
  const width = context.canvas.clientWidth;
  const longest = width < NARROW ? 20 : 28;
  const taken = new Field();
  const dots = new Field(visible.map((placed) => dotOf(placed, zoom)));
  const hubs = new Field(visible.filter(({ node }) => node.hub).map((placed) => dotOf(placed, zoom)));
  const order = visible
    .filter(({ node }) => focus === null || focus.has(node.id))
    .sort((a, b) => b.node.size - a.node.size)
    .slice(0, (context.canvas.clientWidth * context.canvas.clientHeight) / AREA_PER_NAME);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const placed of order) {
    const { node } = placed;
    const font = { size: node.hub ? 13 : 11, bold: node.hub };
    const text = node.name.length > longest ? `${node.name.slice(0, longest - 1).trimEnd()}…` : node.name;
    const half = measure(text, font.size, font.bold) / 2;
    const free = spots(placed, half, font.size * LINE_HEIGHT, zoom, width).filter((box) =>
      taken.isFree(box, 3),
    );
    // Without the names of the hubs the overview would say nothing: they may lie over a small node.
    const clear = free.find((each) => dots.isFree(each, 0));
    const box = clear ?? (node.hub ? free.find((each) => hubs.isFree(each, 0)) : undefined);
    if (!box) continue;
    taken.occupy(box);
    context.font = `${font.bold ? 700 : 500} ${font.size}px ${FONT_FAMILY}`;
    context.lineWidth = 3.5;
    context.strokeStyle = ground.background;
    context.strokeText(text, box.left + half, box.top);
    context.fillStyle = ground.text;
    context.fillText(text, box.left + half, box.top);
  }
}

function dotOf({ node, x, y }: Placed, zoom: number): Box {
  const radius = (node.size / 2) * zoom;
  return moved({ left: -radius, right: radius, top: -radius, bottom: radius }, { x, y });
}

/** Where a name may stand: below its node, above, on either side. At the edge of the canvas it moves in, to be read to its end. */
function spots({ node, x, y }: Placed, half: number, height: number, zoom: number, width: number): Box[] {
  const reach = (node.size / 2) * zoom + 2;
  const inside = x >= 0 && x <= width;
  const within = (middle: number) =>
    inside ? Math.min(Math.max(middle, half + 4), Math.max(half + 4, width - half - 4)) : middle;
  const box = (middle: number, top: number) =>
    moved({ left: -half, right: half, top: 0, bottom: height }, { x: within(middle), y: top });
  return [
    box(x, y + reach),
    box(x, y - reach - height),
    box(x + reach + half, y - height / 2),
    box(x - reach - half, y - height / 2),
  ];
}
